internal import CSystem
internal import Glibc
internal import Journal
internal import LMDB

extension Engine {
  /// Begins a backup of all that is on disk now, while commands go on.
  ///
  /// Its copy of the state is the newest checkpoint; where there is none yet, one is made for it first, which takes as
  /// long as it takes to write the state once.
  /// - Throws: what the system refuses.
  package func makeBackup() throws(EngineError) -> BackupReader {
    // Before anything is looked at, so that nothing of it goes away.
    let hold = compactor.holdAll(for: .backup)
    var files: [BackupSource.File] = []
    do throws(EngineError) {
      let state = try addState(to: &files)
      let journal: JournalSnapshot
      do throws(JournalError) { journal = try self.journal.snapshot() } catch { throw EngineError.journal(error) }
      var baseline: UInt64 = 0
      if journal.firstSequence > 1, let copy = Checkpoint.all(in: directory.baselines).last {
        files.append(try copy.file(named: "baseline/\(copy.name)/data.mdb"))
        baseline = copy.sequence
      }
      for segment in journal.files {
        files.append(
          .init(
            name: "journal/\(segment.name)", descriptor: -1, path: segment.path, byteCount: segment.byteCount,
            checksum: nil))
      }
      let manifest = BackupManifest(
        historyID: journal.historyID.description, firstSequence: journal.firstSequence, sequence: journal.lastSequence,
        hash: journal.hash.description, stateSequence: state, baselineSequence: baseline,
        createdAt: OrderClock.Reading.now().wall)
      return BackupReader(BackupSource(manifest, files, hold: hold))
    } catch {
      for file in files where file.descriptor >= 0 { close(file.descriptor) }
      throw error
    }
  }

  /// Adds the copy of the state; returns its sequence.
  private func addState(to files: inout [BackupSource.File]) throws(EngineError) -> UInt64 {
    // An older checkpoint is removed when a newer one is made: then the newer is there.
    for _ in 0..<3 {
      guard let newest = Checkpoint.all(in: directory.checkpoints).last else { break }
      guard let file = try? newest.file(named: "state/\(newest.name)/data.mdb") else { continue }
      files.append(file)
      return newest.sequence
    }
    let folder = "\(directory.backups)/\(UInt64.random(in: 0 ... .max))"
    try Files.makeFolder(folder)
    let made = try Checkpoint.make(of: environment, in: folder, bytesPerSecond: .max)
    files.append(try made.file(named: "state/\(made.name)/data.mdb"))
    // It is open, and so stays readable until the backup is done.
    try Files.removeTree(folder)
    return made.sequence
  }
}

extension Checkpoint {
  /// The name of its folder.
  var name: String { Checkpoint.name(sequence) }

  /// The copy's file, open.
  fileprivate func file(named name: String) throws(EngineError) -> BackupSource.File {
    let file = "\(path)/data.mdb"
    let descriptor = unsafe open(file, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw Files.failure("open", file) }
    let byteCount = holdfast_file_length(descriptor)
    guard byteCount >= 0, let stored = try? Files.read("\(path)/checksum"),
      let checksum = UInt32(String(decoding: stored, as: UTF8.self))
    else {
      close(descriptor)
      throw EngineError.damaged("\(path) has no checksum")
    }
    return .init(name: name, descriptor: descriptor, path: file, byteCount: Int(byteCount), checksum: checksum)
  }
}
