internal import Synchronization

extension JournalRecord {
  /// Checks a record whose checksums hold against what comes before it, and takes its commands into the running hash.
  func check(
    path: String, sequence: UInt64, time: Int64, hash: inout RunningHash
  ) throws(JournalError) {
    func damaged(_ reason: String) -> JournalError { .damaged(file: path, offset: offset, reason: reason) }
    guard firstSequence == sequence else {
      throw damaged("record begins with \(firstSequence) instead of \(sequence)")
    }
    guard self.time >= time else { throw damaged("time runs backwards") }
    guard framingHolds else { throw damaged("entry framing") }
    add(to: &hash)
    guard hash.value == self.hash else { throw damaged("running hash") }
  }
}

extension Segment {
  /// What is known once the records up to some point were checked.
  private struct Checked {
    var offset = SegmentHeader.byteCount
    var sequence: UInt64
    var time: Int64
  }

  /// Checks every record of a complete segment, and that `next` goes on where they end.
  func verify(before next: SegmentHeader) throws(JournalError) {
    let pages = try pages()
    var hash = RunningHash(from: header.hash)
    let checked = try check(pages, limit: header.fileByteCount, hash: &hash) { $0.sequence < next.firstSequence }
    guard checked.sequence == next.firstSequence, hash.value == next.hash, checked.time == next.previousTime else {
      throw damaged(checked.offset, "the next segment does not go on where this one ends")
    }
    // The image of a segment that was just completed may hold a batch that went on to the next one.
    guard unsafe pages.image == nil else { return }
    let rest = header.fileByteCount - checked.offset
    guard unsafe isZero(UnsafeRawBufferPointer(start: pages.base + checked.offset, count: rest)) else {
      throw damaged(checked.offset, "something lies after the last record")
    }
  }

  /// Checks every record that may be read of the segment that is appended to.
  func verifyPublished() throws(JournalError) {
    let limit = end.load(ordering: .acquiring)
    var hash = RunningHash(from: header.hash)
    _ = try check(pages(), limit: limit, hash: &hash) { $0.offset < limit }
  }

  private func check(
    _ pages: SegmentPages, limit: Int, hash: inout RunningHash, while goesOn: (Checked) -> Bool
  ) throws(JournalError) -> Checked {
    var checked = Checked(sequence: header.firstSequence, time: header.previousTime)
    while goesOn(checked) {
      let offset = checked.offset
      guard let header = pages.record(at: offset, limit: limit) else {
        throw damaged(offset, "no whole record where sequence \(checked.sequence) must be")
      }
      guard unsafe header.bodyIsWhole(in: pages.base, at: offset) else { throw damaged(offset, "record checksum") }
      let record = JournalRecord(pages: pages, offset: offset, header: header)
      try record.check(path: path, sequence: checked.sequence, time: checked.time, hash: &hash)
      checked = Checked(offset: offset + header.byteCount, sequence: header.endSequence, time: header.time)
    }
    return checked
  }
}
