internal import Inventory
internal import LMDB
internal import Messages

/// Holds of kits: one hold, an entry for the level of each component, the last of which changes the hold as a whole.
extension Evolver {
  func foldKit(
    _ hold: Reservation, of entry: Entry, at level: LevelKey, _ row: inout LevelRow, sequence: UInt64,
    in transaction: WriteTransaction
  ) throws(EngineError) {
    let number = entry.holdSequence == 0 ? sequence : entry.holdSequence
    let part = Int(entry.kitPart)
    guard (1...hold.components.count).contains(part), hold.components[part - 1].level(at: hold.warehouseID) == level
    else {
      throw EngineError.damaged("entry \(sequence) is about part \(part) of a kit, which is not \(describe(level))")
    }
    let old = try view.storedHold(number).map { NumberedHold(number: number, hold: $0) }
    if old == nil, entry.type != .reserve {
      throw EngineError.damaged("entry \(sequence) changes reservation \(number), which is not open")
    }
    let isOpen = hold.quantity > 0
    let isSameWarehouse = old.map { isSameIdentifier($0.hold.warehouseID, hold.warehouseID) } ?? false
    let isSameExpiry = old.map { $0.hold.expiresAt == hold.expiresAt } ?? false
    let stays = isOpen && isSameWarehouse && isSameExpiry
    if let old, isSameWarehouse, !stays { try removePlace(old, &row, at: level, in: transaction) }
    if isOpen, !stays {
      try putPlace(of: hold, number, at: level, in: transaction)
      row.earliestExpiry = min(row.earliestExpiry, expiryOrder(hold.expiresAt))
    }
    if part == hold.components.count { try foldWhole(hold, old, number, stays: stays, in: transaction) }
  }

  /// What the last component's entry does to the hold and to the indexes that know it once.
  private func foldWhole(
    _ hold: Reservation, _ old: NumberedHold?, _ number: HoldNumber, stays: Bool, in transaction: WriteTransaction
  ) throws(EngineError) {
    let isOpen = hold.quantity > 0
    let name = LevelKey(product: hold.productID, variant: "", warehouse: hold.warehouseID)
    try count(hold, before: old?.hold, at: name, in: transaction)
    if let old, !stays {
      key.set(holdsOf: old.level, expiresAt: old.hold.expiresAt, hold: number)
      try delete(tables.holdsByLevel, in: transaction)
      if old.hold.expiresAt != 0 {
        key.set(expiresAt: old.hold.expiresAt, hold: number)
        try delete(tables.holdsByExpiry, in: transaction)
      }
    }
    let isSameReference = old.map { isOpen && $0.hold.reference == hold.reference } ?? false
    if let old, !isSameReference {
      key.set(reference: old.hold.reference ?? Reference(), hold: number)
      try delete(tables.holdsByReference, in: transaction)
    }
    guard isOpen else {
      key.set(hold: number)
      try delete(tables.holds, in: transaction)
      view.facts.holds = try Self.less(view.facts.holds, "open reservations")
      return
    }
    key.set(hold: number)
    try put(tables.holds, hold, in: transaction)
    if old == nil { view.facts.holds &+= 1 }
    if !isSameReference {
      key.set(reference: hold.reference ?? Reference(), hold: number)
      try put(tables.holdsByReference, [], in: transaction)
    }
    guard !stays else { return }
    try putPlace(of: hold, number, at: name, in: transaction)
    if hold.expiresAt != 0 {
      key.set(expiresAt: hold.expiresAt, hold: number)
      try put(tables.holdsByExpiry, [], in: transaction)
    }
  }

  private func putPlace(
    of hold: Reservation, _ number: HoldNumber, at level: LevelKey, in transaction: WriteTransaction
  ) throws(EngineError) {
    key.set(holdsOf: level, expiresAt: hold.expiresAt, hold: number)
    try put(tables.holdsByLevel, [], in: transaction)
  }

  /// Takes a kit's hold out of the index of one component's level.
  private func removePlace(
    _ old: NumberedHold, _ row: inout LevelRow, at level: LevelKey, in transaction: WriteTransaction
  ) throws(EngineError) {
    key.set(holdsOf: level, expiresAt: old.hold.expiresAt, hold: old.number)
    try delete(tables.holdsByLevel, in: transaction)
    if old.hold.expiresAt != 0 { try findEarliestExpiry(after: old.hold.expiresAt, &row, at: level, in: transaction) }
  }

  /// Finds when the next hold of a level is due, where the one that is gone was the next.
  func findEarliestExpiry(
    after gone: Int64, _ row: inout LevelRow, at level: LevelKey, in transaction: WriteTransaction
  ) throws(EngineError) {
    guard gone <= row.earliestExpiry else { return }
    key.set(holdsOf: level)
    row.earliestExpiry = try view.stored { () throws(LMDBError) in
      var cursor = try Cursor(transaction, tables.holdsByLevel)
      guard try cursor.seek(prefix: key), cursor.key.byteCount == key.count + 16 else { return .max }
      return cursor.key.bigEndianInt64(at: key.count)
    }
  }

  /// Counts kits that were sold, beside their components.
  func countKits(_ entry: Entry, time: Int64, in transaction: WriteTransaction) throws(EngineError) {
    guard let hold = entry.hold, let last = hold.components.last, Int(entry.kitPart) == hold.components.count else {
      return
    }
    let kit = LevelKey(product: hold.productID, variant: "", warehouse: "")
    try count(
      entry, at: kit, units: Int64(clamping: entry.quantity.magnitude) / max(1, last.quantity), time: time,
      in: transaction)
  }
}
