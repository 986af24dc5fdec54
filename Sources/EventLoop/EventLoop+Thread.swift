internal import CSystem
internal import Glibc

extension EventLoop {
  /// Starts a thread that runs the loop, pinned to processor `cpu` if one is given.
  package func start(cpu: Int? = nil) throws(SystemError) {
    var thread = pthread_t()
    let loop = unsafe Unmanaged.passRetained(self)
    let code = unsafe holdfast_start_thread(&thread, Int32(clamping: cpu ?? -1), runLoop, loop.toOpaque())
    guard code == 0 else {
      unsafe loop.release()
      throw .startingThread(errno: -code)
    }
    crossing.keepThread(thread)
  }

  /// Waits until the thread that ``start(cpu:)`` made is over, from another thread; at once when there is none or it was waited for.
  package func join() {
    guard let thread = crossing.takeThread() else { return }
    _ = pthread_join(thread, nil)
  }

  /// Has `work` done on the loop's thread, in the order of posting; from any thread. False when the loop is over and will never do it.
  @discardableResult
  package func post(_ work: @escaping @Sendable () -> Void) -> Bool {
    guard crossing.post(work) else { return false }
    callAttention()
    return true
  }

  /// Ends the loop after its present round, with what was posted before done; from any thread.
  package func stop() {
    crossing.stop()
    callAttention()
  }

  func callAttention() {
    guard crossing.callAttention() else { return }
    var one: UInt64 = 1
    _ = unsafe write(alarm.number, &one, 8)
  }
}

private func runLoop(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context = unsafe context else { return nil }
  let loop = unsafe Unmanaged<EventLoop>.fromOpaque(context).takeRetainedValue()
  // Signals are for whoever reads them from a descriptor; a broken pipe is an error of the call that met it.
  holdfast_block_all_signals()
  unsafe holdfast_name_thread(loop.name)
  loop.run()
  return nil
}
