/// How many columns of a terminal text takes.
enum DisplayWidth {
  /// Columns of `text`: wide characters take two, marks that combine none.
  static func of(_ text: String) -> Int {
    text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.count : text.reduce(0) { $0 + of($1) }
  }

  /// Columns of one character as a person sees it.
  static func of(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    switch first.properties.generalCategory {
    case .control, .format, .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    if first.properties.isEmojiPresentation || character.unicodeScalars.contains("\u{FE0F}") { return 2 }
    return isWide(first) ? 2 : 1
  }

  /// The longest start of `text` that takes at most `width` columns, with `…` in the place of what is missing.
  static func truncate(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    var result = ""
    var used = 1
    for character in text {
      used += of(character)
      if used > width { break }
      result.append(character)
    }
    return width > 0 ? result + "…" : ""
  }

  /// `text` in lines of at most `width` columns, broken between words; a longer word is cut through.
  static func wrap(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for var word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      if !line.isEmpty, of(line) + 1 + of(String(word)) <= width {
        line += " " + word
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while of(String(word)) > width, word.count > 1 {
        let start = start(of: word, width)
        lines.append(String(start))
        word = word.dropFirst(start.count)
      }
      line = String(word)
    }
    return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
  }

  /// The longest start of `word` that takes at most `width` columns; one character at least.
  private static func start(of word: Substring, _ width: Int) -> Substring {
    var used = 0
    var end = word.startIndex
    for index in word.indices {
      used += of(word[index])
      if used > width, index > word.startIndex { break }
      end = word.index(after: index)
    }
    return word[..<end]
  }

  /// East Asian Wide and Fullwidth, as Unicode's EastAsianWidth.txt has them, by block.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x1F200...0x1F2FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}

extension String {
  /// The text with control characters shown as such, so that what a server stores cannot speak to the terminal.
  var printable: String {
    guard unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { $0.properties.generalCategory == .control ? "�" : $0 }))
  }
}
