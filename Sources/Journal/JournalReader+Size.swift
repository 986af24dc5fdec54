internal import Synchronization

extension JournalReader {
  /// Bytes of the records behind the one that holds `sequence`; of all records where `sequence` lies before what is kept.
  ///
  /// The unused end of a complete segment counts too.
  /// - Throws: ``JournalError/damaged(file:offset:reason:)``, ``JournalError/failed(operation:path:code:)``.
  package func recordBytes(after sequence: UInt64) throws(JournalError) -> Int {
    let segments = shared.segments
    var bytes = 0
    for segment in segments where segment.header.firstSequence > sequence {
      bytes += segment.end.load(ordering: .acquiring) - SegmentHeader.byteCount
    }
    guard let index = segments.index(holding: sequence) else { return bytes }
    let segment = segments[index]
    let limit = segment.end.load(ordering: .acquiring)
    let found = try segment.pages().lastRecord(limit: limit) { $0.firstSequence <= sequence }
    let start = found.map { $0.offset + $0.record.byteCount } ?? SegmentHeader.byteCount
    return bytes + max(0, limit - start)
  }
}
