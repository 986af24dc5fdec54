import Engine
import Messages
import Testing
import Wire

@testable import Services

@Suite("Stock queries")
struct StockQueryTests {
  @Test("one level, and the total of a product")
  func levels() throws {
    let stage = try Stage()
    try stage.stocked()
    let level: StockLevel = try stage.ask(
      .stockServiceGetStock, GetStockRequest(productID: "P1", warehouseID: "W2"))
    #expect((level.onHand, level.available, level.version) == (20, 20, 1))
    let total: StockLevel = try stage.ask(.stockServiceGetStock, GetStockRequest(productID: "P1"))
    #expect((total.onHand, total.version, total.safetyStock) == (75, 3, 0))
    let none: StockLevel = try stage.ask(.stockServiceGetStock, GetStockRequest(productID: "P2"))
    #expect((none.onHand, none.version) == (0, 0), "the total of a product without levels is zeros")
  }

  // The list gave all places of a kit on one page, whatever its size, and no time of the last change.
  @Test("a kit's places are listed a page at a time, as GetStock shows each")
  func kits() throws {
    let stage = try Stage()
    try stage.stocked()
    let kit = Product(productID: "K", name: "Kit", components: [KitComponent(productID: "P1", quantity: 2)])
    try stage.run(.putProduct(.init(product: kit)))
    var request = ListStockRequest(by: .productID("K"), pageSize: 1)
    var listed: [StockLevel] = []
    repeat {
      let page: ListStockResponse = try stage.ask(.stockServiceListStock, request)
      #expect(page.levels.count <= 1)
      listed += page.levels
      request.pageToken = page.nextPageToken
    } while !request.pageToken.isEmpty
    #expect(listed.count == 3)
    for level in listed {
      #expect(level.updatedAt > 0)
      let got: StockLevel = try stage.ask(
        .stockServiceGetStock, GetStockRequest(productID: "K", warehouseID: level.warehouseID))
      #expect(got == level)
    }
  }

  @Test("NOT_FOUND says whether product, variant, warehouse or level is unknown")
  func unknown() throws {
    let stage = try Stage()
    try stage.stocked()
    let cases: [(GetStockRequest, RefusalReason)] = [
      (.init(productID: "P9", warehouseID: "W1"), .unknownProduct), (.init(productID: "P9"), .unknownProduct),
      (.init(productID: "P1", variantID: "blue", warehouseID: "W1"), .unknownVariant),
      (.init(productID: "P1", warehouseID: "W9"), .unknownWarehouse),
      (.init(productID: "P2", warehouseID: "W1"), .unknownLevel),
    ]
    for (request, reason) in cases {
      let failure = try stage.refusal(.stockServiceGetStock, request)
      #expect(failure.code == .notFound)
      #expect(failure.status.refusals.map(\.reason) == [reason])
    }
    #expect(try stage.refusal(.stockServiceGetStock, GetStockRequest()).code == .invalidArgument)
    #expect(
      try stage.refusal(.stockServiceGetStock, GetStockRequest(productID: "a\u{1}b")).status.violations.map(\.field)
        == ["product_id"])
  }

  @Test("the hot path answers byte for byte as the long way does, resident or not")
  func hotPath() throws {
    let stage = try Stage()
    try stage.stocked()
    let long = String(repeating: "x", count: 128)
    try stage.run(.putProduct(.init(product: Product(productID: long, name: "Long"))))
    try stage.run(.setStock(.init(settings: [StockSetting(productID: long, warehouseID: "W1", onHand: 3)])))
    for request in [
      GetStockRequest(productID: "P1", warehouseID: "W1"), GetStockRequest(productID: "P1"),
      GetStockRequest(productID: "P1", variantID: "red", warehouseID: "W1"),
      GetStockRequest(productID: long, warehouseID: "W1"), GetStockRequest(productID: "P2"),
    ] {
      let bytes = try request.encoded(in: stage.arena)
      var hot = OutputBuffer()
      var slow = OutputBuffer()
      try bytes.withUnsafeBytes { raw in
        try stage.queries.getStock(callID: 7, request: raw, in: stage.arena, into: &hot)
        let (message, sequence) = try stage.queries.answer(.stockServiceGetStock, request: raw, in: stage.arena)
        ReplyFrame.write(callID: 7, sequence: sequence, responseSize: message.size, into: &slow) { target in
          message.pack(to: target)
        }
      }
      let (short, long) = (hot.withBytes { Array($0) }, slow.withBytes { Array($0) })
      #expect(short == long)
      #expect(short.count > 4)
    }
    let missing = try GetStockRequest(productID: "P9").encoded(in: stage.arena)
    var output = OutputBuffer()
    do {
      try missing.withUnsafeBytes { raw in
        try stage.queries.getStock(callID: 7, request: raw, in: stage.arena, into: &output)
      }
      Issue.record("it was found")
    } catch {
      #expect((error as? CallFailure)?.code == .notFound)
    }
    let written = output.count
    #expect(written == 0)
  }

  @Test("a batch of keys marks what is missing")
  func batch() throws {
    let stage = try Stage()
    try stage.stocked()
    let response: BatchGetStockResponse = try stage.ask(
      .stockServiceBatchGetStock,
      BatchGetStockRequest(keys: [
        StockKey(productID: "P1", warehouseID: "W3"), StockKey(productID: "P2", warehouseID: "W1"),
        StockKey(productID: "P1"), StockKey(productID: "P2"), StockKey(productID: "P9"),
      ]))
    #expect(response.results.map(\.missing) == [false, true, false, false, true])
    #expect(response.results.map { $0.level?.onHand } == [5, 0, 75, 0, 0])
    #expect(try stage.refusal(.stockServiceBatchGetStock, BatchGetStockRequest()).code == .invalidArgument)
    let many = BatchGetStockRequest(keys: [StockKey](repeating: StockKey(productID: "P1"), count: 1001))
    #expect(try stage.refusal(.stockServiceBatchGetStock, many).code == .invalidArgument)
  }

  @Test("levels are listed by product and by warehouse, a page at a time, with filters that must all hold")
  func lists() throws {
    let stage = try Stage()
    try stage.stocked()
    var request = ListStockRequest(by: .productID("P1"), pageSize: 3)
    let first: ListStockResponse = try stage.ask(.stockServiceListStock, request)
    #expect(first.levels.map(\.warehouseID) == ["W1", "W2", "W3"])
    request.pageToken = first.nextPageToken
    let second: ListStockResponse = try stage.ask(.stockServiceListStock, request)
    #expect(second.levels.map(\.variantID) == ["red"])
    #expect(second.nextPageToken.isEmpty)
    let low: ListStockResponse = try stage.ask(
      .stockServiceListStock, ListStockRequest(by: .productID("P1"), belowSafetyStock: true))
    #expect(low.levels.map(\.onHand) == [5, 7])
    let reorder: ListStockResponse = try stage.ask(
      .stockServiceListStock, ListStockRequest(by: .productID("P1"), belowReorderPoint: true))
    #expect(reorder.levels.map(\.onHand) == [20, 5, 7])
    let out: ListStockResponse = try stage.ask(
      .stockServiceListStock, ListStockRequest(by: .productID("P1"), belowSafetyStock: true, outOfStock: true))
    #expect(out.levels.isEmpty)
    let warehouse: ListStockResponse = try stage.ask(
      .stockServiceListStock, ListStockRequest(by: .warehouseID("W1")))
    #expect(warehouse.levels.map(\.onHand) == [50, 7])
    for request in [
      ListStockRequest(), ListStockRequest(by: .productID("P1"), pageSize: 1001),
      ListStockRequest(by: .productID("P1"), pageToken: "zz"), ListStockRequest(by: .productID("P1"), pageToken: "00"),
    ] {
      #expect(try stage.refusal(.stockServiceListStock, request).code == .invalidArgument)
    }
    #expect(try stage.refusal(.stockServiceListStock, ListStockRequest(by: .productID("P9"))).code == .notFound)
    #expect(try stage.refusal(.stockServiceListStock, ListStockRequest(by: .warehouseID("W9"))).code == .notFound)
  }

  @Test("a product is found by id, SKU and barcode, its own or a variant's")
  func products() throws {
    let stage = try Stage()
    try stage.stocked()
    for key in [GetProductRequest.Key.productID("P1"), .sku("S1"), .sku("S1R"), .barcode("4000")] {
      let product: Product = try stage.ask(.stockServiceGetProduct, GetProductRequest(key: key))
      #expect(product.productID == "P1")
    }
    #expect(try stage.refusal(.stockServiceGetProduct, GetProductRequest(key: .sku("none"))).code == .notFound)
    let page: ListProductsResponse = try stage.ask(.stockServiceListProducts, ListProductsRequest(pageSize: 1))
    #expect(page.products.map(\.productID) == ["P1"])
    let next: ListProductsResponse = try stage.ask(
      .stockServiceListProducts, ListProductsRequest(pageSize: 1, pageToken: page.nextPageToken))
    #expect(next.products.map(\.productID) == ["P2"])
    #expect(next.nextPageToken.isEmpty)
  }
}
