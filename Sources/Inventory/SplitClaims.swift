/// An order on its way to a plan: who claims what, what is left where, and what has been taken from where.
struct SplitClaims {
  let request: SplitRequest
  /// The warehouses in the order of their ids.
  let byId: [Int]
  /// Whole metres from each warehouse.
  let metres: [Int64?]
  /// What became of each line.
  private(set) var lines: [LineResult]
  /// Units not yet taken, `item × warehouses + warehouse`.
  private(set) var left: [Int64]
  /// Units taken for lines that are not pinned, in the same shape.
  private(set) var taken: [Int64]
  /// Units of each item that lines have claimed and that have not yet been taken.
  private(set) var claimed: [Int64]
  /// Whether a warehouse ships already.
  private(set) var ships: [Bool]
  /// The currency of all warehouses that could take part.
  private(set) var currency = CommonCurrency()

  var warehouseCount: Int { request.warehouses.count }
  var itemCount: Int { claimed.count }
  var isShort: Bool { lines.contains { $0.unmet > 0 } }
  /// Whether anything claimed is still to be taken.
  var isOpen: Bool { claimed.contains { $0 > 0 } }

  /// Settles which units of which lines are met.
  init(_ request: SplitRequest) throws(InventoryError) {
    self.request = request
    let count = request.warehouses.count
    let items = try Self.check(request)
    byId = Self.orderById(request.warehouses)
    metres = request.warehouses.map { $0.metres(to: request.shipTo) }
    left = request.available.map { max(0, $0) }
    taken = [Int64](repeating: 0, count: left.count)
    claimed = [Int64](repeating: 0, count: items)
    ships = [Bool](repeating: false, count: count)
    lines = []
    lines.reserveCapacity(request.lines.count)
    let totals = (0..<items).map { item in
      (0..<count).reduce(Int64(0)) { sum, warehouse in
        request.warehouses[warehouse].takesPart ? sum.addingSaturated(left[item * count + warehouse]) : sum
      }
    }
    for line in request.lines {
      let available = line.pinnedWarehouse.map { left[line.item * count + $0] } ?? totals[line.item]
      lines.append(LineResult(requested: line.quantity, unmet: line.quantity, available: available))
    }
    collectCurrencies()
    claim()
  }

  /// The number of items in the table, where all of the request is in range.
  private static func check(_ request: SplitRequest) throws(InventoryError) -> Int {
    let count = request.warehouses.count
    guard count > 0 ? request.available.count % count == 0 : request.available.isEmpty else { throw .outOfRange }
    // A table without warehouses does not say how many items it has: no more than there are lines.
    let items = count > 0 ? request.available.count / count : request.lines.count
    guard request.weights.isValid, request.warehouses.allSatisfy({ $0.rate.isValid }) else { throw .outOfRange }
    if let pickUp = request.pickUpWarehouse, !(0..<count).contains(pickUp) { throw .outOfRange }
    for line in request.lines {
      guard line.quantity > 0, (0..<items).contains(line.item) else { throw .outOfRange }
      if let pin = line.pinnedWarehouse, !(0..<count).contains(pin) { throw .outOfRange }
    }
    return items
  }

  private static func orderById(_ warehouses: [ShippingWarehouse]) -> [Int] {
    let given = Array(0..<warehouses.count)
    for index in given.dropFirst() where identifierPrecedes(warehouses[index].id, warehouses[index - 1].id) {
      return given.sorted { left, right in
        if identifierPrecedes(warehouses[left].id, warehouses[right].id) { return true }
        if identifierPrecedes(warehouses[right].id, warehouses[left].id) { return false }
        return left < right
      }
    }
    return given
  }

  /// A warehouse could take part where it has anything of an item that a line may take from it.
  private mutating func collectCurrencies() {
    let count = warehouseCount
    for warehouse in 0..<count {
      let takesPart = request.warehouses[warehouse].takesPart
      let could = request.lines.contains { line in
        (line.pinnedWarehouse.map { $0 == warehouse } ?? takesPart) && left[line.item * count + warehouse] > 0
      }
      if could { currency.add(request.warehouses[warehouse].rate, of: warehouse) }
    }
  }

  private mutating func claim() {
    let count = warehouseCount
    for (index, line) in request.lines.enumerated() {
      guard let pin = line.pinnedWarehouse else { continue }
      let cell = line.item * count + pin
      let met = meetable(line.quantity, of: left[cell])
      if met == 0 { continue }
      left[cell] -= met
      lines[index].unmet -= met
      ships[pin] = true
    }
    var totals = (0..<itemCount).map { total(of: $0) }
    for (index, line) in request.lines.enumerated() where line.pinnedWarehouse == nil {
      let met = meetable(line.quantity, of: totals[line.item])
      totals[line.item] -= met
      claimed[line.item] += met
      lines[index].unmet -= met
    }
  }

  private func meetable(_ quantity: Int64, of available: Int64) -> Int64 {
    if quantity <= available { return quantity }
    return request.wholeLinesOnly ? 0 : available
  }

  /// What the warehouses that take part have left of `item`; at most 2⁶³ − 1, so that claims always add up.
  private func total(of item: Int) -> Int64 {
    let row = item * warehouseCount
    var sum: Int64 = 0
    for warehouse in 0..<warehouseCount where request.warehouses[warehouse].takesPart {
      sum = sum.addingSaturated(left[row + warehouse])
    }
    return sum
  }

  mutating func takeFromPickUpWarehouse() {
    guard let pickUp = request.pickUpWarehouse, request.warehouses[pickUp].takesPart else { return }
    takeAll(from: pickUp)
  }

  // Sorting is stable, so that what compares equal stays in the order of ids.

  mutating func walkByPriority() {
    let warehouses = request.warehouses
    walk(byId.sorted { warehouses[$0].priority > warehouses[$1].priority })
  }

  mutating func walkByDistance() {
    let metres = metres
    walk(byId.sorted { (metres[$0] ?? .max) < (metres[$1] ?? .max) })
  }

  private mutating func walk(_ route: [Int]) {
    for warehouse in route where request.warehouses[warehouse].takesPart { takeAll(from: warehouse) }
  }

  private mutating func takeAll(from warehouse: Int) {
    for item in 0..<itemCount where claimed[item] > 0 {
      take(min(claimed[item], left[item * warehouseCount + warehouse]), of: item, from: warehouse)
    }
  }

  private mutating func take(_ units: Int64, of item: Int, from warehouse: Int) {
    if units == 0 { return }
    let cell = item * warehouseCount + warehouse
    left[cell] -= units
    taken[cell] += units
    claimed[item] -= units
    ships[warehouse] = true
  }

  /// Takes what a search has found: units by the problem's own warehouses and items.
  mutating func take(_ assignment: [Int64], of problem: SplitProblem) {
    for position in 0..<problem.count {
      for item in 0..<problem.itemCount {
        take(
          assignment[position * problem.itemCount + item], of: problem.items[item], from: problem.warehouses[position])
      }
    }
  }

  /// Hands out what was taken to the lines, in their order.
  func plan(isProvenOptimal: Bool, steps: Int) throws(InventoryError) -> SplitPlan {
    var plan = SplitPlan(
      shipments: [], lines: lines, costMicros: 0, currency: currency.code, isProvenOptimal: isProvenOptimal,
      steps: steps)
    var owed = lines.map { $0.requested - $0.unmet }
    for warehouse in byId where ships[warehouse] {
      let parts = parts(from: warehouse, owed: &owed)
      var units: Int64 = 0
      for part in parts { units = try units.adding(part.quantity) }
      let facts = request.warehouses[warehouse]
      let cost = try facts.rate.micros(units: units, metres: metres[warehouse] ?? 0)
      plan.costMicros = try plan.costMicros.adding(cost)
      plan.shipments.append(
        Shipment(warehouse: warehouse, parts: parts, units: units, costMicros: cost, metres: metres[warehouse]))
    }
    return plan
  }

  private func parts(from warehouse: Int, owed: inout [Int64]) -> [ShipmentPart] {
    var parts: [ShipmentPart] = []
    parts.reserveCapacity(owed.count)
    for (index, line) in request.lines.enumerated() where owed[index] > 0 {
      var units = owed[index]
      if let pin = line.pinnedWarehouse {
        if pin != warehouse { continue }
      } else {
        units = min(units, remaining(of: line.item, at: warehouse, after: parts))
      }
      if units == 0 { continue }
      owed[index] -= units
      parts.append(ShipmentPart(line: index, quantity: units))
    }
    return parts
  }

  /// What was taken of `item` at `warehouse` and is not in `parts`, that of pinned lines apart.
  private func remaining(of item: Int, at warehouse: Int, after parts: [ShipmentPart]) -> Int64 {
    var units = taken[item * warehouseCount + warehouse]
    for part in parts where request.lines[part.line].item == item && request.lines[part.line].pinnedWarehouse == nil {
      units -= part.quantity
    }
    return units
  }
}
