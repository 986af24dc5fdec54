import Engine
import Messages
import Testing

@testable import Services

@Suite("Export") struct ExportTests {
  private let stage: Stage
  private let streams: StreamService

  init() throws {
    stage = try Stage()
    streams = StreamService(stage.engine)
    try stage.stocked()
  }

  @Test("gives every level in key order, with names, codes and all quantities, and no total")
  func all() throws {
    let rows = try rows(ExportStockRequest())
    #expect(
      rows.map { "\($0.productID)/\($0.variantID)@\($0.warehouseID)" } == ["P1/@W1", "P1/@W2", "P1/@W3", "P1/red@W1"])
    #expect(rows.map(\.warehouseCode) == ["C1", "C2", "C3", "C1"])
    #expect(rows.map(\.onHand) == [50, 20, 5, 7])
    #expect(rows.map(\.sku) == ["S1", "S1", "S1", "S1R"])
    #expect(rows.allSatisfy { $0.productName == "One" })
    for row in rows {
      let key = StockKey(productID: row.productID, variantID: row.variantID, warehouseID: row.warehouseID)
      let level: StockLevel = try stage.ask(
        .stockServiceGetStock,
        GetStockRequest(productID: key.productID, variantID: key.variantID, warehouseID: key.warehouseID))
      let exported = StockLevel(
        productID: row.productID, variantID: row.variantID, warehouseID: row.warehouseID, onHand: row.onHand,
        reserved: row.reserved, quarantined: row.quarantined, available: row.available, incoming: row.incoming,
        safetyStock: row.safetyStock, reorderPoint: row.reorderPoint, reorderQuantity: row.reorderQuantity,
        version: row.version, updatedAt: row.updatedAt)
      #expect(exported == level)
    }
  }

  @Test(
    "keeps to one product, one warehouse, or both",
    arguments: [("P1", "", 4), ("P2", "", 0), ("", "W1", 2), ("", "W3", 1), ("P1", "W1", 2), ("P2", "W1", 0)])
  func filtered(_ product: String, _ warehouse: String, _ count: Int) throws {
    let rows = try rows(ExportStockRequest(productID: product, warehouseID: warehouse))
    #expect(rows.count == count)
    #expect(rows.allSatisfy { product.isEmpty || $0.productID == product })
    #expect(rows.allSatisfy { warehouse.isEmpty || $0.warehouseID == warehouse })
  }

  @Test("goes from product to product, past those without levels, and fills replies to their limit")
  func many() throws {
    let products = (0..<700).map { "Q\(1000 + $0)" }
    for (index, product) in products.enumerated() where index % 3 != 1 {
      try stage.run(.putProduct(.init(product: Product(productID: product, name: "Name of \(product)"))))
    }
    let stocked = products.enumerated().filter { $0.offset % 3 == 0 }.map(\.element)
    try stage.run(
      .setStock(
        .init(
          settings: stocked.flatMap { product in
            ["W1", "W2", "W3"].map { StockSetting(productID: product, warehouseID: $0, onHand: 1) }
          })))
    let source = try streams.exportStock(ExportStockRequest())
    var sizes: [Int] = []
    var seen: [ExportRow] = []
    while let rows = try pull(source) {
      sizes.append(rows.count)
      seen += rows
    }
    #expect(sizes == [500, stocked.count * 3 + 4 - 500])
    #expect(source.isExhausted)
    #expect(
      seen.dropFirst(4).map { $0.productID + $0.warehouseID }
        == stocked.flatMap { p in ["W1", "W2", "W3"].map { p + $0 } })
    #expect(seen.dropFirst(4).allSatisfy { $0.productName == "Name of \($0.productID)" && $0.sku.isEmpty })
    #expect(try self.rows(ExportStockRequest(warehouseID: "W2")).count == stocked.count + 1)
  }

  @Test("stays with its snapshot, whatever changes meanwhile")
  func snapshot() throws {
    let source = try streams.exportStock(ExportStockRequest())
    try stage.run(.moveStock(.init(productID: "P1", fromWarehouseID: "W1", toWarehouseID: "W2", quantity: 30)))
    #expect(try pull(source)?.map(\.onHand) == [50, 20, 5, 7])
    #expect(try pull(source) == nil)
    #expect(try rows(ExportStockRequest()).map(\.onHand) == [20, 50, 5, 7])
  }

  @Test("names what does not exist, and what is no identifier")
  func unknown() {
    #expect(refusal(ExportStockRequest(productID: "P9"))?.status.refusals.first?.reason == .unknownProduct)
    #expect(refusal(ExportStockRequest(warehouseID: "W9"))?.status.refusals.first?.reason == .unknownWarehouse)
    #expect(refusal(ExportStockRequest(productID: "a\u{1}"))?.status.violations.map(\.field) == ["product_id"])
  }

  private func refusal(_ request: ExportStockRequest) -> CallFailure? {
    do {
      _ = try streams.exportStock(request)
      return nil
    } catch { return error }
  }

  private func rows(_ request: ExportStockRequest) throws -> [ExportRow] {
    let source = try streams.exportStock(request)
    var all: [ExportRow] = []
    while let rows = try pull(source) { all += rows }
    return all
  }

  private func pull(_ source: any ReplySource<ExportStockResponse>) throws -> [ExportRow]? {
    let arena = MessageArena()
    guard let bytes = try source.next(in: arena)?.bytes else { return nil }
    return try ExportStockResponse(decoding: bytes, in: MessageArena()).rows
  }
}
