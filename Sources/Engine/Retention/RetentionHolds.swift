internal import Synchronization

/// What holds old segments of the journal back: backups that are being made, and readers with cursors.
package final class RetentionHolds: Sendable {
  /// What a hold is for.
  package enum Purpose: Sendable {
    /// It must not be overtaken.
    case backup
    /// It expires where it is too far behind.
    case cursor
  }

  private struct State {
    var holds: [UInt64: (sequence: UInt64, purpose: Purpose)] = [:]
    var next: UInt64 = 0
  }

  private let state = Mutex(State())

  /// Nothing is held back.
  package init() {}

  /// Holds back the entries from `sequence` on, for as long as the hold that is given lives.
  package func hold(_ sequence: UInt64, for purpose: Purpose) -> RetentionHold {
    let key = state.withLock { state in
      state.next += 1
      state.holds[state.next] = (sequence, purpose)
      return state.next
    }
    return RetentionHold(holds: self, key: key)
  }

  /// The first sequence that is held back for `purpose`; `UInt64.max` where none is.
  package func first(for purpose: Purpose) -> UInt64 {
    state.withLock { state in
      state.holds.values.reduce(.max) { $1.purpose == purpose ? min($0, $1.sequence) : $0 }
    }
  }

  fileprivate func move(_ key: UInt64, to sequence: UInt64) {
    state.withLock { $0.holds[key]?.sequence = sequence }
  }

  fileprivate func release(_ key: UInt64) {
    state.withLock { _ = $0.holds.removeValue(forKey: key) }
  }
}

/// Holds entries back for as long as it lives.
package final class RetentionHold: Sendable {
  private let holds: RetentionHolds
  private let key: UInt64

  fileprivate init(holds: RetentionHolds, key: UInt64) {
    self.holds = holds
    self.key = key
  }

  deinit { holds.release(key) }

  /// Needs nothing before `sequence` any more.
  package func advance(to sequence: UInt64) { holds.move(key, to: sequence) }
}
