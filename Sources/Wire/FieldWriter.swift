/// Writes the fields of a protobuf message into room that was measured before. Fields that have proto3's default are left out: by ``FieldSize`` and
/// here alike.
@unsafe @usableFromInline
struct FieldWriter {
  @usableFromInline var cursor: UnsafeMutableRawPointer

  /// Writes from `start` on.
  @inlinable @inline(__always)
  init(_ start: UnsafeMutableRawPointer) { unsafe cursor = start }

  /// The length of a frame.
  @inlinable @inline(__always)
  mutating func length(_ count: Int) {
    assert(count >= 0 && count <= Int(UInt32.max))
    unsafe cursor.storeBytes(of: UInt32(truncatingIfNeeded: count).bigEndian, as: UInt32.self)
    unsafe cursor += 4
  }

  /// A number.
  @inlinable @inline(__always)
  mutating func number(_ field: UInt8, _ value: UInt64) {
    guard value != 0 else { return }
    unsafe byte(field << 3)
    unsafe varint(value)
  }

  /// The key and the length of a string, bytes or a message, whose `count` bytes follow.
  @inlinable @inline(__always)
  mutating func header(_ field: UInt8, count: Int) {
    unsafe byte(field << 3 | 2)
    unsafe varint(UInt64(truncatingIfNeeded: count))
  }

  /// Bytes.
  @inlinable
  mutating func bytes(_ field: UInt8, _ value: [UInt8]) {
    guard !value.isEmpty else { return }
    unsafe header(field, count: value.count)
    unsafe UnsafeMutableRawBufferPointer(start: cursor, count: value.count).copyBytes(from: value)
    unsafe cursor += value.count
  }

  /// A string.
  @inlinable
  mutating func text(_ field: UInt8, _ value: String) {
    let count = value.utf8.count
    guard count > 0 else { return }
    unsafe header(field, count: count)
    unsafe UnsafeMutableRawBufferPointer(start: cursor, count: count).copyBytes(from: value.utf8)
    unsafe cursor += count
  }

  @inlinable @inline(__always)
  mutating func byte(_ value: UInt8) {
    unsafe cursor.storeBytes(of: value, as: UInt8.self)
    unsafe cursor += 1
  }

  @inlinable @inline(__always)
  mutating func varint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      unsafe byte(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    unsafe byte(UInt8(truncatingIfNeeded: rest))
  }
}
