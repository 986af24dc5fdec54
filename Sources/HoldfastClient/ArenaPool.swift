internal import Messages
internal import Synchronization

/// Arenas to encode and decode in, for whichever threads the callers' tasks run on.
final class ArenaPool: Sendable {
  // Unchecked: an arena is in the list or with one borrower, never both.
  private struct Loan: @unchecked Sendable { let arena: MessageArena }

  private let free = Mutex<[Loan]>([])

  /// How many idle ones are kept: each holds on to at most 1 MiB.
  private static let capacity = 8

  /// Lends an arena to `body`, which must not keep anything that lies in it.
  func withArena<R, E: Error>(_ body: (MessageArena) throws(E) -> R) throws(E) -> R {
    let loan = free.withLock { $0.popLast() } ?? Loan(arena: MessageArena())
    defer {
      loan.arena.reset()
      free.withLock { if $0.count < Self.capacity { $0.append(loan) } }
    }
    return try body(loan.arena)
  }
}
