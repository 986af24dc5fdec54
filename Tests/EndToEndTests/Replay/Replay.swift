import HoldfastClient
import RetailOrders
import Support
import Synchronization

/// Carries a plan out against a server, with many invoices in flight, and keeps what was answered.
final class Replay: Sendable {
  let plan: ReplayPlan
  private let operators: HoldfastClient
  private let sellers: [HoldfastClient]
  private let answers = Mutex<[Answered]>([])

  /// How many invoices are carried out at once.
  static let width = 64

  init(_ plan: ReplayPlan, _ server: LoopbackServer) throws {
    self.plan = plan
    let first = try server.certificates.client("operator", port: server.port)
    operators = first
    sellers = try (0..<4).map { _ in
      try server.certificates.client("seller", port: server.port, sharingThreadOf: first)
    }
  }

  /// What was answered so far, in no order.
  var history: [Answered] { answers.withLock { $0 } }

  private func keep(_ sequence: UInt64, _ call: Answered.Call) {
    answers.withLock { $0.append(Answered(sequence: sequence, call: call)) }
  }

  /// Makes warehouses and products, and receives the stock.
  func receive() async throws {
    for warehouse in plan.warehouses {
      _ = try await operators.warehouse.createWarehouse(CreateWarehouseRequest(warehouse: warehouse))
    }
    let products = plan.places.keys.sorted()
    try await inFlight(64, count: products.count) { [operators] number in
      let product = Product(productID: products[number], name: "product \(products[number])")
      _ = try await operators.stock.putProduct(PutProductRequest(product: product))
    }
    for start in stride(from: 0, to: plan.received.count, by: 1000) {
      let part = Array(plan.received[start..<min(start + 1000, plan.received.count)])
      _ = try await operators.stock.setStock(SetStockRequest(settings: part, reason: "opening stock"))
    }
  }

  /// Carries all invoices out.
  func run() async throws {
    try await inFlight(Self.width, count: plan.orders.count) { [self] number in
      let order = plan.orders[number]
      let client = sellers[number % sellers.count]
      if !order.invoice.sold.isEmpty { try await sell(order, client) }
      if !order.invoice.taken.isEmpty {
        try await order.invoice.isReturn ? takeBack(order) : writeOff(order)
      }
    }
  }

  // MARK: Selling

  private func sell(_ order: ReplayPlan.Order, _ client: HoldfastClient) async throws {
    let cart = Reference(type: .cart, id: "cart \(order.invoice.number)")
    let items = order.invoice.sold.map { OrderItem(productID: $0.product, quantity: $0.quantity) }
    var held: [Reservation] = []
    for start in stride(from: 0, to: items.count, by: 100) {
      let request = ReserveRequest(
        reference: cart, items: Array(items[start..<min(start + 100, items.count)]), shipTo: order.shipTo,
        mode: order.mode, existing: start == 0 ? .unspecified : .add)
      held += try await reserve(request, client)
    }
    if order.isWatched, let product = items.first?.productID { try await look(product, client) }
    guard !held.isEmpty else { return }
    let convert = ConvertReservationRequest(cartID: cart.id, orderID: order.invoice.number)
    let converted = try await client.reservation.convertReservation(convert)
    keep(converted.sequence, .convert(convert, converted.message))
    try await ship(order, held, client)
  }

  private func reserve(_ request: ReserveRequest, _ client: HoldfastClient) async throws -> [Reservation] {
    do {
      let answer = try await client.reservation.reserve(request)
      keep(answer.sequence, .reserve(request, .success(answer.message)))
      return answer.reservations
    } catch let error as HoldfastError where error.code == .failedPrecondition {
      keep(error.sequence, .reserve(request, .failure(error)))
      return []
    }
  }

  private func ship(_ order: ReplayPlan.Order, _ held: [Reservation], _ client: HoldfastClient) async throws {
    let reference = Reference(type: .order, id: order.invoice.number)
    if order.leavesInParts, let big = held.first(where: { $0.quantity > 1 }) {
      try await fulfill(
        FulfillRequest(lines: [FulfillLine(reservationID: big.reservationID, quantity: big.quantity / 2)]), client)
    }
    try await fulfill(FulfillRequest(reference: reference), client)
  }

  private func fulfill(_ request: FulfillRequest, _ client: HoldfastClient) async throws {
    let answer = try await client.reservation.fulfill(request)
    keep(answer.sequence, .fulfill(request, answer.message))
  }

  // MARK: Returns and write-offs

  private func takeBack(_ order: ReplayPlan.Order) async throws {
    let lines = order.invoice.taken.compactMap { line -> AdjustmentLine? in
      guard let places = plan.places[line.product] else { return nil }
      return AdjustmentLine(
        productID: line.product, warehouseID: places[order.choice % places.count], type: .return,
        quantity: -line.quantity)
    }
    _ = try await adjust(lines, "customer return", order)
  }

  /// Takes the goods away where they are; if somebody reserves them first, looks again; where there are not enough at all, asks all the same
  /// and is refused.
  private func writeOff(_ order: ReplayPlan.Order) async throws {
    for line in order.invoice.taken {
      var isDone = false
      while !isDone {
        let levels = try await look(line.product, operators)
        var left = -line.quantity
        var lines: [AdjustmentLine] = []
        for level in levels where left > 0 && level.available > 0 {
          let part = min(left, level.available)
          left -= part
          lines.append(write(off: part, level))
        }
        if left > 0, let level = levels.last {
          lines.append(write(off: left, level))
          isDone = true
        }
        if try await adjust(lines, "write-off", order) { isDone = true }
      }
    }
  }

  private func write(off units: Int64, _ level: StockLevel) -> AdjustmentLine {
    AdjustmentLine(productID: level.productID, warehouseID: level.warehouseID, type: .damage, quantity: -units)
  }

  private func adjust(_ lines: [AdjustmentLine], _ reason: String, _ order: ReplayPlan.Order) async throws -> Bool {
    let request = AdjustStockRequest(lines: lines, reason: reason, referenceID: order.invoice.number)
    do {
      let answer = try await operators.stock.adjustStock(request)
      keep(answer.sequence, .adjust(request, .success(answer.message)))
      return true
    } catch let error as HoldfastError where error.code == .failedPrecondition {
      keep(error.sequence, .adjust(request, .failure(error)))
      return false
    }
  }

  // MARK: Reading

  @discardableResult
  private func look(_ product: String, _ client: HoldfastClient) async throws -> [StockLevel] {
    let answer = try await client.stock.listStock(ListStockRequest(by: .productID(product)))
    keep(answer.sequence, .look(product: product, answer.levels))
    return answer.levels
  }

  /// Every level of every warehouse.
  func allLevels() async throws -> [StockLevel] {
    try await operators.allLevels(of: plan.warehouses.map(\.warehouseID))
  }

  /// What the server says of itself.
  func status() async throws -> ServerStatus { try await operators.admin.getStatus(GetStatusRequest()).message }

  func close() async {
    for client in sellers + [operators] { await client.close() }
  }
}

extension HoldfastClient {
  /// Every level of these warehouses, page by page.
  func allLevels(of warehouses: [String]) async throws -> [StockLevel] {
    var levels: [StockLevel] = []
    for warehouse in warehouses {
      var request = ListStockRequest(by: .warehouseID(warehouse), pageSize: 1000)
      repeat {
        let page = try await stock.listStock(request)
        levels += page.levels
        request.pageToken = page.nextPageToken
      } while !request.pageToken.isEmpty
    }
    return levels
  }
}
