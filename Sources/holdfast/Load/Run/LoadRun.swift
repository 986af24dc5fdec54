internal import EventLoop
internal import Glibc
internal import Histogram
internal import Messages
internal import Synchronization
internal import TLS

/// Directs the threads of a run and gathers what they count. Everything is bounded: opening, running, and waiting for
/// the last answers.
struct LoadRun {
  /// What to do.
  let plan: LoadPlan
  /// Whom to do it to.
  let target: LoadTarget
  /// The server's process, if it is to be looked at.
  var server: ServerProcess?

  /// How long opening all connections may take, in nanoseconds.
  private static let openingNanoseconds: UInt64 = 60_000_000_000
  private static let second: UInt64 = 1_000_000_000

  /// Runs, and tells each second to `watch` as it passes. SIGINT and SIGTERM end the run early, not without a result.
  ///
  /// - Throws: ``ToolFailure`` when the run could not be made or not be finished.
  func run(watch: (LoadResult.Second) -> Void) throws -> LoadResult {
    let workers: [LoadWorker]
    do {
      try SignalSource.block()
      let frames = try LoadFrames(plan)
      workers = try (0..<plan.threads).map { try LoadWorker(plan, frames, target, number: $0) }
      for worker in workers { try worker.start() }
    } catch {
      throw ToolFailure(.local, "\(error)")
    }
    var gathering = Gathering(plan, workers)
    do {
      try open(workers)
      let startedAt = Int64(time(nil))
      let start = MonotonicClock.nanoseconds + 10_000_000
      for worker in workers { worker.begin(at: start) }
      let measureFrom = start + plan.leadNanoseconds
      try measure(workers, &gathering, from: measureFrom, watch)
      try drain(workers)
      for worker in workers { worker.finish() }
      gathering.takeRest()
      return gathering.result(startedAt: startedAt)
    } catch {
      for worker in workers { worker.finish() }
      throw error
    }
  }

  private func open(_ workers: [LoadWorker]) throws {
    let deadline = MonotonicClock.nanoseconds + Self.openingNanoseconds
    while true {
      try throwFailure(of: workers)
      let opened = workers.reduce(0) { sum, worker in sum + worker.exchange.withLock { $0.opened } }
      if opened >= plan.connections { return }
      if MonotonicClock.nanoseconds > deadline {
        throw ToolFailure(.unavailable, "only \(opened) of \(plan.connections) connections could be opened in time")
      }
      if Interruption.wait(until: MonotonicClock.nanoseconds + 2_000_000) {
        throw ToolFailure(.local, "interrupted before the run began")
      }
    }
  }

  private func measure(
    _ workers: [LoadWorker], _ gathering: inout Gathering, from measureFrom: UInt64,
    _ watch: (LoadResult.Second) -> Void
  ) throws {
    let end = measureFrom + plan.durationNanoseconds
    // Whole seconds before and after measuring begins.
    var tick = measureFrom - plan.leadNanoseconds / Self.second * Self.second
    while true {
      let isCut = try wait(until: tick, workers)
      if isCut { tick = min(tick, MonotonicClock.nanoseconds) }
      let second = gathering.gather(measureFrom: measureFrom, tick: tick, server?.nanoseconds)
      if let second { watch(second) }
      if isCut {
        for worker in workers { worker.stopCalling() }
        return
      }
      if tick >= end { return }
      tick = min(end, tick + Self.second)
    }
  }

  /// Waits until `time`; true when the run is over before that.
  private func wait(until time: UInt64, _ workers: [LoadWorker]) throws -> Bool {
    while true {
      let now = MonotonicClock.nanoseconds
      if now >= time { return false }
      if Interruption.wait(until: min(time, now + 20_000_000)) { return true }
      try throwFailure(of: workers)
      if plan.count != nil, workers.allSatisfy({ $0.exchange.withLock { $0.isDrained } }) { return true }
    }
  }

  private func drain(_ workers: [LoadWorker]) throws {
    let deadline = MonotonicClock.nanoseconds + plan.drainNanoseconds
    while MonotonicClock.nanoseconds < deadline {
      try throwFailure(of: workers)
      if workers.allSatisfy({ $0.exchange.withLock { $0.isDrained } }) { return }
      for worker in workers { worker.nudge() }
      if Interruption.wait(until: MonotonicClock.nanoseconds + 5_000_000) { return }
    }
  }

  private func throwFailure(of workers: [LoadWorker]) throws {
    for worker in workers {
      if let failure = worker.exchange.withLock({ $0.failure }) { throw ToolFailure(.unavailable, failure) }
    }
  }
}

/// Waiting that a person can cut short.
enum Interruption {
  /// Waits until an instant of the monotonic clock; true when SIGINT or SIGTERM came before it.
  static func wait(until time: UInt64) -> Bool {
    let now = MonotonicClock.nanoseconds
    guard time > now else { return false }
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGINT)
    unsafe sigaddset(&signals, SIGTERM)
    var span = timespec(tv_sec: Int((time - now) / 1_000_000_000), tv_nsec: Int((time - now) % 1_000_000_000))
    return unsafe sigtimedwait(&signals, nil, &span) > 0
  }
}
