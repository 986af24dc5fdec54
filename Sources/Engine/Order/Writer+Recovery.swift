internal import Journal
internal import LMDB
internal import Messages

/// What happens before the first batch.
extension Writer {
  /// Folds into the state what the journal has beyond it.
  ///
  /// - Returns: how many entries that was.
  /// - Throws: `damaged` where an entry cannot be decoded or does not follow from the state.
  @discardableResult
  func recover() throws(EngineError) -> UInt64 {
    let arena = MessageArena()
    let start = view.facts.sequence
    var transaction: WriteTransaction?
    var uncommitted = 0
    do throws(EngineError) {
      var records = try journaled { () throws(JournalError) in try journal.reader.records(from: start + 1) }
      while true {
        let next: JournalRecord?
        do throws(JournalError) { next = try records.next() } catch { throw EngineError.journal(error) }
        guard let record = next else { break }
        let writing: WriteTransaction
        if let transaction { writing = transaction } else { writing = try begin() }
        transaction = writing
        try record.forEachEntry(from: start + 1) { (stored) throws(EngineError) in
          arena.reset()
          let entry: Entry
          do {
            entry = try unsafe Entry(decoding: stored.bytes, in: arena)
          } catch {
            throw EngineError.damaged("entry \(stored.sequence) of the journal cannot be decoded: \(error)")
          }
          try evolver.evolve(entry, sequence: stored.sequence, time: stored.time, in: writing)
          uncommitted += 1
        }
        view.facts.hash = record.hash.array
        if uncommitted >= 4096 {
          try commit(writing)
          transaction = nil
          uncommitted = 0
        }
      }
      if let transaction { try commit(transaction) }
    } catch {
      transaction?.abort()
      throw error
    }
    return view.facts.sequence - start
  }

  private func commit(_ transaction: WriteTransaction) throws(EngineError) {
    try evolver.store(in: transaction)
    try view.stored { () throws(LMDBError) in try transaction.commit() }
    evolver.changed.removeAll(keepingCapacity: true)
  }

  /// Reads what the state says of itself; a new state is given the journal's history id.
  func loadFacts(historyID: HistoryID) throws(EngineError) {
    let transaction = try begin()
    defer { transaction.abort() }
    let facts = try view.storedFacts()
    view.facts = facts ?? StateFacts()
    if facts == nil { view.facts.historyID = historyID.array }
    guard view.facts.historyID == historyID.array else {
      throw EngineError.mismatch("the state belongs to another journal")
    }
    nextExpiry = try view.nextExpiry() ?? .max
  }
}
