internal import Inventory
internal import LMDB
internal import Messages

/// Entries about one other thing than a level.
extension Evolver {
  func fold(_ warehouse: Warehouse, sequence: UInt64, in transaction: WriteTransaction) throws(EngineError) {
    key.set(text: warehouse.warehouseID)
    let old: Warehouse?
    do {
      old = try view.warehouse(warehouse.warehouseID)
    } catch {
      throw view.fault ?? EngineError.damaged("warehouse \(warehouse.warehouseID)")
    }
    if let old, !isSameIdentifier(old.code, warehouse.code) {
      key.set(text: old.code)
      try delete(tables.warehouseCodes, in: transaction)
    }
    key.set(text: warehouse.warehouseID)
    try put(tables.warehouses, warehouse, in: transaction)
    if !(old.map { isSameIdentifier($0.code, warehouse.code) } ?? false) {
      key.set(text: warehouse.code)
      try put(tables.warehouseCodes, [UInt8](warehouse.warehouseID.utf8), in: transaction)
    }
    if old == nil { view.facts.warehouses &+= 1 }
    view.facts.lastWarehouseChange = sequence
  }

  func fold(_ product: Product, in transaction: WriteTransaction) throws(EngineError) {
    let old: Product?
    do {
      old = try view.product(product.productID)
    } catch {
      throw view.fault ?? EngineError.damaged("product \(product.productID)")
    }
    for (table, kind) in [(tables.skus, Product.CodeKind.sku), (tables.barcodes, Product.CodeKind.barcodes)] {
      for (code, _) in old?.codes(kind) ?? [] {
        key.set(text: code)
        try delete(table, in: transaction)
      }
      for (code, variant) in product.codes(kind) {
        key.set(text: code)
        try put(table, [UInt8](product.productID.utf8) + [0] + [UInt8](variant.utf8), in: transaction)
      }
    }
    for component in old?.components ?? [] {
      key.set(kit: product.productID, ofComponent: component.productID)
      try delete(tables.kitsByComponent, in: transaction)
    }
    for component in product.components {
      key.set(kit: product.productID, ofComponent: component.productID)
      try put(tables.kitsByComponent, [], in: transaction)
    }
    key.set(text: product.productID)
    try put(tables.products, product, in: transaction)
    if old == nil { view.facts.products &+= 1 }
  }

  func fold(
    _ result: CommandResult, principal: String, sequence: UInt64, time: Int64, in transaction: WriteTransaction
  ) throws(EngineError) {
    let window = try view.currentPolicy().commandResultWindow
    try forgetResults(before: time.subtractingReportingOverflow(window).partialValue, in: transaction)
    key.set(principal: principal, commandID: result.commandID)
    let name = key.copied
    let isNew = try transaction.value(tables.commandResults, key) { _ in true } == nil
    try view.stored { () throws(LMDBError) in
      try transaction.put(tables.commandResults, key, byteCount: KeptResult.byteCount) { place in
        for (offset, byte) in result.requestHash.prefix(16).enumerated() { place.store(byte, at: offset) }
        place.store(sequence, at: 16)
        place.store(time, at: 24)
      }
    }
    if isNew {
      view.facts.commandResults &+= 1
      try view.resultCounts.add(1, to: principal, in: transaction)
    }
    key.set(time: time, sequence: sequence)
    try put(tables.commandResultsByTime, name, .append, in: transaction)
    oldestResult = min(oldestResult, time)
  }

  /// Forgets answers that are older than the window: two for each one that is added, so that the table shrinks to the
  /// window without ever making one command pay for many.
  private func forgetResults(before oldest: Int64, in transaction: WriteTransaction) throws(EngineError) {
    for _ in 0..<2 {
      guard oldestResult <= oldest else { return }
      let found = try view.oldestResult()
      oldestResult = found?.time ?? .max
      guard let found, found.time <= oldest else { return }
      key.reset()
      unsafe key.append(bytes: found.name.span.bytes)
      // The id may have been used again after its window: then the newer answer stays.
      let isSame =
        try transaction.value(tables.commandResults, key, byteCount: KeptResult.byteCount) {
          $0.uint64(at: 16)
        } == found.sequence
      if isSame {
        try delete(tables.commandResults, in: transaction)
        view.facts.commandResults = try Self.less(view.facts.commandResults, "kept answers")
        let principal = found.name.prefix { $0 != 0 }
        try view.resultCounts.add(-1, to: String(decoding: principal, as: UTF8.self), in: transaction)
      }
      key.set(time: found.time, sequence: found.sequence)
      try delete(tables.commandResultsByTime, in: transaction)
    }
  }
}

/// What is kept of an answer besides the answer itself, which stays in the journal.
struct KeptResult {
  /// First 16 bytes of SHA-256 over method, a zero byte and the request.
  var requestHash: [UInt8]
  /// Sequence of the entry with the answer.
  var sequence: UInt64
  /// Its time.
  var time: Int64

  /// Bytes of a stored row.
  static let byteCount = 32
}

extension StateView {
  /// The oldest answer that is still in the tables; nil if there is none.
  final func oldestResult() throws(EngineError) -> (time: Int64, sequence: UInt64, name: [UInt8])? {
    let found = try stored { () throws(LMDBError) -> (time: Int64, sequence: UInt64, name: [UInt8])?? in
      var cursor = try Cursor(transaction, tables.commandResultsByTime)
      guard try cursor.first() else { return .some(nil) }
      guard cursor.key.byteCount == 16 else { return nil }
      return (cursor.key.bigEndianInt64(at: 0), cursor.key.bigEndianUInt64(at: 8), cursor.value.array)
    }
    guard let found else { throw EngineError.damaged("a key of command_results_by_time in the state") }
    return found
  }

  /// The answer kept for a command id, within the window at `now`; nil if there is none.
  final func keptResult(principal: String, commandID: [UInt8], now: Int64) throws(EngineError) -> KeptResult? {
    key.set(principal: principal, commandID: commandID)
    let kept = try transaction.value(tables.commandResults, key, byteCount: KeptResult.byteCount) { row in
      KeptResult(requestHash: row.extracting(0..<16).array, sequence: row.uint64(at: 16), time: row.int64(at: 24))
    }
    guard let kept else { return nil }
    let window = try currentPolicy().commandResultWindow
    return kept.time > now.subtractingReportingOverflow(window).partialValue ? kept : nil
  }
}
