import Engine
import Messages

/// Reserve: the one command whose answer is not wholly known beforehand. What can be held, and what is short, is reckoned;
/// from where units of unpinned items come is taken from the answer, and judged by ``PlanReferee``.
enum ReserveRules {
  static func request(_ random: inout SplitMix, in world: World) -> ReserveRequest {
    var items: [OrderItem] = []
    for _ in 0..<random.pick([1, 1, 1, 2, 3, 5]) {
      let known = random.pickAny(world.levels.keys.sorted())
      var item = OrderItem(
        productID: Hostility.identifier(known?.ware.product.text ?? random.pick(Pool.products), &random),
        variantID: known?.ware.variant.text ?? "", quantity: Hostility.units(random.units(upTo: 9), &random))
      if random.once(in: 10) { item.variantID = random.pick(Pool.variants) }
      if random.once(in: 2) {
        item.warehouseID = Hostility.identifier(known?.warehouse.text ?? random.pick(Pool.warehouses), &random)
      }
      if random.once(in: 12) { item.warehouseID = random.pick(Pool.warehouses) }
      items.append(item)
    }
    if random.once(in: 150) { items = [] }
    if random.once(in: 300) { items = Array(repeating: OrderItem(productID: "P1", quantity: 1), count: 101) }
    var request = ReserveRequest(
      reference: random.once(in: 150) ? nil : random.pick(Pool.references), items: items,
      channelID: random.pick(Pool.channels),
      mode: random.pick([
        .unspecified, .allOrNothing, .bestEffort, random.once(in: 30) ? .init(rawValue: 9) : .bestEffort,
      ]),
      existing: random.pick([
        .unspecified, .unspecified, .replace, .add, random.once(in: 30) ? .init(rawValue: 9) : .add,
      ]),
      strategy: random.pick([.unspecified, .priority, .nearest, .lowestCost, .fewestShipments]))
    if random.once(in: 200) { request.strategy = .init(rawValue: 9) }
    if !random.once(in: 4) {
      request.shipTo = Address(latitude: Double(random.number(30...45)), longitude: Double(random.number(-120 ... -80)))
    }
    if random.once(in: 2) { request.timeToLiveSeconds = random.pick([0, 1, 5, 60, 600, longestTimeToLive]) }
    if random.once(in: 200) { request.timeToLiveSeconds = .max }
    if random.once(in: 8) {
      request.pickupWarehouseID = Hostility.identifier(random.pick(Pool.warehouses), &random)
    }
    return request
  }

  /// Lines of one (product, variant, warehouse), added up; an empty warehouse is for the service to choose.
  private struct Line {
    var place: Place
    var quantity: Int64
    var isFree: Bool { place.warehouse.isEmpty }
  }

  static func expectation(of request: ReserveRequest, _ call: Call, _ start: Expectation) -> Expectation {
    var expected = start
    check(request, &expected)
    if expected.isMalformed { return expected }
    let reference = request.reference ?? Reference()
    let channels = call.caller.channels
    if !channels.isEmpty, !channels.contains(request.channelID) { expected.problem(.permissionDenied) }
    let existing = expected.world.holds(for: reference)
    let live = existing.filter { !$0.isDue(at: expected.world.now) }
    let replaces = request.existing == .replace || (request.existing == .unspecified && reference.type == .cart)
    if request.existing == .unspecified, !replaces, !live.isEmpty { expected.problem(.alreadyExists) }
    if replaces { expected.checkChannel(of: existing, call) }
    if request.existing == .unspecified { expected.doubtChannel(of: existing, call) }
    guard let lines = addedUp(request.items) else {
      expected.problem(.outOfRange)
      expected.problem(.failedPrecondition)
      return expected
    }
    let before = expected.world
    if request.existing != .add { for hold in existing { expected.world.close(hold.id) } }
    let takesPart = expected.world.takesPart
    if let pickup = request.pickupWarehouseID.isEmpty ? nil : Name(request.pickupWarehouseID),
      before.warehouses[pickup] == nil
    {
      // Whether an unknown one takes no part, or is refused, is left open.
      expected.doubt(.notFound)
    }
    // What a channel may sell, of the products that it wants more of; and the first line of each of these.
    var limits: [Ware: Int64] = [:]
    var firstLines: [Int: Refusal] = [:]
    for (index, line) in lines.enumerated() where !before.places(of: line.place.ware).isEmpty {
      let ware = line.place.ware
      if lines[..<index].contains(where: { $0.place.ware == ware }) { continue }
      let wanted = lines.filter { $0.place.ware == ware }.reduce(Int64(0)) { $0.addingClamped($1.quantity) }
      guard let sellable = expected.world.limit(request.channelID, ware, wanted: wanted) else { continue }
      limits[ware] = sellable
      firstLines[index] = Refusal(
        Place(ware, ""), reason: .channelLimit, requested: wanted, available: sellable, channel: request.channelID)
    }
    // What is due at the levels that are looked at is released first.
    var looked: Set<Place> = []
    for line in lines {
      if line.isFree {
        for place in before.places(of: line.place.ware) where takesPart.contains(place.warehouse) {
          looked.insert(place)
        }
      } else {
        looked.insert(line.place)
      }
    }
    expected.world.expire(at: looked)
    var left: [Place: Int64] = [:]
    for place in expected.world.levels.keys { left[place] = max(0, expected.world.available(place)) }
    var met: [Line] = []
    var failures: [(index: Int, refusal: Refusal, code: StatusCode)] = []
    for isFree in [false, true] {
      for (index, line) in lines.enumerated() where line.isFree == isFree {
        if request.mode != .bestEffort, let refusal = firstLines[index] {
          failures.append((index, refusal, .failedPrecondition))
          continue
        }
        if request.mode == .bestEffort, let sellable = limits[line.place.ware], line.quantity > sellable {
          let refusal = Refusal(
            line.place, reason: .channelLimit, requested: line.quantity, available: sellable, channel: request.channelID
          )
          failures.append((index, refusal, .failedPrecondition))
          continue
        }
        var refusal = Refusal(line.place, reason: .unspecified, requested: line.quantity)
        if let reason = before.unknown(line.place) {
          refusal.reason = reason
          failures.append((index, refusal, .notFound))
          continue
        }
        let sources =
          isFree
          ? before.places(of: line.place.ware).filter { takesPart.contains($0.warehouse) } : [line.place]
        let units = sources.reduce(Int64(0)) { $0.addingClamped(left[$1] ?? 0) }
        if !isFree, before.levels[line.place] == nil {
          refusal.reason = .unknownLevel
          failures.append((index, refusal, .notFound))
        } else if !isFree, before.warehouses[line.place.warehouse]?.isActive == false {
          refusal.reason = .warehouseInactive
          failures.append((index, refusal, .failedPrecondition))
        } else if units < line.quantity {
          refusal.reason = .notEnoughStock
          refusal.available = isFree ? units : expected.world.available(line.place)
          failures.append((index, refusal, .failedPrecondition))
        } else {
          met.append(line)
          limits[line.place.ware]? -= line.quantity
          if !isFree { left[line.place, default: 0] -= line.quantity }
        }
      }
    }
    failures.sort { $0.index < $1.index }
    if request.mode != .bestEffort {
      // Unknown things and short ones together: by which of the two it is called is left open, but all are named.
      let codes = Set(failures.map(\.code))
      for failure in failures {
        for code in codes { expected.problem(code, failure.refusal, isAlwaysNamed: true) }
      }
    }
    if !expected.problems.isEmpty { return expected }
    hold(met, request, before: before, failures: failures.map(\.refusal), left, call, &expected)
    return expected
  }

  /// Judges what was held, and takes it over.
  private static func hold(
    _ met: [Line], _ request: ReserveRequest, before: World, failures: [Refusal], _ left: [Place: Int64], _ call: Call,
    _ expected: inout Expectation
  ) {
    let free = met.filter(\.isFree)
    if !free.isEmpty { expected.doubtPlans(request) }
    guard var answer: ReserveResponse = call.response() else {
      expected.answer = ReserveResponse()
      return
    }
    if met.isEmpty { expected.world = before }
    var pinned: [Place: Int64] = [:]
    for line in met where !line.isFree { pinned[line.place] = line.quantity }
    var placed: [Place: Int64] = [:]
    for hold in answer.reservations { placed[World.Hold(message: hold).place, default: 0] += hold.quantity }
    for (place, units) in pinned { placed[place, default: 0] -= units }
    let referee = PlanReferee(
      world: before, strategy: request.strategy, shipTo: request.shipTo, pickup: Name(request.pickupWarehouseID),
      wanted: Dictionary(free.map { ($0.place.ware, $0.quantity) }) { $1 }, left: left, pinned: pinned)
    if let words = referee.fault(in: placed.filter { $0.value != 0 }) { expected.object("Reserve: \(words)") }
    if !free.isEmpty, !answer.isProvenOptimal { expected.object("Reserve: the plan is not called optimal") }
    let expiresAt = expiry(request, in: expected.world)
    for index in answer.reservations.indices {
      let given = answer.reservations[index]
      if expected.world.givenIDs.contains(Name(given.reservationID)) || !isWell(given.reservationID) {
        expected.object("gives the id \(given.reservationID) again")
      }
      if given.quantity < 1 { expected.object("holds \(given.quantity) units") }
      let made = Reservation(
        reservationID: given.reservationID, reference: request.reference, productID: given.productID,
        variantID: given.variantID, warehouseID: given.warehouseID, quantity: given.quantity,
        channelID: request.channelID, createdAt: expected.world.now, expiresAt: expiresAt)
      answer.reservations[index] = made
      expected.world.open(made)
    }
    answer.failures = failures
    expected.checkTotals(of: answer.reservations.map { World.Hold(message: $0).place })
    expected.answer = answer
  }

  private static func expiry(_ request: ReserveRequest, in world: World) -> Int64 {
    let seconds = request.timeToLiveSeconds ?? world.lifetime(request.reference?.type)
    return seconds == 0 ? 0 : world.now + Int64(seconds) * 1_000_000
  }

  /// Nil where the sum leaves the range of 64 bits.
  private static func addedUp(_ items: [OrderItem]) -> [Line]? {
    var lines: [Line] = []
    for item in items {
      let place = Place(item.productID, item.variantID, item.warehouseID)
      if let index = lines.firstIndex(where: { $0.place == place }) {
        let (sum, overflow) = lines[index].quantity.addingReportingOverflow(item.quantity)
        if overflow { return nil }
        lines[index].quantity = sum
      } else {
        lines.append(Line(place: place, quantity: item.quantity))
      }
    }
    return lines
  }

  private static func check(_ request: ReserveRequest, _ expected: inout Expectation) {
    expected.reference(request.reference, "reference")
    if !(1...100).contains(request.items.count) { expected.invalid("items") }
    for (index, item) in request.items.enumerated() {
      expected.identifier(item.productID, "items[\(index)].product_id")
      expected.identifier(item.variantID, "items[\(index)].variant_id", isNeeded: false)
      expected.identifier(item.warehouseID, "items[\(index)].warehouse_id", isNeeded: false)
      if item.quantity < 1 { expected.invalid("items[\(index)].quantity") }
    }
    if (request.timeToLiveSeconds ?? 0) > longestTimeToLive { expected.invalid("time_to_live_seconds") }
    if request.mode.rawValue > 2 { expected.invalid("mode") }
    if request.existing.rawValue > 2 { expected.invalid("existing") }
    if request.strategy.rawValue > 4 { expected.invalid("strategy") }
    expected.identifier(request.pickupWarehouseID, "pickup_warehouse_id", isNeeded: false)
  }
}

extension World {
  /// The warehouses that the service may choose.
  var takesPart: Set<Name> {
    Set(warehouses.filter { $0.value.isActive && $0.value.capabilities.contains(.shipping) }.keys)
  }
}

extension Expectation {
  /// Two currencies, or costs beyond 64 bits, make planning impossible.
  mutating func doubtPlans(_ request: ReserveRequest) {
    let rates = world.warehouses.values.compactMap(\.shippingRate)
    if Set(rates.map(\.currency)).subtracting([""]).count > 1 { doubt(.failedPrecondition) }
    doubt(.outOfRange)
  }
}

extension Int64 {
  /// The sum, or the greatest number where that is less.
  func addingClamped(_ other: Int64) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
