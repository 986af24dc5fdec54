internal import CSystem
internal import Glibc

/// The folder of the data, locked for as long as this object lives: `journal/`, `state/`, `checkpoints/`,
/// `baseline/`, `marker`, `lock`.
///
/// `Sendable`, because it never changes.
final class DataDirectory: Sendable {
  let path: String
  private let lock: Int32

  /// Makes the folder where it is missing, and locks it.
  init(_ path: String) throws(EngineError) {
    self.path = path
    try Files.makeFolder("\(path)/state")
    try Files.makeFolder("\(path)/checkpoints")
    lock = try Self.lock(path)
    try Files.removeTree("\(path)/backup")
    // Who made these may have been killed before the sync.
    try Files.syncFolder(of: path)
    try Files.syncFolder(of: "\(path)/lock")
    try Files.syncFolder(of: "\(path)/checkpoints/")
  }

  /// Locks the folder, and makes nothing in it.
  init(existing path: String) throws(EngineError) {
    self.path = path
    lock = try Self.lock(path)
  }

  private static func lock(_ path: String) throws(EngineError) -> Int32 {
    let lock = unsafe holdfast_lock_file("\(path)/lock")
    if lock == -EWOULDBLOCK {
      throw EngineError.directory(
        "\(path) is in use: another holdfastd, or a tool that verifies or restores, has it open")
    }
    if lock < 0 { throw Files.failure("lock", "\(path)/lock", -lock) }
    return lock
  }

  deinit { if lock >= 0 { close(lock) } }

  var journal: String { "\(path)/journal" }
  var state: String { "\(path)/state" }
  var dataFile: String { "\(path)/state/data.mdb" }
  var checkpoints: String { "\(path)/checkpoints" }
  var baselines: String { "\(path)/baseline" }
  /// Copies of the state that a backup is made of, where there is no checkpoint; what is left of one that was cut short is
  /// removed on opening.
  var backups: String { "\(path)/backup" }
  var marker: String { "\(path)/marker" }

  /// Sees to it that what lies in `state/` can be trusted: leaves it alone, or puts the newest good checkpoint in its
  /// place, or empties it so that it is folded from the journal.
  func prepareState(bootID: String) throws(EngineError) -> StateOrigin {
    if let marker = try StateMarker.read(marker), marker.isTrusted(bootID: bootID, dataFile: dataFile) {
      return marker.isClean ? .clean : .process
    }
    let isNew = Files.identity(of: dataFile) == nil
    // Before anything takes the state's place: a file made now may get the inode that an old marker trusts.
    try Files.remove(marker)
    try Files.syncFolder(of: marker)
    for name in Files.names(in: state) { try Files.remove("\(state)/\(name)") }
    for checkpoint in Checkpoint.all(in: checkpoints).reversed() {
      if try checkpoint.restore(to: dataFile) { return .checkpoint(checkpoint.sequence) }
    }
    for baseline in Checkpoint.all(in: baselines).reversed() {
      if try baseline.restore(to: dataFile) { return .baseline(baseline.sequence) }
    }
    return isNew ? .new : .journal
  }

  /// Says that the state is open and being written: before the first commit.
  func markOpen(bootID: String) throws(EngineError) { try mark(bootID: bootID, isClean: false) }

  /// Says that the state was synced and closed.
  func markClean(bootID: String) throws(EngineError) { try mark(bootID: bootID, isClean: true) }

  /// Has the next start put a checkpoint in the state's place.
  func distrustState() {
    // What cannot be removed now stays as after a kill.
    try? Files.remove(marker)
  }

  /// Has the next start build the state from the baseline or the journal.
  func forgetCheckpoints() {
    for name in Files.names(in: checkpoints) { try? Files.remove("\(checkpoints)/\(name)") }
  }

  private func mark(bootID: String, isClean: Bool) throws(EngineError) {
    guard let file = Files.identity(of: dataFile) else { throw EngineError.directory("there is no \(dataFile)") }
    try StateMarker(bootID: bootID, device: file.device, inode: file.inode, isClean: isClean).write(marker)
  }
}

/// Where the state came from on opening.
package enum StateOrigin: Sendable, Equatable {
  /// There was none, and no journal needed folding from a crash.
  case new
  /// The last stop was clean.
  case clean
  /// The process was killed; the kernel kept what it had written.
  case process
  /// The machine went down: a checkpoint at this sequence took its place.
  case checkpoint(UInt64)
  /// There is no checkpoint: the baseline that was left at this sequence, when old segments were removed, took its place.
  case baseline(UInt64)
  /// The machine went down, and there is no checkpoint: it is folded from the whole journal.
  case journal
}
