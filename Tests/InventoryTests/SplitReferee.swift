@testable import Inventory

/// What a plan is worth, reckoned from nothing but its units by warehouse.
struct RefereeValue: Equatable {
  var thousandths: Int64 = 0
  var shipments = 0
  var score: Int64 = 0
  var ids: [[UInt8]] = []

  func precedes(_ other: RefereeValue, _ strategy: SplitStrategy) -> Bool {
    if strategy == .fewestShipments, shipments != other.shipments { return shipments < other.shipments }
    if thousandths != other.thousandths { return thousandths < other.thousandths }
    if shipments != other.shipments { return shipments < other.shipments }
    if score != other.score { return score > other.score }
    for (left, right) in zip(ids, other.ids) where left != right { return left.lexicographicallyPrecedes(right) }
    return false
  }
}

/// Finds the best plan by trying every assignment of every unit: slow, plain, and written apart from the search.
struct SplitReferee {
  let request: SplitRequest
  var fixedUnits: [Int64]
  var stock: [[Int64]]
  var claimed: [Int64]
  private var scores: [Int64]
  private var best: RefereeValue?

  init(_ request: SplitRequest) {
    self.request = request
    let count = request.warehouses.count
    let items = request.available.count / count
    let takesPart = request.warehouses.map { $0.isActive && $0.capabilities.contains(.shipping) }
    var stock = (0..<items).map { item in (0..<count).map { max(0, request.available[item * count + $0]) } }
    fixedUnits = [Int64](repeating: 0, count: count)
    claimed = [Int64](repeating: 0, count: items)
    for line in request.lines {
      guard let pin = line.pinnedWarehouse else { continue }
      var met = min(line.quantity, stock[line.item][pin])
      if request.wholeLinesOnly, met < line.quantity { met = 0 }
      stock[line.item][pin] -= met
      fixedUnits[pin] += met
    }
    for item in 0..<items {
      for warehouse in 0..<count where !takesPart[warehouse] { stock[item][warehouse] = 0 }
      var left = stock[item].reduce(0, +)
      for line in request.lines where line.item == item && line.pinnedWarehouse == nil {
        var met = min(line.quantity, left)
        if request.wholeLinesOnly, met < line.quantity { met = 0 }
        left -= met
        claimed[item] += met
      }
      if let pickUp = request.pickUpWarehouse {
        let taken = min(claimed[item], stock[item][pickUp])
        stock[item][pickUp] -= taken
        fixedUnits[pickUp] += taken
        claimed[item] -= taken
      }
    }
    self.stock = stock
    let asked = request.lines.map(\.quantity).reduce(0, +)
    let wanted = Set(request.lines.map(\.item))
    scores = (0..<count).map { warehouse in
      let has = wanted.map { max(0, request.available[$0 * count + warehouse]) }.reduce(0, +)
      let facts = request.warehouses[warehouse]
      let score = WarehouseScore(
        of: facts, metres: facts.metres(to: request.shipTo), available: has, quantity: asked, weights: request.weights)
      return Int64((score.total * 1_000_000).rounded())
    }
  }

  func value(of units: [Int64]) -> RefereeValue {
    var value = RefereeValue()
    for warehouse in units.indices where units[warehouse] > 0 {
      value.thousandths +=
        request.warehouses[warehouse].rate.base * 1000 + units[warehouse] * request.unitThousandths(warehouse)
      value.shipments += 1
      value.score += scores[warehouse]
      value.ids.append(Array(request.warehouses[warehouse].id.utf8))
    }
    value.ids.sort { $0.lexicographicallyPrecedes($1) }
    return value
  }

  /// The best value over all assignments.
  mutating func bestOfAllAssignments() -> RefereeValue? {
    assign(0, 0, claimed.first ?? 0, fixedUnits)
    return best
  }

  private mutating func assign(_ item: Int, _ warehouse: Int, _ rest: Int64, _ units: [Int64]) {
    if item == claimed.count { return consider(value(of: units)) }
    if warehouse == fixedUnits.count {
      if rest == 0 { assign(item + 1, 0, item + 1 < claimed.count ? claimed[item + 1] : 0, units) }
      return
    }
    for taken in 0...min(rest, stock[item][warehouse]) {
      var units = units
      units[warehouse] += taken
      assign(item, warehouse + 1, rest - taken, units)
    }
  }

  /// The best value over all sets of warehouses, with units taken from the cheapest of the set first.
  mutating func bestOfAllSets() -> RefereeValue? {
    let count = fixedUnits.count
    let costs = (0..<count).map { request.unitThousandths($0) }
    let byCost = (0..<count).sorted { costs[$0] < costs[$1] }
    for set in 0..<(1 << count) {
      var units = fixedUnits
      var rest = claimed
      for warehouse in byCost where set >> warehouse & 1 == 1 {
        for item in rest.indices {
          let taken = min(rest[item], stock[item][warehouse])
          rest[item] -= taken
          units[warehouse] += taken
        }
      }
      if rest.allSatisfy({ $0 == 0 }) { consider(value(of: units)) }
    }
    return best
  }

  private mutating func consider(_ value: RefereeValue) {
    if let best, !value.precedes(best, request.strategy) { return }
    best = value
  }
}
