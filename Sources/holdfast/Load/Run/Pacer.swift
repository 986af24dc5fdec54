internal import EventLoop

/// Wakes a loop when calls of an open loop are due, to the microsecond: it sleeps while there is time, and goes round
/// without sleeping for the last moment, because waking up takes longer than a call.
final class Pacer {
  /// Whether calls are due that cannot be made: then only an answer helps.
  var isBlocked = false
  /// How long the loop went round without finding anything to do.
  private(set) var idleNanoseconds: UInt64 = 0

  private let loop: EventLoop
  private var schedule: ArrivalSchedule
  private var timer: PreciseTimer?
  private var isSpinning = false
  private var lastActivity: UInt64 = 0
  private var lastEnd: UInt64 = 0

  /// How long before a call is due the loop stops sleeping.
  private static let spinNanoseconds: UInt64 = 30_000

  /// A pacer of calls that are due by `schedule`; to be made on the loop's thread.
  init(_ loop: EventLoop, _ schedule: ArrivalSchedule) throws(SystemError) {
    self.loop = loop
    self.schedule = schedule
    // The round that it begins is all that is wanted of it.
    timer = try PreciseTimer(loop) {}
  }

  /// When the next call was to be made, if that is not after `now` and before `end`.
  func due(_ now: UInt64, before end: UInt64) -> UInt64? {
    schedule.next <= now && schedule.next < end ? schedule.next : nil
  }

  /// Goes on to the call after it.
  func advance() { schedule.advance() }

  /// At the end of a round: sees to it that the next one begins when a call is due. `activity` has changed if anything
  /// was done.
  func wait(isOver: Bool, before end: UInt64, activity: UInt64) {
    let now = MonotonicClock.nanoseconds
    if isSpinning, activity == lastActivity { idleNanoseconds += now - lastEnd }
    lastActivity = activity
    lastEnd = now
    isSpinning = false
    guard !isOver, !isBlocked, schedule.next < end else { return }
    if schedule.next <= now + Self.spinNanoseconds {
      isSpinning = true
      loop.requestRound()
    } else {
      timer?.set(schedule.next - Self.spinNanoseconds)
    }
  }
}
