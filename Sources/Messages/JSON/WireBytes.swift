/// How the bytes of a field are delimited on the wire.
enum WireType: UInt64 {
  case varint = 0
  case fixed64 = 1
  case lengthPrefixed = 2
  case fixed32 = 5
}

extension FieldKind {
  /// How one value of this kind is written.
  var wireType: WireType {
    switch self {
    case .int32, .sint32, .int64, .sint64, .uint32, .uint64, .bool, .enumeration: .varint
    case .sfixed32, .fixed32, .float: .fixed32
    case .sfixed64, .fixed64, .double: .fixed64
    case .string, .bytes, .message: .lengthPrefixed
    }
  }
}

extension [UInt8] {
  /// Appends the number and wire type that stand before a field.
  mutating func appendTag(_ number: UInt32, _ type: WireType) { appendVarint(UInt64(number) << 3 | type.rawValue) }

  /// Appends an integer, seven bits a byte, the lowest first.
  mutating func appendVarint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }

  /// Appends a signed integer so that small negative ones are short.
  mutating func appendZigZag(_ value: Int64) { appendVarint(UInt64(bitPattern: value << 1 ^ value >> 63)) }

  /// Appends an integer of fixed width, little-endian, and gives it back.
  @discardableResult
  mutating func appendFixed<Integer: FixedWidthInteger>(_ value: Integer) -> Integer {
    for shift in stride(from: 0, to: Integer.bitWidth, by: 8) { append(UInt8(truncatingIfNeeded: value >> shift)) }
    return value
  }

  /// Appends the length of `bytes`, then `bytes`.
  mutating func append(delimited bytes: [UInt8]) {
    appendVarint(UInt64(bytes.count))
    append(contentsOf: bytes)
  }
}
