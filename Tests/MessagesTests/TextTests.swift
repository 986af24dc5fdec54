import Messages
import Testing

@Suite("Text in messages")
struct TextTests {
  private let arena = MessageArena()

  /// Bytes that are not UTF-8, each with what is wrong.
  static let faulty: [[UInt8]] = [
    [0x80],  // a continuation without a start
    [0xC3],  // a start without its continuation
    [0xC0, 0xAF],  // overlong: 2 bytes for 1
    [0xC1, 0xBF],
    [0xE0, 0x80, 0xAF],  // overlong: 3 bytes for 1
    [0xE0, 0x9F, 0xBF],
    [0xF0, 0x80, 0x80, 0xAF],  // overlong: 4 bytes for 1
    [0xF0, 0x8F, 0xBF, 0xBF],
    [0xED, 0xA0, 0x80],  // first surrogate
    [0xED, 0xBF, 0xBF],  // last surrogate
    [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80],  // a pair of surrogates
    [0xF4, 0x90, 0x80, 0x80],  // above U+10FFFF
    [0xF5, 0x80, 0x80, 0x80],
    [0xFE], [0xFF],
    [0xE2, 0x82],  // cut short
    [0xF0, 0x9F, 0x98],
    [0xE2, 0x41, 0x82],  // broken by ASCII
  ]

  @Test(
    "that is not UTF-8 is refused wherever it stands, by the generated code and by that of GetStock", arguments: faulty)
  func invalid(_ fault: [UInt8]) {
    for padding in 0...17 {
      for content in [
        fault, Array(repeating: 0x61, count: padding) + fault, fault + Array(repeating: 0x61, count: padding),
        Array("ü€😀".utf8) + Array(repeating: 0x61, count: padding) + fault,
      ] {
        arena.reset()
        #expect(throws: MessageError.invalidUTF8("variant_id")) {
          try GetStockRequest(decoding: ProtoBytes.field(2, bytes: content), in: arena)
        }
        #expect(throws: MessageError.invalidUTF8("variant_id")) {
          try unsafe ProtoBytes.field(2, bytes: content).withUnsafeBytes { bytes in
            try unsafe withGetStockRequest(bytes, in: arena) { _, _, _ in }
          }
        }
      }
    }
  }

  @Test("that contains a NUL is refused wherever the NUL stands, and not cut short", arguments: 0...20)
  func nul(length: Int) {
    for position in 0...length {
      for filler in [Array("a".utf8), Array("ü".utf8)] {
        var content = Array(repeatElement(filler, count: length).joined())
        content.insert(0, at: position * filler.count)
        arena.reset()
        #expect(throws: MessageError.containsNUL("product_id")) {
          try GetStockRequest(decoding: ProtoBytes.field(1, bytes: content), in: arena)
        }
      }
    }
  }

  @Test("of every kind and length comes through as it is", arguments: 0...40)
  func valid(length: Int) throws {
    let texts = ["a", "\u{7F}", "ü", "\u{7FF}", "\u{800}", "€", "\u{FFFF}", "😀", "\u{10FFFF}", "\u{1}"]
    for text in texts {
      let whole = String(repeating: "x", count: length) + text + String(repeating: "y", count: length)
      arena.reset()
      let decoded = try GetStockRequest(decoding: ProtoBytes.field(1, bytes: Array(whole.utf8)), in: arena)
      #expect(Array(decoded.productID.utf8) == Array(whole.utf8))
      #expect(try decoded.encoded(in: arena) == ProtoBytes.field(1, bytes: Array(whole.utf8)))
    }
  }

  @Test("is blamed by the path of its field, through messages, rows and oneofs")
  func paths() {
    let bad: [UInt8] = [0xFF]
    let item = ProtoBytes.field(1, bytes: bad)
    let good = ProtoBytes.field(1, bytes: [0x61])
    expectFault(
      "items[2].product_id", in: ReserveRequest.self,
      ProtoBytes.field(2, bytes: good) + ProtoBytes.field(2, bytes: good) + ProtoBytes.field(2, bytes: item))
    expectFault("reference.id", in: ReserveRequest.self, ProtoBytes.field(1, bytes: ProtoBytes.field(2, bytes: bad)))
    expectFault(
      "reservation_ids[1]", in: ReleaseRequest.self,
      ProtoBytes.field(1, bytes: [0x61]) + ProtoBytes.field(1, bytes: bad))
    expectFault("code", in: GetWarehouseRequest.self, ProtoBytes.field(2, bytes: bad))
    expectFault(
      "stock.warehouse_id", in: ListReservationsRequest.self,
      ProtoBytes.field(2, bytes: ProtoBytes.field(3, bytes: bad)))
    expectFault(
      "product.variants[0].barcodes[1]", in: PutProductRequest.self,
      ProtoBytes.field(
        1,
        bytes: ProtoBytes.field(
          4, bytes: ProtoBytes.field(4, bytes: [0x61]) + ProtoBytes.field(4, bytes: bad))))
  }

  @Test("with a NUL is refused on the way out too, by its path")
  func encodingNUL() {
    let request = ReserveRequest(items: [OrderItem(productID: "a"), OrderItem(productID: "a\0b")])
    #expect(throws: MessageError.containsNUL("items[1].product_id")) { try request.encoded(in: arena) }
    let release = ReleaseRequest(reservationIDs: ["a", "\0"])
    #expect(throws: MessageError.containsNUL("reservation_ids[1]")) { try release.encoded(in: arena) }
    let nested = ListReservationsRequest(by: .reference(Reference(id: "\0")))
    #expect(throws: MessageError.containsNUL("reference.id")) { try nested.encoded(in: arena) }
  }

  private func expectFault<Value: MessageCodec>(_ path: String, in type: Value.Type, _ bytes: [UInt8]) {
    arena.reset()
    #expect(throws: MessageError.invalidUTF8(path)) { try Value(decoding: bytes, in: arena) }
  }
}
