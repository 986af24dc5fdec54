import Engine
import Messages
import RetailOrders
import Testing

/// Countries as sales channels, and what is divided among them.
extension Year {
  /// Products that are divided each month.
  private static let best = 12

  func putChannels() throws {
    let countries = Set(data.invoices.map(\.country)).sorted()
    let kinds: [ChannelKind] = [.website, .pos, .mobileApp, .amazon, .ebay, .walmart, .unspecified]
    for (number, country) in countries.enumerated() {
      let isProtected = !["EIRE", "France"].contains(country)
      let channel: Channel = try shop.must(
        .putChannel(
          .init(
            channelID: country, name: country, kind: country == "United Kingdom" ? .website : kinds[number % 7],
            safetyBufferBasisPoints: number % 5 == 0 ? 0 : nil, oversellProtection: isProtected ? nil : false)))
      ledger.channels[country] = Ledger.Rules(
        isProtected: isProtected, bufferBasisPoints: number % 5 == 0 ? 0 : 500)
      checkSame(channel.oversellProtection, isProtected, "the protection of \(country)")
    }
    summary.add("channels", countries.count)
  }

  /// Units sold since a day, by product.
  func unitsSold(since day: Int64) -> [(product: String, units: Int64)] {
    var units: [String: Int64] = [:]
    for (share, days) in ledger.sold {
      units[share.product, default: 0] += days.reduce(0) { $1.key >= day ? $0 + $1.value : $0 }
    }
    return units.filter { $0.value > 0 }.map { (product: $0.key, units: $0.value) }
      .sorted { ($1.units, $0.product) < ($0.units, $1.product) }
  }

  /// Divides the best-selling products by the strategy whose turn it is, and takes back what was divided before.
  func allocate(_ month: Int) throws {
    try reallocate()
    for share in ledger.allocated.keys.sorted() {
      _ = try shop.must(
        .setChannelStock(.init(channelID: share.channel, productID: share.product)), as: ChannelStock.self)
      ledger.allocated[share] = nil
    }
    let strategy = AllocationStrategy(rawValue: Int32(1 + month % 4))
    for (product, _) in unitsSold(since: shop.now / Self.day - 28).prefix(Self.best) {
      let total = once(in: 3) ? number(0...500) : nil
      var request = AllocateStockRequest(productID: product, total: total, strategy: strategy)
      let countries = ledger.channels.keys.sorted()
      if strategy == .custom {
        request.weights = [
          ChannelWeight(channelID: "United Kingdom", weight: 90), ChannelWeight(channelID: "Germany", weight: 7),
          ChannelWeight(channelID: "EIRE", weight: 3),
        ]
      }
      let response: AllocateStockResponse = try shop.must(.allocateStock(request))
      let name = "\(strategy) of \(product)"
      let expected = total ?? max(0, ledger.available(product))
      checkSame(response.total, expected, "\(name) divides")
      let given = response.allocations.reduce(0) { $0 + $1.allocated }
      checkSame(given + response.buffer + response.left, expected, "\(name) gives in all")
      check(response.allocations.allSatisfy { $0.allocated >= 0 } && response.left >= 0, "\(name) gives \(response)")
      let percent: Int64 = strategy == .proportional ? 10 : strategy == .velocity ? 15 : 0
      checkSame(response.buffer, (expected * percent + 99) / 100, "\(name) withholds")
      if strategy == .proportional || strategy == .custom { checkSame(response.left, 0, "\(name) leaves") }
      let names = response.allocations.map(\.channelID)
      checkSame(names, strategy == .custom ? request.weights.map(\.channelID).sorted() : countries, "\(name) serves")
      for allocation in response.allocations {
        let share = Share(product: product, channel: allocation.channelID)
        checkSame(allocation.previouslyAllocated, ledger.allocated[share] ?? 0, "\(name) had given \(share)")
        ledger.allocated[share] = allocation.allocated
      }
      summary.add("allocations by", of: strategy, 2)
    }
    try compareShares()
  }

  /// Moves what the slowest channels have not sold to the others: none of it is lost.
  private func reallocate() throws {
    let before = ledger.allocated.values.reduce(0, +)
    for channel in ledger.channels.keys.sorted() where once(in: 4) {
      let response: ReallocateUnsoldResponse = try shop.must(
        .reallocateUnsold(.init(channelID: channel, unsoldDays: 14)))
      for move in response.reallocations {
        checkSame(move.fromChannelID, channel, "what is reallocated comes from")
        check(move.quantity > 0, "a reallocation of \(move.quantity)")
        ledger.allocated[Share(product: move.productID, channel: channel), default: 0] -= move.quantity
        ledger.allocated[Share(product: move.productID, channel: move.toChannelID), default: 0] += move.quantity
        summary.add("reallocations")
      }
    }
    checkSame(ledger.allocated.values.reduce(0, +), before, "what is allocated in all after reallocating")
    check(ledger.allocated.values.allSatisfy { $0 >= 0 }, "a channel was given less than nothing")
    try compareShares()
  }

  /// Compares what channels may sell with the ledger.
  func compareShares() throws {
    for share in ledger.allocated.keys.sorted() {
      let stock: ChannelStock = try shop.ask(
        .channelServiceGetChannelStock, GetChannelStockRequest(channelID: share.channel, productID: share.product))
      checkSame(stock.isAllocated, true, "\(share) is allocated")
      checkSame(stock.allocated, ledger.allocated[share] ?? 0, "\(share) has allocated")
      checkSame(stock.held, ledger.held[share] ?? 0, "\(share) has held")
      checkSame(stock.available, max(0, ledger.available(share.product)), "\(share) has available")
      checkSame(stock.sellable, ledger.limit(share), "\(share) may sell")
    }
  }
}
