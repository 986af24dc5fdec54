internal import Synchronization

/// A walk through the records of a journal in order. Not `Sendable`; its thread may wait and go on later.
package struct JournalCursor {
  /// The sequence that the next record begins with, or holds where the walk has not begun.
  package private(set) var sequence: UInt64
  private let shared: SharedJournal
  /// Where the next record starts; nil before the first.
  private var place: (segment: Segment, offset: Int)?

  init(shared: SharedJournal, sequence: UInt64) {
    self.shared = shared
    self.sequence = sequence
  }

  /// The next record, or nil where there is no further one on disk; ask again later.
  ///
  /// - Throws: ``JournalError/damaged(file:offset:reason:)`` with the place of the damage,
  ///   ``JournalError/failed(operation:path:code:)``, or, where the walk has been overtaken by
  ///   ``Journal/removeSegments(below:)``, ``JournalError/removed(sequence:firstSequence:)``.
  package mutating func next() throws(JournalError) -> JournalRecord? {
    guard sequence < shared.endSequence.load(ordering: .acquiring) else { return nil }
    guard let place else {
      let segments = shared.segments
      let record = try JournalReader(shared: shared).record(holding: sequence, in: segments)
      guard let index = segments.index(holding: sequence) else { return nil }
      try advance(past: record, in: segments[index])
      return record
    }
    if let next = try segment(after: place.segment) {
      return try read(in: next, at: SegmentHeader.byteCount)
    }
    return try read(in: place.segment, at: place.offset)
  }

  /// The segment that begins with the next sequence, where it is not `segment`.
  private func segment(after segment: Segment) throws(JournalError) -> Segment? {
    // The next record can only lie elsewhere once this segment's records have ended.
    let segments = shared.segments
    guard let index = segments.index(holding: sequence) else {
      throw .removed(sequence: sequence, firstSequence: segments[0].header.firstSequence)
    }
    return segments[index].header.firstSequence == segment.header.firstSequence ? nil : segments[index]
  }

  private mutating func read(in segment: Segment, at offset: Int) throws(JournalError) -> JournalRecord {
    let pages = try segment.pages()
    guard let header = pages.record(at: offset, limit: segment.end.load(ordering: .acquiring)) else {
      throw segment.damaged(offset, "no whole record where sequence \(sequence) must be")
    }
    guard pages.bodyIsWhole(header, at: offset) else { throw segment.damaged(offset, "record checksum") }
    guard header.firstSequence == sequence else {
      throw segment.damaged(offset, "record begins with \(header.firstSequence) instead of \(sequence)")
    }
    let record = JournalRecord(pages: pages, offset: offset, header: header)
    try advance(past: record, in: segment)
    return record
  }

  private mutating func advance(past record: JournalRecord, in segment: Segment) throws(JournalError) {
    guard record.framingHolds else { throw segment.damaged(record.offset, "entry framing") }
    sequence = record.endSequence
    place = (segment, record.offset + record.header.byteCount)
  }
}
