internal import Journal
internal import LMDB

/// What happens before the first batch.
extension Writer {
  /// Folds into the state what the journal has beyond it.
  ///
  /// - Returns: how many entries that was.
  /// - Throws: `damaged` where an entry cannot be decoded or does not follow from the state.
  @discardableResult
  func recover() throws(EngineError) -> UInt64 {
    try evolver.replay(journal.reader, into: environment)
  }

  /// Reads what the state says of itself, and takes on the journal's history id: a new state has none, and a restored
  /// journal goes on under another.
  ///
  /// - Throws: `mismatch` where the state belongs to another journal.
  func loadFacts() throws(EngineError) {
    let reader = journal.reader
    let current = reader.facts.historyID
    let transaction = try begin()
    defer { transaction.abort() }
    let stored = try view.storedFacts()
    view.facts = stored ?? StateFacts()
    view.facts.historyID = current.array
    if let stored, stored.historyID != current.array {
      guard stored.historyID == reader.historyID(at: stored.sequence).array else {
        throw EngineError.mismatch("the state belongs to another journal")
      }
      try evolver.store(in: transaction)
      nextExpiry = try view.nextSweep()
      try view.stored { () throws(LMDBError) in try transaction.commit() }
    } else {
      nextExpiry = try view.nextSweep()
    }
  }
}
