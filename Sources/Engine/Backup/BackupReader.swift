internal import CSystem
internal import Glibc
internal import Journal
internal import Synchronization

/// A backup as a stream of bytes: a tar file of a copy of the state, the baseline if there is one, the journal up to the
/// moment when it was begun, and last a manifest with the SHA-256 of each.
///
/// For one thread that may wait for the disk. The journal keeps its segments until this is closed or gone.
package final class BackupReader: Sendable {
  private let state: Mutex<BackupSource?>
  /// What is being backed up; its members are known at the end.
  package let manifest: BackupManifest
  /// How many bytes there will be, but for the manifest's few.
  package let byteCount: Int

  init(_ source: consuming BackupSource) {
    manifest = source.manifest
    byteCount = source.byteCount
    state = Mutex(consume source)
  }

  /// The next bytes, at most `count` and at least one; empty at the end.
  ///
  /// - Throws: `damaged` where a copy of the state is not what its checksum says; what the system refuses. The backup is
  ///   worth nothing then. `directory` after ``close()``.
  package func read(upTo count: Int) throws(EngineError) -> [UInt8] {
    try state.withLock { (state) throws(EngineError) in
      guard state != nil else { throw EngineError.directory("the backup was closed") }
      return try state?.read(upTo: max(1, count)) ?? []
    }
  }

  /// Lets go of everything. Waits for a read that is under way; safe to call again.
  package func close() { state.withLock { $0 = nil } }
}

/// What a backup is read from.
struct BackupSource: ~Copyable, Sendable {
  /// A file that becomes a member.
  struct File: Sendable {
    /// Its name in the tar file.
    var name: String
    /// Open for reading, or -1 where it is opened when its turn comes.
    var descriptor: Int32
    var path: String
    var byteCount: Int
    /// What its CRC-32C must be; nil where nobody knows.
    var checksum: UInt32?
  }

  private(set) var manifest: BackupManifest
  private var files: [File]
  private let hold: RetentionHold
  /// The member that is being read, and how far.
  private var index = 0
  private var offset = 0
  private var checksum: UInt32 = 0
  private var digest = ContentDigest()
  /// Bytes that come before the rest of the member: a header, padding, the manifest.
  private var pending: [UInt8] = []
  private var isFinished = false

  init(_ manifest: BackupManifest, _ files: [File], hold: RetentionHold) {
    self.manifest = manifest
    self.files = files
    self.hold = hold
    if let first = files.first { pending = Self.header(first, manifest) }
  }

  deinit { for file in files where file.descriptor >= 0 { Glibc.close(file.descriptor) } }

  /// Bytes of all members but the manifest.
  var byteCount: Int {
    files.reduce(1024) { $0 + TarHeader.byteCount + $1.byteCount + TarHeader.padding(after: $1.byteCount) }
  }

  private static func header(_ file: File, _ manifest: BackupManifest) -> [UInt8] {
    TarHeader.make(file.name, byteCount: file.byteCount, modified: manifest.createdAt / 1_000_000)
  }

  mutating func read(upTo count: Int) throws(EngineError) -> [UInt8] {
    if pending.isEmpty {
      if index < files.count { return try readFile(count) }
      if isFinished { return [] }
      isFinished = true
      let json = manifest.json
      pending = TarHeader.make(BackupManifest.name, byteCount: json.count, modified: manifest.createdAt / 1_000_000)
      pending += json
      // Two blocks of zeros end a tar file.
      pending += [UInt8](repeating: 0, count: TarHeader.padding(after: json.count) + 1024)
    }
    let bytes = Array(pending.prefix(count))
    pending.removeFirst(bytes.count)
    if pending.isEmpty, index < files.count, files[index].byteCount == 0 { try finishFile() }
    return bytes
  }

  private mutating func readFile(_ count: Int) throws(EngineError) -> [UInt8] {
    if files[index].descriptor < 0 {
      files[index].descriptor = unsafe open(files[index].path, O_RDONLY | O_CLOEXEC)
      if files[index].descriptor < 0 { throw Files.failure("open", files[index].path) }
    }
    let file = files[index]
    var bytes = [UInt8](repeating: 0, count: min(count, file.byteCount - offset))
    let got = unsafe holdfast_read_at(file.descriptor, &bytes, bytes.count, off_t(offset))
    if got < 0 { throw Files.failure("read", file.path, Int32(-got)) }
    guard got == bytes.count else {
      throw EngineError.damaged("\(file.path) ends at byte \(offset + got) of \(file.byteCount)")
    }
    unsafe bytes.withUnsafeBytes { unsafe digest.add($0) }
    checksum = unsafe holdfast_crc32c(checksum, bytes, bytes.count)
    offset += got
    if offset == file.byteCount { try finishFile() }
    return bytes
  }

  private mutating func finishFile() throws(EngineError) {
    let file = files[index]
    if let expected = file.checksum, expected != checksum {
      throw EngineError.damaged("the checksum of \(file.path) does not hold")
    }
    manifest.members.append(.init(name: file.name, byteCount: file.byteCount, digest: digest.finish()))
    if file.descriptor >= 0 { Glibc.close(file.descriptor) }
    files[index].descriptor = -1
    pending = [UInt8](repeating: 0, count: TarHeader.padding(after: file.byteCount))
    index += 1
    offset = 0
    checksum = 0
    digest = ContentDigest()
    if index < files.count { pending += Self.header(files[index], manifest) }
  }
}
