internal import Synchronization

/// The files of a journal as they are at one moment, for a copy of it.
package struct JournalSnapshot: Sendable {
  /// One segment.
  package struct File: Sendable {
    /// Where it is.
    package var path: String
    /// Its name in the folder.
    package var name: String
    /// How many of its bytes belong to the copy: all up to the end of a record. What follows is zeros.
    package var byteCount: Int
  }

  /// The segments, oldest first.
  package var files: [File]
  /// The history that new sequences belong to.
  package var historyID: HistoryID
  /// The first sequence of the copy.
  package var firstSequence: UInt64
  /// The last sequence of the copy.
  package var lastSequence: UInt64
  /// The running hash there.
  package var hash: JournalHash
}

extension JournalReader {
  /// The journal up to the last record that is on disk now.
  ///
  /// The files stay as long as nobody removes segments; the part that is named never changes.
  /// - Throws: what reading the last segment throws.
  package func snapshot() throws(JournalError) -> JournalSnapshot {
    let state = shared.state.withLock { $0 }
    let last = state.segments[state.segments.count - 1]
    let limit = last.end.load(ordering: .acquiring)
    // A batch may have been published since: the copy ends where the state of this moment does.
    let record = try last.pages().lastRecord(limit: limit) { $0.firstSequence < state.endSequence }
    let end = record.map { $0.offset + $0.record.byteCount } ?? SegmentHeader.byteCount
    var files = state.segments.map {
      JournalSnapshot.File(path: $0.path, name: $0.header.fileName, byteCount: $0.header.fileByteCount)
    }
    files[files.count - 1].byteCount = end
    return JournalSnapshot(
      files: files, historyID: last.header.historyID, firstSequence: state.segments[0].header.firstSequence,
      lastSequence: state.endSequence - 1, hash: state.hash)
  }
}
