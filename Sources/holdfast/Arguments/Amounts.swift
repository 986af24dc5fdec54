internal import ArgumentParser

/// A span of time as one argument: `90` or `90s`, `1.5s`, `500ms`, `30m`, `24h`, `7d`.
struct SpanArgument: ExpressibleByArgument, Equatable {
  /// In milliseconds, not negative.
  var milliseconds: Int64

  /// In seconds, rounded up.
  var seconds: Int64 { milliseconds / 1000 + (milliseconds % 1000 > 0 ? 1 : 0) }

  init(milliseconds: Int64) { self.milliseconds = milliseconds }

  init?(argument: String) {
    let units: [(String, Int64)] = [
      ("ms", 1), ("s", 1000), ("min", 60_000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000), ("", 1000),
    ]
    guard let (suffix, factor) = units.first(where: { argument.hasSuffix($0.0) }),
      let scaled = Decimals.scaled(argument.dropLast(suffix.count), by: factor), scaled >= 0
    else { return nil }
    milliseconds = scaled
  }

  var defaultValueDescription: String { "\(milliseconds / 1000)s" }
}

/// An amount of money as one argument, such as `4.99`.
struct MoneyArgument: ExpressibleByArgument, Equatable {
  /// In millionths of the currency's unit.
  var micros: Int64

  init?(argument: String) {
    guard let micros = Decimals.scaled(argument[...], by: 1_000_000), micros >= 0 else { return nil }
    self.micros = micros
  }
}

/// A share as one argument, in percent: `5`, `2.5` or `2.5%`.
struct PercentArgument: ExpressibleByArgument, Equatable {
  /// In hundredths of a percent, not negative.
  var basisPoints: Int64

  init?(argument: String) {
    let number = argument.hasSuffix("%") ? argument.dropLast() : argument[...]
    guard let scaled = Decimals.scaled(number, by: 100), scaled >= 0 else { return nil }
    basisPoints = scaled
  }
}

/// A place as one argument: `LATITUDE,LONGITUDE` in degrees, such as `41.88,-87.63`.
struct PlaceArgument: ExpressibleByArgument, Equatable {
  /// Degrees north, −90 to 90.
  var latitude: Double
  /// Degrees east, −180 to 180.
  var longitude: Double

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false).map { part in
      Double(String(part.drop { $0 == " " }))
    }
    guard parts.count == 2, let latitude = parts[0], let longitude = parts[1],
      abs(latitude) <= 90, abs(longitude) <= 180
    else { return nil }
    self.latitude = latitude
    self.longitude = longitude
  }
}

/// A time of day as one argument: `16:00`.
struct TimeOfDayArgument: ExpressibleByArgument, Equatable {
  /// Minutes after midnight, 0 to 1439.
  var minutes: UInt32

  init?(argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false).map { UInt32($0) }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1], hour < 24, minute < 60 else { return nil }
    minutes = hour * 60 + minute
  }
}

/// Decimal fractions without rounding.
enum Decimals {
  /// `text`, such as `1.25`, times `factor`; nil if it is no number, has more digits than count, or is too large.
  static func scaled(_ text: Substring, by factor: Int64) -> Int64? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, !first.isEmpty, first.allSatisfy({ $0.isASCII && $0.isNumber }),
      let whole = Int64(first)
    else { return nil }
    let (product, overflow) = whole.multipliedReportingOverflow(by: factor)
    guard !overflow else { return nil }
    guard parts.count == 2 else { return product }
    let digits = parts[1]
    guard (1...9).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }), let part = Int64(digits)
    else { return nil }
    var scale: Int64 = 1
    for _ in 0..<digits.count { scale *= 10 }
    let (numerator, tooLarge) = part.multipliedReportingOverflow(by: factor)
    guard !tooLarge, numerator % scale == 0 else { return nil }
    let (sum, sumOverflow) = product.addingReportingOverflow(numerator / scale)
    return sumOverflow ? nil : sum
  }
}
