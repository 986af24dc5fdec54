extension Journal {
  /// Removes the segments that hold nothing but entries before `sequence`; the one that is appended to always stays.
  ///
  /// See ``JournalTrimmer/removeSegments(below:archive:)``.
  /// - Returns: how many files were removed.
  /// - Throws: the failure that ended writing, ``JournalError/failed(operation:path:code:)``.
  @discardableResult
  package func removeSegments(below sequence: UInt64) throws(JournalError) -> Int {
    if let failure { throw failure }
    return try trimmer.removeSegments(below: sequence)
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
