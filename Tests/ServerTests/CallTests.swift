import Messages
import Support
import Testing

@testable import Server

@Suite("Calls, end to end") struct CallTests {
  @Test("a level that was set is read, and a reservation holds it") func endToEnd() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("operator"))
    try client.makeStock(product: "P1", warehouse: "DC-001", onHand: 10)

    let read = try client.call(
      .stockServiceGetStock, GetStockRequest(productID: "P1", warehouseID: "DC-001"), callID: 7)
    #expect(read.callID == 7)
    #expect(try read.decode(StockLevel.self).onHand == 10)

    let item = OrderItem(productID: "P1", quantity: 4, warehouseID: "DC-001")
    let reserve = ReserveRequest(reference: Reference(type: .order, id: "O1"), items: [item])
    let reserved = try client.call(.reservationServiceReserve, reserve, callID: 8)
    #expect(reserved.code == .ok)
    let again = try client.call(.stockServiceGetStock, GetStockRequest(productID: "P1", warehouseID: "DC-001"))
    #expect(try again.decode(StockLevel.self).available == 6)
    #expect(again.sequence >= reserved.sequence)
  }
}

extension CallClient {
  /// Makes a warehouse, a product and its level there.
  func makeStock(product: String, warehouse: String, onHand: Int64) throws {
    let place = Warehouse(
      warehouseID: warehouse, code: warehouse, name: warehouse, timezone: "UTC", isActive: true,
      capabilities: [.shipping])
    _ = try call(.warehouseServiceCreateWarehouse, CreateWarehouseRequest(warehouse: place))
    _ = try call(.stockServicePutProduct, PutProductRequest(product: Product(productID: product, name: product)))
    let line = StockSetting(productID: product, warehouseID: warehouse, onHand: onHand)
    let answer = try call(.stockServiceSetStock, SetStockRequest(settings: [line]))
    if answer.code != .ok { throw Failure.broken("\(answer.status?.message ?? "")") }
  }
}
