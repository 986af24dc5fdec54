internal import Inventory
package import Messages

extension Decider: WarehouseServiceCommands {
  /// Makes a warehouse.
  package func createWarehouse(_ request: CreateWarehouseRequest) throws(CallFailure) -> Warehouse {
    guard var warehouse = request.warehouse else { throw CallFailure.internal("a warehouse without a warehouse") }
    if warehouse.warehouseID.isEmpty { warehouse.warehouseID = view.reservationID(draft.nextSequence) }
    if try view.warehouse(warehouse.warehouseID) != nil {
      throw CallFailure.alreadyExists("there is a warehouse \(warehouse.warehouseID)")
    }
    try requireFree(code: warehouse.code, of: warehouse.warehouseID)
    if warehouse.timezone.isEmpty { warehouse.timezone = "UTC" }
    if warehouse.capabilities.isEmpty { warehouse.capabilities = [.shipping, .receiving, .storage, .returns] }
    warehouse.cutOffMinutes = warehouse.cutOffMinutes ?? defaultCutOffMinutes
    warehouse.handlingHours = warehouse.handlingHours ?? defaultHandlingHours
    warehouse.isActive = true
    warehouse.createdAt = now
    return draft(warehouse)
  }

  /// Changes a warehouse.
  package func updateWarehouse(_ request: UpdateWarehouseRequest) throws(CallFailure) -> Warehouse {
    guard let new = request.warehouse else { throw CallFailure.internal("a warehouse without a warehouse") }
    let old = try existing(new.warehouseID)
    var warehouse = old
    for field in request.updateMask.isEmpty ? new.setFields : request.updateMask { warehouse.copy(field, of: new) }
    if !isSameIdentifier(warehouse.code, old.code) { try requireFree(code: warehouse.code, of: warehouse.warehouseID) }
    return warehouse == old ? old : draft(warehouse)
  }

  /// Stops new holds at a warehouse.
  package func deactivateWarehouse(_ request: DeactivateWarehouseRequest) throws(CallFailure) -> Warehouse {
    var warehouse = try existing(request.warehouseID)
    guard warehouse.isActive else { return warehouse }
    warehouse.isActive = false
    return draft(warehouse)
  }

  private func draft(_ warehouse: Warehouse) -> Warehouse {
    var warehouse = warehouse
    warehouse.updatedAt = now
    var entry = entry(.warehouse)
    entry.subject = .warehouse(warehouse)
    draft.entries.append(entry)
    return warehouse
  }

  private func existing(_ id: String) throws(CallFailure) -> Warehouse {
    if let warehouse = try view.warehouse(id) { return warehouse }
    let refusal = Refusal(LevelKey(product: "", variant: "", warehouse: id), reason: .unknownWarehouse)
    throw CallFailure.notFound(refusal.message, [refusal])
  }

  private func requireFree(code: String, of id: String) throws(CallFailure) {
    guard let owner = try view.warehouseID(code: code), !isSameIdentifier(owner, id) else { return }
    throw CallFailure.alreadyExists("code \(code) is that of warehouse \(owner)")
  }
}

extension Warehouse {
  /// Names of the changeable fields that are set.
  fileprivate var setFields: [String] {
    UpdateWarehouseRequest.changeable.filter { name in
      switch name {
      case "code": !code.isEmpty
      case "name": !self.name.isEmpty
      case "address": address != nil
      case "timezone": !timezone.isEmpty
      case "is_active": isActive
      case "priority": priority != 0
      case "capabilities": !capabilities.isEmpty
      case "daily_capacity": dailyCapacity != 0
      case "cut_off_minutes": cutOffMinutes != nil
      case "handling_hours": handlingHours != nil
      default: shippingRate != nil
      }
    }
  }

  /// Takes over one of the changeable fields.
  fileprivate mutating func copy(_ field: String, of other: Warehouse) {
    switch field {
    case "code": code = other.code
    case "name": name = other.name
    case "address": address = other.address
    case "timezone": timezone = other.timezone.isEmpty ? "UTC" : other.timezone
    case "is_active": isActive = other.isActive
    case "priority": priority = other.priority
    case "capabilities": capabilities = other.capabilities
    case "daily_capacity": dailyCapacity = other.dailyCapacity
    case "cut_off_minutes": cutOffMinutes = other.cutOffMinutes ?? defaultCutOffMinutes
    case "handling_hours": handlingHours = other.handlingHours ?? defaultHandlingHours
    default: shippingRate = other.shippingRate
    }
  }
}
