import Messages
import Testing

@Suite("GetStock without allocation")
struct GetStockTests {
  private let arena = MessageArena()

  @Test("reads a request as the generated code does")
  func request() throws {
    for request in [
      GetStockRequest(), GetStockRequest(productID: "p"), GetStockRequest(warehouseID: "w"),
      GetStockRequest(productID: "SKU-0000123", variantID: "größe-xl", warehouseID: "DC-001"),
      GetStockRequest(productID: String(repeating: "é", count: 64)),
    ] {
      arena.reset()
      let bytes = try request.encoded(in: arena)
      let decoded = try unsafe bytes.withUnsafeBytes { bytes in
        try unsafe withGetStockRequest(bytes, in: arena) { product, variant, warehouse in
          unsafe GetStockRequest(
            productID: String(decoding: product, as: UTF8.self), variantID: String(decoding: variant, as: UTF8.self),
            warehouseID: String(decoding: warehouse, as: UTF8.self))
        }
      }
      #expect(decoded == request)
    }
  }

  @Test("refuses what the generated code refuses, in the same words")
  func refusals() {
    var generator = Generator(state: 7)
    for _ in 0..<5000 {
      let bytes = (0..<Int.random(in: 0..<24, using: &generator)).map { index in
        index == 0 ? 0x0A : UInt8.random(in: 0...255, using: &generator) & (index == 1 ? 0x0F : 0xFF)
      }
      arena.reset()
      let generated = Result { () throws(MessageError) in _ = try GetStockRequest(decoding: bytes, in: arena) }
      let direct = unsafe bytes.withUnsafeBytes { bytes in
        Result { () throws(MessageError) in try unsafe withGetStockRequest(bytes, in: arena) { _, _, _ in } }
      }
      #expect(error(of: generated) == error(of: direct), "\(bytes)")
    }
  }

  @Test("writes answers as the generated code does, byte for byte, one after another")
  func answers() throws {
    var writer = StockLevelWriter()
    let long = String(repeating: "ü", count: 200)
    for first: Int64 in [0, 1, -10, 120, 16_380, .max - 10, .min] {
      for texts in [["", "", ""], ["p", "", ""], ["product", "variant", "warehouse"], [long, long, long]] {
        // Each number is another, so that none can stand in another's place.
        let level = StockLevel(
          productID: texts[0], variantID: texts[1], warehouseID: texts[2], onHand: first, reserved: first + 1,
          quarantined: first + 2, available: first + 3, incoming: first + 4, safetyStock: first + 5,
          reorderPoint: first + 6, reorderQuantity: first + 7, version: UInt64(bitPattern: first + 8),
          updatedAt: first + 9)
        arena.reset()
        #expect(packed(level, by: &writer) == (try level.encoded(in: arena)))
      }
    }
  }

  private func packed(_ level: StockLevel, by writer: inout StockLevelWriter) -> [UInt8] {
    let product = Array(level.productID.utf8)
    let variant = Array(level.variantID.utf8)
    let warehouse = Array(level.warehouseID.utf8)
    return unsafe product.withUnsafeBytes { product in
      unsafe variant.withUnsafeBytes { variant in
        unsafe warehouse.withUnsafeBytes { warehouse in
          let size = unsafe writer.set(
            product: product, variant: variant, warehouse: warehouse, onHand: level.onHand, reserved: level.reserved,
            quarantined: level.quarantined, available: level.available, incoming: level.incoming,
            safetyStock: level.safetyStock, reorderPoint: level.reorderPoint, reorderQuantity: level.reorderQuantity,
            version: level.version, updatedAt: level.updatedAt)
          return unsafe [UInt8](unsafeUninitializedCapacity: size) { target, count in
            if let start = target.baseAddress { unsafe writer.pack(to: start) }
            count = size
          }
        }
      }
    }
  }

  private func error<Value>(of result: Result<Value, MessageError>) -> MessageError? {
    if case .failure(let error) = result { error } else { nil }
  }
}
