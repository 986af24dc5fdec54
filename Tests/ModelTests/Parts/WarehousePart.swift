import Messages

/// WarehouseService: CreateWarehouse, UpdateWarehouse, DeactivateWarehouse; GetWarehouse, ListWarehouses.
struct WarehousePart: ModelPart {
  let weight = 2

  func command(_ random: inout SplitMix, in world: World) -> CommandRequest {
    if random.once(in: 5) {
      let id = Hostility.identifier(random.pick(Pool.warehouses), &random)
      return .deactivateWarehouse(DeactivateWarehouseRequest(warehouseID: id))
    }
    var warehouse = Warehouse(
      warehouseID: Hostility.identifier(random.pick(Pool.warehouses), &random),
      code: Hostility.identifier(random.pick(Pool.codes), &random), name: Hostility.identifier("A place", &random),
      priority: UInt32(random.number(0...(random.once(in: 30) ? 11 : 10))))
    if !random.once(in: 5) { warehouse.address = address(&random) }
    if random.once(in: 3) { warehouse.timezone = random.pick(["UTC", "America/Chicago", "Nowhere/Town"]) }
    if random.once(in: 3) {
      warehouse.capabilities = random.pick([
        [.shipping], [.pickup], [.shipping, .pickup], [.unspecified], [.init(rawValue: 9)],
      ])
    }
    if random.once(in: 4) { warehouse.dailyCapacity = random.pick([0, 10, 1000, -1]) }
    if random.once(in: 4) { warehouse.cutOffMinutes = random.pick([0, 600, 1439, 1440]) }
    if random.once(in: 4) { warehouse.handlingHours = random.pick([0, 24, 720, 721]) }
    if !random.once(in: 4) { warehouse.shippingRate = rate(&random) }
    if random.once(in: 2), world.warehouses.count >= 2 {
      let names = [
        "name", "code", "address", "is_active", "priority", "capabilities", "shipping_rate", "timezone",
        "cut_off_minutes",
      ]
      var mask = names.filter { _ in random.once(in: 3) }
      if random.once(in: 30) { mask.append("created_at") }
      warehouse.isActive = !random.once(in: 4)
      return .updateWarehouse(UpdateWarehouseRequest(warehouse: warehouse, updateMask: mask))
    }
    return .createWarehouse(CreateWarehouseRequest(warehouse: random.once(in: 150) ? nil : warehouse))
  }

  private func address(_ random: inout SplitMix) -> Address {
    var address = Address(
      city: "Town", country: "US", latitude: Double(random.number(30...45)),
      longitude: Double(random.number(-120 ... -80)))
    if random.once(in: 60) { address.latitude = nil }
    if random.once(in: 60) { address.longitude = 181 }
    return address
  }

  private func rate(_ random: inout SplitMix) -> ShippingRate {
    var rate = ShippingRate(
      baseMicros: random.pick([0, 5_000_000, 2_000_000]), perUnitMicros: random.pick([0, 250_000, 100_001]),
      perUnitKmMicros: random.pick([0, 100, 333]), currency: random.once(in: 40) ? "EUR" : "USD")
    if random.once(in: 60) { rate.currency = random.pick(["", "usd", "DOLLAR"]) }
    if random.once(in: 60) { rate.perUnitMicros = -1 }
    return rate
  }

  func expectation(of request: CommandRequest, _ call: Call, in world: World) -> Expectation? {
    switch request {
    case .createWarehouse(let request): create(request, call, Expectation(world))
    case .updateWarehouse(let request): update(request, Expectation(world))
    case .deactivateWarehouse(let request): deactivate(request, Expectation(world))
    default: nil
    }
  }

  private func create(_ request: CreateWarehouseRequest, _ call: Call, _ start: Expectation) -> Expectation {
    var expected = start
    guard var made = request.warehouse else {
      expected.invalid("warehouse")
      return expected
    }
    expected.identifier(made.warehouseID, "warehouse.warehouse_id", isNeeded: false)
    expected.identifier(made.code, "warehouse.code")
    expected.identifier(made.name, "warehouse.name")
    check(made, &expected)
    if expected.isMalformed { return expected }
    if made.warehouseID.isEmpty {
      made.warehouseID = call.response(Warehouse.self)?.warehouseID ?? ""
      if made.warehouseID.isEmpty { expected.object("made no id for the warehouse") }
    }
    let id = Name(made.warehouseID)
    if expected.world.warehouses[id] != nil { expected.problem(.alreadyExists) }
    if expected.world.isTaken(code: made.code, byOtherThan: id) { expected.problem(.alreadyExists) }
    made.isActive = true
    if made.timezone.isEmpty { made.timezone = "UTC" }
    if made.capabilities.isEmpty { made.capabilities = [.shipping, .receiving, .storage, .returns] }
    made.cutOffMinutes = made.cutOffMinutes ?? 960
    made.handlingHours = made.handlingHours ?? 24
    made.createdAt = expected.world.now
    made.updatedAt = expected.world.now
    expected.world.put(made)
    expected.answer = made
    return expected
  }

  private func update(_ request: UpdateWarehouseRequest, _ start: Expectation) -> Expectation {
    var expected = start
    guard let asked = request.warehouse else {
      expected.invalid("warehouse")
      return expected
    }
    let mask = request.updateMask
    expected.identifier(asked.warehouseID, "warehouse.warehouse_id")
    expected.identifier(asked.code, "warehouse.code", isNeeded: mask.contains("code"))
    expected.identifier(asked.name, "warehouse.name", isNeeded: mask.contains("name"))
    for (index, field) in mask.enumerated() where field == "created_at" { expected.invalid("update_mask[\(index)]") }
    check(asked, &expected)
    if expected.isMalformed { return expected }
    let id = Name(asked.warehouseID)
    guard var changed = expected.world.warehouses[id] else {
      expected.problem(.notFound, Refusal(warehouseID: asked.warehouseID, reason: .unknownWarehouse))
      return expected
    }
    func names(_ field: String, ifSet isSet: Bool) -> Bool { mask.isEmpty ? isSet : mask.contains(field) }
    if names("code", ifSet: !asked.code.isEmpty) { changed.code = asked.code }
    if names("name", ifSet: !asked.name.isEmpty) { changed.name = asked.name }
    if names("address", ifSet: asked.address != nil) { changed.address = asked.address }
    if names("timezone", ifSet: !asked.timezone.isEmpty) {
      changed.timezone = asked.timezone.isEmpty ? "UTC" : asked.timezone
    }
    if names("is_active", ifSet: asked.isActive) { changed.isActive = asked.isActive }
    if names("priority", ifSet: asked.priority != 0) { changed.priority = asked.priority }
    if names("capabilities", ifSet: !asked.capabilities.isEmpty) { changed.capabilities = asked.capabilities }
    if names("daily_capacity", ifSet: asked.dailyCapacity != 0) { changed.dailyCapacity = asked.dailyCapacity }
    if names("cut_off_minutes", ifSet: asked.cutOffMinutes != nil) {
      changed.cutOffMinutes = asked.cutOffMinutes ?? 960
    }
    if names("handling_hours", ifSet: asked.handlingHours != nil) { changed.handlingHours = asked.handlingHours ?? 24 }
    if names("shipping_rate", ifSet: asked.shippingRate != nil) { changed.shippingRate = asked.shippingRate }
    if expected.world.isTaken(code: changed.code, byOtherThan: id) { expected.problem(.alreadyExists) }
    finish(changed, &expected)
    return expected
  }

  private func deactivate(_ request: DeactivateWarehouseRequest, _ start: Expectation) -> Expectation {
    var expected = start
    expected.identifier(request.warehouseID, "warehouse_id")
    if expected.isMalformed { return expected }
    guard var changed = expected.world.warehouses[Name(request.warehouseID)] else {
      expected.problem(.notFound, Refusal(warehouseID: request.warehouseID, reason: .unknownWarehouse))
      return expected
    }
    changed.isActive = false
    finish(changed, &expected)
    return expected
  }

  /// What changes nothing writes nothing.
  private func finish(_ changed: Warehouse, _ expected: inout Expectation) {
    var changed = changed
    if changed != expected.world.warehouses[Name(changed.warehouseID)] {
      changed.updatedAt = expected.world.now
      expected.world.put(changed)
    }
    expected.answer = changed
  }

  /// What making and changing a warehouse have in common.
  private func check(_ warehouse: Warehouse, _ expected: inout Expectation) {
    if let address = warehouse.address {
      switch (address.latitude, address.longitude) {
      case (nil, _?): expected.invalid("warehouse.address.latitude")
      case (_?, nil): expected.invalid("warehouse.address.longitude")
      default: break
      }
      if let longitude = address.longitude, address.latitude != nil, abs(longitude) > 180 {
        expected.invalid("warehouse.address.longitude")
      }
    }
    if warehouse.priority > 10 { expected.invalid("warehouse.priority") }
    for (index, capability) in warehouse.capabilities.enumerated() where !(1...5).contains(capability.rawValue) {
      expected.invalid("warehouse.capabilities[\(index)]")
    }
    if warehouse.dailyCapacity < 0 { expected.invalid("warehouse.daily_capacity") }
    if (warehouse.cutOffMinutes ?? 0) > 1439 { expected.invalid("warehouse.cut_off_minutes") }
    if (warehouse.handlingHours ?? 0) > 720 { expected.invalid("warehouse.handling_hours") }
    if let rate = warehouse.shippingRate {
      if rate.perUnitMicros < 0 { expected.invalid("warehouse.shipping_rate.per_unit_micros") }
      let isFree = rate.baseMicros == 0 && rate.perUnitMicros == 0 && rate.perUnitKmMicros == 0
      if !["USD", "EUR"].contains(rate.currency), !(isFree && rate.currency.isEmpty) {
        expected.invalid("warehouse.shipping_rate.currency")
      }
    }
    // Timezones are looked up only in requests that are well otherwise.
    if !expected.isMalformed, warehouse.timezone == "Nowhere/Town" { expected.invalid("warehouse.timezone") }
  }

  func compare(_ world: World, with queries: Queries, _ random: inout SplitMix) throws {
    for id in Pool.warehouses + Pool.unknown {
      let stored = world.warehouses[Name(id)]
      let request = GetWarehouseRequest(key: .warehouseID(id))
      try queries.expect(.warehouseServiceGetWarehouse, request, stored, else: .notFound)
    }
    for code in Pool.codes {
      let stored = world.warehouses.values.first { Name($0.code) == Name(code) }
      try queries.expect(.warehouseServiceGetWarehouse, GetWarehouseRequest(key: .code(code)), stored, else: .notFound)
    }
    let all = world.warehouses.sorted { $0.key < $1.key }.map(\.value)
    for (onlyActive, capability) in [
      (false, Capability.unspecified), (true, .unspecified), (false, .shipping), (true, .pickup),
    ] {
      let wanted = all.filter {
        (!onlyActive || $0.isActive) && (capability == .unspecified || $0.capabilities.contains(capability))
      }
      let size = UInt32(random.number(0...3))
      try queries.expectList("warehouses", wanted) { (token) -> ([Warehouse], String) in
        let page: ListWarehousesResponse = try queries.ask(
          .warehouseServiceListWarehouses,
          ListWarehousesRequest(pageSize: size, pageToken: token, onlyActive: onlyActive, capability: capability))
        return (page.warehouses, page.nextPageToken)
      }
    }
  }
}

extension World {
  func isTaken(code: String, byOtherThan id: Name) -> Bool {
    warehouses.contains { $0.key != id && Name($0.value.code) == Name(code) }
  }

  mutating func put(_ warehouse: Warehouse) {
    warehouses[Name(warehouse.warehouseID)] = warehouse
    entries += 1
  }
}
