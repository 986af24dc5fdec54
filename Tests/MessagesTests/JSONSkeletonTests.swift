import Testing

@testable import Messages

@Suite("Skeletons of messages")
struct JSONSkeletonTests {
  @Test("each message's skeleton is JSON that the message takes", arguments: MessageRegistry.messageNames)
  func decodes(name: String) throws {
    let plain = try MessageJSON.skeleton(of: name, documented: false)
    #expect(throws: Never.self) { try MessageJSON.decode(json: plain, as: name) }
    let documented = try MessageJSON.skeleton(of: name)
    let withoutComments = documented.split(separator: "\n")
      .filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
    #expect(withoutComments == plain)
  }

  @Test("each field has its type, its documentation and its alternatives beside it")
  func documented() throws {
    #expect(
      try MessageJSON.skeleton(of: "holdfast.v1.GetProductRequest") == """
        {
          // string, one of productId, sku, barcode: Its id.
          "productId": ""
          // string, one of productId, sku, barcode: Its SKU or that of a variant.
          // "sku": "",
          // string, one of productId, sku, barcode: One of its barcodes or of a variant's.
          // "barcode": "",
        }
        """)
    let reserve = try MessageJSON.skeleton(of: "holdfast.v1.ReserveRequest")
    #expect(reserve.contains("  // list of holdfast.v1.OrderItem: What, 1 to 100 items."))
    #expect(reserve.contains("  // uint32, optional: How long to hold"))
    #expect(reserve.contains("  //   RESERVE_MODE_BEST_EFFORT: Each item on its own"))
    #expect(reserve.contains("  \"mode\": \"RESERVE_MODE_ALL_OR_NOTHING\","))
  }

  @Test("an unknown message has no skeleton")
  func unknown() throws {
    let error = try #require(throws: JSONError.self) { try MessageJSON.skeleton(of: "holdfast.v1.Nothing") }
    #expect(error.problem == .unknownMessage)
  }
}
