/// One second of a run in one line.
enum LoadLine {
  /// The line, such as `+3 s  52,310/s  p50 120 µs  p99 410 µs  max 1.2 ms  0 errors  client 61 %`; what matters least
  /// is left out where it is longer than `width` columns.
  static func text(_ second: LoadResult.Second, width: Int = .max) -> String {
    let time = second.time > 0 ? "+\(Words.decimal(second.time, digits: 0)) s" : "warming up"
    let offered = second.offeredPerSecond.map { " of \(Words.decimal($0, digits: 0))" } ?? ""
    var parts = [
      time, "\(Words.decimal(second.answeredPerSecond, digits: 0))\(offered)/s", "p50 \(span(second.latency.p50))",
      "p99 \(span(second.latency.p99))", "max \(span(second.latency.max))",
      Words.count(second.failed, "error"), "client \(Words.decimal(second.clientShare * 100, digits: 0)) %",
    ]
    // The longest, then the middle; a client that is busy and calls that fail are told to the last.
    for least in [4, 2] {
      let line = parts.joined(separator: "  ")
      if DisplayWidth.of(line) <= width { return line }
      parts.remove(at: least)
    }
    return DisplayWidth.truncate(parts.joined(separator: "  "), to: width)
  }

  /// A span with its unit, to three digits, such as `1.25 ms`.
  static func span(_ nanoseconds: some BinaryInteger) -> String { span(Double(nanoseconds)) }

  /// A span with its unit, to three digits.
  static func span(_ nanoseconds: Double) -> String {
    var value = nanoseconds / 1000
    for unit in ["µs", "ms", "s"] {
      if value < 999.5 || unit == "s" {
        return Words.decimal(value, digits: value < 9.995 ? 2 : value < 99.95 ? 1 : 0) + " " + unit
      }
      value /= 1000
    }
    return ""
  }
}
