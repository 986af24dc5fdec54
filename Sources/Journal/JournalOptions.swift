/// How a journal is opened.
package struct JournalOptions: Sendable {
  /// How a batch gets onto the disk.
  package enum SyncMode: Sendable {
    /// Past the page cache, each write durable when it returns (O_DIRECT and O_DSYNC);
    /// `buffered` where the file system cannot.
    case direct
    /// Through the page cache, then fdatasync.
    case buffered
    /// Through the page cache, and no more: survives a killed process, not a machine that stops. For tests and imports.
    case none
  }

  /// How much is read and checked before the journal is given out. The headers of all segments always are.
  package enum Verification: Sendable {
    /// Every record of the last segment.
    case lastSegment
    /// Every record of every segment, with the running hash from end to end.
    case everything
  }

  /// Where a journal begins that has no segment yet.
  package struct Beginning: Sendable {
    /// The history to write in every segment.
    package var historyID: HistoryID
    /// The sequence of the first entry, at least 1.
    package var firstSequence: UInt64
    /// The time of the last batch before, microseconds; none may be earlier. Nil where there was none.
    package var time: Int64?
    /// The running hash of all that was before.
    package var hash: JournalHash

    /// A new history at sequence 1 unless told otherwise.
    package init(
      historyID: HistoryID = .random(), firstSequence: UInt64 = 1, time: Int64? = nil, hash: JournalHash = .zero
    ) {
      precondition(firstSequence >= 1, "sequences begin at 1")
      self.historyID = historyID
      self.firstSequence = firstSequence
      self.time = time
      self.hash = hash
    }
  }

  /// Length of a new segment's file in bytes; rounded up to a multiple of 4,096, at least 8,192, at most 1 GiB.
  package var segmentByteCount = 64 << 20
  /// How a batch gets onto the disk.
  package var syncMode = SyncMode.direct
  /// How much is checked before the journal is given out.
  package var verification = Verification.lastSegment
  /// A sequence that is known to have been synced (what the state has reached); 0 where nothing is known. A journal
  /// that ends before it is refused, and only what lies after it is written again.
  package var knownSequence: UInt64 = 0
  /// The history that the journal must have, or nil for any.
  package var expectedHistoryID: HistoryID?
  /// Where a journal begins that has no segment yet.
  package var beginning = Beginning()

  /// The defaults.
  package init() {}

  var roundedSegmentByteCount: Int { min(max(segmentByteCount.roundedUp(to: 4096), 8192), 1 << 30) }
}
