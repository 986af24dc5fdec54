internal import Glibc

/// A file that appears under its name only when it is whole and on disk; or standard output.
///
/// Sendable: written by the one task that receives what goes into it, and finished by the one that waited for it.
final class WholeFile: @unchecked Sendable {
  /// Its name, for people.
  let name: String
  /// How many bytes were written.
  private(set) var byteCount: UInt64 = 0

  private let path: String
  private let temporary: String
  private let isReplacing: Bool
  private var descriptor: Int32

  /// Begins the file `path`; `-` is standard output.
  ///
  /// - Parameters:
  ///   - replacing: Whether it may take the place of a file that exists.
  ///   - mode: Who may read it.
  /// - Throws: ``ToolFailure`` where it exists and is not to be replaced, or cannot be made.
  init(_ path: String, replacing: Bool, mode: mode_t) throws {
    self.path = path
    isReplacing = replacing
    guard path != "-" else {
      name = "standard output"
      temporary = ""
      descriptor = STDOUT_FILENO
      return
    }
    name = path
    temporary = "\(path).\(getpid()).part"
    if !replacing, unsafe access(path, F_OK) == 0 { throw Self.exists(path) }
    descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw ToolFailure.system("\(temporary) cannot be made") }
  }

  deinit { discard() }

  /// Appends bytes.
  func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw ToolFailure.system("\(temporary.isEmpty ? name : temporary) cannot be written") }
      rest = rest.dropFirst(count)
    }
    byteCount += UInt64(bytes.count)
  }

  /// Syncs the file and gives it its name.
  func finish() throws {
    guard !temporary.isEmpty else { return }
    guard fsync(descriptor) == 0 else { throw ToolFailure.system("\(temporary) cannot be synced") }
    if isReplacing {
      guard unsafe rename(temporary, path) == 0 else { throw ToolFailure.system("\(path) cannot be replaced") }
    } else {
      // Unlike a renaming, this fails where somebody has made the file meanwhile.
      guard unsafe link(temporary, path) == 0 else {
        throw errno == EEXIST ? Self.exists(path) : ToolFailure.system("\(path) cannot be made")
      }
      unsafe unlink(temporary)
    }
    close(descriptor)
    descriptor = -1
    try syncFolder()
  }

  private func syncFolder() throws {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let number = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if number >= 0 { close(number) } }
    guard number >= 0, fsync(number) == 0 else { throw ToolFailure.system("\(folder) cannot be synced") }
  }

  private func discard() {
    guard !temporary.isEmpty, descriptor >= 0 else { return }
    close(descriptor)
    unsafe unlink(temporary)
  }

  private static func exists(_ path: String) -> ToolFailure {
    ToolFailure(
      .refused, "\(path) exists already, and was left alone", advice: "--force puts the new file in its place.")
  }
}
