internal import Glibc

/// Numbers, times and money as people read them.
enum Words {
  /// Such as `1,234,567`.
  static func number(_ value: some BinaryInteger) -> String {
    let digits = String(value.magnitude)
    var result = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }

  /// A number with so many digits after the point, such as `97.53`.
  static func decimal(_ value: Double, digits: Int = 2) -> String {
    guard value.isFinite else { return "\(value)" }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = (value * scale).rounded()
    guard abs(scaled) < 9e15 else { return "\(value)" }
    let whole = Int64(abs(scaled))
    let fraction = String(whole % Int64(scale))
    let sign = scaled < 0 ? "-" : ""
    guard digits > 0 else { return sign + number(whole) }
    return sign + number(whole / Int64(scale)) + "." + String(repeating: "0", count: digits - fraction.count) + fraction
  }

  /// An instant, in microseconds since 1970, as `2026-11-25 04:06:12Z`; empty for 0.
  static func time(_ microseconds: Int64) -> String {
    guard microseconds != 0 else { return "" }
    var seconds = time_t((Double(microseconds) / 1_000_000).rounded(.down))
    var parts = unsafe tm()
    guard unsafe gmtime_r(&seconds, &parts) != nil else { return "\(microseconds)" }
    let (year, month, day) = unsafe (Int(parts.tm_year) + 1900, two(parts.tm_mon + 1), two(parts.tm_mday))
    return unsafe "\(year)-\(month)-\(day) \(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
  }

  /// An amount in micros of a currency, rounded to hundredths, such as `12.34 USD`.
  static func money(_ micros: Int64, _ currency: String) -> String {
    decimal(Double(micros) / 1_000_000) + (currency.isEmpty ? "" : " \(currency)")
  }

  /// An amount in micros of a currency with all its digits, two at least, such as `0.00008`.
  static func exactMoney(_ micros: Int64, _ currency: String = "") -> String {
    var fraction = String(micros.magnitude % 1_000_000)
    fraction = String(repeating: "0", count: 6 - fraction.count) + fraction
    while fraction.count > 2, fraction.hasSuffix("0") { fraction.removeLast() }
    let whole = (micros < 0 ? "-" : "") + number(micros.magnitude / 1_000_000)
    return "\(whole).\(fraction)" + (currency.isEmpty ? "" : " \(currency)")
  }

  /// A distance in metres as kilometres.
  static func kilometres(_ metres: Int64?) -> String {
    guard let metres else { return "unknown" }
    return decimal(Double(metres) / 1000, digits: metres < 100_000 ? 1 : 0) + " km"
  }

  /// A span in seconds, such as `3 d 4 h` or `12 s`: its two largest parts.
  static func duration(seconds: UInt64) -> String {
    let parts = [(seconds / 86_400, "d"), (seconds / 3600 % 24, "h"), (seconds / 60 % 60, "min"), (seconds % 60, "s")]
    let rest = parts.drop { $0.0 == 0 }.prefix(2).filter { $0.0 > 0 }
    return rest.isEmpty ? "0 s" : rest.map { "\($0.0) \($0.1)" }.joined(separator: " ")
  }

  /// A number of bytes, such as `12.5 MiB`.
  static func bytes(_ count: UInt64) -> String {
    var value = Double(count)
    for unit in ["bytes", "KiB", "MiB", "GiB"] {
      if value < 1024 { return decimal(value, digits: unit == "bytes" ? 0 : 1) + " " + unit }
      value /= 1024
    }
    return decimal(value, digits: 1) + " TiB"
  }

  /// `1 row`, `2 rows`.
  static func count(_ value: some BinaryInteger, _ one: String, _ many: String? = nil) -> String {
    "\(number(value)) \(value == 1 ? one : many ?? one + "s")"
  }

  private static func two(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
