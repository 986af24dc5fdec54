import Testing

/// Protobuf and frames by hand, right or wrong: what a library would refuse to write.
struct ProtoBytes {
  /// What was written so far.
  private(set) var bytes: [UInt8] = []

  /// The value of a field.
  enum Value {
    case varint(UInt64)
    case fixed64(UInt64)
    case fixed32(UInt32)
    case bytes([UInt8])
    /// Whatever follows the key, with this wire type.
    case raw(type: UInt64, [UInt8])

    /// A text.
    static func text(_ text: String) -> Value { .bytes([UInt8](text.utf8)) }
    /// A number that may be negative.
    static func number(_ number: Int64) -> Value { .varint(UInt64(bitPattern: number)) }
    /// A double.
    static func double(_ number: Double) -> Value { .fixed64(number.bitPattern) }
  }

  /// Writes a field.
  mutating func add(_ field: UInt32, _ value: Value) {
    switch value {
    case .varint(let number): key(field, 0, Self.varint(number))
    case .fixed64(let number): key(field, 1, (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) })
    case .bytes(let bytes): key(field, 2, Self.varint(UInt64(bytes.count)) + bytes)
    case .fixed32(let number): key(field, 5, (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) })
    case .raw(let type, let bytes): key(field, type, bytes)
    }
  }

  /// The fields in their order, encoded.
  static func message(_ fields: [(UInt32, Value)]) -> [UInt8] {
    var bytes = ProtoBytes()
    for (field, value) in fields { bytes.add(field, value) }
    return bytes.bytes
  }

  /// A varint, padded to `length` bytes with zeros that say nothing.
  static func varint(_ value: UInt64, length: Int = 1) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = value
    repeat {
      let isLast = rest < 0x80 && bytes.count + 1 >= length
      bytes.append(UInt8(rest & 0x7F) | (isLast ? 0 : 0x80))
      rest >>= 7
      if isLast { break }
    } while true
    return bytes
  }

  private mutating func key(_ field: UInt32, _ type: UInt64, _ rest: [UInt8]) {
    bytes += Self.varint(UInt64(field) << 3 | type) + rest
  }
}

/// `body` with its length in front; or with another one.
func frame(_ body: [UInt8], length: UInt32? = nil) -> [UInt8] {
  let length = length ?? UInt32(body.count)
  return (0..<4).map { UInt8(truncatingIfNeeded: length >> (24 - 8 * $0)) } + body
}

/// The frame of a call, with fields of the caller's choice behind those of a good one.
func call(
  _ callID: UInt64, _ method: String, _ request: [UInt8] = [], _ others: [(UInt32, ProtoBytes.Value)] = []
) -> [UInt8] {
  frame(ProtoBytes.message([(1, .varint(callID)), (2, .text(method)), (7, .bytes(request))] + others))
}

/// `bytes` as often as they wholly fit into `limit` bytes.
func again(_ bytes: [UInt8], upTo limit: Int) -> [UInt8] {
  var all = bytes
  // Doubled, because a step for each would take long without optimization.
  while all.count <= limit { all += all }
  all.removeLast(all.count - limit / bytes.count * bytes.count)
  return all
}

/// The name of GetStock, which most tests call.
let getStock = "holdfast.v1.StockService/GetStock"

/// Bytes with a name: only that is shown for a test's case.
struct NamedBytes: CustomTestStringConvertible, Sendable {
  let name: String
  let bytes: [UInt8]

  init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  var testDescription: String { name }
}
