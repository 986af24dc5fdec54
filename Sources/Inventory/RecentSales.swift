/// How much a level has sold lately: its units, of which each day that passes takes 1/32. Half of a sale is left after 22
/// days, a tenth after 73.
///
/// It tells in which parts the warehouses of a product share its demand, and fits into two words of the level's row: to keep
/// daily sales by warehouse would take a row a day of each level. Integers, so that every replica has the same.
package struct RecentSales: Equatable, Sendable {
  /// Units · 1,024, as of ``day``.
  package private(set) var weight: Int64
  /// Days since 1970.
  package private(set) var day: Int64

  /// Nothing sold.
  package init() { self.init(weight: 0, day: 0) }

  /// As it was stored: `weight` ≥ 0.
  package init(weight: Int64, day: Int64) {
    self.weight = weight
    self.day = day
  }

  /// Counts units ≥ 0 sold on `day`, which is not before the last one.
  package mutating func add(_ units: Int64, on day: Int64) {
    weight = weight(on: day)
    self.day = max(self.day, day)
    let (added, overflow) = units.multipliedReportingOverflow(by: 1024)
    weight = weight.addingSaturated(overflow ? .max : added)
  }

  /// The weight as of `day`.
  package func weight(on day: Int64) -> Int64 {
    guard day > self.day else { return weight }
    var left = weight
    var days = day &- self.day
    // Rounded up, so that it comes to an end: after 1,500 days at most nothing is left, whatever it was.
    while days > 0, left > 0 {
      left -= left / 32 + (left % 32 == 0 ? 0 : 1)
      days -= 1
    }
    return left
  }

  /// In which parts levels of these weights share a demand; equal ones where none has sold anything. They add up to 1.
  package static func shares(of weights: [Int64]) -> [Double] {
    let sum = weights.reduce(0.0) { $0 + Double(max(0, $1)) }
    if sum == 0 { return weights.map { _ in 1 / Double(weights.count) } }
    return weights.map { Double(max(0, $0)) / sum }
  }
}
