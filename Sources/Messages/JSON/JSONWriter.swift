/// Writes JSON text, compact or indented by two spaces.
struct JSONWriter {
  private(set) var text = ""

  private let style: MessageJSON.Style
  private var depth = 0
  private var isEmpty = true

  init(style: MessageJSON.Style) { self.style = style }

  mutating func open(_ bracket: Character) {
    text.append(bracket)
    depth += 1
    isEmpty = true
  }

  mutating func close(_ bracket: Character) {
    depth -= 1
    if !isEmpty { newLine() }
    text.append(bracket)
    isEmpty = false
  }

  /// Goes on to the next item of an object or array.
  mutating func item() {
    if !isEmpty { text += "," }
    newLine()
    isEmpty = false
  }

  /// Goes on to the next member of an object, and writes its name.
  mutating func member(_ name: String) {
    item()
    string(name)
    text += style == .pretty ? ": " : ":"
  }

  /// Writes a number or a word as it is.
  mutating func plain(_ value: String) { text += value }

  /// Writes a string in quotes. Control characters are escaped, those of DEL and C1 too, for the terminal's sake.
  mutating func string(_ value: String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{8}": text += "\\b"
      case "\u{C}": text += "\\f"
      case ..<"\u{20}", "\u{7F}"..."\u{9F}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  private mutating func newLine() {
    if style == .pretty { text += "\n" + String(repeating: "  ", count: depth) }
  }
}
