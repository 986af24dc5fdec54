import Testing

@testable import Messages

@Suite("JSON there and back")
struct JSONRoundTripTests {
  @Test("random messages of every type come back as the same text", arguments: MessageRegistry.messageNames)
  func everyMessage(name: String) throws {
    var source = RandomJSON(seed: name.utf8.reduce(17) { $0 &* 31 &+ UInt64($1) })
    let schema = try MessageJSON.schema(of: name)
    for _ in 0..<20 {
      let json = source.object(schema)
      let bytes = try MessageJSON.decode(json: json, as: name)
      #expect(try MessageJSON.encode(bytes, as: name) == json)
      for emitDefaults in [false, true] {
        let pretty = try MessageJSON.encode(
          bytes, as: name, style: .pretty, emitDefaults: emitDefaults, numbersAsText: !emitDefaults)
        #expect(try MessageJSON.decode(json: pretty, as: name) == bytes)
      }
    }
  }

  @Test("random messages with every type of field come back as the same text")
  func everyType() throws {
    var source = RandomJSON(seed: 5)
    for _ in 0..<100 {
      let json = source.object(EveryMessage.schema)
      #expect(try EveryMessage.encode(EveryMessage.decode(json)) == json)
    }
  }

  @Test("the order of members and the white space between them do not change the bytes")
  func canonical() throws {
    let name = "holdfast.v1.OrderItem"
    let plain = try MessageJSON.decode(json: #"{"productId":"P","variantId":"","quantity":"3"}"#, as: name)
    #expect(
      try MessageJSON.decode(json: " {\r\n\t\"quantity\" : 3.0 , \"product_id\" : \"\\u0050\" } ", as: name) == plain)
  }
}

/// Makes JSON in the very form in which messages are written, from random values.
private struct RandomJSON {
  private var state: UInt64
  private var depth = 0

  init(seed: UInt64) { state = seed }

  mutating func object(_ schema: MessageSchema) -> String {
    depth += 1
    defer { depth -= 1 }
    var members: [String] = []
    var oneofs: Set<Int> = []
    for field in schema.fields where chance(depth < 3 ? 60 : 20) {
      if let oneof = field.oneof, !oneofs.insert(oneof).inserted { continue }
      if case .message = field.kind, depth > 4 { continue }
      if field.isRepeated {
        let values = (0...below(3)).map { _ in value(field.kind, zero: chance(20)) }
        members.append("\"\(field.jsonName)\":[\(values.joined(separator: ","))]")
      } else {
        members.append("\"\(field.jsonName)\":\(value(field.kind, zero: field.oneof != nil && chance(30)))")
      }
    }
    return "{\(members.joined(separator: ","))}"
  }

  private mutating func value(_ kind: FieldKind, zero: Bool) -> String {
    switch kind {
    case .int32, .sint32, .sfixed32: "\(zero ? 0 : integer(Int32.self))"
    case .uint32, .fixed32: "\(zero ? 0 : integer(UInt32.self))"
    case .int64, .sint64, .sfixed64: "\"\(zero ? 0 : integer(Int64.self))\""
    case .uint64, .fixed64: "\"\(zero ? 0 : integer(UInt64.self))\""
    case .float, .double:
      zero
        ? "0"
        : ["1", "-1.5", "0.015625", "\"NaN\"", "\"Infinity\"", "\"-Infinity\"", "-0.0", "1e-07", "1e+20"][below(9)]
    case .bool: zero ? "false" : "true"
    case .string: zero ? "\"\"" : string()
    case .bytes: zero ? "\"\"" : ["\"AA==\"", "\"SGk=\"", "\"+/+/\"", "\"AAECAwQFBgcICQ==\""][below(4)]
    case .enumeration(let schema):
      if let name = schema.name(of: 0), zero {
        "\"\(name)\""
      } else {
        chance(10) ? "12345" : "\"\(named(schema))\""
      }
    case .message(let reference): object(reference.schema)
    }
  }

  private mutating func named(_ schema: EnumSchema) -> String {
    let names = schema.values.filter { $0.number != 0 }.map(\.name)
    return names[below(names.count)]
  }

  private mutating func string() -> String {
    let pieces = [
      "a", "é", "日本", "😀", "\\\"", "\\\\", "\\n", "\\u0000", "\\u001f", "\\u0085", "/", "\u{2028}", " ", "e\u{301}",
    ]
    return "\"" + (0...below(8)).map { _ in pieces[below(pieces.count)] }.joined() + "\""
  }

  private mutating func integer<Integer: FixedWidthInteger>(_ type: Integer.Type) -> Integer {
    let candidates = [
      Integer.min, Integer.max, 1, Integer(truncatingIfNeeded: next()), Integer(truncatingIfNeeded: next() % 1000),
    ]
    let value = candidates[below(candidates.count)]
    return value == 0 ? 1 : value
  }

  private mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  private mutating func below(_ bound: Int) -> Int { Int(next() >> 33) % bound }
}

extension RandomJSON: RandomNumberGenerator {
  mutating func next() -> UInt64 {
    // SplitMix64: any state is a good one.
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
