internal import EventLoop
internal import Glibc
package import Messages
package import TLS
internal import Wire

/// A client that waits: sends what it is told to, well-formed or not, and reads one reply after the other on the test's own thread.
///
/// Built on TLS and the wire format alone, so that a fault of the client library cannot hide one of the server.
package final class CallClient {
  /// One answer, taken apart.
  package struct Answer: Sendable {
    /// The call that is answered; 0 = the server's own voice.
    package var callID: UInt64
    /// How it ended; nil = OK.
    package var status: Status?
    /// The sequence.
    package var sequence: UInt64
    /// The response message, encoded.
    package var response: [UInt8]
    /// Whether it is the first answer given again.
    package var isRepeated: Bool
    /// Whether others follow: it is one of a stream's.
    package var more: Bool

    /// The code; OK without a status.
    package var code: StatusCode { status?.statusCode ?? .ok }

    /// The response message.
    package func decode<Response: MessageCodec>(_ type: Response.Type = Response.self) throws -> Response {
      try Response(decoding: response, in: MessageArena())
    }
  }

  /// What else can come of waiting.
  package enum Failure: Error, Equatable {
    /// The connection is over, with a closing message.
    case closed
    /// The connection is over without one, or TLS failed.
    case broken(String)
    /// Nothing came for twenty seconds.
    case timedOut
  }

  private var session: TLSSession
  private let descriptor: Descriptor
  private let arena = MessageArena()
  private var received: [UInt8] = []
  private var taken = 0

  /// Connects to a server on this machine and shakes hands. With `bufferBytes` the system keeps about so much in each direction for us.
  package init(port: UInt16, _ configuration: ClientTLSConfiguration, bufferBytes: Int32? = nil) throws {
    let descriptor = try Socket.connect(to: .loopback(port: port))
    if var bytes = bufferBytes {
      for option in [SO_RCVBUF, SO_SNDBUF] {
        unsafe setsockopt(descriptor.number, SOL_SOCKET, option, &bytes, socklen_t(MemoryLayout<Int32>.size))
      }
    }
    session = try TLSSession(
      context: TLSContext.client(configuration), descriptor: descriptor.number, role: .client(serverName: "localhost"))
    self.descriptor = consume descriptor
    try wait(for: POLLOUT)
    while true {
      switch session.handshake() {
      case .done: return
      case .wantsRead: try wait(for: POLLIN)
      case .wantsWrite: try wait(for: POLLOUT)
      case .failed(let failure): throw Failure.broken("\(failure)")
      }
    }
  }

  // MARK: Sending

  /// Sends a call.
  package func send(
    _ callID: UInt64, _ method: Messages.Method, _ request: some MessageCodec, timeoutMs: UInt32 = 0,
    commandID: String = "", actor: String = "", credit: UInt32 = 0
  ) throws {
    try send(frame(callID, method, request, timeoutMs: timeoutMs, commandID: commandID, actor: actor, credit: credit))
  }

  /// The frame of a call, to be sent together with others.
  package func frame(
    _ callID: UInt64, _ method: Messages.Method, _ request: some MessageCodec, timeoutMs: UInt32 = 0,
    commandID: String = "", actor: String = "", credit: UInt32 = 0
  ) throws -> [UInt8] {
    arena.reset()
    let prepared = try request.prepare(in: arena)
    return bytes { output in
      unsafe CallFrame.write(
        callID: callID, method: method.info.name, timeoutMs: timeoutMs, commandID: [UInt8](commandID.utf8),
        actor: actor, credit: credit, requestSize: prepared.size, into: &output, pack: { unsafe prepared.pack(to: $0) })
    }
  }

  /// Says that more replies of a stream are taken.
  package func grant(_ callID: UInt64, _ credit: UInt32) throws {
    try send(bytes { CallFrame.writeCredit(callID: callID, credit, into: &$0) })
  }

  /// Ends a call.
  package func cancel(_ callID: UInt64) throws { try send(bytes { CallFrame.writeCancel(callID: callID, into: &$0) }) }

  /// The bytes that `body` writes.
  package func bytes(_ body: (inout OutputBuffer) -> Void) -> [UInt8] {
    var output = OutputBuffer()
    body(&output)
    return unsafe output.withBytes { unsafe [UInt8]($0) }
  }

  /// Sends bytes that may be anything.
  package func send(_ bytes: [UInt8]) throws {
    var sent = 0
    while sent < bytes.count {
      let step = unsafe bytes.withUnsafeBytes { bytes in
        unsafe session.write(UnsafeRawBufferPointer(rebasing: bytes[sent...]))
      }
      switch step {
      case .bytes(let count): sent += count
      case .wantsRead: try wait(for: POLLIN)
      case .wantsWrite: try wait(for: POLLOUT)
      case .failed(let failure): throw Failure.broken("\(failure)")
      }
    }
  }

  /// Sends as much of `bytes` as the socket takes at once; how much.
  package func sendSome(_ bytes: [UInt8]) throws -> Int {
    let step = unsafe bytes.withUnsafeBytes { unsafe session.write($0) }
    return switch step {
    case .bytes(let count): count
    case .wantsRead, .wantsWrite: 0
    case .failed(let failure): throw Failure.broken("\(failure)")
    }
  }

  // MARK: Receiving

  /// The next answer, in the order in which they come.
  package func answer() throws -> Answer {
    while true {
      if let frame = takeFrame() { return try answer(in: frame) }
      try read()
    }
  }

  /// So many answers, by call id.
  package func answers(_ count: Int) throws -> [UInt64: Answer] {
    var answers: [UInt64: Answer] = [:]
    for _ in 0..<count {
      let answer = try answer()
      answers[answer.callID] = answer
    }
    return answers
  }

  /// Calls and waits for the next answer.
  package func call(
    _ method: Messages.Method, _ request: some MessageCodec, callID: UInt64 = 1, commandID: String = ""
  ) throws -> Answer {
    try send(callID, method, request, commandID: commandID)
    return try answer()
  }

  private func answer(in frame: [UInt8]) throws -> Answer {
    try unsafe frame.withUnsafeBytes { bytes in
      let header = try unsafe ReplyHeader(bytes)
      let status = try unsafe header.status.map { try unsafe Status(decoding: $0, in: arena) }
      return Answer(
        callID: header.callID, status: status, sequence: header.sequence, response: unsafe [UInt8](header.response),
        isRepeated: header.isRepeated, more: header.more)
    }
  }

  private func takeFrame() -> [UInt8]? {
    guard received.count - taken >= 4 else { return nil }
    let length = received[taken..<taken + 4].reduce(0) { $0 << 8 | Int($1) }
    guard received.count - taken >= 4 + length else { return nil }
    let frame = [UInt8](received[taken + 4..<taken + 4 + length])
    taken += 4 + length
    if taken == received.count || taken > 1 << 20 {
      received.removeFirst(taken)
      taken = 0
    }
    return frame
  }

  private func read() throws {
    var room = [UInt8](repeating: 0, count: 64 << 10)
    let step = unsafe room.withUnsafeMutableBytes { unsafe session.read(into: $0) }
    switch step {
    case .bytes(let count): received += room[..<count]
    case .wantsRead: try wait(for: POLLIN)
    case .wantsWrite: try wait(for: POLLOUT)
    case .closed: throw Failure.closed
    case .failed(let failure): throw Failure.broken("\(failure)")
    }
  }

  private func wait(for event: Int32) throws {
    var watched = pollfd(fd: descriptor.number, events: Int16(event), revents: 0)
    guard unsafe poll(&watched, 1, 20_000) > 0 else { throw Failure.timedOut }
  }
}
