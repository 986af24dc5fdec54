internal import CSystem
internal import Glibc

/// The folder that a journal lives in, locked for as long as this value lives.
///
/// It holds `lock`, the segments (``SegmentHeader``), and `prepared`: the next segment's file before it has a name.
@safe
struct JournalDirectory: ~Copyable {
  let path: String
  private let lock: Int32
  /// The folder itself, open for its syncs: they must not fail for want of a descriptor.
  private let folder: Int32
  private let syncs: Bool

  /// Makes the folder where it is missing, and locks it.
  init(path: String, mode: JournalOptions.SyncMode) throws(JournalError) {
    self.path = path
    syncs = mode != .none
    let isNew = unsafe mkdir(path, 0o700) == 0
    let code = isNew ? 0 : errno
    lock = unsafe holdfast_lock_file(path + "/lock")
    folder = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    let openCode = errno
    guard isNew || code == EEXIST else { throw .failed(operation: "make folder", path: path, code: code) }
    if lock == -EWOULDBLOCK { throw .locked(directory: path) }
    guard lock >= 0 else { throw .failed(operation: "lock", path: path + "/lock", code: -lock) }
    // Not only where it is new: who made it, or gave a segment its name, may have been killed before the sync.
    guard folder >= 0 else { throw .failed(operation: "open", path: path, code: openCode) }
    if syncs { try Self.syncNames(in: path + "/..") }
    try sync()
  }

  deinit {
    if folder >= 0 { close(folder) }
    if lock >= 0 { close(lock) }
  }

  /// The first sequences of the segment files in the folder, ascending.
  func segments() throws(JournalError) -> [UInt64] { try Self.segments(in: path) }

  /// The first sequences of the segment files in a folder, ascending; it need not be locked.
  static func segments(in path: String) throws(JournalError) -> [UInt64] {
    guard let folder = unsafe opendir(path) else { throw .failed(operation: "list", path: path, code: errno) }
    defer { unsafe closedir(folder) }
    var sequences: [UInt64] = []
    errno = 0
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if let sequence = SegmentHeader.firstSequence(ofFileName: name) { sequences.append(sequence) }
      errno = 0
    }
    guard errno == 0 else { throw .failed(operation: "list", path: path, code: errno) }
    return sequences.sorted()
  }

  /// Removes what a process that was killed had prepared.
  func removePrepared() throws(JournalError) { try Self.remove(preparedPath) }

  /// The next segment's file before it has a name.
  var preparedPath: String { path + "/prepared" }

  /// Gives the prepared file its name, for good.
  func namePrepared(_ name: String) throws(JournalError) {
    guard unsafe Glibc.rename(preparedPath, path + "/" + name) == 0 else {
      throw .failed(operation: "rename", path: preparedPath, code: errno)
    }
    try sync()
  }

  /// Waits until the folder's names are durable; nothing where the mode says not to.
  func sync() throws(JournalError) {
    guard syncs else { return }
    guard fsync(folder) == 0 else { throw .failed(operation: "sync folder", path: path, code: errno) }
  }

  /// Waits until the names in a folder are durable.
  static func syncNames(in folder: String) throws(JournalError) {
    let code = unsafe holdfast_sync_folder(folder)
    guard code == 0 else { throw .failed(operation: "sync folder", path: folder, code: -code) }
  }

  /// The bytes of the file system that may still be used.
  static func availableBytes(at path: String) throws(JournalError) -> Int {
    let bytes = unsafe holdfast_available_bytes(path)
    guard bytes >= 0 else { throw .failed(operation: "statvfs", path: path, code: Int32(-bytes)) }
    return Int(bytes)
  }

  /// Removes a file; one that is not there is no error.
  static func remove(_ path: String) throws(JournalError) {
    guard unsafe unlink(path) == 0 || errno == ENOENT else {
      throw .failed(operation: "remove", path: path, code: errno)
    }
  }
}
