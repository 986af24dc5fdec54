internal import Journal
internal import LMDB

/// What opening the data gives: locked, checked, and put right after a crash of the machine.
///
/// `@unchecked Sendable`, because it is made and taken apart on one thread.
final class OpenParts: @unchecked Sendable {
  let directory: DataDirectory
  let bootID: String
  let origin: StateOrigin
  let environment: Environment
  let resident: ResidentLevels
  let writer: Writer

  /// Opens the data of `options`; what the state has not seen of the journal is not folded in yet.
  init(_ options: Engine.Options) throws(EngineError) {
    directory = try DataDirectory(options.directory)
    bootID = if let given = options.bootID { given } else { try StateMarker.currentBootID() }
    origin = try directory.prepareState(bootID: bootID)
    guard let resident = ResidentLevels(byteLimit: options.residentByteLimit) else {
      throw EngineError.directory("the system does not give \(options.residentByteLimit) bytes for resident rows")
    }
    self.resident = resident
    let view: WriterView
    do throws(LMDBError) {
      environment = try Environment(
        path: directory.state, mapSize: options.stateByteLimit, maximumTables: StateTables.limit,
        maximumReaders: options.readerLimit)
    } catch {
      throw EngineError.state(error)
    }
    try directory.markOpen(bootID: bootID)
    do throws(LMDBError) {
      let opening = try WriteTransaction(environment)
      let tables = try StateTables(in: opening)
      try opening.commit()
      view = WriterView(tables: tables, transaction: try ReadTransaction(environment))
    } catch {
      throw EngineError.state(error)
    }
    let journal = try Self.openJournal(directory.journal, options.journal, known: try view.storedFacts())
    writer = try Writer(journal: journal, environment: environment, view: view, resident: resident)
    try writer.loadFacts()
    if writer.facts.sequence + 1 < journal.reader.facts.firstSequence {
      throw EngineError.mismatch(
        "the state ends at sequence \(writer.facts.sequence), but the journal begins at \(journal.reader.facts.firstSequence): "
          + "restore a backup")
    }
    try requireSameHash(as: journal.reader)
  }

  /// Sees to it that the state has come from this journal: the running hash that it stores must be the journal's there.
  private func requireSameHash(as journal: JournalReader) throws(EngineError) {
    let facts = writer.facts
    let expected: JournalHash?
    do throws(JournalError) {
      expected = try journal.hash(after: facts.sequence)
    } catch {
      throw EngineError.journal(error)
    }
    guard facts.hash != expected?.array else { return }
    let remedy =
      journal.facts.firstSequence == 1 || Checkpoint.all(in: directory.baselines).last != nil
      ? "If the journal is the right one, move \(directory.state) and \(directory.checkpoints) away: the next start makes "
        + "the state again from the journal."
      : "The journal no longer reaches back to its beginning, so the state cannot be made again from it: restore a backup."
    throw EngineError.mismatch(
      "the state in \(directory.state) did not come from the journal in \(directory.journal): at sequence "
        + "\(facts.sequence) their running hashes differ. One of them is of another run or has been changed. \(remedy)")
  }

  private static func openJournal(_ path: String, _ options: JournalOptions, known: StateFacts?) throws(EngineError)
    -> Journal
  {
    var options = options
    if let known { options.knownSequence = known.sequence }
    do throws(JournalError) {
      return try Journal.open(directory: path, options: options)
    } catch {
      throw EngineError.journal(error)
    }
  }
}
