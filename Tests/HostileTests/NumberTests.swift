import Messages
import Support
import Testing

/// Every number of every request, found by the schema.
@Suite("Numbers that are too much") struct NumberTests {
  @Test(
    "the ends of the range give a clear status in every number of every request, and levels stay whole",
    arguments: [Int64.min, .min + 1, -1, 0, .max - 1, .max, Int64(UInt32.max), Int64(Int32.min)])
  func extremes(_ number: Int64) throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("admin"))
    let shape = try World.make(client)
    let sites = Site.of("int64", "uint64", "uint32", "int32", "bool")
    #expect(sites.count > 50)
    for site in sites {
      let answer = try client.call(site.method, raw: shape.request(site, with: .number(number)))
      #expect(!answer.isFault, "\(site) \(number): \(answer.summary)")
      try expectWhole(client, "\(site) \(number)")
    }
    #expect(try World.status(client).acceptsCommands)
  }

  @Test("what would overflow is OUT_OF_RANGE and changes nothing")
  func overflow() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("admin"))
    _ = try World.make(client)
    let most = StockSetting(productID: "P1", warehouseID: "W1", onHand: .max)
    // The total of both warehouses would not fit.
    let both = try client.call(.stockServiceSetStock, SetStockRequest(settings: [most]))
    #expect(both.code == .outOfRange, "\(both.summary)")
    try client.must(.stockServicePutProduct, PutProductRequest(product: Product(productID: "P2", name: "Two")))
    let alone = StockSetting(productID: "P2", warehouseID: "W1", onHand: .max)
    try client.must(.stockServiceSetStock, SetStockRequest(settings: [alone]))
    let line = AdjustmentLine(productID: "P2", warehouseID: "W1", type: .adjustment, quantity: 1)
    let more = try client.call(.stockServiceAdjustStock, AdjustStockRequest(lines: [line]))
    #expect(more.code == .outOfRange, "\(more.summary)")
    let items = (0..<2).map { _ in OrderItem(productID: "P2", quantity: .max, warehouseID: "W1") }
    let reserve = ReserveRequest(reference: Reference(type: .order, id: "O"), items: items)
    // Lines of one level are added up first.
    let held = try client.call(.reservationServiceReserve, reserve)
    #expect([.outOfRange, .failedPrecondition].contains(held.code), "\(held.summary)")
    let split = try client.call(
      .warehouseServiceSplitOrder,
      SplitOrderRequest(
        items: items.map { item in
          OrderItem(productID: item.productID, quantity: item.quantity)
        }))
    #expect([.outOfRange, .failedPrecondition].contains(split.code), "\(split.summary)")
    let level = try client.must(
      .stockServiceGetStock, GetStockRequest(productID: "P2", warehouseID: "W1")
    ).decode(StockLevel.self)
    #expect(level.onHand == .max && level.reserved == 0)
    try expectWhole(client, "overflow")
  }

  @Test("doubles that are no numbers, or no sense, give a clear status")
  func doubles() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("admin"))
    let shape = try World.make(client)
    let sites = Site.of("double")
    #expect(sites.count > 8)
    for site in sites {
      for number in [Double.nan, .infinity, -.infinity, -.zero, .greatestFiniteMagnitude, .leastNonzeroMagnitude, -1] {
        let answer = try client.call(site.method, raw: shape.request(site, with: .double(number)))
        #expect(!answer.isFault, "\(site) \(number): \(answer.summary)")
        if !number.isFinite { #expect(answer.code == .invalidArgument, "\(site) \(number): \(answer.summary)") }
        if site.method == .warehouseServiceSelectWarehouse, answer.code == .ok {
          let scores = try answer.decode(SelectWarehouseResponse.self).candidates.map(\.score)
          #expect(scores.allSatisfy { $0.isFinite }, "\(site) \(number): \(scores)")
        }
      }
    }
  }

  @Test(
    "values that an enum does not have are refused by name", arguments: [99, -1, Int64(Int32.max), Int64(Int32.min)])
  func enums(_ number: Int64) throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("admin"))
    let shape = try World.make(client)
    let before = try World.status(client).sequence
    let enums = Set(MessageRegistry.enums.map(\.fullName))
    let sites = Site.all.filter { enums.contains($0.field.type) }
    #expect(sites.count >= 9)
    for site in sites {
      let answer = try client.call(site.method, raw: shape.request(site, with: .number(number)))
      #expect(answer.code == .invalidArgument, "\(site): \(answer.summary)")
      #expect(answer.wrongFields.contains(site.name), "\(site): \(answer.summary)")
    }
    #expect(try World.status(client).sequence == before, "nothing was taken")
  }

  /// What a level promises, whatever was asked of it.
  private func expectWhole(_ client: CallClient, _ context: String) throws {
    for warehouse in ["W1", "W2", ""] {
      let level = try client.must(
        .stockServiceGetStock, GetStockRequest(productID: "P1", warehouseID: warehouse)
      ).decode(StockLevel.self)
      #expect(level.onHand >= 0 && level.reserved >= 0 && level.quarantined >= 0, "\(context): \(level)")
      #expect(level.available == level.onHand - level.reserved - level.quarantined, "\(context): \(level)")
    }
  }
}
