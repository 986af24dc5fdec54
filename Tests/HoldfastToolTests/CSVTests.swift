import Testing

@testable import holdfast

@Suite("CSV")
struct CSVTests {
  private func rows(_ bytes: [UInt8], chunk: Int = .max) -> [CSVRow] {
    var reader = CSVReader()
    var rows: [CSVRow] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = rest.prefix(chunk)
      reader.read(part) { rows.append($0) }
      rest = rest.dropFirst(part.count)
    }
    reader.finish { rows.append($0) }
    return rows
  }

  private func fields(_ text: String) -> [[String]] { rows(Array(text.utf8)).map(\.fields) }

  @Test("lines may end in CR LF, LF or CR, the last one in nothing")
  func lineEnds() {
    #expect(fields("a,b\r\nc,d\ne,f\rg,h") == [["a", "b"], ["c", "d"], ["e", "f"], ["g", "h"]])
    #expect(fields("a\n") == [["a"]])
    #expect(fields("") == [])
  }

  @Test("quoted fields hold commas, line ends and doubled quotes")
  func quotes() {
    #expect(fields("\"a,b\",\"c\r\nd\",\"e\"\"f\",\"\"\n") == [["a,b", "c\r\nd", "e\"f", ""]])
    #expect(fields("a\"b,c\n") == [["a\"b", "c"]])
  }

  @Test("a byte order mark at the start is skipped, and only there")
  func byteOrderMark() {
    #expect(rows([0xEF, 0xBB, 0xBF] + Array("a,b\n".utf8)).map(\.fields) == [["a", "b"]])
    #expect(fields("a,\u{FEFF}b\n") == [["a", "\u{FEFF}b"]])
  }

  @Test("empty fields and empty rows are rows, and are counted as a spreadsheet counts them")
  func emptyRows() {
    let rows = rows(Array("a,\n\n,\nb".utf8))
    #expect(rows.map(\.number) == [1, 2, 3, 4])
    #expect(rows.map(\.fields) == [["a", ""], [""], ["", ""], ["b"]])
    #expect(rows.map(\.isEmpty) == [false, true, true, false])
  }

  @Test("what is wrong with a row is told, and the next row is read")
  func faults() {
    let rows = rows(Array("\"a\"b,c\nd\n".utf8) + [0xFF, 0x0A] + Array("\"open\ne".utf8))
    #expect(rows.map(\.fault) == [.textAfterQuote, nil, .notUTF8, .openQuote])
    #expect(rows[1].fields == ["d"])
  }

  @Test("a row without end is refused and not kept")
  func endlessRow() {
    var bytes = Array("a\n\"".utf8)
    bytes += [UInt8](repeating: UInt8(ascii: "x"), count: CSVReader.longestRow + 10)
    #expect(rows(bytes).map(\.fault) == [nil, .tooLong])
    let plain = [UInt8](repeating: UInt8(ascii: "x"), count: CSVReader.longestRow + 10) + Array("\nb\n".utf8)
    #expect(rows(plain).map(\.fault) == [.tooLong, nil])
  }

  @Test("where the file is cut into chunks makes no difference")
  func chunks() {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("a,\"b\"\"\r\n,c\"\r\nd,é€\n\r\"x\"y,z\r\n\"\"".utf8)
    let whole = rows(bytes)
    #expect(whole.count == 5)
    for chunk in 1...bytes.count { #expect(rows(bytes, chunk: chunk) == whole) }
  }

  @Test("what the writer writes, the reader reads", arguments: ["a", "a,b", "\"", "a\r\nb", "", " é ", "\n"])
  func roundTrip(_ field: String) {
    #expect(fields(CSVWriter.row([field, "x"])) == [[field, "x"]])
  }
}
