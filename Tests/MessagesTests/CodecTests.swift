import Messages
import Testing

@Suite("Decoding and encoding")
struct CodecTests {
  private let arena = MessageArena()

  @Test("bytes cut at any length, or with any one byte changed, never crash and never decode to nonsense text")
  func damaged() throws {
    for type in messageTypes {
      let whole = ProtoBytes.filled(MessageShape(of: type), turn: 1)
      for length in stride(from: 0, to: whole.count, by: whole.count > 600 ? 7 : 1) {
        try survive(Array(whole[..<length]), as: type)
      }
      for index in stride(from: 0, to: whole.count, by: whole.count > 600 ? 11 : 1) {
        for flip: UInt8 in [0x01, 0x80, 0xFF] {
          var changed = whole
          changed[index] ^= flip
          try survive(changed, as: type)
        }
      }
    }
  }

  @Test("random bytes never crash")
  func random() throws {
    var generator = Generator(state: 42)
    for type in messageTypes {
      for _ in 0..<100 {
        let count = Int.random(in: 0..<64, using: &generator)
        try survive((0..<count).map { _ in UInt8.random(in: 0...40, using: &generator) }, as: type)
      }
    }
  }

  @Test("what is not a message says which message it is not")
  func malformed() {
    #expect(throws: MessageError.malformed("holdfast.v1.GetStockRequest")) {
      try GetStockRequest(decoding: [0x0A, 0x05, 0x61], in: arena)
    }
  }

  @Test("enum values that this version does not know pass through, alone and in rows")
  func unknownEnumValues() throws {
    var bytes = ProtoBytes()
    bytes.field(6, varint: 77)
    let request = try ReserveRequest(decoding: bytes.bytes, in: arena)
    #expect(request.mode == ReserveMode(rawValue: 77))
    #expect(request.mode.description == "77")
    #expect(try request.encoded(in: arena) == bytes.bytes)

    // −1 is ten bytes on the wire.
    let row = Warehouse(capabilities: [.shipping, Capability(rawValue: 99), Capability(rawValue: -1)])
    #expect(try Warehouse(decoding: row.encoded(in: arena), in: arena) == row)
  }

  @Test("unknown fields of every wire type are ignored")
  func unknownFields() throws {
    var bytes = ProtoBytes()
    bytes.field(1000, varint: .max)
    bytes.field(1, bytes: Array("p".utf8))
    bytes.field(1001, bytes: [1, 2, 3])
    bytes.field(1002, double: 1)
    bytes.tag(1003, 5)
    #expect(
      try GetStockRequest(decoding: bytes.bytes + [1, 2, 3, 4], in: arena) == GetStockRequest(productID: "p"))
  }

  @Test("of a field that comes twice the last counts, rows go on, messages are merged")
  func repeatedOnTheWire() throws {
    let twice = ProtoBytes.field(1, bytes: Array("first".utf8)) + ProtoBytes.field(1, bytes: Array("last".utf8))
    #expect(try GetStockRequest(decoding: twice, in: arena).productID == "last")
    let id = ProtoBytes.field(1, bytes: ProtoBytes.field(2, bytes: Array("a".utf8)))
    let type = ProtoBytes.field(1, bytes: [0x08, 0x02])
    #expect(
      try ReserveRequest(decoding: id + type, in: arena).reference == Reference(type: .order, id: "a"))
    let key = ProtoBytes.field(1, bytes: Array("w".utf8)) + ProtoBytes.field(2, bytes: Array("c".utf8))
    #expect(try GetWarehouseRequest(decoding: key, in: arena).key == .code("c"))
  }

  @Test("rows of numbers are taken packed and unpacked")
  func packedAndUnpacked() throws {
    let expected: [Capability] = [.shipping, .returns]
    #expect(try Warehouse(decoding: [0x42, 2, 1, 5], in: arena).capabilities == expected)
    #expect(try Warehouse(decoding: [0x40, 1, 0x40, 5], in: arena).capabilities == expected)
  }

  @Test("a chosen field of a oneof is there even where its value is the default")
  func defaultsInOneofs() throws {
    // protobuf-c drops a string of a oneof that points to its own empty string.
    func check<Value: MessageCodec>(_ value: Value) throws {
      #expect(try Value(decoding: value.encoded(in: arena), in: arena) == value)
    }
    try check(GetWarehouseRequest(key: .code("")))
    try check(ListReservationsRequest(by: .reference(Reference())))
    try check(ListReservationsRequest(by: .expiresBefore(0)))
    try check(ExtendRequest(until: .timeToLiveSeconds(0)))
    try check(StockSetting(onHand: 0, expectedVersion: 0))
    try check(Address(latitude: 0, longitude: -0.0))
    try check(StockSetting())
  }

  @Test("a message that is present but empty is not absent")
  func presence() throws {
    let present = MoveStockResponse(from: StockLevel())
    #expect(try present.encoded(in: arena) == [0x0A, 0])
    let decoded = try MoveStockResponse(decoding: [0x0A, 0], in: arena)
    #expect(decoded.from == StockLevel())
    #expect(decoded.to == nil)
  }

  @Test("messages are appended to an output buffer one after another")
  func outputBuffer() throws {
    var output = OutputBuffer()
    try GetStockRequest(productID: "a").encode(into: &output, in: arena)
    try GetStatusRequest().encode(into: &output, in: arena)
    try GetStockRequest(warehouseID: "b").encode(into: &output, in: arena)
    let bytes = unsafe output.withBytes { unsafe Array($0) }
    #expect(bytes == [0x0A, 1, 0x61, 0x1A, 1, 0x62])
  }

  private func survive<Value: MessageCodec>(_ bytes: [UInt8], as type: Value.Type) throws {
    arena.reset()
    guard let value = try? Value(decoding: bytes, in: arena) else { return }
    // Whatever was taken can be given again, and means the same.
    arena.reset()
    let again = try value.encoded(in: arena)
    arena.reset()
    #expect(try Value(decoding: again, in: arena).encoded(in: arena) == again, "\(type.fullName): \(bytes)")
  }
}

/// A generator whose numbers are the same in every run.
struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
