/// The last segment as it was found, read into memory, checked, and told apart: records, then nothing or a torn one.
struct JournalTail {
  let pages: SegmentPages
  /// Where the records end.
  private(set) var end = SegmentHeader.byteCount
  private(set) var endSequence: UInt64
  private(set) var lastTime: Int64
  private(set) var hash: JournalHash
  /// Where the records start that may not be on disk.
  private var unsyncedStart: Int?
  /// Where the last byte of a torn record ends; nil where there is none.
  private(set) var tornEnd: Int?

  /// Reads and checks; changes nothing.
  init(
    _ header: SegmentHeader, path: String, file: borrowing SegmentFile, knownSequence: UInt64
  ) throws(JournalError) {
    pages = try SegmentPages.image(header, path: path)
    endSequence = header.firstSequence
    lastTime = header.previousTime
    hash = header.hash
    if let image = unsafe pages.image {
      let got = try unsafe file.read(
        into: UnsafeMutableRawBufferPointer(start: image, count: header.fileByteCount), at: 0)
      guard got == header.fileByteCount else { throw .damaged(file: path, offset: got, reason: "file ends early") }
    }
    try readRecords(path: path, knownSequence: knownSequence)
    try judgeRest(path: path, knownSequence: knownSequence)
  }

  private mutating func readRecords(path: String, knownSequence: UInt64) throws(JournalError) {
    let limit = pages.header.fileByteCount
    var running = RunningHash(from: hash)
    while let header = pages.record(at: end, limit: limit), unsafe header.bodyIsWhole(in: pages.base, at: end) {
      let record = JournalRecord(pages: pages, offset: end, header: header)
      try record.check(path: path, sequence: endSequence, time: lastTime, hash: &running)
      if unsyncedStart == nil, header.endSequence > knownSequence &+ 1 { unsyncedStart = end }
      endSequence = header.endSequence
      lastTime = header.time
      hash = header.hash
      end += header.byteCount
    }
  }

  /// A write that was under way when everything stopped may have left anything of itself; nothing can lie beyond it.
  private mutating func judgeRest(path: String, knownSequence: UInt64) throws(JournalError) {
    let limit = pages.header.fileByteCount
    var last = limit
    while last > end, unsafe isZero(UnsafeRawBufferPointer(start: pages.base + last - 512, count: 512)) { last -= 512 }
    if last > end {
      if let later = pages.firstRecord(from: end + RecordHeader.alignment, limit: limit) {
        throw .damaged(
          file: path, offset: end, reason: "no whole record, but another follows at \(later.offset)")
      }
      if endSequence <= knownSequence {
        throw .damaged(file: path, offset: end, reason: "no whole record where sequence \(endSequence) must be")
      }
      tornEnd = last
    } else if endSequence <= knownSequence {
      throw .endsEarly(lastSequence: endSequence - 1, knownSequence: knownSequence)
    }
  }

  /// Cuts a torn record off, and writes again what may have been in the page cache only.
  func makeDurable(in file: borrowing SegmentFile) throws(JournalError) {
    guard let image = unsafe pages.image else { return }
    if let tornEnd {
      unsafe (image + end).initializeMemory(as: UInt8.self, repeating: 0, count: tornEnd - end)
    }
    let start = unsyncedStart ?? end
    let upTo = tornEnd ?? end
    guard upTo > start else { return }
    try unsafe file.write(UnsafeRawBufferPointer(start: image + start, count: upTo - start), at: start)
  }
}
