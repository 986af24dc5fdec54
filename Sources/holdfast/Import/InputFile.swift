internal import Glibc

/// A file that is read in chunks, and can be read again from its start; `-` is standard input.
final class InputFile {
  /// Its name, for messages.
  let name: String

  private var descriptor: Int32
  /// Where what comes out of a pipe is kept for the second reading.
  private var copy: Int32 = -1

  /// Opens the file.
  ///
  /// - Parameter keepsPipe: Whether ``rewind()`` will be asked for: what comes out of a pipe then goes to a file without a name.
  /// - Throws: ``ToolFailure`` that names it.
  init(_ name: String, keepsPipe: Bool = false) throws {
    self.name = name == "-" ? "standard input" : name
    descriptor = unsafe name == "-" ? dup(STDIN_FILENO) : open(name, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ToolFailure.system("\(self.name) cannot be read") }
    if keepsPipe, lseek(descriptor, 0, SEEK_CUR) < 0 {
      let folder = Terminal.environment("TMPDIR") ?? "/tmp"
      // O_TMPFILE, which is a sum of others and not visible from Swift.
      copy = unsafe open(folder, 0o20000000 | O_DIRECTORY | O_RDWR | O_CLOEXEC, 0o600)
      guard copy >= 0 else { throw ToolFailure.system("no temporary file in \(folder)") }
    }
  }

  deinit {
    close(descriptor)
    if copy >= 0 { close(copy) }
  }

  /// The next bytes, none at the end.
  func read(_ count: Int = 256 << 10) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    while true {
      let got = unsafe Glibc.read(descriptor, &bytes, count)
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw ToolFailure.system("\(name) cannot be read") }
      bytes.removeLast(count - got)
      if copy >= 0 { try keep(bytes) }
      return bytes
    }
  }

  /// Goes back to the start.
  func rewind() throws {
    if copy >= 0 {
      close(descriptor)
      descriptor = copy
      copy = -1
    }
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw ToolFailure.system("\(name) cannot be read twice") }
  }

  private func keep(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe write(copy, $0.baseAddress, $0.count) }
      guard count > 0 else { throw ToolFailure.system("the temporary copy of \(name) cannot be written") }
      rest = rest.dropFirst(count)
    }
  }

  /// All bytes of a file.
  static func bytes(_ name: String) throws -> [UInt8] {
    let file = try InputFile(name)
    var bytes: [UInt8] = []
    while true {
      let chunk = try file.read()
      if chunk.isEmpty { return bytes }
      bytes += chunk
      if bytes.count > 64 << 20 { throw ToolFailure(.local, "\(file.name) is larger than 64 MiB") }
    }
  }
}

/// A file that is written from its start.
final class OutputFile {
  private let name: String
  private let descriptor: Int32

  /// Makes the file, or empties it.
  init(_ name: String) throws {
    self.name = name
    descriptor = unsafe open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw ToolFailure.system("\(name) cannot be written") }
  }

  deinit { close(descriptor) }

  /// Appends `text`.
  func write(_ text: String) throws {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { throw ToolFailure.system("\(name) cannot be written") }
      rest = rest.dropFirst(count)
    }
  }
}

extension ToolFailure {
  /// A call of the system's that has just failed.
  static func system(_ what: String) -> ToolFailure {
    let error = errno
    let reason = unsafe strerror(error).map { unsafe String(cString: $0) } ?? "error \(error)"
    return ToolFailure(.local, "\(what): \(reason)")
  }
}
