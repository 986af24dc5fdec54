internal import Inventory
internal import LMDB
package import Messages

/// What of the stock is verified.
package struct StockVerification {
  /// Levels that were verified to their first entry.
  package var levels: UInt64 = 0
  /// Entries that were looked at.
  package var entries: UInt64 = 0
  /// What is wrong.
  package var faults: [StockFault] = []
  /// Where to go on: a key, and the last entry that was looked at of its level (0 = none); nil = all was looked at.
  package var next: (key: [UInt8], sequence: UInt64)?
}

extension Reader {
  /// Entries that one call looks at, at most.
  private static var entryLimit: Int { 2000 }

  /// Compares levels with what their entries add up to, and totals with their levels.
  ///
  /// - Parameters:
  ///   - product: only this one; empty = all.
  ///   - warehouse: only this one; empty = all, and totals.
  ///   - start: where a call before has ended.
  /// - Throws: INVALID_ARGUMENT where `start` is no such place.
  package func verifyStock(product: String, warehouse: String, from start: (key: [UInt8], sequence: UInt64)?)
    throws(CallFailure) -> StockVerification
  {
    var prefix = KeyBuffer()
    let isByWarehouse = product.isEmpty && !warehouse.isEmpty
    if !product.isEmpty || isByWarehouse { prefix.set(product: isByWarehouse ? warehouse : product) }
    let names = try page(
      isByWarehouse ? tables.levelsByWarehouse : tables.levels, prefix: prefix, start: start?.key, size: 500
    ) { (name, _) throws(CallFailure) -> [UInt8]? in name.array }
    var result = StockVerification()
    var sequence = start?.sequence ?? 0
    for name in names.elements {
      if result.entries >= Self.entryLimit {
        result.next = (name, 0)
        return result
      }
      let parts = name.split(separator: 0, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
      guard parts.count == 3 else { continue }
      let key =
        isByWarehouse
        ? LevelKey(product: parts[1], variant: parts[2], warehouse: parts[0])
        : LevelKey(product: parts[0], variant: parts[1], warehouse: parts[2])
      if key.warehouse.isEmpty {
        if warehouse.isEmpty { try verifyTotal(key, &result) }
      } else if warehouse.isEmpty || isSameIdentifier(key.warehouse, warehouse) {
        if let reached = try verifyLevel(key, after: sequence, &result) {
          result.next = (name, reached)
          return result
        }
      }
      sequence = 0
    }
    result.next = names.next.map { ($0, 0) }
    return result
  }

  /// Walks a level's chain. Returns where the walk stopped, where it did not come to the end.
  private func verifyLevel(_ key: LevelKey, after sequence: UInt64, _ result: inout StockVerification)
    throws(CallFailure) -> UInt64?
  {
    guard let row = try level(key) else {
      result.faults.append(
        StockFault(
          productID: key.product, variantID: key.variant, warehouseID: key.warehouse,
          message: "\(describe(key)) is in an index, and is no level"))
      return nil
    }
    let budget = Self.entryLimit - Int(result.entries)
    var check = try begin(key, row, after: sequence)
    let isDone = try reading { () throws(EngineError) in try check.walk(journal, steps: max(1, budget)) }
    result.entries += check.entries
    for fault in check.faults {
      let last = try reading { () throws(EngineError) in try journal.entry(at: row.lastSequence, arena) }
      result.faults.append(
        StockFault(
          productID: key.product, variantID: key.variant, warehouseID: key.warehouse, stored: LevelState(row),
          expected: last?.level?.after, message: "\(describe(key)): \(fault.found); should be \(fault.expected)"))
    }
    guard isDone else { return check.reached }
    result.levels += 1
    return nil
  }

  private func begin(_ key: LevelKey, _ row: LevelRow, after sequence: UInt64) throws(CallFailure) -> LevelChainCheck {
    guard sequence > 0 else { return LevelChainCheck(key, row) }
    let entry = try reading { () throws(EngineError) in try journal.entry(at: sequence, arena) }
    guard sequence <= row.lastSequence, let entry, let check = LevelChainCheck(key, after: entry, at: sequence) else {
      throw CallFailure.invalid("page_token", "is not the next_page_token of an answer to VerifyStock")
    }
    return check
  }

  private func verifyTotal(_ key: LevelKey, _ result: inout StockVerification) throws(CallFailure) {
    guard let row = try level(key) else { return }
    var sum = LevelRow()
    for (_, level) in try levels(product: key.product, variant: key.variant) {
      sum.onHand &+= level.onHand
      sum.reserved &+= level.reserved
      sum.quarantined &+= level.quarantined
      sum.incoming &+= level.incoming
      sum.version &+= level.version
    }
    let isRight =
      sum.onHand == row.onHand && sum.reserved == row.reserved && sum.quarantined == row.quarantined
      && sum.incoming == row.incoming && sum.version == row.version
    guard !isRight else { return }
    result.faults.append(
      StockFault(
        productID: key.product, variantID: key.variant, stored: LevelState(row), expected: LevelState(sum),
        message: "the total of \(describe(key)) is not the sum of its levels"))
  }
}
