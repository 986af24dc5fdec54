internal import LMDB

/// The state as the writing thread sees it: what it is about to commit, and the numbers that it keeps in memory meanwhile.
package final class WriterView: StateView {
  /// Units that open reservations hold, by warehouse.
  let loads: Tally
  /// Kept answers, by principal.
  let resultCounts: Tally

  /// Reads `tables` through `transaction`.
  override init(tables: StateTables, transaction: Transaction) {
    loads = Tally(tables.warehouseLoads)
    resultCounts = Tally(tables.commandResultCounts)
    super.init(tables: tables, transaction: transaction)
  }

  override func load(ofWarehouse id: String) throws(EngineError) -> Int64 { try loads.value(id, in: transaction) }
}
