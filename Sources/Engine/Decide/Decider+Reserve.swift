internal import Inventory
package import Messages

/// Reserve: choosing warehouses and holding stock in one step.
extension Decider {
  /// One line of the request, after lines of one (product, variant, warehouse) are added up.
  fileprivate struct Line {
    var key: LevelKey
    var quantity: Int64
    /// What a unit of it is made of, if it is a kit.
    var components: [KitComponent] = []
    /// Where it is held, and how much: the level, of a kit those of its components, and units.
    var parts: [(places: Places, quantity: Int64)] = []
    var refusal: Refusal?
  }

  /// Places of levels in the draft.
  fileprivate enum Places {
    case one(Int)
    case kit([Int])
  }

  /// Units of levels that lines which name their warehouse have claimed.
  private struct Claims {
    private var units: [(place: Int, units: Int64)] = []

    /// What is claimed of a level.
    subscript(place: Int) -> Int64 {
      units.reduce(0) { $1.place == place ? $0.addingSaturated($1.units) : $0 }
    }

    mutating func add(_ place: Int, _ count: Int64) { units.append((place, count)) }
  }

  /// Holds stock.
  package func reserve(_ request: ReserveRequest) throws(CallFailure) -> ReserveResponse {
    guard let reference = request.reference else { throw CallFailure.internal("a reservation without reference") }
    try requireChannel(request.channelID)
    try requireNoTransfer(reference)
    try clear(reference, request.existing)
    var lines = try addUp(request.items)
    let isBestEffort = request.mode == .bestEffort
    var claims = Claims()
    if let channel = try protectedChannel(request.channelID) {
      try pin(&lines, &claims, within: channel, isBestEffort: isBestEffort)
    } else {
      for place in lines.indices where !lines[place].key.warehouse.isEmpty { try pin(&lines[place], &claims) }
    }
    var isProven = true
    if lines.contains(where: { $0.key.warehouse.isEmpty && $0.refusal == nil }) {
      isProven = try choose(&lines, claims, request, isBestEffort: isBestEffort)
    }
    let refusals = lines.compactMap(\.refusal)
    if !refusals.isEmpty, !isBestEffort { throw CallFailure.refused(refusals) }
    let parts = lines.reduce(0) { $0 + ($1.refusal == nil ? $1.parts.count : 0) }
    try requireRoom(parts, for: reference, hasOthers: request.existing == .add)
    let seconds: Int64
    if let asked = request.timeToLiveSeconds {
      seconds = Int64(asked)
    } else {
      seconds = try view.policy().timeToLiveSeconds(reference.type)
    }
    var response = ReserveResponse()
    response.isProvenOptimal = isProven
    response.failures = refusals
    response.reservations.reserveCapacity(lines.count)
    for line in lines where line.refusal == nil {
      for part in line.parts {
        let hold: Reservation
        switch part.places {
        case .one(let index):
          hold = try reserve(
            index, quantity: part.quantity, reference: reference, channelID: request.channelID,
            expiresAt: expiry(after: seconds))
        case .kit(let indices):
          hold = try reserveKit(
            line.key.product, line.components, indices, quantity: part.quantity, reference: reference,
            channelID: request.channelID, expiresAt: expiry(after: seconds))
        }
        response.reservations.append(hold)
      }
    }
    // A replacement of which nothing can be held keeps the old holds.
    if response.reservations.isEmpty { draft.drop() }
    return response
  }

  /// Gives back the reference's own holds where they are to be replaced, or refuses where it must not have any.
  func clear(_ reference: Reference, _ existing: ExistingHolds) throws(CallFailure) {
    if existing == .add { return }
    let mayHave = existing == .replace || reference.type == .cart
    if !mayHave, try !view.hasHolds(reference) { return }
    for held in try holds(of: reference) {
      // A hold that is due does not count: it goes either way.
      guard mayHave || isDue(expiresAt: held.hold.expiresAt, at: now) else {
        throw CallFailure.alreadyExists(
          "\(describe(reference)) already has reservations: EXISTING_HOLDS_REPLACE gives them back, EXISTING_HOLDS_ADD keeps them"
        )
      }
      try release(held)
    }
  }

  private func addUp(_ items: [OrderItem]) throws(CallFailure) -> [Line] {
    var lines: [Line] = []
    lines.reserveCapacity(items.count)
    for item in items {
      let key = LevelKey(product: item.productID, variant: item.variantID, warehouse: item.warehouseID)
      if let place = lines.firstIndex(where: { $0.key == key }) {
        do {
          lines[place].quantity = try lines[place].quantity.adding(item.quantity)
        } catch {
          throw CallFailure.outOfRange("\(describe(key)): the items ask for more than fits in 64 bits")
        }
      } else {
        lines.append(Line(key: key, quantity: item.quantity))
      }
    }
    return lines
  }

  /// Checks the lines that name their warehouses, and takes their parts, as far as a channel may sell; refuses what is past
  /// that of the others too.
  ///
  /// Of all or nothing, the first line of a product stands for all of them: its refusal says what they ask for together.
  private func pin(_ lines: inout [Line], _ claims: inout Claims, within channel: Channel, isBestEffort: Bool)
    throws(CallFailure)
  {
    // What is left for the channel of the products that it wants more of than it may sell.
    var left: [LevelKey: Int64] = [:]
    for product in lines.wantedProducts {
      // What was never stocked is refused for that.
      guard try isStocked(product.key) else { continue }
      let sellable = try sellable(by: channel, product.key, wanted: product.units)
      guard product.units > sellable else { continue }
      left[product.key] = sellable
      if !isBestEffort {
        lines[product.line].refusal = Refusal(product.key, requested: product.units, sellable: sellable, by: channel)
      }
    }
    // Lines that name their warehouse come first.
    for isPinned in [true, false] {
      for place in lines.indices
      where lines[place].key.warehouse.isEmpty != isPinned && lines[place].refusal == nil {
        let line = lines[place]
        let sellable = isBestEffort ? left[line.key.total] : nil
        if let sellable, line.quantity > sellable {
          lines[place].refusal = Refusal(line.key, requested: line.quantity, sellable: sellable, by: channel)
          continue
        }
        if isPinned { try pin(&lines[place], &claims) }
        if let sellable, lines[place].refusal == nil { left[line.key.total] = sellable - line.quantity }
      }
    }
  }

  /// Checks a line that names its warehouse, and takes its part.
  private func pin(_ line: inout Line, _ claims: inout Claims) throws(CallFailure) {
    let index = try level(line.key)
    guard draft.levels[index].exists else {
      try pinKit(&line, &claims)
      return
    }
    guard try requireActive(&line) else { return }
    try releaseDue(at: index)
    let available = draft.levels[index].row.available - claims[index]
    if line.quantity > available {
      line.refusal = Refusal(line.key, requested: line.quantity, available: available, reason: .notEnoughStock)
    } else {
      line.parts = [(.one(index), line.quantity)]
      claims.add(index, line.quantity)
    }
  }

  /// The same for a line that has no level of its own: a kit, or something unknown.
  private func pinKit(_ line: inout Line, _ claims: inout Claims) throws(CallFailure) {
    if line.key.variant.isEmpty { line.components = try view.components(of: line.key.product) }
    let warehouse = line.key.warehouse
    guard !line.components.isEmpty, try view.warehouse(warehouse) != nil else {
      var refusal = try view.unknownPart(line.key) ?? Refusal(line.key, reason: .unknownLevel)
      refusal.requested = line.quantity
      line.refusal = refusal
      return
    }
    guard try requireActive(&line) else { return }
    var available: Int64 = 0
    let places = try kitLevels(line.components, at: warehouse)
    if let places {
      for place in places { try releaseDue(at: place) }
      available = line.components.kits(of: places.map { draft.levels[$0].row.available - claims[$0] })
    }
    guard let places, line.quantity <= available else {
      line.refusal = Refusal(line.key, requested: line.quantity, available: available, reason: .notEnoughStock)
      return
    }
    line.parts = [(.kit(places), line.quantity)]
    for (place, component) in zip(places, line.components) {
      claims.add(place, try units(line.quantity, of: component))
    }
  }

  private func requireActive(_ line: inout Line) throws(CallFailure) -> Bool {
    if try view.isActive(warehouse: line.key.warehouse) { return true }
    line.refusal = Refusal(line.key, requested: line.quantity, reason: .warehouseInactive)
    return false
  }

  /// Chooses warehouses for the lines that name none, by the same strategies as SplitOrder. Returns whether the choice is
  /// proven optimal.
  private func choose(_ lines: inout [Line], _ claims: Claims, _ request: ReserveRequest, isBestEffort: Bool)
    throws(CallFailure) -> Bool
  {
    let open = lines.indices.filter { lines[$0].key.warehouse.isEmpty && lines[$0].refusal == nil }
    var plan = OrderPlan(warehouses: try view.loadedWarehouses())
    // Of each item of the plan that is no kit, its levels by warehouse, as places in the draft.
    var levels: [[Int]] = []
    var items: [LevelKey: Int] = [:]
    func item(_ key: LevelKey) throws(CallFailure) -> (item: Int, isStocked: Bool) {
      if let known = items[key] { return (known, levels[known].contains { $0 >= 0 }) }
      let item = plan.addItem()
      items[key] = item
      levels.append([Int](repeating: -1, count: plan.warehouses.count))
      for (number, index) in try shippingLevels(of: key, plan.warehouses) {
        try releaseDue(at: index)
        // Lines that name this warehouse come first.
        plan.set(item: item, warehouse: number, available: draft.levels[index].row.available - claims[index])
        levels[item][number] = index
      }
      return (item, levels[item].contains { $0 >= 0 })
    }
    var ordered: [Int] = []
    for place in open {
      var (number, isStocked) = try item(lines[place].key)
      if !isStocked, lines[place].key.variant.isEmpty {
        lines[place].components = try view.components(of: lines[place].key.product)
        if lines[place].components.count > 0 {
          var parts: [(item: Int, quantity: Int64)] = []
          for component in lines[place].components {
            parts.append((try item(component.level(at: "")).item, component.quantity))
          }
          number = plan.addKit(parts)
          levels.append([])
        }
      }
      ordered.append(number)
      plan.lines.append(OrderLine(item: number, quantity: lines[place].quantity))
    }
    // Lines that name their warehouse ship anyway: what comes from there too adds no shipment. Each is an item of its own,
    // all of which is claimed.
    for line in lines where line.refusal == nil && !line.key.warehouse.isEmpty {
      guard let warehouse = plan.warehouses.firstIndex(where: { isSameIdentifier($0.id, line.key.warehouse) }) else {
        throw CallFailure.internal("there is no warehouse \(line.key.warehouse), where \(describe(line.key)) is held")
      }
      let item = plan.addItem()
      levels.append([])
      plan.set(item: item, warehouse: warehouse, available: line.quantity)
      plan.lines.append(OrderLine(item: item, quantity: line.quantity, pinnedWarehouse: warehouse))
    }
    switch try plan.split(
      request.strategy, shipTo: request.shipTo, pickUp: request.pickupWarehouseID, allowsPartial: isBestEffort,
      wholeLinesOnly: isBestEffort, needsCosts: false, policy: try view.policy())
    {
    case .plan(let split):
      for (number, place) in open.enumerated() { try note(split.lines[number], of: &lines[place]) }
      for shipment in split.shipments {
        for part in shipment.parts where part.line < open.count {
          let number = ordered[part.line]
          let kit = plan.parts(of: number)
          let places: Places =
            kit.isEmpty
            ? .one(levels[number][shipment.warehouse]) : .kit(kit.map { levels[$0.item][shipment.warehouse] })
          lines[open[part.line]].parts.append((places, part.quantity))
        }
      }
      return split.isProvenOptimal
    case .short(let results):
      for (number, place) in open.enumerated() { try note(results[number], of: &lines[place]) }
      return true
    case .currencies(let mismatch):
      throw mismatch.failure(plan.warehouses)
    }
  }

  /// Refuses a line that is short, or of something unknown.
  private func note(_ result: LineResult, of line: inout Line) throws(CallFailure) {
    guard result.unmet > 0 else { return }
    var refusal = Refusal(
      line.key, requested: line.quantity, available: result.available, reason: .notEnoughStock)
    if line.components.isEmpty, try view.level(line.key.total) == nil, let part = try view.unknownPart(line.key) {
      refusal.reason = part.reason
    }
    line.refusal = refusal
  }

  /// The levels of a product and variant at warehouses that take part, as (number of the warehouse, place in the draft).
  private func shippingLevels(of key: LevelKey, _ warehouses: [ShippingWarehouse]) throws(CallFailure)
    -> [(warehouse: Int, index: Int)]
  {
    var found: [(warehouse: Int, index: Int)] = []
    var number = 0
    for (id, row) in try view.levels(product: key.product, variant: key.variant) {
      // Both are in the order of their ids.
      while number < warehouses.count, identifierPrecedes(warehouses[number].id, id) { number += 1 }
      guard number < warehouses.count, isSameIdentifier(warehouses[number].id, id),
        warehouses[number].takesPart
      else { continue }
      found.append(
        (number, try level(LevelKey(product: key.product, variant: key.variant, warehouse: id), stored: row)))
    }
    return found
  }
}

extension [Decider.Line] {
  /// What the lines want of each product and variant together, with the first line of it, in the order of these.
  fileprivate var wantedProducts: [(key: LevelKey, units: Int64, line: Int)] {
    var wanted: [(key: LevelKey, units: Int64, line: Int)] = []
    for (place, line) in enumerated() {
      let total = line.key.total
      if let known = wanted.firstIndex(where: { $0.key == total }) {
        // Units are compared with what there is: what does not fit is more than that.
        wanted[known].units = wanted[known].units.addingSaturated(line.quantity)
      } else {
        wanted.append((total, line.quantity, place))
      }
    }
    return wanted
  }
}

extension CallFailure {
  /// FAILED_PRECONDITION, or NOT_FOUND where all that stands in the way is what does not exist.
  static func refused(_ refusals: [Refusal]) -> CallFailure {
    let unknown: [RefusalReason] = [
      .unknownProduct, .unknownVariant, .unknownWarehouse, .unknownLevel, .unknownChannel,
    ]
    return refusals.allSatisfy { unknown.contains($0.reason) }
      ? .notFound(refusals.text, refusals) : .failedPrecondition(refusals.text, refusals)
  }
}
