import Testing

@testable import Inventory

@Suite("What holds for every split")
struct SplitPropertyTests {
  private func check(_ request: SplitRequest, _ plan: SplitPlan, seed: Int) throws {
    let count = request.warehouses.count
    var used = [Int64](repeating: 0, count: request.available.count)
    var met = [Int64](repeating: 0, count: request.lines.count)
    var cost: Int64 = 0
    for shipment in plan.shipments {
      let facts = request.warehouses[shipment.warehouse]
      #expect(!shipment.parts.isEmpty)
      #expect(Set(shipment.parts.map(\.line)).count == shipment.parts.count)
      #expect(shipment.parts.map(\.quantity).reduce(0, +) == shipment.units)
      #expect(shipment.metres == facts.metres(to: request.shipTo))
      let expected = try facts.rate.micros(units: shipment.units, metres: shipment.metres ?? 0)
      #expect(shipment.costMicros == expected)
      cost += shipment.costMicros
      for part in shipment.parts {
        let line = request.lines[part.line]
        #expect(part.quantity > 0)
        #expect(line.pinnedWarehouse.map { $0 == shipment.warehouse } ?? facts.takesPart, "seed \(seed)")
        met[part.line] += part.quantity
        used[line.item * count + shipment.warehouse] += part.quantity
      }
    }
    #expect(cost == plan.costMicros)
    let ids = plan.shipments.map { Array(request.warehouses[$0.warehouse].id.utf8) }
    #expect(zip(ids, ids.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
    for cell in used.indices { #expect(used[cell] <= max(0, request.available[cell]), "seed \(seed)") }

    for (index, line) in request.lines.enumerated() {
      let result = plan.lines[index]
      #expect(met[index] + result.unmet == line.quantity, "seed \(seed)")
      if result.unmet == 0 { continue }
      if request.wholeLinesOnly { #expect(result.unmet == line.quantity, "seed \(seed)") }
      let row = line.item * count
      let left = (0..<count).reduce(Int64(0)) { sum, warehouse in
        let couldGive = line.pinnedWarehouse.map { $0 == warehouse } ?? request.warehouses[warehouse].takesPart
        return couldGive ? sum + max(0, request.available[row + warehouse]) - used[row + warehouse] : sum
      }
      #expect(request.wholeLinesOnly ? left < line.quantity : left == 0, "seed \(seed): short with \(left) left")
    }
    if let pickUp = request.pickUpWarehouse, request.warehouses[pickUp].takesPart {
      for shipment in plan.shipments where shipment.warehouse != pickUp {
        for part in shipment.parts where request.lines[part.line].pinnedWarehouse == nil {
          let cell = request.lines[part.line].item * count + pickUp
          #expect(used[cell] == max(0, request.available[cell]), "seed \(seed)")
        }
      }
    }
  }

  @Test(
    "units are conserved, stock is never exceeded, and nothing is short that is there",
    arguments: SplitStrategy.allCases)
  func invariants(strategy: SplitStrategy) throws {
    for seed in 10_000..<10_300 {
      var request = SplitRequest.random(seed: seed, warehouses: 1 + seed % 16, items: 4, lines: 1 + seed % 7, most: 9)
      request.strategy = strategy
      let plan = try #require(try splitOrder(request).plan)
      try check(request, plan, seed: seed)
      request.allowsPartial = false
      let strict = try splitOrder(request)
      #expect(strict == (plan.isComplete ? .plan(plan) : .short(plan.lines)))
      request.allowsPartial = true
      request.strategy = .priority
      #expect(try splitOrder(request).plan?.lines == plan.lines, "what is short does not depend on the strategy")
    }
  }

  @Test("the plan does not depend on the order in which the warehouses are listed", arguments: SplitStrategy.allCases)
  func orderOfWarehouses(strategy: SplitStrategy) throws {
    for seed in 20_000..<20_080 {
      var numbers = SeededNumbers(seed: seed)
      var request = SplitRequest.random(seed: seed, warehouses: 2 + seed % 18, items: 4, lines: 5, most: 9)
      request.strategy = strategy
      request.searchSteps = 300
      let count = request.warehouses.count
      let shuffled = Array(0..<count).shuffled(using: &numbers)
      var other = request
      other.warehouses = shuffled.map { request.warehouses[$0] }
      other.available = request.available.indices.map { request.available[$0 / count * count + shuffled[$0 % count]] }
      other.pickUpWarehouse = request.pickUpWarehouse.flatMap { shuffled.firstIndex(of: $0) }
      for index in other.lines.indices {
        other.lines[index].pinnedWarehouse = request.lines[index].pinnedWarehouse.flatMap {
          shuffled.firstIndex(of: $0)
        }
      }
      let plan = try #require(try splitOrder(request).plan)
      var otherPlan = try #require(try splitOrder(other).plan)
      for index in otherPlan.shipments.indices {
        otherPlan.shipments[index].warehouse = shuffled[otherPlan.shipments[index].warehouse]
      }
      #expect(otherPlan == plan, "seed \(seed)")
    }
  }
}
