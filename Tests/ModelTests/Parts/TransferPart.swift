import Engine
import Messages

/// TransferService.
struct TransferPart: ModelPart {
  let weight = 6

  func command(_ random: inout SplitMix, in world: World) -> CommandRequest {
    switch random.number(0...9) {
    case 0...3: return .createTransfer(create(&random, in: world))
    case 4...5: return .shipTransfer(ShipTransferRequest(transferID: id(&random, in: world), trackingNumber: "T1"))
    case 6...7: return .receiveTransfer(receive(&random, in: world))
    case 8: return .cancelTransfer(CancelTransferRequest(transferID: id(&random, in: world), reason: "no truck"))
    default:
      let id = random.pickAny(world.discrepancies)?.discrepancyID ?? "nothing"
      return .resolveDiscrepancy(
        ResolveDiscrepancyRequest(
          discrepancyID: Hostility.identifier(id, &random), resolution: random.once(in: 20) ? "" : "found"))
    }
  }

  private func id(_ random: inout SplitMix, in world: World) -> String {
    // Mostly one of the newest: the older ones are closed.
    let transfers = random.once(in: 4) ? world.transfers : world.transfers.suffix(3)
    return Hostility.identifier(random.pickAny(transfers)?.transferID ?? "nothing", &random)
  }

  private func create(_ random: inout SplitMix, in world: World) -> CreateTransferRequest {
    let place =
      random.pickAny(world.levels.keys.sorted())
      ?? Place(random.pick(Pool.products), "", random.pick(Pool.warehouses))
    var request = CreateTransferRequest(
      fromWarehouseID: Hostility.identifier(place.warehouse.text, &random),
      toWarehouseID: Hostility.identifier(random.pick(Pool.warehouses), &random), reason: "stock up",
      expectedAt: world.now + 5)
    if random.once(in: 3) {
      request.fromWarehouseID = ""
      request.supplier = random.once(in: 30) ? "" : "ACME"
      request.purchaseReference = "PO-1"
    } else if random.once(in: 2) {
      request.timeToLiveSeconds = UInt32(random.number(0...2000))
    }
    for number in 0..<random.pick([1, 1, 2, 3]) {
      let product = number == 0 ? place.ware.product.text : random.pick(Pool.products)
      if random.once(in: 20) { request.lines.append(TransferLine(productID: random.pick(Pool.kits), quantity: 1)) }
      let variant = number == 0 ? place.ware.variant.text : random.pick(Pool.variants)
      request.lines.append(
        TransferLine(
          productID: Hostility.identifier(product, &random), variantID: variant,
          quantity: Hostility.units(random.units(upTo: 6), &random)))
    }
    if random.once(in: 100) { request.lines = [] }
    return request
  }

  private func receive(_ random: inout SplitMix, in world: World) -> ReceiveTransferRequest {
    var request = ReceiveTransferRequest(transferID: id(&random, in: world), final: random.once(in: 3))
    let transfer = world.transfers.first { Name($0.transferID) == Name(request.transferID) }
    for line in transfer?.lines ?? [] where !random.once(in: 4) {
      let quantity = Hostility.units(random.units(upTo: 6), &random)
      request.lines.append(
        ReceiptLine(
          productID: line.productID, variantID: line.variantID, quantity: quantity,
          quarantineQuantity: random.once(in: 3) ? 1 : 0, discrepancyReason: random.pick(["", "torn"])))
    }
    if random.once(in: 60) { request.lines.append(ReceiptLine(productID: random.pick(Pool.products), quantity: 1)) }
    return request
  }

  func expectation(of request: CommandRequest, _ call: Call, in world: World) -> Expectation? {
    let start = Expectation(world)
    return switch request {
    case .createTransfer(let request): create(request, call, start)
    case .shipTransfer(let request): ship(request, start)
    case .receiveTransfer(let request): receive(request, call, start)
    case .cancelTransfer(let request): cancel(request, start)
    case .resolveDiscrepancy(let request): resolve(request, start)
    default: nil
    }
  }

  private func create(_ request: CreateTransferRequest, _ call: Call, _ start: Expectation) -> Expectation {
    var expected = start
    check(request, &expected)
    if expected.isMalformed { return expected }
    checkEnds(request, &expected)
    if !expected.problems.isEmpty { return expected }
    var transfer = Transfer(
      fromWarehouseID: request.fromWarehouseID, toWarehouseID: request.toWarehouseID, supplier: request.supplier,
      purchaseReference: request.purchaseReference, status: .pending, reason: request.reason,
      createdAt: expected.world.now, expectedAt: request.expectedAt ?? 0)
    for line in request.lines {
      let place = transfer.lines.firstIndex { $0.ware == line.ware }
      guard let place else {
        transfer.lines.append(
          TransferLine(productID: line.productID, variantID: line.variantID, quantity: line.quantity))
        continue
      }
      let (sum, overflow) = transfer.lines[place].quantity.addingReportingOverflow(line.quantity)
      if overflow {
        expected.problem(.outOfRange)
        return expected
      }
      transfer.lines[place].quantity = sum
    }
    let isSupplied = request.fromWarehouseID.isEmpty
    checkLines(transfer, &expected)
    if !expected.problems.isEmpty { return expected }
    if let given: Transfer = call.response() {
      transfer.transferID = given.transferID
      if expected.world.transfers.contains(where: { $0.transferID == given.transferID }) {
        expected.object("gives the id \(given.transferID) again")
      }
    }
    expected.world.entries += 1
    let seconds = Int64(request.timeToLiveSeconds ?? expected.world.lifetime(.transfer))
    if !isSupplied, seconds > 0 { transfer.holdsExpireAt = expected.world.now + seconds * 1_000_000 }
    for (index, line) in transfer.lines.enumerated() {
      if isSupplied {
        transfer.lines[index].incomingQuantity = line.quantity
        announce(line.quantity, Place(line.ware, Name(request.toWarehouseID)), &expected)
      } else {
        expected.world.open(
          Reservation(
            reservationID: World.unseenID(expected.world.givenIDs.count),
            reference: Reference(type: .transfer, id: transfer.transferID), productID: line.productID,
            variantID: line.variantID, warehouseID: request.fromWarehouseID, quantity: line.quantity,
            createdAt: expected.world.now, expiresAt: transfer.holdsExpireAt))
      }
    }
    expected.checkTotals(
      of: transfer.lines.map { Place($0.ware, Name(isSupplied ? request.toWarehouseID : request.fromWarehouseID)) })
    expected.world.transfers.append(transfer)
    expected.answer = transfer
    return expected
  }

  private func check(_ request: CreateTransferRequest, _ expected: inout Expectation) {
    expected.identifier(request.fromWarehouseID, "from_warehouse_id", isNeeded: false)
    expected.identifier(request.toWarehouseID, "to_warehouse_id")
    if request.fromWarehouseID.isEmpty {
      expected.identifier(request.supplier, "supplier")
      if request.timeToLiveSeconds != nil { expected.invalid("time_to_live_seconds") }
    } else {
      if Name(request.fromWarehouseID) == Name(request.toWarehouseID) { expected.invalid("to_warehouse_id") }
      if !request.supplier.isEmpty { expected.invalid("supplier") }
      if !request.purchaseReference.isEmpty { expected.invalid("purchase_reference") }
    }
    if request.lines.isEmpty { expected.invalid("lines") }
    for (index, line) in request.lines.enumerated() {
      expected.identifier(line.productID, "lines[\(index)].product_id")
      expected.identifier(line.variantID, "lines[\(index)].variant_id", isNeeded: false)
      if line.quantity < 1 { expected.invalid("lines[\(index)].quantity") }
    }
  }

  private func checkEnds(_ request: CreateTransferRequest, _ expected: inout Expectation) {
    for id in [request.fromWarehouseID, request.toWarehouseID] where !id.isEmpty {
      func refusal(_ reason: RefusalReason) -> Refusal { Refusal(warehouseID: id, reason: reason) }
      guard let warehouse = expected.world.warehouses[Name(id)] else {
        expected.problem(.notFound, refusal(.unknownWarehouse))
        continue
      }
      if !warehouse.isActive {
        expected.problem(.failedPrecondition, refusal(.warehouseInactive))
      } else if id == request.toWarehouseID, !warehouse.capabilities.contains(.receiving) {
        expected.problem(.failedPrecondition, refusal(.warehouseDoesNotReceive))
      }
    }
  }

  /// Every line that cannot be sent is named.
  private func checkLines(_ transfer: Transfer, _ expected: inout Expectation) {
    var refusals: [Refusal] = []
    for line in transfer.lines {
      let isSupplied = transfer.fromWarehouseID.isEmpty
      let place = Place(line.ware, Name(isSupplied ? transfer.toWarehouseID : transfer.fromWarehouseID))
      if let reason = expected.world.unknown(place) {
        refusals.append(Refusal(place, reason: reason, requested: line.quantity))
      } else if expected.world.isKit(line.ware.product) {
        refusals.append(Refusal(place, reason: .kit, requested: line.quantity))
      } else if !isSupplied, expected.world.levels[place] == nil {
        refusals.append(Refusal(place, reason: .unknownLevel, requested: line.quantity))
      } else if !isSupplied {
        expected.world.expire(at: [place])
        let available = expected.world.available(place)
        if line.quantity > available {
          refusals.append(
            Refusal(place, reason: .notEnoughStock, requested: line.quantity, available: available))
        }
      }
    }
    let code: StatusCode =
      refusals.contains { [.notEnoughStock, .kit].contains($0.reason) } ? .failedPrecondition : .notFound
    for refusal in refusals { expected.problem(code, refusal, isAlwaysNamed: true) }
  }

  private func announce(_ units: Int64, _ place: Place, _ expected: inout Expectation) {
    let (sum, overflow) = (expected.world.levels[place]?.incoming ?? 0).addingReportingOverflow(units)
    if overflow { expected.problem(.outOfRange) }
    expected.world.change(place, .incoming) { $0.incoming = sum }
  }

  /// Where the transfer stands; nil where there is none, or it is refused for how far it has got.
  private func find(_ id: String, _ statuses: Set<Int32>, _ expected: inout Expectation) -> Int? {
    expected.identifier(id, "transfer_id")
    if expected.isMalformed { return nil }
    guard let index = expected.world.transfers.firstIndex(where: { Name($0.transferID) == Name(id) }) else {
      expected.problem(.notFound)
      return nil
    }
    if !statuses.contains(expected.world.transfers[index].status.rawValue) { expected.problem(.failedPrecondition) }
    return expected.problems.isEmpty ? index : nil
  }

  private func ship(_ request: ShipTransferRequest, _ start: Expectation) -> Expectation {
    var expected = start
    guard let index = find(request.transferID, [TransferStatus.pending.rawValue], &expected) else { return expected }
    var transfer = expected.world.transfers[index]
    if !transfer.fromWarehouseID.isEmpty {
      let sources = transfer.lines.map { Place($0.ware, Name(transfer.fromWarehouseID)) }
      expected.world.expire(at: sources)
      let reference = Reference(type: .transfer, id: transfer.transferID)
      let holds = sources.map { place in expected.world.holds(for: reference).first { $0.place == place } }
      for (number, line) in transfer.lines.enumerated() {
        let place = sources[number]
        let onHand = expected.world.levels[place]?.onHand ?? 0
        let most = max(0, holds[number] == nil ? expected.world.available(place) : onHand)
        if line.quantity > most {
          expected.problem(
            .failedPrecondition,
            Refusal(place, reason: .notEnoughStock, requested: line.quantity, available: most), isAlwaysNamed: true)
        }
      }
      if !expected.problems.isEmpty { return expected }
      for (number, line) in transfer.lines.enumerated() {
        if let hold = holds[number] { expected.world.holds.removeAll { $0.id == hold.id } }
        expected.world.change(sources[number], .transferOut) { $0.onHand -= line.quantity }
        let destination = Place(line.ware, Name(transfer.toWarehouseID))
        announce(line.quantity, destination, &expected)
        transfer.lines[number].incomingQuantity = line.quantity
        expected.checkTotals(of: [destination])
      }
    }
    transfer.status = .inTransit
    transfer.trackingNumber = request.trackingNumber
    transfer.shippedAt = expected.world.now
    transfer.holdsExpireAt = 0
    expected.world.entries += 1
    expected.world.transfers[index] = transfer
    expected.answer = transfer
    return expected
  }

  private func receive(_ request: ReceiveTransferRequest, _ call: Call, _ start: Expectation) -> Expectation {
    var expected = start
    var seen: Set<Ware> = []
    for (index, line) in request.lines.enumerated() {
      let field = "lines[\(index)]"
      expected.identifier(line.productID, "\(field).product_id")
      if line.quantity < 0 { expected.invalid("\(field).quantity") }
      if line.quarantineQuantity > max(0, line.quantity) { expected.invalid("\(field).quarantine_quantity") }
      let ware = Ware(product: Name(line.productID), variant: Name(line.variantID))
      if !seen.insert(ware).inserted { expected.invalid(field) }
    }
    let statuses: Set<Int32> = [TransferStatus.inTransit.rawValue, TransferStatus.pending.rawValue]
    guard let index = find(request.transferID, statuses, &expected) else { return expected }
    var transfer = expected.world.transfers[index]
    if transfer.status == .pending, !transfer.fromWarehouseID.isEmpty {
      expected.problem(.failedPrecondition)
      return expected
    }
    var arrived: [Ware: ReceiptLine] = [:]
    for line in request.lines {
      let ware = Ware(product: Name(line.productID), variant: Name(line.variantID))
      if !transfer.lines.contains(where: { $0.ware == ware }) { expected.problem(.notFound) }
      arrived[ware] = line
    }
    if !expected.problems.isEmpty { return expected }
    let given: ReceiveTransferResponse? = call.response()
    var response = ReceiveTransferResponse()
    let before = expected.world.entries
    for (number, line) in transfer.lines.enumerated() {
      let everything = request.lines.isEmpty && !request.final ? line.incomingQuantity : 0
      let receipt = arrived[line.ware] ?? ReceiptLine(quantity: everything)
      let place = Place(line.ware, Name(transfer.toWarehouseID))
      if receipt.quantity > 0 {
        let fromTheWay = min(receipt.quantity, transfer.lines[number].incomingQuantity)
        transfer.lines[number].incomingQuantity -= fromTheWay
        transfer.lines[number].receivedQuantity += receipt.quantity
        expected.world.change(place, .transferIn) {
          $0.onHand = $0.onHand.addingClamped(receipt.quantity)
          $0.quarantined += receipt.quarantineQuantity
          $0.incoming -= fromTheWay
        }
        if expected.world.levels[place]?.onHand == .max { expected.doubt(.outOfRange) }
        expected.checkTotals(of: [place])
      }
      let left = transfer.lines[number].incomingQuantity
      if request.final, left > 0 {
        transfer.lines[number].incomingQuantity = 0
        expected.world.change(place, .incoming) { $0.incoming -= left }
      }
      let difference = transfer.lines[number].receivedQuantity - line.quantity
      let isDue = request.final || receipt.quantity > 0 && difference > 0
      if isDue, difference != 0 {
        find(transfer, transfer.lines[number], receipt, given, &response, &expected)
      }
    }
    if expected.world.entries != before {
      expected.world.entries += 1
      transfer.status = .inTransit
      if transfer.lines.allSatisfy({ $0.incomingQuantity == 0 }) {
        transfer.status = .completed
        transfer.closedAt = expected.world.now
      }
      expected.world.transfers[index] = transfer
    }
    response.transfer = transfer
    expected.answer = response
    return expected
  }

  /// A line has more or less than was sent.
  private func find(
    _ transfer: Transfer, _ line: TransferLine, _ receipt: ReceiptLine, _ given: ReceiveTransferResponse?,
    _ response: inout ReceiveTransferResponse, _ expected: inout Expectation
  ) {
    let old = expected.world.discrepancies.firstIndex {
      Name($0.transferID) == Name(transfer.transferID)
        && Ware(product: Name($0.productID), variant: Name($0.variantID)) == line.ware
    }
    if let old, expected.world.discrepancies[old].received == line.receivedQuantity { return }
    var found =
      old.map { expected.world.discrepancies[$0] }
      ?? Discrepancy(
        transferID: transfer.transferID, warehouseID: transfer.toWarehouseID, productID: line.productID,
        variantID: line.variantID, expected: line.quantity, reason: "UNKNOWN", createdAt: expected.world.now)
    found.received = line.receivedQuantity
    found.difference = line.receivedQuantity - line.quantity
    found.status = .pendingInvestigation
    found.resolution = ""
    found.resolvedAt = 0
    if !receipt.discrepancyReason.isEmpty { found.reason = receipt.discrepancyReason }
    if old == nil, let given, given.discrepancies.count > response.discrepancies.count {
      found.discrepancyID = given.discrepancies[response.discrepancies.count].discrepancyID
    }
    if let old { expected.world.discrepancies[old] = found } else { expected.world.discrepancies.append(found) }
    expected.world.entries += 1
    expected.world.raise(
      .transferDiscrepancy, found.discrepancyID, Place(line.ware, Name(transfer.toWarehouseID)),
      value: found.difference, threshold: found.expected)
    response.discrepancies.append(found)
  }

  private func cancel(_ request: CancelTransferRequest, _ start: Expectation) -> Expectation {
    var expected = start
    guard let index = find(request.transferID, [TransferStatus.pending.rawValue], &expected) else { return expected }
    var transfer = expected.world.transfers[index]
    if transfer.fromWarehouseID.isEmpty {
      for (number, line) in transfer.lines.enumerated() {
        expected.world.change(Place(line.ware, Name(transfer.toWarehouseID)), .incoming) {
          $0.incoming -= line.incomingQuantity
        }
        transfer.lines[number].incomingQuantity = 0
      }
    }
    for hold in expected.world.holds(for: Reference(type: .transfer, id: transfer.transferID)) {
      expected.world.close(hold.id)
    }
    transfer.status = .cancelled
    transfer.closedAt = expected.world.now
    transfer.holdsExpireAt = 0
    expected.world.entries += 1
    expected.world.transfers[index] = transfer
    expected.answer = transfer
    return expected
  }

  private func resolve(_ request: ResolveDiscrepancyRequest, _ start: Expectation) -> Expectation {
    var expected = start
    expected.identifier(request.discrepancyID, "discrepancy_id")
    if request.resolution.isEmpty { expected.invalid("resolution") }
    if expected.isMalformed { return expected }
    guard
      let index = expected.world.discrepancies.firstIndex(where: {
        Name($0.discrepancyID) == Name(request.discrepancyID)
      })
    else {
      expected.problem(.notFound)
      return expected
    }
    var found = expected.world.discrepancies[index]
    if found.status == .resolved { expected.problem(.failedPrecondition) }
    found.status = .resolved
    found.resolution = request.resolution
    found.resolvedAt = expected.world.now
    expected.world.entries += 1
    expected.world.discrepancies[index] = found
    expected.world.settle(.transferDiscrepancy, found.discrepancyID)
    expected.answer = found
    return expected
  }

  func compare(_ world: World, with queries: Queries, _ random: inout SplitMix) throws {
    for transfer in world.transfers.suffix(10) {
      try queries.expect(
        .transferServiceGetTransfer, GetTransferRequest(transferID: transfer.transferID), transfer, else: .notFound)
    }
    let status = random.pick(TransferStatus.allValues)
    for warehouse in ["", random.pick(Pool.warehouses)]
    where warehouse.isEmpty || world.warehouses[Name(warehouse)] != nil {
      let wanted = world.transfers.reversed().filter {
        (status == .unspecified || $0.status == status)
          && (warehouse.isEmpty || $0.fromWarehouseID == warehouse || $0.toWarehouseID == warehouse)
      }
      var request = ListTransfersRequest(
        status: status, warehouseID: warehouse, pageSize: UInt32(random.number(0...3)))
      try queries.expectList(words(request), Array(wanted)) { (token) -> ([Transfer], String) in
        request.pageToken = token
        let page: ListTransfersResponse = try queries.ask(.transferServiceListTransfers, request)
        return (page.transfers, page.nextPageToken)
      }
    }
    let about = random.pick(DiscrepancyStatus.allValues)
    // The newest is the one that was made last, not the one that changed last.
    let wanted = world.discrepancies.reversed().filter { about == .unspecified || $0.status == about }
    var request = ListDiscrepanciesRequest(status: about, pageSize: UInt32(random.number(0...3)))
    try queries.expectList(words(request), Array(wanted)) { (token) -> ([Discrepancy], String) in
      request.pageToken = token
      let page: ListDiscrepanciesResponse = try queries.ask(.transferServiceListDiscrepancies, request)
      return (page.discrepancies, page.nextPageToken)
    }
  }
}

extension TransferLine {
  /// What the line sends.
  var ware: Ware { Ware(product: Name(productID), variant: Name(variantID)) }
}
