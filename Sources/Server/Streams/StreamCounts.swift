internal import Messages
internal import Synchronization

/// Counts the streams of all connections, and the snapshots that they hold.
final class StreamCounts: Sendable {
  private struct Counts {
    var open = 0
    var snapshots = 0
  }

  private let limit: Int
  private let counts = Mutex(Counts())

  /// At most `limit` streams at once.
  init(limit: Int) { self.limit = limit }

  /// Streams that are open, and snapshots that they hold.
  var now: (open: Int, snapshots: Int) { counts.withLock { ($0.open, $0.snapshots) } }

  /// Counts a stream that is to be opened. Given back with ``leave()``.
  ///
  /// - Throws: RESOURCE_EXHAUSTED at the limit.
  func enter() throws(CallFailure) {
    let isTaken = counts.withLock { counts in
      guard counts.open < limit else { return false }
      counts.open += 1
      return true
    }
    guard isTaken else {
      throw .resourceExhausted("\(limit) streams are open, which is the limit: try again", retryAfterMs: 1000)
    }
  }

  /// Counts the end of a stream.
  func leave() { counts.withLock { $0.open -= 1 } }

  /// Counts a snapshot that a stream holds from now on.
  func snapshotOpened() { counts.withLock { $0.snapshots += 1 } }

  /// Counts the end of a snapshot.
  func snapshotClosed() { counts.withLock { $0.snapshots -= 1 } }
}
