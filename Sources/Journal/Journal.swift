internal import Glibc
internal import Synchronization

/// The append-only log of everything that happened, in segment files: the source of truth.
///
/// One thread writes, through this object; it is not `Sendable`. Any thread reads, through ``reader``. An entry is
/// opaque bytes. A batch is begun, filled and committed:
///
///     try journal.begin(time: stamp)
///     for command in batch {
///       try journal.append(entry: bytes)   // gives the entry's sequence
///       journal.endCommand()               // or journal.dropCommand()
///     }
///     try journal.commit()                 // from here on it is durable, and readers see it
///
/// After a write or sync that failed, nobody knows what is on the disk: from then on every call throws that first
/// failure, until the journal is opened again. Reading goes on.
package final class Journal {
  /// The reading side, for every thread.
  package let reader: JournalReader

  let shared: SharedJournal
  let directory: JournalDirectory
  let options: JournalOptions
  let preparer: SegmentPreparer
  /// Whether the next segment was ever asked for: who opens a journal only to look at it does not fill the disk.
  var isPreparing = false
  let historyID: HistoryID

  var active: Segment
  var pages: SegmentPages
  var file: SegmentFile
  /// The first failure to write; every later call throws it.
  var failure: JournalError?

  /// Where the open batch's record starts in the active segment: the end of the last record.
  var recordStart: Int
  /// The end of the entries of the open batch.
  var end: Int
  /// Where the open command's entries start.
  var commandStart: Int
  /// Where the last entry starts.
  var lastEntryStart = 0
  /// The sequence of the open batch's first entry.
  var firstSequence: UInt64
  var entryCount = 0
  var entryCountAtCommandStart = 0
  var commandCount = 0
  /// The stamp of the open batch; nil where none is open.
  var time: Int64?
  var lastTime: Int64?
  var hash: RunningHash
  /// The running hash after the last record.
  var recordedHash: JournalHash
  /// Where every 32nd entry of the open batch starts.
  var index: [UInt32] = []

  init(
    shared: SharedJournal, directory: consuming JournalDirectory, options: JournalOptions, active: Segment,
    pages: SegmentPages, file: consuming SegmentFile, end: Int
  ) {
    self.shared = shared
    reader = JournalReader(shared: shared)
    preparer = SegmentPreparer(
      path: directory.preparedPath, byteCount: options.roundedSegmentByteCount, mode: options.syncMode)
    self.directory = directory
    self.options = options
    historyID = pages.header.historyID
    self.active = active
    self.pages = pages
    self.file = file
    recordStart = end
    self.end = end + RecordHeader.byteCount
    commandStart = end + RecordHeader.byteCount
    let state = shared.state.withLock { $0 }
    firstSequence = state.endSequence
    lastTime = state.lastTime
    recordedHash = state.hash
    hash = RunningHash(from: state.hash)
    index.reserveCapacity(4096)
  }

  deinit { preparer.stop() }

  /// The sequence that the next entry gets.
  package var nextSequence: UInt64 { firstSequence + UInt64(entryCount) }

  /// Whether the open batch has no entry.
  package var isEmpty: Bool { entryCount == 0 }

  /// The bytes that the open batch will take up in the file.
  package var batchByteCount: Int {
    isEmpty
      ? 0 : RecordHeader.byteCount(entriesByteCount: end - recordStart - RecordHeader.byteCount, entryCount: entryCount)
  }

  /// Whether a write or a sync has failed, so that nothing more is taken.
  package var hasFailed: Bool { failure != nil }

  /// The largest batch, in bytes of its record, that a segment can hold.
  package var batchByteLimit: Int { options.roundedSegmentByteCount - SegmentHeader.byteCount }

  /// Whether the next segment is made: until it is full too, no append can run out of space. The first batch that is
  /// begun starts making one.
  package var nextSegmentIsPrepared: Bool { preparer.isReady }
}
