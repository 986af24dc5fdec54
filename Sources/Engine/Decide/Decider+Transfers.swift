internal import Inventory
package import Messages

extension Decider: TransferServiceCommands {
  /// Makes a transfer.
  package func createTransfer(_ request: CreateTransferRequest) throws(CallFailure) -> Transfer {
    try requireEnds(request)
    let isSupplied = request.fromWarehouseID.isEmpty
    var transfer = Transfer(
      fromWarehouseID: request.fromWarehouseID, toWarehouseID: request.toWarehouseID, supplier: request.supplier,
      purchaseReference: request.purchaseReference, status: .pending, lines: try addUp(request.lines),
      reason: request.reason, createdAt: now, expectedAt: request.expectedAt ?? 0)
    let levels = try isSupplied ? destinations(of: transfer) : sources(of: transfer)
    if isSupplied {
      for place in transfer.lines.indices { transfer.lines[place].incomingQuantity = transfer.lines[place].quantity }
    } else {
      let seconds: Int64
      if let asked = request.timeToLiveSeconds {
        seconds = Int64(asked)
      } else {
        seconds = try view.policy().transferSeconds
      }
      transfer.holdsExpireAt = expiry(after: seconds)
    }
    // Its entry comes first: its sequence is in the id that the others name.
    transfer.transferID = view.reservationID(draft.nextSequence)
    draft(transfer, reason: request.reason)
    for (place, index) in levels.enumerated() {
      let quantity = transfer.lines[place].quantity
      if isSupplied {
        try announce(quantity, at: index, transfer)
      } else {
        _ = try reserve(
          index, quantity: quantity, reference: transfer.reference, channelID: "", expiresAt: transfer.holdsExpireAt)
      }
    }
    return transfer
  }

  /// The warehouses of a new transfer must exist and take part.
  private func requireEnds(_ request: CreateTransferRequest) throws(CallFailure) {
    let directory = try view.directory()
    for id in [request.fromWarehouseID, request.toWarehouseID] where !id.isEmpty {
      func refusal(_ reason: RefusalReason) -> Refusal { Refusal(warehouseID: id, reason: reason) }
      guard let place = directory.index(of: id) else {
        let unknown = refusal(.unknownWarehouse)
        throw CallFailure.notFound(unknown.message, [unknown])
      }
      let warehouse = directory.warehouses[place]
      let isDestination = isSameIdentifier(id, request.toWarehouseID)
      guard warehouse.isActive, !isDestination || warehouse.capabilities.contains(.receiving) else {
        let refusal = refusal(warehouse.isActive ? .warehouseDoesNotReceive : .warehouseInactive)
        throw CallFailure.failedPrecondition(refusal.message, [refusal])
      }
    }
  }

  private func addUp(_ asked: [TransferLine]) throws(CallFailure) -> [TransferLine] {
    var lines: [TransferLine] = []
    for line in asked {
      let place = lines.firstIndex {
        isSameIdentifier($0.productID, line.productID) && isSameIdentifier($0.variantID, line.variantID)
      }
      guard let place else {
        lines.append(TransferLine(productID: line.productID, variantID: line.variantID, quantity: line.quantity))
        continue
      }
      do {
        lines[place].quantity = try lines[place].quantity.adding(line.quantity)
      } catch {
        throw CallFailure.outOfRange("\(line.productID): the lines ask for more than fits in 64 bits")
      }
    }
    return lines
  }

  /// The levels that a transfer takes from, each of which has enough available.
  private func sources(of transfer: Transfer) throws(CallFailure) -> [Int] {
    var indices: [Int] = []
    var refusals: [Refusal] = []
    for line in transfer.lines {
      let key = line.level(at: transfer.fromWarehouseID)
      let index = try level(key)
      indices.append(index)
      guard draft.levels[index].exists else {
        var refusal = try unsendable(line, key) ?? Refusal(key, reason: .unknownLevel)
        refusal.requested = line.quantity
        refusals.append(refusal)
        continue
      }
      try releaseDue(at: index)
      let available = draft.levels[index].row.available
      if line.quantity > available {
        refusals.append(Refusal(key, requested: line.quantity, available: available, reason: .notEnoughStock))
      }
    }
    guard refusals.isEmpty else { throw CallFailure.refused(refusals) }
    return indices
  }

  /// The levels that a transfer from outside goes to, which may be new.
  private func destinations(of transfer: Transfer) throws(CallFailure) -> [Int] {
    var indices: [Int] = []
    var refusals: [Refusal] = []
    for line in transfer.lines {
      let key = line.level(at: transfer.toWarehouseID)
      let index = try level(key)
      indices.append(index)
      if !draft.levels[index].exists, var refusal = try unsendable(line, key) {
        refusal.requested = line.quantity
        refusals.append(refusal)
      }
    }
    guard refusals.isEmpty else { throw CallFailure.refused(refusals) }
    return indices
  }

  /// Why there cannot be a level of a line's product; nil if there can.
  private func unsendable(_ line: TransferLine, _ key: LevelKey) throws(CallFailure) -> Refusal? {
    if let refusal = try view.unknownPart(key) { return refusal }
    let isKit = try view.product(line.productID).map { !$0.components.isEmpty } ?? false
    return isKit ? Refusal(key, requested: line.quantity, reason: .kit) : nil
  }

  /// Gives up a transfer that is still pending.
  package func cancelTransfer(_ request: CancelTransferRequest) throws(CallFailure) -> Transfer {
    var transfer = try pendingTransfer(request.transferID, "cancelled").transfer
    if transfer.fromWarehouseID.isEmpty {
      for place in transfer.lines.indices {
        let line = transfer.lines[place]
        let index = try existingLevel(line.level(at: transfer.toWarehouseID))
        try announce(-line.incomingQuantity, at: index, transfer)
        transfer.lines[place].incomingQuantity = 0
      }
    } else {
      for held in try view.holds(transfer.reference) { try release(held, reason: request.reason) }
    }
    transfer.status = .cancelled
    transfer.closedAt = now
    transfer.holdsExpireAt = 0
    draft(transfer, reason: request.reason)
    return transfer
  }

  /// Says what became of a discrepancy.
  package func resolveDiscrepancy(_ request: ResolveDiscrepancyRequest) throws(CallFailure) -> Discrepancy {
    guard var discrepancy = try view.discrepancy(id: request.discrepancyID) else {
      throw CallFailure.notFound("there is no discrepancy \(request.discrepancyID)")
    }
    guard discrepancy.status != .resolved else {
      throw CallFailure.failedPrecondition(
        "discrepancy \(request.discrepancyID) is resolved already: \(discrepancy.resolution)", [])
    }
    discrepancy.status = .resolved
    discrepancy.resolution = request.resolution
    discrepancy.resolvedAt = now
    draft(discrepancy, reason: request.resolution)
    return discrepancy
  }
}

/// What the commands on transfers are made of.
extension Decider {
  /// The transfer with this id, which must be pending to be `done`, such as "shipped".
  ///
  /// - Throws: NOT_FOUND; FAILED_PRECONDITION that says how far it has got.
  func pendingTransfer(_ id: String, _ done: String) throws(CallFailure) -> NumberedTransfer {
    let found = try existingTransfer(id)
    guard found.transfer.status == .pending else { throw found.transfer.refusal("only a pending one can be \(done)") }
    return found
  }

  /// The transfer with this id.
  ///
  /// - Throws: NOT_FOUND.
  func existingTransfer(_ id: String) throws(CallFailure) -> NumberedTransfer {
    if let found = try view.transfer(id: id) { return found }
    throw CallFailure.notFound("there is no transfer \(id)")
  }

  /// Drafts what a transfer is now.
  func draft(_ transfer: Transfer, reason: String = "") {
    var entry = entry(.transfer)
    entry.reference = transfer.reference
    entry.reason = reason
    entry.subject = .transfer(transfer)
    draft.entries.append(entry)
  }

  /// Drafts what a discrepancy is now.
  func draft(_ discrepancy: Discrepancy, reason: String = "") {
    var entry = entry(.discrepancy, quantity: discrepancy.difference)
    entry.reference = Reference(type: .transfer, id: discrepancy.transferID)
    entry.reason = reason
    entry.subject = .discrepancy(discrepancy)
    draft.entries.append(entry)
    if discrepancy.status == .pendingInvestigation {
      let level = LevelKey(
        product: discrepancy.productID, variant: discrepancy.variantID, warehouse: discrepancy.warehouseID)
      raise(
        .transferDiscrepancy, subject: discrepancy.discrepancyID, level: level, value: discrepancy.difference,
        threshold: discrepancy.expected)
    } else {
      close(.transferDiscrepancy, subject: discrepancy.discrepancyID)
    }
  }

  /// Drafts that `units` more are on their way to a level, or fewer where it is negative; a level that does not exist is
  /// made with the defaults.
  func announce(_ units: Int64, at index: Int, _ transfer: Transfer) throws(CallFailure) {
    guard units != 0 else { return }
    let isNew = !draft.levels[index].exists
    let policy = try view.policy()
    try change(index, moving(.incoming, units, transfer, other: transfer.fromWarehouseID)) {
      (row) throws(InventoryError) in
      if isNew {
        row.setDefaults(policy)
      }
      row.incoming = try row.incoming.adding(units)
    }
  }

  /// An entry about goods of a transfer.
  func moving(_ type: EntryType, _ quantity: Int64, _ transfer: Transfer, other: String) -> Entry {
    var entry = entry(type, quantity: quantity)
    entry.reference = transfer.reference
    entry.otherWarehouseID = other
    return entry
  }

  /// Throws FAILED_PRECONDITION if a reference is a transfer's, or is kept free for one that is still to be made.
  func requireNoTransfer(_ reference: Reference) throws(CallFailure) {
    guard reference.type == .transfer else { return }
    let isOurs = reference.id.hasPrefix("\(view.historyPrefix)-") && holdNumber(of: reference.id) != nil
    let isTransfer = try view.isTransfer(reference)
    guard isOurs || isTransfer else { return }
    throw CallFailure.failedPrecondition(
      isTransfer
        ? "\(describe(reference)) holds its stock itself: ShipTransfer and CancelTransfer change its holds"
        : "\(reference.id) has the form of the service's own ids: holds for a transfer are made by CreateTransfer", [])
  }
}

extension Transfer {
  /// What its holds and entries are about.
  var reference: Reference { Reference(type: .transfer, id: transferID) }

  /// FAILED_PRECONDITION that says how far the transfer has got, and what would be right.
  func refusal(_ what: String) -> CallFailure {
    let state =
      switch status {
      case .pending: "pending"
      case .inTransit: "on its way"
      case .completed: "completed"
      default: "cancelled"
      }
    return .failedPrecondition("transfer \(transferID) is \(state): \(what)", [])
  }
}

extension TransferLine {
  /// The level of the line's product at a warehouse.
  func level(at warehouse: String) -> LevelKey {
    LevelKey(product: productID, variant: variantID, warehouse: warehouse)
  }
}
