internal import Journal
internal import LMDB
internal import Messages

extension Evolver {
  /// Folds into the state of `environment` what `journal` has beyond it, thousands of entries a transaction.
  ///
  /// - Parameters:
  ///   - last: no record that ends behind this sequence is folded in.
  ///   - progress: told the sequence that was reached, after each transaction.
  /// - Returns: how many entries that was.
  /// - Throws: `damaged` where an entry cannot be decoded or does not follow from the state.
  @discardableResult
  func replay(
    _ journal: JournalReader, into environment: Environment, through last: UInt64 = .max,
    progress: (UInt64) -> Void = { _ in }
  ) throws(EngineError) -> UInt64 {
    let arena = MessageArena()
    let start = view.facts.sequence
    var transaction: WriteTransaction?
    var uncommitted = 0
    do throws(EngineError) {
      var records = try Self.journaled { () throws(JournalError) in try journal.records(from: start + 1) }
      while true {
        let next: JournalRecord?
        do throws(JournalError) { next = try records.next() } catch { throw EngineError.journal(error) }
        guard let record = next, record.endSequence - 1 <= last else { break }
        let writing: WriteTransaction
        if let transaction {
          writing = transaction
        } else {
          writing = try view.stored { () throws(LMDBError) in try WriteTransaction(environment) }
          view.transaction = writing
          transaction = writing
        }
        try record.forEachEntry(from: start + 1) { (stored) throws(EngineError) in
          let entry = try Entry(stored, in: arena)
          try evolve(entry, sequence: stored.sequence, time: stored.time, in: writing)
          uncommitted += 1
        }
        view.facts.hash = record.hash.array
        if uncommitted >= 4096 {
          try commit(writing)
          transaction = nil
          uncommitted = 0
          progress(view.facts.sequence)
        }
      }
      if let transaction { try commit(transaction) }
      progress(view.facts.sequence)
    } catch {
      transaction?.abort()
      throw error
    }
    return view.facts.sequence - start
  }

  private func commit(_ transaction: WriteTransaction) throws(EngineError) {
    try store(in: transaction)
    try view.stored { () throws(LMDBError) in try transaction.commit() }
    changed.removeAll(keepingCapacity: true)
  }

  private static func journaled<R: ~Copyable>(_ body: () throws(JournalError) -> R) throws(EngineError) -> R {
    do { return try body() } catch { throw EngineError.journal(error) }
  }
}

extension Entry {
  /// An entry as the journal keeps it.
  ///
  /// - Throws: `damaged` where it cannot be decoded.
  init(_ stored: JournalEntry, in arena: MessageArena) throws(EngineError) {
    arena.reset()
    do {
      self = try unsafe Entry(decoding: stored.bytes, in: arena)
    } catch {
      throw EngineError.damaged("entry \(stored.sequence) of the journal cannot be decoded: \(error)")
    }
  }
}
