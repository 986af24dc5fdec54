import Testing

@testable import Inventory

@Suite("Splitting orders whose items share parts")
struct SplitKitsTests {
  private func warehouse(_ id: String, priority: Int = 0) -> ShippingWarehouse {
    ShippingWarehouse(
      id: id, coordinates: nil, priority: priority, isActive: true, capabilities: [.shipping], dailyCapacity: 0,
      cutOffMinutes: 0, handlingHours: 0, rate: ShippingRate(base: 0, perUnit: 0, perUnitKilometre: 0, currency: ""))
  }

  @Test("a line ships from a warehouse that ships anyway, where that saves a shipment")
  func anyway() throws {
    // Item 0 is a product, item 1 a kit of one of it that is nowhere whole: its other part, item 2, is not stocked.
    var request = SplitRequest(
      lines: [
        OrderLine(item: 0, quantity: 8, pinnedWarehouse: 1), OrderLine(item: 0, quantity: 6),
        OrderLine(item: 1, quantity: 1),
      ], warehouses: [warehouse("A", priority: 9), warehouse("B")], available: [30, 15, 0, 0, 0, 0])
    request.allowsPartial = true
    let parts = [
      [SplitPart(item: 0, quantity: 1)], [SplitPart(item: 0, quantity: 1), SplitPart(item: 2, quantity: 1)],
      [SplitPart(item: 2, quantity: 1)],
    ]
    guard case .plan(let plan) = try splitOrder(request, parts: parts) else {
      Issue.record("no plan")
      return
    }
    #expect(plan.shipments.map(\.warehouse) == [1])
    #expect(plan.lines.map(\.unmet) == [0, 0, 1])
    #expect(plan.lines.map(\.available) == [15, 45, 0])
    #expect(!plan.isProvenOptimal)
  }

  @Test("what one line takes is gone for the others, whatever they are made of")
  func shared() throws {
    let request = SplitRequest(
      lines: [OrderLine(item: 0, quantity: 7), OrderLine(item: 1, quantity: 2)],
      warehouses: [warehouse("A"), warehouse("B")], available: [5, 6, 2, 3])
    let parts = [[SplitPart(item: 0, quantity: 1)], [SplitPart(item: 0, quantity: 2)]]
    guard case .plan(let plan) = try splitOrder(request, parts: parts) else {
      Issue.record("no plan")
      return
    }
    var taken = [0, 0] as [Int64]
    for shipment in plan.shipments {
      for part in shipment.parts { taken[shipment.warehouse] += part.quantity * (part.line == 1 ? 2 : 1) }
    }
    #expect(plan.isComplete && taken[0] <= 5 && taken[1] <= 6 && taken[0] + taken[1] == 11)
    var more = request
    more.lines[0].quantity = 8
    guard case .short(let lines) = try splitOrder(more, parts: parts) else {
      Issue.record("it is not short")
      return
    }
    #expect(lines.contains { $0.unmet > 0 })
  }
}
