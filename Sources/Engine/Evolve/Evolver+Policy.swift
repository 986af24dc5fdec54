internal import LMDB
internal import Messages

extension Evolver {
  func fold(_ policy: Policy, sequence: UInt64, in transaction: WriteTransaction) throws(EngineError) {
    throw EngineError.damaged("an entry that this version does not know")
  }
}
