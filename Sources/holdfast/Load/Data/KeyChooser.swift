internal import Glibc

/// Which products calls are about.
enum KeyDistribution: Equatable, Sendable {
  /// Each as often as the next.
  case uniform
  /// The k-th most popular with a frequency proportional to k to the power of −exponent; the exponent is above 0.
  case zipf(exponent: Double)
}

/// Draws numbers from 0 up to, but not including, `count`, by a distribution.
struct KeyChooser: Sendable {
  private let count: UInt64
  private let zipf: ZipfSampler?
  private let spread: UInt64

  /// A chooser among `count` numbers, which is not 0.
  init(_ distribution: KeyDistribution, count: UInt64) {
    self.count = count
    switch distribution {
    case .uniform: zipf = nil
    case .zipf(let exponent): zipf = ZipfSampler(exponent: exponent, count: count)
    }
    // Popular keys shall not be neighbours, so ranks are spread by a factor without a divisor in common with the count:
    // each number is hit once.
    spread = Self.spreads.first { count % $0 != 0 } ?? 1
  }

  private static let spreads: [UInt64] = [2_654_435_761, 2_246_822_519, 3_266_489_917]

  /// The next number.
  @inline(__always)
  func choose(_ random: inout RandomSource) -> UInt64 {
    guard let zipf else { return random.below(count) }
    return key(ofRank: zipf.rank(&random) - 1)
  }

  /// The number that is `rank`-th in popularity, from 0.
  func key(ofRank rank: UInt64) -> UInt64 {
    let product = rank.multipliedFullWidth(by: spread)
    return count.dividingFullWidth((product.high % count, product.low)).remainder
  }
}

/// Draws ranks 1 … count with a frequency proportional to rank to the power of −exponent, in constant time and without
/// a table.
///
/// By rejection-inversion (W. Hörmann, G. Derflinger: "Rejection-inversion to generate variates from monotone discrete
/// distributions", ACM TOMACS 6 (1996)): the area under x to the power of −exponent is inverted, and what lies above
/// the steps of the discrete distribution is thrown back.
struct ZipfSampler: Sendable {
  private let exponent: Double
  private let count: Double
  private let areaFirst: Double
  private let areaLast: Double
  private let acceptance: Double

  init(exponent: Double, count: UInt64) {
    self.exponent = exponent
    self.count = Double(count)
    areaFirst = Self.area(1.5, exponent) - 1
    areaLast = Self.area(Double(count) + 0.5, exponent)
    acceptance = 2 - Self.inverseArea(Self.area(2.5, exponent) - Self.height(2, exponent), exponent)
  }

  /// The next rank.
  func rank(_ random: inout RandomSource) -> UInt64 {
    while true {
      let area = areaLast + random.unit() * (areaFirst - areaLast)
      let point = Self.inverseArea(area, exponent)
      let rank = min(max(1, (point + 0.5).rounded(.down)), count)
      // The first test saves the second most of the time.
      if rank - point <= acceptance || area >= Self.area(rank + 0.5, exponent) - Self.height(rank, exponent) {
        return UInt64(rank)
      }
    }
  }

  private static func height(_ x: Double, _ exponent: Double) -> Double { exp(-exponent * log(x)) }

  /// The integral of the height from 1 to `x`: (x to the power of (1 − exponent) − 1) / (1 − exponent), or the
  /// logarithm for an exponent of 1.
  private static func area(_ x: Double, _ exponent: Double) -> Double {
    let logarithm = log(x)
    return quotient((1 - exponent) * logarithm) * logarithm
  }

  private static func inverseArea(_ area: Double, _ exponent: Double) -> Double {
    // Rounding must not lead out of the logarithm's domain.
    let scaled = max(-1, area * (1 - exponent))
    let factor = abs(scaled) > 1e-8 ? log1p(scaled) / scaled : 1 - scaled * (0.5 - scaled / 3)
    return exp(factor * area)
  }

  /// (eˣ − 1) / x, also near 0.
  private static func quotient(_ x: Double) -> Double {
    abs(x) > 1e-8 ? expm1(x) / x : 1 + x * 0.5 * (1 + x / 3)
  }
}
