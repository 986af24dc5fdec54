internal import CSystem
internal import Glibc
internal import Synchronization

/// A thread with a name, for the engine and for what is built on it.
@safe
package final class EngineThread: Sendable {
  private final class Body {
    let name: String
    let run: @Sendable () -> Void
    init(name: String, run: @escaping @Sendable () -> Void) {
      self.name = name
      self.run = run
    }
  }

  private let handle: Mutex<pthread_t?>

  /// Starts `run` on a thread with `name` (15 bytes are shown); nil if the system gives no thread.
  package init?(name: String, run: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    let body = unsafe Unmanaged.passRetained(Body(name: name, run: run))
    let code = unsafe holdfast_start_thread(
      &thread, -1,
      { context in
        guard let context = unsafe context else { return nil }
        let body = unsafe Unmanaged<Body>.fromOpaque(context).takeRetainedValue()
        unsafe holdfast_name_thread(body.name)
        body.run()
        return nil
      }, body.toOpaque())
    guard code == 0 else {
      unsafe body.release()
      return nil
    }
    handle = Mutex(thread)
  }

  /// Waits until the thread has ended.
  package func join() {
    let thread = handle.withLock { handle in
      let thread = handle
      handle = nil
      return thread
    }
    if let thread { _ = pthread_join(thread, nil) }
  }
}
