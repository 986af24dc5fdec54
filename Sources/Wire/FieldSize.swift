/// How many bytes the fields of a protobuf message take, 0 for those that have proto3's default.
@usableFromInline
enum FieldSize {
  /// How many bytes a varint takes: one for each seven bits, and one for 0.
  @inlinable @inline(__always)
  static func of(varint value: UInt64) -> Int {
    let bits = 64 &- (value | 1).leadingZeroBitCount
    return (bits &* 9 &+ 64) >> 6
  }

  /// How many bytes a number with a key of one byte takes.
  @inlinable @inline(__always)
  static func of(number value: UInt64) -> Int { value == 0 ? 0 : 1 &+ of(varint: value) }

  /// How many bytes a string or bytes with a key of one byte take.
  @inlinable @inline(__always)
  static func of(bytes count: Int) -> Int { count == 0 ? 0 : of(message: count) }

  /// How many bytes a message with a key of one byte takes, which is there even if it is empty.
  @inlinable @inline(__always)
  static func of(message count: Int) -> Int {
    1 &+ of(varint: UInt64(truncatingIfNeeded: count)) &+ count
  }
}
