import Messages
import Testing

@testable import holdfast

@Suite("Export")
struct ExportTests {
  /// Identifiers that a spreadsheet, a CSV reader or an import could take for something else.
  static let hostile = [
    "=HYPERLINK(\"http://x\";\"y\")", "+1", "-1", "@SUM(A1)", "'", "''", "'=1", "''=1", "'x", "' x", " x", "x ", " ",
    "' ",
    "a,b", "a\"b", "\"", "\"\"", "＝1", "＋1", "－1", "＠1", "'＝1", "－", "ｘ", "=\u{301}x", " \u{301}x", "'\u{301}=x", "é",
    "e\u{301}",
    "𝔘", "007", "1e5", "TRUE", ";=1", "x'", "a  b", "\u{FEFF}=1", "\u{A0}x", "x\u{A0}",
  ]

  private static func text(_ rows: [ExportRow]) throws -> String {
    var text = ExportText()
    for row in rows { try text.add(Coding.encode(ExportStockResponse(rows: [row]))) }
    return String(decoding: text.take(), as: UTF8.self)
  }

  private static func rows(_ text: String) -> [CSVRow] {
    var reader = CSVReader()
    var rows: [CSVRow] = []
    reader.read(Array(text.utf8)) { rows.append($0) }
    reader.finish { rows.append($0) }
    return rows
  }

  @Test("an exported row has the level's numbers under their headings")
  func numbers() throws {
    let row = ExportRow(
      productID: "P", variantID: "V", warehouseID: "W", productName: "N", sku: "S", warehouseCode: "C", onHand: 7,
      reserved: 9, quarantined: 1, available: -3, incoming: 4, safetyStock: 0, reorderPoint: .max, reorderQuantity: 5,
      version: 6, updatedAt: 8)
    #expect(
      try Self.text([row])
        == "ProductID,VariantID,ProductName,SKU,WarehouseCode,Quantity,Reserved,Available,SafetyStock,ReorderPoint\r\n"
        + "P,V,N,S,C,7,9,-3,0,9223372036854775807\r\n")
  }

  @Test("what is exported is imported again as it was, whatever it is called", arguments: hostile)
  func roundTrip(_ name: String) throws {
    let row = ExportRow(
      productID: name, variantID: name, productName: "\n=\(name)\r\n", sku: name, warehouseCode: name, onHand: 3,
      available: -3, safetyStock: 1, reorderPoint: 2)
    let rows = Self.rows(try Self.text([row]))
    try #require(rows.count == 2)
    let columns = try StockColumns(headings: rows[0].fields)
    #expect(columns.unknown.isEmpty)
    let imported = try columns.row(rows[1]).get()
    for text in [imported.productID, imported.variantID, imported.sku, imported.warehouseCode] {
      #expect(Array(text.utf8) == Array(name.utf8))
    }
    #expect(imported.quantity == 3 && imported.safetyStock == 1 && imported.reorderPoint == 2)
  }

  @Test("no cell of text begins as a formula does", arguments: hostile + ["\t=1", "\r=1", "\n=1", "\t", "-"])
  func formulas(_ name: String) throws {
    let row = ExportRow(productID: name, variantID: name, productName: name, sku: name, warehouseCode: name)
    for field in Self.rows(try Self.text([row]))[1].fields.prefix(5) {
      let first = try #require(field.unicodeScalars.first)
      #expect(!"=+-@＝＋－＠\t\r\n".unicodeScalars.contains(first), "\(field)")
    }
  }

  @Test("hand-made cells lose their outer blanks, and an apostrophe only where it guards something")
  func handMade() {
    #expect(SpreadsheetText.read("  a b\t") == "a b")
    #expect(SpreadsheetText.read("'x") == "'x")
    #expect(SpreadsheetText.read("  '-5") == "-5")
    #expect(SpreadsheetText.read("") == "" && SpreadsheetText.read(" \t ") == "")
    #expect(SpreadsheetText.read("=1") == "=1")
  }

  @Test("many replies make one text, and taking it leaves none")
  func replies() throws {
    var text = ExportText()
    let rows = (0..<3).map { ExportRow(productID: "P\($0)", warehouseCode: "W") }
    try text.add(Coding.encode(ExportStockResponse(rows: rows)))
    try text.add(Coding.encode(ExportStockResponse(rows: rows)))
    try text.add([])
    #expect(text.rowCount == 6)
    #expect(Self.rows(String(decoding: text.take(), as: UTF8.self)).count == 7)
    #expect(text.take().isEmpty)
  }

  @Test("a reply that is cut off, or no reply at all, is refused or read, and never read beyond")
  func malformed() throws {
    let reply = try Coding.encode(
      ExportStockResponse(rows: [ExportRow(productID: "P-1", warehouseCode: "W", onHand: 300, updatedAt: .max)]))
    for count in 1..<reply.count {
      #expect(throws: ExportText.Malformed.self) {
        var text = ExportText()
        try text.add(Array(reply.prefix(count)))
      }
    }
    for index in reply.indices {
      for value in [0, 0x7F, 0x80, 0xFF] as [UInt8] {
        var (text, changed) = (ExportText(), reply)
        changed[index] = value
        try? text.add(changed)
      }
    }
  }

  @Test("fields that a later server adds are passed over")
  func unknownFields() throws {
    // Fields 17 of each wire type in the row, and a field 2 beside it.
    let row: [UInt8] =
      [0x0A, 1, 0x50, 0x88, 1, 5, 0x89, 1] + [UInt8](repeating: 9, count: 8) + [0x8D, 1, 1, 2, 3, 4, 0x8A, 1, 1, 7]
    var text = ExportText()
    try text.add([0x10, 3, 0x0A, UInt8(row.count)] + row)
    #expect(String(decoding: text.take(), as: UTF8.self).hasSuffix("\r\nP,,,,,0,0,0,0,0\r\n"))
  }

  @Test("a file that exists is left alone unless it may be replaced, and half a file never has the name")
  func files() throws {
    let file = try TemporaryFile("old")
    #expect(throws: ToolFailure.self) { try WholeFile(file.path, replacing: false, mode: 0o600) }
    do {
      let unfinished = try WholeFile(file.path, replacing: true, mode: 0o600)
      try unfinished.write(Array("half".utf8))
    }
    #expect(try InputFile.bytes(file.path) == Array("old".utf8))
    let whole = try WholeFile(file.path, replacing: true, mode: 0o600)
    try whole.write(Array("new".utf8))
    #expect(try InputFile.bytes(file.path) == Array("old".utf8))
    try whole.finish()
    #expect(try InputFile.bytes(file.path) == Array("new".utf8))
  }
}
