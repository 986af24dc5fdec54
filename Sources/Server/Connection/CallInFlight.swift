internal import Engine

/// A call that has been taken and not been answered to its end.
enum CallInFlight {
  /// A command, which can be taken back until it is ordered.
  case command(CommandCancellation)
  /// An operation. Nothing stops it.
  case operation

  /// Its caller does not want it any more. A command answers for itself: as cancelled if it still waited, otherwise with what became of it.
  func cancel() {
    switch self {
    case .command(let cancellation): cancellation.cancel()
    case .operation: return
    }
  }

  /// Its connection is gone. What is ordered already takes effect, and its answer is kept if it has a command id.
  func abandon() { cancel() }
}
