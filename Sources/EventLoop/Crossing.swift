internal import Glibc
internal import Synchronization

/// What other threads may touch of a loop: posted work, and whether the loop sleeps, is called for or is to stop.
final class Crossing: Sendable {
  typealias Work = @Sendable () -> Void

  private struct Posted {
    var work: [Work] = []
    var isClosed = false
  }

  private let posted = Mutex(Posted())
  private let attention = Atomic(false)
  private let sleeping = Atomic(false)
  private let stopping = Atomic(false)
  private let runner = Atomic<UInt>(0)
  private let started = Mutex<pthread_t?>(nil)

  var isStopping: Bool { stopping.load(ordering: .relaxed) }

  var isOnThread: Bool {
    let owner = runner.load(ordering: .relaxed)
    return owner == 0 || owner == UInt(pthread_self())
  }

  func enter() { runner.store(UInt(pthread_self()), ordering: .relaxed) }

  func leave() { runner.store(0, ordering: .relaxed) }

  func keepThread(_ thread: pthread_t) { started.withLock { $0 = thread } }

  func takeThread() -> pthread_t? { started.withLock { $0.take() } }

  /// Adds work; false when the loop is over and will never do it.
  func post(_ work: @escaping Work) -> Bool {
    posted.withLock { posted in
      guard !posted.isClosed else { return false }
      posted.work.append(work)
      return true
    }
  }

  func takePosted() -> [Work] {
    posted.withLock { posted in
      guard !posted.work.isEmpty else { return [] }
      let work = posted.work
      posted.work = []
      return work
    }
  }

  /// Refuses work from now on, and gives what was posted before.
  func close() -> [Work] {
    posted.withLock { posted in
      posted.isClosed = true
      let work = posted.work
      posted.work = []
      return work
    }
  }

  func stop() { stopping.store(true, ordering: .sequentiallyConsistent) }

  /// Calls for attention; whether the loop sleeps and the caller is the one to ring the alarm.
  func callAttention() -> Bool {
    attention.store(true, ordering: .sequentiallyConsistent)
    return sleeping.load(ordering: .sequentiallyConsistent)
      && sleeping.exchange(false, ordering: .sequentiallyConsistent)
  }

  /// Says that the loop is about to sleep; false when it is called for already and must not.
  func fallAsleep() -> Bool {
    sleeping.store(true, ordering: .sequentiallyConsistent)
    guard attention.load(ordering: .sequentiallyConsistent) || isStopping else { return true }
    sleeping.store(false, ordering: .relaxed)
    return false
  }

  func wakeUp() { sleeping.store(false, ordering: .relaxed) }

  /// Whether the loop is called for; what was to be done before the call is then seen.
  func takeAttention() -> Bool {
    attention.load(ordering: .relaxed) && attention.exchange(false, ordering: .sequentiallyConsistent)
  }
}
