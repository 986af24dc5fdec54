import Testing

@testable import holdfast

@Suite("Tables")
struct TableTests {
  private let table = Table(
    [.text("NAME"), .number("COUNT"), .text("NOTE", dropOrder: 1), .number("EMPTY", hidesWhenBlank: true)],
    rows: [["apple", "5", "green and rather sour", "0"], ["fig", "1,200", "", ""]])

  @Test("text stands at the left, numbers at the right, and blank columns go")
  func alignment() {
    #expect(
      table.lines(width: nil) == [
        "NAME   COUNT  NOTE", "apple      5  green and rather sour", "fig    1,200",
      ])
  }

  @Test("what has no room is cut with an ellipsis")
  func truncation() {
    #expect(table.lines(width: 32)[1] == "apple      5  green and rather …")
    for line in table.lines(width: 32) { #expect(DisplayWidth.of(line) <= 32) }
  }

  @Test("when there is very little room, columns that may go do")
  func dropping() {
    #expect(table.lines(width: 20) == ["NAME   COUNT", "apple      5", "fig    1,200"])
  }

  @Test("numbers are never cut, even where the table becomes wider than the terminal")
  func numbersStay() {
    let table = Table([.number("N")], rows: [["1,234,567,890"]])
    #expect(table.lines(width: 5) == ["            N", "1,234,567,890"])
  }

  @Test("no line is wider than the terminal, at any width that numbers and headings leave room for")
  func everyWidth() {
    let table = Table(
      [.text("PRODUCT"), .text("WHERE"), .number("ON HAND"), .text("CHANGED", dropOrder: 2), .prose("WHY")],
      rows: [["P-1", "商品倉庫東京商品倉庫東京", "1,000", "2026-11-25 04:06:12Z", "because it was counted again on Friday"]])
    for width in 45...140 {
      for line in table.lines(width: width) { #expect(DisplayWidth.of(line) <= width, "at \(width): \(line)") }
    }
  }

  @Test("prose goes on in the next line, under its own column")
  func prose() {
    let table = Table([.text("A"), .prose("B")], rows: [["x", "one two three"]])
    #expect(table.lines(width: 12) == ["A  B", "x  one two", "   three"])
  }

  @Test("a short row ends in empty cells, and control characters cannot reach the terminal")
  func oddRows() {
    #expect(Table([.text("A"), .text("B")], rows: [["x"]]).lines(width: nil) == ["A  B", "x"])
    #expect(Table([.text("A")], rows: [["a\u{1B}[2Jb\n"]]).lines(width: nil) == ["A", "a�[2Jb�"])
  }

  @Test("an empty table is not shown")
  func emptyTable() {
    #expect(View([.table(Table([.text("A")])), .line("none")]).lines(width: 80) == ["none"])
  }

  @Test("facts that have no room go on below, under their values")
  func longFacts() {
    let view = View([.facts([Fact("Name", "one two three"), Fact("Id", "0123456789abcdef")])])
    #expect(view.lines(width: 16) == ["Name  one two", "      three", "Id    0123456789", "      abcdef"])
  }

  @Test("ids and times are never cut: others are, or go")
  func whole() {
    let table = Table(
      [.whole("ID"), .text("NAME"), .whole("TIME", dropOrder: 1)],
      rows: [["0123456789", "a long long long name", "2026-11-25"]])
    #expect(table.lines(width: 20) == ["ID          NAME", "0123456789  a long …"])
    #expect(table.lines(width: 44)[1] == "0123456789  a long long long name")
    #expect(table.lines(width: 45)[1] == "0123456789  a long long long name  2026-11-25")
  }

  @Test("facts without a value are left out, and values stand in one column")
  func facts() {
    let view = View([.facts([Fact("Name", "Chicago"), Fact("Nothing", ""), Fact("Id", "1")])])
    #expect(view.lines(width: 80) == ["Name  Chicago", "Id    1"])
  }
}

@Suite("Display width")
struct DisplayWidthTests {
  @Test(
    "wide characters take two columns, combining ones none",
    arguments: [
      ("abc", 3), ("é", 1), ("e\u{301}", 1), ("商品", 4), ("한글", 4), ("😀", 2), ("👩‍👩‍👧", 2), ("", 0), ("ﾊﾝ", 2), ("Ａ", 2),
    ])
  func widths(_ text: String, _ width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test("text is cut between characters and never becomes wider than was asked for")
  func truncate() {
    #expect(DisplayWidth.truncate("商品倉庫", to: 8) == "商品倉庫")
    #expect(DisplayWidth.truncate("商品倉庫", to: 6) == "商品…")
    #expect(DisplayWidth.truncate("商品倉庫", to: 7) == "商品倉…")
    #expect(DisplayWidth.truncate("abc", to: 1) == "…")
    #expect(DisplayWidth.truncate("abc", to: 0) == "")
  }

  @Test("sentences break between words, and words that are too long anywhere")
  func wrap() {
    #expect(DisplayWidth.wrap("one two  three", to: 7) == ["one two", "three"])
    #expect(DisplayWidth.wrap("abcdefgh ij", to: 3) == ["abc", "def", "gh", "ij"])
    #expect(DisplayWidth.wrap("", to: 3) == [""])
    #expect(DisplayWidth.wrap("商品倉庫", to: 4) == ["商品", "倉庫"])
  }
}
