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
      if let kit = random.pickAny(world.products.keys.filter { world.isKit($0) }.sorted()), random.once(in: 3) {
        (item.productID, item.variantID) = (kit.text, "")
        item.quantity = Hostility.units(random.units(upTo: 4), &random)
      }
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
    for (index, line) in lines.enumerated() {
      let ware = line.place.ware
      // A kit is a channel's to sell wherever it is, a product where it has levels.
      let isKnownKit = before.isKit(ware.product) && ware.variant.isEmpty
      if !isKnownKit, before.places(of: ware).isEmpty { continue }
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
    var failures: [Failure] = []
    let given: ReserveResponse? = call.response()
    let sharing = Self.sharing(among: lines, in: before)
    let freeSharing = Self.sharing(among: lines.filter(\.isFree), in: before)
    for isFree in [false, true] {
      for (index, line) in lines.enumerated() where line.isFree == isFree {
        if request.mode != .bestEffort, let refusal = firstLines[index] {
          failures.append(Failure(index: index, refusal: refusal, code: .failedPrecondition))
          continue
        }
        if request.mode == .bestEffort, let sellable = limits[line.place.ware], line.quantity > sellable {
          let refusal = Refusal(
            line.place, reason: .channelLimit, requested: line.quantity, available: sellable, channel: request.channelID
          )
          failures.append(Failure(index: index, refusal: refusal, code: .failedPrecondition))
          continue
        }
        var refusal = Refusal(line.place, reason: .unspecified, requested: line.quantity)
        if let reason = before.unknown(line.place) {
          refusal.reason = reason
          failures.append(Failure(index: index, refusal: refusal, code: .notFound))
          continue
        }
        let sources =
          isFree
          ? before.places(of: line.place.ware).filter { takesPart.contains($0.warehouse) } : [line.place]
        let units = sources.reduce(Int64(0)) { $0.addingClamped(before.whole($1) { left[$0] ?? 0 }) }
        let isKit = before.isKit(line.place.ware.product)
        let isOpen = sharing.contains(line.place.ware)
        if !isFree, before.sources(of: line.place).contains(where: { before.levels[$0] == nil }) {
          refusal.reason = .unknownLevel
          failures.append(Failure(index: index, refusal: refusal, code: .notFound, isOpen: isKit))
        } else if !isFree, before.warehouses[line.place.warehouse]?.isActive == false {
          refusal.reason = .warehouseInactive
          failures.append(Failure(index: index, refusal: refusal, code: .failedPrecondition))
        } else if units < line.quantity || (isFree && isOpen && given?.isRefused(line.place) == true) {
          refusal.reason = .notEnoughStock
          refusal.available = isFree ? units : expected.world.available(line.place)
          failures.append(Failure(index: index, refusal: refusal, code: .failedPrecondition, isOpen: isOpen))
        } else {
          met.append(line)
          limits[line.place.ware]? -= line.quantity
          if isFree { continue }
          for part in before.parts(of: line.place.ware) {
            left[Place(part.ware, line.place.warehouse), default: 0] -= line.quantity * part.units
          }
        }
      }
    }
    failures.sort { $0.index < $1.index }
    if request.mode != .bestEffort {
      // Unknown things and short ones together: by which of the two it is called is left open, but all are named.
      let codes = Set(failures.map(\.code))
      for failure in failures {
        // Who of those that want the same units is short, is left open.
        let isNamed = sharing.isEmpty && !failure.isOpen
        for code in codes { expected.problem(code, isNamed ? failure.refusal : nil, isAlwaysNamed: isNamed) }
        // So is what a component that is not stocked at a warehouse makes of it.
        if failure.isOpen, failure.code == .notFound { expected.problem(.failedPrecondition) }
      }
      if !freeSharing.isEmpty { expected.doubt(.failedPrecondition) }
    }
    if !expected.problems.isEmpty { return expected }
    if let given { Self.take(given.failures, for: &failures, &expected) }
    hold(met, request, before: before, failures: failures.map(\.refusal), left, call, &expected)
    if let given, !freeSharing.isEmpty {
      judge(given, lines, failures, before: before, left, &expected)
    }
    return expected
  }

  /// A line that is not held.
  private struct Failure {
    var index: Int
    var refusal: Refusal
    var code: StatusCode
    /// Whether what the refusal says of it is left open, because other lines want the same units.
    var isOpen = false
  }

  /// What lines have in common with others, where a kit is among them.
  private static func sharing(among lines: [Line], in world: World) -> Set<Ware> {
    var shared: Set<Ware> = []
    for (index, one) in lines.enumerated() {
      for other in lines[..<index] where one.place.ware != other.place.ware {
        let wares = Set(world.parts(of: one.place.ware).map(\.ware))
        if wares.isDisjoint(with: world.parts(of: other.place.ware).map(\.ware)) { continue }
        shared.formUnion([one.place.ware, other.place.ware])
      }
    }
    return shared
  }

  /// Takes over what is left open of refusals, and looks at whether it can be.
  private static func take(_ given: [Refusal], for failures: inout [Failure], _ expected: inout Expectation) {
    guard given.count == failures.count else { return }
    for (index, refusal) in given.enumerated() where failures[index].isOpen {
      let isLess = refusal.available < refusal.requested
      let isClosed = expected.world.warehouses[Name(refusal.warehouseID)]?.isActive == false
      let isNamed = [.notEnoughStock, .unknownLevel].contains(refusal.reason)
      if !(isNamed || isClosed && refusal.reason == .warehouseInactive) || !isLess {
        expected.object("Reserve: does not hold because of \(words(refusal))")
      }
      failures[index].refusal.reason = refusal.reason
      failures[index].refusal.available = refusal.available
      failures[index].refusal.warehouseID = refusal.warehouseID
    }
  }

  /// Whether lines that want the same units, and have no warehouse, got what they can: no unit twice, and none left over
  /// that would do for one that was refused.
  private static func judge(
    _ given: ReserveResponse, _ lines: [Line], _ failures: [Failure], before: World, _ left: [Place: Int64],
    _ expected: inout Expectation
  ) {
    var left = left
    for hold in given.reservations.map({ World.Hold(message: $0) }) {
      for level in hold.levels { left[level, default: 0] -= hold.units(at: level) }
    }
    for line in lines where !line.isFree && !failures.contains(where: { lines[$0.index].place == line.place }) {
      for part in before.parts(of: line.place.ware) {
        left[Place(part.ware, line.place.warehouse), default: 0] += line.quantity * part.units
      }
    }
    if let (level, units) = left.first(where: { $0.value < 0 }) {
      expected.object("Reserve: holds \(-units) units at \(level) that others hold")
    }
    for failure in failures where failure.isOpen && lines[failure.index].isFree {
      let line = lines[failure.index]
      let units = before.places(of: line.place.ware).filter { before.takesPart.contains($0.warehouse) }
        .reduce(Int64(0)) { $0.addingClamped(before.whole($1) { left[$0] ?? 0 }) }
      if units >= line.quantity { expected.object("Reserve: refuses \(line.place), for which \(units) are left") }
    }
  }

  /// Judges what was held, and takes it over.
  private static func hold(
    _ met: [Line], _ request: ReserveRequest, before: World, failures: [Refusal], _ left: [Place: Int64], _ call: Call,
    _ expected: inout Expectation
  ) {
    let free = met.filter(\.isFree)
    let isShared = !Self.sharing(among: free, in: before).isEmpty
    let wasShared = !Self.sharing(among: addedUp(request.items)?.filter(\.isFree) ?? [], in: before).isEmpty
    var left = left
    for line in free where before.isKit(line.place.ware.product) {
      for place in before.places(of: line.place.ware) { left[place] = before.whole(place) { left[$0] ?? 0 } }
    }
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
      wanted: Dictionary(free.map { ($0.place.ware, $0.quantity) }) { $1 }, left: left, pinned: pinned,
      isShared: isShared)
    if let words = referee.fault(in: placed.filter { $0.value != 0 }) { expected.object("Reserve: \(words)") }
    if isShared, answer.isProvenOptimal { expected.object("Reserve: the plan is called optimal") }
    if !free.isEmpty, !wasShared, !answer.isProvenOptimal {
      expected.object("Reserve: the plan is not called optimal")
    }
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
        channelID: request.channelID, createdAt: expected.world.now, expiresAt: expiresAt,
        components: expected.world.products[Name(given.productID)]?.components ?? [])
      answer.reservations[index] = made
      expected.world.open(made)
    }
    answer.failures = failures
    expected.checkTotals(of: answer.reservations.flatMap { World.Hold(message: $0).levels })
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

extension ReserveResponse {
  /// Whether something could not be held.
  fileprivate func isRefused(_ place: Place) -> Bool {
    failures.contains { $0.reason == .notEnoughStock && Place($0.productID, $0.variantID, $0.warehouseID) == place }
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
