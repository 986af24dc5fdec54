internal import Engine
internal import Synchronization

/// Answers to commands on their way from the writing thread to a network thread.
final class AnswerQueue: Sendable {
  /// One answer. It names its connection and holds on to nothing: the connection may be gone.
  struct Answer: Sendable {
    let connection: UInt64
    let callID: UInt64
    let answer: OrderedAnswer
  }

  private let waiting = Mutex<[Answer]>([])

  /// Adds an answer; whether it is the first since the last taking, so that the thread must be called.
  func add(_ answer: Answer) -> Bool {
    waiting.withLock { waiting in
      waiting.append(answer)
      return waiting.count == 1
    }
  }

  /// Takes what waits, in its order, in exchange for `answers`, which is empty and whose memory is used again.
  func take(into answers: inout [Answer]) {
    waiting.withLock { swap(&$0, &answers) }
  }
}
