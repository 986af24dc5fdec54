internal import Synchronization

/// What the writer and all readers of a journal share.
final class SharedJournal: Sendable {
  struct State {
    /// Ascending; the last is the one that is appended to. Never empty.
    var segments: [Segment]
    /// After the last entry that may be read.
    var endSequence: UInt64
    var lastTime: Int64?
    var hash: JournalHash
  }

  let directory: String
  /// After the last entry that is on disk: what readers may see.
  let endSequence: Atomic<UInt64>
  let state: Mutex<State>

  init(directory: String, state: State) {
    self.directory = directory
    endSequence = Atomic(state.endSequence)
    self.state = Mutex(state)
  }

  /// The segments of now.
  var segments: [Segment] { state.withLock { $0.segments } }
}

extension [Segment] {
  /// The segment that holds `sequence`, if any does: the last that begins at or before it.
  func index(holding sequence: UInt64) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].header.firstSequence <= sequence { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}
