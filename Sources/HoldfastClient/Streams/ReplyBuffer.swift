internal import Messages
internal import Synchronization

/// The replies of a stream on their way from the client's thread to the task that reads them. Holds as many as were granted, at most.
final class ReplyBuffer: Sendable {
  private struct State {
    var replies: [Answer<[UInt8]>] = []
    var start = 0
    var end: Result<Void, any Error>?
    var reader: CheckedContinuation<Answer<[UInt8]>?, any Error>?

    mutating func take() -> Answer<[UInt8]>? {
      guard start < replies.count else { return nil }
      let reply = replies[start]
      start += 1
      if start == replies.count {
        replies.removeAll(keepingCapacity: true)
        start = 0
      }
      return reply
    }
  }

  private let state = Mutex(State())

  /// Adds a reply.
  func push(_ reply: Answer<[UInt8]>) {
    let reader = state.withLock { state -> CheckedContinuation<Answer<[UInt8]>?, any Error>? in
      guard state.end == nil else { return nil }
      if let reader = state.reader.take() { return reader }
      state.replies.append(reply)
      return nil
    }
    reader?.resume(returning: reply)
  }

  /// Ends the stream behind the replies that wait; only the first end counts.
  func finish(_ end: Result<Void, any Error>) {
    let reader = state.withLock { state -> CheckedContinuation<Answer<[UInt8]>?, any Error>? in
      guard state.end == nil else { return nil }
      state.end = end
      return state.reader.take()
    }
    reader?.resume(with: end.map { nil })
  }

  /// The next reply if it is there, or the end.
  ///
  /// - Returns: nil where one must wait; the inner nil is the end.
  func takeAtOnce() throws -> Answer<[UInt8]>?? {
    try state.withLock { state -> Result<Answer<[UInt8]>??, any Error> in
      if let reply = state.take() { return .success(.some(.some(reply))) }
      switch state.end {
      case .success?: return .success(.some(.none))
      case .failure(let error)?: return .failure(error)
      case nil: return .success(.none)
      }
    }.get()
  }

  /// The next reply, or nil at the end. For one task at a time.
  func next() async throws -> Answer<[UInt8]>? {
    try await withCheckedThrowingContinuation { continuation in
      let result = state.withLock { state -> Result<Answer<[UInt8]>?, any Error>? in
        if let reply = state.take() { return .success(reply) }
        if let end = state.end { return end.map { nil } }
        guard state.reader == nil else {
          return .failure(HoldfastError(.failedPrecondition, "a stream is read by one task at a time"))
        }
        state.reader = continuation
        return nil
      }
      if let result { continuation.resume(with: result) }
    }
  }
}
