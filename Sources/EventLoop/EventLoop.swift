internal import CSystem
internal import Glibc
internal import Synchronization

/// One thread that waits for descriptors, deadlines and wake-ups, and calls those concerned.
///
/// It goes in rounds. Each: wait, ``onRoundStart(_:)``, the descriptors that are ready, work posted from other threads, deadlines,
/// ``onRoundFlush(_:)``, ``onRoundEnd(_:)``. A descriptor is registered with epoll once, level-triggered, and changed only when what it is
/// watched for changes.
///
/// Everything but ``post(_:)``, ``stop()``, ``join()`` and ``WakeUp/signal()`` is for the loop's own thread, or for the one that makes the loop until
/// it is started.
@safe
package final class EventLoop: @unchecked Sendable {
  // Unchecked: what the loop's thread alone touches is guarded by that rule, the rest by `crossing`.

  /// The name of the loop and of its thread.
  package let name: String

  /// The monotonic clock as it stood at the start of the round, in nanoseconds.
  package private(set) var now: UInt64

  /// How many rounds there have been, this one included.
  package private(set) var round: UInt64 = 0

  let poll: Descriptor
  let alarm: Descriptor
  let crossing = Crossing()
  var slots: [Slot] = []
  var freeSlots: [UInt32] = []
  var wakeUps: [WakeUp] = []

  private var timers = TimerHeap<() -> Void>()
  private var roundStartHooks: [() -> Void] = []
  private var roundFlushHooks: [() -> Void] = []
  private var roundEndHooks: [() -> Void] = []
  private var again: [any EventSource] = []
  private var turns: [any EventSource] = []
  private var isAnotherRoundWanted = false

  /// A loop that is not running yet.
  package init(name: String) throws(SystemError) {
    self.name = name
    now = holdfast_monotonic_nanoseconds()
    let poll = epoll_create1(Int32(EPOLL_CLOEXEC))
    guard poll >= 0 else { throw .makingLoop(errno: errno) }
    self.poll = Descriptor(owning: poll)
    let alarm = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
    guard alarm >= 0 else { throw .makingLoop(errno: errno) }
    self.alarm = Descriptor(owning: alarm)
    guard Self.watch(poll, EPOLL_CTL_ADD, alarm, .readable, data: Self.alarmData) == 0 else {
      throw .makingLoop(errno: errno)
    }
  }

  /// Whether the caller runs on the loop's thread (or the loop is not running).
  package var isOnThread: Bool { crossing.isOnThread }

  /// Calls `hook` in each round before the first event is handled.
  package func onRoundStart(_ hook: @escaping () -> Void) { roundStartHooks.append(hook) }

  /// Calls `hook` in each round after all events, before those of ``onRoundEnd(_:)``: for what sends what the round has brought.
  package func onRoundFlush(_ hook: @escaping () -> Void) { roundFlushHooks.append(hook) }

  /// Calls `hook` in each round as the last thing before the loop waits.
  package func onRoundEnd(_ hook: @escaping () -> Void) { roundEndHooks.append(hook) }

  /// Calls `source` in the next round, which then doesn't wait.
  package func runNextRound(_ source: any EventSource) { again.append(source) }

  /// Makes the next round start without waiting.
  package func requestRound() { isAnotherRoundWanted = true }

  /// Does `action` in `nanoseconds` from the start of this round or up to a millisecond later.
  @discardableResult
  package func schedule(after nanoseconds: UInt64, _ action: @escaping () -> Void) -> TimerToken {
    assert(isOnThread)
    let (sum, overflow) = now.addingReportingOverflow(nanoseconds)
    return timers.set(deadline: overflow ? .max : sum, action)
  }

  /// Cancels what was scheduled; nothing happens when it is done or cancelled already.
  package func cancel(_ token: TimerToken) {
    assert(isOnThread)
    // Held until here, because letting go of an action may let go of what cancels another one.
    let action = timers.cancel(token)
    _ = action
  }

  /// Runs rounds on the calling thread until ``stop()``; then lets go of all sources, hooks, timers and wake-ups.
  package func run() {
    crossing.enter()
    unsafe withUnsafeTemporaryAllocation(of: epoll_event.self, capacity: Self.eventsPerRound) { events in
      while !crossing.isStopping { unsafe runRound(events) }
    }
    runPosted(crossing.close())
    letGo()
    crossing.leave()
  }

  private static let eventsPerRound = 512
  static let alarmData = UInt64.max

  private func runRound(_ events: UnsafeMutableBufferPointer<epoll_event>) {
    let count = unsafe wait(events)
    now = holdfast_monotonic_nanoseconds()
    round &+= 1
    for hook in roundStartHooks { hook() }
    for index in 0..<count {
      let data = unsafe events[index].data.u64
      if data == Self.alarmData { silenceAlarm() } else { unsafe deliver(events[index].events, to: data) }
    }
    if !again.isEmpty { runAgain() }
    if crossing.takeAttention() { attend() }
    while let action = timers.takeDue(now: now) { action() }
    for hook in roundFlushHooks { hook() }
    for hook in roundEndHooks { hook() }
  }

  /// Waits for events, a deadline or a wake-up; the number of events.
  private func wait(_ events: UnsafeMutableBufferPointer<epoll_event>) -> Int {
    let limit = waitMilliseconds()
    // Whoever calls for attention sees that the loop sleeps, or the loop sees the call: no other order is possible.
    let timeout = limit != 0 && crossing.fallAsleep() ? limit : 0
    let count = unsafe epoll_wait(poll.number, events.baseAddress, Int32(events.count), timeout)
    if timeout != 0 { crossing.wakeUp() }
    return max(0, Int(count))
  }

  private func waitMilliseconds() -> Int32 {
    if isAnotherRoundWanted || !again.isEmpty {
      isAnotherRoundWanted = false
      return 0
    }
    guard let deadline = timers.firstDeadline() else { return -1 }
    let now = holdfast_monotonic_nanoseconds()
    guard deadline > now else { return 0 }
    // Rounded up: waking before the deadline would only mean waiting again.
    return Int32(clamping: (deadline - now - 1) / 1_000_000 + 1)
  }

  private func runAgain() {
    swap(&again, &turns)
    for source in turns { source.ready([]) }
    turns.removeAll(keepingCapacity: true)
  }

  private func attend() {
    runPosted(crossing.takePosted())
    for index in wakeUps.indices where wakeUps[index].takeSignal() { wakeUps[index].handler() }
  }

  private func runPosted(_ work: [@Sendable () -> Void]) {
    for each in work { each() }
  }

  private func silenceAlarm() {
    var count: UInt64 = 0
    _ = unsafe read(alarm.number, &count, 8)
  }

  private func letGo() {
    let slots = self.slots
    self.slots = []
    freeSlots = []
    for index in slots.indices where slots[index].source != nil {
      _ = Self.watch(poll.number, EPOLL_CTL_DEL, slots[index].descriptor, [], data: 0)
    }
    let timers = self.timers
    self.timers = TimerHeap()
    _ = timers
    roundStartHooks = []
    roundFlushHooks = []
    roundEndHooks = []
    again = []
    wakeUps = []
  }
}
