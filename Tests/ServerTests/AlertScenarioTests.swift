import Messages
import Support
import Testing

/// Alerts and forecasts as callers see them, over TLS.
@Suite("Alerts over TLS") struct AlertScenarioTests {
  @Test(
    "a level that is sold down goes through every kind of alert, is acknowledged, and closes when it is filled again")
  func downAndUp() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("operator"))
    try client.makeStock(onHand: 100)
    #expect(try open(client).isEmpty)
    try adjust(client, -80)
    let first = try #require(try open(client).first)
    #expect(first.kind == .reorderNeeded && first.value == 20 && first.reorderQuantity == 100)
    try client.must(.alertServiceAcknowledgeAlert, AcknowledgeAlertRequest(alertIDs: [first.alertID], note: "ordered"))
    #expect(try open(client).map(\.status) == [.acknowledged])
    #expect(try open(client).first?.acknowledgedBy.isEmpty == false)
    try adjust(client, -10)
    #expect(try open(client).map(\.kind) == [.lowStock] && open(client).map(\.status) == [.open])
    try client.must(
      .reservationServiceReserve,
      ReserveRequest(
        reference: Reference(type: .cart, id: "c"),
        items: [OrderItem(productID: "P1", quantity: 10, warehouseID: "W1")]))
    let empty = try open(client)
    #expect(empty.map(\.kind) == [.outOfStock] && empty.map(\.alertID) == [first.alertID])
    #expect(empty.map(\.severity) == [.high])
    try client.must(.reservationServiceRelease, ReleaseRequest(reference: Reference(type: .cart, id: "c")))
    #expect(try open(client).map(\.kind) == [.lowStock])
    let unknown = AcknowledgeAlertRequest(alertIDs: [first.alertID, "nothing-1"])
    #expect(try client.call(.alertServiceAcknowledgeAlert, unknown).code == .notFound)
    try adjust(client, 200)
    #expect(try open(client).isEmpty)
    let closed = AcknowledgeAlertRequest(alertIDs: [first.alertID])
    #expect(try client.call(.alertServiceAcknowledgeAlert, closed).code == .notFound)
  }

  @Test("a reader sees alerts and forecasts, and acknowledges nothing")
  func roles() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("operator"))
    try client.makeStock(onHand: 5)
    let reader = try CallClient(port: server.port, server.client("reader"))
    let alerts = try open(reader)
    #expect(alerts.map(\.kind) == [.lowStock])
    let request = AcknowledgeAlertRequest(alertIDs: alerts.map(\.alertID))
    #expect(try reader.call(.alertServiceAcknowledgeAlert, request).code == .permissionDenied)
    let velocity = try reader.call(.forecastServiceGetVelocity, GetVelocityRequest(productID: "P1"))
    #expect(try velocity.decode(GetVelocityResponse.self).sold == 0)
    let demand = try reader.call(.forecastServiceForecastDemand, ForecastDemandRequest(productID: "P1"))
    #expect(try demand.decode(ForecastDemandResponse.self).days.count == 28)
    let reorders = try reader.call(.forecastServiceSuggestReorders, SuggestReordersRequest())
    #expect(try reorders.decode(SuggestReordersResponse.self).suggestions.map(\.quantity) == [100])
  }

  private func adjust(_ client: CallClient, _ units: Int64) throws {
    let line = AdjustmentLine(productID: "P1", warehouseID: "W1", type: .adjustment, quantity: units)
    try client.must(.stockServiceAdjustStock, AdjustStockRequest(lines: [line]))
  }

  private func open(_ client: CallClient) throws -> [Alert] {
    try client.call(.alertServiceListAlerts, ListAlertsRequest()).decode(ListAlertsResponse.self).alerts
  }
}
