internal import Inventory
package import Messages

/// ShipTransfer: the goods left.
extension Decider {
  /// What a line of a transfer leaves with.
  private struct Departure {
    /// The source's level.
    let index: Int
    /// Its hold; nil where that has expired, and available stock is taken.
    let held: NumberedHold?
  }

  /// The goods of a transfer left.
  package func shipTransfer(_ request: ShipTransferRequest) throws(CallFailure) -> Transfer {
    var transfer = try pendingTransfer(request.transferID, "shipped").transfer
    if !transfer.fromWarehouseID.isEmpty {
      let departures = try departures(of: transfer)
      for (place, departure) in departures.enumerated() {
        let line = transfer.lines[place]
        try leave(departure, line.quantity, transfer)
        try announce(line.quantity, at: try level(line.level(at: transfer.toWarehouseID)), transfer)
        transfer.lines[place].incomingQuantity = line.quantity
      }
    }
    transfer.status = .inTransit
    transfer.trackingNumber = request.trackingNumber
    transfer.shippedAt = now
    transfer.holdsExpireAt = 0
    draft(transfer)
    return transfer
  }

  /// What each line leaves with.
  ///
  /// - Throws: FAILED_PRECONDITION that names every line for which there is not enough.
  private func departures(of transfer: Transfer) throws(CallFailure) -> [Departure] {
    let holds = try view.holds(transfer.reference)
    var departures: [Departure] = []
    var refusals: [Refusal] = []
    for line in transfer.lines {
      let key = line.level(at: transfer.fromWarehouseID)
      let index = try existingLevel(key)
      // What is due goes first, the transfer's own hold as well: then it competes for what is available.
      try releaseDue(at: index)
      let held = holds.first { $0.level == key && !touched.contains($0.number) }
      let row = draft.levels[index].row
      let available = held == nil ? row.available : row.onHand
      if line.quantity > available {
        refusals.append(
          Refusal(key, requested: line.quantity, available: max(0, available), reason: .notEnoughStock))
      }
      departures.append(Departure(index: index, held: held))
    }
    guard refusals.isEmpty else {
      throw CallFailure.failedPrecondition("transfer \(transfer.transferID): \(refusals.text)", refusals)
    }
    return departures
  }

  private func leave(_ departure: Departure, _ quantity: Int64, _ transfer: Transfer) throws(CallFailure) {
    var entry = moving(.transferOut, -quantity, transfer, other: transfer.toWarehouseID)
    guard let held = departure.held else {
      return try change(departure.index, entry) { (row) throws(InventoryError) in row.onHand -= quantity }
    }
    var hold = held.hold
    let units = hold.quantity
    hold.quantity = 0
    hold.fulfilledQuantity = hold.fulfilledQuantity.addingSaturated(units)
    entry.hold = hold.withoutLevel
    entry.holdSequence = held.number
    try change(departure.index, entry) { (row) throws(InventoryError) in
      row.onHand -= quantity
      row.reserved -= units
    }
    touched.insert(held.number)
  }
}
