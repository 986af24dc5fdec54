/// One entry where it lies.
@safe
package struct JournalEntry {
  /// The entry's number in the journal.
  package let sequence: UInt64
  /// The time of its batch, microseconds since 1970.
  package let time: Int64
  /// Whether it is the last of its command.
  package let endsCommand: Bool
  /// What was appended; good only while the record or the call that gave it lives.
  package let bytes: UnsafeRawBufferPointer
}

/// One batch of commands as it was recorded. Holds on to the bytes of its segment for as long as it lives.
package struct JournalRecord {
  /// The sequence of its first entry.
  package var firstSequence: UInt64 { header.firstSequence }
  /// The sequence after its last entry's.
  package var endSequence: UInt64 { header.endSequence }
  /// The number of its entries, at least 1.
  package var entryCount: Int { header.entryCount }
  /// The number of its commands, at least 1.
  package var commandCount: Int { header.commandCount }
  /// The time of the batch, microseconds since 1970.
  package var time: Int64 { header.time }
  /// The running hash after its last command.
  package var hash: JournalHash { header.hash }

  let pages: SegmentPages
  let offset: Int
  let header: RecordHeader

  /// Calls `body` with each entry in order, from `sequence` on.
  package func forEachEntry<E: Error>(
    from sequence: UInt64 = 0, _ body: (JournalEntry) throws(E) -> Void
  ) throws(E) {
    guard sequence < endSequence, var walk = walk(to: Int(max(sequence, firstSequence) - firstSequence)) else { return }
    while let entry = walk.next() { try body(entry) }
  }

  /// A walk whose next entry is the one of this number, counted from 0; nil where the framing does not hold.
  func walk(to index: Int) -> EntryWalk? {
    var start = 0
    let block = index / RecordHeader.indexStride
    if block > 0 {
      start = Int(unsafe pages.base.load(offset + header.indexOffset + (block - 1) * 4, as: UInt32.self))
    }
    let first = unsafe pages.base + offset + RecordHeader.byteCount
    var walk = unsafe EntryWalk(
      base: first, offset: start, limit: header.entriesByteCount,
      sequence: firstSequence + UInt64(block * RecordHeader.indexStride), time: time)
    for _ in 0..<index % RecordHeader.indexStride where walk.next() == nil { return nil }
    return walk
  }

  /// Whether lengths, counts, ends of commands and the index of entries fit together.
  var framingHolds: Bool {
    guard var walk = walk(to: 0) else { return false }
    var entries = 0
    var commands = 0
    var endsCommand = false
    while true {
      let start = walk.offset
      guard let entry = walk.next() else { break }
      if entries > 0, entries % RecordHeader.indexStride == 0 {
        let position = offset + header.indexOffset + (entries / RecordHeader.indexStride - 1) * 4
        guard position + 4 <= offset + header.byteCount,
          unsafe Int(pages.base.load(position, as: UInt32.self)) == start
        else { return false }
      }
      entries += 1
      endsCommand = entry.endsCommand
      if endsCommand { commands += 1 }
    }
    return walk.offset == walk.limit && endsCommand && entries == entryCount && commands == commandCount
  }

  /// Takes each command of the record into a running hash.
  func add(to hash: inout RunningHash) {
    guard var walk = walk(to: 0) else { return }
    var start = 0
    while let entry = walk.next() {
      guard entry.endsCommand else { continue }
      unsafe hash.add(time: time, entries: UnsafeRawBufferPointer(start: walk.base + start, count: walk.offset - start))
      start = walk.offset
    }
  }
}

/// Steps through framed entries, never past their end.
@safe
struct EntryWalk {
  let base: UnsafeRawPointer
  private(set) var offset: Int
  let limit: Int
  private var sequence: UInt64
  private let time: Int64

  init(base: UnsafeRawPointer, offset: Int, limit: Int, sequence: UInt64, time: Int64) {
    unsafe self.base = base
    self.offset = offset
    self.limit = limit
    self.sequence = sequence
    self.time = time
  }

  /// The next entry, or nil at the end and where a length does not fit.
  @inline(__always)
  mutating func next() -> JournalEntry? {
    guard offset &+ 4 <= limit else { return nil }
    let word = unsafe base.load(offset, as: UInt32.self)
    let count = Int(word & ~RecordHeader.lastOfCommand)
    guard count <= limit &- offset &- 4 else { return nil }
    let entry = unsafe JournalEntry(
      sequence: sequence, time: time, endsCommand: word & RecordHeader.lastOfCommand != 0,
      bytes: UnsafeRawBufferPointer(start: base + offset + 4, count: count))
    offset &+= 4 &+ count
    sequence &+= 1
    return entry
  }
}
