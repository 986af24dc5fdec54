internal import Dispatch
internal import Glibc

/// Long work that Ctrl-C ends in order: what is open is told, and half-made files go away.
enum SignalCancellation {
  /// Does `body` in a task that SIGINT or SIGTERM cancels.
  ///
  /// - Throws: ``ToolFailure`` when it was cancelled, and what `body` throws.
  static func around<Result: Sendable>(
    _ body: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    let task = Task { try await body() }
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { task.cancel() }
      source.resume()
      return source
    }
    defer {
      for source in sources { source.cancel() }
      for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    }
    do {
      return try await task.value
    } catch is CancellationError {
      throw ToolFailure(.unavailable, "interrupted")
    }
  }
}
