internal import Journal

/// How long a start after a crash of the machine takes: the newest checkpoint is copied back, and what follows is folded in.
struct Recovery: Sendable {
  /// Entries that are folded in a second.
  let entriesPerSecond: Double

  /// What a slow machine does at least, for want of a measurement.
  static let assumedEntriesPerSecond = 20_000.0
  /// How fast a checkpoint is copied back and checked, at least: bytes a second.
  static let assumedBytesPerSecond = 100e6
  /// Fewer entries than this say little about the rate.
  private static let measuredEntries: UInt64 = 10_000

  /// Learns from a recovery that has folded in so many entries in so many microseconds.
  init(entries: UInt64, micros: Int64) {
    entriesPerSecond =
      entries >= Self.measuredEntries && micros > 0
      ? Double(entries) / (Double(micros) / 1_000_000) : Self.assumedEntriesPerSecond
  }

  /// An estimate, in whole seconds, at least 1.
  ///
  /// - Parameters:
  ///   - entries: those after the checkpoint.
  ///   - checkpointBytes: the checkpoint's size; 0 = there is none.
  func seconds(entries: UInt64, checkpointBytes: UInt64) -> UInt64 {
    let seconds = Double(entries) / entriesPerSecond + Double(checkpointBytes) / Self.assumedBytesPerSecond
    return UInt64(max(1, min(seconds.rounded(.up), 1e9)))
  }

  /// Bytes of the records after `sequence`; what cannot be read does not count.
  static func bytes(of journal: JournalReader, since sequence: UInt64) -> Int {
    (try? journal.recordBytes(after: sequence)) ?? 0
  }
}
