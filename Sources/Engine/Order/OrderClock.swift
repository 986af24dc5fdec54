internal import Glibc
internal import Inventory

/// The time that batches are stamped with, microseconds since 1970. It never runs backwards: it advances with the
/// monotonic clock and is slewed towards the wall clock, so that a jumping clock expires nothing.
package struct OrderClock {
  /// The two clocks of a machine, in microseconds.
  package struct Reading: Sendable {
    /// Since 1970; may jump.
    package var wall: Int64
    /// Since some instant; never jumps.
    package var monotonic: Int64

    /// A reading.
    package init(wall: Int64, monotonic: Int64) {
      self.wall = wall
      self.monotonic = monotonic
    }

    /// What this machine's clocks say.
    package static func now() -> Reading {
      Reading(wall: microseconds(CLOCK_REALTIME), monotonic: microseconds(CLOCK_MONOTONIC))
    }

    private static func microseconds(_ clock: clockid_t) -> Int64 {
      var time = timespec()
      unsafe clock_gettime(clock, &time)
      return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
    }
  }

  /// The last stamp.
  package private(set) var stamp: Int64
  /// How far the wall clock was ahead of the stamp, when last looked at.
  package private(set) var wallAhead: Int64 = 0
  private var monotonic: Int64

  /// A difference from the wall clock that is worth a word: a minute.
  package static let reportedDifference: Int64 = 60_000_000

  /// Goes on at the later of the last stamp and the wall clock.
  package init(after last: Int64, _ reading: Reading) {
    stamp = max(last, reading.wall)
    monotonic = reading.monotonic
  }

  /// The stamp of the next batch.
  ///
  /// Between two batches it advances by what the monotonic clock says, and by up to a tenth of that more or less, as
  /// the wall clock is ahead or behind.
  package mutating func next(_ reading: Reading) -> Int64 {
    let elapsed = max(0, reading.monotonic - monotonic)
    monotonic = max(monotonic, reading.monotonic)
    wallAhead = reading.wall.subtractingReportingOverflow(stamp.addingSaturated(elapsed)).partialValue
    let slew = min(max(wallAhead, -elapsed / 10), elapsed / 10)
    stamp = stamp.addingSaturated(elapsed + slew)
    return stamp
  }
}
