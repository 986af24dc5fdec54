internal import Journal
internal import LMDB

/// Checks every promise that a data directory makes, without changing it.
///
/// Two opinions on the state: ``Ledger`` adds the journal up in memory by rules of its own, and `Evolver` folds it into
/// an empty state that must be the same byte for byte. Besides, each table is held against its indexes and sums.
package struct Verifier {
  /// How a verification is done.
  package struct Options: Sendable {
    /// Where a second state can be folded, as large as the first; removed at the end.
    package var scratchDirectory = "/var/tmp"
    /// Whether the whole journal is folded into a second state, which takes longest.
    package var folds = true
    /// Faults that are kept; further ones are counted.
    package var faultLimit = 1000

    /// The defaults.
    package init() {}
  }

  private let path: String
  private let options: Options
  private let findings: Findings

  /// Checks the data in the directory `path`, which no server may have open.
  ///
  /// - Parameter progress: told how far it has got.
  /// - Throws: `directory` where there is none, or it is in use. Everything else that is wrong is in the report.
  package static func verify(
    directory path: String, _ options: Options = Options(), progress: @escaping (VerifyProgress) -> Void = { _ in }
  ) throws(EngineError) -> VerifyReport {
    guard Files.identity(of: "\(path)/journal") != nil else {
      throw EngineError.directory("\(path) is no data directory of holdfastd: it has no folder journal")
    }
    let lock = try DataDirectory(existing: path)
    let verifier = Verifier(
      path: path, options: options, findings: Findings(limit: options.faultLimit, listener: progress))
    try withExtendedLifetime(lock) { () throws(EngineError) in try verifier.run(lock) }
    return verifier.findings.report
  }

  /// Checks the backup in the file `path`: every byte against its manifest, and then the data in it as that of a directory.
  ///
  /// It is unpacked into the scratch directory for this.
  /// - Throws: `damaged`, `mismatch` where it is no whole backup; what the system refuses.
  package static func verify(
    backup path: String, _ options: Options = Options(), progress: @escaping (VerifyProgress) -> Void = { _ in }
  ) throws(EngineError) -> VerifyReport {
    let archive = try BackupArchive(checking: path) { done, total in
      progress(VerifyProgress(step: "reading the backup", done: UInt64(done), total: UInt64(total)))
    }
    let folder = try ScratchFolder(in: options.scratchDirectory)
    try archive.unpack(into: folder.path, journal: "\(folder.path)/journal")
    var report = try verify(directory: folder.path, options, progress: progress)
    report.checks.insert(
      .init(subject: "members of the backup", count: UInt64(archive.manifest.members.count), faults: 0), at: 0)
    return report
  }

  private func run(_ directory: DataDirectory) throws(EngineError) {
    let journal = try inspectJournal(directory.journal)
    // The oldest one that reaches what is kept: from there on most can be checked.
    let first = journal?.facts.firstSequence ?? 0
    let baseline = try checkCopies(in: directory.baselines, "baselines", journal).first { $0.sequence + 1 >= first }
    let checkpoint = try checkCopies(in: directory.checkpoints, "checkpoints", journal).last
    let state = try openState(directory, checkpoint ?? baseline)
    findings.reached(journal: journal.map { $0.endSequence - 1 } ?? 0, state: state?.facts.sequence)
    if let state {
      for check in TableCheck.all {
        findings.check(check.subject) { () throws(EngineError) in try check.run(state, findings) }
      }
    }
    guard let journal, checkBeginning(of: journal, baseline), findings.report.checks.first?.faults == 0 else {
      findings.note("what the entries add up to was not checked: the journal is not whole")
      return
    }
    if let state { checkFacts(of: state, journal) }
    try compare(state, journal, baseline)
  }

  /// Reads every record; nil where the journal cannot be read as one.
  private func inspectJournal(_ path: String) throws(EngineError) -> JournalReader? {
    var journal: JournalReader?
    findings.check("journal: records, checksums, running hash") { () throws(EngineError) in
      let inspection: JournalInspection
      do throws(JournalError) {
        inspection = try JournalInspection(directory: path, extent: .everything) { done, total in
          findings.progress("reading the journal", UInt64(done), UInt64(total))
        }
      } catch {
        throw EngineError.journal(error)
      }
      for damage in inspection.damage { findings.add(damage) }
      if inspection.files.isEmpty { findings.add(path, found: "no segment", expected: "at least one") }
      if let torn = inspection.torn {
        findings.note(
          "\(torn.file), bytes \(torn.range.lowerBound) to \(torn.range.upperBound): a record was being written when everything "
            + "stopped; nobody was told of it, and opening cuts it off")
      }
      journal = inspection.reader
      guard let facts = journal?.facts else { return 0 }
      return facts.lastSequence + 1 - facts.firstSequence
    }
    return journal
  }

  /// Whether what lies before the journal's first entry is vouched for.
  private func checkBeginning(of journal: JournalReader, _ baseline: Checkpoint?) -> Bool {
    let first = journal.facts.firstSequence
    if first == 1 || baseline.map({ $0.sequence + 1 >= first }) ?? false { return true }
    findings.add(
      "\(path)/journal", found: "it begins with sequence \(first)",
      expected: "1, as there is no baseline that reaches so far")
    return false
  }

  /// Checks copies of the state by their checksums, and that they belong to the journal; returns those that are good.
  private func checkCopies(in folder: String, _ subject: String, _ journal: JournalReader?) throws(EngineError)
    -> [Checkpoint]
  {
    var good: [Checkpoint] = []
    let all = Checkpoint.all(in: folder)
    if all.isEmpty { return [] }
    findings.check(subject) { () throws(EngineError) in
      for copy in all {
        guard try copy.isWhole() else {
          findings.add(
            "\(copy.path)/data.mdb", found: "the checksum does not hold", expected: "what its file checksum says")
          continue
        }
        let facts = try VerifiedState(copy.path).facts
        findings.require(facts.sequence, copy.sequence, "its sequence", copy.path, "facts")
        if let journal { checkHash(of: facts, journal, copy.path) }
        good.append(copy)
      }
      return UInt64(all.count)
    }
    return good
  }

  private func checkHash(of facts: StateFacts, _ journal: JournalReader, _ place: String) {
    do throws(JournalError) {
      if facts.sequence >= journal.endSequence {
        findings.add(
          place, "facts", found: "it has reached sequence \(facts.sequence)",
          expected: "\(journal.endSequence - 1) at most, where the journal ends")
      } else if facts.sequence + 1 >= journal.facts.firstSequence {
        let expected = try journal.hash(after: facts.sequence)
        findings.require(
          shownHash(facts.hash), expected.map { $0.description } ?? "that of a whole record",
          "the running hash at sequence \(facts.sequence)", place, "facts")
      }
    } catch {
      findings.add(error)
    }
  }

  private func shownHash(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// Opens the state that the next start goes on with: what lies there, or the copy that would take its place; nil where
  /// there is neither.
  private func openState(_ directory: DataDirectory, _ copy: Checkpoint?) throws(EngineError) -> VerifiedState? {
    let bootID = try StateMarker.currentBootID()
    let hasState = Files.identity(of: directory.dataFile) != nil
    if hasState,
      try StateMarker.read(directory.marker)?.isTrusted(bootID: bootID, dataFile: directory.dataFile) == true
    {
      return openState(directory.state)
    }
    let reason =
      hasState
      ? "the state was not looked at: the machine stopped while it was open, or it was put there by hand"
      : "there is no state"
    guard let copy else {
      findings.note("\(reason); opening folds it from the journal")
      return nil
    }
    findings.note("\(reason); \(copy.path) was looked at, with which opening begins")
    return openState(copy.path)
  }

  private func openState(_ path: String) -> VerifiedState? {
    var state: VerifiedState?
    findings.check("state: opens") { () throws(EngineError) in
      state = try VerifiedState(path)
      return 1
    }
    return state
  }

  private func checkFacts(of state: VerifiedState, _ journal: JournalReader) {
    findings.check("state belongs to the journal") { () throws(EngineError) in
      checkHash(of: state.facts, journal, "state, metadata")
      let facts = journal.facts
      let allowed = [facts.historyID, journal.historyID(at: state.facts.sequence)].map(\.array)
      if !allowed.contains(state.facts.historyID) {
        findings.add(
          "state, metadata", "facts", found: "the history id is \(shownHash(state.facts.historyID))",
          expected: "\(facts.historyID)")
      }
      return 1
    }
  }

  private func compare(_ state: VerifiedState?, _ journal: JournalReader, _ baseline: Checkpoint?) throws(EngineError) {
    let start = try baseline.map { (copy) throws(EngineError) in try VerifiedState(copy.path) }
    let ledger = Ledger(findings)
    if let start { try ledger.begin(with: start) }
    let end = journal.endSequence - 1
    let reached = state?.facts.sequence ?? end
    guard reached >= ledger.sequence else {
      findings.add(
        "state, metadata", "facts", found: "it has reached sequence \(reached)",
        expected: "\(ledger.sequence) at least, where the baseline is")
      return
    }
    findings.check("entries: each goes on from the one before") { () throws(EngineError) in
      try ledger.read(journal, through: reached, state, step: "adding up entries")
    }
    if let state {
      ledger.compare(with: state, journal, baseline: start)
      let answers = AnswerCheck(state: state, journal: journal, findings: findings)
      findings.check("kept answers against their entries") { () throws(EngineError) in try answers.checkStored() }
      findings.check("answers within the window are kept") { () throws(EngineError) in try answers.checkJournal() }
    }
    if reached < end {
      findings.check("entries that the state has not reached") { () throws(EngineError) in
        try ledger.read(journal, through: end, step: "adding up entries")
      }
    }
    if let state, options.folds { fold(state, journal, baseline) }
  }

  private func fold(_ state: VerifiedState, _ journal: JournalReader, _ baseline: Checkpoint?) {
    findings.check("every table, byte by byte, against the journal folded anew") { () throws(EngineError) in
      let scratch = try ScratchState(in: options.scratchDirectory, from: baseline, journal)
      try scratch.fold(journal, through: state.facts.sequence) { done in
        findings.progress("folding the journal anew", done, state.facts.sequence)
      }
      return try StateDifference.compare(state.environment, with: scratch.environment, findings)
    }
  }
}

extension Findings {
  /// Notes what is wrong with the journal.
  func add(_ error: JournalError) {
    switch error {
    case .damaged(let file, let offset, let reason):
      add(file, "byte \(offset)", found: "damaged: \(reason)")
    default: add("journal", found: "\(error)")
    }
  }
}
