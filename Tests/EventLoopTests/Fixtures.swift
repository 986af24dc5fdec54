import EventLoop
import Glibc
import Synchronization

/// A loop on its own thread, stopped and waited for when the test is over.
final class RunningLoop: Sendable {
  let loop: EventLoop

  init(_ name: String = "test") throws(SystemError) {
    loop = try EventLoop(name: name)
    try loop.start()
  }

  deinit {
    loop.stop()
    loop.join()
  }

  /// Does `work` on the loop's thread and waits for it.
  func sync(_ work: @escaping @Sendable () -> Void) {
    let flag = Flag()
    loop.post {
      work()
      flag.raise()
    }
    flag.wait()
  }
}

/// Raised once, by one thread for another.
final class Flag: Sendable {
  private let raised = Atomic(false)

  func raise() { raised.store(true, ordering: .releasing) }

  /// Gives up after ten seconds, so that a test that fails ends.
  @discardableResult
  func wait() -> Bool { eventually { raised.load(ordering: .acquiring) } }
}

/// Waits until `condition` holds, ten seconds at most; whether it did.
@discardableResult
func eventually(_ condition: () -> Bool) -> Bool {
  for _ in 0..<20_000 {
    if condition() { return true }
    usleep(500)
  }
  return condition()
}

/// Runs `body` on `count` threads at once and waits for them.
func inParallel(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
  let flags = (0..<count).map { _ in Flag() }
  let loops = flags.indices.compactMap { _ in try? RunningLoop("parallel") }
  for (index, running) in loops.enumerated() {
    let flag = flags[index]
    running.loop.post {
      body(index)
      flag.raise()
    }
  }
  for flag in flags { flag.wait() }
}

/// A source that does what a test says.
final class Recorder: EventSource {
  private let body: (Readiness) -> Void
  var then: () -> Void = {}

  init(_ body: @escaping (Readiness) -> Void) { self.body = body }

  func ready(_ readiness: Readiness) {
    body(readiness)
    then()
  }
}

/// A non-blocking pipe.
final class Pipe: Sendable {
  let readEnd: Int32
  let writeEnd: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    _ = unsafe pipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  func put() {
    var byte: UInt8 = 1
    _ = unsafe write(writeEnd, &byte, 1)
  }

  /// Takes a byte; false when there is none.
  func take() -> Bool {
    var byte: UInt8 = 0
    return unsafe read(readEnd, &byte, 1) == 1
  }
}
