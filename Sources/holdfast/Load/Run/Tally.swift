internal import Histogram

/// Latencies in nanoseconds, from 64 ns to 100 s, to three significant digits.
typealias LatencyHistogram = Histogram<UInt64>

extension Histogram where Count == UInt64 {
  /// The longest latency that is told from longer ones.
  static var longestNanoseconds: UInt64 { 100_000_000_000 }

  /// An empty one.
  static func latencies() -> LatencyHistogram {
    LatencyHistogram(
      lowestDiscernibleValue: 64, highestTrackableValue: longestNanoseconds, numberOfSignificantValueDigits: .three)
  }
}

/// What was counted over some time, by one thread or by all.
struct Tally: Sendable {
  /// What the calls can do: the rows of all that follows.
  let operations: [Operation]
  /// Calls that were due.
  var offered: UInt64 = 0
  /// Calls that were answered, measured or not.
  var answered: UInt64 = 0
  /// Calls that ended in an error, measured or not.
  var failed: UInt64 = 0
  /// Latencies of measured calls, an operation each.
  var latencies: [LatencyHistogram]
  /// Latencies of calls that are not measured.
  var unmeasured = LatencyHistogram.latencies()
  /// How much later than intended calls were sent.
  var lags = LatencyHistogram.latencies()
  /// How measured calls ended, operation by outcome.
  private(set) var outcomes: [UInt64]
  private let rows: [Int]

  /// Nothing counted yet.
  init(_ operations: [Operation]) {
    self.operations = operations
    latencies = operations.map { _ in .latencies() }
    outcomes = Array(repeating: 0, count: operations.count * Outcome.count)
    rows = Operation.allCases.map { operations.firstIndex(of: $0) ?? 0 }
  }

  /// Counts a call that was answered.
  @inline(__always)
  mutating func answered(_ operation: Operation, _ outcome: Outcome, nanoseconds: UInt64, isMeasured: Bool) {
    answered &+= 1
    let latency = min(nanoseconds, LatencyHistogram.longestNanoseconds)
    let row = rows[operation.rawValue]
    if outcome.isError(of: operation) { failed &+= 1 }
    if isMeasured {
      latencies[row].record(latency)
      outcomes[row &* Outcome.count &+ outcome.index] &+= 1
    } else {
      unmeasured.record(latency)
    }
  }

  /// Counts calls that have no answer.
  mutating func ended(_ operation: Operation, _ outcome: Outcome, isMeasured: Bool, count: UInt64 = 1) {
    failed += count
    if isMeasured { outcomes[rows[operation.rawValue] * Outcome.count + outcome.index] += count }
  }

  /// How many measured calls of an operation ended so.
  func count(_ operation: Operation, _ outcome: Outcome) -> UInt64 {
    outcomes[rows[operation.rawValue] * Outcome.count + outcome.index]
  }

  /// Adds what another one of the same operations has counted.
  mutating func add(_ other: Tally) {
    offered += other.offered
    answered += other.answered
    failed += other.failed
    for row in latencies.indices { latencies[row].add(other.latencies[row]) }
    unmeasured.add(other.unmeasured)
    lags.add(other.lags)
    for index in outcomes.indices { outcomes[index] += other.outcomes[index] }
  }

  /// Forgets everything but the memory.
  mutating func reset() {
    offered = 0
    answered = 0
    failed = 0
    for row in latencies.indices { latencies[row].reset() }
    unmeasured.reset()
    lags.reset()
    for index in outcomes.indices { outcomes[index] = 0 }
  }

  /// All latencies, measured or not.
  var allLatencies: LatencyHistogram {
    latencies.reduce(into: unmeasured) { $0.add($1) }
  }
}
