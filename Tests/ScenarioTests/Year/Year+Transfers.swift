import Engine
import Messages
import Testing

/// A transfer on its way, and what is to become of it.
struct Shipment {
  /// What is done next.
  enum Step { case ship, cancel, receivePart, receiveRest }

  /// A line, and what is planted: units that arrive less units sent.
  struct Line {
    var product: String
    var quantity: Int64
    var planted: Int64 = 0
    var received: Int64 = 0
    var incoming: Int64 = 0
  }

  var id: String
  /// Empty = from a supplier.
  var from: String
  var to: String
  var lines: [Line]
  /// Days on which steps are done, the next one first.
  var steps: [(day: Int64, step: Step)]
  /// Whether the last receipt says that it is the last.
  var isFinal: Bool

  var reference: String { "transfer \(id)" }
}

/// Buying and moving what runs low, and receiving it, with losses.
extension Year {
  /// Lines of a transfer.
  private static let width = 40

  /// Looks at the alerts about low levels, and orders what nobody has ordered yet.
  func order(on day: Int64) throws {
    var lines: [[String]: [Shipment.Line]] = [:]
    var seen: [String] = []
    // What a centre has left for others.
    var left: [Place: Int64] = [:]
    for alert in try alerts().sorted(by: { ($0.productID, $0.warehouseID) < ($1.productID, $1.warehouseID) }) {
      let place = Place(product: alert.productID, warehouse: alert.warehouseID)
      guard [.lowStock, .reorderNeeded, .outOfStock].contains(alert.kind), !onOrder.contains(place),
        let level = ledger.levels[place]
      else { continue }
      if alert.kind == .reorderNeeded {
        checkSame(alert.reorderQuantity, level.reorderQuantity, "the alert about \(place) says to order")
      }
      if alert.status == .open { seen.append(alert.alertID) }
      let units = level.reorderQuantity
      let donor = ledger.warehouses[place.product]?.first { warehouse in
        let other = Place(product: place.product, warehouse: warehouse)
        guard warehouse != place.warehouse, let stock = ledger.levels[other] else { return false }
        return (left[other] ?? stock.available) - units > stock.reorderPoint
      }
      if let donor {
        let other = Place(product: place.product, warehouse: donor)
        left[other] = (left[other] ?? ledger.levels[other]?.available ?? 0) - units
      }
      onOrder.insert(place)
      lines[[donor ?? "", place.warehouse], default: []].append(Shipment.Line(product: place.product, quantity: units))
    }
    for start in stride(from: 0, to: seen.count, by: 100) {
      let part = Array(seen[start..<min(start + 100, seen.count)])
      _ = try shop.must(
        .acknowledgeAlert(.init(alertIDs: part, note: "ordered")), as: AcknowledgeAlertResponse.self)
    }
    summary.add("alerts acknowledged", seen.count)
    for (ends, lines) in lines.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      for start in stride(from: 0, to: lines.count, by: Self.width) {
        try create(from: ends[0], to: ends[1], Array(lines[start..<min(start + Self.width, lines.count)]), on: day)
      }
    }
  }

  private func create(from: String, to: String, _ lines: [Shipment.Line], on day: Int64) throws {
    let isSupplied = from.isEmpty
    // Some holds expire before anybody ships.
    let seconds: UInt32 = once(in: 5) ? 3600 : 7 * 86_400
    let request = CreateTransferRequest(
      fromWarehouseID: from, toWarehouseID: to, supplier: isSupplied ? "supplier" : "",
      purchaseReference: isSupplied ? "PO-\(day)" : "",
      lines: lines.map { TransferLine(productID: $0.product, quantity: $0.quantity) },
      timeToLiveSeconds: isSupplied ? nil : seconds)
    let made: Transfer = try shop.must(.createTransfer(request))
    var shipment = Shipment(
      id: made.transferID, from: from, to: to, lines: lines, steps: [], isFinal: once(in: 2))
    if once(in: 20) {
      shipment.steps = [(day + 1, .cancel)]
    } else {
      // A supplier may forget to say that it has sent something.
      if !isSupplied || once(in: 2) { shipment.steps = [(day + 1, .ship)] }
      shipment.steps += [(day + 4 + number(0...3), .receivePart), (day + 8 + number(0...5), .receiveRest)]
    }
    if once(in: 4) { plant(&shipment) }
    for place in shipment.lines.indices {
      let line = shipment.lines[place]
      if isSupplied {
        shipment.lines[place].incoming = line.quantity
        ledger.change(Place(product: line.product, warehouse: to)) { $0.incoming += line.quantity }
      }
    }
    if !isSupplied { try hold(shipment, until: shop.now + Int64(seconds) * 1_000_000) }
    shipments.append(shipment)
    summary.add(isSupplied ? "transfers from suppliers" : "transfers between centres")
  }

  /// Decides which lines do not arrive as they were sent.
  private func plant(_ shipment: inout Shipment) {
    for _ in 0..<number(1...3) {
      let place = Int(number(0...Int64(shipment.lines.count - 1)))
      let quantity = shipment.lines[place].quantity
      shipment.lines[place].planted = once(in: 4) ? number(1...3) : -number(1...quantity)
      shipment.isFinal = true
    }
  }

  private func hold(_ shipment: Shipment, until time: Int64) throws {
    let reference = Reference(type: .transfer, id: shipment.id)
    let holds: ListReservationsResponse = try shop.ask(
      .reservationServiceListReservations, ListReservationsRequest(by: .reference(reference), pageSize: 1000))
    checkSame(
      holds.reservations.map { "\($0.quantity) \($0.productID) \($0.warehouseID) \($0.expiresAt)" }.sorted(),
      shipment.lines.map { "\($0.quantity) \($0.product) \(shipment.from) \(time)" }.sorted(), "what a transfer holds")
    for hold in holds.reservations {
      ledger.hold(
        hold.reservationID,
        Ledger.Hold(
          place: Place(product: hold.productID, warehouse: hold.warehouseID), channel: "", quantity: hold.quantity,
          expiresAt: hold.expiresAt, reference: shipment.reference))
    }
  }

  /// Does what is to be done today with transfers on their way.
  func followShipments(on day: Int64) throws {
    for place in shipments.indices where shipments[place].steps.first?.day ?? .max <= day {
      switch shipments[place].steps.removeFirst().step {
      case .ship: try ship(&shipments[place])
      case .cancel: try cancel(&shipments[place])
      case .receivePart: try receive(&shipments[place], isLast: false)
      case .receiveRest: try receive(&shipments[place], isLast: true)
      }
    }
    for shipment in shipments where shipment.steps.isEmpty {
      for line in shipment.lines { onOrder.remove(Place(product: line.product, warehouse: shipment.to)) }
    }
    shipments.removeAll { $0.steps.isEmpty }
  }

  private func ship(_ shipment: inout Shipment) throws {
    let holds = ledger.holdsByReference[shipment.reference] ?? []
    // Without its holds it takes what is available, or is refused.
    let short =
      shipment.from.isEmpty || !holds.isEmpty
      ? []
      : shipment.lines.filter {
        ledger.levels[Place(product: $0.product, warehouse: shipment.from)]?.available ?? 0 < $0.quantity
      }
    let outcome = try shop.send([.shipTransfer(.init(transferID: shipment.id, trackingNumber: "T-1"))])[0]
    checkSame(
      Set(outcome.failure?.refusals.map(\.productID) ?? []), Set(short.map(\.product)),
      "transfer \(shipment.id) is short of")
    if outcome.failure != nil {
      summary.add("transfers refused at shipping")
      return try cancel(&shipment)
    }
    if shipment.from.isEmpty { return }
    if holds.isEmpty { summary.add("transfers shipped after their holds had expired") }
    for place in shipment.lines.indices {
      let line = shipment.lines[place]
      let source = Place(product: line.product, warehouse: shipment.from)
      if let id = holds.first(where: { ledger.holds[$0]?.place == source }) {
        ledger.holds[id] = nil
        ledger.move(source, -line.quantity, .transferOut) { $0.reserved -= line.quantity }
      } else {
        ledger.move(source, -line.quantity, .transferOut)
      }
      shipment.lines[place].incoming = line.quantity
      ledger.change(Place(product: line.product, warehouse: shipment.to)) { $0.incoming += line.quantity }
    }
    ledger.holdsByReference[shipment.reference] = nil
  }

  private func cancel(_ shipment: inout Shipment) throws {
    let cancelled: Transfer = try shop.must(
      .cancelTransfer(.init(transferID: shipment.id, reason: "not wanted any more")))
    checkSame(cancelled.status, .cancelled, "a cancelled transfer")
    for id in ledger.holdsByReference[shipment.reference] ?? [] { ledger.release(id) }
    for place in shipment.lines.indices where shipment.lines[place].incoming > 0 {
      let line = shipment.lines[place]
      ledger.change(Place(product: line.product, warehouse: shipment.to)) { $0.incoming -= line.incoming }
    }
    shipment.steps = []
    summary.add("transfers cancelled")
  }

  private func receive(_ shipment: inout Shipment, isLast: Bool) throws {
    var lines: [ReceiptLine] = []
    for line in shipment.lines {
      let arriving = max(0, line.quantity + line.planted)
      let units = isLast ? arriving - line.received : min(line.quantity / 2, arriving)
      if units == 0 { continue }
      let bad = once(in: 10) ? min(units, number(1...2)) : 0
      lines.append(ReceiptLine(productID: line.product, quantity: units, quarantineQuantity: bad))
    }
    // Without lines it would be all that is on its way.
    if lines.isEmpty, !(isLast && shipment.isFinal) { return }
    let isFinal = isLast && shipment.isFinal
    let response: ReceiveTransferResponse = try shop.must(
      .receiveTransfer(.init(transferID: shipment.id, lines: lines, final: isFinal)))
    for place in shipment.lines.indices {
      let line = shipment.lines[place]
      let level = Place(product: line.product, warehouse: shipment.to)
      if let receipt = lines.first(where: { $0.productID == line.product }) {
        let expected = min(receipt.quantity, line.incoming)
        ledger.move(level, receipt.quantity, .transferIn) {
          $0.quarantined += receipt.quarantineQuantity
          $0.incoming -= expected
        }
        shipment.lines[place].incoming -= expected
        shipment.lines[place].received += receipt.quantity
      }
      let missing = shipment.lines[place].incoming
      if isFinal, missing > 0 {
        ledger.change(level) { $0.incoming -= missing }
        shipment.lines[place].incoming = 0
      }
    }
    summary.add("receipts")
    try compareReceipt(shipment, response, isLast: isLast)
  }

  private func compareReceipt(_ shipment: Shipment, _ response: ReceiveTransferResponse, isLast: Bool) throws {
    let wrong = isLast ? shipment.lines.filter { $0.planted != 0 } : []
    checkSame(
      response.discrepancies.map { "\($0.productID) \($0.expected) \($0.received) \($0.difference)" }.sorted(),
      wrong.map { "\($0.product) \($0.quantity) \($0.quantity + $0.planted) \($0.planted)" }.sorted(),
      "what is wrong with transfer \(shipment.id)")
    for discrepancy in response.discrepancies { openDiscrepancies.insert(discrepancy.discrepancyID) }
    for line in wrong { planted["\(shipment.id) \(line.product)"] = line.planted }
    summary.add("discrepancies", wrong.count)
    let transfer = response.transfer ?? Transfer()
    checkSame(
      transfer.lines.map { "\($0.productID) \($0.quantity) \($0.receivedQuantity) \($0.incomingQuantity)" },
      shipment.lines.map { "\($0.product) \($0.quantity) \($0.received) \($0.incoming)" }, "transfer \(shipment.id)")
    let isDone = shipment.lines.allSatisfy { $0.incoming == 0 }
    checkSame(transfer.status, isDone ? .completed : .inTransit, "transfer \(shipment.id)")
    check(isDone || !isLast, "transfer \(shipment.id) is not completed by its last receipt")
  }

  /// At the end: every transfer is closed, every unit that was sent has arrived or is a discrepancy, and there is none but
  /// those planted.
  func compareTransfers() throws {
    let transfers: [Transfer] = try shop.all { token in
      let page: ListTransfersResponse = try shop.ask(
        .transferServiceListTransfers, ListTransfersRequest(pageSize: 100, pageToken: token))
      return (page.transfers, page.nextPageToken)
    }
    var (sent, received, differing) = (Int64(0), Int64(0), Int64(0))
    for transfer in transfers {
      check(
        [.completed, .cancelled].contains(transfer.status), "transfer \(transfer.transferID) is \(transfer.status)")
      check(
        transfer.lines.allSatisfy { $0.incomingQuantity == 0 }, "transfer \(transfer.transferID) has units on their way"
      )
      for line in transfer.lines where transfer.status == .completed {
        sent += line.quantity
        received += line.receivedQuantity
      }
    }
    let found: [Discrepancy] = try shop.all { token in
      let page: ListDiscrepanciesResponse = try shop.ask(
        .transferServiceListDiscrepancies, ListDiscrepanciesRequest(pageSize: 100, pageToken: token))
      return (page.discrepancies, page.nextPageToken)
    }
    for discrepancy in found { differing += discrepancy.difference }
    checkSame(sent + differing, received, "units sent less those missing, and those received")
    checkSame(
      found.reduce(into: [:]) { $0["\($1.transferID) \($1.productID)"] = $1.difference }, planted,
      "discrepancies in all")
    checkSame(found.count, planted.count, "discrepancies")
    summary.add("transfers", transfers.count)
    summary.add("units transferred", Int(sent))
  }
}
