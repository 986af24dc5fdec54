internal import CSystem

/// Fixed-width fields in raw memory, little-endian, at any alignment.
extension UnsafeRawPointer {
  @inline(__always)
  func load<T: FixedWidthInteger>(_ offset: Int, as type: T.Type) -> T {
    unsafe T(littleEndian: loadUnaligned(fromByteOffset: offset, as: T.self))
  }
}

extension UnsafeMutableRawPointer {
  @inline(__always)
  func store<T: FixedWidthInteger>(_ value: T, at offset: Int) {
    unsafe storeBytes(of: value.littleEndian, toByteOffset: offset, as: T.self)
  }
}

/// Continues a CRC-32C over `byteCount` bytes.
@inline(__always)
func crc32c(_ crc: UInt32 = 0, _ bytes: UnsafeRawPointer, _ byteCount: Int) -> UInt32 {
  unsafe holdfast_crc32c(crc, bytes, byteCount)
}

/// Whether all bytes are zero.
func isZero(_ bytes: UnsafeRawBufferPointer) -> Bool {
  guard let base = bytes.baseAddress else { return true }
  var offset = 0
  while offset &+ 8 <= bytes.count {
    if unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt64.self) != 0 { return false }
    offset &+= 8
  }
  while offset < bytes.count {
    if unsafe base.load(fromByteOffset: offset, as: UInt8.self) != 0 { return false }
    offset &+= 1
  }
  return true
}

extension Int {
  /// The next multiple of `alignment`, a power of two, at or above this.
  @inline(__always)
  func roundedUp(to alignment: Int) -> Int { (self &+ alignment &- 1) & ~(alignment &- 1) }
}
