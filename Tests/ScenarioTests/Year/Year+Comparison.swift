import Engine
import Messages
import RetailOrders
import Testing

/// The ledger, and what the service says.
extension Year {
  /// All open alerts.
  func alerts() throws -> [Alert] {
    try shop.all { token in
      let page: ListAlertsResponse = try shop.ask(
        .alertServiceListAlerts, ListAlertsRequest(pageSize: 1000, pageToken: token))
      return (page.alerts, page.nextPageToken)
    }
  }

  /// Compares every level, total, hold and open alert.
  func compare() throws {
    try compareLevels()
    try compareTotals()
    try compareHolds()
    try compareAlerts()
    try compareShares()
  }

  /// Holds levels against the journal: all of them, or those of one centre.
  func verifyStock(at warehouse: String = "") throws {
    var request = VerifyStockRequest(warehouseID: warehouse)
    var levels: UInt64 = 0
    repeat {
      let page: VerifyStockResponse = try shop.ask(.auditServiceVerifyStock, request)
      check(page.faults.isEmpty, "VerifyStock finds \(page.faults)")
      levels += page.levels
      summary.add("entries verified", Int(page.entries))
      request.pageToken = page.nextPageToken
    } while !request.pageToken.isEmpty
    let expected = ledger.levels.keys.count { warehouse.isEmpty || $0.warehouse == warehouse }
    checkSame(Int(levels), expected, "levels verified")
  }

  private func compareLevels() throws {
    var seen = 0
    for centre in data.centres {
      let levels: [StockLevel] = try shop.all { token in
        let page: ListStockResponse = try shop.ask(
          .stockServiceListStock, ListStockRequest(by: .warehouseID(centre.name), pageSize: 1000, pageToken: token))
        return (page.levels, page.nextPageToken)
      }
      for level in levels {
        let place = Place(product: level.productID, warehouse: level.warehouseID)
        checkSame(Ledger.Level(level), ledger.levels[place] ?? Ledger.Level(), "\(place)")
        checkSame(level.available, level.onHand - level.reserved - level.quarantined, "\(place) has available")
        check(level.available >= 0 && level.reserved >= 0, "\(place) is oversold: \(level)")
      }
      seen += levels.count
    }
    checkSame(seen, ledger.levels.count, "levels")
    summary.add("levels compared", seen)
  }

  private func compareTotals() throws {
    for product in ledger.warehouses.keys.sorted() where once(in: 20) {
      let total: StockLevel = try shop.ask(.stockServiceGetStock, GetStockRequest(productID: product))
      var sum = Ledger.Level()
      for warehouse in ledger.warehouses[product] ?? [] {
        let place = Place(product: product, warehouse: warehouse)
        let level = ledger.levels[place] ?? Ledger.Level()
        let one: StockLevel = try shop.ask(
          .stockServiceGetStock, GetStockRequest(productID: product, warehouseID: warehouse))
        checkSame(Ledger.Level(one), level, "GetStock of \(place)")
        sum.onHand += level.onHand
        sum.reserved += level.reserved
        sum.quarantined += level.quarantined
        sum.incoming += level.incoming
      }
      checkSame(
        [total.onHand, total.reserved, total.quarantined, total.available, total.incoming],
        [sum.onHand, sum.reserved, sum.quarantined, sum.available, sum.incoming], "the total of \(product)")
    }
  }

  private func compareHolds() throws {
    var found: [String: Int64] = [:]
    for centre in data.centres {
      let holds: [Reservation] = try shop.all { token in
        let page: ListReservationsResponse = try shop.ask(
          .reservationServiceListReservations,
          ListReservationsRequest(by: .warehouseID(centre.name), pageSize: 1000, pageToken: token))
        return (page.reservations, page.nextPageToken)
      }
      for hold in holds { found[hold.reservationID] = hold.quantity }
    }
    checkSame(found, ledger.holds.mapValues(\.quantity), "open holds")
  }

  /// Which alerts are open follows from the levels, the discrepancies and the reviews.
  private func compareAlerts() throws {
    var expected: Set<String> = []
    for (place, level) in ledger.levels {
      let kind: AlertKind
      if level.available <= 0 {
        kind = .outOfStock
      } else if level.available <= level.safetyStock {
        kind = .lowStock
      } else if level.available <= level.reorderPoint {
        kind = .reorderNeeded
      } else {
        continue
      }
      expected.insert("\(kind) \(place)")
    }
    for id in openDiscrepancies { expected.insert("\(AlertKind.transferDiscrepancy) \(id)") }
    for id in openReviews.keys { expected.insert("\(AlertKind.reconcileReview) \(id)") }
    // Nothing was sold for an hour: nothing sells fast.
    var found: Set<String> = []
    for alert in try alerts() {
      let place = Place(product: alert.productID, warehouse: alert.warehouseID)
      let isNew = found.insert("\(alert.kind) \(alert.subjectID.isEmpty ? "\(place)" : alert.subjectID)").inserted
      check(isNew, "there are two alerts like \(alert)")
    }
    check(
      found == expected,
      "open alerts: \(found.subtracting(expected).sorted().prefix(5)) must not be, "
        + "\(expected.subtracting(found).sorted().prefix(5)) must")
    summary.add("alerts compared", found.count)
  }
}

extension Ledger.Level {
  /// A level as the service tells it.
  init(_ level: StockLevel) {
    self.init(
      onHand: level.onHand, reserved: level.reserved, quarantined: level.quarantined, incoming: level.incoming,
      safetyStock: level.safetyStock, reorderPoint: level.reorderPoint, reorderQuantity: level.reorderQuantity,
      changes: level.version)
  }
}
