internal import Glibc

/// A bar that shows how far long work has got, where a person looks at standard error.
struct Progress {
  /// What is counted, such as `rows`.
  let unit: String
  /// How much there is to do; nil where that is not known.
  let total: UInt64?

  private let isShown: Bool
  private let start = ContinuousClock.now
  private var drawn: ContinuousClock.Instant?

  init(unit: String, total: UInt64?, isShown: Bool) {
    self.unit = unit
    self.total = total
    self.isShown = isShown && Terminal.isError
  }

  /// Draws the bar, ten times a second at most.
  mutating func update(_ done: UInt64, fraction: Double? = nil) {
    guard isShown else { return }
    let now = ContinuousClock.now
    if let drawn, now - drawn < .milliseconds(100) { return }
    drawn = now
    let fraction = fraction ?? total.map { $0 == 0 ? 1 : Double(done) / Double($0) }
    let line = Self.line(
      done, unit, fraction, seconds: (now - start) / .seconds(1), width: Terminal.errorWidth - 1)
    Terminal.writeError("\r\u{1B}[2K" + line)
  }

  /// Takes the bar away.
  func clear() {
    if drawn != nil { Terminal.writeError("\r\u{1B}[2K") }
  }

  /// One line of at most `width` columns, such as `[#####.....]  50 %  1,000 rows  500/s`.
  static func line(_ done: UInt64, _ unit: String, _ fraction: Double?, seconds: Double, width: Int) -> String {
    var text = "\(Words.number(done)) \(unit)"
    if seconds > 0.5 { text += "  \(Words.decimal(Double(done) / seconds, digits: 0))/s" }
    guard let fraction else { return DisplayWidth.truncate(text, to: width) }
    let part = min(1, max(0, fraction))
    let percent = String(Int(part * 100))
    text = String(repeating: " ", count: 3 - percent.count) + percent + " %  " + text
    let room = min(40, width - DisplayWidth.of(text) - 4)
    guard room >= 5 else { return DisplayWidth.truncate(text, to: width) }
    let full = Int(part * Double(room))
    return "[" + String(repeating: "█", count: full) + String(repeating: "░", count: room - full) + "]  " + text
  }
}
