/// Whether a hold that expires at `expiresAt` is due at the batch time stamp `stamp` (both UTC microseconds since 1970):
/// `expiresAt ≤ stamp`, where 0 stands for never.
@inlinable @inline(__always)
package func isDue(expiresAt: Int64, at stamp: Int64) -> Bool {
  expiresAt != 0 && expiresAt <= stamp
}
