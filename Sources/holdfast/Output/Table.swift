/// Rows under headings, laid out for a terminal of a given width.
struct Table: Equatable {
  /// One column.
  struct Column: Equatable {
    /// The heading.
    var title: String
    /// Numbers stand at the right.
    var isNumber = false
    /// When room is short, columns go in falling order of this; 0 = it stays.
    var dropOrder = 0
    /// Text that is too long goes on in the next line instead of being cut.
    var wraps = false
    /// It is never cut: an id or a time that lacks its end is of no use.
    var isWhole = false
    /// The column goes where all its cells are empty, or 0 for numbers.
    var hidesWhenBlank = false

    /// A column of text; it is cut when room is short.
    static func text(_ title: String, dropOrder: Int = 0, hidesWhenBlank: Bool = false) -> Column {
      Column(title: title, dropOrder: dropOrder, hidesWhenBlank: hidesWhenBlank)
    }

    /// A column of ids or times; it is never cut.
    static func whole(_ title: String, dropOrder: Int = 0, hidesWhenBlank: Bool = false) -> Column {
      Column(title: title, dropOrder: dropOrder, isWhole: true, hidesWhenBlank: hidesWhenBlank)
    }

    /// A column of sentences; they go on in the next line when room is short.
    static func prose(_ title: String) -> Column { Column(title: title, wraps: true) }

    /// A column of numbers; it is never cut.
    static func number(_ title: String, dropOrder: Int = 0, hidesWhenBlank: Bool = false) -> Column {
      Column(title: title, isNumber: true, dropOrder: dropOrder, hidesWhenBlank: hidesWhenBlank)
    }
  }

  /// The columns, from the left.
  var columns: [Column]
  /// The cells, a row at a time; a row that is too short ends in empty cells.
  var rows: [[String]]

  /// Between two columns.
  private static let gap = 2
  /// No text column is cut below this.
  private static let narrowest = 6

  init(_ columns: [Column], rows: [[String]] = []) {
    self.columns = columns
    self.rows = rows.map { $0.map(\.printable) }
  }

  /// The heading, then the rows, as lines of at most `width` columns where that can be; nil = as wide as they are.
  func lines(width: Int?) -> [String] {
    var shown = columns.indices.filter { !columns[$0].hidesWhenBlank || !isBlank($0) }
    var widths = columns.indices.map { column in
      rows.reduce(DisplayWidth.of(columns[column].title)) { max($0, DisplayWidth.of(cell($1, column))) }
    }
    if let width {
      drop(from: &shown, widths, width)
      shrink(shown, &widths, width)
    }
    return ([columns.map(\.title)] + rows).flatMap { lines($0, shown, widths) }
  }

  private func cell(_ row: [String], _ column: Int) -> String { column < row.count ? row[column] : "" }

  private func isBlank(_ column: Int) -> Bool {
    rows.allSatisfy { row in
      let text = cell(row, column)
      return text.isEmpty || (columns[column].isNumber && text == "0")
    }
  }

  private func total(_ shown: [Int], _ widths: [Int]) -> Int {
    shown.reduce(0) { $0 + widths[$1] } + Self.gap * max(0, shown.count - 1)
  }

  /// The room that a column needs to be of use: numbers all of theirs, text some.
  private func needed(_ column: Int, _ widths: [Int], _ text: Int) -> Int {
    columns[column].isNumber || columns[column].isWhole ? widths[column] : min(widths[column], text)
  }

  /// Leaves out what has no room beside the columns that stay, the largest drop order first.
  private func drop(from shown: inout [Int], _ widths: [Int], _ width: Int) {
    let needed = columns.indices.map { self.needed($0, widths, columns[$0].dropOrder > 0 ? 16 : 32) }
    while total(shown, needed) > width,
      let last = shown.max(by: { columns[$0].dropOrder < columns[$1].dropOrder }), columns[last].dropOrder > 0
    {
      shown.removeAll { $0 == last }
    }
  }

  /// Takes from the text columns what is too much: from those that could be left out first, from the widest first.
  private func shrink(_ shown: [Int], _ widths: inout [Int], _ width: Int) {
    var excess = total(shown, widths) - width
    for (isOptional, least) in [(true, 16), (false, 32), (true, Self.narrowest), (false, Self.narrowest)] {
      while excess > 0 {
        let candidates = shown.filter { column in
          (columns[column].dropOrder > 0) == isOptional && widths[column] > needed(column, widths, least)
        }
        guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
        widths[widest] -= 1
        excess -= 1
      }
    }
  }

  /// The lines of a row: more than one where a cell wraps.
  private func lines(_ row: [String], _ shown: [Int], _ widths: [Int]) -> [String] {
    let cells = columns.indices.map { column in
      let text = cell(row, column)
      return columns[column].wraps
        ? DisplayWidth.wrap(text, to: widths[column]) : [DisplayWidth.truncate(text, to: widths[column])]
    }
    let height = shown.reduce(1) { max($0, cells[$1].count) }
    return (0..<height).map { index in
      line(cells.map { index < $0.count ? $0[index] : "" }, shown, widths)
    }
  }

  private func line(_ cells: [String], _ shown: [Int], _ widths: [Int]) -> String {
    var line = ""
    for (position, column) in shown.enumerated() {
      if position > 0 { line += String(repeating: " ", count: Self.gap) }
      let padding = String(repeating: " ", count: widths[column] - DisplayWidth.of(cells[column]))
      line += columns[column].isNumber ? padding + cells[column] : cells[column] + padding
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}
