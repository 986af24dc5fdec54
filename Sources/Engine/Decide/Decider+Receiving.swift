internal import Inventory
package import Messages

/// ReceiveTransfer: goods arrived.
extension Decider {
  /// Goods of a transfer arrived.
  package func receiveTransfer(_ request: ReceiveTransferRequest) throws(CallFailure) -> ReceiveTransferResponse {
    let found = try existingTransfer(request.transferID)
    var transfer = found.transfer
    let isSupplied = transfer.fromWarehouseID.isEmpty
    guard transfer.status == .inTransit || isSupplied && transfer.status == .pending else {
      throw transfer.refusal(transfer.status == .pending ? "ship it first" : "nothing of it is on its way")
    }
    let receipts = try receipts(request, of: transfer)
    var findings: [(place: Int, receipt: ReceiptLine)] = []
    for place in transfer.lines.indices {
      let receipt = receipts[place] ?? ReceiptLine()
      let hasSurplus = try receive(receipt, place, of: &transfer, isFinal: request.final)
      if hasSurplus || request.final { findings.append((place, receipt)) }
    }
    var response = ReceiveTransferResponse()
    let known = try findings.isEmpty ? [] : view.discrepancies(ofTransfer: found.number)
    for (place, receipt) in findings {
      if let discrepancy = discrepancy(transfer.lines[place], receipt, transfer, known) {
        draft(discrepancy)
        response.discrepancies.append(discrepancy)
      }
    }
    if !draft.entries.isEmpty {
      transfer.status = .inTransit
      if transfer.lines.allSatisfy({ $0.incomingQuantity == 0 }) {
        transfer.status = .completed
        transfer.closedAt = now
      }
      draft(transfer)
    }
    response.transfer = transfer
    return response
  }

  /// What arrived, by the place of the transfer's line; nil where nothing is said of it.
  private func receipts(_ request: ReceiveTransferRequest, of transfer: Transfer) throws(CallFailure) -> [ReceiptLine?]
  {
    if request.lines.isEmpty, !request.final {
      return transfer.lines.map { ReceiptLine(quantity: $0.incomingQuantity) }
    }
    var receipts = [ReceiptLine?](repeating: nil, count: transfer.lines.count)
    for line in request.lines {
      let key = LevelKey(product: line.productID, variant: line.variantID, warehouse: "")
      guard let place = transfer.lines.firstIndex(where: { $0.level(at: "") == key }) else {
        throw CallFailure.notFound("transfer \(transfer.transferID) has no line of \(describe(key))")
      }
      receipts[place] = line
    }
    return receipts
  }

  /// Drafts what arrived of one line. Returns whether it is now more than was sent, by this receipt.
  private func receive(_ receipt: ReceiptLine, _ place: Int, of transfer: inout Transfer, isFinal: Bool)
    throws(CallFailure) -> Bool
  {
    let line = transfer.lines[place]
    let index = try existingLevel(line.level(at: transfer.toWarehouseID))
    var progress = TransferProgress(
      sent: line.quantity, received: line.receivedQuantity, incoming: line.incomingQuantity)
    if receipt.quantity > 0 {
      let expected: Int64
      do {
        expected = try progress.receive(receipt.quantity)
      } catch {
        throw CallFailure.outOfRange("\(line.productID): what arrived does not fit in 64 bits")
      }
      let entry = moving(.transferIn, receipt.quantity, transfer, other: transfer.fromWarehouseID)
      try change(index, entry) { (row) throws(InventoryError) in
        row.onHand = try row.onHand.adding(receipt.quantity)
        row.quarantined = try row.quarantined.adding(receipt.quarantineQuantity)
        row.incoming -= expected
      }
    }
    if isFinal { try announce(-progress.close(), at: index, transfer) }
    transfer.lines[place].receivedQuantity = progress.received
    transfer.lines[place].incomingQuantity = progress.incoming
    return receipt.quantity > 0 && progress.difference > 0
  }

  /// The discrepancy of a line as it is by now; nil where there is none, or nothing new to say of it.
  private func discrepancy(
    _ line: TransferLine, _ receipt: ReceiptLine, _ transfer: Transfer, _ known: [Discrepancy]
  ) -> Discrepancy? {
    let difference = line.receivedQuantity - line.quantity
    guard difference != 0 else { return nil }
    let key = line.level(at: transfer.toWarehouseID)
    let old = known.first {
      LevelKey(product: $0.productID, variant: $0.variantID, warehouse: $0.warehouseID) == key
    }
    if let old, old.received == line.receivedQuantity { return nil }
    var discrepancy =
      old
      ?? Discrepancy(
        discrepancyID: view.reservationID(draft.nextSequence), transferID: transfer.transferID,
        warehouseID: key.warehouse, productID: key.product, variantID: key.variant, expected: line.quantity,
        reason: "UNKNOWN", createdAt: now)
    discrepancy.received = line.receivedQuantity
    discrepancy.difference = difference
    if !receipt.discrepancyReason.isEmpty { discrepancy.reason = receipt.discrepancyReason }
    // More has come since somebody said what it was: that is still to be found out.
    discrepancy.status = .pendingInvestigation
    discrepancy.resolution = ""
    discrepancy.resolvedAt = 0
    return discrepancy
  }
}
