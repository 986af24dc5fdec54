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
  private var continuation: CheckedContinuation<Answer<[UInt8]>, any Error>?

  /// A call of a method.
  ///
  /// - Throws: ``HoldfastError`` of INVALID_ARGUMENT for what no server would take.
  init(
    _ method: Method, _ request: [UInt8], _ options: CallOptions, _ configuration: HoldfastClient.Configuration
  ) throws {
    let info = method.info
    self.method = method
    self.request = request
    commandID = info.kind == .command ? options.commandID ?? .unique() : options.commandID
    actor = options.actor ?? configuration.actor
    traceID = options.traceID
    allowsRetry = options.allowsRetry
    timeout = (options.timeout ?? configuration.defaultTimeout).wholeNanoseconds
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
    self.timeout = timeout.wholeNanoseconds
  }

  var isFinished: Bool { id != 0 && continuation == nil }

  /// Whether sending it twice does no more than sending it once.
  var isRepeatable: Bool {
    guard let method else { return true }
    return method.kind == .query || method.kind == .command && commandID?.bytes.isEmpty == false
  }

  /// Whether it may have done something although no answer came.
  var mayHaveTakenEffect: Bool { method?.kind != .query && (wasLost || connection != nil) }

  /// Takes the number and the continuation of a call that starts.
  func begin(_ id: UInt64, _ continuation: CheckedContinuation<Answer<[UInt8]>, any Error>) {
    self.id = id
    self.continuation = continuation
  }

  /// Ends the call; only the first time counts.
  func resume(with result: Result<Answer<[UInt8]>, any Error>) {
    guard let continuation = continuation.take() else { return }
    request = []
    continuation.resume(with: result)
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
    if info.isServerStreaming {
      return HoldfastError(.unimplemented, "the method answers with a row of replies, which this client does not take")
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
