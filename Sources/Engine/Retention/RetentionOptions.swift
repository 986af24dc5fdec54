/// For how long the journal keeps what nobody needs any more.
package struct RetentionOptions: Sendable {
  /// Entries younger than this stay, microseconds, by the time of their record; nil = as the policy's `journal_days` says.
  package var keepMicroseconds: Int64?
  /// A cursor that is further behind than what is kept holds entries back for so long, microseconds, before it expires: 7 days.
  package var cursorGraceMicroseconds: Int64 = 7 * 86_400_000_000
  /// A folder that old segments are copied to before they are removed; nil = they are dropped.
  package var archiveDirectory: String?

  /// The defaults.
  package init() {}
}

/// What the last look at old segments came to.
package struct CompactionOutcome: Sendable {
  /// When that was, microseconds since 1970; 0 = there was none since the start.
  package var at: Int64 = 0
  /// What the last one that went well came to.
  package var report: CompactionReport?
  /// Why the last one failed, if it did.
  package var failure: String?
}

/// What a look at the old segments of the journal came to.
package struct CompactionReport: Sendable, Equatable {
  /// Why the first segment that is left was not removed.
  package enum Limit: String, Sendable {
    /// It is the one that is written to.
    case written = "it is being written"
    /// No checkpoint covers it.
    case checkpoint = "no checkpoint covers it"
    /// It is younger than what is kept.
    case age = "it is younger than the retention"
    /// An answer in it may still be asked for.
    case answer = "it has an answer that may still be asked for"
    /// A backup, or a reader with a cursor, needs it.
    case needed = "a backup or a cursor needs it"
  }

  /// Segments that were removed, or would be.
  package var removedSegments = 0
  /// Their bytes.
  package var removedBytes = 0
  /// The first sequence that is left.
  package var firstSequence: UInt64 = 1
  /// The sequence of the baseline, from which what is left is verified; 0 = none is needed.
  package var baselineSequence: UInt64 = 0
  /// Why no more was removed.
  package var limit = Limit.written

  /// A report of nothing.
  package init() {}
}
