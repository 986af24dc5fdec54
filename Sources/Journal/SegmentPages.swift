internal import CSystem
internal import Glibc
internal import Synchronization

/// The bytes of one segment in memory: the writer's image of the segment it appends to, or the mapped file of an older.
///
/// `@unchecked Sendable`: bytes below an end that was published never change, and readers look at no others; the writer
/// alone touches those above it; the tables are atomic.
@safe
final class SegmentPages: @unchecked Sendable {
  let base: UnsafeRawPointer
  let header: SegmentHeader
  /// Where the writer writes; nil for a mapped file.
  let image: UnsafeMutableRawPointer?

  private static let granule = 64 * 1024
  /// For each 64 KiB, where the first record starts that starts there or later; 0 until someone has looked.
  private let anchors: UnsafeMutablePointer<Atomic<UInt32>>
  private let anchorCount: Int
  /// One bit for each 512 bytes: the body of the record that starts there was checked.
  private let verified: UnsafeMutablePointer<Atomic<UInt64>>
  private let verifiedCount: Int

  /// Zero-filled memory for the segment that is written.
  static func image(_ header: SegmentHeader, path: String) throws(JournalError) -> SegmentPages {
    guard let pages = unsafe holdfast_allocate_pages(header.fileByteCount) else {
      throw .failed(operation: "allocate memory", path: path, code: ENOMEM)
    }
    return unsafe SegmentPages(base: pages, image: pages, header: header)
  }

  /// The file of a segment that is complete.
  static func map(_ header: SegmentHeader, path: String) throws(JournalError) -> SegmentPages {
    let file = try SegmentFile.openToRead(path)
    let actual = try file.byteCount()
    guard actual == header.fileByteCount else {
      throw .damaged(file: path, offset: actual, reason: "file has \(actual) bytes instead of \(header.fileByteCount)")
    }
    return unsafe SegmentPages(base: try file.map(actual), image: nil, header: header)
  }

  private init(base: UnsafeRawPointer, image: UnsafeMutableRawPointer?, header: SegmentHeader) {
    unsafe self.base = base
    unsafe self.image = image
    self.header = header
    anchorCount = header.fileByteCount / Self.granule + 1
    unsafe anchors = .allocate(capacity: anchorCount)
    for index in 0..<anchorCount { unsafe (anchors + index).initialize(to: Atomic(0)) }
    verifiedCount = header.fileByteCount / (RecordHeader.alignment * 64) + 1
    unsafe verified = .allocate(capacity: verifiedCount)
    for index in 0..<verifiedCount { unsafe (verified + index).initialize(to: Atomic(0)) }
  }

  deinit {
    unsafe anchors.deinitialize(count: anchorCount)
    unsafe anchors.deallocate()
    unsafe verified.deinitialize(count: verifiedCount)
    unsafe verified.deallocate()
    unsafe holdfast_free_pages(base, header.fileByteCount)
  }

  /// The record header at `offset`, below `limit`, or nil where there is none that is whole.
  @inline(__always)
  func record(at offset: Int, limit: Int) -> RecordHeader? {
    unsafe RecordHeader(in: base, at: offset, limit: limit, salt: header.salt)
  }

  /// Whether the body of the record at `offset` is whole; checked once, remembered.
  @inline(__always)
  func bodyIsWhole(_ record: RecordHeader, at offset: Int) -> Bool {
    if unsafe image != nil { return true }
    let unit = offset / RecordHeader.alignment
    let bit: UInt64 = 1 << UInt64(unit & 63)
    if unsafe verified[unit >> 6].load(ordering: .relaxed) & bit != 0 { return true }
    guard unsafe record.bodyIsWhole(in: base, at: offset) else { return false }
    unsafe verified[unit >> 6].bitwiseOr(bit, ordering: .relaxed)
    return true
  }

  /// The first record that starts at `offset` or later.
  func firstRecord(from offset: Int, limit: Int) -> (offset: Int, record: RecordHeader)? {
    var offset = offset
    while offset < limit {
      if let record = record(at: offset, limit: limit) { return (offset, record) }
      offset += RecordHeader.alignment
    }
    return nil
  }

  /// The last record below `limit` for which `holds`; where it holds for one, it holds for all before.
  /// Nil where there is none.
  func lastRecord(
    limit: Int, where holds: (RecordHeader) -> Bool
  ) -> (offset: Int, record: RecordHeader)? {
    guard let first = record(at: SegmentHeader.byteCount, limit: limit), holds(first) else { return nil }
    var found = (offset: SegmentHeader.byteCount, record: first)
    var low = 0
    var high = (limit - 1) / Self.granule + 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if let candidate = anchor(middle, limit: limit), holds(candidate.record) {
        low = middle
        found = candidate
      } else {
        high = middle
      }
    }
    while true {
      let next = found.offset + found.record.byteCount
      guard let record = record(at: next, limit: limit), holds(record) else { return found }
      found = (next, record)
    }
  }

  private func anchor(_ index: Int, limit: Int) -> (offset: Int, record: RecordHeader)? {
    let known = Int(unsafe anchors[index].load(ordering: .relaxed))
    if known != 0 {
      guard let record = record(at: known, limit: limit) else { return nil }
      return (known, record)
    }
    guard let found = firstRecord(from: index * Self.granule, limit: limit) else { return nil }
    unsafe anchors[index].store(UInt32(found.offset), ordering: .relaxed)
    return found
  }
}
