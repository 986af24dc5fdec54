internal import Glibc
package import Journal

/// Makes a data directory of a backup.
package enum Restore {
  /// Restores the backup in `file` into `directory`, which must have no data, under a new history id.
  ///
  /// Everything is checked before anything is written. The folder `journal`, by which a data directory is known, gets
  /// its name last: a restore that was cut short can be done again.
  /// - Parameter progress: told how many bytes of the backup have been checked, and of how many.
  /// - Returns: what the backup says of itself.
  /// - Throws: `directory` where there is data already; `damaged`, `mismatch` as ``BackupArchive`` does; what the system
  ///   refuses.
  @discardableResult
  package static func restore(
    _ file: String, into directory: String, historyID: HistoryID = .random(),
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(EngineError) -> BackupManifest {
    for name in ["journal", "state/data.mdb", "marker"] where Files.identity(of: "\(directory)/\(name)") != nil {
      throw EngineError.directory(
        "\(directory) has data already (\(name)): restore into a new directory, or move that away")
    }
    let archive = try BackupArchive(checking: file, progress: progress)
    let data = try DataDirectory(directory)
    for name in ["checkpoints", "baseline", "restoring"] { try Files.removeTree("\(directory)/\(name)") }
    let journal = "\(directory)/restoring"
    try archive.unpack(into: directory, journal: journal)
    try check(journal, archive.manifest)
    do throws(JournalError) {
      try Journal.beginHistory(historyID, in: journal)
    } catch {
      throw EngineError.journal(error)
    }
    try withExtendedLifetime(data) { () throws(EngineError) in try Files.rename(journal, to: data.journal) }
    return archive.manifest
  }

  /// Checks every record that was unpacked, and that the journal ends as the manifest says.
  private static func check(_ journal: String, _ manifest: BackupManifest) throws(EngineError) {
    let inspection: JournalInspection
    do throws(JournalError) {
      inspection = try JournalInspection(directory: journal, extent: .everything)
      if let damage = inspection.damage.first { throw damage }
    } catch {
      throw EngineError.journal(error)
    }
    guard let facts = inspection.reader?.facts, facts.lastSequence == manifest.sequence,
      facts.hash.description == manifest.hash, facts.historyID.description == manifest.historyID
    else { throw EngineError.damaged("the journal of the backup does not end as its manifest says") }
  }
}
