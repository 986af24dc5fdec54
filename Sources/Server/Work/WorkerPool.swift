internal import Dispatch
internal import Engine
internal import Messages
internal import Synchronization

/// A few threads for what must not keep a network thread: what waits for a disk, or takes its time. Jobs are begun in the order in which they came.
final class WorkerPool: Sendable {
  /// What is to be done; the arena is the thread's own, and empty.
  typealias Job = @Sendable (MessageArena) -> Void

  private struct State {
    var jobs: [Job] = []
    var isStopped = false
  }

  private let state = Mutex(State())
  private let arrived = DispatchSemaphore(value: 0)
  private let threads = Mutex<[EngineThread]>([])

  /// Starts `count` threads with `name`; fewer if the system gives no more, and nil if it gives none.
  init?(name: String, count: Int, arenaCapacity: Int) {
    for index in 0..<count {
      let thread = EngineThread(name: "\(name)-\(index)") { [self] in
        let arena = MessageArena(capacity: arenaCapacity)
        while let job = next() {
          arena.reset()
          job(arena)
        }
      }
      if let thread { threads.withLock { $0.append(thread) } }
    }
    if threads.withLock({ $0.isEmpty }) { return nil }
  }

  /// Jobs that no thread has begun.
  var waitingCount: Int { state.withLock { $0.jobs.count } }

  /// Has `job` done; false once the pool is stopped, and then it is not.
  @discardableResult
  func add(_ job: @escaping Job) -> Bool {
    let isTaken = state.withLock { state in
      guard !state.isStopped else { return false }
      state.jobs.append(job)
      return true
    }
    if isTaken { arrived.signal() }
    return isTaken
  }

  /// Does what waits, and ends the threads. Blocks until that is done.
  func stop() {
    state.withLock { $0.isStopped = true }
    let threads = threads.withLock { threads in
      defer { threads = [] }
      return threads
    }
    for _ in threads { arrived.signal() }
    for thread in threads { thread.join() }
  }

  /// Waits for the next job; nil when there will be none.
  private func next() -> Job? {
    arrived.wait()
    return state.withLock { $0.jobs.isEmpty ? nil : $0.jobs.removeFirst() }
  }
}
