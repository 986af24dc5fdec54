internal import Glibc

/// When the calls of an open loop are due, whatever becomes of them: pure, without a clock.
///
/// Arrivals of rate 1 (equally spaced, or a Poisson process) are laid on the time axis by the inverse of the number of
/// calls that are due up to a time: rate · t² / (2 · ramp) while the rate rises in a straight line, and rate · (t −
/// ramp / 2) from then on.
struct ArrivalSchedule: Sendable {
  private let callsPerNanosecond: Double
  private let rampNanoseconds: Double
  private let isPoisson: Bool
  private let start: UInt64
  private var position: Double
  private var random: RandomSource

  /// When the next call is due, in nanoseconds of the clock that `start` is of.
  private(set) var next: UInt64

  /// A schedule that begins at `start` and rises to `ratePerSecond`, which is above 0, within `rampNanoseconds`.
  ///
  /// - Parameter phase: which part of an interval, 0 to 1, the first call of a constant rate comes late, so that several schedules do not beat as one.
  init(
    ratePerSecond: Double, isPoisson: Bool, start: UInt64, rampNanoseconds: UInt64 = 0, phase: Double = 0,
    seed: UInt64 = 0
  ) {
    callsPerNanosecond = ratePerSecond / 1e9
    self.rampNanoseconds = Double(rampNanoseconds)
    self.isPoisson = isPoisson
    self.start = start
    random = RandomSource(seed: seed)
    position = isPoisson ? random.exponential() : phase
    next = start
    next = time(of: position)
  }

  /// Goes on to the call after the next.
  mutating func advance() {
    position += isPoisson ? random.exponential() : 1
    next = time(of: position)
  }

  private func time(of position: Double) -> UInt64 {
    let whileRising = callsPerNanosecond * rampNanoseconds / 2
    let offset =
      position < whileRising
      ? (2 * rampNanoseconds * position / callsPerNanosecond).squareRoot()
      : position / callsPerNanosecond + rampNanoseconds / 2
    return start + UInt64(min(offset, 9e18))
  }
}
