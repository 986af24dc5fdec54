internal import CSystem
internal import Glibc

/// The clock that loops go by.
package enum MonotonicClock {
  /// Nanoseconds since some instant in the past.
  package static var nanoseconds: UInt64 { holdfast_monotonic_nanoseconds() }
}

/// One deadline to the microsecond, for what a loop's own timers, which go by milliseconds, are too coarse for. Setting
/// it is a call to the system and allocates nothing.
package final class PreciseTimer: EventSource {
  private let loop: EventLoop
  private let handler: () -> Void
  private var descriptor: Descriptor?
  private var registration: Registration?
  private var deadline: UInt64 = 0

  /// Has `handler` called on the loop's thread when a deadline has come. To be made on the loop's thread; the loop
  /// holds on to it until ``close()``.
  package init(_ loop: EventLoop, handler: @escaping () -> Void) throws(SystemError) {
    let number = holdfast_timer_descriptor()
    guard number >= 0 else { throw .makingLoop(errno: -number) }
    self.loop = loop
    self.handler = handler
    descriptor = Descriptor(owning: number)
    registration = try loop.register(number, self, .readable)
  }

  /// Replaces the deadline, in nanoseconds of ``MonotonicClock``; a time that has passed is due at once, 0 is never.
  package func set(_ deadline: UInt64) {
    guard deadline != self.deadline, let number = descriptor?.number else { return }
    self.deadline = deadline
    _ = holdfast_set_timer(number, deadline)
  }

  /// Stops for good.
  package func close() {
    if let registration { loop.remove(registration) }
    registration = nil
    descriptor = nil
  }

  package func ready(_ readiness: Readiness) {
    guard let number = descriptor?.number else { return }
    var count: UInt64 = 0
    guard unsafe read(number, &count, 8) == 8 else { return }
    deadline = 0
    handler()
  }
}
