internal import Inventory
internal import Journal
internal import LMDB
internal import Messages

extension Ledger {
  /// Checks that an entry goes on from the last one about each of its references, as far back as the journal is kept.
  func checkReferences(_ entry: Entry, _ sequence: UInt64, _ journal: JournalReader) throws(EngineError) {
    if let reference = entry.subjectReference {
      try checkLink(entry.referenceLink, reference, sequence, journal)
    }
    if let reference = entry.formerReference {
      try checkLink(entry.previousReferenceLink, reference, sequence, journal)
    }
  }

  private func checkLink(_ link: ReferenceLink?, _ reference: Reference, _ sequence: UInt64, _ journal: JournalReader)
    throws(EngineError)
  {
    guard let link, link.ordinal > 0 else {
      fault(sequence, found: "has no place in the history of \(describe(reference))", expected: "one")
      return
    }
    guard link.ordinal > 1 else {
      if link.previous != 0 || link.skip != 0 {
        fault(
          sequence, found: "is the first about \(describe(reference)), but points back to \(link.previous)",
          expected: "nothing")
      }
      return
    }
    guard link.previous >= journal.facts.firstSequence else { return }
    guard link.previous < sequence, let before = try self.link(of: reference, at: link.previous, journal),
      before.ordinal + 1 == link.ordinal
    else {
      fault(
        sequence, found: "is number \(link.ordinal) about \(describe(reference)), after entry \(link.previous)",
        expected: "one after the entry that is number \(link.ordinal - 1)")
      return
    }
    guard let skip = try skip(of: link, after: before, reference, journal), skip != link.skip else { return }
    fault(
      sequence, found: "skips to \(link.skip) in the history of \(describe(reference))", expected: "\(skip)")
  }

  /// What the skip pointer of `link` must be; nil where that lies before what is kept.
  private func skip(
    of link: ReferenceLink, after before: ReferenceLink, _ reference: Reference, _ journal: JournalReader
  )
    throws(EngineError) -> UInt64?
  {
    if link.ordinal % 64 != 0 { return before.ordinal % 64 == 0 ? link.previous : before.skip }
    if link.ordinal == 64 { return 0 }
    // The one 64 before: what the entry before this one skips to.
    guard before.skip >= journal.facts.firstSequence else { return nil }
    guard let mark = try self.link(of: reference, at: before.skip, journal) else { return nil }
    return mark.ordinal % 4096 == 0 ? before.skip : mark.skip
  }

  /// The place that an entry says it has in the history of a reference; nil where it is not about it.
  private func link(of reference: Reference, at sequence: UInt64, _ journal: JournalReader) throws(EngineError)
    -> ReferenceLink?
  {
    guard let entry = try journal.entry(at: sequence, otherArena) else { return nil }
    if let subject = entry.subjectReference, isSame(subject, reference) { return entry.referenceLink }
    if let former = entry.formerReference, isSame(former, reference) { return entry.previousReferenceLink }
    return nil
  }

  private func isSame(_ a: Reference, _ b: Reference) -> Bool { a.type == b.type && isSameIdentifier(a.id, b.id) }

  /// Checks that each reference's row stands at the last entry about it; returns how many there are.
  func compareReferences(_ state: VerifiedState, _ journal: JournalReader) throws(EngineError) -> UInt64 {
    var count: UInt64 = 0
    let first = journal.facts.firstSequence
    try state.scan(state.tables.holdsByReference) { (name, value) throws(EngineError) in
      guard name.byteCount >= 2, let row = ReferenceRow(value) else { return }
      count += 1
      guard row.lastSequence >= first else { return }
      let type = ReferenceType(rawValue: Int32(name.uint8(at: 0)))
      let id = name.extracting(1..<name.byteCount - 1).text()
      let reference = Reference(type: type, id: id)
      guard let link = try link(of: reference, at: row.lastSequence, journal) else {
        findings.add(
          "state, holds_by_reference", shown(name.array), found: "entry \(row.lastSequence) is not about it",
          expected: "its last entry")
        return
      }
      findings.require(
        row.ordinal, link.ordinal, "the number of entries", "state, holds_by_reference", shown(name.array))
    }
    return count
  }

  /// Checks that the row of each reference of an entry stands at that entry, or at a later one.
  func checkRows(of entry: Entry, _ sequence: UInt64, _ state: VerifiedState) throws(EngineError) {
    for reference in [entry.subjectReference, entry.formerReference] {
      guard let reference else { continue }
      key.set(reference: reference)
      let row = try state.value(state.tables.holdsByReference, key) { ReferenceRow($0) }
      if (row ?? nil)?.lastSequence ?? 0 < sequence {
        findings.add(
          "state, holds_by_reference", shown(key.copied), found: "it does not know entry \(sequence)",
          expected: "the last entry about it")
      }
    }
  }
}
