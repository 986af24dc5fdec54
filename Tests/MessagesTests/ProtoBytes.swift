import CMessages
import Messages

/// Protobuf written by hand, so that what the code under test reads was not written by it.
struct ProtoBytes {
  private(set) var bytes: [UInt8] = []

  mutating func varint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func tag(_ number: Int, _ wireType: UInt64) { varint(UInt64(number) << 3 | wireType) }

  mutating func field(_ number: Int, varint value: UInt64) {
    tag(number, 0)
    varint(value)
  }

  mutating func field(_ number: Int, bytes content: [UInt8]) {
    tag(number, 2)
    varint(UInt64(content.count))
    bytes += content
  }

  mutating func field(_ number: Int, double value: Double) {
    tag(number, 1)
    for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: value.bitPattern >> shift)) }
  }

  /// One field with these bytes, which is a whole message for many a test.
  static func field(_ number: Int, bytes content: [UInt8]) -> [UInt8] {
    var writer = ProtoBytes()
    writer.field(number, bytes: content)
    return writer.bytes
  }

  /// A message of this shape with every field set to something that is not its default, two of each repeated one, in the
  /// order of numbers. Of a oneof, the field whose turn it is by `turn` is set.
  static func filled(_ shape: MessageShape, turn: Int) -> [UInt8] {
    var writer = ProtoBytes()
    var seed = UInt64(turn + 1)
    let chosen = Dictionary(grouping: shape.fields.filter { $0.oneof != nil }) { $0.oneof! }
      .mapValues { $0[turn % $0.count].number }
    for field in shape.fields.sorted(by: { $0.number < $1.number }) {
      if let oneof = field.oneof, chosen[oneof] != field.number { continue }
      var packed = ProtoBytes()
      for _ in 0..<(field.isRepeated ? 2 : 1) {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        switch field.kind {
        case .varint(PROTOBUF_C_TYPE_BOOL): writer.field(field.number, varint: 1)
        case .varint(PROTOBUF_C_TYPE_UINT32): writer.field(field.number, varint: seed & 0xFFFF_FFFF | 1)
        case .varint: writer.field(field.number, varint: seed | 1)
        case .enumeration where field.isPacked: packed.varint(1 + seed % 3)
        case .enumeration: writer.field(field.number, varint: 1 + seed % 3)
        case .double: writer.field(field.number, double: Double(Int64(bitPattern: seed | 1)) / 1024)
        case .string: writer.field(field.number, bytes: Array("\(field.name) \(seed) – ü".utf8))
        case .bytes: writer.field(field.number, bytes: [0, 255, UInt8(truncatingIfNeeded: seed >> 32)])
        case .message(_, let inner): writer.field(field.number, bytes: filled(inner(), turn: turn))
        }
      }
      if !packed.bytes.isEmpty { writer.field(field.number, bytes: packed.bytes) }
    }
    return writer.bytes
  }
}
