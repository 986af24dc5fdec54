internal import CSystem

/// The first 4,096 bytes of a segment file. Integers are little-endian.
///
/// | offset | bytes | what |
/// | --- | --- | --- |
/// | 0 | 8 | `HFJOURNL` |
/// | 8 | 4 | CRC-32C of bytes 12 to 4,095; here in every version of the format |
/// | 12 | 4 | format version, 1 |
/// | 16 | 16 | history id |
/// | 32 | 8 | sequence of the segment's first entry; the file's name is this number in 20 digits, then `.journal` |
/// | 40 | 8 | first sequence of the segment before; 0 where the journal began with this one |
/// | 48 | 8 | time of the last record before, microseconds; the least Int64 where there is none |
/// | 56 | 8 | length of the file in bytes |
/// | 64 | 8 | salt: random, part of every record's checksum, told to no one: no entry can pose as a record |
/// | 72 | 32 | running hash of all commands before the segment |
/// | 104 | 16 | history id of the segment before where it is another (a restored journal goes on under a new one); else zero |
/// | 120 | 3,976 | zero |
///
/// A file gets its name only after its header is on disk, and its first record only after its name is: a named file
/// without a whole header is damaged, never half made.
@safe
struct SegmentHeader: Equatable, Sendable {
  static let byteCount = 4096
  static let version: UInt32 = 1
  private static let magic: UInt64 = 0x4C4E_5255_4F4A_4648

  var historyID: HistoryID
  var firstSequence: UInt64
  var previousFirstSequence: UInt64
  var previousTime: Int64
  var fileByteCount: Int
  var salt: UInt64
  var hash: JournalHash
  /// The history of the segment before, where this one begins another.
  var ancestor: HistoryID?

  /// The name of the segment's file.
  var fileName: String { Self.fileName(firstSequence: firstSequence) }

  static func fileName(firstSequence: UInt64) -> String {
    let digits = String(firstSequence)
    return String(repeating: "0", count: 20 - digits.count) + digits + ".journal"
  }

  /// The first sequence that a file's name speaks of, or nil where it is no segment's name.
  static func firstSequence(ofFileName name: String) -> UInt64? {
    guard name.utf8.count == 28, name.hasSuffix(".journal") else { return nil }
    guard let sequence = UInt64(name.prefix(20)), fileName(firstSequence: sequence) == name else { return nil }
    return sequence
  }

  /// Writes all 4,096 bytes.
  func write(to block: UnsafeMutableRawPointer) {
    unsafe block.initializeMemory(as: UInt8.self, repeating: 0, count: Self.byteCount)
    unsafe block.store(Self.magic, at: 0)
    unsafe block.store(Self.version, at: 12)
    unsafe block.storeBytes(of: historyID.bytes, toByteOffset: 16, as: SIMD16<UInt8>.self)
    unsafe block.store(firstSequence, at: 32)
    unsafe block.store(previousFirstSequence, at: 40)
    unsafe block.store(previousTime, at: 48)
    unsafe block.store(Int64(fileByteCount), at: 56)
    unsafe block.store(salt, at: 64)
    unsafe block.storeBytes(of: hash.bytes, toByteOffset: 72, as: SIMD32<UInt8>.self)
    if let ancestor { unsafe block.storeBytes(of: ancestor.bytes, toByteOffset: 104, as: SIMD16<UInt8>.self) }
    unsafe block.store(crc32c(0, block + 12, Self.byteCount - 12), at: 8)
  }

  /// Reads 4,096 bytes and checks them against themselves and against the file.
  ///
  /// - Throws: ``JournalError/damaged(file:offset:reason:)``,
  ///   ``JournalError/unsupportedVersion(file:found:supported:)``.
  init(reading block: UnsafeRawPointer, file: String, actualByteCount: Int) throws(JournalError) {
    func damaged(_ offset: Int, _ reason: String) -> JournalError {
      .damaged(file: file, offset: offset, reason: reason)
    }
    guard unsafe block.load(0, as: UInt64.self) == Self.magic else { throw damaged(0, "not a journal segment") }
    guard unsafe block.load(8, as: UInt32.self) == crc32c(0, block + 12, Self.byteCount - 12) else {
      throw damaged(0, "header checksum")
    }
    let found = unsafe block.load(12, as: UInt32.self)
    guard found == Self.version else {
      throw .unsupportedVersion(file: file, found: found, supported: Self.version)
    }
    historyID = HistoryID(bytes: unsafe block.loadUnaligned(fromByteOffset: 16, as: SIMD16<UInt8>.self))
    firstSequence = unsafe block.load(32, as: UInt64.self)
    previousFirstSequence = unsafe block.load(40, as: UInt64.self)
    previousTime = unsafe block.load(48, as: Int64.self)
    fileByteCount = Int(unsafe block.load(56, as: Int64.self))
    salt = unsafe block.load(64, as: UInt64.self)
    hash = JournalHash(bytes: unsafe block.loadUnaligned(fromByteOffset: 72, as: SIMD32<UInt8>.self))
    let before = unsafe block.loadUnaligned(fromByteOffset: 104, as: SIMD16<UInt8>.self)
    ancestor = before == .zero ? nil : HistoryID(bytes: before)
    guard firstSequence > previousFirstSequence || previousFirstSequence == 0 && firstSequence > 0 else {
      throw damaged(32, "first sequence")
    }
    guard fileByteCount > Self.byteCount, fileByteCount == actualByteCount else {
      throw damaged(actualByteCount, "file has \(actualByteCount) bytes instead of \(fileByteCount)")
    }
  }

  init(
    historyID: HistoryID, firstSequence: UInt64, previousFirstSequence: UInt64, previousTime: Int64, fileByteCount: Int,
    hash: JournalHash, ancestor: HistoryID? = nil
  ) {
    self.historyID = historyID
    self.firstSequence = firstSequence
    self.previousFirstSequence = previousFirstSequence
    self.previousTime = previousTime
    self.fileByteCount = fileByteCount
    self.salt = .random(in: .min ... .max)
    self.hash = hash
    self.ancestor = ancestor
  }

  /// Checks that this segment, in the file `path`, goes on where the one with the header `previous` stops.
  ///
  /// - Throws: ``JournalError/damaged(file:offset:reason:)``.
  func check(after previous: SegmentHeader, path: String) throws(JournalError) {
    guard historyID == previous.historyID || ancestor == previous.historyID else {
      throw .damaged(file: path, offset: 16, reason: "history id of another journal")
    }
    guard previousFirstSequence == previous.firstSequence else {
      throw .damaged(
        file: path, offset: 40,
        reason: "the segment that begins with \(previousFirstSequence) is missing before this one")
    }
    guard previousTime >= previous.previousTime else {
      throw .damaged(file: path, offset: 48, reason: "time runs backwards")
    }
  }
}
