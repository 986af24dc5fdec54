internal import LMDB
internal import Messages

extension Evolver {
  func fold(_ transfer: Transfer, sequence: UInt64, in transaction: WriteTransaction) throws(EngineError) {
    throw EngineError.damaged("an entry that this version does not know")
  }

  func fold(_ discrepancy: Discrepancy, sequence: UInt64, in transaction: WriteTransaction) throws(EngineError) {
    throw EngineError.damaged("an entry that this version does not know")
  }
}
