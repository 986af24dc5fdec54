/// A forecast of daily demand: simple exponential smoothing with weekly seasonal factors.
///
/// The method, a step at a time (the page "Forecasts" of the documentation tells why, and how good it is):
/// 1. Sales of a day count for 1 + 3 σ of the mean at most (σ: standard deviation of the daily sales): a bulk order is no
///    demand that comes again. A weekly pattern is never cut, as no value of one lies more than √6 σ above its mean.
/// 2. Seven factors, the mean of each day of the week over the mean of all days (Holt–Winters, multiplicative seasonality),
///    shrunk towards 1 by the part of their variance that chance explains (James–Stein; Miller & Williams 2003).
/// 3. The level ℓ is smoothed over the days: ℓ ← max(0, ℓ + α · (y − ℓ·f) · f / mean f²), where f is the day's factor. α
///    is that of ``rates`` with the least sum of squared errors of one step (Brown 1959; Hyndman & Athanasopoulos 2021,
///    chapter 8); of equal ones the least.
/// 4. The forecast of a day is ℓ·f. Its range is made of the quantiles of the errors of one step, in parts of f, and grows
///    with √(1 + h·α²) after h days, as that of simple exponential smoothing does.
///
/// Less than ``shortestHistory`` days tell no pattern: then the forecast is their mean. Doubles throughout, no number is NaN
/// or negative, and sales in other units give the same forecast in these units.
package struct DemandForecast: Sendable {
  /// The forecast of one day, in units.
  package struct Day: Equatable, Sendable {
    /// What is expected.
    package var expected: Double
    /// At or above this are 80 % of outcomes.
    package var low: Double
    /// At or below this are 80 % of outcomes.
    package var high: Double
  }

  /// Days of sales that a weekly pattern needs.
  package static let shortestHistory = 14
  /// What α is chosen from.
  package static let rates = [0.005, 0.01, 0.02, 0.03, 0.05, 0.08, 0.12, 0.2, 0.3]
  /// Factors below this say too little of an error.
  private static let leastFactor = 0.05

  /// Days that it was learned from: those since the first sale.
  package let historyDays: Int
  /// Mean of these days: what is smoothed is in parts of it.
  private let mean: Double
  private var level = 1.0
  private var rate = 0.0
  /// Of seven days, the first of them that of the forecast's first day.
  private var factors = [Double](repeating: 1, count: 7)
  private var lowError = 0.0
  private var highError = 0.0

  /// Learns from daily sales ≥ 0, the oldest first; the last is of the day before the forecast's first. What is negative or
  /// no number counts as 0.
  package init(_ sales: [Double]) {
    let units = sales.map { $0 > 0 && $0.isFinite ? $0 : 0 }
    let history = units.firstIndex { $0 > 0 }.map { Array(units[$0...]) } ?? []
    historyDays = history.count
    let days = Double(max(1, history.count))
    mean = history.reduce(0) { $0 + $1 / days }
    guard mean > 0 else { return }
    let parts = history.map { $0 / mean }
    guard parts.count >= Self.shortestHistory else {
      (lowError, highError) = Self.range(parts.map { $0 - 1 })
      return
    }
    let variance = parts.reduce(0) { $0 + ($1 - 1) * ($1 - 1) } / days
    let demand = parts.map { min($0, 1 + 3 * variance.squareRoot()) }
    // The first day's place in the week, where the forecast's first day has place 0.
    let start = (7 - demand.count % 7) % 7
    factors = Self.factors(demand, start)
    choose(demand, start)
    let errors = errors(demand, start, rate).errors
    // What lies beyond the limit is still an outcome.
    let outcomes = errors.indices.dropFirst(7).compactMap { day -> Double? in
      let factor = factors[(start + day) % 7]
      return factor < Self.leastFactor ? nil : (errors[day] + parts[day] - demand[day]) / factor
    }
    (lowError, highError) = Self.range(outcomes)
  }

  /// The forecast of the day that comes `ahead` days after the first one, `ahead` ≥ 0.
  package func day(_ ahead: Int) -> Day {
    let factor = factors[ahead % 7]
    let growth = (1 + Double(ahead) * rate * rate).squareRoot()
    let expected = level * factor
    return Day(
      expected: expected * mean, low: max(0, expected + lowError * growth * factor) * mean,
      high: (expected + highError * growth * factor) * mean)
  }

  /// What is expected over the days from `first` on, as many as `count`.
  package func total(from first: Int = 0, days count: Int) -> Double {
    (first..<first + count).reduce(0) { $0 + day($1).expected }
  }

  /// The factors of seven days; their mean is 1.
  private static func factors(_ demand: [Double], _ start: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: 7)
    var counts = sums
    for (day, units) in demand.enumerated() {
      sums[(start + day) % 7] += units
      counts[(start + day) % 7] += 1
    }
    let mean = sums.reduce(0, +) / Double(demand.count)
    let raw = (0..<7).map { sums[$0] / counts[$0] / mean }
    var noise = 0.0
    for (day, units) in demand.enumerated() {
      let error = units / mean - raw[(start + day) % 7]
      noise += error * error
    }
    noise /= Double(demand.count - 7)
    let variance = raw.reduce(0) { $0 + ($1 - 1) * ($1 - 1) } / 6
    let byChance = noise / (Double(demand.count) / 7)
    let trust = variance > 0 ? max(0, 1 - byChance / variance) : 0
    let shrunk = raw.map { 1 + trust * ($0 - 1) }
    let middle = shrunk.reduce(0, +) / 7
    return shrunk.map { $0 / middle }
  }

  /// Chooses α, and smooths with it.
  private mutating func choose(_ demand: [Double], _ start: Int) {
    var least = Double.infinity
    for rate in Self.rates {
      let result = errors(demand, start, rate)
      let sum = result.errors.reduce(0) { $0 + $1 * $1 }
      // What differs by rounding alone is equal: for a constant series every rate is.
      guard sum < least * (1 - 1e-9) else { continue }
      least = sum
      self.rate = rate
      level = result.level
    }
  }

  /// The errors of one step, and the level at the end.
  private func errors(_ demand: [Double], _ start: Int, _ rate: Double) -> (
    errors: [Double], level: Double
  ) {
    let squares = factors.reduce(0) { $0 + $1 * $1 } / 7
    let weights = demand.indices.reduce(0) { $0 + factors[(start + $1) % 7] }
    var level = demand.reduce(0, +) / weights
    let errors = demand.indices.map { day -> Double in
      let factor = factors[(start + day) % 7]
      let error = demand[day] - level * factor
      level = max(0, level + rate * error * factor / squares)
      return error
    }
    return (errors, level)
  }

  /// The quantiles 20 % and 80 % of errors (linear interpolation; Hyndman & Fan 1996, definition 7), not beyond 0: what is
  /// expected lies within the range.
  private static func range(_ errors: [Double]) -> (low: Double, high: Double) {
    guard !errors.isEmpty else { return (0, 0) }
    let sorted = errors.sorted()
    func quantile(_ part: Double) -> Double {
      let place = part * Double(sorted.count - 1)
      let below = Int(place)
      let above = min(below + 1, sorted.count - 1)
      return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    }
    return (min(0, quantile(0.2)), max(0, quantile(0.8)))
  }
}
