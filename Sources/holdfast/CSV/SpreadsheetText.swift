/// Text as a cell that a spreadsheet takes for text, and back.
///
/// A spreadsheet calculates a cell that begins with `=`, `+`, `-`, `@` or one of their wide forms, or with a tab or line end before one of
/// them; a name could make it open a link or run a command (OWASP, "CSV Injection"). Such a cell gets an apostrophe in front, as people type
/// it. So does text that begins or ends with a blank, which would be trimmed, and text that already looks as if it had got one: it can always be
/// taken off again.
enum SpreadsheetText {
  private static let apostrophe = UInt8(ascii: "'")

  /// Whether `text`, the bytes of UTF-8, gets an apostrophe in front.
  @inline(__always)
  static func isGuarded(_ text: ArraySlice<UInt8>) -> Bool {
    var start = text.startIndex
    while start < text.endIndex, text[start] == apostrophe { start += 1 }
    guard start < text.endIndex else { return false }
    switch text[start] {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: " "),
      UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      return true
    // The wide forms, U+FF0B, U+FF0D, U+FF1D and U+FF20.
    case 0xEF where text.endIndex - start >= 3 && text[start + 1] == 0xBC && isWideSign(text[start + 2]): return true
    default: return isBlank(text[text.endIndex - 1])
    }
  }

  /// What a cell of an imported file says: without outer blanks, and without the apostrophe that guards it.
  static func read(_ cell: String) -> String {
    let bytes = cell.utf8
    let start = bytes.firstIndex { !isBlank($0) } ?? bytes.endIndex
    let rest = bytes[start...]
    if rest.first == apostrophe, isGuarded(Array(rest)[...]) { return String(Substring(rest.dropFirst())) }
    let end = rest.lastIndex { !isBlank($0) }.map { rest.index(after: $0) } ?? start
    // Only the outer blanks of hand-made files go: an id may hold blanks within.
    return String(Substring(bytes[start..<end]))
  }

  @inline(__always)
  private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  /// Whether this is the last byte of a wide form, behind EF BC.
  @inline(__always)
  private static func isWideSign(_ byte: UInt8) -> Bool { byte == 0x8B || byte == 0x8D || byte == 0x9D || byte == 0xA0 }
}
