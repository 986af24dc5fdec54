internal import CSystem
internal import Glibc
internal import Journal

/// A backup in a file: a tar file as ``BackupReader`` writes it.
package final class BackupArchive {
  /// A member where it lies in the file.
  struct Member {
    let name: String
    let offset: Int
    let byteCount: Int
  }

  /// The file.
  package let path: String
  /// What it says of itself.
  package let manifest: BackupManifest
  private let descriptor: Int32
  /// All members but the manifest.
  private let members: [Member]

  /// Opens a backup and checks every byte of it against its manifest.
  ///
  /// - Parameter progress: told how many bytes have been read, and of how many.
  /// - Throws: `damaged` with the member that is not what the manifest says; `mismatch` where another version wrote it.
  package init(checking path: String, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }) throws(EngineError) {
    self.path = path
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw Files.failure("open", path) }
    do throws(EngineError) {
      let file = TarFile(path: path, descriptor: descriptor)
      var found = try file.members()
      guard let last = found.popLast(), last.name == BackupManifest.name, last.byteCount < 64 << 20 else {
        throw EngineError.damaged(
          "\(path) does not end with \(BackupManifest.name): it is no backup, or was cut short while it was made")
      }
      manifest = try BackupManifest(parsing: file.read(last.byteCount, at: last.offset))
      try file.check(found, against: manifest, progress)
      members = found
    } catch {
      close(descriptor)
      throw error
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Writes what the backup holds into a folder, as files of a data directory: the state as a checkpoint, the baseline,
  /// and the journal in `journal`, a path.
  ///
  /// Everything is durable on return.
  /// - Throws: `damaged` where a member is not what belongs into a backup; what the system refuses.
  func unpack(into folder: String, journal: String) throws(EngineError) {
    let file = TarFile(path: path, descriptor: descriptor)
    try Files.makeFolder(journal)
    for member in members {
      let parts = member.name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      switch parts.count {
      case 3 where parts[0] == "state" && parts[1].utf8.allSatisfy(isDigit) && parts[2] == "data.mdb":
        try unpack(member, of: file, asCheckpoint: "\(folder)/checkpoints/\(parts[1])")
      case 3 where parts[0] == "baseline" && parts[1].utf8.allSatisfy(isDigit) && parts[2] == "data.mdb":
        try unpack(member, of: file, asCheckpoint: "\(folder)/baseline/\(parts[1])")
      case 2
      where parts[0] == "journal" && parts[1].hasSuffix(".journal") && parts[1].utf8.dropLast(8).allSatisfy(isDigit):
        let path = "\(journal)/\(parts[1])"
        _ = try file.copy(member, to: path)
        try fill(path)
      default: throw EngineError.damaged("\(path) has a member \(member.name), which belongs into no backup")
      }
    }
    try Files.syncFolder(of: "\(journal)/")
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private func unpack(_ member: Member, of file: TarFile, asCheckpoint folder: String) throws(EngineError) {
    try Files.makeFolder(folder)
    let checksum = try file.copy(member, to: "\(folder)/data.mdb")
    try Files.write([UInt8](String(checksum).utf8), to: "\(folder)/checksum")
    try Files.syncFolder(of: "\(folder)/")
  }

  /// Gives a segment, of which the backup has no more than its records, the length that its header says.
  private func fill(_ path: String) throws(EngineError) {
    let byteCount: Int
    do throws(JournalError) {
      byteCount = try Journal.fullByteCount(ofSegment: path)
    } catch {
      throw EngineError.journal(error)
    }
    guard byteCount > 0, byteCount <= 1 << 30 else { throw EngineError.damaged("the header of \(path)") }
    guard unsafe truncate(path, byteCount) == 0 else { throw Files.failure("fill up", path) }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw Files.failure("open", path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw Files.failure("sync", path) }
  }
}

/// Reads a tar file.
private struct TarFile {
  let path: String
  let descriptor: Int32

  /// The members, in order, up to the zeros at the end.
  func members() throws(EngineError) -> [BackupArchive.Member] {
    var members: [BackupArchive.Member] = []
    var offset = 0
    let length = Int(holdfast_file_length(descriptor))
    while true {
      let header = try read(TarHeader.byteCount, at: offset)
      if header.allSatisfy({ $0 == 0 }) { return members }
      guard let (name, byteCount) = TarHeader.read(header) else {
        throw EngineError.damaged("\(path) has no header of a tar file at byte \(offset)")
      }
      let start = offset + TarHeader.byteCount
      guard byteCount >= 0, byteCount <= length - start else {
        throw EngineError.damaged("\(path) ends within \(name)")
      }
      members.append(.init(name: name, offset: start, byteCount: byteCount))
      offset = start + byteCount + TarHeader.padding(after: byteCount)
    }
  }

  /// So many bytes from `offset` on.
  func read(_ count: Int, at offset: Int) throws(EngineError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let got = unsafe holdfast_read_at(descriptor, &bytes, count, off_t(offset))
    if got < 0 { throw Files.failure("read", path, Int32(-got)) }
    guard got == count else { throw EngineError.damaged("\(path) ends at byte \(offset + got)") }
    return bytes
  }

  /// Compares names, lengths and digests with those of the manifest.
  func check(_ members: [BackupArchive.Member], against manifest: BackupManifest, _ progress: (Int, Int) -> Void)
    throws(EngineError)
  {
    let total = members.reduce(0) { $0 + $1.byteCount }
    var done = 0
    guard members.map(\.name) == manifest.members.map(\.name) else {
      throw EngineError.damaged("\(path) has other members than its manifest says")
    }
    for (member, expected) in zip(members, manifest.members) {
      var digest = ContentDigest()
      var offset = 0
      while offset < member.byteCount {
        let bytes = try read(min(1 << 20, member.byteCount - offset), at: member.offset + offset)
        unsafe bytes.withUnsafeBytes { unsafe digest.add($0) }
        offset += bytes.count
        done += bytes.count
        progress(done, total)
      }
      guard member.byteCount == expected.byteCount, digest.finish() == expected.digest else {
        throw EngineError.damaged("\(member.name) in \(path) is not what the manifest says: its SHA-256 differs")
      }
    }
  }

  /// Writes a member to a file, durably; returns its CRC-32C.
  func copy(_ member: BackupArchive.Member, to path: String) throws(EngineError) -> UInt32 {
    let target = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o640)
    if target < 0 { throw Files.failure("write", path) }
    defer { close(target) }
    var checksum: UInt32 = 0
    var offset = 0
    while offset < member.byteCount {
      let bytes = try read(min(1 << 20, member.byteCount - offset), at: member.offset + offset)
      var written = 0
      while written < bytes.count {
        let step = unsafe bytes.withUnsafeBytes { buffer in
          unsafe holdfast_write_at(
            target, buffer.baseAddress.map { unsafe $0 + written }, bytes.count - written, off_t(offset + written))
        }
        if step <= 0 { throw Files.failure("write", path, Int32(-step)) }
        written += step
      }
      checksum = unsafe holdfast_crc32c(checksum, bytes, bytes.count)
      offset += bytes.count
    }
    guard fsync(target) == 0 else { throw Files.failure("sync", path) }
    return checksum
  }
}
