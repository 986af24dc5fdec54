import Messages
import Support
import Testing

@testable import Server

@Suite("Transfers, counts and reconciliations over TLS") struct MovementTests {
  private func warehouse(_ client: CallClient, _ id: String, latitude: Double) throws {
    let made = try client.call(
      .warehouseServiceCreateWarehouse,
      CreateWarehouseRequest(
        warehouse: Warehouse(
          warehouseID: id, code: "C-\(id)", name: id, address: Address(latitude: latitude, longitude: -80),
          timezone: "America/New_York")))
    #expect(made.code == .ok)
  }

  @Test("goods go from one warehouse to another, some are lost, and what is counted there is what is said in the end")
  func scenario() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("operator"))
    for (number, id) in ["A", "B"].enumerated() { try warehouse(client, id, latitude: 30 + 5 * Double(number)) }
    _ = try client.call(
      .stockServicePutProduct, PutProductRequest(product: Product(productID: "X", name: "X", sku: "SX")))
    _ = try client.call(
      .stockServiceSetStock,
      SetStockRequest(settings: [StockSetting(productID: "X", warehouseID: "A", onHand: 100)]))

    let create = CreateTransferRequest(
      fromWarehouseID: "A", toWarehouseID: "B", lines: [TransferLine(productID: "X", quantity: 40)])
    let made: Transfer = try client.call(.transferServiceCreateTransfer, create).decode()
    // A day of handling from today's cut-off or tomorrow's, and a day for 556 km.
    #expect((2...3).contains((made.expectedAt - made.createdAt) / 86_400_000_000))
    let reference = Reference(type: .transfer, id: made.transferID)
    let release = try client.call(.reservationServiceRelease, ReleaseRequest(reference: reference))
    #expect(release.code == .failedPrecondition)
    _ = try client.call(
      .transferServiceShipTransfer, ShipTransferRequest(transferID: made.transferID, trackingNumber: "T"))
    let arrived = ReceiveTransferRequest(
      transferID: made.transferID,
      lines: [ReceiptLine(productID: "X", quantity: 37, quarantineQuantity: 2)], final: true)
    let received: ReceiveTransferResponse = try client.call(.transferServiceReceiveTransfer, arrived).decode()
    #expect(received.transfer?.status == .completed)
    #expect(received.discrepancies.map(\.difference) == [-3])
    let alerts: ListAlertsResponse = try client.call(
      .alertServiceListAlerts, ListAlertsRequest(kind: .transferDiscrepancy)
    ).decode()
    #expect(alerts.alerts.map(\.subjectID) == received.discrepancies.map(\.discrepancyID))
    let resolve = ResolveDiscrepancyRequest(
      discrepancyID: received.discrepancies[0].discrepancyID, resolution: "left on the truck")
    #expect(try client.call(.transferServiceResolveDiscrepancy, resolve).code == .ok)

    let rows = [
      SnapshotRow(counted: 58, sku: "SX", warehouseCode: "C-A"),
      SnapshotRow(counted: 10, sku: "SX", warehouseCode: "C-B"),
    ]
    let reconciled: ReconcileResponse = try client.call(
      .auditServiceReconcile, ReconcileRequest(reconciliationID: "R", rows: rows)
    ).decode()
    #expect(reconciled.comparisons.map(\.outcome) == [.corrected, .review])
    let count = SubmitCountRequest(
      warehouseID: "B", countID: "C", lines: [CountLine(productID: "X", counted: 36, bookOnHand: 37)])
    let counted: SubmitCountResponse = try client.call(.auditServiceSubmitCount, count).decode()
    #expect(counted.comparisons.map(\.outcome) == [.corrected])
    let reviews: ListReviewsResponse = try client.call(.auditServiceListReviews, ListReviewsRequest()).decode()
    #expect(reviews.reviews.isEmpty, "the count has overtaken it")
    let open: ListAlertsResponse = try client.call(.alertServiceListAlerts, ListAlertsRequest(kind: .reconcileReview))
      .decode()
    #expect(open.alerts.isEmpty)
    let next: NextCountsResponse = try client.call(
      .auditServiceNextCounts, NextCountsRequest(warehouseID: "B")
    ).decode()
    #expect(next.proposals.map(\.bookOnHand) == [36])
    #expect(next.proposals.allSatisfy { $0.lastCountedAt > 0 && $0.differences == 2 })
    let history: GetHistoryResponse = try client.call(
      .auditServiceGetHistory, GetHistoryRequest(reference: reference, order: .oldestFirst)
    ).decode()
    let types = history.entries.compactMap { $0.entry?.type }
    for type in [EntryType.transfer, .reserve, .transferOut, .incoming, .transferIn, .discrepancy] {
      #expect(types.contains(type), "\(types)")
    }

    let reader = try CallClient(port: server.port, server.client("reader"))
    #expect(try reader.call(.transferServiceListTransfers, ListTransfersRequest()).code == .ok)
    #expect(try reader.call(.transferServiceCreateTransfer, create).code == .permissionDenied)
  }
}
