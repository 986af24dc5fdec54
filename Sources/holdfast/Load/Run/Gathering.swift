internal import EventLoop
internal import Glibc
internal import Histogram
internal import Synchronization

/// What the threads have counted, put together second by second.
struct Gathering {
  /// Where a thread stands at one end of what is measured.
  private struct Mark {
    var time: UInt64
    var busyNanoseconds: UInt64
  }

  private let plan: LoadPlan
  private let workers: [LoadWorker]
  private var total: Tally
  private var series: [LoadResult.Second] = []
  private var last: [Mark?]
  private var begin: [Mark?]
  private var end: [Mark?]
  private var answered: UInt64 = 0
  private var lastTick: UInt64 = 0
  private var serverBegin: UInt64?
  private var serverEnd: UInt64?

  init(_ plan: LoadPlan, _ workers: [LoadWorker]) {
    self.plan = plan
    self.workers = workers
    total = Tally(plan.scenario.operations)
    last = workers.map { _ in nil }
    begin = last
    end = last
  }

  /// Asks all threads for what they have counted since the last time, and makes a second of it, which ends at `tick`;
  /// nil the first time, which is when counting begins.
  mutating func gather(measureFrom: UInt64, tick: UInt64, _ serverTime: UInt64?) -> LoadResult.Second? {
    for worker in workers { worker.publish() }
    let isMeasured = tick > measureFrom
    let start = measureFrom - plan.leadNanoseconds
    var sum = Tally(plan.scenario.operations)
    var share = 0.0
    var seconds = 0.0
    for (index, worker) in workers.enumerated() {
      let all = Self.await(worker)
      guard let published = all.last else { continue }
      let mark = Mark(time: published.time, busyNanoseconds: published.busyNanoseconds)
      if let last = last[index] {
        let elapsed = Double(max(1, mark.time - min(mark.time, last.time)))
        share = max(share, Double(mark.busyNanoseconds - min(mark.busyNanoseconds, last.busyNanoseconds)) / elapsed)
        seconds = max(seconds, elapsed / 1e9)
      }
      last[index] = mark
      if isMeasured { end[index] = mark } else { begin[index] = mark }
      for each in all {
        sum.add(each.tally)
        var spare = each.tally
        spare.reset()
        worker.exchange.withLock { $0.spare.append(spare) }
      }
    }
    if isMeasured {
      serverEnd = serverTime
      answered += sum.answered
    } else {
      serverBegin = serverTime
    }
    total.add(sum)
    let second = LoadResult.Second(
      time: (Double(tick) - Double(measureFrom)) / 1e9,
      offeredPerSecond: plan.offeredPerSecond(
        from: lastTick - min(lastTick, start), to: tick - min(tick, start)),
      answeredPerSecond: seconds > 0 ? Double(sum.answered) / seconds : 0, failed: sum.failed,
      latency: LoadResult.Latency(sum.allLatencies), clientShare: share)
    lastTick = tick
    guard seconds > 0 else { return nil }
    series.append(second)
    return second
  }

  /// Takes what was counted after the last second, once the threads are over.
  mutating func takeRest() {
    for worker in workers {
      for published in worker.exchange.withLock({ $0.published }) { total.add(published.tally) }
    }
  }

  /// All of it.
  func result(startedAt: Int64) -> LoadResult {
    var busy = 0.0
    var seconds = 0.0
    var shares: [Double] = []
    for (begin, end) in zip(begin, end) {
      guard let begin, let end, end.time > begin.time else { continue }
      let used = Double(end.busyNanoseconds - min(end.busyNanoseconds, begin.busyNanoseconds))
      busy += used
      shares.append(used / Double(end.time - begin.time))
      seconds = max(seconds, Double(end.time - begin.time) / 1e9)
    }
    let calls = max(1, Double(answered))
    var server: LoadResult.Server?
    if let serverBegin, let serverEnd, serverEnd >= serverBegin, seconds > 0 {
      let used = Double(serverEnd - serverBegin)
      server = LoadResult.Server(share: used / 1e9 / seconds, nanosecondsPerCall: used / calls)
    }
    let operations = total.operations.enumerated().map { row, operation in
      LoadResult.OperationResult(
        name: operation.name, outcomes: outcomes(of: operation), latency: LoadResult.Latency(total.latencies[row]),
        histogram: total.latencies[row].buckets)
    }
    let (measured, errors) = counts()
    return LoadResult(
      startedAt: startedAt, settings: plan.settings, seconds: seconds,
      offeredPerSecond: seconds > 0 ? Double(total.offered) / seconds : 0,
      answeredPerSecond: seconds > 0 ? Double(answered) / seconds : 0, calls: measured, errors: errors,
      latency: LoadResult.Latency(measuredLatencies), operations: operations,
      client: LoadResult.Client(
        shares: shares, nanosecondsPerCall: busy / calls, lag: LoadResult.Latency(total.lags),
        lostConnections: workers.reduce(0) { sum, worker in sum + worker.exchange.withLock { $0.lostConnections } }),
      server: server, series: series)
  }

  /// The latencies of all measured calls.
  var measuredLatencies: LatencyHistogram {
    total.latencies.reduce(into: LatencyHistogram.latencies()) { $0.add($1) }
  }

  private func counts() -> (measured: UInt64, errors: UInt64) {
    var measured: UInt64 = 0
    var errors: UInt64 = 0
    for operation in total.operations {
      for index in 0..<Outcome.count {
        let outcome = Outcome(index: index)
        measured += total.count(operation, outcome)
        if outcome.isError(of: operation) { errors += total.count(operation, outcome) }
      }
    }
    return (measured, errors)
  }

  private func outcomes(of operation: Operation) -> [String: UInt64] {
    var outcomes: [String: UInt64] = [:]
    for index in 0..<Outcome.count {
      let count = total.count(operation, Outcome(index: index))
      if count > 0 { outcomes[Outcome(index: index).name] = count }
    }
    return outcomes
  }

  /// What a thread has published; nothing if it takes longer than half a second: then it comes with the next time.
  private static func await(_ worker: LoadWorker) -> [LoadWorker.Published] {
    let deadline = MonotonicClock.nanoseconds + 500_000_000
    while true {
      let published = worker.exchange.withLock { exchange in
        let published = exchange.published
        exchange.published = []
        return published
      }
      if !published.isEmpty || MonotonicClock.nanoseconds > deadline { return published }
      usleep(200)
    }
  }
}
