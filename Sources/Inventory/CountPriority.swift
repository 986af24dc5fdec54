/// How urgent it is to count a level, and the parts that it is made of; each is a number of points ≥ 0.
///
/// score = days + speed + doubt:
/// - days since the last count, 365 where it was never counted, and at most that;
/// - speed = 100 · s / (s + 100), where s is the units sold in the last 30 days: half of the 100 points at 100 units;
/// - doubt = 20 for each count or reconciliation that found a difference, at most 200.
package struct CountPriority: Equatable, Sendable {
  /// Days since the last count.
  package let days: Double
  /// For how fast it sells.
  package let speed: Double
  /// For differences found before.
  package let doubt: Double

  /// The priority of a level.
  ///
  /// - Parameters:
  ///   - lastCountedAt: UTC microseconds since 1970; nil = never.
  ///   - soldUnits: units sold in the last 30 days.
  ///   - differences: counts and reconciliations that found a difference.
  ///   - now: UTC microseconds since 1970.
  package init(lastCountedAt: Int64?, soldUnits: Int64, differences: Int64, now: Int64) {
    let day = 86_400_000_000.0
    days = lastCountedAt.map { min(Self.mostDays, max(0, (Double(now) - Double($0)) / day)) } ?? Self.mostDays
    let sold = Double(max(0, soldUnits))
    speed = 100 * sold / (sold + 100)
    doubt = 20 * Double(min(10, max(0, differences)))
  }

  /// The sum of the parts.
  package var score: Double { days + speed + doubt }

  private static let mostDays = 365.0
}
