/// Numbers of bytes as people write them.
enum ByteCount {
  private static let units: [(name: String, size: Int)] = [
    ("TiB", 1 << 40), ("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10), ("B", 1),
  ]

  /// Reads `65536`, `64KiB` or `64 KiB`; nil for anything else.
  static func parse(_ text: String) -> Int? {
    guard let (number, unit) = splitQuantity(text) else { return nil }
    guard let size = unit.isEmpty ? 1 : units.first(where: { $0.name.lowercased() == unit.lowercased() })?.size else {
      return nil
    }
    let (product, overflow) = number.multipliedReportingOverflow(by: size)
    return overflow ? nil : product
  }

  /// In the largest unit that divides it.
  static func text(_ count: Int) -> String {
    let unit = units.first { count >= $0.size && count.isMultiple(of: $0.size) }
    return unit.map { "\(count / $0.size)\($0.name)" } ?? "\(count)B"
  }
}

/// Spans of time as people write them.
enum TimeSpan {
  private static let units: [(name: String, milliseconds: Int)] = [
    ("d", 86_400_000), ("h", 3_600_000), ("min", 60_000), ("s", 1000), ("ms", 1),
  ]

  /// Reads `250ms`, `10s`, `5min`, `1h` or `1d`, with or without a space, or `0`; nil for anything else.
  static func parse(_ text: String) -> Duration? {
    guard let (number, unit) = splitQuantity(text) else { return nil }
    if unit.isEmpty { return number == 0 ? .zero : nil }
    guard let milliseconds = units.first(where: { $0.name == unit })?.milliseconds else { return nil }
    let (product, overflow) = number.multipliedReportingOverflow(by: milliseconds)
    return overflow ? nil : .milliseconds(product)
  }

  /// In the largest unit that divides it.
  static func text(_ time: Duration) -> String {
    let milliseconds = Int(clamping: time.wholeNanoseconds / 1_000_000)
    guard milliseconds > 0 else { return "0" }
    let unit = units.first { milliseconds.isMultiple(of: $0.milliseconds) }
    return unit.map { "\(milliseconds / $0.milliseconds)\($0.name)" } ?? "\(milliseconds)ms"
  }
}

/// The digits in front and the unit behind them, which may be empty; nil where there are no digits.
private func splitQuantity(_ text: String) -> (number: Int, unit: String)? {
  let digits = text.prefix { $0.isASCII && $0.isNumber }
  guard let number = Int(digits) else { return nil }
  let rest = text.dropFirst(digits.count)
  return (number, String(rest.first == " " ? rest.dropFirst() : rest))
}
