/// Why the journal cannot do what was asked.
package enum JournalError: Error, Equatable, Sendable {
  /// A call of the operating system failed: which, on what path, and its `errno`.
  case failed(operation: String, path: String, code: Int32)
  /// What is in `file` at byte `offset` is not what was written there.
  case damaged(file: String, offset: Int, reason: String)
  /// The segment was written by a newer version of the format than this one reads.
  case unsupportedVersion(file: String, found: UInt32, supported: UInt32)
  /// The journal in the directory belongs to another history.
  case wrongHistory(expected: HistoryID, found: HistoryID)
  /// The journal ends before a sequence that is known to have been on disk.
  case endsEarly(lastSequence: UInt64, knownSequence: UInt64)
  /// Another process, or another journal of this one, has the directory open.
  case locked(directory: String)
  /// The batch would not fit into a whole segment. Nothing is lost: the command can be dropped.
  case batchTooLarge(byteCount: Int, limit: Int)
  /// The batch's time lies before the one of the last record.
  case timeRanBackwards(time: Int64, last: Int64)
  /// The sequence lies before the oldest segment that is kept.
  case removed(sequence: UInt64, firstSequence: UInt64)

  /// Whether the disk, or what may be used of it, is full. Where a segment could not be prepared for it, that passes
  /// when there is room again.
  package var isOutOfSpace: Bool {
    guard case .failed(_, _, let code) = self else { return false }
    return code == 28 || code == 122
  }

  /// Whether a segment that could not be prepared for this can be later: there is no room, no descriptor or no memory now.
  package var isPassing: Bool {
    guard case .failed(_, _, let code) = self else { return false }
    return isOutOfSpace || code == 12 || code == 23 || code == 24
  }
}
