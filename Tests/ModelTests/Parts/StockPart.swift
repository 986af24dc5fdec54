import Engine
import Messages

/// The levels of StockService: SetStock, AdjustStock, MoveStock; GetStock, BatchGetStock, ListStock.
struct StockPart: ModelPart {
  let weight = 6

  func command(_ random: inout SplitMix, in world: World) -> CommandRequest {
    switch random.number(0...9) {
    case 0...4: .setStock(set(&random, in: world))
    case 5...7: .adjustStock(adjust(&random, in: world))
    default: .moveStock(move(&random))
    }
  }

  private func place(_ random: inout SplitMix, in world: World) -> Place {
    if !random.once(in: 4), let place = random.pickAny(world.levels.keys.sorted()) {
      return Place(
        Hostility.identifier(place.ware.product.text, &random), place.ware.variant.text,
        Hostility.identifier(place.warehouse.text, &random))
    }
    return Place(
      Hostility.identifier(random.pick(Pool.products), &random), random.pick(Pool.variants),
      Hostility.identifier(random.pick(Pool.warehouses), &random))
  }

  /// Mostly absent or right; now and then wrong.
  private func version(_ place: Place, _ random: inout SplitMix, in world: World) -> UInt64? {
    guard random.once(in: 5) else { return nil }
    let current = world.levels[place]?.version ?? 0
    return random.once(in: 4) ? current + 1 : current
  }

  private func set(_ random: inout SplitMix, in world: World) -> SetStockRequest {
    var settings: [StockSetting] = []
    for _ in 0..<random.pick([1, 1, 1, 2, 4]) {
      let place = place(&random, in: world)
      var setting = StockSetting(
        productID: place.ware.product.text, variantID: place.ware.variant.text, warehouseID: place.warehouse.text)
      if !random.once(in: 8) { setting.onHand = Hostility.units(random.units(upTo: 30), &random) }
      if random.once(in: 6) { setting.safetyStock = Hostility.units(random.units(), &random) }
      if random.once(in: 6) { setting.reorderPoint = Hostility.units(random.units(), &random) }
      if random.once(in: 6) { setting.reorderQuantity = Hostility.units(random.units(), &random) }
      setting.expectedVersion = version(place, &random, in: world)
      if world.levels[place] == nil ? random.once(in: 3) : random.once(in: 30) {
        for _ in 0..<random.number(1...3) {
          setting.openingHolds.append(
            OpeningHold(
              reference: random.once(in: 60) ? nil : random.pick(Pool.references),
              quantity: Hostility.units(random.units(upTo: 6), &random),
              expiresAt: random.once(in: 2) ? 0 : world.now + Int64(random.number(1...2000)) * 1_000_000,
              channelID: random.pick(Pool.channels)))
        }
      }
      settings.append(setting)
    }
    if random.once(in: 100) { settings += settings }
    if random.once(in: 150) { settings = [] }
    return SetStockRequest(
      settings: settings,
      reason: random.pick(["", "counted", random.once(in: 30) ? String(repeating: "r", count: 1025) : ""]),
      allowOversold: random.once(in: 8))
  }

  private func adjust(_ random: inout SplitMix, in world: World) -> AdjustStockRequest {
    var lines: [AdjustmentLine] = []
    for _ in 0..<random.pick([1, 1, 2, 3]) {
      let place = place(&random, in: world)
      let type = random.pick([AdjustmentType.adjustment, .return, .sale, .damage, .quarantine, .unquarantine])
      var units = random.units()
      if type == .sale || type == .damage || (type == .adjustment && random.once(in: 2)) { units = -units }
      var line = AdjustmentLine(
        productID: place.ware.product.text, variantID: place.ware.variant.text, warehouseID: place.warehouse.text,
        type: random.once(in: 100) ? .unspecified : type, quantity: Hostility.units(units, &random))
      if type == .return || type == .damage { line.inQuarantine = random.once(in: 2) }
      if type == .return || type == .sale { line.channelID = random.pick(Pool.channels) }
      if random.once(in: 100) { line.inQuarantine = true }
      line.expectedVersion = version(place, &random, in: world)
      lines.append(line)
    }
    if random.once(in: 150) { lines = [] }
    return AdjustStockRequest(
      lines: lines, reason: "by hand", allowOversold: random.once(in: 10),
      metadata: random.once(in: 10) ? [Metadata(key: random.once(in: 10) ? "" : "who", value: "me")] : [])
  }

  private func move(_ random: inout SplitMix) -> MoveStockRequest {
    MoveStockRequest(
      productID: Hostility.identifier(random.pick(Pool.products), &random), variantID: random.pick(Pool.variants),
      fromWarehouseID: Hostility.identifier(random.pick(Pool.warehouses), &random),
      toWarehouseID: Hostility.identifier(random.pick(Pool.warehouses), &random),
      quantity: Hostility.units(random.units(upTo: 6), &random))
  }

  func expectation(of request: CommandRequest, _ call: Call, in world: World) -> Expectation? {
    switch request {
    case .setStock(let request): set(request, call, Expectation(world))
    case .adjustStock(let request): adjust(request, call, Expectation(world))
    case .moveStock(let request): move(request, Expectation(world))
    default: nil
    }
  }

  private func set(_ request: SetStockRequest, _ call: Call, _ start: Expectation) -> Expectation {
    var expected = start
    check(request, &expected)
    if request.allowOversold, call.caller.role != .admin { expected.problem(.permissionDenied) }
    if !expected.problems.isEmpty { return expected }
    let before = expected.world
    for setting in request.settings {
      let place = Place(setting.productID, setting.variantID, setting.warehouseID)
      if let reason = before.unknown(place) {
        expected.problem(.notFound, Refusal(place, reason: reason))
        continue
      }
      if before.isKit(place.ware.product) {
        expected.problem(.failedPrecondition, Refusal(place, reason: .kit))
        continue
      }
      let old = before.levels[place]
      if let version = setting.expectedVersion, version != old?.version ?? 0 {
        expected.problem(
          .aborted,
          Refusal(
            place, reason: .versionMismatch, available: before.available(place), currentVersion: old?.version ?? 0))
      }
      if old != nil, !setting.openingHolds.isEmpty { expected.problem(.failedPrecondition) }
      if before.warehouses[place.warehouse]?.isActive != true, !setting.openingHolds.isEmpty {
        expected.problem(.failedPrecondition)
      }
      if let onHand = setting.onHand, let old, onHand < old.onHand { expected.world.expire(at: [place]) }
      var level = expected.world.levels[place] ?? expected.world.newLevel
      level.onHand = setting.onHand ?? level.onHand
      level.safetyStock = setting.safetyStock ?? level.safetyStock
      level.reorderPoint = setting.reorderPoint ?? level.reorderPoint
      level.reorderQuantity = setting.reorderQuantity ?? level.reorderQuantity
      if level != expected.world.levels[place] { expected.world.change(place, .set) { $0.take(level) } }
      open(setting.openingHolds, at: place, mayOversell: request.allowOversold, &expected)
      let held = expected.world.held(place)
      let lowers = level.onHand < old?.onHand ?? .max
      if lowers, held.map({ level.onHand < $0 }) ?? true, !request.allowOversold {
        expected.problem(.failedPrecondition)
      }
    }
    expected.checkTotals(of: request.settings.map { Place($0.productID, $0.variantID, $0.warehouseID) })
    if !expected.problems.isEmpty { return expected }
    expected.answer = SetStockResponse(
      levels: request.settings.compactMap { expected.world.shown(Place($0.productID, $0.variantID, $0.warehouseID)) })
    return expected
  }

  /// Opening holds have no answer of their own: their ids are looked up when the next comparison finds them.
  private func open(
    _ holds: [OpeningHold], at place: Place, mayOversell: Bool, _ expected: inout Expectation
  ) {
    for hold in holds {
      if !mayOversell, expected.world.limit(hold.channelID, place.ware, wanted: hold.quantity) != nil {
        expected.problem(.failedPrecondition)
      }
      expected.world.open(
        Reservation(
          reservationID: World.unseenID(expected.world.givenIDs.count), reference: hold.reference,
          productID: place.ware.product.text, variantID: place.ware.variant.text, warehouseID: place.warehouse.text,
          quantity: hold.quantity, channelID: hold.channelID, createdAt: expected.world.now, expiresAt: hold.expiresAt))
    }
  }

  private func check(_ request: SetStockRequest, _ expected: inout Expectation) {
    if request.settings.isEmpty { expected.invalid("settings") }
    if request.reason.utf8.count > 1024 { expected.invalid("reason") }
    var seen: Set<Place> = []
    for (index, setting) in request.settings.enumerated() {
      let field = "settings[\(index)]"
      expected.identifier(setting.productID, "\(field).product_id")
      expected.identifier(setting.variantID, "\(field).variant_id", isNeeded: false)
      expected.identifier(setting.warehouseID, "\(field).warehouse_id")
      if (setting.onHand ?? 0) < 0 { expected.invalid("\(field).on_hand") }
      if (setting.safetyStock ?? 0) < 0 { expected.invalid("\(field).safety_stock") }
      if (setting.reorderPoint ?? 0) < 0 { expected.invalid("\(field).reorder_point") }
      if (setting.reorderQuantity ?? 0) < 0 { expected.invalid("\(field).reorder_quantity") }
      let place = Place(setting.productID, setting.variantID, setting.warehouseID)
      if !seen.insert(place).inserted { expected.invalid(field) }
      for (number, hold) in setting.openingHolds.enumerated() {
        expected.reference(hold.reference, "\(field).opening_holds[\(number)].reference")
        if hold.quantity < 1 { expected.invalid("\(field).opening_holds[\(number)].quantity") }
      }
    }
  }

  private func adjust(_ request: AdjustStockRequest, _ call: Call, _ start: Expectation) -> Expectation {
    var expected = start
    check(request, &expected)
    if request.allowOversold, call.caller.role != .admin { expected.problem(.permissionDenied) }
    if !expected.problems.isEmpty { return expected }
    let before = expected.world
    let places = request.lines.map { Place($0.productID, $0.variantID, $0.warehouseID) }
    for (line, place) in zip(request.lines, places) {
      if before.isKit(place.ware.product), before.unknown(place) == nil {
        expected.problem(.failedPrecondition, Refusal(place, reason: .kit))
        continue
      }
      guard let old = before.levels[place] else {
        expected.problem(.notFound, Refusal(place, reason: before.unknown(place) ?? .unknownLevel))
        continue
      }
      if let version = line.expectedVersion, version != old.version {
        expected.problem(
          .aborted,
          Refusal(place, reason: .versionMismatch, available: before.available(place), currentVersion: old.version))
      }
    }
    // What takes away, or from what is available, releases what is due there first.
    for (line, place) in zip(request.lines, places) where before.levels[place] != nil {
      if line.type == .quarantine || line.quantity < 0 {
        expected.world.expire(at: [place])
      }
      guard apply(line, at: place, mayOversell: request.allowOversold, &expected) else { return expected }
    }
    expected.checkTotals(of: places)
    expected.answer = AdjustStockResponse(levels: places.compactMap { expected.world.shown($0) })
    return expected
  }

  /// Applies one line; false where the command must be refused for it.
  private func apply(_ line: AdjustmentLine, at place: Place, mayOversell: Bool, _ expected: inout Expectation) -> Bool
  {
    let available = expected.world.available(place)
    let quarantined = expected.world.levels[place]?.quarantined ?? 0
    let units = line.quantity.magnitude
    let isShort =
      switch line.type {
      case .adjustment, .sale: line.quantity < 0 && units > UInt64(max(0, available)) && !mayOversell
      case .damage: line.inQuarantine ? units > UInt64(quarantined) : units > UInt64(max(0, available)) && !mayOversell
      case .quarantine: units > UInt64(max(0, available))
      case .unquarantine: units > UInt64(quarantined)
      default: false
      }
    if isShort {
      let isQuarantine = line.type == .unquarantine || line.inQuarantine
      expected.problem(
        .failedPrecondition,
        Refusal(
          place, reason: .notEnoughStock, requested: Int64(clamping: units),
          available: isQuarantine ? quarantined : available))
      return false
    }
    var overflows = false
    expected.world.change(place, line.type.entryType) { level in
      switch line.type {
      case .quarantine: level.quarantined += line.quantity
      case .unquarantine: level.quarantined -= line.quantity
      default:
        let (sum, overflow) = level.onHand.addingReportingOverflow(line.quantity)
        overflows = overflow || sum < 0
        level.onHand = sum
        if line.inQuarantine, !overflow { level.quarantined += line.quantity }
      }
    }
    if line.type == .sale { expected.world.sell(-line.quantity, line.channelID, place.ware) }
    if overflows {
      expected.problem(.outOfRange)
      if line.quantity < 0 { expected.problem(.failedPrecondition) }
    }
    if line.type == .sale { expected.world.sold(place, -line.quantity) }
    return !overflows
  }

  private func check(_ request: AdjustStockRequest, _ expected: inout Expectation) {
    if request.lines.isEmpty { expected.invalid("lines") }
    for (index, line) in request.lines.enumerated() {
      let field = "lines[\(index)]"
      expected.identifier(line.productID, "\(field).product_id")
      expected.identifier(line.variantID, "\(field).variant_id", isNeeded: false)
      expected.identifier(line.warehouseID, "\(field).warehouse_id")
      switch line.type {
      case .adjustment: if line.quantity == 0 || line.quantity == .min { expected.invalid("\(field).quantity") }
      case .return, .quarantine, .unquarantine: if line.quantity < 1 { expected.invalid("\(field).quantity") }
      case .sale, .damage: if line.quantity >= 0 || line.quantity == .min { expected.invalid("\(field).quantity") }
      default:
        expected.invalid("\(field).type")
        if line.quantity == .min { expected.invalid("\(field).quantity") }
      }
      if line.inQuarantine, line.type != .return, line.type != .damage { expected.invalid("\(field).in_quarantine") }
      if !line.channelID.isEmpty, line.type != .return, line.type != .sale { expected.invalid("\(field).channel_id") }
    }
    for (index, fact) in request.metadata.enumerated() where !isWell(fact.key) {
      expected.invalid("metadata[\(index)].key")
    }
  }

  private func move(_ request: MoveStockRequest, _ start: Expectation) -> Expectation {
    var expected = start
    expected.identifier(request.productID, "product_id")
    expected.identifier(request.variantID, "variant_id", isNeeded: false)
    expected.identifier(request.fromWarehouseID, "from_warehouse_id")
    expected.identifier(request.toWarehouseID, "to_warehouse_id")
    if request.quantity < 1 { expected.invalid("quantity") }
    let from = Place(request.productID, request.variantID, request.fromWarehouseID)
    let to = Place(request.productID, request.variantID, request.toWarehouseID)
    if from == to, !from.warehouse.isEmpty { expected.invalid("to_warehouse_id") }
    if expected.isMalformed { return expected }
    for place in [from, to] {
      if let reason = expected.world.unknown(place) { expected.problem(.notFound, Refusal(place, reason: reason)) }
    }
    for place in [from, to] where expected.world.isKit(place.ware.product) {
      expected.problem(.failedPrecondition, Refusal(place, reason: .kit))
    }
    if expected.world.levels[from] == nil, expected.world.unknown(from) == nil, !expected.world.isKit(from.ware.product)
    {
      expected.problem(.notFound, Refusal(from, reason: .unknownLevel))
    }
    if !expected.problems.isEmpty { return expected }
    expected.world.expire(at: [from])
    let available = expected.world.available(from)
    if request.quantity > available {
      expected.problem(
        .failedPrecondition,
        Refusal(from, reason: .notEnoughStock, requested: request.quantity, available: available))
      return expected
    }
    let (sum, overflow) = (expected.world.levels[to]?.onHand ?? 0).addingReportingOverflow(request.quantity)
    if overflow {
      expected.problem(.outOfRange)
      return expected
    }
    expected.world.change(from, .transferOut) { $0.onHand -= request.quantity }
    expected.world.change(to, .transferIn) { $0.onHand = sum }
    expected.answer = MoveStockResponse(from: expected.world.shown(from), to: expected.world.shown(to))
    return expected
  }

  func compare(_ world: World, with queries: Queries, _ random: inout SplitMix) throws {
    var keys: [StockKey] = []
    var results: [StockResult] = []
    for product in Pool.products + ["nothing"] {
      for variant in ["", "red", "blue"] {
        for warehouse in [""] + Pool.warehouses + ["nothing"] {
          let place = Place(product, variant, warehouse)
          let shown =
            place.warehouse.isEmpty
            ? (world.unknown(place) == nil ? world.total(place.ware) : nil) : world.shown(place)
          let name = StockKey(productID: product, variantID: variant, warehouseID: warehouse)
          try queries.expectStock(name, shown)
          keys.append(name)
          let missing = StockLevel(productID: product, variantID: variant, warehouseID: warehouse)
          results.append(StockResult(level: shown ?? missing, missing: shown == nil))
        }
      }
    }
    try queries.expect(
      .stockServiceBatchGetStock, BatchGetStockRequest(keys: keys), BatchGetStockResponse(results: results), else: .ok)
    for product in Pool.products where world.products[Name(product)] != nil {
      let places =
        world.isKit(Name(product))
        ? world.places(of: Ware(product: Name(product), variant: ""))
        : world.levels.keys.filter { $0.ware.product == Name(product) }
      try compareList(places, by: .productID(product), world, queries, &random)
    }
    for warehouse in Pool.warehouses where world.warehouses[Name(warehouse)] != nil {
      let places = world.levels.keys.filter { $0.warehouse == Name(warehouse) }
      try compareList(places, by: .warehouseID(warehouse), world, queries, &random)
    }
  }

  private func compareList(
    _ places: [Place], by key: ListStockRequest.By, _ world: World, _ queries: Queries, _ random: inout SplitMix
  ) throws {
    var request = ListStockRequest(by: key, pageSize: UInt32(random.number(0...3)))
    switch random.number(0...3) {
    case 0: request.belowSafetyStock = true
    case 1: request.belowReorderPoint = true
    case 2: request.outOfStock = true
    default: break
    }
    let wanted = places.sorted().compactMap { world.shown($0) }.filter {
      (!request.belowSafetyStock || $0.available < $0.safetyStock)
        && (!request.belowReorderPoint || $0.available <= $0.reorderPoint) && (!request.outOfStock || $0.available <= 0)
    }
    try queries.expectList("levels of \(key)", wanted) { (token) -> ([StockLevel], String) in
      var request = request
      request.pageToken = token
      let page: ListStockResponse = try queries.ask(.stockServiceListStock, request)
      if request.pageSize > 0, page.levels.count > request.pageSize { throw Disagreement("a page is too long") }
      return (page.levels, page.nextPageToken)
    }
  }
}

extension AdjustmentType {
  /// The type of the entries that it makes.
  fileprivate var entryType: EntryType {
    switch self {
    case .sale: .sale
    case .return: .return
    case .damage: .damage
    case .quarantine: .quarantine
    case .unquarantine: .unquarantine
    default: .adjustment
    }
  }
}

extension World.Level {
  /// Takes over the quantities and settings of another.
  mutating func take(_ other: World.Level) {
    onHand = other.onHand
    safetyStock = other.safetyStock
    reorderPoint = other.reorderPoint
    reorderQuantity = other.reorderQuantity
  }
}

extension World {
  /// Reserved and quarantined units; nil where their sum leaves the range.
  func held(_ place: Place) -> Int64? {
    var sum = levels[place]?.quarantined ?? 0
    for hold in holds {
      let (next, overflow) = sum.addingReportingOverflow(hold.units(at: place))
      if overflow { return nil }
      sum = next
    }
    return sum
  }

  /// Stands for the id of a hold that no answer has told yet.
  static func unseenID(_ number: Int) -> String { "unseen \(number)" }
}

extension Expectation {
  /// A total that leaves the range makes the command OUT_OF_RANGE; one that would on the way there may.
  mutating func checkTotals(of places: [Place]) {
    for place in places where world.held(place) == nil || world.total(place.ware) == nil { problem(.outOfRange) }
    if places.count > 1, places.contains(where: { world.isLarge($0.ware) }) { doubt(.outOfRange) }
  }
}

extension World {
  /// Whether numbers here are so large that the order of steps may matter to what overflows.
  func isLarge(_ ware: Ware) -> Bool {
    parts(of: ware).contains { part in places(of: part.ware).contains { (levels[$0]?.onHand ?? 0) > .max / 8 } }
  }
}

extension Refusal {
  init(
    _ place: Place, reason: RefusalReason, requested: Int64 = 0, available: Int64 = 0, currentVersion: UInt64 = 0,
    reservation: String = "", channel: String = ""
  ) {
    self.init(
      productID: place.ware.product.text, variantID: place.ware.variant.text, warehouseID: place.warehouse.text,
      requested: requested, available: available, currentVersion: currentVersion, reason: reason,
      reservationID: reservation, channelID: channel)
  }
}
