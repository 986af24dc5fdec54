/// Units sold of one product in the last hour, kept by the minute.
///
/// The hour at an instant is the minute that it lies in and the 59 before it, minutes of UTC: between 59 and 60 minutes.
/// What was sold in a minute falls out of the hour as a whole, when the minute is 60 minutes old.
package struct RollingHour: Equatable, Sendable {
  /// One minute in which something was sold.
  package struct Minute: Equatable, Sendable {
    /// Minutes since 1970.
    package var number: Int64
    /// Units sold.
    package var units: Int64

    /// Units sold in a minute.
    package init(number: Int64, units: Int64) {
      self.number = number
      self.units = units
    }
  }

  /// How many minutes an hour has: the most that are kept.
  package static let minuteCount = 60
  private static let microseconds: Int64 = 60_000_000

  /// The minutes in which something was sold, oldest first.
  package private(set) var minutes: [Minute]

  /// An hour made of these minutes, oldest first.
  package init(_ minutes: [Minute] = []) { self.minutes = minutes }

  private static func minute(of time: Int64) -> Int64 { time / microseconds }

  /// Counts units sold at `time`, microseconds since 1970, not earlier than those before, and forgets what is older than
  /// the hour.
  package mutating func add(_ units: Int64, at time: Int64) {
    let now = Self.minute(of: time)
    minutes.removeAll { $0.number <= now - Int64(Self.minuteCount) }
    if let last = minutes.indices.last, minutes[last].number >= now {
      minutes[last].units = minutes[last].units.addingSaturated(units)
    } else {
      minutes.append(Minute(number: now, units: units))
    }
  }

  /// Units sold in the hour at `time`, microseconds since 1970.
  package func sold(at time: Int64) -> Int64 {
    let oldest = Self.minute(of: time) - Int64(Self.minuteCount)
    return minutes.reduce(0) { $1.number > oldest ? $0.addingSaturated($1.units) : $0 }
  }

  /// When no more than `limit` units will have been sold in the hour, if nothing more is sold: microseconds since 1970, not
  /// before `time`.
  package func fall(to limit: Int64, from time: Int64) -> Int64 {
    var kept: Int64 = 0
    for minute in minutes.reversed() {
      kept = kept.addingSaturated(minute.units)
      if kept > limit {
        let (fall, overflow) = (minute.number + Int64(Self.minuteCount)).multipliedReportingOverflow(
          by: Self.microseconds)
        return overflow ? .max : max(time, fall)
      }
    }
    return time
  }
}
