import Messages
import Support

/// Many levels of one product, made with few commands: 200 variants at each of some warehouses.
struct Catalogue {
  static let variants = 200
  /// Units of each level.
  static let onHand: Int64 = 100

  let warehouses: Int

  /// How many levels there are.
  var count: Int { warehouses * Self.variants }

  /// Makes them. The names are so long that some 80 rows fill a reply.
  init(_ client: CallClient, warehouses: Int = 8) throws {
    self.warehouses = warehouses
    let variants = (0..<Self.variants).map { Variant(variantID: Self.variant($0), sku: Self.variant($0)) }
    let product = Product(productID: "P1", name: String(repeating: "name ", count: 100), variants: variants)
    try client.must(.stockServicePutProduct, PutProductRequest(product: product))
    for index in 0..<warehouses {
      let place = Warehouse(warehouseID: Self.warehouse(index), code: "C\(index)", name: "Here", timezone: "UTC")
      try client.must(.warehouseServiceCreateWarehouse, CreateWarehouseRequest(warehouse: place))
      let settings = (0..<Self.variants).map {
        StockSetting(
          productID: "P1", variantID: Self.variant($0), warehouseID: Self.warehouse(index), onHand: Self.onHand)
      }
      try client.must(.stockServiceSetStock, SetStockRequest(settings: settings))
    }
  }

  static func variant(_ index: Int) -> String { String(repeating: "v", count: 90) + "\(1000 + index)" }
  static func warehouse(_ index: Int) -> String { "W\(index)" }
}

extension CallClient {
  /// Reads a stream to its end: its rows, and how it ended. Other calls' answers are passed over.
  func rows(of callID: UInt64, granting: Bool = false) throws -> (rows: [ExportRow], end: Answer) {
    var rows: [ExportRow] = []
    while true {
      let answer = try answer()
      guard answer.callID == callID else { continue }
      guard answer.more else { return (rows, answer) }
      rows += try answer.decode(ExportStockResponse.self).rows
      if granting { try grant(callID, 1) }
    }
  }
}

/// Waits until `condition` holds; whether it did within twenty seconds.
func eventually(_ condition: () -> Bool) -> Bool {
  for _ in 0..<2000 {
    if condition() { return true }
    pause(milliseconds: 10)
  }
  return condition()
}
