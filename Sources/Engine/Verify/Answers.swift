internal import Journal
internal import LMDB
internal import Messages

/// Checks the answers that are kept against the entries that hold them, both ways.
struct AnswerCheck {
  let state: VerifiedState
  let journal: JournalReader
  let findings: Findings

  /// Each kept answer is where the state says; returns how many there are.
  func checkStored() throws(EngineError) -> UInt64 {
    let arena = MessageArena()
    var count: UInt64 = 0
    let first = journal.facts.firstSequence
    // By the time of the journal, which the state may be behind: a segment goes when nobody can ask for its answers.
    let window = try state.view.currentPolicy().commandResultWindow
    let now = max(state.facts.time, journal.facts.lastTime ?? .min)
    let oldest = now.subtractingReportingOverflow(window).partialValue
    try state.scan(state.tables.commandResults) { (name, value) throws(EngineError) in
      count += 1
      guard value.byteCount == KeptResult.byteCount else { return }
      let sequence = value.uint64(at: 16)
      let place = "state, command_results"
      guard sequence >= first else {
        if value.int64(at: 24) > oldest {
          findings.add(
            place, shown(name.array), found: "its answer is entry \(sequence)",
            expected: "in the journal, which begins at \(first)")
        }
        return
      }
      guard let entry = try journal.entry(at: sequence, arena), case .commandResult(let result)? = entry.subject else {
        findings.add(place, shown(name.array), found: "entry \(sequence) is no answer", expected: "the answer")
        return
      }
      let box = KeyBox()
      box.key.set(principal: entry.principal, commandID: result.commandID)
      if !box.key.bytes.equals(name) {
        findings.add(
          place, shown(name.array), found: "entry \(sequence) is the answer to \(shown(box.key.copied))",
          expected: "the answer to this one")
      }
      if result.requestHash.prefix(16).elementsEqual(value.extracting(0..<16).array) == false {
        findings.add(
          place, shown(name.array), found: "the request hash differs from entry \(sequence)", expected: "the same")
      }
    }
    return count
  }

  /// No answer of this time or before is needed any more.
  private func oldest() throws(EngineError) -> Int64 {
    let window = try state.view.currentPolicy().commandResultWindow
    return state.facts.time.subtractingReportingOverflow(window).partialValue
  }

  /// Each answer within the window is kept; returns how many entries were looked at.
  func checkJournal() throws(EngineError) -> UInt64 {
    let arena = MessageArena()
    let oldest = try oldest()
    var count: UInt64 = 0
    let box = KeyBox()
    var records: JournalCursor
    do throws(JournalError) {
      let start = max(try journal.firstSequence(atOrAfter: oldest), journal.facts.firstSequence)
      records = try journal.records(from: start)
    } catch {
      throw EngineError.journal(error)
    }
    while true {
      let next: JournalRecord?
      do throws(JournalError) { next = try records.next() } catch { throw EngineError.journal(error) }
      guard let record = next, record.endSequence - 1 <= state.facts.sequence else { return count }
      guard record.time > oldest else { continue }
      try record.forEachEntry { (stored) throws(EngineError) in
        let entry = try Entry(stored, in: arena)
        // What came before the window was last changed may have been forgotten by a shorter one.
        guard stored.sequence > state.facts.lastPolicyChange, case .commandResult(let result)? = entry.subject else {
          return
        }
        count += 1
        box.key.set(principal: entry.principal, commandID: result.commandID)
        let kept = try state.value(state.tables.commandResults, box.key) { $0.byteCount == 32 ? $0.uint64(at: 16) : 0 }
        if kept.map({ $0 < stored.sequence }) ?? true {
          findings.add(
            "state, command_results", shown(box.key.copied),
            found: "the answer of entry \(stored.sequence) is not kept",
            expected: "kept, as it is within the window")
        }
      }
    }
  }
}
