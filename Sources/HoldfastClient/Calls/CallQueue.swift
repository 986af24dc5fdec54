/// Calls that wait for a connection, or for room in its output, in order. Those that end while they wait are passed over.
struct CallQueue {
  private var calls: [PendingCall] = []
  private var start = 0

  /// Below so many entries there is no need to tidy up.
  private static let tidyCount = 64

  /// The calls that still wait.
  var waiting: [PendingCall] { calls[start...].filter { !$0.isFinished } }

  mutating func append(_ call: PendingCall) {
    if calls.count == calls.capacity, calls.count >= Self.tidyCount { tidy() }
    calls.append(call)
  }

  /// Puts calls before all others.
  mutating func prepend(_ earlier: [PendingCall]) {
    calls = earlier + waiting
    start = 0
  }

  /// The first call that still waits, which stays where it is.
  mutating func first() -> PendingCall? {
    while start < calls.count {
      if !calls[start].isFinished { return calls[start] }
      start += 1
    }
    calls.removeAll(keepingCapacity: true)
    start = 0
    return nil
  }

  mutating func removeFirst() { start += 1 }

  mutating func removeAll() -> [PendingCall] {
    defer { self = CallQueue() }
    return waiting
  }

  private mutating func tidy() {
    calls = waiting
    start = 0
  }
}
