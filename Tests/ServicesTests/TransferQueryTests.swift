import Engine
import Messages
import Testing

@testable import Services

@Suite("Transfers, reviews and counts as they are listed")
struct TransferQueryTests {
  private func create(_ stage: Stage, from: String = "", to: String = "W2", lines: Int64 = 1) throws {
    try stage.run(
      .createTransfer(
        .init(
          fromWarehouseID: from, toWarehouseID: to, supplier: from.isEmpty ? "S" : "",
          lines: [TransferLine(productID: "P1", quantity: lines)])))
  }

  private func list(_ stage: Stage, _ request: ListTransfersRequest) throws -> ListTransfersResponse {
    try stage.ask(.transferServiceListTransfers, request)
  }

  @Test("transfers come newest first, page by page, and by warehouse and status")
  func transfers() throws {
    let stage = try Stage()
    try stage.stocked()
    for number in 1...5 { try create(stage, lines: Int64(number)) }
    try create(stage, from: "W1", to: "W3", lines: 6)
    let all = try list(stage, .init())
    #expect(all.transfers.map { $0.lines[0].quantity } == [6, 5, 4, 3, 2, 1])
    #expect(all.nextPageToken.isEmpty)
    var found: [Int64] = []
    var token = ""
    repeat {
      let page = try list(stage, .init(warehouseID: "W2", pageSize: 2, pageToken: token))
      found += page.transfers.map { $0.lines[0].quantity }
      token = page.nextPageToken
    } while !token.isEmpty
    #expect(found == [5, 4, 3, 2, 1])
    try stage.run(.cancelTransfer(.init(transferID: all.transfers[1].transferID)))
    #expect(try list(stage, .init(status: .cancelled)).transfers.map { $0.lines[0].quantity } == [5])
    #expect(
      try list(stage, .init(status: .pending, pageSize: 2)).transfers.map { $0.lines[0].quantity } == [6, 4])
    #expect(try list(stage, .init(status: .pending, warehouseID: "W3")).transfers.map { $0.lines[0].quantity } == [6])
    #expect(try list(stage, .init(warehouseID: "W1")).transfers.map { $0.lines[0].quantity } == [6])
    #expect(try list(stage, .init(status: .completed)).transfers.isEmpty)
    let one: Transfer = try stage.ask(
      .transferServiceGetTransfer, GetTransferRequest(transferID: all.transfers[0].transferID))
    #expect(one == all.transfers[0])
    #expect(try stage.refusal(.transferServiceListTransfers, ListTransfersRequest(warehouseID: "W9")).code == .notFound)
    #expect(try stage.refusal(.transferServiceGetTransfer, GetTransferRequest(transferID: "x-1")).code == .notFound)
  }

  @Test("discrepancies come newest first, by transfer and by status")
  func discrepancies() throws {
    let stage = try Stage()
    try stage.stocked()
    for number in 1...3 { try create(stage, lines: Int64(number)) }
    let transfers = try list(stage, .init()).transfers
    for transfer in transfers { try stage.run(.receiveTransfer(.init(transferID: transfer.transferID, final: true))) }
    func ask(_ request: ListDiscrepanciesRequest) throws -> [Discrepancy] {
      try stage.ask(.transferServiceListDiscrepancies, request, as: ListDiscrepanciesResponse.self).discrepancies
    }
    let all = try ask(.init())
    #expect(all.map(\.difference) == [-1, -2, -3])
    try stage.run(.resolveDiscrepancy(.init(discrepancyID: all[1].discrepancyID, resolution: "lost")))
    #expect(try ask(.init(status: .pendingInvestigation)).map(\.difference) == [-1, -3])
    #expect(try ask(.init(status: .resolved)).map(\.difference) == [-2])
    #expect(try ask(.init(transferID: transfers[0].transferID)).map(\.difference) == [-3])
    #expect(
      try stage.refusal(.transferServiceListDiscrepancies, ListDiscrepanciesRequest(transferID: "x-1")).code
        == .notFound)
  }

  @Test(
    "when a transfer arrives is computed before it is ordered: handling from the cut-off, and a day for each 800 km")
  func arrival() throws {
    let stage = try Stage()
    try stage.stocked()
    func intake(_ request: CreateTransferRequest) throws -> (request: CreateTransferRequest, hash: [UInt8]) {
      let bytes = try request.encoded(in: stage.arena)
      stage.arena.reset()
      let command = try bytes.withUnsafeBytes { raw in
        try CommandIntake.command(
          .transferServiceCreateTransfer, request: raw, commandID: UnsafeRawBufferPointer(rebasing: raw.prefix(1)),
          caller: Caller(principal: "p", role: .operator), queries: stage.queries, in: stage.arena)
      }
      guard case .createTransfer(let request) = command.request else { throw CallFailure(.unknown, "another") }
      return (request, command.requestHash)
    }
    let lines = [TransferLine(productID: "P1", quantity: 1)]
    let day: Int64 = 86_400_000_000
    let now = stage.queries.now
    let near = try intake(.init(fromWarehouseID: "W1", toWarehouseID: "W2", lines: lines))
    let far = try intake(.init(fromWarehouseID: "W1", toWarehouseID: "W3", lines: lines))
    // 5 degrees of latitude are 556 km, 10 are 1,112; handling is 24 hours from today's cut-off or tomorrow's.
    let (first, second) = (try #require(near.request.expectedAt), try #require(far.request.expectedAt))
    #expect((now + 2 * day...now + 3 * day + 1_000_000).contains(first))
    #expect(second - first == day)
    #expect(near.hash == (try intake(.init(fromWarehouseID: "W1", toWarehouseID: "W2", lines: lines))).hash)
    let said = try intake(.init(fromWarehouseID: "W1", toWarehouseID: "W2", lines: lines, expectedAt: 7))
    #expect(said.request.expectedAt == 7)
    #expect(try intake(.init(toWarehouseID: "W2", supplier: "S", lines: lines)).request.expectedAt == nil)
  }

  @Test("reviews come newest first: open ones, unless another status is asked for")
  func reviews() throws {
    let stage = try Stage()
    try stage.stocked()
    let rows = [
      SnapshotRow(productID: "P1", warehouseID: "W1", counted: 0),
      SnapshotRow(productID: "P1", warehouseID: "W2", counted: 0),
      SnapshotRow(productID: "P1", variantID: "red", warehouseID: "W1", counted: 0),
    ]
    try stage.run(.reconcile(.init(reconciliationID: "R", rows: rows)))
    func ask(_ request: ListReviewsRequest) throws -> [Review] {
      try stage.ask(.auditServiceListReviews, request, as: ListReviewsResponse.self).reviews
    }
    let all = try ask(.init())
    #expect(all.map(\.difference) == [-7, -20, -50])
    #expect(try ask(.init(productID: "P1", warehouseID: "W1")).map(\.difference) == [-7, -50])
    try stage.run(.resolveReview(.init(reviewID: all[1].reviewID, correct: true)))
    #expect(try ask(.init(pageSize: 1)).map(\.difference) == [-7])
    #expect(try ask(.init(status: .corrected)).map(\.difference) == [-20])
    let report: ReconciliationReport = try stage.ask(
      .auditServiceGetReconciliation, GetReconciliationRequest(reconciliationID: "R"))
    #expect((report.compared, report.toReview, report.missingUnits) == (3, 3, 77))
    #expect(
      try stage.refusal(.auditServiceGetReconciliation, GetReconciliationRequest(reconciliationID: "X")).code
        == .notFound)
  }

  @Test("the most urgent count comes first, and pages give each level of the warehouse once")
  func counts() throws {
    let stage = try Stage()
    try stage.stocked()
    for start in stride(from: 0, to: 1200, by: 300) {
      for number in start..<start + 300 {
        let id = "N\(10_000 + number)"
        try stage.run(.putProduct(.init(product: Product(productID: id, name: id))))
      }
      try stage.run(
        .setStock(
          .init(
            settings: (start..<start + 300).map {
              StockSetting(productID: "N\(10_000 + $0)", warehouseID: "W1", onHand: 5)
            })))
    }
    try stage.run(
      .adjustStock(
        .init(lines: [.init(productID: "N10400", warehouseID: "W1", type: .sale, quantity: -3, channelID: "WEB")])))
    try stage.run(
      .submitCount(
        .init(
          warehouseID: "W1", countID: "C",
          lines: [CountLine(productID: "P1", counted: 49, bookOnHand: 50)])))
    var found: [CountProposal] = []
    var token = ""
    var pages = 0
    repeat {
      let page: NextCountsResponse = try stage.ask(
        .auditServiceNextCounts, NextCountsRequest(warehouseID: "W1", pageSize: 300, pageToken: token))
      found += page.proposals
      token = page.nextPageToken
      pages += 1
    } while !token.isEmpty
    #expect(pages == 5, "windows of 500, 500 and 202, each in pages of 300")
    #expect(found.count == 1202)
    #expect(Set(found.map { $0.productID + "/" + $0.variantID }).count == 1202)
    #expect(found.first?.productID == "N10400")
    #expect(found.first?.soldUnits == 3)
    let last = try #require(found.last)
    #expect((last.productID, last.differences, last.bookOnHand) == ("P1", 1, 49))
    #expect(last.lastCountedAt > 0)
    #expect(last.score >= 20 && last.score < 21)
    #expect(
      try stage.refusal(.auditServiceNextCounts, NextCountsRequest(warehouseID: "W1", pageToken: "00")).code
        == .invalidArgument)
    #expect(try stage.refusal(.auditServiceNextCounts, NextCountsRequest(warehouseID: "W9")).code == .notFound)
  }
}
