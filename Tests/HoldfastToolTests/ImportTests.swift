import Messages
import Testing

@testable import holdfast

@Suite("Import")
struct ImportTests {
  @Test("columns go by their headings, in any order, case and spelling")
  func headings() throws {
    let columns = try StockColumns(headings: ["quantity", "Note", "warehouse_code", "Product ID", "SAFETY-STOCK", ""])
    #expect(columns.positions == [.quantity: 0, .warehouseCode: 2, .productID: 3, .safetyStock: 4])
    #expect(columns.unknown == ["Note"])
  }

  @Test(
    "headings that will not do are refused",
    arguments: [
      ["SKU", "Quantity"], ["SKU", "WarehouseCode"], ["WarehouseCode", "Quantity"],
      ["SKU", "sku", "WarehouseCode", "Quantity"],
    ])
  func unusable(_ headings: [String]) {
    #expect(throws: StockColumns.Unusable.self) { try StockColumns(headings: headings) }
  }

  private func bad(_ fields: [String], fault: CSVFault? = nil) throws -> [BadRows.Row] {
    let columns = try StockColumns(headings: ["SKU", "WarehouseCode", "Quantity", "SafetyStock"])
    switch columns.row(CSVRow(number: 7, fields: fields, fault: fault)) {
    case .success: return []
    case .failure(let bad): return bad.rows
    }
  }

  @Test("a good row becomes what the service takes; an empty threshold is absent and not zero")
  func goodRow() throws {
    let columns = try StockColumns(headings: ["SKU", "WarehouseCode", "Quantity", "SafetyStock", "ReorderPoint"])
    let row = columns.row(CSVRow(number: 9, fields: [" A b ", "DC", "5", "", "0"]))
    #expect(
      try row.get()
        == ImportRow(rowNumber: 9, sku: "A b", warehouseCode: "DC", quantity: 5, safetyStock: nil, reorderPoint: 0))
  }

  @Test("everything that is wrong with a row is told, with its number and its column")
  func badRows() throws {
    #expect(try bad(["A", "DC", "5", ""]) == [])
    let all = try bad(["", "", "many", "-1"])
    #expect(all.map(\.field) == ["SKU", "WarehouseCode", "Quantity", "SafetyStock"])
    #expect(all.allSatisfy { $0.number == 7 })
    #expect(try bad(["A", "DC", "", ""]).map(\.message) == ["is empty"])
    #expect(try bad(["A", "DC", "-1", ""]).map(\.message) == ["-1 is negative"])
    #expect(try bad(["A", "DC", "1.0", ""]).count == 1)
    #expect(try bad(["A", "DC", "99999999999999999999", ""]).count == 1)
    #expect(try bad(["A", "DC", "5"]).map(\.message) == ["has 3 fields, the first row has 4"])
    #expect(try bad([], fault: .notUTF8).count == 1)
  }

  @Test("calls of another kind have ids of their own, and a row that is objected to goes into none of them")
  func otherCalls() throws {
    let file = try TemporaryFile("SKU,WarehouseCode,Quantity\nA,DC,5\nA,DC,6\nB,DC,7\n")
    var seen: Set<String> = []
    var batches = ImportBatches(
      try InputFile(file.path), mark: "m", isDryRun: false, verb: "reconcile",
      objection: { seen.insert($0.sku).inserted ? nil : "again" },
      encode: { rows in
        try Coding.encode(
          ReconcileRequest(
            reconciliationID: "R",
            rows: rows.map { SnapshotRow(counted: $0.quantity, sku: $0.sku, warehouseCode: "DC") }))
      })
    let batch = try #require(try batches.next())
    #expect(batch.rows.map(\.rowNumber) == [2, 4])
    #expect(batch.bad == [BadRows.Row(number: 3, field: "", message: "again")])
    #expect(batch.commandID?.hasPrefix("reconcile-m-2-4-") == true)
    let request: ReconcileRequest = try Coding.decode(batch.request)
    #expect(request.rows.map(\.counted) == [5, 7])
  }

  private func batches(_ text: String, mark: String = "m", isDryRun: Bool = false) throws -> [ImportBatches.Batch] {
    let file = try TemporaryFile(text)
    var batches = ImportBatches(try InputFile(file.path), mark: mark, isDryRun: isDryRun)
    var result: [ImportBatches.Batch] = []
    while let batch = try batches.next() { result.append(batch) }
    return result
  }

  private func file(rows: Int) -> String {
    "SKU,WarehouseCode,Quantity\n" + (0..<rows).map { "S\($0),DC,\($0)\n" }.joined()
  }

  @Test("a file is cut after each thousand good rows, which keep their numbers in the file")
  func cutting() throws {
    let batches = try batches(file(rows: 2001))
    #expect(batches.map(\.rows.count) == [1000, 1000, 1])
    #expect(batches.map { $0.rows[0].rowNumber } == [2, 1002, 2002])
  }

  @Test("the same rows of the same file always have the same id, and no others have it")
  func commandIDs() throws {
    let first = try batches(file(rows: 1500)).map(\.commandID)
    #expect(try batches(file(rows: 1500)).map(\.commandID) == first)
    #expect(Set(first).count == 2)
    #expect(first.allSatisfy { ($0?.utf8.count ?? 0) <= 64 && $0 != nil })
    let other = try batches(file(rows: 1500), mark: "n").map(\.commandID)
    #expect(Set(first).isDisjoint(with: other))
    #expect(try batches(file(rows: 3), isDryRun: true).map(\.commandID) == [nil])
  }

  @Test("bad rows are told with the rows around them")
  func badRowsInOrder() throws {
    let text = "SKU,WarehouseCode,Quantity\nA,DC,1\nB,DC,x\nC,DC,2\nD,DC\n"
    let file = try TemporaryFile(text)
    var batches = ImportBatches(try InputFile(file.path), mark: "m", isDryRun: false)
    let batch = try #require(try batches.next())
    #expect(batch.rows.map(\.sku) == ["A", "C"])
    #expect(batch.bad.map(\.number) == [3])
    #expect(try batches.next() == nil)
    #expect(batches.bad.map(\.number) == [5])
  }

  @Test("a file without headings, or without anything, is refused as a whole", arguments: ["", "\n\n", "a,b\n1,2\n"])
  func noHeadings(_ text: String) {
    #expect(throws: ToolFailure.self) { try batches(text) }
  }

  @Test("digests are SHA-256")
  func digest() throws {
    #expect(
      try Digest.hexadecimal(of: Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(try Digest.hexadecimal(of: []) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }
}
