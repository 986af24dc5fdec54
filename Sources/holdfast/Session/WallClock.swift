internal import Glibc

/// The time of day.
enum WallClock {
  /// Microseconds since 1970, UTC.
  static var microseconds: Int64 {
    var now = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &now)
    return Int64(now.tv_sec) * 1_000_000 + Int64(now.tv_nsec) / 1000
  }

  /// Seconds since 1970, UTC.
  static var seconds: Int { Int(microseconds / 1_000_000) }
}
