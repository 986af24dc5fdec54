internal import Synchronization

/// A way to call a loop from other threads again and again, without allocating: signals that come before the loop has handled the last
/// one are one.
package final class WakeUp: Sendable {
  private let isSignalled = Atomic(false)
  private let loop: EventLoop
  let handler: @Sendable () -> Void

  /// Has `handler` called on the loop's thread after each ``signal()``; to be made on the loop's thread. The loop holds on to it.
  package init(_ loop: EventLoop, handler: @escaping @Sendable () -> Void) {
    assert(loop.isOnThread)
    self.loop = loop
    self.handler = handler
    loop.wakeUps.append(self)
  }

  /// Calls the loop; from any thread. What was done before is seen by the handler. Costs a system call only when the loop sleeps.
  package func signal() {
    guard !isSignalled.exchange(true, ordering: .sequentiallyConsistent) else { return }
    loop.callAttention()
  }

  func takeSignal() -> Bool {
    isSignalled.load(ordering: .relaxed) && isSignalled.exchange(false, ordering: .sequentiallyConsistent)
  }
}
