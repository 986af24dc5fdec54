internal import Messages

/// Which column of a stock file is what, by its headings.
struct StockColumns: Equatable {
  /// What a column can hold.
  enum Name: String, CaseIterable {
    case sku = "SKU"
    case productID = "ProductID"
    case variantID = "VariantID"
    case warehouseCode = "WarehouseCode"
    case quantity = "Quantity"
    case safetyStock = "SafetyStock"
    case reorderPoint = "ReorderPoint"
  }

  /// What `stock export` has besides: for people, and passed over here.
  static let exportedOnly = ["ProductName", "Reserved", "Available"]

  /// Why headings will not do, for people.
  struct Unusable: Error, Equatable {
    /// What is wrong and what would be right.
    var message: String
  }

  /// Where each column stands, from 0.
  var positions: [Name: Int]
  /// How many columns there are.
  var count: Int
  /// Headings that mean nothing here.
  var unknown: [String]

  /// Reads headings: in any order and case, with spaces, hyphens and underscores or without.
  init(headings: [String]) throws(Unusable) {
    positions = [:]
    unknown = []
    count = headings.count
    for (index, heading) in headings.enumerated() {
      guard let name = Name.allCases.first(where: { Self.key($0.rawValue) == Self.key(heading) }) else {
        let isKnown = heading.isEmpty || Self.exportedOnly.contains { Self.key($0) == Self.key(heading) }
        if !isKnown { unknown.append(heading) }
        continue
      }
      if positions[name] != nil { throw Unusable(message: "there are two columns \(name.rawValue)") }
      positions[name] = index
    }
    let missing = [Name.warehouseCode, .quantity].filter { positions[$0] == nil }.map(\.rawValue)
    let named = "SKU, ProductID, VariantID, WarehouseCode, Quantity, SafetyStock and ReorderPoint, separated by commas"
    if let first = missing.first {
      throw Unusable(message: "there is no column \(first); the first row names the columns: \(named)")
    }
    if positions[.sku] == nil, positions[.productID] == nil {
      throw Unusable(message: "there is neither a column SKU nor a column ProductID: one of them must name the product")
    }
  }

  private static func key(_ heading: String) -> String {
    String(heading.lowercased().filter { !" _-".contains($0) })
  }

  /// The row as the service takes it, or what is wrong with it.
  func row(_ row: CSVRow) -> Result<ImportRow, BadRows> {
    var bad = BadRows()
    if let fault = row.fault {
      bad.add(row.number, "", fault.explanation)
      return .failure(bad)
    }
    if row.fields.count != count {
      bad.add(row.number, "", "has \(Words.count(row.fields.count, "field")), the first row has \(count)")
      return .failure(bad)
    }
    var result = ImportRow(rowNumber: row.number)
    result.sku = text(.sku, row)
    result.productID = text(.productID, row)
    result.variantID = text(.variantID, row)
    result.warehouseCode = text(.warehouseCode, row)
    if result.sku.isEmpty, result.productID.isEmpty {
      bad.add(row.number, (positions[.sku] == nil ? Name.productID : .sku).rawValue, "names no product")
    }
    if result.warehouseCode.isEmpty { bad.add(row.number, Name.warehouseCode.rawValue, "is empty") }
    if let quantity = number(.quantity, row, &bad) {
      result.quantity = quantity
    } else if text(.quantity, row).isEmpty {
      bad.add(row.number, Name.quantity.rawValue, "is empty")
    }
    result.safetyStock = number(.safetyStock, row, &bad)
    result.reorderPoint = number(.reorderPoint, row, &bad)
    return bad.rows.isEmpty ? .success(result) : .failure(bad)
  }

  private func text(_ name: Name, _ row: CSVRow) -> String {
    guard let position = positions[name] else { return "" }
    return SpreadsheetText.read(row.fields[position])
  }

  private func number(_ name: Name, _ row: CSVRow, _ bad: inout BadRows) -> Int64? {
    let text = text(name, row)
    if text.isEmpty { return nil }
    guard let value = Int64(text) else {
      bad.add(row.number, name.rawValue, "\"\(text)\" is not a whole number")
      return nil
    }
    if value < 0 {
      bad.add(row.number, name.rawValue, "\(value) is negative")
      return nil
    }
    return value
  }
}

/// Rows that cannot be imported, and why.
struct BadRows: Error, Equatable {
  /// One thing that is wrong.
  struct Row: Equatable {
    /// The row in the file.
    var number: UInt64
    /// The column; empty = the row as a whole.
    var field: String
    /// What is wrong with it.
    var message: String
  }

  /// In the order in which they were found.
  var rows: [Row] = []

  /// Adds what is wrong with a row.
  mutating func add(_ number: UInt64, _ field: String, _ message: String) {
    rows.append(Row(number: number, field: field, message: message))
  }
}

extension CSVFault {
  /// For people.
  var explanation: String {
    switch self {
    case .textAfterQuote: "has text after the quote that ends a field"
    case .notUTF8: "is not UTF-8: save the file with that encoding"
    case .openQuote: "begins a field with a quote that is never closed"
    case .tooLong: "is longer than \(CSVReader.longestRow / 1024) KiB: is there a quote that is never closed?"
    }
  }
}
