internal import LMDB

/// Fills the resident table from the state, a slice at a time, between batches of the writing thread.
final class ResidentLoader {
  private let transaction: ReadTransaction
  private let tables: StateTables
  private let resident: ResidentLevels
  private var key = KeyBuffer()

  /// Reads the state of `environment`.
  init(opening environment: Environment, _ tables: StateTables, _ resident: ResidentLevels) throws(EngineError) {
    do throws(LMDBError) { transaction = try ReadTransaction(environment) } catch { throw EngineError.state(error) }
    transaction.reset()
    self.tables = tables
    self.resident = resident
  }

  /// Loads up to `count` rows from where the last slice ended; returns whether there are more. To be called by the writing
  /// thread, so that a row is never older than one that a batch has put in place.
  func loadSlice(_ count: Int) throws(LMDBError) -> Bool {
    try transaction.renew()
    defer { transaction.reset() }
    var cursor = try Cursor(transaction, tables.levels)
    var found = key.count == 0 ? try cursor.first() : try cursor.seek(key)
    for _ in 0..<count where found {
      // A damaged row stays out: whoever reads it from LMDB is told.
      if let row = LevelRow(checking: cursor.value) { resident.put(cursor.key, row) }
      found = try cursor.next()
    }
    key.reset()
    if found { key.append(bytes: cursor.key) }
    return found
  }
}
