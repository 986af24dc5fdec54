import Engine
import Messages
import RetailOrders
import Testing

/// What the service says of the year that was: histories, alerts raised, sales and what follows from them.
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

  /// Velocities are those of the ledger, and forecasts and suggestions are of numbers that can be.
  func compareForecasts() throws {
    for (place, product) in unitsSold(since: shop.now / Self.day - 90).map(\.product).prefix(8).enumerated() {
      let window: UInt32 = place % 2 == 0 ? 30 : 90
      let velocity: GetVelocityResponse = try shop.ask(
        .forecastServiceGetVelocity, GetVelocityRequest(productID: product, windowDays: window))
      let days = velocity.from / Self.day..<velocity.until / Self.day
      checkSame(days.count, Int(window), "days of the velocity of \(product)")
      checkSame(days.upperBound, shop.now / Self.day, "today")
      var sold: [String: Int64] = [:]
      var returned: [String: Int64] = [:]
      for channel in [""] + ledger.channels.keys {
        let share = Share(product: product, channel: channel)
        sold[channel] = (ledger.sold[share] ?? [:]).reduce(0) { days.contains($1.key) ? $0 + $1.value : $0 }
        returned[channel] = (ledger.returned[share] ?? [:]).reduce(0) { days.contains($1.key) ? $0 + $1.value : $0 }
      }
      checkSame(velocity.sold, sold.values.reduce(0, +), "units of \(product) sold in \(window) days")
      checkSame(velocity.returned, returned.values.reduce(0, +), "units of \(product) returned in \(window) days")
      checkSame(velocity.unitsPerDay, Double(velocity.sold) / Double(window), "velocity of \(product)")
      checkSame(
        velocity.channels.reduce(into: [:]) { $0[$1.channelID] = $1.sold }.filter { $0.value != 0 },
        sold.filter { $0.value != 0 }, "units of \(product) sold by channel")
      let forecast: ForecastDemandResponse = try shop.ask(
        .forecastServiceForecastDemand, ForecastDemandRequest(productID: product, days: 28))
      checkSame(forecast.days.count, 28, "days of a forecast")
      check(
        forecast.days.allSatisfy { 0 <= $0.low && $0.low <= $0.expected && $0.expected <= $0.high && $0.high.isFinite },
        "a forecast of \(product) that is none: \(forecast)")
      check(forecast.total > 0, "nothing will be sold of \(product), of which \(velocity.sold) were sold lately")
      summary.add("forecasts")
    }
    try compareSuggestions()
  }

  private func compareSuggestions() throws {
    var seen: Set<Place> = []
    for centre in data.centres.prefix(2) {
      let suggestions: [ReorderSuggestion] = try shop.all { token in
        let page: SuggestReordersResponse = try shop.ask(
          .forecastServiceSuggestReorders,
          SuggestReordersRequest(warehouseID: centre.name, leadTimeDays: 14, pageSize: 200, pageToken: token))
        return (page.suggestions, page.nextPageToken)
      }
      for suggestion in suggestions {
        let place = Place(product: suggestion.productID, warehouse: suggestion.warehouseID)
        check(seen.insert(place).inserted, "\(place) is suggested twice")
        checkSame(suggestion.warehouseID, centre.name, "a suggestion for another centre")
        checkSame(suggestion.available, ledger.levels[place]?.available, "\(place) has available, by the suggestion")
        checkSame(suggestion.incoming, 0, "\(place) has incoming, by the suggestion")
        check(suggestion.quantity > 0, "\(place) is to be ordered \(suggestion.quantity) times")
      }
    }
    check(!seen.isEmpty, "nothing is suggested at the end of a year")
    summary.add("suggestions", seen.count)
  }
}
