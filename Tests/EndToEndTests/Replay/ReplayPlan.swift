import HoldfastClient
import RetailOrders

/// A year of orders, and the stock that is there to meet them: the same in every run.
struct ReplayPlan: Sendable {
  /// How much there is to begin with.
  enum Supply { case ample, scarce }

  /// One invoice, and how it is carried out.
  struct Order: Sendable {
    var invoice: RetailData.Invoice
    var shipTo: Address
    /// What is to happen where something is short.
    var mode: ReserveMode
    /// Whether the goods leave in two parts.
    var leavesInParts: Bool
    /// Whether somebody looks at a product meanwhile.
    var isWatched: Bool
    /// Picks one of the warehouses that have a product.
    var choice: Int
  }

  var warehouses: [Warehouse] = []
  var received: [StockSetting] = []
  var orders: [Order] = []
  /// Where each product is stocked.
  var places: [String: [String]] = [:]

  init(_ data: RetailData, _ supply: Supply, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    warehouses = data.centres.map { centre in
      Warehouse(
        warehouseID: centre.name, code: "DC-\(centre.name)", name: centre.name, address: centre.address,
        priority: UInt32.random(in: 0...10, using: &generator),
        shippingRate: ShippingRate(
          baseMicros: .random(in: 2_000_000...6_000_000, using: &generator), perUnitMicros: 400_000,
          perUnitKmMicros: 90, currency: "USD"))
    }
    orders = data.invoices.map { invoice in
      Order(
        invoice: invoice, shipTo: data.city(&generator),
        mode: supply == .scarce && Bool.random(using: &generator) ? .bestEffort : .unspecified,
        leavesInParts: Int.random(in: 0..<8, using: &generator) == 0,
        isWatched: Int.random(in: 0..<10, using: &generator) == 0,
        choice: Int.random(in: 0..<1000, using: &generator))
    }
    receive(supply, &generator)
  }

  /// Spreads what is received of each product over one to four warehouses.
  private mutating func receive(_ supply: Supply, _ generator: inout SeededGenerator) {
    var wanted: [String: Int64] = [:]
    for order in orders {
      for line in order.invoice.lines {
        // A return is no demand; a write-off takes goods away like a sale.
        wanted[line.product, default: 0] += order.invoice.isReturn ? 0 : abs(line.quantity)
      }
    }
    for (product, units) in wanted.sorted(by: { $0.key < $1.key }) {
      var left =
        switch supply {
        case .ample: units + Int64.random(in: 0...5, using: &generator)
        case .scarce: units * Int64.random(in: 20...90, using: &generator) / 100
        }
      let names = warehouses.map(\.warehouseID).shuffled(using: &generator)
      let chosen = Array(names.prefix(Int.random(in: 1...4, using: &generator)))
      places[product] = chosen
      for (number, warehouse) in chosen.enumerated() {
        let part = number == chosen.count - 1 ? left : Int64.random(in: 0...left, using: &generator)
        left -= part
        received.append(StockSetting(productID: product, warehouseID: warehouse, onHand: part))
      }
    }
  }

  /// Units received of each product.
  var receivedUnits: [String: Int64] {
    received.reduce(into: [:]) { $0[$1.productID, default: 0] += $1.onHand ?? 0 }
  }
}
