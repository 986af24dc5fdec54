internal import Engine
internal import Glibc
internal import LMDB
internal import Messages

/// Goes through levels in key order, and beside them through their products, so that no product is looked for.
///
/// Bytes of keys and values are used where they lie in the memory map, which stays as it is as long as the snapshot is held.
@safe
struct ExportWalk: ~Copyable {
  /// What the cursor goes through: levels themselves, or the index by warehouse.
  private enum Order {
    case levels
    case byWarehouse
  }

  private let transaction: Transaction
  private let tables: StateTables
  private let order: Order
  private let warehouse: [UInt8]
  private var cursor: Cursor
  private var products: Cursor
  private let prefix: KeyBuffer
  private var key: KeyBuffer
  private let codes: [(id: [UInt8], code: [UInt8])]
  private var lastCode: Int

  /// Whether all levels have been given.
  private(set) var isOver: Bool

  init(_ reader: Reader, _ request: ExportStockRequest) throws(LMDBError) {
    let order = request.productID.isEmpty && !request.warehouseID.isEmpty ? Order.byWarehouse : .levels
    let tables = reader.tables
    var prefix = KeyBuffer()
    let start = order == .byWarehouse ? request.warehouseID : request.productID
    if !start.isEmpty {
      prefix.append(utf8: start)
      prefix.append(byte: 0)
    }
    let codes = try Self.codes(reader)
    let products = try Cursor(reader.transaction, tables.products)
    var cursor = try Cursor(reader.transaction, order == .byWarehouse ? tables.levelsByWarehouse : tables.levels)
    let isEmpty = try !cursor.seek(prefix: prefix)
    isOver = isEmpty
    lastCode = 0
    key = KeyBuffer()
    transaction = reader.transaction
    warehouse = Array(request.warehouseID.utf8)
    self.tables = tables
    self.order = order
    self.prefix = prefix
    self.codes = codes
    self.products = products
    self.cursor = cursor
  }

  /// The next rows; nil where there are none left.
  mutating func next(in arena: MessageArena) throws(ExportFault) -> PreparedMessage? {
    // The first may be a total.
    try stored { () throws(LMDBError) in
      while !isOver, !isWanted { try goOn() }
    }
    if isOver { return nil }
    var batch = try laidOut { () throws(MessageError) in try ExportBatch(in: arena) }
    while !isOver, !batch.isFull {
      try add(to: &batch)
      try stored { () throws(LMDBError) in
        repeat { try goOn() } while !isOver && !isWanted
      }
    }
    return batch.prepared()
  }

  private mutating func goOn() throws(LMDBError) {
    isOver = try !(cursor.next() && cursor.key.starts(with: prefix.bytes))
  }

  // MARK: Rows

  /// Whether the cursor stands at a level that was asked for. A total has no warehouse, and is no level.
  private var isWanted: Bool {
    guard order == .levels else { return true }
    let warehouse = unsafe parts.warehouse
    return unsafe !warehouse.isEmpty && (self.warehouse.isEmpty || isSame(warehouse, self.warehouse))
  }

  private mutating func add(to batch: inout ExportBatch) throws(ExportFault) {
    let parts = unsafe parts
    let row = unsafe try row(parts)
    if unsafe !batch.hasProduct || !isSame(products.key, parts.product) {
      let product = unsafe try product(parts.product)
      try laidOut { () throws(MessageError) in try unsafe batch.begin(product: product) }
    }
    let place = unsafe try code(of: parts.warehouse)
    let code = codes[place].code
    let level = ExportLevel(
      onHand: row.onHand, reserved: row.reserved, quarantined: row.quarantined, available: row.available,
      incoming: row.incoming, safetyStock: row.safetyStock, reorderPoint: row.reorderPoint,
      reorderQuantity: row.reorderQuantity, version: row.version, updatedAt: row.updatedAt)
    try laidOut { () throws(MessageError) in
      try unsafe code.span.bytes.withUnsafeBytes { bytes throws(MessageError) in
        try unsafe batch.add(variant: parts.variant, warehouse: parts.warehouse, code: bytes, level)
      }
    }
  }

  /// The names that the key at the cursor is made of.
  @unsafe private struct Parts {
    var product, variant, warehouse: UnsafeRawBufferPointer
  }

  private var parts: Parts {
    let key = unsafe cursor.key.withUnsafeBytes { unsafe $0 }
    let first = unsafe key.firstIndex(of: 0) ?? key.count
    let rest = unsafe UnsafeRawBufferPointer(rebasing: key[min(first + 1, key.count)...])
    let second = unsafe rest.firstIndex(of: 0) ?? rest.count
    let head = unsafe UnsafeRawBufferPointer(rebasing: key[..<first])
    let middle = unsafe UnsafeRawBufferPointer(rebasing: rest[..<second])
    let tail = unsafe UnsafeRawBufferPointer(rebasing: rest[min(second + 1, rest.count)...])
    return switch order {
    case .levels: unsafe Parts(product: head, variant: middle, warehouse: tail)
    case .byWarehouse: unsafe Parts(product: middle, variant: tail, warehouse: head)
    }
  }

  private mutating func row(_ parts: Parts) throws(ExportFault) -> LevelRow {
    if order == .levels {
      guard cursor.value.byteCount == LevelRow.byteCount else { throw .damaged("a level in the state") }
      return LevelRow(cursor.value)
    }
    key.reset()
    unsafe key.append(bytes: parts.product)
    key.append(byte: 0)
    unsafe key.append(bytes: parts.variant)
    key.append(byte: 0)
    unsafe key.append(bytes: parts.warehouse)
    do throws(LMDBError) {
      if let bytes = try transaction.get(tables.levels, key), bytes.byteCount == LevelRow.byteCount {
        return LevelRow(bytes)
      }
    } catch {
      throw .stored(error)
    }
    throw .damaged("the index of levels by warehouse names a level that is not there")
  }

  // MARK: Products and warehouses

  /// The stored product with this id. Mostly it is the next one.
  private mutating func product(_ id: UnsafeRawBufferPointer) throws(ExportFault) -> UnsafeRawBufferPointer {
    do throws(LMDBError) {
      var isFound = unsafe products.isPositioned && isSame(products.key, id)
      if !isFound, products.isPositioned { isFound = try unsafe products.next() && isSame(products.key, id) }
      if !isFound {
        key.reset()
        unsafe key.append(bytes: id)
        isFound = try products.seek(exactly: key)
      }
      if isFound { return unsafe products.value.withUnsafeBytes { unsafe $0 } }
    } catch {
      throw .stored(error)
    }
    throw .damaged(unsafe "there is no product \(String(decoding: id, as: UTF8.self)), which has a level")
  }

  /// Where in the codes a warehouse is. Within a product the warehouses come in order: mostly it is the next one.
  private mutating func code(of id: UnsafeRawBufferPointer) throws(ExportFault) -> Int {
    for place in [lastCode, lastCode + 1] where place < codes.count {
      if unsafe isSame(id, codes[place].id) {
        lastCode = place
        return place
      }
    }
    var (low, high) = (0, codes.count)
    while low < high {
      let middle = (low + high) / 2
      if unsafe precedes(codes[middle].id, id) { low = middle + 1 } else { high = middle }
    }
    guard low < codes.count, unsafe isSame(id, codes[low].id) else {
      throw .damaged(unsafe "there is no warehouse \(String(decoding: id, as: UTF8.self)), which has a level")
    }
    lastCode = low
    return low
  }

  private static func codes(_ reader: Reader) throws(LMDBError) -> [(id: [UInt8], code: [UInt8])] {
    var codes: [(id: [UInt8], code: [UInt8])] = []
    let arena = MessageArena()
    try reader.transaction.forEach(reader.tables.warehouses, prefix: KeyBuffer()) { (key, value) throws(LMDBError) in
      arena.reset()
      let warehouse = unsafe value.withUnsafeBytes { bytes in try? unsafe Warehouse(decoding: bytes, in: arena) }
      codes.append((key.array, Array((warehouse?.code ?? "").utf8)))
      return true
    }
    return codes
  }
}

private func stored<R: ~Copyable>(_ body: () throws(LMDBError) -> R) throws(ExportFault) -> R {
  do throws(LMDBError) { return try body() } catch { throw .stored(error) }
}

private func laidOut<R: ~Copyable>(_ body: () throws(MessageError) -> R) throws(ExportFault) -> R {
  do throws(MessageError) { return try body() } catch { throw .message(error) }
}

private func isSame(_ left: UnsafeRawBufferPointer, _ right: [UInt8]) -> Bool {
  guard left.count == right.count, let start = left.baseAddress else { return left.count == right.count }
  return unsafe memcmp(start, right, right.count) == 0
}

private func isSame(_ left: RawSpan, _ right: UnsafeRawBufferPointer) -> Bool {
  unsafe left.equals(right.bytes)
}

/// Whether `left` comes before `right` in the order of keys.
private func precedes(_ left: [UInt8], _ right: UnsafeRawBufferPointer) -> Bool {
  guard let start = right.baseAddress else { return false }
  let order = unsafe memcmp(left, start, min(left.count, right.count))
  return order < 0 || order == 0 && left.count < right.count
}
