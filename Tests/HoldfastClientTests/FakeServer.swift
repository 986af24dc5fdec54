import EventLoop
import HoldfastClient
import Messages
import Support
import Synchronization
import TLS
import Transport
import Wire

/// A server that does what a test says: real TLS on a loop of its own, and no service behind it.
final class FakeServer: @unchecked Sendable {
  // Unchecked: connections are the loop's alone, the record has a lock.

  /// What it has seen.
  struct Record: Sendable {
    var calls: [FakeCall] = []
    var cancels: [UInt64] = []
    var credits: [(callID: UInt64, credit: UInt32)] = []
    var openedCount = 0
    var closedCount = 0
    var lastClose: CloseReason?
  }

  let loop: EventLoop
  let port: UInt16
  private let record = Mutex(Record())
  private let listener: Mutex<Unsendable<Listener?>>
  private let handler: @Sendable (FakeCall) -> Void
  /// The connections that there are; the loop's alone.
  fileprivate var peers: [FakePeer] = []

  /// Handles each call on the loop's thread with `handler`.
  init(
    _ certificates: TemporaryCertificates = .shared, port: UInt16 = 0, handler: @escaping @Sendable (FakeCall) -> Void
  ) throws {
    let loop = try EventLoop(name: "fake-server")
    let group = ConnectionGroup(loop)
    let context = try TLSContext.server(certificates.serverConfiguration)
    self.loop = loop
    self.handler = handler
    let back = Unsendable<FakeServer?>(nil)
    let made = try Listener(loop, Listener.Options(address: .loopback(port: port))) { descriptor, _ in
      guard let server = back.value else { return }
      let peer = FakePeer(server)
      server.peers.append(peer)
      peer.connection = try? FramedConnection(group, descriptor, context, .server, ConnectionLimits(), owner: peer)
    }
    self.port = made.address.port
    listener = Mutex(Unsendable(made))
    back.value = self
    try loop.start()
  }

  /// Ends the server and all its connections.
  func stop() {
    loop.post {
      self.listener.withLock {
        $0.value?.close()
        $0.value = nil
      }
    }
    loop.post {
      for peer in self.peers { peer.connection?.close() }
      self.loop.stop()
    }
    loop.join()
  }

  var seen: Record { record.withLock { $0 } }

  fileprivate func note(_ change: (inout Record) -> Void) { record.withLock { change(&$0) } }

  fileprivate func received(_ header: CallHeader, from peer: FakePeer) {
    if header.cancel {
      note { $0.cancels.append(header.callID) }
      return
    }
    if header.addsCredit {
      note { $0.credits.append((header.callID, header.credit)) }
      return
    }
    let ordinal = record.withLock { $0.calls.count }
    let call = FakeCall(
      id: header.callID, ordinal: ordinal, connection: peer.number,
      method: unsafe Method.find(header.method), commandID: unsafe Array(header.commandID),
      actor: unsafe String(decoding: header.actor, as: UTF8.self),
      traceID: unsafe String(decoding: header.traceID, as: UTF8.self), timeoutMs: header.timeoutMs,
      credit: header.credit, request: unsafe Array(header.request), atNanoseconds: loop.now, peer: peer, loop: loop)
    note { $0.calls.append(call) }
    handler(call)
  }

  fileprivate func opened() -> Int {
    record.withLock {
      $0.openedCount += 1
      return $0.openedCount
    }
  }
}

/// One connection of the fake server.
final class FakePeer: FramedConnectionOwner, @unchecked Sendable {
  var connection: FramedConnection?
  var number = 0
  let arena = MessageArena(capacity: 1 << 20)
  /// Weak, because the server keeps the calls that it has seen, and each of them its peer.
  private weak var server: FakeServer?

  init(_ server: FakeServer) { self.server = server }

  func connectionDidOpen(_ connection: FramedConnection) { number = server?.opened() ?? 0 }

  func connection(_ connection: FramedConnection, received frame: UnsafeRawBufferPointer) {
    guard let header = unsafe try? CallHeader(frame) else {
      connection.close()
      return
    }
    server?.received(header, from: self)
  }

  func connectionDidClose(_ connection: FramedConnection, _ reason: CloseReason) {
    self.connection = nil
    server?.peers.removeAll { $0 === self }
    server?.note {
      $0.closedCount += 1
      $0.lastClose = reason
    }
  }
}

/// A call as the fake server saw it, with the ways to deal with it, from any thread.
struct FakeCall: Sendable {
  let id: UInt64
  /// How many calls the server saw before.
  let ordinal: Int
  /// Which connection it came on, from 1.
  let connection: Int
  let method: Messages.Method?
  let commandID: [UInt8]
  let actor: String
  let traceID: String
  let timeoutMs: UInt32
  let credit: UInt32
  let request: [UInt8]
  let atNanoseconds: UInt64
  fileprivate let peer: FakePeer
  fileprivate let loop: EventLoop

  /// Answers well.
  func answer(_ response: [UInt8] = [], sequence: UInt64 = 0, isRepeated: Bool = false, more: Bool = false) {
    write { output, _ in
      unsafe ReplyFrame.write(
        callID: id, sequence: sequence, isRepeated: isRepeated, more: more, responseSize: response.count, into: &output
      ) { unsafe UnsafeMutableRawBufferPointer(start: $0, count: response.count).copyBytes(from: response) }
    }
  }

  /// Answers with a message.
  func answer(_ message: some MessageCodec, sequence: UInt64 = 0, isRepeated: Bool = false) {
    let bytes = (try? message.encoded(in: MessageArena(capacity: 1 << 16))) ?? []
    answer(bytes, sequence: sequence, isRepeated: isRepeated)
  }

  /// Answers with a status.
  func refuse(_ code: StatusCode, _ message: String = "no", retryAfterMs: UInt32 = 0, sequence: UInt64 = 0) {
    refuse(Status(code: UInt32(code.rawValue), message: message, retryAfterMs: retryAfterMs), sequence: sequence)
  }

  /// Answers with a status.
  func refuse(_ status: Status, sequence: UInt64 = 0) {
    write { output, arena in
      ReplyFrame.write(callID: id, status: status, sequence: sequence, in: arena, into: &output)
    }
  }

  /// Says that the connection is refused as a whole, and closes it.
  func refuseConnection(_ code: StatusCode, _ message: String) {
    write { output, arena in
      let status = Status(code: UInt32(code.rawValue), message: message)
      ReplyFrame.write(callID: 0, status: status, in: arena, into: &output)
    }
    hangUp()
  }

  /// Says on the call's connection that the server is going away.
  func goAway() {
    write { output, arena in
      ReplyFrame.write(notice: Notice(kind: .goingAway, message: "stopping"), in: arena, into: &output)
    }
  }

  /// Writes bytes that may be anything.
  func writeRaw(_ bytes: [UInt8]) {
    write { output, _ in unsafe bytes.withUnsafeBytes { unsafe output.append($0) } }
  }

  /// Ends the call's connection after what was written.
  func hangUp() { loop.post { peer.connection?.closeAfterFlush() } }

  /// Ends the call's connection at once.
  func drop() { loop.post { peer.connection?.close() } }

  private func write(_ body: @escaping @Sendable (inout OutputBuffer, MessageArena) -> Void) {
    loop.post {
      peer.connection?.withOutput { body(&$0, peer.arena) }
      peer.arena.reset()
    }
  }
}

/// Something that a test knows to be used by one thread at a time.
final class Unsendable<Value>: @unchecked Sendable {
  var value: Value
  init(_ value: Value) { self.value = value }
}

extension TemporaryCertificates {
  /// Made once for all tests of a run.
  static let shared: TemporaryCertificates = {
    do { return try TemporaryCertificates() } catch { fatalError("\(error)") }
  }()
}

extension HoldfastClient.Configuration {
  /// A client of the fake server.
  init(_ server: FakeServer, _ certificates: TemporaryCertificates = .shared) {
    self.init(port: server.port, certificates)
  }

  /// A client of whoever listens on that port, which tries again quickly.
  init(port: UInt16, _ certificates: TemporaryCertificates = .shared) {
    let files = certificates.files
    self.init(
      host: "127.0.0.1", port: port, authoritiesFile: files.authorityFile,
      certificateFile: files.clientFile("operator"), keyFile: files.clientKeyFile("operator"))
    backoff = BackoffPolicy(initial: .milliseconds(1), maximum: .milliseconds(20))
  }
}

/// Waits until `condition` holds; whether it did within ten seconds.
func eventually(_ condition: () -> Bool) async -> Bool {
  for _ in 0..<10_000 {
    if condition() { return true }
    try? await Task.sleep(for: .milliseconds(1))
  }
  return condition()
}

/// The failure of `body`, which is to be a ``HoldfastError``.
func failure<R>(of body: () async throws -> R) async -> HoldfastError? {
  do {
    _ = try await body()
    return nil
  } catch { return error as? HoldfastError }
}
