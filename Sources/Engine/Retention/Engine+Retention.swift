extension Engine {
  /// Removes old segments of the journal, as is done after each checkpoint: those that a checkpoint covers, that are older
  /// than the retention, that no cursor or backup needs, and in which no answer can be asked for any more.
  ///
  /// Takes as long as it takes to read a checkpoint: for a thread that may wait.
  /// - Throws: what the system refuses; `damaged` where what would be left could not be verified. Nothing is lost then.
  package func compactJournal(isDryRun: Bool = false) throws(EngineError) -> CompactionReport {
    try compactor.compact(isDryRun: isDryRun)
  }

  /// What the last removal of old segments came to, and why it failed if it did.
  package var lastCompaction: CompactionOutcome { compactor.last }

  /// What holds old segments back: whoever reads the journal at a cursor of its own takes a hold and moves it on.
  package var retentionHolds: RetentionHolds { compactor.holds }
}
