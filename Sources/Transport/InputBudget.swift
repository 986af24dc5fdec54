internal import Synchronization

/// Bytes of memory that the unfinished frames of all connections may take together, over all loops.
///
/// Each frame is bounded by itself; without this, many peers that each begin a long one would take the limit of one times their number.
package final class InputBudget: Sendable {
  /// How many bytes there are.
  package let limit: Int
  private let used = Atomic(0)

  /// A budget of `limit` bytes; without end unless it is given.
  package init(limit: Int = .max) { self.limit = limit }

  /// How many bytes are taken.
  package var usedBytes: Int { used.load(ordering: .relaxed) }

  /// Takes `count` bytes; false, and none taken, where there are not so many.
  func take(_ count: Int) -> Bool {
    guard used.wrappingAdd(count, ordering: .relaxed).newValue > limit else { return true }
    give(count)
    return false
  }

  /// Gives back `count` bytes.
  func give(_ count: Int) { used.wrappingSubtract(count, ordering: .relaxed) }
}
