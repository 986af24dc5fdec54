import Messages
import Support

extension CallClient {
  /// Makes a warehouse, a product and its level there.
  func makeStock(product: String = "P1", warehouse: String = "W1", onHand: Int64) throws {
    let place = Warehouse(
      warehouseID: warehouse, code: warehouse, name: warehouse, timezone: "UTC", isActive: true,
      capabilities: [.shipping])
    try must(.warehouseServiceCreateWarehouse, CreateWarehouseRequest(warehouse: place))
    try must(.stockServicePutProduct, PutProductRequest(product: Product(productID: product, name: product)))
    let setting = StockSetting(productID: product, warehouseID: warehouse, onHand: onHand)
    try must(.stockServiceSetStock, SetStockRequest(settings: [setting]))
  }

  /// Calls, and fails where the answer is not OK.
  func must(_ method: Messages.Method, _ request: some MessageCodec) throws {
    let answer = try call(method, request)
    if answer.code != .ok { throw Failure.broken("\(method): \(answer.status?.message ?? "")") }
  }

  /// What is available of the product at the warehouse.
  func available(product: String = "P1", warehouse: String = "W1") throws -> Int64 {
    let request = GetStockRequest(productID: product, warehouseID: warehouse)
    return try call(.stockServiceGetStock, request).decode(StockLevel.self).available
  }

  /// What ends the connection, after any answers that are still to come.
  func end() -> Failure? {
    while true {
      do { _ = try answer() } catch { return error as? Failure }
    }
  }
}

/// The call that reads `P1` at `W1`.
let readP1 = GetStockRequest(productID: "P1", warehouseID: "W1")

/// A call that holds one of `P1` at `W1` for the order of that number.
func reserveOne(order: Int) -> ReserveRequest {
  ReserveRequest(
    reference: Reference(type: .order, id: "O\(order)"),
    items: [OrderItem(productID: "P1", quantity: 1, warehouseID: "W1")])
}

/// A command that keeps the writer busy for a while: a thousand changes of `P1` at `W1` that add up to nothing.
let longCommand = AdjustStockRequest(
  lines: (0..<1000).map {
    AdjustmentLine(productID: "P1", warehouseID: "W1", type: .adjustment, quantity: $0 % 2 == 0 ? 1 : -1)
  },
  reason: "to be busy")
