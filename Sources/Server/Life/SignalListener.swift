internal import Dispatch
internal import EventLoop
internal import Glibc
package import Logging
internal import Synchronization

/// Hands signals from the loop that reads them to the thread that acts on them, which may take its time.
package final class SignalListener: Sendable {
  /// What the operator wishes.
  package enum Wish: Sendable {
    /// Read the certificates again.
    case reload
    /// Stop.
    case stop
  }

  private let wishes = Mutex<[Wish]>([])
  private let arrived = DispatchSemaphore(value: 0)
  private let logger: Logger

  /// Logs to `logger`.
  package init(_ logger: Logger) { self.logger = logger }

  /// Waits for the next wish.
  package func next() -> Wish {
    arrived.wait()
    return wishes.withLock { $0.removeFirst() }
  }

  /// Reads signals on `loop`, which is not running yet.
  func listen(on loop: EventLoop) throws(SystemError) {
    var stops = 0
    _ = try SignalSource(loop) { signal in
      switch signal {
      case .hangUp: self.add(.reload)
      case .terminate, .interrupt:
        stops += 1
        if stops > 1 {
          self.logger.warning("stopping at once: what was answered is on disk, what was not may be lost")
          _exit(1)
        }
        self.add(.stop)
      }
    }
  }

  private func add(_ wish: Wish) {
    wishes.withLock { $0.append(wish) }
    arrived.signal()
  }
}
