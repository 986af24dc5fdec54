internal import Dispatch
internal import EventLoop
internal import Messages
internal import Synchronization
internal import TLS
internal import Transport
internal import Wire

/// Calls a server to prepare what load is put on: one connection on a thread of its own, many calls in flight, and a
/// caller that waits.
final class LoadCaller: @unchecked Sendable {
  // Unchecked: `lane` is made and used on the loop's thread only; the rest is immutable or guarded.

  /// How a call ended.
  enum Answer: Sendable {
    /// With this status; OK is one too.
    case status(Status)
    /// Without an answer, for this reason.
    case lost(String)
  }

  private let loop: EventLoop
  private let arena = MessageArena()
  private let window: DispatchSemaphore
  private let windowSize: Int
  private let failure = Mutex<ToolFailure?>(nil)
  private nonisolated(unsafe) var lane: LoadCallerLane?

  /// No answer for so long ends the work.
  private static let patience = DispatchTimeInterval.seconds(60)

  /// Begins to connect.
  init(_ target: LoadTarget, inFlight: Int) throws {
    windowSize = inFlight
    window = DispatchSemaphore(value: inFlight)
    do {
      loop = try EventLoop(name: "load-prepare")
      try loop.start()
    } catch {
      throw ToolFailure(.local, "\(error)")
    }
    loop.post { [self] in unsafe lane = LoadCallerLane(loop, target) }
  }

  /// Ends the connection and its thread.
  func close() {
    loop.post { [self] in
      unsafe lane?.close()
      unsafe lane = nil
    }
    loop.stop()
    loop.join()
  }

  /// Makes a call and waits for its status.
  func call(_ method: Method, _ request: some MessageCodec) throws -> Status {
    let done = DispatchSemaphore(value: 0)
    let result = Mutex<Answer?>(nil)
    let bytes = try request.encoded(in: arena)
    arena.reset()
    try submit(method, bytes) { answer in
      result.withLock { $0 = answer }
      done.signal()
    }
    guard done.wait(timeout: .now() + Self.patience) == .success else { throw Self.tooLate }
    switch result.withLock({ $0 }) {
    case .status(let status): return status
    case .lost(let reason): throw ToolFailure(.unavailable, reason)
    case nil: throw Self.tooLate
    }
  }

  /// Makes a call that must go well, and does not wait for it unless too many are in flight; `done` is called on
  /// another thread.
  func send(_ method: Method, _ request: some MessageCodec, done: @escaping @Sendable () -> Void) throws {
    try throwFailure()
    let bytes = try request.encoded(in: arena)
    arena.reset()
    guard window.wait(timeout: .now() + Self.patience) == .success else { throw Self.tooLate }
    try submit(method, bytes) { [self] answer in
      switch answer {
      case .status(let status) where status.code == 0: done()
      case .status(let status): fail(ToolFailure(status, method: method.info.name))
      case .lost(let reason): fail(ToolFailure(.unavailable, reason))
      }
      window.signal()
    }
  }

  /// Waits until all calls that were sent have gone well.
  func finish() throws {
    for _ in 0..<windowSize {
      guard window.wait(timeout: .now() + Self.patience) == .success else { throw Self.tooLate }
    }
    for _ in 0..<windowSize { window.signal() }
    try throwFailure()
  }

  private static let tooLate = ToolFailure(.unavailable, "the server does not answer")

  private func submit(_ method: Method, _ request: [UInt8], _ done: @escaping @Sendable (Answer) -> Void) throws {
    guard loop.post({ [self] in unsafe lane?.call(method, request, done) }) else { throw Self.tooLate }
  }

  private func fail(_ failure: ToolFailure) {
    self.failure.withLock { if $0 == nil { $0 = failure } }
  }

  private func throwFailure() throws {
    if let failure = failure.withLock({ $0 }) { throw failure }
  }
}

/// The connection of a ``LoadCaller``, confined to its loop's thread.
final class LoadCallerLane: FramedConnectionOwner {
  private let arena = MessageArena()
  private var transport: FramedConnection?
  private var calls: [UInt64: (LoadCaller.Answer) -> Void] = [:]
  private var lastID: UInt64 = 0
  private var end: String?

  init(_ loop: EventLoop, _ target: LoadTarget) {
    do {
      let descriptor = try Socket.connect(to: target.address)
      let limits = ConnectionLimits(highWaterBytes: 8 << 20, idleNanoseconds: 0)
      transport = try FramedConnection(
        ConnectionGroup(loop), descriptor, target.context, .client(serverName: target.host), limits, owner: self)
    } catch {
      end = "cannot connect: \(error)"
    }
  }

  func call(_ method: Method, _ request: [UInt8], _ done: @escaping (LoadCaller.Answer) -> Void) {
    guard let transport, end == nil else { return done(.lost(end ?? "the connection is closed")) }
    lastID += 1
    calls[lastID] = done
    transport.withOutput { output in
      unsafe CallFrame.write(
        callID: lastID, method: method.info.name, requestSize: request.count, into: &output,
        pack: { target in
          unsafe UnsafeMutableRawBufferPointer(start: target, count: request.count).copyBytes(from: request)
        })
    }
  }

  func close() { transport?.close() }

  func connectionDidOpen(_ connection: FramedConnection) {}

  func connection(_ connection: FramedConnection, received frame: UnsafeRawBufferPointer) {
    guard let reply = try? unsafe ReplyHeader(frame), let done = calls.removeValue(forKey: reply.callID) else { return }
    var status = Status()
    if let bytes = unsafe reply.status {
      status = unsafe (try? Status(decoding: bytes, in: arena)) ?? Status(code: 2)
      arena.reset()
    }
    done(.status(status))
  }

  func connectionDidClose(_ connection: FramedConnection, _ reason: CloseReason) {
    end = reason.words
    transport = nil
    let lost = calls
    calls = [:]
    for done in lost.values { done(.lost(reason.words)) }
  }
}
