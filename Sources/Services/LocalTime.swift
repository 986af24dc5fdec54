internal import Engine
internal import Foundation
internal import Messages

/// The warehouses' offsets from UTC, looked up once a quarter of an hour: clocks change on quarters.
struct LocalTime {
  private static let quarter: Int64 = 900_000_000
  private var offsets: [String: Int] = [:]
  private var quarterOfOffsets: Int64 = .min

  /// Seconds that local time is ahead of UTC in the timezone with this IANA name, at `now` (microseconds since 1970).
  mutating func offset(of timezone: String, at now: Int64) -> Int {
    let current = now / Self.quarter
    if current != quarterOfOffsets {
      offsets.removeAll(keepingCapacity: true)
      quarterOfOffsets = current
    }
    if let known = offsets[timezone] { return known }
    let date = Date(timeIntervalSince1970: Double(now) / 1_000_000)
    let offset = TimeZone(identifier: timezone)?.secondsFromGMT(for: date) ?? 0
    offsets[timezone] = offset
    return offset
  }
}
