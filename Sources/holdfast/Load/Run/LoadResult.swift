internal import Histogram

/// What a run has measured, as it is written to a file and read again. Times are nanoseconds unless they say otherwise.
struct LoadResult: Codable, Equatable {
  /// Latencies at a glance.
  struct Latency: Codable, Equatable {
    var count: UInt64 = 0
    var mean = 0.0
    var min: UInt64 = 0
    var p50: UInt64 = 0
    var p75: UInt64 = 0
    var p90: UInt64 = 0
    var p95: UInt64 = 0
    var p99: UInt64 = 0
    var p999: UInt64 = 0
    var p9999: UInt64 = 0
    var max: UInt64 = 0
  }

  /// A group of latencies that are as good as equal: in a file `[value, count]`, because there are thousands of them.
  struct Bucket: Codable, Equatable {
    /// The longest of them.
    var value: UInt64
    /// How many there are.
    var count: UInt64

    init(value: UInt64, count: UInt64) {
      self.value = value
      self.count = count
    }

    init(from decoder: any Decoder) throws {
      var pair = try decoder.unkeyedContainer()
      value = try pair.decode(UInt64.self)
      count = try pair.decode(UInt64.self)
    }

    func encode(to encoder: any Encoder) throws {
      var pair = encoder.unkeyedContainer()
      try pair.encode(value)
      try pair.encode(count)
    }
  }

  /// What became of the calls that do one thing.
  struct OperationResult: Codable, Equatable {
    var name: String
    /// Calls by how they ended, such as `OK` or `FAILED_PRECONDITION`.
    var outcomes: [String: UInt64]
    var latency: Latency
    /// The whole distribution.
    var histogram: [Bucket]
  }

  /// One second.
  struct Second: Codable, Equatable {
    /// Its end, in seconds since measuring began; negative before.
    var time: Double
    /// Calls that were due in each second; nil in a closed loop.
    var offeredPerSecond: Double?
    var answeredPerSecond: Double
    var failed: UInt64
    var latency: Latency
    /// The busiest thread's share of its processor, 0 to 1.
    var clientShare: Double
  }

  /// What the tool itself has used.
  struct Client: Codable, Equatable {
    /// Each thread's share of its processor, 0 to 1, without waiting for the next call to be due.
    var shares: [Double]
    /// Processor time for each answer.
    var nanosecondsPerCall: Double
    /// How much later than intended calls of an open loop were sent.
    var lag: Latency
    /// Connections that were lost.
    var lostConnections: Int
  }

  /// What the server has used, where it was looked at.
  struct Server: Codable, Equatable {
    /// Its share of one processor; 2 is two processors.
    var share: Double
    /// Processor time for each answer.
    var nanosecondsPerCall: Double
  }

  /// Of this format; raised when a field changes its meaning.
  var version = 1
  /// When the run began, in seconds since 1970.
  var startedAt: Int64
  /// What was asked for, by name.
  var settings: [String: String]
  /// How long was measured, in seconds.
  var seconds: Double
  /// Calls that were due in each second, all steps included.
  var offeredPerSecond: Double
  /// Calls that were answered in each second.
  var answeredPerSecond: Double
  /// Calls that were measured.
  var calls: UInt64
  /// Those of them that ended in an error.
  var errors: UInt64
  /// All that was measured.
  var latency: Latency
  /// The same by what the calls do.
  var operations: [OperationResult]
  var client: Client
  var server: Server?
  /// Second by second, warm-up included.
  var series: [Second]

  /// Errors for each call.
  var errorRate: Double { calls == 0 ? (errors == 0 ? 0 : 1) : Double(errors) / Double(calls) }
}

extension LoadResult.Latency {
  /// What a histogram holds.
  init(_ histogram: LatencyHistogram) {
    guard histogram.totalCount > 0 else {
      self.init()
      return
    }
    let values = histogram.values(at: [50, 75, 90, 95, 99, 99.9, 99.99])
    self.init(
      count: histogram.totalCount, mean: histogram.mean, min: histogram.min, p50: values[0], p75: values[1],
      p90: values[2], p95: values[3], p99: values[4], p999: values[5], p9999: values[6], max: histogram.maxRecorded)
  }
}

extension Histogram where Count == UInt64 {
  /// The values at several percentiles, in rising order.
  func values(at percentiles: [Double]) -> [UInt64] { percentiles.map(valueAtPercentile) }

  /// The distribution, without what nobody fell into.
  var buckets: [LoadResult.Bucket] {
    recordedValues().map { LoadResult.Bucket(value: highestEquivalentForValue($0.value), count: $0.count) }
  }
}

extension Outcome {
  /// Its name in reports: the status code's, or what the tool calls it.
  var name: String {
    switch self {
    case .unknownCode: "unknown status code"
    case .wrong: "wrong answer"
    case .lost: "connection lost"
    case .unanswered: "no answer"
    case .unsent: "not sent in time"
    default: Self.codes[index]
    }
  }

  private static let codes = [
    "OK", "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND", "ALREADY_EXISTS",
    "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION", "ABORTED", "OUT_OF_RANGE", "UNIMPLEMENTED",
    "INTERNAL", "UNAVAILABLE", "DATA_LOSS", "UNAUTHENTICATED",
  ]
}
