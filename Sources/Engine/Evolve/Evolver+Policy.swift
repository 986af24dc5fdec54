internal import LMDB
internal import Messages

extension Evolver {
  func fold(_ policy: Policy, sequence: UInt64, in transaction: WriteTransaction) throws(EngineError) {
    key.set(text: StateFacts.policyName)
    try put(tables.metadata, policy, in: transaction)
    view.facts.lastPolicyChange = sequence
  }
}
