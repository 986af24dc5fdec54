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
        path: directory.state, mapSize: options.stateByteLimit, maximumTables: StateTables.count + 8,
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
