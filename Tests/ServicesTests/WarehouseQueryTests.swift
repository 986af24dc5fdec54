import Engine
import Messages
import Testing

@testable import Services

@Suite("Warehouse queries")
struct WarehouseQueryTests {
  private let shipTo = Address(latitude: 40, longitude: -80)

  @Test("the score is the formula's, and its parts add up to it")
  func score() throws {
    let stage = try Stage()
    try stage.stocked()
    let response: SelectWarehouseResponse = try stage.ask(
      .warehouseServiceSelectWarehouse, SelectWarehouseRequest(productID: "P1", quantity: 10, shipTo: shipTo))
    // 100 − 0 + min(30, 10·50/10) + 0 + 20, and 100 − 555.97/100 + min(30, 10·20/10) + 10 + 20.
    #expect(response.candidates.map(\.warehouseID) == ["W1", "W2"])
    let (first, second) = (response.candidates[0], response.candidates[1])
    #expect(first.score == 150)
    #expect(second.distanceMetres == 555_975)
    #expect(abs(second.score - 144.44025) < 1e-9)
    #expect(first.costMicros == 5_000_000 + 10 * 250_000)
    #expect(second.costMicros == 5_000_000 + 10 * 250_000 + 555_975)
    for candidate in response.candidates {
      let parts = try #require(candidate.parts)
      #expect(
        abs(parts.base + parts.distance + parts.availability + parts.priority + parts.utilization - candidate.score)
          < 1e-9)
      #expect(candidate.shipsAt > 0)
      #expect(candidate.deliversAt >= candidate.shipsAt)
    }
  }

  @Test("no candidate is FAILED_PRECONDITION that says how much each warehouse has")
  func noCandidate() throws {
    let stage = try Stage()
    try stage.stocked()
    let failure = try stage.refusal(
      .warehouseServiceSelectWarehouse, SelectWarehouseRequest(productID: "P1", quantity: 51, shipTo: shipTo))
    #expect(failure.code == .failedPrecondition)
    #expect(failure.status.refusals.map(\.available) == [50, 20, 5])
    #expect(
      try stage.refusal(
        .warehouseServiceSelectWarehouse, SelectWarehouseRequest(productID: "P9", quantity: 1)
      ).code == .notFound)
    let half = SelectWarehouseRequest(productID: "P1", quantity: 1, shipTo: Address(latitude: 1))
    #expect(
      try stage.refusal(.warehouseServiceSelectWarehouse, half).status.violations.map(\.field) == ["ship_to.longitude"])
  }

  @Test("an order is split over warehouses, with what cannot be met")
  func split() throws {
    let stage = try Stage()
    try stage.stocked()
    var request = SplitOrderRequest(items: [OrderItem(productID: "P1", quantity: 60)], shipTo: shipTo)
    let response: SplitOrderResponse = try stage.ask(.warehouseServiceSplitOrder, request)
    #expect(response.isProvenOptimal)
    #expect(response.shipments.map(\.warehouseID) == ["W1", "W2"])
    #expect(response.shipments.flatMap(\.items).reduce(0) { $0 + $1.quantity } == 60)
    #expect(response.shipments.reduce(0) { $0 + $1.costMicros } == response.totalCostMicros)
    request.items[0].quantity = 76
    let failure = try stage.refusal(.warehouseServiceSplitOrder, request)
    #expect(failure.code == .failedPrecondition)
    #expect(failure.status.refusals.map(\.available) == [75])
    request.allowPartial = true
    let partial: SplitOrderResponse = try stage.ask(.warehouseServiceSplitOrder, request)
    #expect(partial.unmet.map(\.unmet) == [1])
    request.pickupWarehouseID = "W3"
    request.items[0].quantity = 5
    let pickUp: SplitOrderResponse = try stage.ask(.warehouseServiceSplitOrder, request)
    #expect(pickUp.shipments.map(\.warehouseID) == ["W3"])
    request.items[0].productID = "P9"
    #expect(try stage.refusal(.warehouseServiceSplitOrder, request).code == .notFound)
  }

  @Test("a warehouse is found by id and by code, and listed with filters")
  func warehouses() throws {
    let stage = try Stage()
    try stage.stocked()
    let byCode: Warehouse = try stage.ask(.warehouseServiceGetWarehouse, GetWarehouseRequest(key: .code("C2")))
    #expect(byCode.warehouseID == "W2")
    #expect(byCode.capabilities == [.shipping, .receiving, .storage, .returns])
    #expect((byCode.cutOffMinutes, byCode.handlingHours) == (960, 24))
    try stage.run(.deactivateWarehouse(.init(warehouseID: "W1")))
    let active: ListWarehousesResponse = try stage.ask(
      .warehouseServiceListWarehouses, ListWarehousesRequest(onlyActive: true, capability: .shipping))
    #expect(active.warehouses.map(\.warehouseID) == ["W2", "W3"])
    let none: ListWarehousesResponse = try stage.ask(
      .warehouseServiceListWarehouses, ListWarehousesRequest(capability: .pickup))
    #expect(none.warehouses.isEmpty)
    #expect(try stage.refusal(.warehouseServiceGetWarehouse, GetWarehouseRequest()).code == .invalidArgument)
  }
}
