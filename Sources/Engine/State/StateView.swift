internal import Inventory
package import LMDB
package import Messages

/// Who a SKU or barcode belongs to.
package struct CodeOwner: Equatable, Sendable {
  /// The product.
  package var product: String
  /// Its variant; empty = the product itself.
  package var variant: String

  /// An owner.
  package init(product: String, variant: String) {
    self.product = product
    self.variant = variant
  }

  /// Whether both names have the same bytes: Swift would call some different ones equal.
  package static func == (left: CodeOwner, right: CodeOwner) -> Bool {
    isSameIdentifier(left.product, right.product) && isSameIdentifier(left.variant, right.variant)
  }
}

/// Reads the state through a transaction: a reader's snapshot, or what the writer is about to commit.
///
/// Belongs to one thread; not `Sendable`. A fault of the store is kept in ``fault`` and thrown as INTERNAL.
package class StateView {
  /// The tables.
  package final let tables: StateTables
  /// What is read.
  package final var transaction: Transaction
  /// The last fault of the store that a read met.
  package final var fault: EngineError?
  /// What the state says of itself, as of the transaction.
  package final var facts = StateFacts() {
    didSet { if facts.historyID != oldValue.historyID { historyPrefix = facts.historyPrefix } }
  }
  /// What every id that the service makes begins with.
  private(set) final var historyPrefix = StateFacts().historyPrefix
  final var warehouseDirectory = WarehouseDirectory()
  final var policyInForce = PolicyInForce()
  final var channelDirectory = ChannelDirectory()
  final var key = KeyBuffer()
  final let arena = MessageArena()

  /// Reads `tables` through `transaction`.
  package init(tables: StateTables, transaction: Transaction) {
    self.tables = tables
    self.transaction = transaction
  }

  /// Forgets what was read and kept: a batch that is dropped may have been seen by it.
  final func forgetKept() {
    warehouseDirectory = WarehouseDirectory()
    policyInForce = PolicyInForce()
    channelDirectory = ChannelDirectory()
  }

  /// Runs `body`, turning a fault of the store into INTERNAL.
  final func reading<R: ~Copyable>(_ body: () throws(EngineError) -> R) throws(CallFailure) -> R {
    do {
      return try body()
    } catch {
      fault = error
      throw error.callFailure
    }
  }

  /// INTERNAL, for what was read of `what` and cannot be; kept as the view's fault.
  package final func damaged(_ what: String) -> CallFailure {
    let error = EngineError.damaged("\(what) in the state is damaged")
    fault = error
    return error.callFailure
  }

  /// Runs `body`, turning LMDB's errors into the engine's.
  final func stored<R: ~Copyable>(_ body: () throws(LMDBError) -> R) throws(EngineError) -> R {
    do { return try body() } catch { throw EngineError.state(error) }
  }

  /// What the state says of itself; nil where it is new.
  ///
  /// - Throws: `mismatch` where another version wrote it.
  final func storedFacts() throws(EngineError) -> StateFacts? {
    key.set(text: StateFacts.name)
    let stored = try transaction.value(tables.metadata, key) { StateFacts($0) }
    guard let facts = stored else { return nil }
    guard let facts else { throw EngineError.mismatch("the state was written by another version of holdfastd") }
    return facts
  }

  /// Takes over what the transaction's snapshot says of itself.
  final func refreshFacts() throws(EngineError) {
    key.set(text: StateFacts.name)
    var facts = facts
    _ = try transaction.value(tables.metadata, key) { facts.refresh($0) }
    self.facts = facts
  }

  /// The row of a level or a total; nil if there is none.
  package final func level(_ level: LevelKey) throws(CallFailure) -> LevelRow? {
    try reading { () throws(EngineError) in try row(level) }
  }

  final func row(_ level: LevelKey) throws(EngineError) -> LevelRow? {
    key.set(level: level)
    return try namedRow()
  }

  /// The row of the level that ``key`` names.
  final func namedRow() throws(EngineError) -> LevelRow? {
    let stored = try transaction.value(tables.levels, key) { LevelRow(checking: $0) }
    guard let found = stored else { return nil }
    guard let row = found else { throw EngineError.damagedLevel(key.copied) }
    return row
  }

  /// A stored message.
  final func message<M: MessageCodec>(_ table: Table, _ what: () -> String) throws(EngineError) -> M? {
    arena.reset()
    let decoded = try transaction.value(table, key) { bytes -> M? in
      unsafe bytes.withUnsafeBytes { raw in try? unsafe M(decoding: raw, in: arena) }
    }
    guard let found = decoded else { return nil }
    guard let message = found else { throw EngineError.damaged("\(what()) in the state cannot be decoded") }
    return message
  }

  /// A product; nil if there is none.
  package final func product(_ id: String) throws(CallFailure) -> Product? {
    guard !id.isEmpty else { return nil }
    return try reading { () throws(EngineError) -> Product? in
      key.set(text: id)
      return try message(tables.products) { "product \(id)" }
    }
  }

  /// A warehouse; nil if there is none.
  package final func warehouse(_ id: String) throws(CallFailure) -> Warehouse? {
    guard !id.isEmpty else { return nil }
    return try reading { () throws(EngineError) -> Warehouse? in
      key.set(text: id)
      return try message(tables.warehouses) { "warehouse \(id)" }
    }
  }

  /// The id of the warehouse with `code`; nil if there is none.
  package final func warehouseID(code: String) throws(CallFailure) -> String? {
    guard !code.isEmpty else { return nil }
    return try reading { () throws(EngineError) -> String? in
      key.set(text: code)
      return try transaction.value(tables.warehouseCodes, key) { $0.text() }
    }
  }

  /// Who a SKU belongs to; nil if to nobody.
  package final func owner(ofSKU sku: String) throws(CallFailure) -> CodeOwner? { try owner(sku, tables.skus) }

  /// Who a barcode belongs to; nil if to nobody.
  package final func owner(ofBarcode barcode: String) throws(CallFailure) -> CodeOwner? {
    try owner(barcode, tables.barcodes)
  }

  private final func owner(_ code: String, _ table: Table) throws(CallFailure) -> CodeOwner? {
    guard !code.isEmpty else { return nil }
    return try reading { () throws(EngineError) -> CodeOwner? in
      key.set(text: code)
      let parts = try transaction.value(table, key) { $0.parts() }
      guard let parts else { return nil }
      guard parts.count == 2 else { throw EngineError.damaged("code \(code) in the state") }
      return CodeOwner(product: parts[0], variant: parts[1])
    }
  }

  /// Units that open reservations hold at a warehouse.
  func load(ofWarehouse id: String) throws(EngineError) -> Int64 {
    key.set(text: id)
    return try transaction.value(tables.warehouseLoads, key, byteCount: 8) { $0.int64(at: 0) } ?? 0
  }

  /// What of a level's name is unknown: product, variant or warehouse; nil if all are known.
  package final func unknownPart(_ level: LevelKey) throws(CallFailure) -> Refusal? {
    guard let product = try product(level.product) else { return Refusal(level, reason: .unknownProduct) }
    if !level.variant.isEmpty, !product.variants.contains(where: { isSameIdentifier($0.variantID, level.variant) }) {
      return Refusal(level, reason: .unknownVariant)
    }
    if !level.warehouse.isEmpty, try warehouse(level.warehouse) == nil {
      return Refusal(level, reason: .unknownWarehouse)
    }
    return !level.warehouse.isEmpty && product.isKit ? Refusal(level, reason: .kit) : nil
  }

  /// NOT_FOUND for a level that does not exist, saying whether product, variant, warehouse or level is unknown.
  package final func unknown(_ level: LevelKey) throws(CallFailure) -> CallFailure {
    let refusal = try unknownPart(level) ?? Refusal(level, reason: .unknownLevel)
    return refusal.missing
  }

  /// Whether a variant of a product has levels.
  final func hasLevels(product: String, variant: String) throws(CallFailure) -> Bool {
    try level(LevelKey(product: product, variant: variant, warehouse: "")) != nil
  }

  /// Levels of one product and variant, by warehouse; the total is not among them.
  package final func levels(product: String, variant: String) throws(CallFailure) -> [(
    warehouse: String, row: LevelRow
  )] {
    try reading { () throws(EngineError) in
      key.set(level: product, variant, "")
      var found: [(warehouse: String, row: LevelRow)] = []
      let prefix = key.count
      var damaged: EngineError?
      try stored { () throws(LMDBError) in
        try transaction.forEach(tables.levels, prefix: key) { (name, value) throws(LMDBError) in
          guard let row = LevelRow(checking: value) else {
            damaged = .damagedLevel(name.array)
            return false
          }
          if name.byteCount > prefix { found.append((name.text(from: prefix), row)) }
          return true
        }
      }
      if let damaged { throw damaged }
      return found
    }
  }
}

extension StateView {
  /// Levels of a product that are wanted, in the order of their keys; nil if they are more than `limit`.
  package final func levels(ofProduct product: String, limit: Int, where isWanted: (LevelKey) -> Bool)
    throws(CallFailure) -> [(key: LevelKey, row: LevelRow)]?
  {
    try reading { () throws(EngineError) in
      var found: [(key: LevelKey, row: LevelRow)] = []
      key.set(product: product)
      var damaged: EngineError?
      try stored { () throws(LMDBError) in
        try transaction.forEach(tables.levels, prefix: key) { (name, value) throws(LMDBError) in
          let parts = name.parts()
          // The total has no warehouse, and no history of its own.
          guard parts.count == 3, !parts[2].isEmpty else { return true }
          let level = LevelKey(product: parts[0], variant: parts[1], warehouse: parts[2])
          guard let row = LevelRow(checking: value) else {
            damaged = .damagedLevel(name.array)
            return false
          }
          if isWanted(level) { found.append((level, row)) }
          return found.count <= limit
        }
      }
      if let damaged { throw damaged }
      return found.count > limit ? nil : found
    }
  }
}

extension Transaction {
  /// What `read` makes of the value of `key`; nil where the table has no such key.
  final func value<R>(_ table: Table, _ key: borrowing KeyBuffer, _ read: (RawSpan) -> R) throws(EngineError) -> R? {
    do throws(LMDBError) {
      guard let bytes = try get(table, key) else { return nil }
      return read(bytes)
    } catch {
      throw EngineError.state(error)
    }
  }
}

extension Transaction {
  /// What `read` makes of a value that must have `byteCount` bytes; nil where the table has no such key.
  ///
  /// - Throws: `damaged` where it has another length.
  final func value<R>(_ table: Table, _ key: borrowing KeyBuffer, byteCount: Int, _ read: (RawSpan) -> R)
    throws(EngineError) -> R?
  {
    var length = 0
    let stored = try value(table, key) { bytes -> R? in
      length = bytes.byteCount
      return length == byteCount ? read(bytes) : nil
    }
    guard let found = stored else { return nil }
    guard let result = found else {
      throw EngineError.damaged(
        "the value of \(shown(key.copied)) in the state has \(length) bytes instead of \(byteCount)")
    }
    return result
  }
}

extension EngineError {
  /// A row of the levels that no entry could have made.
  static func damagedLevel(_ name: [UInt8]) -> EngineError { .damaged("the row of level \(shown(name)) in the state") }
}

/// A key for people: what divides its parts is drawn.
private func shown(_ key: [UInt8]) -> String { String(decoding: key, as: UTF8.self).replacing("\u{0}", with: "␀") }

extension Product {
  /// SKUs, or barcodes, of the product and its variants, each with the variant that it belongs to.
  func codes(_ kind: CodeKind) -> [(code: String, variant: String)] {
    switch kind {
    case .sku:
      return ([(sku, "")] + variants.map { ($0.sku, $0.variantID) }).filter { !$0.0.isEmpty }
    case .barcodes:
      return barcodes.map { ($0, "") }
        + variants.flatMap { variant in variant.barcodes.map { ($0, variant.variantID) } }
    }
  }

  /// The two kinds of code.
  enum CodeKind {
    case sku, barcodes
  }
}
