package import Messages

/// The longest that a hold may be asked to last, in seconds: ten years.
let longestTimeToLiveSeconds: UInt32 = 10 * 366 * 86_400

extension ReserveRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    var check = RequestCheck()
    check.reference(reference, "reference")
    check.items(items)
    check.optionalIdentifier(channelID, "channel_id")
    check.address(shipTo, "ship_to")
    check.require(
      (timeToLiveSeconds ?? 0) <= longestTimeToLiveSeconds, "time_to_live_seconds",
      "is more than ten years: 0 means without expiry")
    check.require(
      [.unspecified, .allOrNothing, .bestEffort].contains(mode), "mode", "is \(mode): no such mode")
    check.require(
      [.unspecified, .replace, .add].contains(existing), "existing", "is \(existing): no such choice")
    check.strategy(strategy)
    check.optionalIdentifier(pickupWarehouseID, "pickup_warehouse_id")
    try check.finish()
  }
}

extension RequestCheck {
  /// The items of an order.
  package mutating func items(_ items: [OrderItem]) {
    count(items.count, "items", 1...100)
    for (index, item) in items.enumerated() {
      identifier(item.productID, "items[\(index)].product_id")
      optionalIdentifier(item.variantID, "items[\(index)].variant_id")
      positive(item.quantity, "items[\(index)].quantity")
      optionalIdentifier(item.warehouseID, "items[\(index)].warehouse_id")
    }
  }

  /// A strategy that exists.
  package mutating func strategy(_ strategy: SplitStrategy) {
    require(SplitStrategy.allValues.contains(strategy), "strategy", "is \(strategy): no such strategy")
  }
}

extension ReleaseRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    var check = RequestCheck()
    check.idsOrReference(reservationIDs, reference)
    check.text(reason, "reason")
    try check.finish()
  }
}

extension ExtendRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    var check = RequestCheck()
    check.idsOrReference(reservationIDs, reference)
    switch until {
    case .expiresAt(let instant): check.positive(instant, "expires_at")
    case .timeToLiveSeconds(let seconds):
      check.require(
        seconds <= longestTimeToLiveSeconds, "time_to_live_seconds", "is more than ten years: 0 means without expiry")
    case nil: check.add("expires_at", "is missing, and so is time_to_live_seconds: give one of them")
    }
    try check.finish()
  }
}

extension ConvertReservationRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    var check = RequestCheck()
    check.idsOrCart(reservationIDs, cartID)
    check.identifier(orderID, "order_id")
    check.require(
      [.unspecified, .add].contains(existing), "existing",
      "is \(existing): only EXISTING_HOLDS_ADD can be asked for here")
    try check.finish()
  }
}

extension ChangeReservationRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    var check = RequestCheck()
    check.identifier(reservationID, "reservation_id")
    if let quantity { check.positive(quantity, "quantity") }
    check.optionalIdentifier(warehouseID, "warehouse_id")
    check.require(
      quantity != nil || !warehouseID.isEmpty, "quantity", "is missing, and so is warehouse_id: nothing would change")
    try check.finish()
  }
}

extension FulfillRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    var check = RequestCheck()
    check.idsOrReference(lines.map(\.reservationID), reference, idsField: "lines", idMember: ".reservation_id")
    for (index, line) in lines.enumerated() { check.notNegative(line.quantity, "lines[\(index)].quantity") }
    check.metadata(metadata)
    try check.finish()
  }
}
