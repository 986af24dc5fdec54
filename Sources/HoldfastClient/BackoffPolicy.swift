/// How long to wait before trying again: twice as long after each failure, up to a limit, and never the same for two clients.
public struct BackoffPolicy: Sendable, Hashable {
  /// The wait after the first failure.
  public var initial: Duration
  /// The longest wait.
  public var maximum: Duration

  /// 50 ms, 100 ms, 200 ms… up to 2 s, unless told otherwise.
  public init(initial: Duration = .milliseconds(50), maximum: Duration = .seconds(2)) {
    self.initial = initial
    self.maximum = maximum
  }

  /// The wait after so many failures in a row, in nanoseconds; `jitter`, from 0 up to 1, places it between half of the full wait and all
  /// of it.
  func nanoseconds(failures: Int, jitter: Double) -> UInt64 {
    guard failures > 0 else { return 0 }
    let limit = maximum.wholeNanoseconds
    let (doubled, overflow) = initial.wholeNanoseconds.multipliedReportingOverflow(
      by: 1 << UInt64(min(failures - 1, 40)))
    let full = overflow ? limit : min(doubled, limit)
    return full / 2 + UInt64(Double(full / 2) * jitter)
  }

  /// The same, with the dice thrown.
  func nanoseconds(failures: Int) -> UInt64 { nanoseconds(failures: failures, jitter: .random(in: 0..<1)) }
}

extension Duration {
  /// The duration in nanoseconds, 0 for a negative one, cut off at what 64 bits hold: some 584 years.
  var wholeNanoseconds: UInt64 {
    guard self > .zero else { return 0 }
    let (seconds, attoseconds) = components
    let (product, overflow) = UInt64(seconds).multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, carry) = product.addingReportingOverflow(UInt64(attoseconds) / 1_000_000_000)
    return overflow || carry ? .max : sum
  }
}
