internal import Synchronization

extension Journal {
  /// Removes the segments that hold nothing but entries before `sequence`; the one that is appended to always stays.
  ///
  /// What is left can still be verified: the running hash before its first entry is in its header
  /// (``JournalFacts/baseline``). A walk in a removed segment ends with
  /// ``JournalError/removed(sequence:firstSequence:)``; records that it gave stay good.
  /// - Returns: how many files were removed.
  /// - Throws: the failure that ended writing, ``JournalError/failed(operation:path:code:)``.
  @discardableResult
  package func removeSegments(below sequence: UInt64) throws(JournalError) -> Int {
    if let failure { throw failure }
    let segments = shared.segments
    guard let kept = segments.index(holding: sequence), kept > 0 else { return 0 }
    // Oldest first, each for good before the next: a crash in between leaves no hole.
    for count in 0..<kept {
      shared.state.withLock { _ = $0.segments.removeFirst() }
      try JournalDirectory.remove(segments[count].path)
      try directory.sync()
    }
    return kept
  }
}

extension JournalReader {
  /// Reads everything that is kept, from the segment that holds `sequence` (or the oldest) to the last record on disk:
  /// checksums, sequences, times, and the running hash across all of it.
  ///
  /// - Throws: ``JournalError/damaged(file:offset:reason:)``, ``JournalError/failed(operation:path:code:)``.
  package func verify(from sequence: UInt64 = 0) throws(JournalError) {
    let segments = shared.segments
    var index = segments.index(holding: sequence) ?? 0
    while index + 1 < segments.count {
      try segments[index].verify(before: segments[index + 1].header)
      index += 1
    }
    try segments[index].verifyPublished()
  }
}
