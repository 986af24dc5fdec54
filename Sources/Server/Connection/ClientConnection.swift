internal import Engine
internal import EventLoop
internal import Messages
internal import Services
internal import TLS
internal import Transport
internal import Wire

/// One client: its calls in, their answers out. Confined to its network thread.
final class ClientConnection: FramedConnectionOwner {
  /// Names this connection among all that its thread ever had.
  let number: UInt64
  /// Where it comes from.
  let peer: SocketAddress
  let thread: NetworkThread

  private(set) var connection: FramedConnection?
  /// Whom the certificate names; nil before the handshake, and for whom no role is known.
  private(set) var principal: Principal?
  /// The certificate's name, for the word to somebody without a role.
  private var identityName = ""
  /// Known beforehand, so that the hot path need not look at the principal.
  private var mayReadStock = false
  /// The calls in flight.
  var inFlight: [UInt64: CallInFlight] = [:]
  /// How many of them are streams, and those of these that wait for room in the output.
  var streamCount = 0
  var streamQueue: [OpenStream] = []
  /// Slices of streams that are being pulled.
  var slicesRunning = 0
  /// Whether its thread will look after its streams at the end of the round.
  var isRemembered = false
  private let refusal: CallFailure?
  private let queries: QueryService
  private let arena: MessageArena
  private(set) var isGoingAway = false
  private var isClosing = false
  private var framesAtLastLook: UInt64 = 0
  private var looksWhileClosing = 0

  /// A connection from `peer`; with a refusal, one that will hear it and be closed.
  init(_ thread: NetworkThread, number: UInt64, peer: SocketAddress, refusal: CallFailure?) {
    self.thread = thread
    queries = thread.queries
    arena = thread.arena
    self.number = number
    self.peer = peer
    self.refusal = refusal
  }

  /// Whether it was over a limit.
  var isRefused: Bool { refusal != nil }

  /// Begins to shake hands.
  func begin(_ descriptor: consuming Descriptor, _ context: TLSContext) throws(ConnectionError) {
    connection = try FramedConnection(
      thread.group, descriptor, context, .server, thread.service.limits, owner: self)
  }

  // MARK: What the transport tells

  func connectionDidOpen(_ connection: FramedConnection) {
    if let refusal {
      thread.log.refused(peer, because: refusal.status.message)
      end(refusal)
      return
    }
    identify(connection)
    guard let principal else {
      // At once, before it can have anything held or read for it.
      thread.log.ended(peer, principal: nil, because: unauthenticated.status.message)
      end(unauthenticated)
      return
    }
    mayReadStock = principal.mayCall(.stockServiceGetStock)
    thread.log.opened(peer, principal: principal.name, identity: identityName)
    if isGoingAway { writeNotice("the server is stopping") }
  }

  func connection(_ connection: FramedConnection, received frame: UnsafeRawBufferPointer) {
    let call: CallHeader
    do throws(WireError) {
      call = try unsafe CallHeader(frame)
    } catch {
      unsafe endMalformed(frame, error)
      return
    }
    let method = unsafe Method.find(call.method)
    if method == .stockServiceGetStock, mayReadStock, !call.cancel, call.timeoutMs == 0 || !isLate(call),
      inFlight.isEmpty || inFlight[call.callID] == nil,
      unsafe call.commandID.isEmpty && call.actor.isEmpty && call.traceID.isEmpty || call.violation == nil
    {
      readStock(connection, call)
    } else {
      take(call, method)
    }
  }

  func connection(_ connection: FramedConnection, refusedFrameOf length: UInt32) {
    let failure = CallFailure.resourceExhausted(
      "a frame of \(length) bytes was announced; at most \(thread.service.limits.maximumFrameBytes) are taken")
    reply(0, failure)
    thread.log.ended(peer, principal: principal?.name, because: failure.status.message)
  }

  func connectionRefusedInput(_ connection: FramedConnection) {
    let failure = CallFailure.resourceExhausted(
      "the unfinished requests of all connections take \(thread.service.inputBudget.limit) bytes, which is the limit: try again",
      retryAfterMs: 1000)
    reply(0, failure)
    thread.log.ended(peer, principal: principal?.name, because: failure.status.message)
  }

  func connectionDidClose(_ connection: FramedConnection, _ reason: CloseReason) {
    self.connection = nil
    // Nobody waits for these any more. What is ordered already takes effect, and its answer is kept if it has a command id.
    for call in inFlight.values { abandon(call) }
    inFlight.removeAll()
    streamQueue.removeAll()
    streamCount = 0
    thread.log.closed(peer, principal: principal?.name, reason)
    thread.remove(self)
  }

  // MARK: Who it is

  private func identify(_ connection: FramedConnection) {
    let service = thread.service
    let identity = connection.withSession { session in
      Result { () throws(IdentityRefusal) in try session.peerIdentity() }
    }
    switch identity {
    case .success(let identity):
      identityName = identity.name
      // Roles are written for names. A common name or host name that looks like a URI must not be taken for one.
      guard identity.kind == .uri || !identity.name.utf8.contains(UInt8(ascii: ":")) else { return }
      principal = service.roles.principal(for: identity.name)
    case .failure(.noCertificate): principal = service.anonymous
    case .failure, nil: return
    }
  }

  /// UNAUTHENTICATED, for somebody without a role.
  var unauthenticated: CallFailure {
    CallFailure(
      .unauthenticated,
      identityName.isEmpty
        ? "no certificate was shown"
        : "the certificate's identity \(identityName) has no role here: the operator gives it one under roles")
  }

  // MARK: The hot path

  private func readStock(_ connection: FramedConnection, _ call: CallHeader) {
    var failure: CallFailure?
    let (queries, arena) = (queries, arena)
    connection.withOutput { output in
      do throws(CallFailure) {
        try unsafe queries.getStock(callID: call.callID, request: call.request, in: arena, into: &output)
      } catch {
        failure = error
      }
    }
    if let failure { reply(call.callID, failure) }
  }

  // MARK: Answers

  /// Answers with a failure.
  func reply(_ callID: UInt64, _ failure: CallFailure, sequence: UInt64 = 0, isRepeated: Bool = false) {
    thread.arena.reset()
    connection?.withOutput { output in
      ReplyFrame.write(
        callID: callID, status: failure.status, sequence: sequence, isRepeated: isRepeated, in: thread.arena,
        into: &output)
    }
  }

  /// Answers a call that the connection cannot outlive, and closes.
  func end(_ failure: CallFailure, callID: UInt64 = 0) {
    reply(callID, failure)
    connection?.closeAfterFlush()
  }

  private func endMalformed(_ frame: UnsafeRawBufferPointer, _ error: WireError) {
    thread.log.ended(peer, principal: principal?.name, because: "a malformed call: \(error)")
    let callID = unsafe leadingCallID(frame)
    end(CallFailure(.invalidArgument, "this is not a well-formed Call: \(error)"), callID: callID)
  }

  // MARK: The end

  /// Tells the client to send nothing new.
  func goAway(_ reason: String) {
    isGoingAway = true
    guard let connection, connection.isOpen else { return }
    framesAtLastLook = connection.receivedFrames
    writeNotice(reason)
    endStreams(.unavailable("\(reason): open the stream again on another connection"))
  }

  private func writeNotice(_ reason: String) {
    thread.arena.reset()
    connection?.withOutput { output in
      ReplyFrame.write(notice: Notice(kind: .goingAway, message: reason), in: thread.arena, into: &output)
    }
  }

  /// Closes if no call is in flight and no frame has come since the last look; or all the same. To be called again and again: a client that has all its
  /// answers and does not end its side is waited for no longer than ``patience`` looks.
  func closeIfQuiet(evenIfNot isForced: Bool) {
    guard let connection else { return }
    if isClosing {
      looksWhileClosing = connection.waitingOutputBytes > 0 ? 0 : looksWhileClosing + 1
      if looksWhileClosing > Self.patience { connection.close() }
      return
    }
    let isQuiet = inFlight.isEmpty && connection.receivedFrames == framesAtLastLook
    framesAtLastLook = connection.receivedFrames
    guard isQuiet || isForced else { return }
    isClosing = true
    connection.closeAfterFlush()
  }

  private static let patience = 10

  /// Closes without a word.
  func closeAtOnce() { connection?.close() }
}

/// The call id at the start of a frame that is no Call, as far as there is one; otherwise 0.
func leadingCallID(_ frame: UnsafeRawBufferPointer) -> UInt64 {
  guard frame.count > 1, unsafe frame.first == 0x08 else { return 0 }
  var id: UInt64 = 0
  for index in 1..<min(frame.count, 11) {
    let byte = unsafe frame[index]
    id |= UInt64(byte & 0x7F) << UInt64(7 * (index - 1))
    if byte < 0x80 { return id }
  }
  return 0
}
