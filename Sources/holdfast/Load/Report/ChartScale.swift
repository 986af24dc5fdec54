internal import Glibc

/// Where values lie on an axis, and which of them are written beside it: pure.
struct ChartScale: Equatable {
  /// The value at the axis' beginning.
  let lower: Double
  /// The value at its end, above `lower`.
  let upper: Double
  /// Whether equal factors, and not equal differences, are equally far apart; then both ends are above 0.
  let isLogarithmic: Bool
  /// The values that are written beside the axis, from the lowest on.
  let ticks: [Double]

  /// An axis from 0 to a round number that is not below `most`.
  static func linear(to most: Double) -> ChartScale {
    let most = most > 0 && most.isFinite ? most : 1
    let rough = most / 5
    let magnitude = pow(10, log10(rough).rounded(.down))
    let step = [1, 2, 2.5, 5, 10].map { $0 * magnitude }.first { $0 >= rough * 0.999 } ?? rough
    let count = (most / step - 1e-9).rounded(.up)
    return ChartScale(
      lower: 0, upper: count * step, isLogarithmic: false,
      ticks: stride(from: 0, through: count, by: 1).map { $0 * step })
  }

  /// An axis of whole seconds from `first` to `last`.
  static func seconds(from first: Double, to last: Double) -> ChartScale {
    let span = max(last - first, 1)
    let step =
      [1.0, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21_600, 86_400].first { span / $0 <= 10 } ?? span
    let ticks = stride(from: (first / step).rounded(.up) * step, through: first + span + 1e-9, by: step)
    return ChartScale(lower: first, upper: first + span, isLogarithmic: false, ticks: Array(ticks))
  }

  /// An axis of factors that holds everything from `least`, which is above 0, to `most`.
  static func logarithmic(from least: Double, to most: Double) -> ChartScale {
    let least = max(least, 1e-9)
    let most = max(most, least)
    var candidates: [Double] = []
    for exponent in Int(log10(least).rounded(.down))...Int(log10(most).rounded(.up)) {
      for digit in [1.0, 2, 5] { candidates.append(digit * pow(10, Double(exponent))) }
    }
    let lower = candidates.last { $0 <= least * 1.0001 } ?? least
    let upper = candidates.first { $0 >= most * 0.9999 && $0 > lower } ?? lower * 10
    let inside = candidates.filter { $0 >= lower * 0.9999 && $0 <= upper * 1.0001 }
    // Over many decades only their beginnings have room.
    let ticks =
      inside.count <= 10
      ? inside : inside.filter { log10($0).rounded() - log10($0) < 1e-9 && abs(log10($0) - log10($0).rounded()) < 1e-9 }
    return ChartScale(lower: lower, upper: upper, isLogarithmic: true, ticks: ticks)
  }

  /// Percentiles by how many nines they have: 0 %, 90 %, 99 % and so on are equally far apart. Values are −log₁₀(1 −
  /// p).
  static func nines(_ most: Double) -> ChartScale {
    let upper = max(1, most)
    return ChartScale(
      lower: 0, upper: upper, isLogarithmic: false, ticks: stride(from: 0, through: upper, by: 1).map { $0 })
  }

  /// The part of the axis, 0 to 1, at which `value` lies; values beyond its ends lie at them.
  func position(_ value: Double) -> Double {
    let part =
      isLogarithmic ? log(max(value, 1e-12) / lower) / log(upper / lower) : (value - lower) / (upper - lower)
    return min(1, max(0, part))
  }
}
