import Testing

@testable import Inventory

@Suite("Order splits, case by case")
struct SplitCaseTests {
  private func warehouse(
    _ id: String, north: Double? = 0, priority: Int = 0, base: Int64 = 0, unit: Int64 = 0, kilometre: Int64 = 0,
    currency: String = "EUR"
  ) -> ShippingWarehouse {
    ShippingWarehouse(
      id: id, coordinates: north.map { Coordinates(latitude: $0, longitude: 0) }, priority: priority,
      rate: ShippingRate(base: base, perUnit: unit, perUnitKilometre: kilometre, currency: currency))
  }

  /// The shipments as "warehouse: line×quantity …", and what is unmet.
  private func describe(_ request: SplitRequest) throws -> [String] {
    let plan = try #require(try splitOrder(request).plan)
    let unmet = plan.lines.enumerated().filter { $1.unmet > 0 }.map { "\($0) lacks \($1.unmet) of \($1.available)" }
    return plan.shipments.map { shipment in
      "\(request.warehouses[shipment.warehouse].id): "
        + shipment.parts.map { "\($0.line)×\($0.quantity)" }.joined(separator: " ")
    } + unmet
  }

  @Test("priority walks from the highest down, ties by id, whatever the order of the list")
  func priority() throws {
    let request = SplitRequest(
      lines: [OrderLine(item: 0, quantity: 6)],
      warehouses: [
        warehouse("low", priority: 1), warehouse("b", priority: 7), warehouse("a", priority: 7),
        warehouse("top", priority: 9),
      ],
      available: [9, 3, 2, 2], strategy: .priority)
    #expect(try describe(request) == ["a: 0×2", "b: 0×2", "top: 0×2"])
  }

  @Test("nearest walks outwards, ties by id, and to an unknown distance last")
  func nearest() throws {
    var request = SplitRequest(
      lines: [OrderLine(item: 0, quantity: 5)],
      warehouses: [
        warehouse("lost", north: nil), warehouse("far", north: 9), warehouse("b", north: -1), warehouse("a", north: 1),
      ],
      available: [9, 9, 2, 2], shipTo: Coordinates(latitude: 0, longitude: 0), strategy: .nearest)
    #expect(try describe(request) == ["a: 0×2", "b: 0×2", "far: 0×1"])
    request.lines[0].quantity = 14
    #expect(try describe(request) == ["a: 0×2", "b: 0×2", "far: 0×9", "lost: 0×1"])
  }

  @Test("the lowest cost pays a base only where its units are cheap enough")
  func lowestCost() throws {
    var request = SplitRequest(
      lines: [OrderLine(item: 0, quantity: 10)],
      warehouses: [warehouse("a", base: 100, unit: 10), warehouse("b", base: 10, unit: 18)],
      available: [20, 20], strategy: .lowestCost)
    #expect(try describe(request) == ["b: 0×10"])
    request.lines[0].quantity = 12
    #expect(try describe(request) == ["a: 0×12"])
    request.available = [11, 20]
    #expect(try describe(request) == ["b: 0×12"], "226 against 238 for both")
  }

  @Test("fewest shipments come before the cost, and the cost before the score")
  func fewestShipments() throws {
    var request = SplitRequest(
      lines: [OrderLine(item: 0, quantity: 2), OrderLine(item: 1, quantity: 2)],
      warehouses: [
        warehouse("cheap one", unit: 1), warehouse("cheap other", unit: 1), warehouse("dear", base: 900, unit: 50),
        warehouse("dearer, but preferred", priority: 10, base: 900, unit: 51),
      ],
      available: [2, 0, 2, 2, 0, 2, 2, 2])
    #expect(try describe(request) == ["dear: 0×2 1×2"])
    request.warehouses[3].rate.perUnit = 50
    #expect(try describe(request) == ["dearer, but preferred: 0×2 1×2"])
    request.strategy = .lowestCost
    #expect(try describe(request) == ["cheap one: 0×2", "cheap other: 1×2"])
  }

  @Test("plans that are equal in everything go to the first ids, by bytes")
  func ties() throws {
    for strategy in [SplitStrategy.lowestCost, .fewestShipments] {
      let request = SplitRequest(
        lines: [OrderLine(item: 0, quantity: 2)],
        warehouses: ["d", "é", "b", "e\u{301}", "c"].map { warehouse($0, base: 5, unit: 1) },
        available: [1, 1, 1, 1, 1], strategy: strategy)
      #expect(try describe(request) == ["b: 0×1", "c: 0×1"])
    }
  }

  @Test("lines of one item share its stock, the first line first")
  func competingLines() throws {
    var request = SplitRequest(
      lines: [OrderLine(item: 0, quantity: 4), OrderLine(item: 0, quantity: 4)],
      warehouses: [warehouse("a"), warehouse("b")], available: [3, 4], allowsPartial: true)
    #expect(try describe(request) == ["a: 0×3", "b: 0×1 1×3", "1 lacks 1 of 7"])
    request.wholeLinesOnly = true
    #expect(try describe(request) == ["b: 0×4", "1 lacks 4 of 7"])
  }

  @Test("a pinned line takes from its warehouse only, before the lines that could go elsewhere")
  func pinned() throws {
    var request = SplitRequest(
      lines: [OrderLine(item: 0, quantity: 3), OrderLine(item: 0, quantity: 3, pinnedWarehouse: 0)],
      warehouses: [warehouse("a"), warehouse("b", base: 50)], available: [4, 4], allowsPartial: true)
    #expect(try describe(request) == ["a: 0×1 1×3", "b: 0×2"])
    request.lines[1].quantity = 6
    #expect(try describe(request) == ["a: 1×4", "b: 0×3", "1 lacks 2 of 4"])
    request.wholeLinesOnly = true
    #expect(try describe(request) == ["a: 0×3", "1 lacks 6 of 4"])
  }

  @Test("a warehouse that a pinned line opens is opened for all")
  func openAnyway() throws {
    let request = SplitRequest(
      lines: [OrderLine(item: 0, quantity: 1, pinnedWarehouse: 0), OrderLine(item: 1, quantity: 1)],
      warehouses: [warehouse("a", base: 1_000, unit: 9), warehouse("b", base: 5, unit: 5)], available: [1, 1, 1, 1],
      strategy: .lowestCost)
    #expect(try describe(request) == ["a: 0×1 1×1"])
  }

  @Test("a warehouse that does not take part ships for the lines pinned to it only")
  func pinnedElsewhere() throws {
    var store = warehouse("store")
    store.capabilities = [.storage]
    let request = SplitRequest(
      lines: [OrderLine(item: 0, quantity: 1, pinnedWarehouse: 0), OrderLine(item: 0, quantity: 2)],
      warehouses: [store, warehouse("w")], available: [9, 1], allowsPartial: true)
    #expect(try describe(request) == ["store: 0×1", "w: 1×1", "1 lacks 1 of 1"])
  }

  @Test("the pick-up warehouse is used first, by every strategy, unless it does not take part")
  func pickUp() throws {
    for strategy in SplitStrategy.allCases {
      var request = SplitRequest(
        lines: [OrderLine(item: 0, quantity: 5)],
        warehouses: [warehouse("near", priority: 10), warehouse("pick-up", north: 50, base: 1_000, unit: 1_000)],
        available: [5, 2], shipTo: Coordinates(latitude: 0, longitude: 0), strategy: strategy, pickUpWarehouse: 1)
      #expect(try describe(request) == ["near: 0×3", "pick-up: 0×2"])
      request.warehouses[1].isActive = false
      #expect(try describe(request) == ["near: 0×5"])
    }
  }

  @Test("without leave to ship a part, a shortfall lists every line")
  func short() throws {
    let request = SplitRequest(
      lines: [OrderLine(item: 0, quantity: 1), OrderLine(item: 1, quantity: 9), OrderLine(item: 1, quantity: 2)],
      warehouses: [warehouse("a"), warehouse("b")], available: [1, 0, 4, 3])
    #expect(
      try splitOrder(request)
        == .short([
          LineResult(requested: 1, unmet: 0, available: 1), LineResult(requested: 9, unmet: 2, available: 7),
          LineResult(requested: 2, unmet: 2, available: 7),
        ]))
  }

  @Test("costs are rounded up once a shipment, over all of its lines")
  func rounding() throws {
    let request = SplitRequest(
      lines: [OrderLine(item: 0, quantity: 1), OrderLine(item: 1, quantity: 1)],
      warehouses: [warehouse("a", north: 1, base: 10, kilometre: 1)], available: [1, 1],
      shipTo: Coordinates(latitude: 0, longitude: 0))
    let plan = try #require(try splitOrder(request).plan)
    #expect(plan.shipments.first?.metres == 111_195)
    #expect(plan.costMicros == 10 + 223, "222.39 and not twice 111.195, each rounded up")
    #expect(plan.currency == "EUR")
  }

  @Test("warehouses that could take part with two currencies are refused by their places in the list")
  func currencies() throws {
    var request = SplitRequest(
      lines: [OrderLine(item: 0, quantity: 1)],
      warehouses: [warehouse("a", currency: ""), warehouse("b"), warehouse("c", currency: "USD")], available: [1, 1, 1])
    #expect(try splitOrder(request) == .currencies(CurrencyMismatch(first: 1, second: 2)))
    request.available = [1, 1, 0]
    #expect(try splitOrder(request).plan != nil, "one without stock could not take part")
    request.available = [0, 1, 0, 0, 0, 1]
    request.lines.append(OrderLine(item: 1, quantity: 1, pinnedWarehouse: 2))
    #expect(try splitOrder(request) == .currencies(CurrencyMismatch(first: 1, second: 2)))
  }

  @Test("what does not fit 64 bits is an error, by every strategy")
  func overflow() throws {
    for strategy in SplitStrategy.allCases {
      let request = SplitRequest(
        lines: [OrderLine(item: 0, quantity: 1 << 40)], warehouses: [warehouse("a", unit: 1 << 40)],
        available: [1 << 41], strategy: strategy)
      #expect(throws: InventoryError.overflow) { try splitOrder(request) }
      let many = SplitRequest(
        lines: [OrderLine(item: 0, quantity: .max), OrderLine(item: 1, quantity: .max)], warehouses: [warehouse("a")],
        available: [.max, .max], strategy: strategy)
      #expect(throws: InventoryError.overflow) { try splitOrder(many) }
    }
  }

  @Test("a search refuses costs that it could not add up, where a walk that does not meet them goes on")
  func overflowElsewhere() throws {
    for strategy in SplitStrategy.allCases {
      let request = SplitRequest(
        lines: [OrderLine(item: 0, quantity: 4_000)],
        warehouses: [warehouse("a", priority: 1, unit: 1), warehouse("b", north: 1, unit: 1 << 50)],
        available: [4_000, 4_000], shipTo: Coordinates(latitude: 0, longitude: 0), strategy: strategy)
      if strategy == .priority || strategy == .nearest {
        #expect(try describe(request) == ["a: 0×4000"])
      } else {
        #expect(throws: InventoryError.overflow) { try splitOrder(request) }
      }
    }
  }

  @Test("totals that do not fit are only ever compared, and counted as the largest number")
  func hugeStock() throws {
    let request = SplitRequest(
      lines: [OrderLine(item: 0, quantity: 5), OrderLine(item: 0, quantity: .max)],
      warehouses: [warehouse("a"), warehouse("b")], available: [.max, .max], strategy: .priority, allowsPartial: true)
    #expect(try describe(request) == ["a: 0×5 1×\(Int64.max - 5)", "1 lacks 5 of \(Int64.max)"])
  }

  @Test("what is out of range is an error")
  func outOfRange() {
    let good = SplitRequest(
      lines: [OrderLine(item: 0, quantity: 1)], warehouses: [warehouse("a"), warehouse("b")], available: [1, 1])
    let changes: [(inout SplitRequest) -> Void] = [
      { $0.lines[0].quantity = 0 }, { $0.lines[0].quantity = -1 }, { $0.lines[0].item = 1 }, { $0.lines[0].item = -1 },
      { $0.lines[0].pinnedWarehouse = 2 }, { $0.lines[0].pinnedWarehouse = -1 }, { $0.pickUpWarehouse = 2 },
      { $0.available = [1, 1, 1] }, { $0.available = [] }, { $0.warehouses[0].rate.base = -1 },
      { $0.weights.base = .infinity }, { $0.warehouses = [] },
    ]
    for (index, change) in changes.enumerated() {
      var request = good
      change(&request)
      #expect(throws: InventoryError.outOfRange, "change \(index)") { try splitOrder(request) }
    }
  }

  @Test("an order without lines, or without warehouses, is an empty plan")
  func empty() throws {
    let nothing = SplitRequest(lines: [], warehouses: [], available: [])
    #expect(try splitOrder(nothing).plan?.shipments == [])
    let idle = SplitRequest(lines: [], warehouses: [warehouse("a")], available: [1])
    #expect(try splitOrder(idle).plan?.costMicros == 0)
    let bare = SplitRequest(
      lines: [OrderLine(item: 0, quantity: 1)], warehouses: [warehouse("a")], available: [0], allowsPartial: true)
    #expect(try describe(bare) == ["0 lacks 1 of 0"])
  }
}
