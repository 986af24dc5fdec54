/// What is left to choose: a facility location problem over the warehouses that have anything of it.
///
/// Warehouses are in the order of their cost of a unit, ties by id. That cost is the same for every item, so that for a given
/// set of warehouses the cheapest assignment takes all it can from each in this order. Costs are in thousandths of a
/// micro, before any rounding.
struct SplitProblem {
  /// The request's warehouses, in the order of this problem.
  let warehouses: [Int]
  /// The caller's numbers of the items.
  let items: [Int]
  /// Units to assign, by item.
  let demand: [Int64]
  /// Units that a warehouse can give of an item, at most its demand: `position × items + item`.
  let stock: [Int64]
  /// What it costs to open a warehouse; 0 for one that ships anyway.
  let fixed: [Int64]
  /// What a unit from a warehouse costs.
  let unit: [Int64]
  /// What a warehouse adds to the plan's score, in millionths of a point; 0 for one that ships anyway.
  let score: [Int64]
  /// How many shipments a warehouse adds: 1, or 0 for one that ships anyway.
  let shipments: [Int]
  /// The positions in the order of their warehouses' ids.
  let byId: [Int]
  /// All of demand.
  let units: Int64

  var count: Int { warehouses.count }
  var itemCount: Int { items.count }

  /// - Throws: ``InventoryError/overflow`` where all warehouses together could cost more than a quarter of what 64 bits hold, or
  ///   where demand, once for every warehouse, does not fit: so that no sum in a search can overflow.
  init(_ order: SplitClaims) throws(InventoryError) {
    let items = (0..<order.itemCount).filter { order.claimed[$0] > 0 }
    let demand = items.map { order.claimed[$0] }
    let total = order.warehouseCount
    var asked: Int64 = 0
    for units in demand { asked = try asked.adding(units) }
    _ = try asked.multiplying(by: Int64(total + 1))

    var unitCosts = [Int64](repeating: 0, count: total)
    var taking: [Int] = []
    taking.reserveCapacity(total)
    var everything = UInt128(0)
    for warehouse in order.byId where order.request.warehouses[warehouse].takesPart {
      var capacity: Int64 = 0
      for (index, item) in items.enumerated() {
        capacity += min(demand[index], order.left[item * total + warehouse])
      }
      if capacity == 0 { continue }
      let rate = order.request.warehouses[warehouse].rate
      let unit = UInt128(rate.perUnit) * 1000 + UInt128(rate.perUnitKilometre) * UInt128(order.metres[warehouse] ?? 0)
      let limit = UInt128(Int64.max / 4)
      if unit > limit { throw .overflow }
      everything += unit * UInt128(capacity) + UInt128(rate.base) * 1000
      if everything > limit { throw .overflow }
      unitCosts[warehouse] = Int64(unit)
      taking.append(warehouse)
    }
    let byCost = (0..<taking.count).sorted { unitCosts[taking[$0]] < unitCosts[taking[$1]] }
    var byId = [Int](repeating: 0, count: taking.count)
    for (position, place) in byCost.enumerated() { byId[place] = position }
    self.byId = byId
    self.items = items
    self.demand = demand
    units = asked
    warehouses = byCost.map { taking[$0] }
    unit = warehouses.map { unitCosts[$0] }
    fixed = warehouses.map { order.ships[$0] ? 0 : order.request.warehouses[$0].rate.base * 1000 }
    shipments = warehouses.map { order.ships[$0] ? 0 : 1 }
    score = warehouses.map { order.ships[$0] ? 0 : order.score(of: $0).millionths }
    var stock: [Int64] = []
    stock.reserveCapacity(taking.count * items.count)
    for warehouse in warehouses {
      for (index, item) in items.enumerated() {
        stock.append(min(demand[index], order.left[item * total + warehouse]))
      }
    }
    self.stock = stock
  }

  /// The cheapest assignment to the warehouses in `chosen`, which can meet all of demand: `position × items + item`.
  func assignment(to chosen: [Bool]) -> [Int64] {
    var left = demand
    var assignment = [Int64](repeating: 0, count: stock.count)
    for position in 0..<count where chosen[position] {
      for item in 0..<itemCount {
        let units = min(left[item], stock[position * itemCount + item])
        assignment[position * itemCount + item] = units
        left[item] -= units
      }
    }
    return assignment
  }
}

extension SplitProblem {
  /// Whether all sets cost the same.
  var hasOneCost: Bool { fixed.allSatisfy { $0 == 0 } && unit.allSatisfy { $0 == unit.first } }

  /// The least that a unit from each warehouse can cost, its share of the fixed cost included: `unit + fixed / most units it can
  /// give`, rounded down; and the positions in the order of it.
  func prices() -> (byPrice: [Int], price: [Int64]) {
    var price = unit
    for position in 0..<count where fixed[position] > 0 {
      var units: Int64 = 0
      for item in 0..<itemCount { units += stock[position * itemCount + item] }
      price[position] += fixed[position] / units
    }
    return ((0..<count).sorted { price[$0] < price[$1] }, price)
  }
}

extension SplitClaims {
  /// The score of a warehouse for the whole order: its stock part weighs what it has of all items asked for against all units
  /// asked for.
  func score(of warehouse: Int) -> WarehouseScore {
    var isAsked = [Bool](repeating: false, count: itemCount)
    var asked: Int64 = 0
    var has: Int64 = 0
    for line in request.lines {
      asked = asked.addingSaturated(line.quantity)
      if isAsked[line.item] { continue }
      isAsked[line.item] = true
      has = has.addingSaturated(max(0, request.available[line.item * warehouseCount + warehouse]))
    }
    return WarehouseScore(
      of: request.warehouses[warehouse], metres: metres[warehouse], available: has, quantity: asked,
      weights: request.weights)
  }
}
