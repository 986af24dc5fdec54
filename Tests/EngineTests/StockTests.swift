import Journal
import Messages
import Testing

@testable import Engine

@Suite("Stock commands")
struct StockTests {
  @Test("a new level has the defaults, and an absent field leaves an existing one alone")
  func defaults() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    let made = try #require(try bench.level("P1", "W1"))
    #expect(made.onHand == 10)
    #expect(made.safetyStock == 10)
    #expect(made.reorderPoint == 20)
    #expect(made.reorderQuantity == 100)
    #expect(made.version == 1)
    let set = SetStockRequest(settings: [StockSetting(productID: "P1", warehouseID: "W1", safetyStock: 3)])
    let response: SetStockResponse = try bench.ok(.setStock(set))
    #expect(response.levels[0].onHand == 10)
    #expect(response.levels[0].safetyStock == 3)
    #expect(response.levels[0].reorderPoint == 20)
    #expect(response.levels[0].version == 2)
  }

  @Test("a set to the same values writes no entry")
  func noChange() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    let before = bench.writer.facts.sequence
    let set = SetStockRequest(settings: [StockSetting(productID: "P1", warehouseID: "W1", onHand: 10)])
    let outcome = try bench.run([.setStock(set)])[0]
    #expect(outcome.failure == nil)
    #expect(outcome.sequence == before)
    #expect(bench.writer.facts.sequence == before)
  }

  @Test("a set of many levels is all or nothing, and the total follows")
  func atomic() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10, "W2": 5])
    let set = SetStockRequest(settings: [
      StockSetting(productID: "P1", warehouseID: "W1", onHand: 99),
      StockSetting(productID: "P1", warehouseID: "nowhere", onHand: 1),
    ])
    let failure = try bench.refusal(.setStock(set))
    expect(failure, .notFound)
    #expect(failure.status.refusals.first?.reason == .unknownWarehouse)
    #expect(try bench.level("P1", "W1")?.onHand == 10)
    #expect(try bench.level("P1", "")?.onHand == 15)
  }

  @Test("an unexpected version is ABORTED and says the current one")
  func expectedVersion() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    let set = SetStockRequest(settings: [
      StockSetting(productID: "P1", warehouseID: "W1", onHand: 11, expectedVersion: 7)
    ])
    let failure = try bench.refusal(.setStock(set))
    expect(failure, .aborted)
    #expect(failure.status.refusals.first?.currentVersion == 1)
    let missing = SetStockRequest(settings: [
      StockSetting(productID: "P1", warehouseID: "W3", onHand: 1, expectedVersion: 0)
    ])
    _ = try bench.ok(.setStock(missing), as: SetStockResponse.self)
  }

  // Of several lines of one level only the first was looked at: a stale version further down was taken as current.
  @Test("every line's expected version is that from before the command, however many lines change the level")
  func expectedVersionOfLines() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    func lines(_ versions: [UInt64?]) -> CommandRequest {
      .adjustStock(
        .init(
          lines: versions.map {
            .init(productID: "P1", warehouseID: "W1", type: .return, quantity: 1, expectedVersion: $0)
          }))
    }
    for versions: [UInt64?] in [[nil, 7], [1, 2], [1, nil, 3]] {
      let failure = try bench.refusal(lines(versions))
      expect(failure, .aborted)
      #expect(failure.status.refusals.first?.currentVersion == 1)
    }
    let response: AdjustStockResponse = try bench.ok(lines([1, 1, nil]))
    #expect(response.levels.map(\.version) == [4, 4, 4])
  }

  @Test("no command lowers on_hand below reserved + quarantined but an admin's allow_oversold")
  func belowHeld() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    _ = try bench.ok(bench.reserve(6), as: ReserveResponse.self)
    _ = try bench.ok(
      .adjustStock(.init(lines: [.init(productID: "P1", warehouseID: "W1", type: .quarantine, quantity: 2)])),
      as: AdjustStockResponse.self)
    let set = SetStockRequest(settings: [StockSetting(productID: "P1", warehouseID: "W1", onHand: 7)])
    expect(try bench.refusal(.setStock(set)), .failedPrecondition)
    let damage = AdjustStockRequest(lines: [.init(productID: "P1", warehouseID: "W1", type: .damage, quantity: -3)])
    expect(try bench.refusal(.adjustStock(damage)), .failedPrecondition)
    var oversold = set
    oversold.allowOversold = true
    expect(try bench.refusal(.setStock(oversold)), .permissionDenied)
    let response: SetStockResponse = try bench.ok(.setStock(oversold), role: .admin)
    #expect(response.levels[0].available == -1)
  }

  @Test("each type of adjustment changes what it says, with the sign that it asks for")
  func adjustments() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    func adjust(_ type: AdjustmentType, _ quantity: Int64, inQuarantine: Bool = false) throws -> StockLevel {
      let line = AdjustmentLine(
        productID: "P1", warehouseID: "W1", type: type, quantity: quantity, inQuarantine: inQuarantine)
      let response: AdjustStockResponse = try bench.ok(.adjustStock(.init(lines: [line])))
      return response.levels[0]
    }
    #expect(try adjust(.adjustment, -3).onHand == 7)
    #expect(try adjust(.return, 2).onHand == 9)
    #expect(try adjust(.sale, -1).onHand == 8)
    #expect(try adjust(.damage, -1).onHand == 7)
    #expect(try adjust(.quarantine, 3).quarantined == 3)
    #expect(try adjust(.unquarantine, 1).quarantined == 2)
    let returned = try adjust(.return, 4, inQuarantine: true)
    #expect((returned.onHand, returned.quarantined) == (11, 6))
    let scrapped = try adjust(.damage, -6, inQuarantine: true)
    #expect((scrapped.onHand, scrapped.quarantined, scrapped.available) == (5, 0, 5))
    for (type, quantity) in [
      (AdjustmentType.return, Int64(-1)), (.sale, 1), (.damage, 1), (.quarantine, -1), (.adjustment, 0),
      (.unspecified, 1),
    ] {
      let line = AdjustmentLine(productID: "P1", warehouseID: "W1", type: type, quantity: quantity)
      expect(try bench.refusal(.adjustStock(.init(lines: [line]))), .invalidArgument)
    }
    #expect(try bench.faults() == [])
  }

  @Test("a quantity that would leave 64 bits is OUT_OF_RANGE, in the level and in the total")
  func overflow() throws {
    let bench = try Bench()
    try bench.stock(["W1": .max])
    let more = AdjustStockRequest(lines: [.init(productID: "P1", warehouseID: "W1", type: .return, quantity: 1)])
    expect(try bench.refusal(.adjustStock(more)), .outOfRange)
    let other = SetStockRequest(settings: [StockSetting(productID: "P1", warehouseID: "W2", onHand: 1)])
    expect(try bench.refusal(.setStock(other)), .outOfRange)
    #expect(try bench.level("P1", "")?.onHand == .max)
  }

  @Test("stock moves between warehouses at once, and only what is available")
  func move() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    _ = try bench.ok(bench.reserve(4), as: ReserveResponse.self)
    let much = MoveStockRequest(productID: "P1", fromWarehouseID: "W1", toWarehouseID: "W2", quantity: 7)
    let failure = try bench.refusal(.moveStock(much))
    expect(failure, .failedPrecondition)
    #expect(failure.status.refusals.first?.available == 6)
    let moved: MoveStockResponse = try bench.ok(
      .moveStock(.init(productID: "P1", fromWarehouseID: "W1", toWarehouseID: "W2", quantity: 6)))
    #expect(moved.from?.onHand == 4)
    #expect(moved.to?.onHand == 6)
    #expect(moved.to?.safetyStock == 10)
    #expect(try bench.level("P1", "")?.onHand == 10)
    #expect(try bench.faults() == [])
  }

  @Test("rows of an import are good or bad on their own")
  func importing() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    func row(_ number: UInt64, sku: String = "", product: String = "P1", code: String = "C-W1", _ quantity: Int64)
      -> ImportRow
    {
      ImportRow(rowNumber: number, sku: sku, productID: product, warehouseCode: code, quantity: quantity)
    }
    let response: ImportStockResponse = try bench.ok(
      .importStock(
        .init(rows: [
          row(1, 10), row(2, code: "C-W2", 7), row(3, product: "nothing", 1), row(4, code: "nowhere", 1), row(5, -1),
          row(6, sku: "SKU-P1", product: "", 12), row(7, sku: "SKU-P9", product: "", 1), row(8, sku: "SKU-P9", 1),
        ])))
    #expect(response.unchanged == 1)
    #expect(response.changed == 2)
    #expect(response.errors.map(\.rowNumber) == [3, 4, 5, 7, 8])
    #expect(response.errors.map(\.field) == ["ProductID", "WarehouseCode", "Quantity", "SKU", "SKU"])
    #expect(try bench.level("P1", "W1")?.onHand == 12)
    let imported = try #require(try bench.level("P1", "W2"))
    #expect((imported.onHand, imported.safetyStock, imported.reorderPoint) == (7, 0, 0))
  }

  // The row's product and the SKU's were compared as Swift compares strings: the stock of the wrong one was set.
  @Test("an import takes no product for another that only looks like it")
  func importingAlike() throws {
    let bench = try Bench()
    let (composed, decomposed) = ("Caf\u{e9}", "Cafe\u{301}")
    try bench.stock(["W1": 10], product: composed)
    try bench.stock(["W1": 20], product: decomposed)
    let row = ImportRow(
      rowNumber: 2, sku: "SKU-\(composed)", productID: decomposed, warehouseCode: "C-W1", quantity: 5)
    let response: ImportStockResponse = try bench.ok(.importStock(.init(rows: [row])))
    #expect(response.errors.map(\.field) == ["SKU"])
    #expect(try bench.level(decomposed, "W1")?.onHand == 20)
    #expect(try bench.level(composed, "W1")?.onHand == 10)
  }

  @Test("a dry run of an import changes nothing")
  func dryRun() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    let before = try bench.dump()
    let rows = [ImportRow(rowNumber: 1, productID: "P1", warehouseCode: "C-W1", quantity: 99)]
    let response: ImportStockResponse = try bench.ok(.importStock(.init(rows: rows, dryRun: true)))
    #expect(response.changed == 1)
    #expect(try bench.dump() == before)
  }

  @Test("SKUs and barcodes belong to one product, and a variant with stock cannot be left out")
  func products() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    let thief = Product(productID: "P2", name: "P2", sku: "SKU-P1")
    expect(try bench.refusal(.putProduct(.init(product: thief))), .alreadyExists)
    let red = Product(productID: "P3", name: "P3", variants: [Variant(variantID: "red", sku: "R", barcodes: ["400"])])
    _ = try bench.ok(.putProduct(.init(product: red)), as: Product.self)
    #expect(try bench.reading { try $0.owner(ofBarcode: "400") } == CodeOwner(product: "P3", variant: "red"))
    let set = SetStockRequest(settings: [
      StockSetting(productID: "P3", variantID: "red", warehouseID: "W1", onHand: 1)
    ])
    _ = try bench.ok(.setStock(set), as: SetStockResponse.self)
    expect(try bench.refusal(.putProduct(.init(product: Product(productID: "P3", name: "P3")))), .failedPrecondition)
    let blue = SetStockRequest(settings: [
      StockSetting(productID: "P3", variantID: "blue", warehouseID: "W1", onHand: 1)
    ])
    #expect(try bench.refusal(.setStock(blue)).status.refusals.first?.reason == .unknownVariant)
  }

  @Test("a new level may bring opening holds, within what it has")
  func openingHolds() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    func set(_ warehouse: String, _ held: Int64) -> CommandRequest {
      .setStock(
        SetStockRequest(settings: [
          StockSetting(
            productID: "P1", warehouseID: warehouse, onHand: 5,
            openingHolds: [OpeningHold(reference: Reference(type: .order, id: "old"), quantity: held)])
        ]))
    }
    _ = try bench.ok(.deactivateWarehouse(.init(warehouseID: "W3")), as: Warehouse.self)
    expect(try bench.refusal(set("W3", 1)), .failedPrecondition)
    expect(try bench.refusal(set("W2", 6)), .failedPrecondition)
    #expect(try bench.level("P1", "W2") == nil)
    let response: SetStockResponse = try bench.ok(set("W2", 4))
    #expect(response.levels[0].available == 1)
    expect(try bench.refusal(set("W1", 1)), .failedPrecondition)
    #expect(try bench.reading { try $0.holds(Reference(type: .order, id: "old")) }.count == 1)
    #expect(try bench.faults() == [])
  }

  /// A bench whose W1 has 10 units, of which a cart holds 4 that are due by now, and W2 5.
  private func due() throws -> Bench {
    let bench = try Bench()
    try bench.stock(["W1": 10, "W2": 5])
    try bench.run([bench.reserve(4, cart: "C1", ttl: 60), bench.reserve(3, order: "O1")])
    bench.now += 61_000_000
    return bench
  }

  /// Types of the entries that were recorded after `sequence`, alerts aside.
  private func entries(_ bench: Bench, after sequence: UInt64) throws -> [EntryType] {
    let arena = MessageArena()
    var types: [EntryType] = []
    var next = sequence + 1
    while let type = try bench.writer.journal.reader.withEntry(
      at: next,
      { stored in
        arena.reset()
        return (try? Entry(decoding: stored.bytes, in: arena))?.type ?? .unspecified
      })
    {
      // What the changes that did happen raise or close comes with them.
      if type != .alert { types.append(type) }
      next += 1
    }
    return types
  }

  @Test("a bad row of an import leaves nothing behind but the release of what was due")
  func badRow() throws {
    let bench = try due()
    let before = bench.writer.facts.sequence
    let rows = [
      ImportRow(rowNumber: 1, productID: "P1", warehouseCode: "C-W1", quantity: 2),
      ImportRow(rowNumber: 2, productID: "P9", warehouseCode: "C-W1", quantity: 2),
      ImportRow(rowNumber: 3, productID: "P1", warehouseCode: "C-W9", quantity: 2),
      ImportRow(rowNumber: 4, productID: "P1", warehouseCode: "C-W2", quantity: -1),
      ImportRow(rowNumber: 5, productID: "P1", warehouseCode: "C-W3", quantity: .max),
    ]
    let response: ImportStockResponse = try bench.ok(.importStock(.init(rows: rows)))
    #expect(response.errors.map(\.rowNumber) == [1, 2, 3, 4, 5])
    #expect(try entries(bench, after: before) == [.expire])
    #expect(try bench.level("P1", "W3") == nil)
    #expect(try bench.level("P1", "W1")?.onHand == 10)
    #expect(try bench.level("P1", "W1")?.reserved == 3)
    #expect(try bench.faults() == [])
  }

  @Test("an item that best effort does not hold leaves nothing behind but the release of what was due")
  func failedItem() throws {
    let bench = try due()
    let before = bench.writer.facts.sequence
    let items = [
      OrderItem(productID: "P1", quantity: 8, warehouseID: "W1"),
      OrderItem(productID: "P1", quantity: 5, warehouseID: "W2"),
      OrderItem(productID: "P9", quantity: 1),
    ]
    let request = ReserveRequest(
      reference: Reference(type: .order, id: "O2"), items: items, mode: .bestEffort)
    let response: ReserveResponse = try bench.ok(.reserve(request))
    #expect(response.reservations.map(\.warehouseID) == ["W2"])
    #expect(response.failures.count == 2)
    #expect(try entries(bench, after: before).filter { $0 != .alert } == [.expire, .reserve])
    #expect(try bench.level("P1", "W1")?.reserved == 3)
    #expect(try bench.faults() == [])
  }

  @Test("an order of which best effort can hold nothing leaves nothing behind, no alert either")
  func nothingHeld() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    _ = try bench.ok(bench.reserve(10, cart: "C1", ttl: 60), as: ReserveResponse.self)
    bench.now += 60_000_000
    let before = bench.writer.facts.sequence
    // What is due at W1 is released on the way; then there are 10, and 11 are asked for.
    let request = ReserveRequest(
      reference: Reference(type: .order, id: "O1"), items: [OrderItem(productID: "P1", quantity: 11)], mode: .bestEffort
    )
    let response: ReserveResponse = try bench.ok(.reserve(request))
    #expect(response.reservations.isEmpty && response.failures.count == 1)
    #expect(bench.writer.facts.sequence == before)
    #expect(try bench.level("P1", "W1")?.reserved == 10)
  }
}
