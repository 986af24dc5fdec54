internal import Glibc

/// Writing certificates and keys: a reader sees the old file or the whole new one, and nobody else ever sees a key.
enum CertificateFile {
  /// Mode of a file that holds a key.
  static let keyMode: mode_t = 0o600
  /// Mode of a file that anyone may read.
  static let publicMode: mode_t = 0o644

  /// Writes `bytes` to `file`, synced to disk.
  ///
  /// - Throws: `exists` when there is such a file and `replacing` is false (found out without a race); `unwritable`.
  static func write(
    _ bytes: [UInt8], to file: String, mode: mode_t, replacing: Bool
  ) throws(TLSConfigurationError) {
    var suffix = SystemRandomNumberGenerator()
    let temporary = "\(file).\(suffix.next()).new"
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
    guard descriptor >= 0 else { throw .unwritable(file: file, reason: systemText(errno)) }
    defer { unsafe unlink(temporary) }
    var error = writeAll(bytes, descriptor)
    // The mask of the process may have taken away more than we meant.
    if error == 0, fchmod(descriptor, mode) != 0 || fsync(descriptor) != 0 { error = errno }
    if close(descriptor) != 0, error == 0 { error = errno }
    guard error == 0 else { throw .unwritable(file: file, reason: systemText(error)) }
    // A link fails where a file is, and a rename replaces it.
    let named = unsafe replacing ? rename(temporary, file) : link(temporary, file)
    if named != 0 {
      if errno == EEXIST, !replacing { throw .exists(file: file) }
      throw .unwritable(file: file, reason: systemText(errno))
    }
    syncFolder(of: file)
  }

  /// Whether anything has that name.
  static func exists(_ file: String) -> Bool {
    var facts = stat()
    return unsafe lstat(file, &facts) == 0
  }

  private static func writeAll(_ bytes: [UInt8], _ descriptor: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      rest = rest.dropFirst(count)
    }
    return 0
  }

  /// The name is on disk too, after this; a file system that cannot sync folders has done what it could.
  private static func syncFolder(of file: String) {
    let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? "."
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
