internal import ArgumentParser

/// An instant as one argument: `2026-11-25`, `2026-11-25T04:06`, `2026-11-25 04:06:12Z` (all in UTC), or how long ago, such as `24h`.
struct InstantArgument: ExpressibleByArgument, Equatable {
  /// Microseconds since 1970.
  var microseconds: Int64

  init?(argument: String) { self.init(argument, now: WallClock.microseconds) }

  /// - Parameter now: What a span is taken from, in microseconds since 1970.
  init?(_ text: String, now: Int64) {
    if let span = SpanArgument(argument: text), text.last.map({ $0.isLetter }) ?? false {
      let (micros, isTooLong) = span.milliseconds.multipliedReportingOverflow(by: 1000)
      guard !isTooLong, micros <= now else { return nil }
      microseconds = now - micros
      return
    }
    var rest = text.utf8[...]
    if rest.last == UInt8(ascii: "Z") { rest.removeLast() }
    let halves = rest.split(maxSplits: 1, omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: "T") || $0 == UInt8(ascii: " ")
    }
    guard let date = halves.first.flatMap({ Self.numbers($0, UInt8(ascii: "-"), 3...3) }),
      let days = Self.days(date[0], date[1], date[2])
    else { return nil }
    var seconds = days * 86_400
    if halves.count == 2 {
      guard let time = Self.numbers(halves[1], UInt8(ascii: ":"), 2...3), time[0] < 24, time[1] < 60,
        time.count < 3 || time[2] < 60
      else { return nil }
      seconds += time[0] * 3600 + time[1] * 60 + (time.count == 3 ? time[2] : 0)
    }
    microseconds = seconds * 1_000_000
  }

  private static func numbers(_ text: Substring.UTF8View, _ separator: UInt8, _ count: ClosedRange<Int>) -> [Int64]? {
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part -> Int64? in
      guard (1...4).contains(part.count), part.allSatisfy({ (48...57).contains($0) }) else { return nil }
      return Int64(String(Substring(part)))
    }
    return numbers.count == parts.count && count.contains(numbers.count) ? numbers : nil
  }

  /// Days from 1970-01-01 to a date from then on; nil for a date that there is not.
  private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64? {
    func isLeap(_ year: Int64) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
    let lengths: [Int64] = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1970...9999).contains(year), (1...12).contains(month), (1...lengths[Int(month) - 1]).contains(day)
    else { return nil }
    let before = (1970..<year).reduce(Int64(0)) { $0 + (isLeap($1) ? 366 : 365) }
    return before + lengths[..<(Int(month) - 1)].reduce(0, +) + day - 1
  }
}
