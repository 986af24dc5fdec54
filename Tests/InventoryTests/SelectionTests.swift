import Testing

@testable import Inventory

@Suite("Scores and the selection of a warehouse")
struct SelectionTests {
  /// A row of the table: what goes in, and what the formula gives by hand.
  struct Row {
    var metres: Int64?
    var available: Int64
    var quantity: Int64
    var priority: Int
    var capacity: Int64
    var reserved: Int64
    var total: Double
  }

  @Test(
    "the score is the one of the formula",
    arguments: [
      Row(metres: 0, available: 4, quantity: 4, priority: 0, capacity: 0, reserved: 900, total: 130),
      Row(metres: 500_000, available: 8, quantity: 4, priority: 5, capacity: 100, reserved: 50, total: 135),
      Row(metres: 3_000_000, available: 12, quantity: 4, priority: 10, capacity: 100, reserved: 100, total: 120),
      Row(metres: 10_000_000, available: 400, quantity: 4, priority: 1, capacity: 100, reserved: 25, total: 117),
      Row(metres: nil, available: 6, quantity: 4, priority: 3, capacity: 100, reserved: 200, total: 91),
      Row(metres: 123_456, available: 7, quantity: 4, priority: 2, capacity: 120, reserved: 30, total: 135.26544),
      Row(metres: 0, available: 4, quantity: 4, priority: 0, capacity: 10, reserved: -5, total: 130),
    ])
  func score(row: Row) {
    let warehouse = ShippingWarehouse(
      id: "w", priority: row.priority, dailyCapacity: row.capacity, openReservedUnits: row.reserved)
    let score = WarehouseScore(
      of: warehouse, metres: row.metres, available: row.available, quantity: row.quantity, weights: ScoringWeights())
    #expect(abs(score.total - row.total) < 1e-9)
    #expect(score.base + score.distance + score.stock + score.priority + score.idle == score.total)
  }

  @Test("each part is kept, by the weights that are given")
  func parts() {
    let weights = ScoringWeights(
      base: 1, distanceLimit: 50, kilometresPerPoint: 10, stockLimit: 7, stockPoints: 2, priorityPoints: 3,
      idlePoints: 8)
    let warehouse = ShippingWarehouse(id: "w", priority: 4, dailyCapacity: 4, openReservedUnits: 1)
    let score = WarehouseScore(of: warehouse, metres: 200_000, available: 30, quantity: 10, weights: weights)
    #expect(score.base == 1)
    #expect(score.distance == -20)
    #expect(score.stock == 6)
    #expect(score.priority == 12)
    #expect(score.idle == 6)
    #expect(WarehouseScore(of: warehouse, metres: nil, available: 0, quantity: 1, weights: weights).distance == -50)
  }

  private func select(
    _ quantity: Int64, _ warehouses: [ShippingWarehouse], _ available: [Int64]
  ) throws -> [String] {
    guard
      case .ranked(let ranked) = try selectWarehouses(
        quantity: quantity, warehouses: warehouses, available: available,
        shipTo: Coordinates(latitude: 0, longitude: 0),
        now: 0)
    else { return ["currencies"] }
    return ranked.map { warehouses[$0.warehouse].id }
  }

  @Test("only active warehouses with SHIPPING and enough stock are candidates")
  func candidates() throws {
    let warehouses = [
      ShippingWarehouse(id: "closed", isActive: false),
      ShippingWarehouse(id: "store", capabilities: [.storage, .pickup]),
      ShippingWarehouse(id: "short"), ShippingWarehouse(id: "just enough"),
    ]
    #expect(try select(5, warehouses, [9, 9, 4, 5]) == ["just enough"])
    #expect(try select(10, warehouses, [9, 9, 4, 5]) == [])
  }

  @Test("the best score comes first, and ties go by the bytes of the warehouse id")
  func ranking() throws {
    let warehouses = ["b", "é", "a", "Z", "e\u{301}"].map { ShippingWarehouse(id: $0) }
    #expect(try select(1, warehouses, [1, 1, 1, 1, 1]) == ["Z", "a", "b", "e\u{301}", "é"])
    #expect(try select(1, warehouses, [2, 1, 1, 1, 3]) == ["e\u{301}", "b", "Z", "a", "é"])
  }

  @Test("a candidate says what it would cost and when it would come")
  func candidateFacts() throws {
    let warehouse = ShippingWarehouse(
      id: "w", coordinates: Coordinates(latitude: 10, longitude: 0), cutOffMinutes: 60, handlingHours: 2,
      rate: ShippingRate(base: 7, perUnit: 3, perUnitKilometre: 2, currency: "EUR"))
    guard
      case .ranked(let ranked) = try selectWarehouses(
        quantity: 5, warehouses: [warehouse], available: [6], shipTo: Coordinates(latitude: 0, longitude: 0), now: 0)
    else { throw InventoryError.outOfRange }
    let candidate = try #require(ranked.first)
    #expect(candidate.metres == 1_111_949)
    #expect(candidate.costMicros == 7 + 15 + 11_120)
    #expect(candidate.delivery.shipsAt == 10_800_000_000)
    #expect(candidate.delivery.deliversAt == 10_800_000_000 + 2 * 86_400_000_000)
    #expect(candidate.available == 6)
  }

  @Test("candidates in two currencies are refused, and one that is no candidate does not matter")
  func currencies() throws {
    func warehouse(_ id: String, _ currency: String) -> ShippingWarehouse {
      ShippingWarehouse(
        id: id, rate: ShippingRate(base: 1, perUnit: 0, perUnitKilometre: 0, currency: currency))
    }
    let warehouses = [warehouse("a", "EUR"), warehouse("b", ""), warehouse("c", "USD")]
    #expect(try select(1, warehouses, [1, 1, 0]) == ["a", "b"])
    let outcome = try selectWarehouses(
      quantity: 1, warehouses: warehouses, available: [1, 1, 1], shipTo: nil, now: 0)
    #expect(outcome == .currencies(CurrencyMismatch(first: 0, second: 2)))
  }

  @Test("arguments out of range are errors")
  func errors() {
    let warehouses = [ShippingWarehouse(id: "w")]
    #expect(throws: InventoryError.outOfRange) {
      try selectWarehouses(quantity: 0, warehouses: warehouses, available: [1], shipTo: nil, now: 0)
    }
    #expect(throws: InventoryError.outOfRange) {
      try selectWarehouses(quantity: 1, warehouses: warehouses, available: [], shipTo: nil, now: 0)
    }
    #expect(throws: InventoryError.outOfRange) {
      try selectWarehouses(
        quantity: 1, warehouses: warehouses, available: [1], shipTo: nil, weights: ScoringWeights(base: .nan), now: 0)
    }
  }
}
