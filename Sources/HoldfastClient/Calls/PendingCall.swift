internal import EventLoop
internal import Messages
internal import Wire

/// A call from its start to its end, with all that is needed to send it again.
///
/// Sendable: made by the caller's task, and touched by nothing but the client's thread after it was handed over.
final class PendingCall: @unchecked Sendable {
  /// What is called; nil for one that only waits for a connection.
  let method: Method?
  let commandID: CommandID?
  let actor: String
  let traceID: String
  let allowsRetry: Bool
  /// How long it may take, in nanoseconds; `.max` for ever.
  let timeout: UInt64
  /// Whether it is answered by a row of replies.
  let isStream: Bool
  /// How many of these the server may send ahead of the reader.
  let window: UInt32
  private(set) var request: [UInt8]

  /// Its number on the wire, the same each time it is sent; 0 before it has started.
  var id: UInt64 = 0
  /// When it runs out, by the loop's clock; `.max` for never.
  var deadline = UInt64.max
  var deadlineTimer: TimerToken?
  var retryTimer: TimerToken?
  /// The connection that owes the answer.
  var connection: ServerConnection?
  /// How often it was sent.
  var sendCount = 0
  /// How often it was sent or could not be, for want of a connection.
  var attempts = 0
  /// Whether it was sent on a connection that was lost before the answer came.
  var wasLost = false
  /// What went wrong last, for the error that tells of the end.
  var lastFailure = ""
  var isCancelled = false
  /// Of a stream: replies that came, those that the server may have sent by now, and when it was last heard, by the loop's clock.
  var received: UInt64 = 0
  var granted: UInt64 = 0
  var heardAt: UInt64 = 0
  private var receiver: Receiver?

  /// Who waits for it.
  enum Receiver {
    /// A task that waits for the one answer.
    case answer(CheckedContinuation<Answer<[UInt8]>, any Error>)
    /// What the replies of a stream are read from.
    case stream(ReplyBuffer)
  }

  /// A call of a method.
  ///
  /// - Throws: ``HoldfastError`` of INVALID_ARGUMENT for what no server would take.
  init(
    _ method: Method, _ request: [UInt8], _ options: CallOptions, _ configuration: HoldfastClient.Configuration,
    isStream: Bool = false
  ) throws {
    let info = method.info
    self.method = method
    self.request = request
    commandID = info.kind == .command ? options.commandID ?? .unique() : options.commandID
    actor = options.actor ?? configuration.actor
    traceID = options.traceID
    allowsRetry = options.allowsRetry
    self.isStream = isStream
    window = UInt32(min(max(options.streamWindow, 1), 65_536))
    timeout =
      (options.timeout.map(\.wholeNanoseconds) ?? (isStream ? .max : configuration.defaultTimeout.wholeNanoseconds))
    if let failure = fault(info) {
      var failure = failure
      failure.method = info.name
      throw failure
    }
  }

  /// One that ends as soon as there is a connection.
  init(connecting timeout: Duration) {
    method = nil
    request = []
    commandID = nil
    actor = ""
    traceID = ""
    allowsRetry = true
    isStream = false
    window = 0
    self.timeout = timeout.wholeNanoseconds
  }

  var isFinished: Bool { id != 0 && receiver == nil }

  /// Whether sending it twice does no more than sending it once.
  var isRepeatable: Bool {
    guard let method else { return true }
    // What was read of a stream would be read again.
    if isStream { return received == 0 }
    return method.kind == .query || method.kind == .command && commandID?.bytes.isEmpty == false
  }

  /// Whether it may have done something although no answer came.
  var mayHaveTakenEffect: Bool { !isStream && method?.kind != .query && (wasLost || connection != nil) }

  /// Takes the number and the receiver of a call that starts.
  func begin(_ id: UInt64, _ receiver: Receiver) {
    self.id = id
    self.receiver = receiver
  }

  /// Gives on a reply of a stream.
  func push(_ reply: Answer<[UInt8]>) {
    if case .stream(let buffer)? = receiver { buffer.push(reply) }
  }

  /// Ends the call; only the first time counts.
  func resume(with result: Result<Answer<[UInt8]>, any Error>) {
    guard let receiver = receiver.take() else { return }
    request = []
    switch receiver {
    case .answer(let continuation): continuation.resume(with: result)
    case .stream(let buffer): buffer.finish(result.map { _ in })
    }
  }

  /// The failure as the caller is to see it.
  func failure(_ error: HoldfastError) -> HoldfastError {
    var error = error
    error.method = method?.info.name ?? ""
    error.commandID = commandID?.bytes.isEmpty == false ? commandID : nil
    error.attempts = sendCount
    return error
  }

  private func fault(_ info: MethodInfo) -> HoldfastError? {
    if info.isServerStreaming != isStream {
      return HoldfastError(
        .unimplemented,
        isStream
          ? "the method answers with one reply: call it" : "the method answers with a row of replies: open a stream")
    }
    if request.count > WireLimits.maximumMessageBytes {
      return HoldfastError(
        .invalidArgument, "the request has \(request.count) bytes; at most \(WireLimits.maximumMessageBytes) are taken")
    }
    if commandID?.isWithinLimits == false {
      return .violation("command_id", "must have at most \(WireLimits.maximumCommandIDBytes) bytes")
    }
    return text(actor, "actor", WireLimits.maximumActorBytes)
      ?? text(traceID, "trace_id", WireLimits.maximumTraceIDBytes)
  }

  private func text(_ value: String, _ field: String, _ limit: Int) -> HoldfastError? {
    if value.utf8.count > limit { return .violation(field, "must have at most \(limit) bytes") }
    if value.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      return .violation(field, "must not contain control characters")
    }
    return nil
  }
}
