import Engine
import Messages
import RetailOrders
import Testing

/// What the service says of the year that was: histories, and alerts raised.
extension Year {
  /// The histories of the products that moved most are what the ledger adds up to.
  func compareHistories() throws {
    let busiest = unitsSold(since: 0).map(\.product)
    for product in busiest.prefix(5) + [busiest[busiest.count / 2]] {
      let entries = try history(GetHistoryRequest(productID: product, order: .oldestFirst, pageSize: 1000))
      let backwards = try history(GetHistoryRequest(productID: product, order: .newestFirst, pageSize: 300))
      checkSame(backwards.map(\.sequence).reversed(), entries.map(\.sequence), "the history of \(product), backwards")
      var levels: [Place: LevelState] = [:]
      var changes: [Place: UInt64] = [:]
      var moved: [EntryType: Int64] = [:]
      for entry in entries.compactMap(\.entry) {
        guard let level = entry.level, let after = level.after else {
          check(false, "an entry without a level in the history of \(product): \(entry)")
          continue
        }
        let place = Place(product: level.productID, warehouse: level.warehouseID)
        let before = levels[place] ?? LevelState()
        checkSame(level.before ?? LevelState(), before, "what \(place) was before \(entry.type)")
        if after.onHand != before.onHand { moved[entry.type, default: 0] += after.onHand - before.onHand }
        levels[place] = after
        changes[place, default: 0] += 1
        checkSame(level.ordinal, changes[place] ?? 0, "the ordinal of an entry about \(place)")
      }
      checkSame(moved, (ledger.moved[product] ?? [:]).filter { $0.value != 0 }, "what moved \(product)")
      for warehouse in ledger.warehouses[product] ?? [] {
        let place = Place(product: product, warehouse: warehouse)
        let level = ledger.levels[place] ?? Ledger.Level()
        checkSame(changes[place] ?? 0, level.changes, "entries about \(place)")
        checkSame(
          levels[place],
          LevelState(
            onHand: level.onHand, reserved: level.reserved, quarantined: level.quarantined, incoming: level.incoming,
            safetyStock: level.safetyStock, reorderPoint: level.reorderPoint, reorderQuantity: level.reorderQuantity),
          "what the history of \(place) ends with")
      }
      summary.add("entries compared", entries.count)
    }
    let alerts = try history(GetHistoryRequest(types: [.alert], order: .oldestFirst, pageSize: 1000))
    for case .alert(let alert)? in alerts.map({ $0.entry?.subject }) where alert.status == .open {
      if alert.raisedAt == alert.updatedAt { summary.add("raised", of: alert.kind, 2) }
    }
  }

  private func history(_ request: GetHistoryRequest) throws -> [HistoryEntry] {
    try shop.all { token in
      var request = request
      request.pageToken = token
      let page: GetHistoryResponse = try shop.ask(.auditServiceGetHistory, request)
      check(!page.isCutOff, "a history is cut off")
      return (page.entries, page.nextPageToken)
    }
  }
}
