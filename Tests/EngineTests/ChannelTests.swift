import LMDB
import Messages
import Testing

@testable import Engine

@Suite("Channels")
struct ChannelTests {
  private let day: Int64 = 86_400_000_000

  /// P1 with 100 at W1 and 100 at W2, and channels without a buffer of their own.
  private func bench(_ channels: [String] = ["WEB"], buffer: UInt32 = 0) throws -> Bench {
    let bench = try Bench()
    try bench.stock(["W1": 100, "W2": 100])
    for id in channels {
      let _: Channel = try bench.ok(.putChannel(.init(channelID: id, safetyBufferBasisPoints: buffer)))
    }
    return bench
  }

  private func set(_ bench: Bench, _ channel: String, _ units: Int64?, product: String = "P1") throws -> ChannelStock {
    try bench.ok(.setChannelStock(.init(channelID: channel, productID: product, allocated: units)))
  }

  private func stock(_ bench: Bench, _ channel: String = "WEB", product: String = "P1") throws -> ChannelStock {
    try bench.reading { view in
      let (limit, sold) = try view.limit(of: try view.existingChannel(channel), product: product, variant: "")
      return ChannelStock(ChannelKey(product: product, variant: "", channel: channel), limit, lastSoldAt: sold)
    }
  }

  private func reserve(
    _ units: Int64..., at warehouses: [String] = [""], channel: String = "WEB", cart: String = "C1",
    products: [String] = ["P1"], mode: ReserveMode = .unspecified, ttl: UInt32? = nil,
    existing: ExistingHolds = .unspecified
  ) -> CommandRequest {
    .reserve(
      ReserveRequest(
        reference: Reference(type: .cart, id: cart),
        items: units.enumerated().map { place, units in
          OrderItem(
            productID: products[place % products.count], quantity: units,
            warehouseID: warehouses[place % warehouses.count])
        }, channelID: channel, timeToLiveSeconds: ttl, mode: mode, existing: existing))
  }

  private func held(_ bench: Bench, _ request: CommandRequest) throws -> [Reservation] {
    try bench.ok(request, as: ReserveResponse.self).reservations
  }

  /// The only refusal, which must be about the channel's limit.
  private func limited(_ bench: Bench, _ request: CommandRequest, role: Role = .operator) throws -> [Int64] {
    let failure = try bench.refusal(request, role: role)
    expect(failure, .failedPrecondition)
    try #require(failure.status.refusals.count == 1, "\(failure.status)")
    let refusal = failure.status.refusals[0]
    #expect(refusal.reason == .channelLimit && refusal.channelID == "WEB" && refusal.productID == "P1")
    return [refusal.requested, refusal.available]
  }

  @Test(
    "a new channel has what its kind has by default",
    arguments: [
      (ChannelKind.website, ChannelMode.realtime, 100), (.pos, .realtime, 90), (.mobileApp, .realtime, 80),
      (.amazon, .batch, 70), (.ebay, .batch, 60), (.walmart, .batch, 50), (.unspecified, .batch, 0),
    ] as [(ChannelKind, ChannelMode, UInt32)])
  func defaults(kind: ChannelKind, mode: ChannelMode, priority: UInt32) throws {
    let bench = try Bench()
    let channel: Channel = try bench.ok(.putChannel(.init(channelID: "C", kind: kind)))
    #expect(
      channel
        == Channel(
          channelID: "C", name: "C", kind: kind, mode: mode, batchIntervalSeconds: 900, priority: priority,
          safetyBufferBasisPoints: 500, oversellProtection: true, createdAt: bench.now, updatedAt: bench.now))
  }

  @Test("what is absent stays as it is, and a put that changes nothing writes nothing")
  func put() throws {
    let bench = try Bench()
    let first: Channel = try bench.ok(
      .putChannel(.init(channelID: "C", name: "Shop", kind: .pos, batchIntervalSeconds: 60, priority: 0)))
    #expect(first.priority == 0 && first.name == "Shop")
    bench.now += 1
    let second: Channel = try bench.ok(.putChannel(.init(channelID: "C", kind: .amazon, oversellProtection: false)))
    #expect(second.kind == .amazon && second.mode == .realtime && second.priority == 0 && second.name == "Shop")
    #expect(!second.oversellProtection && second.createdAt == first.createdAt && second.updatedAt == bench.now)
    let sequence = bench.writer.facts.sequence
    bench.now += 1
    #expect(try bench.ok(.putChannel(.init(channelID: "C", kind: .amazon))) == second)
    #expect(bench.writer.facts.sequence == sequence)
    #expect(try bench.reading { try $0.channels() } == [second])
    #expect(try bench.replayed().dump() == bench.dump())
  }

  @Test("what is wrong with a request is said by its fields")
  func violations() throws {
    let bench = try Bench()
    let cases: [(CommandRequest, [String])] = [
      (
        .putChannel(
          .init(
            kind: ChannelKind(rawValue: 99), mode: ChannelMode(rawValue: 9), batchIntervalSeconds: 0, priority: 1_001,
            safetyBufferBasisPoints: 10_001)),
        ["channel_id", "kind", "mode", "batch_interval_seconds", "priority", "safety_buffer_basis_points"]
      ),
      (.allocateStock(.init(total: -1)), ["product_id", "total", "strategy"]),
      (.allocateStock(.init(productID: "P", strategy: .custom)), ["weights", "weights"]),
      (
        .allocateStock(
          .init(
            productID: "P", strategy: .custom, channelIDs: ["A", "A"],
            weights: [ChannelWeight(channelID: "B", weight: 1_000_001)])),
        ["channel_ids[1]", "weights[0].weight", "weights[0].channel_id"]
      ),
      (
        .allocateStock(.init(productID: "P", strategy: .priority, weights: [ChannelWeight(channelID: "B", weight: 1)])),
        ["weights"]
      ),
      (.setChannelStock(.init(allocated: -1)), ["channel_id", "product_id", "allocated"]),
      (.reallocateUnsold(.init(channelID: "A", variantID: "V", unsoldDays: 401)), ["variant_id", "unsold_days"]),
      (.reallocateUnsold(.init(channelID: "A", pageToken: "zz")), ["page_token"]),
      (.reallocateUnsold(.init(channelID: "A", pageToken: "4200")), ["page_token"]),
    ]
    for (request, fields) in cases {
      let failure = try bench.refusal(request)
      expect(failure, .invalidArgument)
      #expect(failure.status.violations.map(\.field) == fields)
    }
  }

  @Test("what does not exist is NOT_FOUND, each channel of a list by name")
  func unknown() throws {
    let bench = try bench()
    let failure = try bench.refusal(
      .allocateStock(.init(productID: "P1", strategy: .proportional, channelIDs: ["Y", "WEB", "X"])))
    expect(failure, .notFound)
    #expect(failure.status.refusals.map(\.channelID) == ["X", "Y"])
    expect(try bench.refusal(.setChannelStock(.init(channelID: "X", productID: "P1"))), .notFound)
    expect(try bench.refusal(.setChannelStock(.init(channelID: "WEB", productID: "P9"))), .notFound)
    expect(try bench.refusal(.allocateStock(.init(productID: "P9", strategy: .priority))), .notFound)
    expect(try bench.refusal(.reallocateUnsold(.init(channelID: "X"))), .notFound)
    expect(try Bench().refusal(.allocateStock(.init(productID: "P1", strategy: .priority))), .failedPrecondition)
  }

  @Test("with an allocation a channel holds up to it less its buffer; holds count once they are made")
  func allocated() throws {
    let bench = try bench(buffer: 500)
    #expect(try set(bench, "WEB", 50).sellable == 47, "the buffer of 2.5 is rounded up")
    #expect(try limited(bench, reserve(48)) == [48, 47])
    #expect(try held(bench, reserve(40)).count == 1)
    #expect(try stock(bench).held == 40)
    #expect(try limited(bench, reserve(8, cart: "C2")) == [8, 7])
    #expect(try held(bench, reserve(7, cart: "C2")).count == 1)
    #expect(try held(bench, reserve(100, channel: "LABEL", cart: "C3")).count >= 1, "a label is not limited")
    #expect(try held(bench, reserve(20, channel: "", cart: "C4")).count >= 1)
    let shown = try stock(bench)
    #expect(shown.held == 47 && shown.sellable == 0 && shown.allocated == 50 && shown.buffer == 3)
    #expect(shown.available == 33)
    #expect(try bench.faults() == [])
  }

  @Test("without an allocation only what is available less the buffer limits")
  func notAllocated() throws {
    let bench = try bench(buffer: 1_000)
    #expect(try limited(bench, reserve(181)) == [181, 180])
    #expect(try held(bench, reserve(90)).count == 1)
    #expect(try stock(bench).sellable == 99, "of 110 that are left")
    let off: Channel = try bench.ok(.putChannel(.init(channelID: "WEB", oversellProtection: false)))
    #expect(!off.oversellProtection)
    #expect(try held(bench, reserve(110, cart: "C2")).count == 2)
    #expect(try stock(bench).sellable == 0)
  }

  @Test("lines of one product count together, whatever warehouses they name")
  func together() throws {
    let bench = try bench()
    _ = try set(bench, "WEB", 10)
    #expect(try limited(bench, reserve(6, 5, at: ["W1", "W2"])) == [11, 10])
    #expect(try limited(bench, reserve(6, 5, at: ["", "W2"])) == [11, 10])
    #expect(try held(bench, reserve(6, 4, at: ["", "W2"])).count == 2)
    let failure = try bench.refusal(reserve(200, 1, 300, at: ["W1", "W2", "W3"], cart: "C2"))
    #expect(failure.status.refusals.first?.requested == 501)
    let overflow = try bench.refusal(reserve(.max, .max, at: ["W1", "W2"], cart: "C2"))
    #expect(overflow.status.refusals.first?.requested == .max)
  }

  @Test("BEST_EFFORT holds line by line what the channel may sell, and what stock refuses takes nothing of it")
  func bestEffort() throws {
    let bench = try bench()
    _ = try set(bench, "WEB", 10)
    // 6 at W1; 150 at W2 is past the limit; 5 are past what is left of it; the open line is taken last.
    let response: ReserveResponse = try bench.ok(
      reserve(4, 6, 150, 3, at: ["", "W1", "W2", "W3"], mode: .bestEffort))
    #expect(response.reservations.map(\.quantity).sorted() == [4, 6])
    #expect(response.failures.map(\.reason) == [.channelLimit, .unknownLevel])
    #expect(response.failures[0].available == 4 && response.failures[0].warehouseID == "W2")
    let none: ReserveResponse = try bench.ok(reserve(1, mode: .bestEffort, existing: .add))
    #expect(none.reservations.isEmpty && none.failures.map(\.reason) == [.channelLimit])
    #expect(try bench.faults() == [])
  }

  @Test("what a cart replaces does not stand in its way; a refused replacement keeps it")
  func replace() throws {
    let bench = try bench()
    _ = try set(bench, "WEB", 10)
    #expect(try held(bench, reserve(10)).count == 1)
    #expect(try held(bench, reserve(9)).count == 1)
    #expect(try limited(bench, reserve(11)) == [11, 10])
    #expect(try stock(bench).held == 9)
    #expect(try limited(bench, reserve(2, existing: .add)) == [2, 1])
    #expect(try held(bench, reserve(5, channel: "")).count == 1)
    #expect(try stock(bench).held == 0)
  }

  @Test("expired holds never stand in a channel's way, wherever they are and whoever's")
  func expired() throws {
    let bench = try bench()
    _ = try set(bench, "WEB", 10)
    _ = try held(bench, reserve(4, at: ["W1"], cart: "A", ttl: 10))
    _ = try held(bench, reserve(6, at: ["W2"], cart: "B", ttl: 20))
    #expect(try limited(bench, reserve(1)) == [1, 0])
    bench.now += 15_000_000
    #expect(try limited(bench, reserve(5, at: ["W2"])) == [5, 4])
    #expect(try stock(bench).held == 10, "the release is dropped with the refusal")
    #expect(try held(bench, reserve(4, at: ["W2"])).count == 1)
    #expect(try stock(bench).held == 10)
    bench.now += 15_000_000
    let effort: ReserveResponse = try bench.ok(reserve(7, 6, at: ["W1", "W2"], cart: "C2", mode: .bestEffort))
    #expect(effort.reservations.map(\.quantity) == [6])
    #expect(effort.failures.map(\.available) == [6])
    // What is available counts only what is not due.
    _ = try held(bench, reserve(150, channel: "", cart: "D", ttl: 10))
    _ = try set(bench, "WEB", nil)
    #expect(try limited(bench, reserve(100, cart: "E")) == [100, 40])
    bench.now += 15_000_000
    #expect(try held(bench, reserve(100, cart: "E")).reduce(0) { $0 + $1.quantity } == 100)
    #expect(try bench.faults() == [])
    #expect(try bench.replayed().dump() == bench.dump())
  }

  @Test("more of a hold is limited like a new one; less, a move and a conversion are not")
  func change() throws {
    let bench = try bench()
    _ = try set(bench, "WEB", 10)
    let hold = try held(bench, reserve(8, at: ["W1"]))[0]
    func change(_ quantity: Int64?, to warehouse: String = "") -> CommandRequest {
      .changeReservation(
        .init(reservationID: hold.reservationID, quantity: quantity, warehouseID: warehouse))
    }
    #expect(try limited(bench, change(11)) == [3, 2])
    #expect(try limited(bench, change(11, to: "W2")) == [3, 2])
    #expect(try bench.ok(change(10), as: Reservation.self).quantity == 10)
    _ = try set(bench, "WEB", 5)
    #expect(try bench.ok(change(nil, to: "W2"), as: Reservation.self).warehouseID == "W2")
    #expect(try stock(bench).held == 10)
    #expect(try bench.ok(change(9, to: "W1"), as: Reservation.self).quantity == 9)
    let converted: ConvertReservationResponse = try bench.ok(.convertReservation(.init(cartID: "C1", orderID: "O1")))
    #expect(converted.reservations[0].channelID == "WEB")
    #expect(try stock(bench).held == 9)
    _ = try bench.ok(.release(.init(reference: Reference(type: .order, id: "O1"))), as: ReleaseResponse.self)
    #expect(try stock(bench).held == 0)
    #expect(try bench.replayed().dump() == bench.dump())
  }

  @Test("opening holds of a channel are limited, unless an admin says otherwise")
  func openingHolds() throws {
    let bench = try bench(buffer: 1_000)
    try bench.stock(["W3": 0], product: "P2")
    func request(_ units: Int64, oversold: Bool = false) -> CommandRequest {
      let hold = OpeningHold(reference: Reference(type: .order, id: "O1"), quantity: units, channelID: "WEB")
      return .setStock(
        .init(
          settings: [StockSetting(productID: "P2", warehouseID: "W1", onHand: 10, openingHolds: [hold])],
          allowOversold: oversold))
    }
    let refusal = try bench.refusal(request(10)).status.refusals[0]
    #expect(refusal.reason == .channelLimit && refusal.available == 9)
    _ = try bench.ok(request(10, oversold: true), as: SetStockResponse.self, role: .admin)
    #expect(try stock(bench, product: "P2").held == 10)
  }

  @Test("Fulfill and SALE lower what is allocated, never below 0; RETURN does not raise it")
  func sales() throws {
    let bench = try bench()
    _ = try set(bench, "WEB", 10)
    let hold = try held(bench, reserve(6, at: ["W1"]))[0]
    let line = FulfillLine(reservationID: hold.reservationID, quantity: 4)
    bench.now += 5
    _ = try bench.ok(.fulfill(.init(lines: [line])), as: FulfillResponse.self)
    var shown = try stock(bench)
    #expect(shown.allocated == 6 && shown.held == 2 && shown.sellable == 4 && shown.lastSoldAt == bench.now)
    func adjust(_ type: AdjustmentType, _ units: Int64...) throws {
      _ = try bench.ok(
        .adjustStock(
          .init(
            lines: units.map {
              AdjustmentLine(productID: "P1", warehouseID: "W2", type: type, quantity: $0, channelID: "WEB")
            })), as: AdjustStockResponse.self)
    }
    let soldAt = bench.now
    bench.now += 5
    try adjust(.return, 3)
    shown = try stock(bench)
    #expect(shown.allocated == 6 && shown.lastSoldAt == soldAt)
    try adjust(.sale, -1, -2)
    #expect(try stock(bench).allocated == 3)
    try adjust(.sale, -50)
    shown = try stock(bench)
    #expect(shown.allocated == 0 && shown.isAllocated && shown.sellable == 0 && shown.lastSoldAt == bench.now)
    _ = try set(bench, "WEB", nil)
    try adjust(.sale, -1)
    #expect(try !stock(bench).isAllocated)
    #expect(try bench.replayed().dump() == bench.dump())
  }

  @Test("allocations take the place of what was, and their entries say before and after")
  func allocate() throws {
    let bench = try bench(["B", "A", "WEB"])
    _ = try set(bench, "B", 7)
    let custom: AllocateStockResponse = try bench.ok(
      .allocateStock(
        .init(
          productID: "P1", total: 11, strategy: .custom,
          weights: [("B", 1), ("A", 1), ("WEB", 0)].map { ChannelWeight(channelID: $0, weight: $1) })))
    #expect(custom.allocations.map(\.channelID) == ["A", "B", "WEB"])
    #expect(custom.allocations.map(\.allocated) == [6, 5, 0])
    #expect(custom.allocations.map(\.previouslyAllocated) == [0, 7, 0])
    #expect(custom.total == 11 && custom.buffer == 0 && custom.left == 0)
    // Holds that are due are available.
    _ = try held(bench, reserve(30, channel: "", ttl: 1))
    bench.now += 2_000_000
    let equal: AllocateStockResponse = try bench.ok(
      .allocateStock(.init(productID: "P1", strategy: .proportional, channelIDs: ["B", "A"])))
    #expect(equal.total == 200 && equal.buffer == 20 && equal.allocations.map(\.allocated) == [90, 90])
    let sequence = bench.writer.facts.sequence
    _ = try bench.ok(
      .allocateStock(.init(productID: "P1", strategy: .proportional, channelIDs: ["B", "A"])),
      as: AllocateStockResponse.self)
    #expect(bench.writer.facts.sequence == sequence, "nothing changed")
    #expect(try bench.replayed().dump() == bench.dump())
  }

  @Test("sales of the last 30 days count, each channel's own")
  func velocity() throws {
    let bench = try bench(["A", "B"])
    func sell(_ units: Int64, _ channel: String) throws {
      let line = AdjustmentLine(
        productID: "P1", warehouseID: "W1", type: .sale, quantity: -units, channelID: channel)
      _ = try bench.ok(.adjustStock(.init(lines: [line])), as: AdjustStockResponse.self)
    }
    func divide(_ strategy: AllocationStrategy, _ total: Int64) throws -> [Int64] {
      let response: AllocateStockResponse = try bench.ok(
        .allocateStock(.init(productID: "P1", total: total, strategy: strategy)))
      return response.allocations.map(\.allocated) + [response.buffer, response.left]
    }
    try sell(15, "A")
    bench.now += day
    try sell(30, "B")
    try sell(20, "AB")
    #expect(try divide(.proportional, 100) == [30, 60, 10, 0])
    #expect(try divide(.velocity, 100) == [7, 14, 15, 64])
    #expect(try divide(.velocity, 20) == [3, 14, 3, 0])
    bench.now += 28 * day
    #expect(
      try divide(.priority, 10) == [7, 3, 0, 0], "A's day is the first of the 30; of equal priority A comes first")
    bench.now += day
    #expect(try divide(.priority, 10) == [0, 10, 0, 0])
    bench.now += day
    #expect(try divide(.proportional, 10) == [5, 4, 1, 0], "equal shares without history")
  }

  @Test("what is unsold moves to the fastest channels that have an allocation and need it")
  func reallocate() throws {
    let bench = try bench(["SLOW", "A", "B", "FREE"])
    for (channel, units) in [("A", 15), ("B", 30), ("FREE", 50)] as [(String, Int64)] {
      let line = AdjustmentLine(
        productID: "P1", warehouseID: "W1", type: .sale, quantity: -units, channelID: channel)
      let adjustment = CommandRequest.adjustStock(.init(lines: [line], allowOversold: true))
      _ = try bench.ok(adjustment, as: AdjustStockResponse.self, role: .admin)
    }
    for (channel, units) in [("SLOW", 20), ("A", 1), ("B", 2)] as [(String, Int64)] {
      _ = try set(bench, channel, units)
    }
    _ = try held(bench, reserve(3, channel: "SLOW"))
    let moved: ReallocateUnsoldResponse = try bench.ok(.reallocateUnsold(.init(channelID: "SLOW")))
    #expect(moved.reallocations.map(\.toChannelID) == ["A", "B"])
    #expect(moved.reallocations.map(\.quantity) == [5, 12])
    #expect(try stock(bench, "SLOW").allocated == 3, "what is held stays")
    #expect(try stock(bench, "B").allocated == 14)
    #expect(try stock(bench, "A").allocated == 6)
    #expect(try !stock(bench, "FREE").isAllocated)
    // B sold just now; a month later it has not.
    #expect(
      try bench.ok(.reallocateUnsold(.init(channelID: "B")), as: ReallocateUnsoldResponse.self).reallocations == [])
    bench.now += 10 * day - 1
    let early: ReallocateUnsoldResponse = try bench.ok(.reallocateUnsold(.init(channelID: "B", unsoldDays: 10)))
    #expect(early.reallocations == [])
    bench.now += 1
    let late: ReallocateUnsoldResponse = try bench.ok(
      .reallocateUnsold(.init(channelID: "B", productID: "P1", unsoldDays: 10)))
    #expect(late.reallocations.map(\.quantity) == [1])
    #expect(try stock(bench, "A").allocated == 7)
    #expect(try bench.replayed().dump() == bench.dump())
  }

  @Test("a call moves up to 100 products, and its token goes on from there")
  func reallocatePages() throws {
    let bench = try bench(["SLOW", "FAST"])
    for number in 0..<120 {
      let product = "Q\(1_000 + number)"
      try bench.stock(["W1": 10], product: product)
      let line = AdjustmentLine(productID: product, warehouseID: "W1", type: .sale, quantity: -5, channelID: "FAST")
      _ = try bench.ok(.adjustStock(.init(lines: [line])), as: AdjustStockResponse.self)
      _ = try set(bench, "SLOW", 3, product: product)
      _ = try set(bench, "FAST", 0, product: product)
    }
    let first: ReallocateUnsoldResponse = try bench.ok(.reallocateUnsold(.init(channelID: "SLOW")))
    #expect(first.reallocations.count == 100 && !first.nextPageToken.isEmpty)
    let second: ReallocateUnsoldResponse = try bench.ok(
      .reallocateUnsold(.init(channelID: "SLOW", pageToken: first.nextPageToken)))
    #expect(second.reallocations.count == 20 && second.nextPageToken.isEmpty)
    let products = (first.reallocations + second.reallocations).map(\.productID)
    #expect(products == products.sorted() && Set(products).count == 120)
    #expect(second.reallocations.allSatisfy { $0.quantity == 3 })
  }

  @Test("a kit is limited by what its components leave, and held and sold as kits")
  func kits() throws {
    let bench = try bench()
    let kit = Product(
      productID: "KIT", name: "Pair", components: [KitComponent(productID: "P1", quantity: 2)])
    _ = try bench.ok(.putProduct(.init(product: kit)), as: Product.self)
    #expect(try stock(bench, product: "KIT").sellable == 100)
    let response: ReserveResponse = try bench.ok(reserve(45, at: ["W1"], products: ["KIT"], ttl: 10))
    #expect(response.reservations.count == 1)
    #expect(try stock(bench, product: "KIT").held == 45)
    #expect(try stock(bench, product: "KIT").sellable == 55)
    #expect(try stock(bench).held == 0, "the channel holds kits, and not what they are made of")
    _ = try set(bench, "WEB", 50, product: "KIT")
    let refused = try bench.refusal(reserve(6, cart: "C2", products: ["KIT"])).status.refusals
    #expect(refused.map(\.reason) == [.channelLimit] && refused.map(\.available) == [5])
    #expect(try held(bench, reserve(3, 2, at: ["", "W2"], cart: "C2", products: ["KIT"])).count >= 2)
    bench.now += 15_000_000
    #expect(try held(bench, reserve(45, cart: "C3", products: ["KIT"])).reduce(0) { $0 + $1.quantity } == 45)
    _ = try bench.ok(
      .fulfill(.init(reference: Reference(type: .cart, id: "C3"))), as: FulfillResponse.self)
    let shown = try stock(bench, product: "KIT")
    #expect(shown.allocated == 5 && shown.held == 5 && shown.lastSoldAt == bench.now)
    #expect(try bench.replayed().dump() == bench.dump())
    #expect(try bench.verify().faults == [])
  }

  @Test("there are up to 1,000 channels")
  func limit() throws {
    let bench = try Bench()
    let outcomes = try bench.run((0...1_000).map { .putChannel(.init(channelID: "C\($0)")) })
    #expect(outcomes.prefix(1_000).allSatisfy { $0.failure == nil })
    #expect(outcomes[1_000].failure?.statusCode == .failedPrecondition)
    let again: Channel = try bench.ok(.putChannel(.init(channelID: "C7", priority: 5)))
    #expect(again.priority == 5)
  }

  @Test("what channels hold is the sum of their holds, whatever happens to these")
  func heldProperty() throws {
    let bench = try bench(["WEB", "POS"])
    var random = SplitMix(seed: 5)
    for round in 0..<300 {
      bench.now += Int64.random(in: 0...3_000_000, using: &random)
      let channel = ["WEB", "POS", "LABEL", ""].randomElement(using: &random) ?? ""
      let cart = "C\(Int.random(in: 0...5, using: &random))"
      let units = Int64.random(in: 1...30, using: &random)
      let open = try bench.reading { try $0.holds(Reference(type: .cart, id: cart)) }
      let id = open.first?.hold.reservationID ?? "none"
      let request: CommandRequest =
        switch Int.random(in: 0...7, using: &random) {
        case 0, 1:
          reserve(
            units, units / 2 + 1, at: ["", "W1"], channel: channel, cart: cart,
            mode: round % 2 == 0 ? .bestEffort : .unspecified, ttl: 5, existing: round % 3 == 0 ? .add : .unspecified)
        case 2: .release(.init(reference: Reference(type: .cart, id: cart)))
        case 3: .changeReservation(.init(reservationID: id, quantity: units, warehouseID: round % 2 == 0 ? "W2" : ""))
        case 4: .fulfill(.init(lines: [FulfillLine(reservationID: id, quantity: round % 2 == 0 ? 1 : 0)]))
        case 5: .convertReservation(.init(cartID: cart, orderID: "O\(round)"))
        case 6: .setChannelStock(.init(channelID: "WEB", productID: "P1", allocated: round % 4 == 0 ? nil : units))
        default: .allocateStock(.init(productID: "P1", strategy: .proportional))
        }
      try bench.run([request], sweepLimit: round % 5 == 0 ? 10 : 0)
    }
    var sums: [ChannelKey: Int64] = [:]
    var stored: [ChannelKey: Int64] = [:]
    try bench.reading { view in
      var numbers: [HoldNumber] = []
      try view.transaction.forEach(view.tables.holds, prefix: KeyBuffer()) { (key, _) throws(LMDBError) in
        numbers.append(key.bigEndianUInt64(at: 0))
        return true
      }
      for held in try view.numbered(numbers) where !held.hold.channelID.isEmpty {
        sums[ChannelKey(product: "P1", variant: "", channel: held.hold.channelID), default: 0] += held.hold.quantity
      }
      for (channel, row) in try view.channelRows(product: "P1", variant: "") where row.held != 0 {
        stored[ChannelKey(product: "P1", variant: "", channel: channel)] = row.held
      }
    }
    #expect(sums == stored)
    #expect(!sums.isEmpty)
    #expect(try bench.faults() == [])
    #expect(try bench.replayed().dump() == bench.dump())
    #expect(try bench.verify().faults == [])
  }

  @Test("a verification names wrong units held, and an allocation that the index does not know")
  func verify() throws {
    let bench = try bench()
    _ = try set(bench, "WEB", 10)
    _ = try held(bench, reserve(4))
    try bench.corrupt { transaction, tables in
      var key = KeyBuffer()
      key.set(channelStock: ChannelKey(product: "P1", variant: "", channel: "WEB"))
      var row = ChannelRow()
      row.held = 3
      row.allocated = 10
      try transaction.put(tables.channelStock, key, byteCount: ChannelRow.byteCount) { row.store(into: &$0) }
      key.set(allocation: ChannelKey(product: "P1", variant: "", channel: "WEB"))
      _ = try transaction.delete(tables.allocationsByChannel, key)
    }
    let faults = try bench.verify().faults.map { "\($0)" }
    #expect(faults.contains { $0.contains("channel_stock") && $0.contains("units held") })
    #expect(faults.contains { $0.contains("allocations_by_channel") && $0.contains("nothing is there") })
  }
}
