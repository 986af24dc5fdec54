internal import Glibc

extension RawSpan {
  /// Whether these are the same bytes as `other`.
  package func equals(_ other: RawSpan) -> Bool {
    byteCount == other.byteCount && starts(with: other)
  }

  /// Whether the first bytes are those of `prefix`.
  package func starts(with prefix: RawSpan) -> Bool {
    guard prefix.byteCount <= byteCount else { return false }
    return unsafe withUnsafeBytes { mine in
      unsafe prefix.withUnsafeBytes { theirs in
        guard let a = mine.baseAddress, let b = theirs.baseAddress else { return true }
        return unsafe memcmp(a, b, theirs.count) == 0
      }
    }
  }

  /// A copy of the bytes.
  package var array: [UInt8] {
    unsafe withUnsafeBytes { bytes in unsafe [UInt8](bytes) }
  }

  /// The bytes as text; what is not UTF-8 is replaced.
  package func text(from offset: Int = 0) -> String {
    unsafe extracting(droppingFirst: offset).withUnsafeBytes { bytes in unsafe String(decoding: bytes, as: UTF8.self) }
  }
}
