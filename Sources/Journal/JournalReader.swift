internal import Synchronization

/// What is known of a journal as a whole, for status.
package struct JournalFacts: Sendable, Equatable {
  /// The history that new sequences belong to.
  package var historyID: HistoryID
  /// The first sequence that is kept (or would be: an empty journal's next).
  package var firstSequence: UInt64
  /// The last sequence on disk; one less than `firstSequence` where there is none.
  package var lastSequence: UInt64
  /// The time of the last record ever, microseconds since 1970, or nil before the first.
  package var lastTime: Int64?
  /// The running hash after the last command.
  package var hash: JournalHash
  /// The running hash before the first entry that is kept: what verification starts from.
  package var baseline: JournalHash
  /// How many segment files there are.
  package var segmentCount: Int
  /// The bytes that the segment files take up.
  package var byteCount: Int
}

/// A run of sequences under one history id.
package struct JournalHistory: Sendable, Equatable {
  /// Its id.
  package var historyID: HistoryID
  /// The first sequence under it; 0 for the oldest that is known.
  package var firstSequence: UInt64
}

/// The reading side of a journal: from any thread, at any time, and never past the last record that is on disk.
///
/// Reading takes no lock that a write to the disk is made under. Older segments are mapped when first read.
package struct JournalReader: Sendable {
  let shared: SharedJournal

  /// The sequence after the last entry that is on disk.
  package var endSequence: UInt64 { shared.endSequence.load(ordering: .acquiring) }

  /// The journal as a whole.
  package var facts: JournalFacts {
    shared.state.withLock { state in
      let first = state.segments[0].header
      let last = state.segments[state.segments.count - 1].header
      return JournalFacts(
        historyID: last.historyID, firstSequence: first.firstSequence, lastSequence: state.endSequence - 1,
        lastTime: state.lastTime, hash: state.hash, baseline: first.hash, segmentCount: state.segments.count,
        byteCount: state.segments.reduce(0) { $0 + $1.header.fileByteCount })
    }
  }

  /// The histories that the kept sequences belong to, oldest first: more than one where a backup was restored.
  package var histories: [JournalHistory] {
    let segments = shared.segments
    var histories = [JournalHistory(historyID: segments[0].header.historyID, firstSequence: 0)]
    for segment in segments where segment.header.historyID != histories[histories.count - 1].historyID {
      histories.append(
        JournalHistory(historyID: segment.header.historyID, firstSequence: segment.header.firstSequence))
    }
    return histories
  }

  /// The history that `sequence`, which is kept or the one before what is kept, belongs to.
  package func historyID(at sequence: UInt64) -> HistoryID {
    let histories = histories
    return (histories.last { $0.firstSequence <= sequence } ?? histories[0]).historyID
  }

  /// The bytes that may still be used of the file system that the journal lies on.
  ///
  /// - Throws: ``JournalError/failed(operation:path:code:)``.
  package func availableBytes() throws(JournalError) -> Int {
    try JournalDirectory.availableBytes(at: shared.directory)
  }

  /// Calls `body` with the entry of this sequence, or gives nil where it is not on disk yet.
  ///
  /// The entry's bytes are good only inside the call.
  /// - Throws: ``JournalError/removed(sequence:firstSequence:)``, ``JournalError/damaged(file:offset:reason:)``,
  ///   ``JournalError/failed(operation:path:code:)``.
  package func withEntry<R>(at sequence: UInt64, _ body: (JournalEntry) -> R) throws(JournalError) -> R? {
    guard sequence < endSequence else { return nil }
    let record = try record(holding: sequence, in: shared.segments)
    guard var walk = record.walk(to: Int(sequence - record.firstSequence)), let entry = walk.next() else {
      throw .damaged(
        file: shared.directory + "/" + record.pages.header.fileName, offset: record.offset, reason: "entry framing")
    }
    return body(entry)
  }

  /// Every record from the one that holds `sequence` on, in order; the record may begin before `sequence`.
  ///
  /// - Throws: ``JournalError/removed(sequence:firstSequence:)`` where the sequence is no longer kept.
  package func records(from sequence: UInt64) throws(JournalError) -> JournalCursor {
    let segments = shared.segments
    if sequence < segments[0].header.firstSequence {
      throw .removed(sequence: sequence, firstSequence: segments[0].header.firstSequence)
    }
    return JournalCursor(shared: shared, sequence: sequence)
  }

  /// The running hash after the entry with this sequence; nil where no record that is kept ends with it.
  ///
  /// - Throws: ``JournalError/damaged(file:offset:reason:)``, ``JournalError/failed(operation:path:code:)``.
  package func hash(after sequence: UInt64) throws(JournalError) -> JournalHash? {
    let segments = shared.segments
    if sequence &+ 1 == segments[0].header.firstSequence { return segments[0].header.hash }
    guard sequence >= segments[0].header.firstSequence, sequence < endSequence else { return nil }
    let record = try record(holding: sequence, in: segments)
    return record.endSequence == sequence + 1 ? record.hash : nil
  }

  /// The first sequence of the first record at or after `time` (microseconds since 1970);
  /// ``endSequence`` where all are earlier.
  ///
  /// - Throws: ``JournalError/damaged(file:offset:reason:)``, ``JournalError/failed(operation:path:code:)``.
  package func firstSequence(atOrAfter time: Int64) throws(JournalError) -> UInt64 {
    let segments = shared.segments
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle].header.previousTime < time { low = middle } else { high = middle }
    }
    let segment = segments[low]
    let limit = segment.end.load(ordering: .acquiring)
    let last = try segment.pages().lastRecord(limit: limit) { $0.time < time }
    return last?.record.endSequence ?? segment.header.firstSequence
  }

  /// The record that holds a sequence below the published end.
  func record(holding sequence: UInt64, in segments: [Segment]) throws(JournalError) -> JournalRecord {
    guard let index = segments.index(holding: sequence) else {
      throw .removed(sequence: sequence, firstSequence: segments[0].header.firstSequence)
    }
    let segment = segments[index]
    let pages = try segment.pages()
    let limit = segment.end.load(ordering: .acquiring)
    guard let found = pages.lastRecord(limit: limit, where: { $0.firstSequence <= sequence }) else {
      throw segment.damaged(SegmentHeader.byteCount, "no record where the segment's first must be")
    }
    guard sequence < found.record.endSequence else {
      throw segment.damaged(found.offset + found.record.byteCount, "no record that holds sequence \(sequence)")
    }
    guard pages.bodyIsWhole(found.record, at: found.offset) else {
      throw segment.damaged(found.offset, "record checksum")
    }
    return JournalRecord(pages: pages, offset: found.offset, header: found.record)
  }
}
