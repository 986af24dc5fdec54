internal import CSystem
internal import Glibc

/// Calls on files that the state and its checkpoints need, each with a clear error. Small files are read whole.
enum Files {
  static func failure(_ operation: String, _ path: String, _ code: Int32 = errno) -> EngineError {
    .directory("cannot \(operation) \(path): \(unsafe String(cString: strerror(code)))")
  }

  /// Makes a folder and those above it; the names of those that it makes are durable on return.
  static func makeFolder(_ path: String) throws(EngineError) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += made.isEmpty || made == "/" ? String(part) : "/\(part)"
      if unsafe mkdir(made, 0o750) == 0 {
        try syncFolder(of: made)
      } else if errno != EEXIST {
        throw failure("make the folder", made)
      }
    }
  }

  /// What a small file holds; nil where there is none.
  static func read(_ path: String) throws(EngineError) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 {
      if errno == ENOENT { return nil }
      throw failure("open", path)
    }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = unsafe holdfast_read_at(descriptor, &bytes, bytes.count, 0)
    if count < 0 { throw failure("read", path, Int32(-count)) }
    return Array(bytes[..<count])
  }

  /// Writes a small file so that, whatever happens, it is there as it was or as it shall be, and durable on return.
  static func write(_ bytes: [UInt8], to path: String) throws(EngineError) {
    let temporary = path + ".new"
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o640)
    if descriptor < 0 { throw failure("write", temporary) }
    defer { close(descriptor) }
    guard unsafe holdfast_write_at(descriptor, bytes, bytes.count, 0) == bytes.count else {
      throw failure("write", temporary)
    }
    guard fsync(descriptor) == 0 else { throw failure("sync", temporary) }
    try rename(temporary, to: path)
  }

  /// Gives a file or folder another name in the same folder, durably.
  static func rename(_ path: String, to name: String) throws(EngineError) {
    guard unsafe Glibc.rename(path, name) == 0 else { throw failure("rename", path) }
    try syncFolder(of: name)
  }

  /// Makes the names in the folder of `path` durable.
  ///
  /// A folder that may be written but not read cannot be synced by itself: its names are left to the file system.
  static func syncFolder(of path: String) throws(EngineError) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let code = unsafe holdfast_sync_folder(folder)
    if code != 0, code != -EACCES { throw failure("sync the folder", folder, -code) }
  }

  /// Names in a folder, sorted; none where there is no folder.
  static func names(in path: String) -> [String] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Removes a file; none is fine.
  static func remove(_ path: String) throws(EngineError) {
    if unsafe unlink(path) != 0, errno != ENOENT { throw failure("remove", path) }
  }

  /// Removes a folder of files; none is fine.
  static func removeFolder(_ path: String) throws(EngineError) {
    for name in names(in: path) { try remove("\(path)/\(name)") }
    if unsafe rmdir(path) != 0, errno != ENOENT { throw failure("remove", path) }
  }

  /// Removes a folder and all in it; none is fine.
  static func removeTree(_ path: String) throws(EngineError) {
    for name in names(in: path) {
      let inner = "\(path)/\(name)"
      if unsafe unlink(inner) != 0, errno == EISDIR || errno == EPERM { try removeTree(inner) }
    }
    if unsafe rmdir(path) != 0, errno != ENOENT { throw failure("remove", path) }
  }

  /// Device and inode of a file; nil where there is none.
  static func identity(of path: String) -> (device: UInt64, inode: UInt64)? {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0 else { return nil }
    return (UInt64(facts.st_dev), UInt64(facts.st_ino))
  }

  /// The CRC-32C of a file; nil where there is none.
  static func checksum(of path: String) throws(EngineError) -> UInt32? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 {
      if errno == ENOENT { return nil }
      throw failure("open", path)
    }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    var offset: off_t = 0
    var checksum: UInt32 = 0
    while true {
      let count = unsafe holdfast_read_at(descriptor, &buffer, buffer.count, offset)
      if count < 0 { throw failure("read", path, Int32(-count)) }
      if count == 0 { return checksum }
      checksum = unsafe holdfast_crc32c(checksum, buffer, count)
      offset += off_t(count)
    }
  }

  /// Copies a file, durably, `bytesPerSecond` at most; returns its CRC-32C. `source` is read from where it stands.
  ///
  /// - Parameter isCancelled: asked between two parts; where it says so nothing more is copied, and nil returned.
  static func copy(
    _ source: Int32, to path: String, bytesPerSecond: Int = .max, isCancelled: () -> Bool = { false }
  ) throws(EngineError) -> UInt32? {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o640)
    if descriptor < 0 { throw failure("write", path) }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    var offset: off_t = 0
    var checksum: UInt32 = 0
    while true {
      if isCancelled() { return nil }
      let count = unsafe Glibc.read(source, &buffer, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw failure("copy to", path)
      }
      if count == 0 { break }
      var written = 0
      while written < count {
        let step = unsafe buffer.withUnsafeBytes { bytes in
          unsafe holdfast_write_at(descriptor, bytes.baseAddress.map { unsafe $0 + written }, count - written, offset)
        }
        if step <= 0 { throw failure("write", path, Int32(-step)) }
        written += step
        offset += off_t(step)
      }
      checksum = unsafe holdfast_crc32c(checksum, buffer, count)
      if bytesPerSecond < .max { usleep(UInt32(clamping: count * 1_000_000 / bytesPerSecond)) }
    }
    if isCancelled() { return nil }
    guard fsync(descriptor) == 0 else { throw failure("sync", path) }
    return checksum
  }
}
