import Messages
import Testing

@testable import Engine

@Suite("Reservation commands")
struct ReservationTests {
  @Test("a refusal names every item that is short and holds nothing")
  func allOrNothing() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    try bench.stock(["W1": 1], product: "P2")
    let request = ReserveRequest(
      reference: Reference(type: .order, id: "O1"),
      items: [
        OrderItem(productID: "P1", quantity: 11, warehouseID: "W1"), OrderItem(productID: "P2", quantity: 2),
        OrderItem(productID: "P1", quantity: 1),
      ])
    let failure = try bench.refusal(.reserve(request))
    expect(failure, .failedPrecondition)
    #expect(failure.status.refusals.map(\.requested) == [11, 2])
    #expect(failure.status.refusals.map(\.available) == [10, 1])
    #expect(try bench.level("P1", "W1")?.reserved == 0)
  }

  @Test("lines of one level are added up before any check")
  func addedUp() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    let line = OrderItem(productID: "P1", quantity: 6, warehouseID: "W1")
    let request = ReserveRequest(reference: Reference(type: .order, id: "O1"), items: [line, line])
    #expect(try bench.refusal(.reserve(request)).status.refusals.map(\.requested) == [12])
    let less = OrderItem(productID: "P1", quantity: 5, warehouseID: "W1")
    let response: ReserveResponse = try bench.ok(
      .reserve(ReserveRequest(reference: Reference(type: .order, id: "O1"), items: [less, less])))
    #expect(response.reservations.map(\.quantity) == [10])
  }

  @Test("best effort holds each item wholly or not at all")
  func bestEffort() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    try bench.stock(["W1": 1], product: "P2")
    let request = ReserveRequest(
      reference: Reference(type: .order, id: "O1"),
      items: [OrderItem(productID: "P1", quantity: 3), OrderItem(productID: "P2", quantity: 2)], mode: .bestEffort)
    let response: ReserveResponse = try bench.ok(.reserve(request))
    #expect(response.reservations.map(\.productID) == ["P1"])
    #expect(response.failures.map(\.productID) == ["P2"])
    #expect(response.failures.first?.available == 1)
    #expect(try bench.level("P2", "W1")?.reserved == 0)
  }

  @Test("items without a warehouse are split over warehouses in one step")
  func split() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10, "W2": 5])
    let request = ReserveRequest(
      reference: Reference(type: .order, id: "O1"), items: [OrderItem(productID: "P1", quantity: 12)])
    let response: ReserveResponse = try bench.ok(.reserve(request))
    #expect(response.reservations.reduce(0) { $0 + $1.quantity } == 12)
    #expect(Set(response.reservations.map(\.warehouseID)) == ["W1", "W2"])
    #expect(response.isProvenOptimal)
    let more = ReserveRequest(
      reference: Reference(type: .order, id: "O2"), items: [OrderItem(productID: "P1", quantity: 4)])
    let failure = try bench.refusal(.reserve(more))
    #expect(failure.status.refusals.map(\.available) == [3])
    #expect(try bench.faults() == [])
  }

  @Test("a line that names its warehouse and one that does not share the stock")
  func pinnedAndFree() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10, "W2": 5])
    let request = ReserveRequest(
      reference: Reference(type: .order, id: "O1"),
      items: [
        OrderItem(productID: "P1", quantity: 7), OrderItem(productID: "P1", quantity: 8, warehouseID: "W1"),
      ])
    let response: ReserveResponse = try bench.ok(.reserve(request))
    #expect(response.reservations.reduce(0) { $0 + $1.quantity } == 15)
    #expect(try bench.faults() == [])
  }

  @Test("a cart that reserves again replaces its own holds, which never stand in its own way")
  func replace() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    _ = try bench.ok(bench.reserve(8, cart: "C1"), as: ReserveResponse.self)
    _ = try bench.ok(bench.reserve(10, cart: "C1"), as: ReserveResponse.self)
    #expect(try bench.level("P1", "W1")?.reserved == 10)
    expect(try bench.refusal(bench.reserve(11, cart: "C1")), .failedPrecondition)
    #expect(try bench.level("P1", "W1")?.reserved == 10, "a refused replacement keeps the old holds")
    _ = try bench.ok(bench.reserve(3, cart: "C1"), as: ReserveResponse.self)
    _ = try bench.ok(bench.reserve(2, cart: "C1", existing: .add), as: ReserveResponse.self)
    #expect(try bench.level("P1", "W1")?.reserved == 5)
    #expect(try bench.reading { try $0.holds(Reference(type: .cart, id: "C1")) }.count == 2)
    #expect(try bench.faults() == [])
  }

  @Test("an order that already has holds and says neither is ALREADY_EXISTS")
  func existingOrder() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    _ = try bench.ok(bench.reserve(1), as: ReserveResponse.self)
    expect(try bench.refusal(bench.reserve(1)), .alreadyExists)
    _ = try bench.ok(bench.reserve(1, existing: .add), as: ReserveResponse.self)
    _ = try bench.ok(bench.reserve(5, existing: .replace), as: ReserveResponse.self)
    #expect(try bench.level("P1", "W1")?.reserved == 5)
  }

  @Test("a hold is due at its instant exactly, and what is due never makes a command fail")
  func exactExpiry() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    let held: ReserveResponse = try bench.ok(bench.reserve(10, cart: "C1", ttl: 60))
    let expiresAt = held.reservations[0].expiresAt
    #expect(expiresAt == bench.now + 60_000_000)
    bench.now = expiresAt - 1
    expect(try bench.refusal(bench.reserve(1, cart: "C2")), .failedPrecondition)
    bench.now = expiresAt
    let fulfill = FulfillRequest(lines: [FulfillLine(reservationID: held.reservations[0].reservationID)])
    expect(try bench.refusal(.fulfill(fulfill)), .failedPrecondition)
    expect(try bench.refusal(.convertReservation(.init(cartID: "C1", orderID: "O1"))), .failedPrecondition)
    expect(
      try bench.refusal(.extend(.init(reference: Reference(type: .cart, id: "C1"), until: .timeToLiveSeconds(60)))),
      .failedPrecondition)
    expect(try bench.refusal(bench.reserve(11, cart: "C2")), .failedPrecondition)
    #expect(try bench.level("P1", "W1")?.reserved == 10, "a refused command drops its releases")
    _ = try bench.ok(bench.reserve(10, cart: "C2", ttl: 60), as: ReserveResponse.self)
    #expect(try bench.reading { try $0.holds(Reference(type: .cart, id: "C1")) }.isEmpty)
    #expect(try bench.faults() == [])
  }

  @Test("the sweeper releases what is due, a bounded number at a time")
  func sweeper() throws {
    let bench = try Bench()
    try bench.stock(["W1": 100])
    for cart in 0..<10 { _ = try bench.ok(bench.reserve(1, cart: "C\(cart)", ttl: 10), as: ReserveResponse.self) }
    #expect(bench.writer.nextExpiry == bench.now + 10_000_000)
    bench.now += 10_000_000
    try bench.run([], sweepLimit: 7)
    #expect(try bench.level("P1", "W1")?.reserved == 3)
    try bench.run([], sweepLimit: 7)
    #expect(try bench.level("P1", "W1")?.reserved == 0)
    #expect(bench.writer.nextExpiry == .max)
    #expect(try bench.faults() == [])
  }

  @Test("the defaults of the time to live go by type")
  func timeToLive() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    let cart: ReserveResponse = try bench.ok(bench.reserve(1, cart: "C1"))
    #expect(cart.reservations[0].expiresAt == bench.now + 1_800_000_000)
    let order: ReserveResponse = try bench.ok(bench.reserve(1))
    #expect(order.reservations[0].expiresAt == 0)
    let transfer: ReserveResponse = try bench.ok(
      .reserve(
        ReserveRequest(
          reference: Reference(type: .transfer, id: "T1"),
          items: [OrderItem(productID: "P1", quantity: 1, warehouseID: "W1")])))
    #expect(transfer.reservations[0].expiresAt == bench.now + 86_400_000_000)
  }

  @Test("a cart becomes an order and is fulfilled in parts")
  func convertAndFulfill() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    let cart: ReserveResponse = try bench.ok(bench.reserve(5, cart: "C1"))
    let id = cart.reservations[0].reservationID
    let order: ConvertReservationResponse = try bench.ok(.convertReservation(.init(cartID: "C1", orderID: "O1")))
    #expect(order.reservations[0].reservationID == id)
    #expect(order.reservations[0].expiresAt == 0)
    bench.now += 86_400_000_000
    let part: FulfillResponse = try bench.ok(.fulfill(.init(lines: [FulfillLine(reservationID: id, quantity: 2)])))
    #expect((part.reservations[0].quantity, part.reservations[0].fulfilledQuantity) == (3, 2))
    var level = try #require(try bench.level("P1", "W1"))
    #expect((level.onHand, level.reserved) == (8, 3))
    expect(
      try bench.refusal(.fulfill(.init(lines: [FulfillLine(reservationID: id, quantity: 4)]))), .failedPrecondition)
    _ = try bench.ok(.fulfill(.init(reference: Reference(type: .order, id: "O1"))), as: FulfillResponse.self)
    level = try #require(try bench.level("P1", "W1"))
    #expect((level.onHand, level.reserved) == (5, 0))
    expect(try bench.refusal(.fulfill(.init(lines: [FulfillLine(reservationID: id)]))), .notFound)
    #expect(try bench.faults() == [])
  }

  @Test("a caller that is bound to channels holds, changes and sells for these alone")
  func channels() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    func hold(_ cart: String, _ channel: String) -> CommandRequest {
      .reserve(
        ReserveRequest(
          reference: Reference(type: .cart, id: cart),
          items: [OrderItem(productID: "P1", quantity: 1, warehouseID: "W1")], channelID: channel))
    }
    func code(_ request: CommandRequest, _ channels: [String]) throws -> StatusCode? {
      try bench.run([request], role: .seller, channels: channels)[0].failure?.statusCode
    }
    #expect(try code(hold("C1", "SHOP"), ["POS"]) == .permissionDenied)
    #expect(try code(hold("C1", ""), ["POS"]) == .permissionDenied)
    let held: ReserveResponse = try bench.decode(try bench.run([hold("C1", "SHOP")], channels: ["SHOP"])[0])
    let id = held.reservations[0].reservationID
    let cart = Reference(type: .cart, id: "C1")
    for request: CommandRequest in [
      hold("C1", "POS"), .release(.init(reservationIDs: [id])), .release(.init(reference: cart)),
      .extend(.init(reference: cart, until: .timeToLiveSeconds(9))),
      .convertReservation(.init(cartID: "C1", orderID: "O")),
      .changeReservation(.init(reservationID: id, quantity: 2)), .fulfill(.init(reference: cart)),
      .fulfill(.init(lines: [FulfillLine(reservationID: id)])),
    ] { #expect(try code(request, ["POS"]) == .permissionDenied, "\(request)") }
    #expect(try code(.fulfill(.init(reference: cart)), ["POS", "SHOP"]) == nil)
    #expect(try bench.level("P1", "W1")?.onHand == 9)
  }

  @Test("a best-effort replacement of which nothing can be held keeps the old holds")
  func bestEffortReplacement() throws {
    let bench = try Bench()
    try bench.stock(["W1": 4])
    _ = try bench.ok(bench.reserve(3, cart: "C1"), as: ReserveResponse.self)
    let more = ReserveRequest(
      reference: Reference(type: .cart, id: "C1"), items: [OrderItem(productID: "P1", quantity: 5, warehouseID: "W1")],
      mode: .bestEffort)
    let response: ReserveResponse = try bench.ok(.reserve(more))
    #expect(response.reservations.isEmpty)
    #expect(response.failures.map(\.available) == [4])
    #expect(try bench.level("P1", "W1")?.reserved == 3)
  }

  @Test("identifiers are the same only if their bytes are, however alike they look")
  func canonicalEquivalence() throws {
    let bench = try Bench()
    let (composed, decomposed) = ("Caf\u{e9}", "Cafe\u{301}")
    try bench.stock(["W1": 10], product: composed)
    try bench.stock(["W1": 20], product: decomposed)
    let both = ReserveRequest(
      reference: Reference(type: .order, id: "O1"),
      items: [
        OrderItem(productID: composed, quantity: 1, warehouseID: "W1"),
        OrderItem(productID: decomposed, quantity: 2, warehouseID: "W1"),
      ])
    let response: ReserveResponse = try bench.ok(.reserve(both))
    #expect(response.reservations.map(\.quantity) == [1, 2])
    #expect(try bench.level(composed, "W1")?.reserved == 1)
    #expect(try bench.level(decomposed, "W1")?.reserved == 2)
    let thief = Product(productID: decomposed, name: "thief", sku: "SKU-\(composed)")
    expect(try bench.refusal(.putProduct(.init(product: thief))), .alreadyExists)
    #expect(try bench.faults() == [])
    let replayed = try bench.replayed()
    #expect(try replayed.dump() == (try bench.dump()))
  }

  @Test("an order whose costs are too large to be searched over is met all the same")
  func hugeCosts() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10, "W2": 5])
    for id in ["W1", "W2"] {
      let rate = ShippingRate(baseMicros: .max / 2, perUnitMicros: .max / 2, currency: "USD")
      _ = try bench.ok(
        .updateWarehouse(.init(warehouse: Warehouse(warehouseID: id, shippingRate: rate))), as: Warehouse.self)
    }
    let request = ReserveRequest(
      reference: Reference(type: .order, id: "O1"), items: [OrderItem(productID: "P1", quantity: 12)])
    let response: ReserveResponse = try bench.ok(.reserve(request))
    #expect(response.reservations.reduce(0) { $0 + $1.quantity } == 12)
    #expect(!response.isProvenOptimal)
  }

  // The plan knew nothing of lines that name their warehouse, and made a second shipment where one would do.
  @Test("a free line ships with one that names its warehouse, where that saves a shipment")
  func freeBesidePinned() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10, "W2": 5])
    try bench.stock(["W1": 10, "W2": 5], product: "P2")
    for (order, named) in [("O1", "W1"), ("O2", "W2")] {
      let request = ReserveRequest(
        reference: Reference(type: .order, id: order),
        items: [
          OrderItem(productID: "P1", quantity: 1), OrderItem(productID: "P2", quantity: 1, warehouseID: named),
          OrderItem(productID: "P2", quantity: 2),
        ])
      let response: ReserveResponse = try bench.ok(.reserve(request))
      #expect(Set(response.reservations.map(\.warehouseID)) == [named])
      #expect(response.reservations.reduce(0) { $0 + $1.quantity } == 4)
    }
    #expect(try bench.faults() == [])
  }

  @Test("where there is no warehouse yet, an order is short of what it asks for, and not too dear")
  func noWarehouses() throws {
    let bench = try Bench()
    _ = try bench.ok(.putProduct(.init(product: Product(productID: "P1", name: "One"))), as: Product.self)
    let items = [OrderItem(productID: "P1", quantity: 2), OrderItem(productID: "P0", quantity: 1)]
    var request = ReserveRequest(reference: Reference(type: .order, id: "O1"), items: [items[0]])
    let failure = try bench.refusal(.reserve(request))
    expect(failure, .failedPrecondition)
    #expect(failure.status.refusals.map(\.requested) == [2])
    request.items = items
    request.mode = .bestEffort
    let response: ReserveResponse = try bench.ok(.reserve(request))
    #expect(response.failures.map(\.reason) == [.notEnoughStock, .unknownProduct])
  }

  @Test("an order's holds that are due do not stand in the way of a conversion, and live ones do")
  func convertIntoOrder() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    _ = try bench.ok(bench.reserve(2, order: "O1", ttl: 60), as: ReserveResponse.self)
    _ = try bench.ok(bench.reserve(5, cart: "C1", ttl: 600), as: ReserveResponse.self)
    expect(try bench.refusal(.convertReservation(.init(cartID: "C1", orderID: "O1"))), .alreadyExists)
    bench.now += 60_000_000
    _ = try bench.ok(
      .convertReservation(.init(cartID: "C1", orderID: "O1")), as: ConvertReservationResponse.self)
    #expect(try bench.level("P1", "W1")?.reserved == 5)
    #expect(try bench.faults() == [])
  }

  @Test("a hold changes its quantity and its warehouse, checked like a new one")
  func change() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10, "W2": 5])
    let held: ReserveResponse = try bench.ok(bench.reserve(5))
    let id = held.reservations[0].reservationID
    expect(try bench.refusal(.changeReservation(.init(reservationID: id, quantity: 11))), .failedPrecondition)
    _ = try bench.ok(.changeReservation(.init(reservationID: id, quantity: 10)), as: Reservation.self)
    expect(try bench.refusal(.changeReservation(.init(reservationID: id, warehouseID: "W2"))), .failedPrecondition)
    let moved: Reservation = try bench.ok(
      .changeReservation(.init(reservationID: id, quantity: 5, warehouseID: "W2")))
    #expect((moved.reservationID, moved.warehouseID, moved.quantity) == (id, "W2", 5))
    #expect(try bench.level("P1", "W1")?.reserved == 0)
    #expect(try bench.level("P1", "W2")?.reserved == 5)
    _ = try bench.ok(.release(.init(reservationIDs: [id])), as: ReleaseResponse.self)
    #expect(try bench.faults() == [])
  }

  @Test("a deactivated warehouse takes no new holds, and what it holds may still ship")
  func inactive() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10, "W2": 5])
    let held: ReserveResponse = try bench.ok(bench.reserve(2))
    _ = try bench.ok(.deactivateWarehouse(.init(warehouseID: "W1")), as: Warehouse.self)
    let failure = try bench.refusal(bench.reserve(1, order: "O2"))
    #expect(failure.status.refusals.first?.reason == .warehouseInactive)
    let free = ReserveRequest(
      reference: Reference(type: .order, id: "O3"), items: [OrderItem(productID: "P1", quantity: 5)])
    let response: ReserveResponse = try bench.ok(.reserve(free))
    #expect(response.reservations.map(\.warehouseID) == ["W2"])
    let id = held.reservations[0].reservationID
    expect(try bench.refusal(.changeReservation(.init(reservationID: id, quantity: 3))), .failedPrecondition)
    _ = try bench.ok(.fulfill(.init(lines: [FulfillLine(reservationID: id)])), as: FulfillResponse.self)
  }

  @Test("release by ids is all or none; by reference, none is fine")
  func release() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    let held: ReserveResponse = try bench.ok(bench.reserve(5))
    let id = held.reservations[0].reservationID
    expect(try bench.refusal(.release(.init(reservationIDs: [id, "x-1"]))), .notFound)
    #expect(try bench.level("P1", "W1")?.reserved == 5)
    let none: ReleaseResponse = try bench.ok(.release(.init(reference: Reference(type: .cart, id: "none"))))
    #expect(none.released.isEmpty)
    let released: ReleaseResponse = try bench.ok(.release(.init(reference: Reference(type: .order, id: "O1"))))
    #expect(released.released.map(\.reservationID) == [id])
    #expect(try bench.level("P1", "W1")?.reserved == 0)
  }
}
