import Engine
import Messages

/// ReservationService: Release, Extend, ConvertReservation, ChangeReservation, Fulfill (Reserve is in ``ReserveRules``);
/// GetReservation, ListReservations.
struct ReservationPart: ModelPart {
  let weight = 14

  func command(_ random: inout SplitMix, in world: World) -> CommandRequest {
    switch random.number(0...15) {
    case 0...6: .reserve(ReserveRules.request(&random, in: world))
    case 7: .release(release(&random, in: world))
    case 8: .extend(extend(&random, in: world))
    case 9...10: .convertReservation(convert(&random, in: world))
    case 11...12: .changeReservation(change(&random, in: world))
    default: .fulfill(fulfill(&random, in: world))
    }
  }

  /// Ids of open holds, now and then with one that is not open any more, unknown or named twice.
  private func ids(_ random: inout SplitMix, in world: World) -> [String] {
    var ids = (0..<random.pick([1, 1, 2, 3])).compactMap { _ in random.pickAny(world.holds)?.id.text }
    ids = ids.enumerated().filter { !ids[..<$0.offset].contains($0.element) }.map(\.element)
    if random.once(in: 15), let given = random.pickAny(world.givenIDs.sorted()) { ids.append(given.text) }
    if random.once(in: 60) { ids.append(random.pick(Pool.unknown)) }
    if random.once(in: 100) { ids.append(random.pick(Pool.unwell)) }
    return ids
  }

  private func reference(_ random: inout SplitMix, in world: World) -> Reference {
    if random.once(in: 100) { return Reference(type: .init(rawValue: 7), id: "c1") }
    if random.once(in: 3), let hold = random.pickAny(world.holds) { return hold.message.reference ?? Reference() }
    return random.pick(Pool.references)
  }

  private func release(_ random: inout SplitMix, in world: World) -> ReleaseRequest {
    var request = ReleaseRequest(reason: "changed my mind")
    let choice = random.number(0...20)
    if choice < 12 { request.reservationIDs = ids(&random, in: world) }
    if choice >= 11 { request.reference = reference(&random, in: world) }
    return request
  }

  private func extend(_ random: inout SplitMix, in world: World) -> ExtendRequest {
    var request = ExtendRequest()
    let choice = random.number(0...20)
    if choice < 12 { request.reservationIDs = ids(&random, in: world) }
    if choice >= 11 { request.reference = reference(&random, in: world) }
    switch random.number(0...20) {
    case 0: break
    case 1: request.until = .timeToLiveSeconds(.max)
    case 2: request.until = .timeToLiveSeconds(0)
    case 3: request.until = .expiresAt(random.pick([0, -1, .max, world.now]))
    case 4...10: request.until = .timeToLiveSeconds(UInt32(random.number(1...4000)))
    default: request.until = .expiresAt(world.now + Int64(random.number(1...4000)) * 1_000_000)
    }
    return request
  }

  private func convert(_ random: inout SplitMix, in world: World) -> ConvertReservationRequest {
    var request = ConvertReservationRequest(orderID: Hostility.identifier(random.pick(["o1", "o2", "o3"]), &random))
    let choice = random.number(0...20)
    if choice < 8 { request.reservationIDs = ids(&random, in: world) }
    if choice >= 7 { request.cartID = Hostility.identifier(random.pick(["c1", "c2", "c3"]), &random) }
    request.existing = random.pick([.unspecified, .unspecified, .add, .add, random.once(in: 10) ? .replace : .add])
    return request
  }

  private func change(_ random: inout SplitMix, in world: World) -> ChangeReservationRequest {
    var request = ChangeReservationRequest(reservationID: ids(&random, in: world).first ?? "nothing")
    let choice = random.number(0...20)
    if choice < 14 { request.quantity = Hostility.units(random.units(upTo: 8), &random) }
    if (11...19).contains(choice) { request.warehouseID = Hostility.identifier(random.pick(Pool.warehouses), &random) }
    return request
  }

  private func fulfill(_ random: inout SplitMix, in world: World) -> FulfillRequest {
    var request = FulfillRequest()
    let choice = random.number(0...20)
    if choice < 12 {
      request.lines = ids(&random, in: world).map { id in
        let quantity = random.once(in: 2) ? 0 : Int64(random.number(1...5))
        return FulfillLine(reservationID: id, quantity: Hostility.units(quantity, &random))
      }
    }
    if choice >= 11 { request.reference = reference(&random, in: world) }
    return request
  }

  func expectation(of request: CommandRequest, _ call: Call, in world: World) -> Expectation? {
    let start = Expectation(world)
    return switch request {
    case .reserve(let request): ReserveRules.expectation(of: request, call, start)
    case .release(let request): release(request, call, start)
    case .extend(let request): extend(request, call, start)
    case .convertReservation(let request): convert(request, call, start)
    case .changeReservation(let request): change(request, call, start)
    case .fulfill(let request): fulfill(request, call, start)
    default: nil
    }
  }

  private func release(_ request: ReleaseRequest, _ call: Call, _ start: Expectation) -> Expectation {
    var expected = start
    guard let holds = expected.named(request.reservationIDs, request.reference, call) else { return expected }
    for hold in holds { expected.world.close(hold.id) }
    expected.answer = ReleaseResponse(released: holds.map(\.message))
    return expected
  }

  private func extend(_ request: ExtendRequest, _ call: Call, _ start: Expectation) -> Expectation {
    var expected = start
    switch request.until {
    case .expiresAt(let instant): if instant < 1 { expected.invalid("expires_at") }
    case .timeToLiveSeconds(let seconds): if seconds > longestTimeToLive { expected.invalid("time_to_live_seconds") }
    case nil: expected.invalid("expires_at")
    }
    guard let holds = expected.named(request.reservationIDs, request.reference, call) else { return expected }
    let expiresAt: Int64 =
      switch request.until {
      case .expiresAt(let instant): instant
      case .timeToLiveSeconds(let seconds): seconds == 0 ? 0 : expected.world.now + Int64(seconds) * 1_000_000
      case nil: 0
      }
    expected.refuseDue(holds)
    if expiresAt != 0, expiresAt <= expected.world.now { expected.problem(.failedPrecondition) }
    if request.reference != nil, holds.isEmpty { expected.problem(.notFound) }
    for hold in holds where hold.message.expiresAt != expiresAt {
      expected.world.update(hold.id) { $0.expiresAt = expiresAt }
      expected.world.change(hold, .extend)
    }
    expected.answer = ExtendResponse(reservations: holds.compactMap { expected.world.hold($0.id.text)?.message })
    return expected
  }

  private func convert(_ request: ConvertReservationRequest, _ call: Call, _ start: Expectation) -> Expectation {
    var expected = start
    expected.identifier(request.orderID, "order_id")
    if request.existing != .unspecified, request.existing != .add { expected.invalid("existing") }
    let cart = request.cartID.isEmpty ? nil : Reference(type: .cart, id: request.cartID)
    guard let holds = expected.named(request.reservationIDs, cart, call, referenceField: "cart_id") else {
      return expected
    }
    if holds.isEmpty { expected.problem(.notFound) }
    expected.refuseDue(holds)
    for hold in holds where hold.message.reference?.type != .cart { expected.problem(.failedPrecondition) }
    let order = Reference(type: .order, id: request.orderID)
    let existing = expected.world.holds(for: order)
    if request.existing == .unspecified {
      if existing.contains(where: { !$0.isDue(at: expected.world.now) }) { expected.problem(.alreadyExists) }
      expected.doubtChannel(of: existing, call)
    }
    for hold in existing where hold.isDue(at: expected.world.now) && request.existing == .unspecified {
      expected.world.close(hold.id)
    }
    for hold in holds {
      expected.world.update(hold.id) {
        $0.reference = order
        $0.expiresAt = 0
      }
      expected.world.change(hold, .convert)
      for _ in hold.parts { expected.world.note(World.Thing(order)) }
    }
    expected.answer = ConvertReservationResponse(
      reservations: holds.compactMap { expected.world.hold($0.id.text)?.message })
    return expected
  }

  private func change(_ request: ChangeReservationRequest, _ call: Call, _ start: Expectation) -> Expectation {
    var expected = start
    expected.identifier(request.reservationID, "reservation_id")
    if let quantity = request.quantity, quantity < 1 { expected.invalid("quantity") }
    if request.quantity == nil, request.warehouseID.isEmpty { expected.invalid("quantity") }
    expected.identifier(request.warehouseID, "warehouse_id", isNeeded: false)
    if expected.isMalformed { return expected }
    guard let hold = expected.world.hold(request.reservationID) else {
      expected.problem(.notFound, Refusal(reason: .unknownReservation, reservationID: request.reservationID))
      return expected
    }
    expected.checkChannel(of: [hold], call)
    if expected.world.isTransfer(hold.message.reference) { expected.problem(.failedPrecondition) }
    expected.refuseDue([hold])
    var changed = hold.message
    changed.quantity = request.quantity ?? changed.quantity
    if !request.warehouseID.isEmpty { changed.warehouseID = request.warehouseID }
    let to = World.Hold(message: changed).place
    if let reason = expected.world.unknown(to) {
      expected.problem(.notFound, Refusal(to, reason: reason, reservation: request.reservationID))
      expected.problem(.notFound, Refusal(to, reason: reason))
      return expected
    }
    expected.answer = changed
    if changed == hold.message { return expected }
    let isMoved = to != hold.place
    // What a kit's hold is made of stays.
    let levels = World.Hold(message: changed).levels
    if isMoved || changed.quantity > hold.message.quantity {
      expected.world.expire(at: levels)
      let own = isMoved ? 0 : hold.message.quantity
      if expected.world.warehouses[to.warehouse]?.isActive != true { expected.problem(.failedPrecondition) }
      for (part, level) in zip(hold.parts, levels) {
        if expected.world.levels[level] == nil { expected.problem(.notFound) }
        if expected.world.levels[level] == nil { expected.problem(.failedPrecondition) }
        let taken = (changed.quantity - own).timesClamped(part.units)
        if taken > expected.world.available(level) { expected.problem(.failedPrecondition) }
      }
      let more = changed.quantity - hold.message.quantity
      if more > 0, expected.world.limit(changed.channelID, to.ware, wanted: more) != nil {
        expected.problem(.failedPrecondition)
      }
    }
    if !expected.problems.isEmpty { return expected }
    expected.world.update(hold.id) { $0 = changed }
    if isMoved { expected.world.change(hold, .change) }
    expected.world.change(World.Hold(message: changed), .change)
    expected.checkTotals(of: levels)
    return expected
  }

  private func fulfill(_ request: FulfillRequest, _ call: Call, _ start: Expectation) -> Expectation {
    var expected = start
    for (index, line) in request.lines.enumerated() where line.quantity < 0 {
      expected.invalid("lines[\(index)].quantity")
    }
    let ids = request.lines.map(\.reservationID)
    guard
      let holds = expected.named(ids, request.reference, call, idsField: "lines", idMember: ".reservation_id")
    else { return expected }
    if holds.isEmpty { expected.problem(.notFound) }
    // What is on its way to another warehouse is not sold.
    for hold in holds where hold.message.reference?.type == .transfer { expected.problem(.failedPrecondition) }
    expected.refuseDue(holds)
    var result = FulfillResponse()
    for (index, hold) in holds.enumerated() {
      let asked = request.lines.isEmpty ? 0 : request.lines[index].quantity
      let units = asked == 0 ? hold.message.quantity : asked
      if units > hold.message.quantity { expected.problem(.failedPrecondition) }
      if !expected.problems.isEmpty { continue }
      var left = hold.message
      left.quantity -= units
      left.fulfilledQuantity += units
      result.reservations.append(left)
      if left.quantity == 0 {
        expected.world.holds.removeAll { $0.id == hold.id }
      } else {
        expected.world.update(hold.id) { $0 = left }
      }
      // Goods that are not in the building cannot leave it.
      for (part, level) in zip(hold.parts, hold.levels)
      where units.timesClamped(part.units) > expected.world.levels[level]?.onHand ?? 0 {
        expected.problem(.failedPrecondition)
      }
      if !expected.problems.isEmpty { continue }
      expected.world.change(hold, .sale) { $0.onHand -= units * $1 }
      for part in hold.parts {
        expected.world.sold(Place(part.ware, hold.place.warehouse), units * part.units)
        expected.world.sell(units * part.units, hold.message.channelID, part.ware)
      }
      // Kit and components both count.
      if !hold.message.components.isEmpty {
        expected.world.sold(hold.place, units)
        expected.world.sell(units, hold.message.channelID, hold.place.ware)
      }
    }
    expected.answer = result
    return expected
  }

  func compare(_ world: World, with queries: Queries, _ random: inout SplitMix) throws {
    for hold in world.holds {
      let request = GetReservationRequest(reservationID: hold.id.text)
      try queries.expect(.reservationServiceGetReservation, request, hold.message, else: .notFound)
    }
    let closed = world.givenIDs.subtracting(world.holds.map(\.id)).sorted().suffix(5).map(\.text)
    for id in closed + Pool.unknown {
      let none: Reservation? = nil
      try queries.expect(
        .reservationServiceGetReservation, GetReservationRequest(reservationID: id), none, else: .notFound)
    }
    func list(_ by: ListReservationsRequest.By, _ wanted: [World.Hold]) throws {
      let size = UInt32(random.number(0...3))
      try queries.expectList("reservations by \(by)", wanted.map(\.message)) { (token) -> ([Reservation], String) in
        let page: ListReservationsResponse = try queries.ask(
          .reservationServiceListReservations, ListReservationsRequest(by: by, pageSize: size, pageToken: token))
        return (page.reservations, page.nextPageToken)
      }
    }
    for reference in Pool.references { try list(.reference(reference), world.holds(for: reference)) }
    for id in Pool.warehouses where world.warehouses[Name(id)] != nil {
      try list(.warehouseID(id), world.holds.filter { $0.place.warehouse == Name(id) })
    }
    // A kit's hold is found under the kit, and under each component.
    func byPlace(_ isWanted: (Place) -> Bool) -> [World.Hold] {
      world.holds.enumerated().flatMap { offset, hold in
        Set(hold.levels + [hold.place]).filter(isWanted).map { (place: $0, hold: hold, offset: offset) }
      }.sorted { ($0.place, $0.hold.expiry, $0.offset) < ($1.place, $1.hold.expiry, $1.offset) }.map(\.hold)
    }
    for product in Pool.products {
      try list(.stock(ReservationStockFilter(productID: product)), byPlace { $0.ware.product == Name(product) })
      let place = Place(product, random.pick(Pool.variants), random.pick(Pool.warehouses))
      let filter = ReservationStockFilter(
        productID: product, variantID: place.ware.variant.text, warehouseID: place.warehouse.text)
      try list(.stock(filter), byPlace { $0 == place })
    }
    let instant = world.now + Int64(random.number(-100...4000)) * 1_000_000
    let soon = world.holds.filter { $0.message.expiresAt != 0 && $0.message.expiresAt < instant }.enumerated().sorted {
      ($0.element.expiry, $0.offset) < ($1.element.expiry, $1.offset)
    }
    try list(.expiresBefore(instant), soon.map(\.element))
  }
}

/// Ten years, the longest that a hold may be asked to last.
let longestTimeToLive: UInt32 = 10 * 366 * 86_400

extension World.Hold {
  /// When it expires; what never does comes last.
  var expiry: Int64 { message.expiresAt == 0 ? .max : message.expiresAt }
}

extension World {
  mutating func update(_ id: Name, _ body: (inout Reservation) -> Void) {
    for index in holds.indices where holds[index].id == id { body(&holds[index].message) }
  }
}

extension Expectation {
  /// The holds that a command names, by ids or by reference; nil where it is refused for how it names them.
  mutating func named(
    _ ids: [String], _ reference: Reference?, _ call: Call, idsField: String = "reservation_ids", idMember: String = "",
    referenceField: String = "reference"
  ) -> [World.Hold]? {
    if ids.isEmpty, let reference {
      if referenceField == "cart_id" {
        identifier(reference.id, "cart_id")
      } else {
        self.reference(reference, "reference")
      }
    } else if ids.isEmpty {
      invalid(idsField)
    } else {
      if reference != nil { invalid(referenceField) }
      for (index, id) in ids.enumerated() {
        let isRepeated = ids[..<index].contains { Name($0) == Name(id) }
        if !isWell(id) || isRepeated { invalid("\(idsField)[\(index)]\(idMember)") }
      }
    }
    if isMalformed { return nil }
    if let reference, ids.isEmpty {
      let holds = world.holds(for: reference)
      checkChannel(of: holds, call)
      if world.isTransfer(reference) { problem(.failedPrecondition) }
      return holds
    }
    var holds: [World.Hold] = []
    for id in ids {
      if let hold = world.hold(id) {
        holds.append(hold)
      } else {
        problem(.notFound, Refusal(reason: .unknownReservation, reservationID: id), isAlwaysNamed: true)
      }
    }
    checkChannel(of: holds, call)
    // A transfer's holds change with it alone.
    for hold in holds where world.isTransfer(hold.message.reference) { problem(.failedPrecondition) }
    return problems.isEmpty ? holds : nil
  }

  /// A seller that is bound to channels touches holds of these alone.
  mutating func checkChannel(of holds: [World.Hold], _ call: Call) {
    let channels = Set(call.caller.channels.map { Name($0) })
    if channels.isEmpty { return }
    for hold in holds where !channels.contains(Name(hold.message.channelID)) { problem(.permissionDenied) }
  }

  /// Whether holds of other channels, in the way or due, are told as such is left open.
  mutating func doubtChannel(of holds: [World.Hold], _ call: Call) {
    var asked = Expectation(world)
    asked.checkChannel(of: holds, call)
    if !asked.problems.isEmpty { doubt(.permissionDenied) }
  }

  /// What is due cannot be used any more.
  mutating func refuseDue(_ holds: [World.Hold]) {
    for hold in holds where hold.isDue(at: world.now) {
      problem(
        .failedPrecondition, Refusal(hold.place, reason: .expired, reservation: hold.id.text), isAlwaysNamed: true)
    }
  }
}
