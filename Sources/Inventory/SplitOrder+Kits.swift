/// One of the parts that an item takes: a kit takes several, and may share them with other items.
package struct SplitPart: Equatable, Sendable {
  /// The part's own number in the table of available stock.
  package var item: Int
  /// Units of it that one unit of the item takes, > 0.
  package var quantity: Int64

  /// A part.
  package init(item: Int, quantity: Int64) {
    self.item = item
    self.quantity = quantity
  }
}

/// Splits an order whose items share parts: kits with components in common, or a kit beside one of its components.
///
/// Each line is split by itself, by the order's own strategy, from what the lines before it have left; where one is short so,
/// other orders of the lines are tried, up to ``orderLimit``, and the one that leaves the fewest units unmet is taken. Whether
/// a better plan exists is not proven, nor that a shortfall is one: exact packing of shared parts is a search of its own.
///
/// - Parameter parts: what each item takes, by item; `request.available` holds the parts' units, and what follows of each kit.
/// - Throws: as ``splitOrder(_:)``.
package func splitOrder(_ request: SplitRequest, parts: [[SplitPart]]) throws(InventoryError) -> SplitOutcome {
  let whole = request.lines.indices.filter { request.lines[$0].pinnedWarehouse != nil }
  let open = request.lines.indices.filter { request.lines[$0].pinnedWarehouse == nil }
  let byNeed = open.sorted { left, right in
    let (one, other) = (parts[request.lines[left].item].count, parts[request.lines[right].item].count)
    return one != other ? one > other : left < right
  }
  var best: SharedSplit?
  var tried: [[Int]] = []
  for order in [open, byNeed, Array(open.reversed()), Array(byNeed.reversed())] + rotations(of: byNeed) {
    guard tried.count < orderLimit else { break }
    if tried.contains(order) { continue }
    tried.append(order)
    var attempt = SharedSplit(request, parts)
    for line in whole + order { try attempt.take(line) }
    if best.map({ attempt.unmet < $0.unmet }) ?? true { best = attempt }
    if attempt.unmet == 0 { break }
  }
  guard let best else { return try splitOrder(request) }
  if !request.allowsPartial, best.unmet > 0 { return .short(best.lines) }
  if let mismatch = best.mismatch { return .currencies(mismatch) }
  return .plan(try best.plan())
}

/// Orders of lines that are tried where a line is short.
private let orderLimit = 24

private func rotations(of order: [Int]) -> [[Int]] {
  order.indices.dropFirst().map { Array(order[$0...] + order[..<$0]) }
}

extension SplitRequest {
  /// Has nothing cost anything.
  fileprivate mutating func forgetCosts() {
    for warehouse in warehouses.indices {
      warehouses[warehouse].rate = ShippingRate(base: 0, perUnit: 0, perUnitKilometre: 0, currency: "")
    }
  }
}

/// An order on its way, a line at a time.
private struct SharedSplit {
  let request: SplitRequest
  let parts: [[SplitPart]]
  var available: [Int64]
  var lines: [LineResult]
  var taken: [[(line: Int, quantity: Int64)]]
  var metres: [Int64?]
  var currency = ""
  /// Two warehouses whose costs cannot be compared, if there are such.
  var mismatch: CurrencyMismatch?
  var steps = 0
  /// Units that are in no shipment so far.
  var unmet: Int64 = 0

  init(_ request: SplitRequest, _ parts: [[SplitPart]]) {
    self.request = request
    self.parts = parts
    available = request.available
    lines = request.lines.map { LineResult(requested: $0.quantity, unmet: $0.quantity, available: 0) }
    taken = Array(repeating: [], count: request.warehouses.count)
    metres = Array(repeating: nil, count: request.warehouses.count)
  }

  private func units(_ item: Int, _ warehouse: Int, of stock: [Int64]) -> Int64 {
    let width = request.warehouses.count
    return parts[item].map { max(0, stock[$0.item * width + warehouse]) / $0.quantity }.min() ?? 0
  }

  /// Splits one line from what is left.
  mutating func take(_ line: Int) throws(InventoryError) {
    let item = request.lines[line].item
    var alone = request
    alone.lines = [request.lines[line]]
    alone.lines[0].item = 0
    alone.available = request.warehouses.indices.map { units(item, $0, of: available) }
    alone.allowsPartial = true
    let first = alone
    announceShipments(to: &alone)
    var outcome = try splitOrder(alone)
    if case .currencies(let found) = outcome {
      // What is short is said first: so the line is split all the same, without costs.
      mismatch = mismatch ?? found
      alone.forgetCosts()
      outcome = try splitOrder(alone)
    }
    guard case .plan(let plan) = outcome else { return }
    lines[line].available = try availableAtFirst(of: item, first, plan)
    lines[line].unmet = plan.lines[0].unmet
    unmet = unmet.addingSaturated(plan.lines[0].unmet)
    currency = plan.currency
    steps += plan.steps
    for shipment in plan.shipments {
      metres[shipment.warehouse] = shipment.metres
      for part in shipment.parts where part.line == 0 {
        taken[shipment.warehouse].append((line, part.quantity))
        for piece in parts[item] {
          let place = piece.item * request.warehouses.count + shipment.warehouse
          available[place] -= part.quantity * piece.quantity
        }
      }
    }
  }

  /// Has a split know which warehouses ship anyway: a unit of something else from each, on lines behind its own.
  private func announceShipments(to alone: inout SplitRequest) {
    for warehouse in request.warehouses.indices where !taken[warehouse].isEmpty {
      alone.lines.append(
        OrderLine(item: alone.available.count / request.warehouses.count, quantity: 1, pinnedWarehouse: warehouse))
      alone.available += request.warehouses.indices.map { $0 == warehouse ? 1 : 0 }
    }
  }

  /// What there was of a line's item before any line took of it.
  private func availableAtFirst(of item: Int, _ alone: SplitRequest, _ plan: SplitPlan) throws(InventoryError) -> Int64
  {
    var alone = alone
    alone.forgetCosts()
    alone.available = request.warehouses.indices.map { units(item, $0, of: request.available) }
    guard case .plan(let first) = try splitOrder(alone) else { return plan.lines[0].available }
    return first.lines[0].available
  }

  /// The lines' shipments put together, one a warehouse.
  func plan() throws(InventoryError) -> SplitPlan {
    var shipments: [Shipment] = []
    var costMicros: Int64 = 0
    for warehouse in request.warehouses.indices where !taken[warehouse].isEmpty {
      let contents = taken[warehouse].sorted { $0.line < $1.line }
      var units: Int64 = 0
      for part in contents { units = try units.adding(part.quantity) }
      let cost = try request.warehouses[warehouse].rate.micros(units: units, metres: metres[warehouse] ?? 0)
      costMicros = try costMicros.adding(cost)
      shipments.append(
        Shipment(
          warehouse: warehouse, parts: contents.map { ShipmentPart(line: $0.line, quantity: $0.quantity) },
          units: units,
          costMicros: cost, metres: metres[warehouse]))
    }
    return SplitPlan(
      shipments: shipments, lines: lines, costMicros: costMicros, currency: currency, isProvenOptimal: false,
      steps: steps)
  }
}
