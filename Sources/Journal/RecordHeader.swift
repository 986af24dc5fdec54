internal import CSystem

/// The start of a record: one batch, at a multiple of 512 bytes in its segment. Integers are little-endian.
///
/// | offset | bytes | what |
/// | --- | --- | --- |
/// | 0 | 4 | `HFR1` |
/// | 4 | 4 | CRC-32C of the segment's salt (8 bytes), the record's offset in the file (8 bytes) and bytes 8 to 79 |
/// | 8 | 4 | CRC-32C of everything after the header: byte 80 to the end of the padding |
/// | 12 | 4 | *n*: bytes of framed entries |
/// | 16 | 8 | sequence of the first entry |
/// | 24 | 4 | number of entries, at least 1 |
/// | 28 | 4 | number of commands, at least 1 |
/// | 32 | 8 | time of the batch, microseconds since 1970, signed; never less than in the record before |
/// | 40 | 32 | running hash after the record's last command (``JournalHash``) |
/// | 72 | 8 | zero |
/// | 80 | *n* | the entries, one after the other |
/// | 80 + *n* | 0–3 | zero, up to a multiple of 4 |
/// | then | 4 each | where the entries number 32, 64, 96, … (counted from 0) start, as offsets from byte 80 |
/// | then | 0–511 | zero, up to a multiple of 512 |
///
/// An entry is a UInt32, its length in bytes with the top bit set on the last entry of a command, and then its bytes.
///
/// A record shares no 512-byte sector with another, so that a write that is torn harms no record that was on disk
/// before. The next record starts where this one's padding ends; where none does, the file is zero to its end.
@safe
struct RecordHeader: Equatable {
  static let byteCount = 80
  static let alignment = 512
  static let indexStride = 32
  static let lastOfCommand: UInt32 = 1 << 31
  private static let magic: UInt32 = 0x3152_4648

  var bodyChecksum: UInt32
  var entriesByteCount: Int
  var firstSequence: UInt64
  var entryCount: Int
  var commandCount: Int
  var time: Int64
  var hash: JournalHash

  /// The sequence after the last entry's.
  var endSequence: UInt64 { firstSequence &+ UInt64(entryCount) }

  /// From the start of the record to the start of the next.
  var byteCount: Int { Self.byteCount(entriesByteCount: entriesByteCount, entryCount: entryCount) }

  /// Where the index of entries begins, from the start of the record.
  var indexOffset: Int { (Self.byteCount + entriesByteCount).roundedUp(to: 4) }

  @inline(__always)
  static func byteCount(entriesByteCount: Int, entryCount: Int) -> Int {
    let index = (byteCount &+ entriesByteCount).roundedUp(to: 4)
    return (index &+ (entryCount &- 1) / indexStride &* 4).roundedUp(to: alignment)
  }

  init(
    bodyChecksum: UInt32, entriesByteCount: Int, firstSequence: UInt64, entryCount: Int, commandCount: Int, time: Int64,
    hash: JournalHash
  ) {
    self.bodyChecksum = bodyChecksum
    self.entriesByteCount = entriesByteCount
    self.firstSequence = firstSequence
    self.entryCount = entryCount
    self.commandCount = commandCount
    self.time = time
    self.hash = hash
  }

  /// Reads the header at `offset` of a segment of `limit` bytes, or gives nil where there is none that is whole.
  @inline(__always)
  init?(in segment: UnsafeRawPointer, at offset: Int, limit: Int, salt: UInt64) {
    let record = unsafe segment + offset
    guard offset &+ Self.byteCount <= limit, unsafe record.load(0, as: UInt32.self) == Self.magic,
      unsafe record.load(4, as: UInt32.self) == Self.checksum(record, at: offset, salt: salt)
    else { return nil }
    bodyChecksum = unsafe record.load(8, as: UInt32.self)
    entriesByteCount = Int(unsafe record.load(12, as: UInt32.self))
    firstSequence = unsafe record.load(16, as: UInt64.self)
    entryCount = Int(unsafe record.load(24, as: UInt32.self))
    commandCount = Int(unsafe record.load(28, as: UInt32.self))
    time = unsafe record.load(32, as: Int64.self)
    hash = JournalHash(bytes: unsafe record.loadUnaligned(fromByteOffset: 40, as: SIMD32<UInt8>.self))
    guard entryCount > 0, commandCount > 0, commandCount <= entryCount, entriesByteCount >= entryCount &* 4,
      unsafe record.load(72, as: UInt64.self) == 0, byteCount <= limit &- offset
    else { return nil }
  }

  /// Writes the header of the record at `offset`.
  func write(in segment: UnsafeMutableRawPointer, at offset: Int, salt: UInt64) {
    let record = unsafe segment + offset
    unsafe record.store(Self.magic, at: 0)
    unsafe record.store(bodyChecksum, at: 8)
    unsafe record.store(UInt32(entriesByteCount), at: 12)
    unsafe record.store(firstSequence, at: 16)
    unsafe record.store(UInt32(entryCount), at: 24)
    unsafe record.store(UInt32(commandCount), at: 28)
    unsafe record.store(time, at: 32)
    unsafe record.storeBytes(of: hash.bytes, toByteOffset: 40, as: SIMD32<UInt8>.self)
    unsafe record.store(UInt64(0), at: 72)
    unsafe record.store(Self.checksum(UnsafeRawPointer(record), at: offset, salt: salt), at: 4)
  }

  @inline(__always)
  private static func checksum(_ record: UnsafeRawPointer, at offset: Int, salt: UInt64) -> UInt32 {
    var prefix = (salt.littleEndian, UInt64(offset).littleEndian)
    let seed = unsafe withUnsafeBytes(of: &prefix) { bytes in
      unsafe holdfast_crc32c(0, bytes.baseAddress, 16)
    }
    return unsafe crc32c(seed, record + 8, byteCount - 8)
  }

  /// Whether the body at `offset` is the one that was written.
  func bodyIsWhole(in segment: UnsafeRawPointer, at offset: Int) -> Bool {
    unsafe crc32c(0, segment + offset + Self.byteCount, byteCount - Self.byteCount) == bodyChecksum
  }
}
