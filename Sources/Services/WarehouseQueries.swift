internal import Engine
internal import Inventory
internal import LMDB
package import Messages

extension QueryService: WarehouseServiceQueries {
  /// One warehouse, by id or by code.
  package func getWarehouse(_ request: GetWarehouseRequest) throws(CallFailure) -> Warehouse {
    var check = RequestCheck()
    switch request.key {
    case .warehouseID(let id):
      check.identifier(id, "warehouse_id")
      try check.finish()
      if let warehouse = try reader.warehouse(id) { return warehouse }
      throw unknownWarehouse(id)
    case .code(let code):
      check.identifier(code, "code")
      try check.finish()
      if let id = try reader.warehouseID(code: code), let warehouse = try reader.warehouse(id) { return warehouse }
      throw CallFailure.notFound("there is no warehouse with the code \(code)", [Refusal(reason: .unknownWarehouse)])
    case nil: throw CallFailure.invalid("warehouse_id", "is missing, and so is code: give one of them")
    }
  }

  /// Warehouses by id.
  package func listWarehouses(_ request: ListWarehousesRequest) throws(CallFailure) -> ListWarehousesResponse {
    let size = try PageToken.size(request.pageSize)
    let start = try PageToken.key(request.pageToken, prefix: [])
    guard Capability.allValues.contains(request.capability) else {
      throw CallFailure.invalid("capability", "is \(request.capability): no such capability")
    }
    let page = try reader.page(reader.tables.warehouses, prefix: KeyBuffer(), start: start, size: size) {
      (key, _) throws(CallFailure) -> Warehouse? in
      guard let warehouse = try reader.warehouse(key.text()) else { return nil }
      if request.onlyActive, !warehouse.isActive { return nil }
      let isAble = request.capability == .unspecified || warehouse.capabilities.contains(request.capability)
      return isAble ? warehouse : nil
    }
    return ListWarehousesResponse(warehouses: page.elements, nextPageToken: PageToken.token(page.next))
  }

  /// Ranks the warehouses that can ship a product.
  package func selectWarehouse(_ request: SelectWarehouseRequest) throws(CallFailure) -> SelectWarehouseResponse {
    var check = RequestCheck()
    check.identifier(request.productID, "product_id")
    check.optionalIdentifier(request.variantID, "variant_id")
    check.positive(request.quantity, "quantity")
    check.address(request.shipTo, "ship_to")
    let policy = try reader.policy()
    let weights = request.weights.map { Inventory.ScoringWeights($0) } ?? policy.weights
    check.require(weights.isValid, "weights", "must each be from -1000000 to 1000000")
    try check.finish()
    let product = LevelKey(product: request.productID, variant: request.variantID, warehouse: "")
    if let refusal = try reader.unknownPart(product) { throw CallFailure.notFound(refusal.message, [refusal]) }
    let warehouses = try localWarehouses()
    let messages = try reader.directory().messages
    var available = [Int64](repeating: 0, count: warehouses.count)
    for (number, units) in try stocked(product, warehouses) { available[number] = units }
    let selection: WarehouseSelection
    do {
      selection = try selectWarehouses(
        quantity: request.quantity, warehouses: warehouses, available: available,
        shipTo: Coordinates(request.shipTo), weights: weights, delivery: policy.delivery, now: now)
    } catch {
      throw CallFailure.outOfRange("a cost or a time does not fit in 64 bits")
    }
    switch selection {
    case .currencies(let mismatch): throw mismatch.failure(warehouses)
    case .ranked([]): throw noCandidate(request, warehouses, available)
    case .ranked(let candidates):
      return SelectWarehouseResponse(
        candidates: candidates.map { candidate in
          let warehouse = warehouses[candidate.warehouse]
          return Messages.WarehouseCandidate(
            warehouseID: warehouse.id, code: messages[candidate.warehouse].code, score: candidate.score.total,
            parts: ScoreParts(
              base: candidate.score.base, distance: candidate.score.distance, availability: candidate.score.stock,
              priority: candidate.score.priority, utilization: candidate.score.idle),
            available: candidate.available, distanceMetres: candidate.metres, costMicros: candidate.costMicros,
            currency: warehouse.rate.currency, shipsAt: candidate.delivery.shipsAt,
            deliversAt: candidate.delivery.deliversAt)
        })
    }
  }

  /// FAILED_PRECONDITION that says what each warehouse has.
  private func noCandidate(
    _ request: SelectWarehouseRequest, _ warehouses: [ShippingWarehouse], _ available: [Int64]
  ) -> CallFailure {
    let refusals = warehouses.indices.map { number in
      let warehouse = warehouses[number]
      let reason: RefusalReason =
        !warehouse.isActive ? .warehouseInactive : warehouse.takesPart ? .notEnoughStock : .warehouseDoesNotShip
      return Refusal(
        productID: request.productID, variantID: request.variantID, warehouseID: warehouse.id,
        requested: request.quantity, available: available[number], reason: reason)
    }
    let shown = refusals.prefix(20).map {
      "\($0.warehouseID) \($0.reason == .notEnoughStock ? "has" : "(does not ship) has") \($0.available)"
    }
    let text = shown.isEmpty ? "there are no warehouses" : shown.joined(separator: ", ")
    return .failedPrecondition(
      "no warehouse can ship \(request.quantity) of \(request.productID): \(text)", refusals)
  }

  /// The time that estimates count from, microseconds since 1970.
  var now: Int64 { OrderClock.Reading.now().wall }

  /// All warehouses with what they hold, and with local time.
  func localWarehouses() throws(CallFailure) -> [ShippingWarehouse] {
    var warehouses = try reader.loadedWarehouses()
    let messages = try reader.directory().messages
    let now = now
    for number in warehouses.indices {
      warehouses[number].utcOffsetSeconds = localTime.offset(of: messages[number].timezone, at: now)
    }
    return warehouses
  }

  /// What is available of a product and variant, or of a kit, as (number of the warehouse, units).
  func stocked(_ product: LevelKey, _ warehouses: [ShippingWarehouse]) throws(CallFailure)
    -> [(warehouse: Int, available: Int64)]
  {
    var found: [(warehouse: Int, available: Int64)] = []
    var number = 0
    for (id, available) in try reader.availability(of: product) {
      // Both are in the order of their ids.
      while number < warehouses.count, identifierPrecedes(warehouses[number].id, id) { number += 1 }
      guard number < warehouses.count, isSameIdentifier(warehouses[number].id, id) else { continue }
      found.append((number, available))
    }
    return found
  }
}
