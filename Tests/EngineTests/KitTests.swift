import LMDB
import Messages
import Testing

@testable import Engine

@Suite("Kits")
struct KitTests {
  /// Kit K is 2 × P1 and 1 × P2; W1 has 10 and 3, W2 has 5 and 8, W3 has P1 alone.
  private func bench() throws -> Bench {
    let bench = try Bench()
    try bench.stock(["W1": 10, "W2": 5, "W3": 9], product: "P1")
    try bench.stock(["W1": 3, "W2": 8], product: "P2")
    try kit(bench, [KitComponent(productID: "P1", quantity: 2), KitComponent(productID: "P2", quantity: 1)])
    return bench
  }

  private func kit(_ bench: Bench, _ components: [KitComponent], id: String = "K") throws {
    _ = try bench.ok(
      .putProduct(.init(product: Product(productID: id, name: id, components: components))), as: Product.self)
  }

  private func available(_ bench: Bench, at warehouse: String = "") throws -> Int64 {
    try bench.reading { view in
      try view.kitLevel(LevelKey(product: "K", variant: "", warehouse: warehouse), try view.components(of: "K"))
        .available
    }
  }

  private func hold(_ bench: Bench, _ items: [OrderItem], order: String = "O1") throws -> [Reservation] {
    let response: ReserveResponse = try bench.ok(
      .reserve(ReserveRequest(reference: Reference(type: .order, id: order), items: items)))
    #expect(try bench.faults().isEmpty)
    return response.reservations
  }

  @Test("a warehouse has as many kits as its scarcest component allows, and the total is their sum")
  func availability() throws {
    let bench = try bench()
    #expect(try available(bench, at: "W1") == 3)
    #expect(try available(bench, at: "W2") == 2)
    #expect(try available(bench, at: "W3") == 0)
    #expect(try available(bench) == 5)
  }

  @Test("a hold of a kit holds its components, and all of it comes back")
  func holdAndRelease() throws {
    let bench = try bench()
    let held = try hold(bench, [OrderItem(productID: "K", quantity: 3, warehouseID: "W1")])
    #expect(held.map(\.productID) == ["K"] && held.map(\.quantity) == [3])
    #expect(try bench.level("P1", "W1")?.reserved == 6)
    #expect(try bench.level("P2", "W1")?.reserved == 3)
    #expect(try available(bench, at: "W1") == 0)
    let refused = try bench.refusal(bench.reserve(1, of: "K", order: "O2"))
    expect(refused, .failedPrecondition)
    #expect(refused.status.refusals.map(\.productID) == ["K"] && refused.status.refusals.map(\.available) == [0])
    let released: ReleaseResponse = try bench.ok(.release(.init(reference: Reference(type: .order, id: "O1"))))
    #expect(released.released.count == 1)
    #expect(try available(bench, at: "W1") == 3)
    #expect(try bench.faults().isEmpty)
  }

  @Test("lines are taken apart before they are added up: a kit and its component compete for the same units")
  func takenApart() throws {
    let bench = try bench()
    let items = [
      OrderItem(productID: "K", quantity: 2, warehouseID: "W1"),
      OrderItem(productID: "P1", quantity: 7, warehouseID: "W1"),
    ]
    let refused = try bench.refusal(
      .reserve(ReserveRequest(reference: Reference(type: .order, id: "O1"), items: items)))
    #expect(refused.status.refusals.map(\.available) == [6])
    _ = try hold(
      bench,
      [
        OrderItem(productID: "K", quantity: 2, warehouseID: "W1"),
        OrderItem(productID: "P1", quantity: 6, warehouseID: "W1"),
      ])
    #expect(try bench.level("P1", "W1")?.available == 0)
  }

  @Test("each kit ships from one warehouse, and an order is met whenever the warehouses have enough together")
  func split() throws {
    let bench = try bench()
    let held = try hold(bench, [OrderItem(productID: "K", quantity: 5)])
    #expect(held.map(\.warehouseID) == ["W1", "W2"] && held.map(\.quantity) == [3, 2])
    _ = try bench.ok(.release(.init(reference: Reference(type: .order, id: "O1"))), as: ReleaseResponse.self)
    // With a component beside it: W3 and what the kits leave.
    let both = try hold(
      bench, [OrderItem(productID: "P1", quantity: 14), OrderItem(productID: "K", quantity: 5)], order: "O2")
    #expect(both.filter { $0.productID == "K" }.reduce(0) { $0 + $1.quantity } == 5)
    #expect(both.filter { $0.productID == "P1" }.reduce(0) { $0 + $1.quantity } == 14)
    expect(
      try bench.refusal(
        .reserve(
          ReserveRequest(
            reference: Reference(type: .order, id: "O3"),
            items: [OrderItem(productID: "P1", quantity: 1)]))), .failedPrecondition)
  }

  @Test("what a hold is made of stays, whatever becomes of the kit, and whole kits leave")
  func frozen() throws {
    let bench = try bench()
    let held = try hold(bench, [OrderItem(productID: "K", quantity: 3, warehouseID: "W1")])
    try kit(bench, [KitComponent(productID: "P2", quantity: 1)])
    let sold: FulfillResponse = try bench.ok(
      .fulfill(.init(lines: [FulfillLine(reservationID: held[0].reservationID, quantity: 2)])))
    #expect(sold.reservations.map(\.quantity) == [1])
    #expect(try bench.level("P1", "W1")?.onHand == 6)
    #expect(try bench.level("P1", "W1")?.reserved == 2)
    #expect(try bench.level("P2", "W1")?.onHand == 1)
    #expect(try bench.faults().isEmpty)
    // Kit and components both count.
    for (product, units) in [("K", 2), ("P1", 4), ("P2", 2)] as [(String, Int64)] {
      let key = LevelKey(product: product, variant: "", warehouse: "")
      #expect(try bench.reading { try $0.sold(key, channel: "", day: UInt32(bench.now / 86_400_000_000)) } == units)
    }
  }

  @Test("a kit's hold is extended, converted, changed, moved and expires like any other")
  func life() throws {
    let bench = try bench()
    let made: ReserveResponse = try bench.ok(bench.reserve(2, of: "K", cart: "C1", ttl: 60))
    let id = made.reservations[0].reservationID
    let more: Reservation = try bench.ok(.changeReservation(.init(reservationID: id, quantity: 3)))
    #expect(more.quantity == 3)
    #expect(try bench.faults().isEmpty)
    expect(try bench.refusal(.changeReservation(.init(reservationID: id, quantity: 4))), .failedPrecondition)
    expect(try bench.refusal(.changeReservation(.init(reservationID: id, warehouseID: "W2"))), .failedPrecondition)
    expect(try bench.refusal(.changeReservation(.init(reservationID: id, warehouseID: "W3"))), .notFound)
    let moved: Reservation = try bench.ok(.changeReservation(.init(reservationID: id, quantity: 2, warehouseID: "W2")))
    #expect(moved.warehouseID == "W2")
    #expect(try bench.level("P1", "W1")?.reserved == 0)
    #expect(try bench.level("P1", "W2")?.reserved == 4)
    #expect(try bench.faults().isEmpty)
    _ = try bench.ok(
      .extend(.init(reservationIDs: [id], until: .timeToLiveSeconds(120))), as: ExtendResponse.self)
    bench.now += 120_000_000
    // The component's level has room as soon as the kit's hold is due.
    let taken: ReserveResponse = try bench.ok(bench.reserve(5, of: "P1", at: "W2", order: "O5"))
    #expect(taken.reservations.count == 1)
    #expect(try bench.level("P2", "W2")?.reserved == 0)
    #expect(try bench.faults().isEmpty)
    expect(try bench.refusal(.extend(.init(reservationIDs: [id], until: .timeToLiveSeconds(1)))), .notFound)
  }

  @Test("what would break a kit is refused, and says why")
  func rules() throws {
    let bench = try bench()
    func put(_ product: Product) throws -> CallFailure { try bench.refusal(.putProduct(.init(product: product))) }
    let one = [KitComponent(productID: "P1", quantity: 1)]
    expect(try put(Product(productID: "X", components: [KitComponent(productID: "P9", quantity: 1)])), .notFound)
    expect(
      try put(Product(productID: "X", components: [KitComponent(productID: "K", quantity: 1)])), .failedPrecondition)
    expect(
      try put(Product(productID: "P1", components: [KitComponent(productID: "P2", quantity: 1)])), .failedPrecondition)
    expect(try put(Product(productID: "X", components: one + one)), .invalidArgument)
    expect(try put(Product(productID: "X", components: [KitComponent(productID: "X", quantity: 1)])), .invalidArgument)
    expect(try put(Product(productID: "X", components: [KitComponent(productID: "P1", quantity: 0)])), .invalidArgument)
    let stocked = try bench.refusal(
      .setStock(.init(settings: [StockSetting(productID: "K", warehouseID: "W1", onHand: 1)])))
    expect(stocked, .failedPrecondition)
    #expect(stocked.status.refusals.map(\.reason) == [.kit])
    _ = try hold(bench, [OrderItem(productID: "K", quantity: 1, warehouseID: "W1")])
    expect(try put(Product(productID: "K", name: "no kit")), .failedPrecondition)
  }

  // A kit was left with a component that no longer existed: it could not be put again, nor held where it had been.
  @Test("a variant that a kit is made of cannot be removed")
  func variants() throws {
    let bench = try bench()
    func put(_ variants: [String]) -> CommandRequest {
      .putProduct(
        .init(product: Product(productID: "X", name: "X", variants: variants.map { Variant(variantID: $0, name: $0) })))
    }
    _ = try bench.ok(put(["red", "blue"]), as: Product.self)
    try kit(bench, [KitComponent(productID: "X", variantID: "red", quantity: 1)])
    expect(try bench.refusal(put(["blue"])), .failedPrecondition)
    _ = try bench.ok(put(["red"]), as: Product.self)
    try kit(bench, [KitComponent(productID: "P1", quantity: 1)])
    _ = try bench.ok(put([]), as: Product.self)
  }

  @Test("folding the journal again gives the same state, kits and all")
  func replay() throws {
    let bench = try bench()
    var seed: UInt64 = 7
    func random(_ limit: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % limit
    }
    for round in 0..<300 {
      let order = Reference(type: .cart, id: "C\(random(6))")
      let request: CommandRequest =
        switch random(6) {
        case 0, 1:
          .reserve(
            ReserveRequest(
              reference: order,
              items: [
                OrderItem(
                  productID: "K", quantity: Int64(1 + random(2)), warehouseID: random(2) == 0 ? "" : "W\(1 + random(2))"
                ),
                OrderItem(productID: "P\(1 + random(2))", quantity: Int64(1 + random(3))),
              ], timeToLiveSeconds: UInt32(random(200)), mode: random(2) == 0 ? .bestEffort : .allOrNothing))
        case 2: .release(.init(reference: order))
        case 3: .fulfill(.init(reference: order))
        case 4:
          .adjustStock(
            .init(
              lines: [
                AdjustmentLine(
                  productID: "P\(1 + random(2))", warehouseID: "W\(1 + random(2))", type: .adjustment,
                  quantity: Int64(random(6)))
              ], reason: "more"))
        default: .extend(.init(reference: order, until: .timeToLiveSeconds(UInt32(10 + random(100)))))
        }
      _ = try? bench.run([request], sweepLimit: random(3))
      bench.now += Int64(random(40)) * 1_000_000
      if round % 20 == 0 { #expect(try bench.faults() == []) }
    }
    #expect(try bench.faults() == [])
    #expect(try bench.replayed().dump() == bench.dump())
  }
}

extension StateView {
  /// Units sold of a product through a channel on a day.
  fileprivate func sold(_ level: LevelKey, channel: String, day: UInt32) throws -> Int64 {
    key.set(salesOf: level, channel: channel, day: day)
    return try transaction.value(tables.sales, key) { $0.int64(at: 0) } ?? 0
  }
}
