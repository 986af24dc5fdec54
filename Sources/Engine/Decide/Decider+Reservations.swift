internal import Inventory
package import Messages

extension Decider: ReservationServiceCommands {
  /// Gives holds back.
  package func release(_ request: ReleaseRequest) throws(CallFailure) -> ReleaseResponse {
    let holds: [NumberedHold]
    if request.reservationIDs.isEmpty, let reference = request.reference {
      holds = try self.holds(of: reference)
    } else {
      holds = try self.holds(ids: request.reservationIDs)
    }
    for held in holds { try release(held, reason: request.reason) }
    return ReleaseResponse(released: holds.map(\.hold))
  }

  /// Moves the expiry of holds.
  package func extend(_ request: ExtendRequest) throws(CallFailure) -> ExtendResponse {
    let holds = try holds(ids: request.reservationIDs, or: request.reference)
    try requireNotDue(holds)
    let expiresAt =
      switch request.until {
      case .expiresAt(let instant): instant
      case .timeToLiveSeconds(let seconds): expiry(after: Int64(seconds))
      case nil: Int64(0)
      }
    if isDue(expiresAt: expiresAt, at: now) {
      throw CallFailure.failedPrecondition("expires_at \(expiresAt) is not after now, \(now)", [])
    }
    var extended: [Reservation] = []
    for held in holds {
      if held.hold.expiresAt == expiresAt {
        extended.append(held.hold)
        continue
      }
      extended.append(
        try change(held, .extend, quantity: held.hold.quantity) {
          $0.expiresAt = expiresAt
        } level: { (_) throws(InventoryError) in
        })
    }
    return ExtendResponse(reservations: extended)
  }

  /// Makes a cart's holds an order's.
  package func convertReservation(_ request: ConvertReservationRequest) throws(CallFailure)
    -> ConvertReservationResponse
  {
    let cart = request.cartID.isEmpty ? nil : Reference(type: .cart, id: request.cartID)
    let holds = try holds(ids: request.reservationIDs, or: cart)
    for held in holds where held.hold.reference?.type != .cart {
      throw CallFailure.failedPrecondition(
        "reservation \(held.hold.reservationID) is not a cart's but of \(describe(held.hold.reference ?? Reference()))",
        [])
    }
    try requireNotDue(holds)
    let order = Reference(type: .order, id: request.orderID)
    try clear(order, request.existing)
    try requireRoom(holds.count, for: order, hasOthers: request.existing == .add)
    var converted: [Reservation] = []
    for held in holds {
      converted.append(
        try change(held, .convert, quantity: held.hold.quantity) {
          $0.reference = order
          $0.expiresAt = 0
        } level: { (_) throws(InventoryError) in
        })
    }
    return ConvertReservationResponse(reservations: converted)
  }

  /// Gives a hold another quantity or another warehouse.
  package func changeReservation(_ request: ChangeReservationRequest) throws(CallFailure) -> Reservation {
    let holds = try holds(ids: [request.reservationID])
    try requireNotDue(holds)
    let held = holds[0]
    let quantity = request.quantity ?? held.hold.quantity
    let warehouse = request.warehouseID.isEmpty ? held.hold.warehouseID : request.warehouseID
    if !isSameIdentifier(warehouse, held.hold.warehouseID) { return try move(held, to: warehouse, quantity: quantity) }
    let more = quantity - held.hold.quantity
    if more == 0 { return held.hold }
    if more > 0 {
      let index = try existingLevel(held.level)
      try requireActive(held.level)
      try releaseDue(at: index)
      try require(more, at: index)
    }
    return try change(held, .change, quantity: more) {
      $0.quantity = quantity
    } level: { (row) throws(InventoryError) in
      row.reserved = try row.reserved.adding(more)
    }
  }

  private func move(_ held: NumberedHold, to warehouse: String, quantity: Int64) throws(CallFailure) -> Reservation {
    var key = held.level
    key.warehouse = warehouse
    let destination = try existingLevel(key)
    try requireActive(key)
    try releaseDue(at: destination)
    try require(quantity, at: destination)
    let source = try existingLevel(held.level)
    var leaving = entry(.change, quantity: -held.hold.quantity)
    leaving.otherWarehouseID = warehouse
    leaving.holdSequence = held.number
    leaving.previousReference = held.hold.reference
    try change(source, leaving) { (row) throws(InventoryError) in row.reserved -= held.hold.quantity }
    var coming = entry(.change, quantity: quantity)
    coming.otherWarehouseID = held.hold.warehouseID
    coming.holdSequence = held.number
    var hold = held.hold
    hold.quantity = quantity
    hold.warehouseID = warehouse
    coming.hold = hold.withoutLevel
    try change(destination, coming) { (row) throws(InventoryError) in row.reserved = try row.reserved.adding(quantity) }
    touched.insert(held.number)
    return hold
  }

  /// Throws FAILED_PRECONDITION if less than `quantity` is available at the level.
  private func require(_ quantity: Int64, at index: Int) throws(CallFailure) {
    let level = draft.levels[index]
    guard quantity > level.row.available else { return }
    let refusal = Refusal(level.key, requested: quantity, available: level.row.available, reason: .notEnoughStock)
    throw CallFailure.failedPrecondition(refusal.message, [refusal])
  }

  /// Throws FAILED_PRECONDITION if the level's warehouse takes no new holds.
  func requireActive(_ key: LevelKey) throws(CallFailure) {
    guard try view.isActive(warehouse: key.warehouse) else {
      let refusal = Refusal(key, reason: .warehouseInactive)
      throw CallFailure.failedPrecondition(refusal.message, [refusal])
    }
  }

  /// The goods left.
  package func fulfill(_ request: FulfillRequest) throws(CallFailure) -> FulfillResponse {
    let holds = try holds(ids: request.lines.map(\.reservationID), or: request.reference)
    try requireNotDue(holds)
    var changed: [Reservation] = []
    for (place, held) in holds.enumerated() {
      if held.hold.reference?.type == .transfer {
        throw CallFailure.failedPrecondition(
          "reservation \(held.hold.reservationID) is of \(describe(held.hold.reference ?? Reference())): a transfer is not sold",
          [])
      }
      let asked = request.lines.isEmpty ? 0 : request.lines[place].quantity
      let quantity = asked == 0 ? held.hold.quantity : asked
      let level = draft.levels[try existingLevel(held.level)]
      if quantity > held.hold.quantity || quantity > level.row.onHand {
        var refusal = Refusal(
          held.level, requested: quantity, available: min(held.hold.quantity, level.row.onHand), reason: .notEnoughStock
        )
        refusal.reservationID = held.hold.reservationID
        throw CallFailure.failedPrecondition(
          "reservation \(held.hold.reservationID) holds \(held.hold.quantity) of \(describe(held.level)), of which "
            + "\(level.row.onHand) are on hand: \(quantity) cannot leave", [refusal])
      }
      changed.append(
        try change(held, .sale, quantity: -quantity, metadata: request.metadata) {
          $0.quantity -= quantity
          $0.fulfilledQuantity = $0.fulfilledQuantity.addingSaturated(quantity)
        } level: { (row) throws(InventoryError) in
          row.onHand -= quantity
          row.reserved -= quantity
        })
    }
    return FulfillResponse(reservations: changed)
  }

  /// Releases holds that are due. The sweeper's command.
  func expire(_ numbers: [HoldNumber]) throws(CallFailure) {
    for held in try view.numbered(numbers) { try release(held) }
  }
}
