internal import CSystem
internal import Glibc

extension EventLoop {
  /// A place for a source: empty ones keep their generation, so that an event for the last one finds nobody.
  struct Slot {
    var source: (any EventSource)?
    var descriptor: Int32
    var interest: Readiness
    var generation: UInt32
  }

  /// How many descriptors are registered.
  package var registeredCount: Int { slots.count - freeSlots.count }

  /// Watches a descriptor for `source`, which the loop holds on to until ``remove(_:)``.
  package func register(
    _ descriptor: Int32, _ source: any EventSource, _ interest: Readiness
  ) throws(SystemError) -> Registration {
    assert(isOnThread)
    let slot = freeSlots.last ?? UInt32(slots.count)
    let generation = slot < slots.count ? slots[Int(slot)].generation : 0
    let registration = Registration(slot: slot, generation: generation)
    guard Self.watch(poll.number, EPOLL_CTL_ADD, descriptor, interest, data: registration.data) == 0 else {
      throw .watching(errno: errno)
    }
    let filled = Slot(source: source, descriptor: descriptor, interest: interest, generation: generation)
    if slot < slots.count {
      freeSlots.removeLast()
      slots[Int(slot)] = filled
    } else {
      slots.append(filled)
    }
    return registration
  }

  /// Watches for something else from now on; nothing happens after ``remove(_:)`` or when it is the same.
  package func change(_ registration: Registration, _ interest: Readiness) {
    assert(isOnThread)
    let index = Int(registration.slot)
    guard index < slots.count, slots[index].generation == registration.generation, slots[index].interest != interest
    else { return }
    slots[index].interest = interest
    let result = Self.watch(poll.number, EPOLL_CTL_MOD, slots[index].descriptor, interest, data: registration.data)
    // It allocates nothing, so that it can only fail for a descriptor that was closed before it was removed.
    assert(result == 0)
  }

  /// Stops watching a descriptor, which must still be open: from now on, in this round too, its source is not called.
  package func remove(_ registration: Registration) {
    assert(isOnThread)
    let index = Int(registration.slot)
    guard index < slots.count, slots[index].generation == registration.generation else { return }
    let source = slots[index].source.take()
    slots[index].generation &+= 1
    freeSlots.append(registration.slot)
    let result = Self.watch(poll.number, EPOLL_CTL_DEL, slots[index].descriptor, [], data: 0)
    assert(result == 0)
    // Held until here: letting go of a source may remove another one.
    _ = source
  }

  func deliver(_ events: UInt32, to data: UInt64) {
    let registration = Registration(data: data)
    let index = Int(registration.slot)
    guard index < slots.count, slots[index].generation == registration.generation,
      let source = slots[index].source
    else { return }
    source.ready(Readiness(rawValue: events))
  }

  static func watch(
    _ poll: Int32, _ operation: Int32, _ descriptor: Int32, _ interest: Readiness, data: UInt64
  ) -> Int32 {
    var event = unsafe epoll_event()
    unsafe event.events = interest.rawValue
    unsafe event.data.u64 = data
    return unsafe epoll_ctl(poll, operation, descriptor, &event)
  }
}
