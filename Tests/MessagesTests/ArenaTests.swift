import Messages
import Testing

@Suite("The arena")
struct ArenaTests {
  private static let frame = 4 << 20

  @Test("refuses frames that grow beyond its cap, and serves the next one as if nothing had happened")
  func hostileFrames() throws {
    let arena = MessageArena()
    func refuse<Value: MessageCodec>(_ bytes: [UInt8], _ type: Value.Type) {
      #expect(throws: MessageError.tooLarge) { try Value(decoding: bytes, in: arena) }
      #expect(arena.usedBytes <= arena.capacity)
      arena.reset()
      #expect((try? GetStockRequest(decoding: ProtoBytes.field(1, bytes: [0x61]), in: arena))?.productID == "a")
      arena.reset()
    }
    // 2 bytes a row on the wire, 100 and more in memory.
    refuse(Self.repeating([0x0A, 0]), BatchGetStockRequest.self)
    refuse(Self.repeating([0x0A, 0]), SetStockRequest.self)
    refuse(Self.repeating([0x12, 0]), ReserveRequest.self)
    // Empty strings in a row.
    refuse(Self.repeating([0x0A, 0]), ReleaseRequest.self)
    // Unknown fields, which protobuf-c keeps.
    refuse(Self.repeating([0x78, 0]), GetStockRequest.self)
    refuse(Self.repeating([0x7A, 0]), GetStatusRequest.self)
    // One singular message over and over, merged each time with all that came before.
    refuse(Self.repeating([0x0A, 4, 0x22, 2, 0x0A, 0]), PutProductRequest.self)
    // One string over and over; each time a new copy.
    refuse(Self.repeating(ProtoBytes.field(1, bytes: Array(repeating: 0x61, count: 8))), GetStockRequest.self)
  }

  @Test("holds the largest frame that has its bytes in one field")
  func largeFrames() throws {
    let arena = MessageArena()
    let content = Array(repeating: UInt8(0x61), count: Self.frame - 16)
    let call = Call(callID: 1, request: content)
    let bytes = try call.encoded(in: arena)
    arena.reset()
    #expect(try Call(decoding: bytes, in: arena) == call)
  }

  @Test("serves 1,000 rows with identifiers of full length both ways")
  func fullRequest() throws {
    let arena = MessageArena()
    let id = String(repeating: "ü", count: 64)
    let row = StockSetting(
      productID: id, variantID: id, warehouseID: id, onHand: .min, safetyStock: .max, reorderPoint: .max,
      reorderQuantity: .max, expectedVersion: .max,
      openingHolds: [OpeningHold(reference: Reference(type: .order, id: id), quantity: .max, channelID: id)])
    let request = SetStockRequest(settings: Array(repeating: row, count: 1000))
    let bytes = try request.encoded(in: arena)
    arena.reset()
    #expect(try SetStockRequest(decoding: bytes, in: arena) == request)
  }

  @Test("refuses to lay out a message that it has no room for")
  func encodingTooLarge() throws {
    let arena = MessageArena(capacity: 4096)
    let small = ReleaseRequest(reservationIDs: Array(repeating: "a", count: 50))
    let large = ReleaseRequest(reservationIDs: Array(repeating: "a", count: 500))
    #expect(throws: MessageError.tooLarge) { try large.encoded(in: arena) }
    arena.reset()
    #expect(try small.encoded(in: arena).count == 150)
    #expect(throws: MessageError.tooLarge) {
      try Call(request: Array(repeating: 0, count: 4090)).encoded(in: arena)
    }
    #expect(throws: MessageError.tooLarge) {
      try GetStockRequest(productID: String(repeating: "a", count: 5000)).encoded(in: arena)
    }
  }

  @Test("is empty after a reset, and as large as before")
  func reset() throws {
    let arena = MessageArena(capacity: 8 << 20)
    for _ in 0..<4 {
      #expect(arena.usedBytes == 0)
      let call = Call(callID: 1, request: Array(repeating: 7, count: 5 << 20))
      #expect(try call.prepare(in: arena).size > 5 << 20)
      #expect(arena.usedBytes > 5 << 20)
      arena.reset()
    }
  }

  @Test("keeps the pieces of one message apart")
  func pieces() throws {
    // Decoding and preparing in the same arena, as an answer to a request does.
    let arena = MessageArena()
    let request = try GetStockRequest(decoding: ProtoBytes.field(1, bytes: Array("first".utf8)), in: arena)
    let first = try request.prepare(in: arena)
    let second = try GetStockRequest(productID: "second").prepare(in: arena)
    #expect(first.bytes == ProtoBytes.field(1, bytes: Array("first".utf8)))
    #expect(second.bytes == ProtoBytes.field(1, bytes: Array("second".utf8)))
  }

  /// A frame full of one field. Doubled up, since a debug build is slow at anything done four million times.
  private static func repeating(_ field: [UInt8]) -> [UInt8] {
    var bytes = field
    while 2 * bytes.count <= frame { bytes += bytes }
    return bytes
  }
}
