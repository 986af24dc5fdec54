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

/// The calls in flight on one connection: a fixed number of slots, taken and given back without allocating. Confined to
/// one thread.
///
/// A call's id names its slot and says which of the slot's calls it is, so that answers may come in any order and none
/// is taken for another's.
///
/// A class over memory of its own, because each change of a connection's stored property would be tracked while the
/// program runs, which costs more than the change.
@safe
final class CallSlots {
  private let slots: UnsafeMutablePointer<CallSlot>
  private let calls: UnsafeMutablePointer<UInt64>
  private let free: UnsafeMutablePointer<Int>
  private let capacity: Int
  private let shift: UInt64

  /// How many slots are free.
  private(set) var freeCount: Int
  /// How many calls are in flight.
  var busyCount: Int { capacity - freeCount }

  /// Slots for `capacity` calls.
  init(capacity: Int) {
    precondition(capacity > 0)
    self.capacity = capacity
    freeCount = capacity
    unsafe slots = .allocate(capacity: capacity)
    unsafe slots.initialize(repeating: CallSlot(), count: capacity)
    unsafe calls = .allocate(capacity: capacity)
    unsafe calls.initialize(repeating: 0, count: capacity)
    unsafe free = .allocate(capacity: capacity)
    for index in 0..<capacity { unsafe (free + index).initialize(to: capacity - 1 - index) }
    shift = UInt64(Int.bitWidth - (capacity - 1).leadingZeroBitCount)
  }

  deinit {
    unsafe slots.deallocate()
    unsafe calls.deallocate()
    unsafe free.deallocate()
  }

  /// What is in flight in a slot.
  subscript(index: Int) -> CallSlot {
    assert(index < capacity)
    return unsafe slots[index]
  }

  /// Takes a free slot; nil when there is none.
  func take() -> Int? {
    guard freeCount > 0 else { return nil }
    freeCount &-= 1
    return unsafe free[freeCount]
  }

  /// Puts a call into a slot that was taken, and gives it the next id of that slot.
  func begin(_ index: Int, _ operation: Operation, _ subject: Subject, intended: UInt64) -> UInt64 {
    assert(index < capacity)
    let callID = unsafe (calls[index] << shift | UInt64(index)) &+ 1
    unsafe calls[index] &+= 1
    unsafe slots[index] = CallSlot(callID: callID, intended: intended, subject: subject, operation: operation)
    return callID
  }

  /// The slot of the call in flight with this id; nil if there is none.
  func index(of callID: UInt64) -> Int? {
    let index = Int(truncatingIfNeeded: (callID &- 1) & (1 << shift &- 1))
    return unsafe index < capacity && callID != 0 && slots[index].callID == callID ? index : nil
  }

  /// Gives a slot back.
  func release(_ index: Int) {
    assert(index < capacity && freeCount < capacity)
    unsafe slots[index].callID = 0
    unsafe free[freeCount] = index
    freeCount &+= 1
  }

  /// Gives all slots back, and tells what was in flight.
  func releaseAll(_ body: (CallSlot) -> Void) {
    for index in 0..<capacity where self[index].callID != 0 {
      body(self[index])
      release(index)
    }
  }
}
