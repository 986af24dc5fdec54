internal import Messages

extension CreateWarehouseRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    var check = RequestCheck()
    guard let warehouse else {
      check.add("warehouse", "is missing")
      return try check.finish()
    }
    check.optionalIdentifier(warehouse.warehouseID, "warehouse.warehouse_id")
    check.identifier(warehouse.code, "warehouse.code")
    check.identifier(warehouse.name, "warehouse.name")
    check.warehouse(warehouse)
    try check.finish()
  }
}

extension UpdateWarehouseRequest {
  /// Names of the fields that may be changed.
  static let changeable = [
    "code", "name", "address", "timezone", "is_active", "priority", "capabilities", "daily_capacity", "cut_off_minutes",
    "handling_hours", "shipping_rate",
  ]

  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    var check = RequestCheck()
    guard let warehouse else {
      check.add("warehouse", "is missing")
      return try check.finish()
    }
    check.identifier(warehouse.warehouseID, "warehouse.warehouse_id")
    check.optionalIdentifier(warehouse.code, "warehouse.code")
    check.optionalIdentifier(warehouse.name, "warehouse.name")
    check.warehouse(warehouse)
    for (index, name) in updateMask.enumerated() {
      check.require(
        Self.changeable.contains(name), "update_mask[\(index)]",
        "\(name) cannot be changed: one of \(Self.changeable.joined(separator: ", "))")
    }
    if updateMask.contains("code") { check.identifier(warehouse.code, "warehouse.code") }
    if updateMask.contains("name") { check.identifier(warehouse.name, "warehouse.name") }
    try check.finish()
  }
}

extension DeactivateWarehouseRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    var check = RequestCheck()
    check.identifier(warehouseID, "warehouse_id")
    try check.finish()
  }
}

extension RequestCheck {
  /// What making and changing a warehouse have in common.
  fileprivate mutating func warehouse(_ warehouse: Warehouse) {
    address(warehouse.address, "warehouse.address")
    text(warehouse.timezone, "warehouse.timezone", bytes: 64)
    require(
      warehouse.timezone.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f }, "warehouse.timezone",
      "must be an IANA name such as America/Chicago")
    require(warehouse.priority <= 10, "warehouse.priority", "is \(warehouse.priority): must be from 0 to 10")
    count(warehouse.capabilities.count, "warehouse.capabilities", 0...5)
    for (index, capability) in warehouse.capabilities.enumerated() {
      require(
        capability != .unspecified && Capability.allValues.contains(capability), "warehouse.capabilities[\(index)]",
        "is \(capability): no such capability")
    }
    require(
      Set(warehouse.capabilities).count == warehouse.capabilities.count, "warehouse.capabilities", "names one twice")
    notNegative(warehouse.dailyCapacity, "warehouse.daily_capacity")
    require((warehouse.cutOffMinutes ?? 0) < 1440, "warehouse.cut_off_minutes", "must be from 0 to 1439")
    require((warehouse.handlingHours ?? 0) <= 720, "warehouse.handling_hours", "must be from 0 to 720")
    if let rate = warehouse.shippingRate {
      let field = "warehouse.shipping_rate"
      notNegative(rate.baseMicros, "\(field).base_micros")
      notNegative(rate.perUnitMicros, "\(field).per_unit_micros")
      notNegative(rate.perUnitKmMicros, "\(field).per_unit_km_micros")
      let isISO = rate.currency.utf8.count == 3 && rate.currency.utf8.allSatisfy { (0x41...0x5a).contains($0) }
      let isFree = rate.baseMicros == 0 && rate.perUnitMicros == 0 && rate.perUnitKmMicros == 0
      require(
        isISO || (isFree && rate.currency.isEmpty), "\(field).currency", "must be an ISO 4217 code such as USD")
    }
  }
}
