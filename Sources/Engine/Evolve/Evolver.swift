internal import Inventory
internal import LMDB
internal import Messages

/// Folds entries into the state: the same code in service, after a crash and in a replay.
///
/// What it does depends on the entry, its sequence and time, and the state that the entries before have made; on nothing
/// else. Belongs to the writing thread; not `Sendable`.
final class Evolver {
  /// The state as it is before the next entry; its transaction is the one that is written.
  let view: WriterView
  /// Levels and totals that changed since the list was last taken, in order.
  var changed: [(key: LevelKey, row: LevelRow)] = []
  /// No kept answer is older than this, as far as is known.
  var oldestResult = Int64.min
  private let arena = MessageArena()
  var key = KeyBuffer()

  /// Writes what was kept in memory of the batch, and what the state says of itself.
  func store(in transaction: WriteTransaction) throws(EngineError) {
    try view.loads.store(in: transaction)
    try view.resultCounts.store(in: transaction)
    key.set(text: StateFacts.name)
    let facts = view.facts
    try view.stored { () throws(LMDBError) in
      try transaction.put(tables.metadata, key, byteCount: StateFacts.byteCount) { facts.store(into: &$0) }
    }
  }

  /// Forgets what was kept in memory of a batch that is dropped.
  func forget() {
    view.loads.forget()
    view.resultCounts.forget()
    changed.removeAll(keepingCapacity: true)
    oldestResult = .min
  }

  /// Folds into what `view` reads.
  init(view: WriterView) {
    self.view = view
  }

  var tables: StateTables { view.tables }

  /// Folds one entry in.
  ///
  /// - Throws: `damaged` for an entry that does not follow from the state; `state` if LMDB refuses.
  func evolve(_ entry: Entry, sequence: UInt64, time: Int64, in transaction: WriteTransaction) throws(EngineError) {
    if let change = entry.level {
      try fold(entry, change, sequence: sequence, time: time, in: transaction)
    } else {
      switch entry.subject {
      case .warehouse(let warehouse): try fold(warehouse, sequence: sequence, in: transaction)
      case .product(let product): try fold(product, in: transaction)
      case .commandResult(let result):
        try fold(result, principal: entry.principal, sequence: sequence, time: time, in: transaction)
      case .transfer(let transfer): try fold(transfer, sequence: sequence, in: transaction)
      case .discrepancy(let discrepancy): try fold(discrepancy, sequence: sequence, in: transaction)
      case .channel(let channel): try fold(channel, sequence: sequence, in: transaction)
      case .allocation(let change): try fold(change, sequence: sequence, in: transaction)
      case .reconciliation(let report): try fold(report, in: transaction)
      case .review(let review): try fold(review, sequence: sequence, in: transaction)
      case .alert(let alert): try fold(alert, sequence: sequence, in: transaction)
      case .policy(let policy): try fold(policy, sequence: sequence, in: transaction)
      case .count, nil:
        throw EngineError.damaged("entry \(sequence) of type \(entry.type) is about nothing that this version knows")
      }
    }
    try link(entry, sequence: sequence, in: transaction)
    view.facts.sequence = sequence
    view.facts.time = time
  }

  private func fold(
    _ entry: Entry, _ change: LevelChange, sequence: UInt64, time: Int64, in transaction: WriteTransaction
  ) throws(EngineError) {
    let level = LevelKey(product: change.productID, variant: change.variantID, warehouse: change.warehouseID)
    let old = try view.row(level)
    let before = old ?? LevelRow()
    guard let after = change.after, before.version &+ 1 == change.ordinal, before.lastSequence == change.previous else {
      throw EngineError.damaged(
        "entry \(sequence) is change \(change.ordinal) of \(describe(level)), whose version is \(before.version)")
    }
    var row = before
    row.assign(after)
    guard row.isPlausible else {
      throw EngineError.damaged(
        "entry \(sequence) leaves \(describe(level)) with quantities that no entry can make: \(after)")
    }
    row.version = change.ordinal
    row.link(sequence, at: time)
    if entry.type == .sale {
      row.recentSales.add(Int64(clamping: entry.quantity.magnitude), on: time / 86_400_000_000)
    }
    if let hold = entry.hold {
      try fold(hold, of: entry, at: level, &row, sequence: sequence, in: transaction)
    } else if entry.holdSequence != 0 {
      try leave(entry.holdSequence, &row, at: level, sequence: sequence, in: transaction)
    }
    if old == nil {
      key.set(byWarehouse: level)
      try put(tables.levelsByWarehouse, [], in: transaction)
      key.set(countOf: level, at: 0)
      try put(tables.levelsByCount, [], in: transaction)
      view.facts.levels &+= 1
    }
    try put(row, of: level, in: transaction)
    try addUp(before, row, total: level.total, in: transaction)
    if row.reserved != before.reserved {
      try view.loads.add(row.reserved - before.reserved, to: level.warehouse, in: transaction)
    }
    if case .count? = entry.subject { try foldCount(entry, at: level, time: time, in: transaction) }
    if entry.type == .sale || entry.type == .return {
      let units = Int64(clamping: entry.quantity.magnitude)
      if entry.type == .sale { try countHour(entry, of: level.product, time: time, in: transaction) }
      try count(entry, at: level, units: units, time: time, in: transaction)
      try countKits(entry, time: time, in: transaction)
    }
  }

  /// Carries the change of a level over to the total.
  private func addUp(_ before: LevelRow, _ after: LevelRow, total key: LevelKey, in transaction: WriteTransaction)
    throws(EngineError)
  {
    var total = try view.row(key) ?? LevelRow()
    // Decided entries stay within range; what a file was made to hold must not end the process, nor pass for stock.
    do throws(InventoryError) {
      total.onHand = try total.onHand.adding(after.onHand - before.onHand)
      total.reserved = try total.reserved.adding(after.reserved - before.reserved)
      total.quarantined = try total.quarantined.adding(after.quarantined - before.quarantined)
      total.incoming = try total.incoming.adding(after.incoming - before.incoming)
      guard total.isPlausible else { throw InventoryError.overflow }
    } catch {
      throw EngineError.damaged(
        "entry \(after.lastSequence) would take the total of \(describe(key)) out of its range: it is not the sum of its levels"
      )
    }
    total.version &+= 1
    total.updatedAt = after.updatedAt
    total.lastSequence = after.lastSequence
    try put(total, of: key, in: transaction)
  }

  private func put(_ row: LevelRow, of level: LevelKey, in transaction: WriteTransaction) throws(EngineError) {
    key.set(level: level)
    try view.stored { () throws(LMDBError) in
      try transaction.put(tables.levels, key, byteCount: LevelRow.byteCount) { row.store(into: &$0) }
    }
    changed.append((level, row))
  }

  /// Counts a sale or a return in the channel's statistics of the day.
  func count(_ entry: Entry, at level: LevelKey, units: Int64, time: Int64, in transaction: WriteTransaction)
    throws(EngineError)
  {
    let channel = entry.hold?.channelID ?? entry.channelID
    let day = UInt32(clamping: time / 86_400_000_000)
    key.set(salesOf: level, channel: channel, day: day)
    var (sold, returned) =
      try transaction.value(tables.sales, key, byteCount: 16) { ($0.int64(at: 0), $0.int64(at: 8)) } ?? (0, 0)
    try view.stored { () throws(LMDBError) in
      if entry.type == .sale { sold = sold.addingSaturated(units) } else { returned = returned.addingSaturated(units) }
      try transaction.put(tables.sales, key, byteCount: 16) {
        $0.store(sold, at: 0)
        $0.store(returned, at: 8)
      }
    }
    if entry.type == .sale { try note(saleAt: time, by: channel, at: level, in: transaction) }
  }

  func put(
    _ table: Table, _ value: [UInt8], _ options: WriteTransaction.PutOptions = [], in transaction: WriteTransaction
  )
    throws(EngineError)
  {
    try view.stored { () throws(LMDBError) in try transaction.put(table, key, value, options) }
  }

  func put<M: MessageCodec>(_ table: Table, _ message: M, in transaction: WriteTransaction) throws(EngineError) {
    arena.reset()
    let prepared: PreparedMessage
    do {
      prepared = try message.prepare(in: arena)
    } catch {
      throw EngineError.damaged("\(M.fullName) cannot be encoded: \(error)")
    }
    try view.stored { () throws(LMDBError) in
      try transaction.put(table, key, byteCount: prepared.size) { (place: inout MutableRawSpan) in
        unsafe place.withUnsafeMutableBytes { bytes in
          if let base = bytes.baseAddress { unsafe prepared.pack(to: base) }
        }
      }
    }
  }

  func delete(_ table: Table, in transaction: WriteTransaction) throws(EngineError) {
    try view.stored { () throws(LMDBError) in _ = try transaction.delete(table, key) }
  }

  private func fold(
    _ after: Reservation, of entry: Entry, at level: LevelKey, _ row: inout LevelRow, sequence: UInt64,
    in transaction: WriteTransaction
  ) throws(EngineError) {
    if !after.components.isEmpty {
      try foldKit(after, of: entry, at: level, &row, sequence: sequence, in: transaction)
      return
    }
    let number = entry.holdSequence == 0 ? sequence : entry.holdSequence
    guard after.quantity >= 0 else {
      throw EngineError.damaged("entry \(sequence) leaves reservation \(number) with \(after.quantity)")
    }
    var hold = after
    hold.productID = level.product
    hold.variantID = level.variant
    hold.warehouseID = level.warehouse
    var old: NumberedHold?
    if entry.holdSequence != 0 {
      guard let stored = try view.storedHold(number) else {
        throw EngineError.damaged("entry \(sequence) changes reservation \(number), which is not open")
      }
      old = NumberedHold(number: number, hold: stored)
    }
    try count(hold, before: old?.hold, at: level, in: transaction)
    let isOpen = hold.quantity > 0
    let isSamePlace = old.map { isOpen && $0.level == level && $0.hold.expiresAt == hold.expiresAt } ?? false
    let isSameReference = old.map { isOpen && $0.hold.reference == hold.reference } ?? false
    if let old {
      if !isSamePlace { try removePlace(old, &row, at: level, in: transaction) }
      if !isSameReference {
        key.set(reference: old.hold.reference ?? Reference(), hold: number)
        try delete(tables.holdsByReference, in: transaction)
      }
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
    if !isSamePlace {
      key.set(holdsOf: level, expiresAt: hold.expiresAt, hold: number)
      try put(tables.holdsByLevel, [], in: transaction)
      if hold.expiresAt != 0 {
        key.set(expiresAt: hold.expiresAt, hold: number)
        try put(tables.holdsByExpiry, [], in: transaction)
      }
      row.earliestExpiry = min(row.earliestExpiry, expiryOrder(hold.expiresAt))
    }
  }

  /// Takes a hold that moves to another warehouse out of the index of a level that it leaves.
  private func leave(
    _ number: HoldNumber, _ row: inout LevelRow, at level: LevelKey, sequence: UInt64, in transaction: WriteTransaction
  ) throws(EngineError) {
    guard let hold = try view.storedHold(number) else {
      throw EngineError.damaged("entry \(sequence) moves reservation \(number), which is not open")
    }
    key.set(holdsOf: level, expiresAt: hold.expiresAt, hold: number)
    try delete(tables.holdsByLevel, in: transaction)
    try findEarliestExpiry(after: expiryOrder(hold.expiresAt), &row, at: level, in: transaction)
  }

  /// Takes a hold out of the indexes of its level and expiry.
  private func removePlace(
    _ old: NumberedHold, _ row: inout LevelRow, at level: LevelKey, in transaction: WriteTransaction
  ) throws(EngineError) {
    key.set(holdsOf: old.level, expiresAt: old.hold.expiresAt, hold: old.number)
    try delete(tables.holdsByLevel, in: transaction)
    guard old.hold.expiresAt != 0 else { return }
    key.set(expiresAt: old.hold.expiresAt, hold: old.number)
    try delete(tables.holdsByExpiry, in: transaction)
    guard old.level == level else { return }
    try findEarliestExpiry(after: old.hold.expiresAt, &row, at: level, in: transaction)
  }

  /// One less than a count of the state.
  ///
  /// - Throws: `damaged` where there is none left.
  static func less(_ count: UInt64, _ what: String) throws(EngineError) -> UInt64 {
    guard count > 0 else { throw EngineError.damaged("the state counts fewer \(what) than it has") }
    return count - 1
  }
}

extension LevelRow {
  /// Takes over the quantities and settings that an entry says.
  mutating func assign(_ state: LevelState) {
    onHand = state.onHand
    reserved = state.reserved
    quarantined = state.quarantined
    incoming = state.incoming
    safetyStock = state.safetyStock
    reorderPoint = state.reorderPoint
    reorderQuantity = state.reorderQuantity
  }
}
