/// Turns the replies of ExportStock into CSV, from bytes to bytes: nothing is allocated for a row.
struct ExportText {
  /// Why a reply cannot be read: it is not the bytes of an `ExportStockResponse`.
  struct Malformed: Error {}

  /// The columns, in their order.
  static let heading =
    "ProductID,VariantID,ProductName,SKU,WarehouseCode,Quantity,Reserved,Available,SafetyStock,ReorderPoint\r\n"

  /// The text that was made and not yet taken.
  private(set) var bytes = Array(heading.utf8)
  /// How many rows were turned into text.
  private(set) var rowCount: UInt64 = 0

  /// Where in a reply the parts of a row lie, and its numbers. The numbers of the fields are those of `ExportRow` in `stock.proto`.
  private struct Row {
    var product = 0..<0
    var variant = 0..<0
    var name = 0..<0
    var sku = 0..<0
    var code = 0..<0
    var onHand: Int64 = 0
    var reserved: Int64 = 0
    var available: Int64 = 0
    var safetyStock: Int64 = 0
    var reorderPoint: Int64 = 0
  }

  /// Takes the text, and leaves room for as much.
  mutating func take() -> [UInt8] {
    let taken = bytes
    bytes = []
    bytes.reserveCapacity(taken.count)
    return taken
  }

  /// Adds the rows of one encoded reply.
  mutating func add(_ reply: [UInt8]) throws(Malformed) {
    var place = 0
    while place < reply.count {
      let key = try Self.varint(reply, &place, before: reply.count)
      if key == 1 << 3 | 2 {
        let range = try Self.range(reply, &place, before: reply.count)
        append(try Self.row(reply, range), of: reply)
        rowCount += 1
      } else {
        try Self.skip(key, reply, &place, before: reply.count)
      }
    }
  }

  // MARK: Reading

  private static func row(_ reply: [UInt8], _ range: Range<Int>) throws(Malformed) -> Row {
    var row = Row()
    var place = range.lowerBound
    while place < range.upperBound {
      let key = try varint(reply, &place, before: range.upperBound)
      switch key {
      case 1 << 3 | 2: row.product = try self.range(reply, &place, before: range.upperBound)
      case 2 << 3 | 2: row.variant = try self.range(reply, &place, before: range.upperBound)
      case 4 << 3 | 2: row.name = try self.range(reply, &place, before: range.upperBound)
      case 5 << 3 | 2: row.sku = try self.range(reply, &place, before: range.upperBound)
      case 6 << 3 | 2: row.code = try self.range(reply, &place, before: range.upperBound)
      case 7 << 3: row.onHand = try number(reply, &place, before: range.upperBound)
      case 8 << 3: row.reserved = try number(reply, &place, before: range.upperBound)
      case 10 << 3: row.available = try number(reply, &place, before: range.upperBound)
      case 12 << 3: row.safetyStock = try number(reply, &place, before: range.upperBound)
      case 13 << 3: row.reorderPoint = try number(reply, &place, before: range.upperBound)
      default: try skip(key, reply, &place, before: range.upperBound)
      }
    }
    return row
  }

  private static func number(_ reply: [UInt8], _ place: inout Int, before end: Int) throws(Malformed) -> Int64 {
    Int64(bitPattern: try varint(reply, &place, before: end))
  }

  @inline(__always)
  private static func varint(_ reply: [UInt8], _ place: inout Int, before end: Int) throws(Malformed) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while place < end, shift < 64 {
      let byte = reply[place]
      place += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw Malformed()
  }

  @inline(__always)
  private static func range(_ reply: [UInt8], _ place: inout Int, before end: Int) throws(Malformed) -> Range<Int> {
    let count = try varint(reply, &place, before: end)
    guard count <= UInt64(end - place) else { throw Malformed() }
    let start = place
    place += Int(count)
    return start..<place
  }

  private static func skip(
    _ key: UInt64, _ reply: [UInt8], _ place: inout Int, before end: Int
  ) throws(Malformed) {
    switch key & 7 {
    case 0: _ = try varint(reply, &place, before: end)
    case 1 where end - place >= 8: place += 8
    case 2: _ = try range(reply, &place, before: end)
    case 5 where end - place >= 4: place += 4
    default: throw Malformed()
    }
  }

  // MARK: Writing

  private mutating func append(_ row: Row, of reply: [UInt8]) {
    append(reply[row.product])
    append(reply[row.variant])
    append(reply[row.name])
    append(reply[row.sku])
    append(reply[row.code])
    append(row.onHand, UInt8(ascii: ","))
    append(row.reserved, UInt8(ascii: ","))
    append(row.available, UInt8(ascii: ","))
    append(row.safetyStock, UInt8(ascii: ","))
    append(row.reorderPoint, UInt8(ascii: "\r"))
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Appends text as a cell, guarded, and between quotes where it must be; and a comma.
  private mutating func append(_ text: ArraySlice<UInt8>) {
    defer { bytes.append(UInt8(ascii: ",")) }
    if text.isEmpty { return }
    let isGuarded = SpreadsheetText.isGuarded(text)
    guard text.contains(where: Self.isSpecial) else {
      if isGuarded { bytes.append(UInt8(ascii: "'")) }
      bytes.append(contentsOf: text)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    if isGuarded { bytes.append(UInt8(ascii: "'")) }
    for byte in text {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// Appends a number and what follows it.
  private mutating func append(_ number: Int64, _ next: UInt8) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    var digits = InlineArray<20, UInt8>(repeating: 0)
    var (count, rest) = (0, number.magnitude)
    repeat {
      digits[count] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      count += 1
    } while rest > 0
    while count > 0 {
      count -= 1
      bytes.append(digits[count])
    }
    bytes.append(next)
  }
}
