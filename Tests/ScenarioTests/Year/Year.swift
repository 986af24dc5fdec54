import Engine
import Foundation
import Messages
import RetailOrders
import Testing

/// A year of a shop: what it does day by day, and the ledger that says what must come of it.
///
/// One extension a part of the work: orders, transfers, channels, counts, and what is compared.
final class Year {
  let data: RetailData
  let shop: Shop
  var ledger = Ledger()
  var generator: SeededGenerator
  var summary = Summary()
  /// Orders that are held and leave ten minutes later.
  var toShip: [(reference: Reference, isCart: Bool, leavesInParts: Bool)] = []
  var shipments: [Shipment] = []
  /// Levels that something is on its way to.
  var onOrder: Set<Place> = []
  /// Discrepancies that nobody has resolved, and reviews that nobody has decided.
  var openDiscrepancies: Set<String> = []
  var openReviews: [String: Place] = [:]
  /// Every discrepancy that was planted, by transfer and product: units received less units sent.
  var planted: [String: Int64] = [:]
  private var problems = 0

  /// What was done, for the reader of the test's output.
  struct Summary {
    private(set) var counts: [String: Int] = [:]
    /// Counts something that is named after a value of an enum of the schema, less the enum's own words.
    mutating func add(_ name: String, of value: some CustomStringConvertible, _ words: Int) {
      add("\(name) \(value.description.split(separator: "_").dropFirst(words).joined(separator: " ").lowercased())")
    }
    mutating func add(_ name: String, _ count: Int = 1) { counts[name, default: 0] += count }
    var text: String { counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ") }
  }

  static let hour: Int64 = 3_600_000_000
  static let day: Int64 = 24 * hour
  /// The orders are told as of forty years later, to the weekday: forecasts end with today by the machine's clock, unless
  /// the journal is ahead of it.
  static let shift: Int64 = 2088 * 7 * day

  init(_ data: RetailData, seed: UInt64) throws {
    self.data = data
    generator = SeededGenerator(seed: seed)
    shop = try Shop(now: try Self.time(of: data.invoices[0]) / Self.day * Self.day)
  }

  /// When an invoice was written, microseconds since 1970.
  static func time(of invoice: RetailData.Invoice) throws -> Int64 {
    let text = invoice.time.replacing(" ", with: "T") + "Z"
    return Int64(try Date(text, strategy: .iso8601).timeIntervalSince1970) * 1_000_000 + shift
  }

  /// Records what is wrong, the first few times.
  func check(_ isRight: Bool, _ words: @autoclosure () -> String) {
    if isRight { return }
    problems += 1
    if problems <= 20 { Issue.record("day \(shop.now / Self.day), \(shop.now / Self.hour % 24) h: \(words())") }
  }

  func checkSame<T: Equatable>(_ found: T, _ expected: T, _ what: @autoclosure () -> String) {
    check(found == expected, "\(what()): is \(found), must be \(expected)")
  }

  /// Sets the clock, and gives back in the ledger what is due by then.
  func advance(to time: Int64) {
    shop.now = max(shop.now, time)
    summary.add("holds expired", ledger.expire(at: shop.now))
  }

  func number(_ range: ClosedRange<Int64>) -> Int64 { Int64.random(in: range, using: &generator) }
  func once(in count: Int) -> Bool { Int.random(in: 0..<count, using: &generator) == 0 }

  /// The whole year.
  func run() throws {
    try open()
    var invoices = data.invoices[...]
    var day = shop.now / Self.day
    var month = 0
    while !invoices.isEmpty || !shipments.isEmpty {
      try trade(&invoices, on: day)
      try work(on: day)
      // Thirteen months of four weeks.
      if day % 28 == 0 {
        try endMonth(month)
        month += 1
      }
      day += 1
    }
    try close()
  }

  /// Sells all that was ordered in a day, hour by hour.
  private func trade(_ invoices: inout ArraySlice<RetailData.Invoice>, on day: Int64) throws {
    while let first = invoices.first {
      let hour = try Self.time(of: first) / Self.hour
      guard hour / 24 == day else { return }
      var now: [RetailData.Invoice] = []
      while let next = invoices.first, try Self.time(of: next) / Self.hour == hour {
        now.append(invoices.removeFirst())
      }
      try take(now, at: hour * Self.hour)
    }
  }

  /// Warehouses, products, channels, and the stock to begin with: not enough of it.
  private func open() throws {
    for (number, centre) in data.centres.enumerated() {
      let warehouse = Warehouse(
        warehouseID: centre.name, code: "DC-\(centre.name)", name: centre.name, address: centre.address,
        priority: UInt32(number % 4),
        shippingRate: ShippingRate(
          baseMicros: 3_000_000 + Int64(number) * 100_000, perUnitMicros: 400_000, perUnitKmMicros: 90, currency: "USD")
      )
      _ = try shop.must(.createWarehouse(.init(warehouse: warehouse)), as: Warehouse.self)
    }
    var wanted: [String: Int64] = [:]
    for line in data.invoices.flatMap(\.lines) { wanted[line.product, default: 0] += max(0, line.quantity) }
    let products = wanted.keys.sorted()
    for start in stride(from: 0, to: products.count, by: 500) {
      let part = products[start..<min(start + 500, products.count)]
      let made = try shop.send(
        part.map { .putProduct(.init(product: Product(productID: $0, name: "product \($0)", sku: "SKU-\($0)"))) })
      check(made.allSatisfy { $0.failure == nil }, "a product is refused: \(made)")
    }
    try putChannels()
    var settings: [StockSetting] = []
    for product in products {
      let year = wanted[product, default: 0]
      let names = data.centres.map(\.name).shuffled(using: &generator)
      let chosen = Array(names.prefix(Int(number(1...4))))
      ledger.warehouses[product] = chosen.sorted()
      for warehouse in chosen {
        let share = year / Int64(chosen.count)
        let level = Ledger.Level(
          onHand: number(0...(2 + share / 2)), safetyStock: 1 + share / 40, reorderPoint: 2 + share / 10,
          reorderQuantity: 4 + share / 4, changes: 1)
        ledger.levels[Place(product: product, warehouse: warehouse)] = level
        ledger.truth[Place(product: product, warehouse: warehouse)] = level.onHand
        ledger.moved[product, default: [:]][.set, default: 0] += level.onHand
        settings.append(
          StockSetting(
            productID: product, warehouseID: warehouse, onHand: level.onHand, safetyStock: level.safetyStock,
            reorderPoint: level.reorderPoint, reorderQuantity: level.reorderQuantity))
      }
    }
    for start in stride(from: 0, to: settings.count, by: 1000) {
      let part = Array(settings[start..<min(start + 1000, settings.count)])
      _ = try shop.must(.setStock(.init(settings: part, reason: "opening stock")), as: SetStockResponse.self)
    }
    summary.add("products", products.count)
    summary.add("levels", settings.count)
    try compare()
  }

  /// What is done at the end of a day, after the orders.
  private func work(on day: Int64) throws {
    advance(to: day * Self.day + 23 * Self.hour)
    try followShipments(on: day)
    if day % 7 == 4 { try order(on: day) }
  }

  private func endMonth(_ month: Int) throws {
    advance(to: shop.now + Self.hour / 2)
    summary.add("months")
    try inspectQuarantine()
    try resolveDiscrepancies()
    try decideReviews(alsoMisread: true)
    try count(month)
    try reconcile(month)
    try decideReviews(alsoMisread: false)
    try allocate(month)
    try compare()
    try verifyStock(at: data.centres[month % data.centres.count].name)
  }

  /// The end of the year: nothing is on its way, nothing is left open, and everything is what it must be.
  private func close() throws {
    advance(to: shop.now + 2 * Self.day)
    checkSame(try shop.send([]).count, 0, "outcomes of no commands")
    try decideReviews(alsoMisread: true)
    try reconcileEverything()
    checkSame(openReviews.count, 0, "reviews that are open at the end")
    try compare()
    checkSame(ledger.truth, ledger.levels.mapValues(\.onHand), "what lies there, and the book")
    check(ledger.levels.values.allSatisfy { $0.incoming == 0 && $0.reserved == 0 }, "something is on its way or held")
    try compareTransfers()
    try compareHistories()
    try compareForecasts()
    try verifyStock()
    summary.add("entries", Int(shop.sequence))
  }
}
