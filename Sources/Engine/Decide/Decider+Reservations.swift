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
        } level: { (_, _) throws(InventoryError) in
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
        } level: { (_, _) throws(InventoryError) in
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
      try requireActive(held.level)
      try require(more, more: held, at: warehouse)
      try requireSellable(more, by: held.hold.channelID, held.level)
    }
    return try change(held, .change, quantity: more) {
      $0.quantity = quantity
    } level: { (row, factor) throws(InventoryError) in
      row.reserved = try row.reserved.adding(more &* factor)
    }
  }

  private func move(_ held: NumberedHold, to warehouse: String, quantity: Int64) throws(CallFailure) -> Reservation {
    var key = held.level
    key.warehouse = warehouse
    for part in 0..<held.partCount {
      var (level, _) = held.part(part)
      level.warehouse = warehouse
      _ = try existingLevel(level)
    }
    try requireActive(key)
    try require(quantity, more: held, at: warehouse)
    try requireSellable(quantity - held.hold.quantity, by: held.hold.channelID, held.level)
    for part in 0..<held.partCount {
      let (level, factor) = held.part(part)
      var leaving = entry(.change, quantity: -held.hold.quantity &* factor)
      leaving.otherWarehouseID = warehouse
      leaving.holdSequence = held.number
      leaving.previousReference = held.hold.reference
      try change(try existingLevel(level), leaving) { (row) throws(InventoryError) in
        row.reserved -= held.hold.quantity &* factor
      }
    }
    var hold = held.hold
    hold.quantity = quantity
    hold.warehouseID = warehouse
    for part in 0..<held.partCount {
      var (level, factor) = held.part(part)
      level.warehouse = warehouse
      var coming = entry(.change, quantity: quantity &* factor)
      coming.otherWarehouseID = held.hold.warehouseID
      coming.holdSequence = held.number
      coming.hold = hold.withoutLevel
      if held.isKit { coming.kitPart = UInt32(part + 1) }
      try change(try existingLevel(level), coming) { (row) throws(InventoryError) in
        row.reserved = try row.reserved.adding(quantity &* factor)
      }
    }
    touched.insert(held.number)
    return hold
  }

  /// Throws FAILED_PRECONDITION if less than `quantity` more of what is held is available at the warehouse.
  private func require(_ quantity: Int64, more held: NumberedHold, at warehouse: String) throws(CallFailure) {
    var kits = Int64.max
    for part in 0..<held.partCount {
      var (key, factor) = held.part(part)
      key.warehouse = warehouse
      let index = try existingLevel(key)
      try releaseDue(at: index)
      let available = draft.levels[index].row.available
      kits = min(kits, held.isKit ? max(0, available) / factor : available)
    }
    guard quantity > kits else { return }
    var key = held.level
    key.warehouse = warehouse
    let refusal = Refusal(key, requested: quantity, available: kits, reason: .notEnoughStock)
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
      var onHand = Int64.max
      for part in 0..<held.partCount {
        let (key, factor) = held.part(part)
        onHand = min(onHand, draft.levels[try existingLevel(key)].row.onHand / factor)
      }
      if quantity > held.hold.quantity || quantity > onHand {
        var refusal = Refusal(
          held.level, requested: quantity, available: min(held.hold.quantity, onHand), reason: .notEnoughStock)
        refusal.reservationID = held.hold.reservationID
        throw CallFailure.failedPrecondition(
          "reservation \(held.hold.reservationID) holds \(held.hold.quantity) of \(describe(held.level)), of which "
            + "\(onHand) are on hand: \(quantity) cannot leave", [refusal])
      }
      changed.append(
        try change(held, .sale, quantity: -quantity, metadata: request.metadata) {
          $0.quantity -= quantity
          $0.fulfilledQuantity = $0.fulfilledQuantity.addingSaturated(quantity)
        } level: { (row, factor) throws(InventoryError) in
          row.onHand -= quantity &* factor
          row.reserved -= quantity &* factor
        })
      try sell(quantity, by: held.hold.channelID, held.level)
    }
    return FulfillResponse(reservations: changed)
  }

  /// Releases holds that are due. The sweeper's command.
  func expire(_ numbers: [HoldNumber]) throws(CallFailure) {
    for held in try view.numbered(numbers) { try release(held) }
  }
}
