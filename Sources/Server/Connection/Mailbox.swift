internal import Synchronization

/// What other threads have for a network thread, in the order in which they had it.
final class Mailbox<Letter: Sendable>: Sendable {
  private let waiting = Mutex<[Letter]>([])

  /// Adds a letter; whether it is the first since the last taking, so that the thread must be called.
  func add(_ letter: Letter) -> Bool {
    waiting.withLock { waiting in
      waiting.append(letter)
      return waiting.count == 1
    }
  }

  /// Takes what waits, in exchange for `letters`, which is empty and whose memory is used again.
  func take(into letters: inout [Letter]) {
    waiting.withLock { swap(&$0, &letters) }
  }
}
