/// Whether a hold that expires at `expiresAt` is due at the batch time stamp `stamp` (both UTC microseconds since 1970):
/// `expiresAt ≤ stamp`, where 0 stands for never.
@inlinable @inline(__always)
package func isDue(expiresAt: Int64, at stamp: Int64) -> Bool {
  expiresAt != 0 && expiresAt <= stamp
}

/// What a reservation is for.
package enum ReferenceType: UInt8, CaseIterable, Sendable {
  case cart = 1
  case order = 2
  case transfer = 3

  /// How long a hold lives where the caller says nothing, in seconds; nil: it does not expire.
  package var defaultTimeToLiveSeconds: Int64? {
    switch self {
    case .cart: 30 * 60
    case .order: nil
    case .transfer: 24 * 60 * 60
    }
  }
}
