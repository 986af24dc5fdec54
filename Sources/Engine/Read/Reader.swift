internal import CSystem
internal import Journal
internal import LMDB
package import Messages

/// Answers queries for one thread, from a snapshot of the memory map that is renewed when something has been published.
///
/// Not `Sendable`: one a thread.
package final class Reader: StateView {
  private let snapshotTransaction: ReadTransaction
  private let resident: ResidentLevels
  let journal: JournalReader
  private var row = rows_values()

  /// A reader of the state of `environment`.
  init(
    _ environment: Environment, _ tables: StateTables, _ resident: ResidentLevels, _ journal: JournalReader
  ) throws(EngineError) {
    do {
      snapshotTransaction = try ReadTransaction(environment)
    } catch {
      throw EngineError.state(error)
    }
    snapshotTransaction.reset()
    self.resident = resident
    self.journal = journal
    super.init(tables: tables, transaction: snapshotTransaction)
  }

  /// The sequence that a read of one row is sure to show, if it is loaded before the row.
  package var published: UInt64 { resident.published }

  /// Sees to it that the snapshot shows all that has been published.
  ///
  /// Whoever has a snapshot ahead of what is published waits for that, so that no read after this one shows less.
  package func refresh() throws(CallFailure) {
    // What is committed may be in resident rows before it is published: a snapshot without it could show less than they do.
    if snapshotTransaction.isActive, facts.sequence == resident.committed { return }
    try reading { () throws(EngineError) in
      try stored { () throws(LMDBError) in try snapshotTransaction.renew() }
      try refreshFacts()
    }
    var tries: UInt32 = 0
    while resident.published < facts.sequence {
      rows_pause(tries)
      tries &+= 1
    }
  }

  /// Lets go of the snapshot: a thread that waits must not pin pages.
  package func endRound() { snapshotTransaction.reset() }

  /// One level or total by the bytes of its name, without allocating: the hot path.
  ///
  /// - Returns: its row and the sequence that the read is sure to show; nil where there is no such level.
  package func stock(
    product: UnsafeRawBufferPointer, variant: UnsafeRawBufferPointer, warehouse: UnsafeRawBufferPointer
  ) throws(CallFailure) -> StockRead? {
    key.reset()
    unsafe key.append(bytes: product)
    key.append(byte: 0)
    unsafe key.append(bytes: variant)
    key.append(byte: 0)
    unsafe key.append(bytes: warehouse)
    // An identifier that is too long names nothing.
    if key.isOverflowing { return nil }
    let published = resident.published
    if resident.get(key, into: &row) { return StockRead(row, sequence: published) }
    return try storedStock()
  }

  /// The level that ``key`` names, from the snapshot.
  private func storedStock() throws(CallFailure) -> StockRead? {
    let name = key.copied
    try refresh()
    key.set(bytes: name)
    let row = try reading { () throws(EngineError) in try namedRow() }
    return row.map { StockRead($0, sequence: facts.sequence) }
  }
}

/// One level as it was read.
package struct StockRead: Sendable {
  /// Units in the building.
  package let onHand: Int64
  /// Units held.
  package let reserved: Int64
  /// Units in quarantine.
  package let quarantined: Int64
  /// Units on their way here.
  package let incoming: Int64
  /// The level's setting of that name.
  package let safetyStock: Int64
  /// The level's setting of that name.
  package let reorderPoint: Int64
  /// The level's setting of that name.
  package let reorderQuantity: Int64
  /// How many changes the level has seen.
  package let version: UInt64
  /// When it last changed.
  package let updatedAt: Int64
  /// The sequence that the read is sure to show.
  package let sequence: UInt64

  /// on_hand − reserved − quarantined.
  package var available: Int64 { onHand &- reserved &- quarantined }

  init(_ row: rows_values, sequence: UInt64) {
    onHand = row.on_hand
    reserved = row.reserved
    quarantined = row.quarantined
    incoming = row.incoming
    safetyStock = row.safety_stock
    reorderPoint = row.reorder_point
    reorderQuantity = row.reorder_quantity
    version = UInt64(bitPattern: row.version)
    updatedAt = row.updated_at
    self.sequence = sequence
  }

  init(_ row: LevelRow, sequence: UInt64) {
    onHand = row.onHand
    reserved = row.reserved
    quarantined = row.quarantined
    incoming = row.incoming
    safetyStock = row.safetyStock
    reorderPoint = row.reorderPoint
    reorderQuantity = row.reorderQuantity
    version = row.version
    updatedAt = row.updatedAt
    self.sequence = sequence
  }
}
