import Engine
import Messages
import RetailOrders
import Testing

/// Selling, taking back and writing off.
extension Year {
  /// An order on its way to the engine.
  private struct Asked {
    var request: ReserveRequest
    var isAbandoned: Bool
    var leavesInParts: Bool
  }

  /// Takes the invoices of an hour: holds first, then what leaves, then what comes back.
  func take(_ invoices: [RetailData.Invoice], at time: Int64) throws {
    advance(to: time)
    let asked = invoices.filter { !$0.sold.isEmpty }.map(ask)
    let outcomes = try shop.send(asked.map { .reserve($0.request) })
    for (order, outcome) in zip(asked, outcomes) { try judge(order, outcome) }
    advance(to: time + Self.hour / 6)
    try ship()
    advance(to: time + Self.hour / 3)
    for invoice in invoices { try takeBack(invoice) }
  }

  private func ask(_ invoice: RetailData.Invoice) -> Asked {
    summary.add("orders")
    summary.add("lines", invoice.sold.count)
    // Most customers order at once; some fill a cart first, and some of these never come back.
    let isCart = once(in: 3)
    let isAbandoned = isCart && once(in: 6)
    let request = ReserveRequest(
      reference: Reference(type: isCart ? .cart : .order, id: invoice.number),
      items: invoice.sold.prefix(100).map { OrderItem(productID: $0.product, quantity: $0.quantity) },
      channelID: invoice.country, shipTo: data.city(&generator), mode: once(in: 2) ? .bestEffort : .allOrNothing)
    return Asked(request: request, isAbandoned: isAbandoned, leavesInParts: once(in: 12))
  }

  /// Compares what became of a Reserve with what the ledger says, and writes it down.
  private func judge(_ order: Asked, _ outcome: CommandOutcome) throws {
    let request = order.request
    var wanted: [String: Int64] = [:]
    for item in request.items { wanted[item.productID, default: 0] += item.quantity }
    var refusals: [String: RefusalReason] = [:]
    for (product, units) in wanted {
      if let sellable = ledger.sellable(Share(product: product, channel: request.channelID)), units > sellable {
        refusals[product] = .channelLimit
      } else if units > ledger.available(product) {
        refusals[product] = .notEnoughStock
      }
    }
    let name = "order \(request.reference?.id ?? "") of \(wanted)"
    summary.add("lines refused for stock", refusals.values.count { $0 == .notEnoughStock })
    summary.add("lines refused for their channel", refusals.values.count { $0 == .channelLimit })
    if let failure = outcome.failure {
      checkSame(failure.refusals.reduce(into: [:]) { $0[$1.productID] = $1.reason }, refusals, "\(name) is refused for")
      checkSame(failure.statusCode, .failedPrecondition, name)
      check(request.mode == .allOrNothing && !refusals.isEmpty, "\(name) is refused: \(failure.message)")
      summary.add("orders refused")
      return
    }
    let response: ReserveResponse = try shop.read(outcome)
    checkSame(response.failures.reduce(into: [:]) { $0[$1.productID] = $1.reason }, refusals, "\(name) fails for")
    check(refusals.isEmpty || request.mode == .bestEffort, "\(name) is held, though \(refusals)")
    var found: [String: Int64] = [:]
    for hold in response.reservations {
      let place = Place(product: hold.productID, warehouse: hold.warehouseID)
      found[hold.productID, default: 0] += hold.quantity
      let available = ledger.levels[place]?.available ?? 0
      check(hold.quantity > 0 && hold.quantity <= available, "\(name) holds \(hold.quantity) of \(available) \(place)")
      let isCart = request.reference?.type == .cart
      checkSame(hold.expiresAt, isCart ? shop.now + Self.hour / 2 : 0, "\(name) expires")
      ledger.hold(
        hold.reservationID,
        Ledger.Hold(
          place: place, channel: request.channelID, quantity: hold.quantity, expiresAt: hold.expiresAt,
          reference: "\(isCart ? "cart" : "order") \(request.reference?.id ?? "")"))
    }
    checkSame(found, wanted.filter { refusals[$0.key] == nil }, "\(name) holds")
    if response.reservations.count > found.count { summary.add("orders from several warehouses") }
    if found.isEmpty { return }
    if order.isAbandoned { return summary.add("carts abandoned") }
    toShip.append(
      (request.reference ?? Reference(), request.reference?.type == .cart, order.leavesInParts))
  }

  /// Sends off what is held: carts become orders first; of some orders a part is given back.
  private func ship() throws {
    let carts = toShip.filter(\.isCart).map(\.reference.id)
    let converted = try shop.send(carts.map { .convertReservation(.init(cartID: $0, orderID: $0)) })
    for (cart, outcome) in zip(carts, converted) {
      check(outcome.failure == nil, "cart \(cart) does not become an order: \(outcome)")
      ledger.convert("cart \(cart)", to: "order \(cart)")
    }
    var requests: [CommandRequest] = []
    for order in toShip {
      let name = "order \(order.reference.id)"
      let reference = Reference(type: .order, id: order.reference.id)
      let holds = (ledger.holdsByReference[name] ?? []).sorted()
      let big = holds.first { ledger.holds[$0]?.quantity ?? 0 > 1 }
      guard order.leavesInParts, let big, let units = ledger.holds[big]?.quantity else {
        requests.append(.fulfill(.init(reference: reference)))
        for id in holds { ledger.fulfill(id, ledger.holds[id]?.quantity ?? 0, at: shop.now) }
        continue
      }
      requests.append(.fulfill(.init(lines: [FulfillLine(reservationID: big, quantity: units / 2)])))
      requests.append(.release(.init(reference: reference, reason: "the rest is not wanted")))
      ledger.fulfill(big, units / 2, at: shop.now)
      for id in holds { ledger.release(id) }
      summary.add("orders given back in part")
    }
    toShip.removeAll()
    for (request, outcome) in zip(requests, try shop.send(requests)) {
      check(outcome.failure == nil, "\(request) is refused: \(outcome)")
    }
  }

  private func takeBack(_ invoice: RetailData.Invoice) throws {
    for line in invoice.taken {
      guard let warehouse = ledger.warehouses[line.product]?.randomElement(using: &generator) else { continue }
      let place = Place(product: line.product, warehouse: warehouse)
      let available = ledger.levels[place]?.available ?? 0
      let isQuarantined = invoice.isReturn && once(in: 4)
      let request = AdjustmentLine(
        productID: line.product, warehouseID: warehouse, type: invoice.isReturn ? .return : .damage,
        quantity: invoice.isReturn ? -line.quantity : line.quantity, inQuarantine: isQuarantined,
        channelID: invoice.isReturn ? invoice.country : "")
      let outcome = try shop.send([.adjustStock(.init(lines: [request], referenceID: invoice.number))])[0]
      guard invoice.isReturn else {
        checkSame(
          outcome.failure == nil, -line.quantity <= available, "a write-off of \(-line.quantity) of \(available)")
        if outcome.failure == nil { ledger.move(place, line.quantity, .damage) }
        summary.add(outcome.failure == nil ? "write-offs" : "write-offs refused")
        continue
      }
      check(outcome.failure == nil, "a return of \(place) is refused: \(outcome)")
      ledger.move(place, -line.quantity, .return) { if isQuarantined { $0.quarantined -= line.quantity } }
      let share = Share(product: line.product, channel: invoice.country)
      ledger.returned[share, default: [:]][shop.now / Self.day, default: 0] -= line.quantity
      summary.add(isQuarantined ? "returns to quarantine" : "returns")
    }
  }

  /// Looks at what is quarantined: half of it is good, half of the rest is thrown away.
  func inspectQuarantine() throws {
    var lines: [AdjustmentLine] = []
    for (place, level) in ledger.levels.sorted(by: { $0.key < $1.key }) where level.quarantined > 0 {
      let good = (level.quarantined + 1) / 2
      let bad = (level.quarantined - good) / 2
      for (type, units) in [(AdjustmentType.unquarantine, good), (.damage, -bad)] where units != 0 {
        lines.append(
          AdjustmentLine(
            productID: place.product, warehouseID: place.warehouse, type: type, quantity: units,
            inQuarantine: type == .damage))
      }
      ledger.change(place) { $0.quarantined -= good }
      if bad > 0 { ledger.move(place, -bad, .damage) { $0.quarantined -= bad } }
    }
    summary.add("inspections", lines.count)
    if lines.isEmpty { return }
    _ = try shop.must(.adjustStock(.init(lines: lines, reason: "inspected")), as: AdjustStockResponse.self)
  }
}
