internal import CSystem
internal import Glibc
internal import Journal
internal import LMDB

/// A folder with a name of its own that goes when this does, with all in it.
final class ScratchFolder {
  /// Where it is.
  let path: String

  /// Makes one in the folder `parent`.
  init(in parent: String) throws(EngineError) {
    var template = Array("\(parent)/holdfast-verify-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw Files.failure("make a folder in", parent) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { try? Files.removeTree(path) }
}

/// A state that is folded anew to compare another with, in a folder that goes with it.
final class ScratchState {
  let environment: Environment
  private let folder: ScratchFolder
  private let evolver: Evolver

  /// A state in a new folder below `parent`: empty, or a copy of `baseline`.
  init(in parent: String, from baseline: Checkpoint?, _ journal: JournalReader) throws(EngineError) {
    folder = try ScratchFolder(in: parent)
    (environment, evolver) = try Self.open(folder.path, baseline, journal)
  }

  private static func open(_ path: String, _ baseline: Checkpoint?, _ journal: JournalReader) throws(EngineError)
    -> (Environment, Evolver)
  {
    if let baseline, try !baseline.restore(to: "\(path)/data.mdb") {
      throw EngineError.damaged("the checksum of \(baseline.path) does not hold")
    }
    do throws(LMDBError) {
      let environment = try Environment(path: path, mapSize: 1 << 40, maximumTables: StateTables.limit + 64)
      let opening = try WriteTransaction(environment)
      let tables = try StateTables(in: opening)
      try opening.commit()
      let view = WriterView(tables: tables, transaction: try ReadTransaction(environment))
      view.facts.historyID = journal.facts.historyID.array
      return (environment, Evolver(view: view))
    } catch {
      throw EngineError.state(error)
    }
  }

  /// Folds in what `journal` has beyond the state, up to `last`.
  func fold(_ journal: JournalReader, through last: UInt64, progress: (UInt64) -> Void) throws(EngineError) {
    if let facts = try evolver.view.storedFacts() { evolver.view.facts = facts }
    try evolver.replay(journal, into: environment, through: last, progress: progress)
  }
}
