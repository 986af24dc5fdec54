internal import Inventory
internal import Messages

extension CreateTransferRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    var check = RequestCheck()
    check.optionalIdentifier(fromWarehouseID, "from_warehouse_id")
    check.identifier(toWarehouseID, "to_warehouse_id")
    if fromWarehouseID.isEmpty {
      check.identifier(supplier, "supplier")
      check.require(
        timeToLiveSeconds == nil, "time_to_live_seconds",
        "goes with from_warehouse_id only: of a supplier nothing is held"
      )
    } else {
      check.require(
        !isSameIdentifier(fromWarehouseID, toWarehouseID), "to_warehouse_id", "is the same as from_warehouse_id")
      check.require(supplier.isEmpty, "supplier", "is given together with from_warehouse_id: give one of them")
      check.require(
        purchaseReference.isEmpty, "purchase_reference", "goes with supplier only, not with from_warehouse_id")
    }
    check.optionalIdentifier(purchaseReference, "purchase_reference")
    check.count(lines.count, "lines", 1...100)
    for (index, line) in lines.enumerated() {
      check.identifier(line.productID, "lines[\(index)].product_id")
      check.optionalIdentifier(line.variantID, "lines[\(index)].variant_id")
      check.positive(line.quantity, "lines[\(index)].quantity")
    }
    check.text(reason, "reason", bytes: 500)
    check.require(
      (timeToLiveSeconds ?? 0) <= longestTimeToLiveSeconds, "time_to_live_seconds",
      "is more than ten years: 0 means without expiry")
    check.notNegative(expectedAt ?? 0, "expected_at")
    try check.finish()
  }
}

extension ShipTransferRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    var check = RequestCheck()
    check.identifier(transferID, "transfer_id")
    check.optionalIdentifier(trackingNumber, "tracking_number")
    try check.finish()
  }
}

extension ReceiveTransferRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    var check = RequestCheck()
    check.identifier(transferID, "transfer_id")
    check.count(lines.count, "lines", 0...100)
    var seen: Set<LevelKey> = []
    for (index, line) in lines.enumerated() {
      let field = "lines[\(index)]"
      check.identifier(line.productID, "\(field).product_id")
      check.optionalIdentifier(line.variantID, "\(field).variant_id")
      check.notNegative(line.quantity, "\(field).quantity")
      check.notNegative(line.quarantineQuantity, "\(field).quarantine_quantity")
      check.require(
        line.quarantineQuantity <= max(0, line.quantity), "\(field).quarantine_quantity",
        "is \(line.quarantineQuantity), more than the quantity of \(line.quantity)")
      check.text(line.discrepancyReason, "\(field).discrepancy_reason", bytes: 500)
      let key = LevelKey(product: line.productID, variant: line.variantID, warehouse: "")
      check.require(seen.insert(key).inserted, field, "is given twice: each product and variant once")
    }
    try check.finish()
  }
}

extension CancelTransferRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    var check = RequestCheck()
    check.identifier(transferID, "transfer_id")
    check.text(reason, "reason", bytes: 500)
    try check.finish()
  }
}

extension ResolveDiscrepancyRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    var check = RequestCheck()
    check.identifier(discrepancyID, "discrepancy_id")
    check.require(!resolution.isEmpty, "resolution", "is missing: say what was found")
    check.text(resolution, "resolution", bytes: 500)
    try check.finish()
  }
}
