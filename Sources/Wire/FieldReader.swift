/// Takes a protobuf message apart, field by field, without copying. Every step stays within the bytes.
///
/// Not by a protobuf library, because that would copy each string and allocate for it.
@unsafe
struct FieldReader {
  /// What stands in front of a field.
  struct Key {
    let number: UInt32
    let type: UInt8

    static let varint: UInt8 = 0
    static let fixed64: UInt8 = 1
    static let bytes: UInt8 = 2
    static let fixed32: UInt8 = 5
  }

  private let base: UnsafeRawBufferPointer
  private var offset = 0

  init(_ bytes: UnsafeRawBufferPointer) { unsafe base = bytes }

  /// The key of the next field; nil at the end of the message.
  @inline(__always)
  mutating func nextKey() throws(WireError) -> Key? {
    guard unsafe offset < base.count else { return nil }
    let key = unsafe try shortVarint()
    guard key >= 8 else { throw .fieldNumberZero }
    return Key(number: key >> 3, type: UInt8(truncatingIfNeeded: key & 7))
  }

  /// The value of a field that is a number.
  @inline(__always)
  mutating func number(_ key: Key) throws(WireError) -> UInt64 {
    guard key.type == Key.varint else { throw .wrongWireType(field: key.number, type: key.type) }
    return unsafe try varint()
  }

  /// The value of a field that is a string, bytes or a message, in place.
  @inline(__always)
  mutating func bytes(_ key: Key) throws(WireError) -> UnsafeRawBufferPointer {
    guard key.type == Key.bytes else { throw .wrongWireType(field: key.number, type: key.type) }
    let count = Int(unsafe try shortVarint())
    let start = unsafe offset
    unsafe try advance(count)
    return unsafe UnsafeRawBufferPointer(rebasing: base[start..<start &+ count])
  }

  /// Passes over a field that is not known.
  mutating func skip(_ key: Key) throws(WireError) {
    switch key.type {
    case Key.varint: _ = unsafe try varint()
    case Key.fixed64: unsafe try advance(8)
    case Key.bytes: unsafe try advance(Int(shortVarint()))
    case Key.fixed32: unsafe try advance(4)
    default: throw .unknownWireType(field: key.number, type: key.type)
    }
  }

  @inline(__always)
  private mutating func advance(_ count: Int) throws(WireError) {
    guard unsafe count <= base.count &- offset else { throw .truncated }
    unsafe offset &+= count
  }

  @inline(__always)
  private mutating func varint() throws(WireError) -> UInt64 {
    guard unsafe offset < base.count else { throw .truncated }
    let first = unsafe base[offset]
    guard first >= 0x80 else {
      unsafe offset &+= 1
      return UInt64(first)
    }
    return unsafe try longVarint(bits: 64)
  }

  /// A varint that has 32 bits at most, in five bytes at most: keys and lengths.
  @inline(__always)
  private mutating func shortVarint() throws(WireError) -> UInt32 {
    guard unsafe offset < base.count else { throw .truncated }
    let first = unsafe base[offset]
    guard first >= 0x80 else {
      unsafe offset &+= 1
      return UInt32(first)
    }
    return UInt32(truncatingIfNeeded: unsafe try longVarint(bits: 32))
  }

  @inline(never)
  private mutating func longVarint(bits: Int) throws(WireError) -> UInt64 {
    var value: UInt64 = 0
    var shift = 0
    var index = unsafe offset
    while unsafe index < base.count {
      let byte = unsafe base[index]
      index &+= 1
      // The last byte that can be: it holds what is left of the bits, and no word that another follows.
      if shift &+ 7 > bits, Int(byte) >= 1 << (bits &- shift) { throw .varintTooLong }
      value |= UInt64(byte & 0x7F) << UInt64(shift)
      if byte < 0x80 {
        unsafe offset = index
        return value
      }
      shift &+= 7
    }
    throw .truncated
  }
}
