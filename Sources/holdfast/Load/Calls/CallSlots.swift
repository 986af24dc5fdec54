/// One call in flight.
struct CallSlot: Sendable {
  /// The id that it was sent with; 0 while the slot is free.
  var callID: UInt64 = 0
  /// When it was to be made, in nanoseconds of the monotonic clock: what its latency counts from.
  var intended: UInt64 = 0
  /// What it is about.
  var subject = Subject()
  /// What it does.
  var operation = Operation.read
}

/// The calls in flight on one connection: a fixed number of slots, taken and given back without allocating.
///
/// A call's id names its slot and says which of the slot's calls it is, so that answers may come in any order and none is taken for another's.
struct CallSlots: ~Copyable {
  private var slots: [CallSlot]
  private var calls: [UInt64]
  private var free: [Int]
  private let shift: Int

  /// How many slots are free.
  var freeCount: Int { free.count }
  /// How many calls are in flight.
  var busyCount: Int { slots.count - free.count }

  /// Slots for `capacity` calls.
  init(capacity: Int) {
    slots = Array(repeating: CallSlot(), count: capacity)
    calls = Array(repeating: 0, count: capacity)
    free = Array((0..<capacity).reversed())
    shift = capacity <= 1 ? 0 : Int.bitWidth - (capacity - 1).leadingZeroBitCount
  }

  /// What is in flight in a slot.
  subscript(index: Int) -> CallSlot { slots[index] }

  /// Takes a free slot; nil when there is none.
  mutating func take() -> Int? { free.popLast() }

  /// Puts a call into a slot that was taken, and gives it the next id of that slot.
  mutating func begin(_ index: Int, _ operation: Operation, _ subject: Subject, intended: UInt64) -> UInt64 {
    let callID = (calls[index] << UInt64(shift) | UInt64(index)) + 1
    calls[index] += 1
    slots[index] = CallSlot(callID: callID, intended: intended, subject: subject, operation: operation)
    return callID
  }

  /// The slot of the call in flight with this id; nil if there is none.
  func index(of callID: UInt64) -> Int? {
    let index = Int(truncatingIfNeeded: (callID &- 1) & (1 << UInt64(shift) &- 1))
    return index < slots.count && callID != 0 && slots[index].callID == callID ? index : nil
  }

  /// Gives a slot back.
  mutating func release(_ index: Int) {
    slots[index].callID = 0
    free.append(index)
  }

  /// Gives all slots back, and tells what was in flight.
  mutating func releaseAll(_ body: (CallSlot) -> Void) {
    for index in slots.indices where slots[index].callID != 0 {
      body(slots[index])
      release(index)
    }
  }
}
