/// A timer that was set: cancels that one, and never a later one.
package struct TimerToken: Hashable, Sendable {
  let slot: UInt32
  let generation: UInt32
}

/// Deadlines in order, each with what is to be done then: pure, without a clock.
///
/// Setting and taking cost the logarithm of the number of timers. Cancelling frees what is to be done at once; the deadline itself is
/// dropped when it comes, or as soon as more than half of all are cancelled ones.
struct TimerHeap<Action> {
  private struct Entry {
    var deadline: UInt64
    var order: UInt64
    var token: TimerToken

    func comesBefore(_ other: Entry) -> Bool {
      deadline != other.deadline ? deadline < other.deadline : order < other.order
    }
  }

  private struct Slot {
    var generation: UInt32
    var action: Action?
  }

  private var entries: [Entry] = []
  private var slots: [Slot] = []
  private var freeSlots: [UInt32] = []
  private var nextOrder: UInt64 = 0

  /// How many timers are set.
  private(set) var count = 0

  /// How many deadlines are held, cancelled ones included.
  var heldCount: Int { entries.count }

  /// Sets a timer; those of one deadline come in the order in which they were set.
  mutating func set(deadline: UInt64, _ action: Action) -> TimerToken {
    let slot: UInt32
    if let free = freeSlots.popLast() {
      slot = free
      slots[Int(free)].action = action
    } else {
      slot = UInt32(slots.count)
      slots.append(Slot(generation: 0, action: action))
    }
    let token = TimerToken(slot: slot, generation: slots[Int(slot)].generation)
    entries.append(Entry(deadline: deadline, order: nextOrder, token: token))
    nextOrder += 1
    count += 1
    siftUp(entries.count - 1)
    return token
  }

  /// Cancels a timer and gives back what was to be done then; nil when it has come or was cancelled before.
  mutating func cancel(_ token: TimerToken) -> Action? {
    guard isSet(token) else { return nil }
    let action = free(token)
    if entries.count > 64, count < entries.count / 2 { dropCancelled() }
    return action
  }

  /// The first deadline, nil when no timer is set.
  mutating func firstDeadline() -> UInt64? {
    while let first = entries.first {
      if isSet(first.token) { return first.deadline }
      removeFirst()
    }
    return nil
  }

  /// Takes the first timer whose deadline is `now` or earlier.
  mutating func takeDue(now: UInt64) -> Action? {
    guard let deadline = firstDeadline(), deadline <= now else { return nil }
    let token = entries[0].token
    removeFirst()
    return free(token)
  }

  private func isSet(_ token: TimerToken) -> Bool {
    let slot = Int(token.slot)
    return slot < slots.count && slots[slot].generation == token.generation && slots[slot].action != nil
  }

  private mutating func free(_ token: TimerToken) -> Action? {
    let action = slots[Int(token.slot)].action.take()
    slots[Int(token.slot)].generation &+= 1
    freeSlots.append(token.slot)
    count -= 1
    return action
  }

  private mutating func removeFirst() {
    let last = entries.removeLast()
    guard !entries.isEmpty else { return }
    entries[0] = last
    siftDown(0)
  }

  private mutating func dropCancelled() {
    entries = entries.filter { isSet($0.token) }
    for index in stride(from: entries.count / 2 - 1, through: 0, by: -1) { siftDown(index) }
  }

  private mutating func siftUp(_ start: Int) {
    var index = start
    while index > 0 {
      let parent = (index - 1) / 2
      guard entries[index].comesBefore(entries[parent]) else { return }
      entries.swapAt(index, parent)
      index = parent
    }
  }

  private mutating func siftDown(_ start: Int) {
    var index = start
    while true {
      var first = index
      for child in [2 * index + 1, 2 * index + 2]
      where child < entries.count && entries[child].comesBefore(entries[first]) { first = child }
      guard first != index else { return }
      entries.swapAt(index, first)
      index = first
    }
  }
}
