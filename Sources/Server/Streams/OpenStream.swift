internal import EventLoop

/// A stream as its connection sees it. Confined to the connection's network thread.
final class OpenStream {
  let work: StreamWork
  /// How many replies the client takes as yet.
  private(set) var credit: UInt64
  /// Whether a stream thread has it.
  var isRunning = false
  /// Whether it waits for its turn on its connection.
  var isQueued = false
  /// Ends it when its time is over.
  var deadline: TimerToken?
  /// Ends it when it has held its snapshot for too long.
  var snapshotEnd: TimerToken?

  /// A stream whose client takes `credit` replies.
  init(_ work: StreamWork, credit: UInt64) {
    self.work = work
    self.credit = credit
  }

  /// More credit than this is not counted: nobody takes so many replies.
  static let creditLimit = UInt64(1) << 40

  /// Adds to the credit; what goes beyond the limit is lost.
  func add(credit more: UInt32) { credit = min(credit + UInt64(more), Self.creditLimit) }

  /// Takes the replies of a slice off the credit.
  func use(_ replies: Int) { credit -= min(credit, UInt64(max(replies, 0))) }
}
