/// What a verb shows to people: blocks of lines, and the ids that `--quiet` leaves of them.
struct View: Equatable {
  /// A part of a view.
  enum Block: Equatable {
    /// Rows under headings.
    case table(Table)
    /// Names and values of one thing; pairs without a value are left out.
    case facts([Fact])
    /// A line of text; it may be longer than the terminal is wide.
    case line(String)
    /// Sentences, broken where the terminal ends.
    case prose(String)
  }

  /// From the top.
  var blocks: [Block]
  /// What `--quiet` prints, one a line.
  var ids: [String]

  init(_ blocks: [Block], ids: [String] = []) {
    self.blocks = blocks
    self.ids = ids
  }

  /// The view as lines of at most `width` columns where that can be; nil = as wide as they are.
  ///
  /// - Parameter emphasis: What stands around headings, such as the codes for bold text.
  func lines(width: Int?, emphasis: (start: String, end: String) = ("", "")) -> [String] {
    var lines: [String] = []
    for block in blocks {
      switch block {
      case .table(let table):
        if table.rows.isEmpty { continue }
        if !lines.isEmpty { lines.append("") }
        let rows = table.lines(width: width)
        lines.append(emphasis.start + rows[0] + emphasis.end)
        lines += rows.dropFirst()
      case .facts(let facts):
        if !lines.isEmpty { lines.append("") }
        lines += Self.lines(of: facts.filter { !$0.value.isEmpty }, width, emphasis)
      case .line(let text):
        lines += text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).printable }
      case .prose(let text):
        if text.isEmpty { continue }
        if !lines.isEmpty { lines.append("") }
        lines += width.map { DisplayWidth.wrap(text.printable, to: $0) } ?? [text.printable]
      }
    }
    return lines
  }

  private static func lines(of facts: [Fact], _ width: Int?, _ emphasis: (start: String, end: String)) -> [String] {
    let names = facts.reduce(0) { max($0, DisplayWidth.of($1.name)) }
    let indent = String(repeating: " ", count: names + 2)
    return facts.flatMap { fact in
      let padding = String(repeating: " ", count: names - DisplayWidth.of(fact.name) + 2)
      let value = fact.value.printable
      let room = width.map { max(10, $0 - names - 2) } ?? .max
      // What has no room goes on below: an id or a reason that is cut is of no use.
      let parts = DisplayWidth.of(value) <= room ? [value] : DisplayWidth.wrap(value, to: room)
      return [emphasis.start + fact.name + emphasis.end + padding + parts[0]] + parts.dropFirst().map { indent + $0 }
    }
  }
}

/// A name and its value.
struct Fact: Equatable {
  /// What it is.
  var name: String
  /// What it is here; empty = nothing to show.
  var value: String

  init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}
