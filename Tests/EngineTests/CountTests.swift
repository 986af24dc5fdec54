import Messages
import Testing

@testable import Engine

@Suite("Counts, reconciliations and reviews")
struct CountTests {
  private func reconcile(
    _ bench: Bench, _ rows: [SnapshotRow], id: String = "R1", upTo: Int64? = nil, dryRun: Bool = false
  ) throws -> ReconcileResponse {
    try bench.ok(.reconcile(.init(reconciliationID: id, rows: rows, correctUpTo: upTo, dryRun: dryRun)))
  }

  private func row(_ counted: Int64, at warehouse: String = "W1", version: UInt64? = nil) -> SnapshotRow {
    SnapshotRow(productID: "P1", warehouseID: warehouse, counted: counted, expectedVersion: version)
  }

  private func count(_ bench: Bench, _ counted: Int64, book: Int64, id: String = "C1") throws -> Comparison {
    let response: SubmitCountResponse = try bench.ok(
      .submitCount(
        .init(
          warehouseID: "W1", countID: id,
          lines: [CountLine(productID: "P1", counted: counted, bookOnHand: book)])))
    return response.comparisons[0]
  }

  private let level = LevelKey(product: "P1", variant: "", warehouse: "W1")

  private func facts(_ bench: Bench) throws -> CountFacts { try bench.reading { try $0.counts(of: level) } }
  private func open(_ bench: Bench) throws -> Review? { try bench.reading { try $0.openReview(of: level) } }

  @Test("a count corrects by counted − book, so that what was sold meanwhile stays sold")
  func counting() throws {
    let bench = try Bench()
    try bench.stock(["W1": 100])
    _ = try bench.ok(
      .adjustStock(.init(lines: [.init(productID: "P1", warehouseID: "W1", type: .sale, quantity: -30)])),
      as: AdjustStockResponse.self)
    let comparison = try count(bench, 97, book: 100)
    #expect((comparison.outcome, comparison.difference) == (.corrected, -3))
    #expect(try bench.level("P1", "W1")?.onHand == 67)
    #expect(try facts(bench) == CountFacts(lastCountedAt: bench.now, counts: 1, differences: 1))
    bench.now += 1_000_000
    let version = try bench.level("P1", "W1")?.version
    #expect(try count(bench, 67, book: 67).outcome == .equal)
    #expect(try facts(bench) == CountFacts(lastCountedAt: bench.now, counts: 2, differences: 1))
    #expect(try bench.level("P1", "W1")?.version == version.map { $0 + 1 }, "that it was counted is an entry")
    #expect(try bench.replayed().dump() == bench.dump())
  }

  @Test("a count that would leave less than is held goes to review and changes nothing")
  func belowHeld() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    _ = try bench.ok(bench.reserve(6), as: ReserveResponse.self)
    let comparison = try count(bench, 5, book: 10)
    #expect(comparison.outcome == .review)
    #expect(try bench.level("P1", "W1")?.onHand == 10)
    let review = try #require(try open(bench))
    #expect(review.reviewID == comparison.reviewID)
    #expect((review.cause, review.foundBy, review.difference) == (.count, "C1", -5))
    #expect(try facts(bench) == CountFacts(lastCountedAt: bench.now, counts: 1, differences: 1))
    let correct = ResolveReviewRequest(reviewID: review.reviewID, correct: true, allowOversold: true)
    expect(try bench.refusal(.resolveReview(correct)), .permissionDenied)
    let plain = ResolveReviewRequest(reviewID: review.reviewID, correct: true)
    #expect(try bench.refusal(.resolveReview(plain)).status.refusals.map(\.reason) == [.belowHeld])
    let decided: ResolveReviewResponse = try bench.ok(.resolveReview(correct), role: .admin)
    #expect(decided.review?.status == .corrected)
    #expect(decided.level?.onHand == 5)
    #expect(decided.level?.available == -1)
    #expect(try open(bench) == nil)
    #expect(try facts(bench).differences == 1)
    expect(try bench.refusal(.resolveReview(plain)), .failedPrecondition)
    #expect(try bench.replayed().dump() == bench.dump())
  }

  @Test("what is due is released before a count looks at what is held")
  func dueHolds() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    _ = try bench.ok(bench.reserve(6, cart: "A", ttl: 60), as: ReserveResponse.self)
    bench.now += 60_000_000
    #expect(try count(bench, 5, book: 10).outcome == .corrected)
    #expect(try bench.level("P1", "W1")?.available == 5)
  }

  @Test("a line about a level that does not exist is UNKNOWN, the others count; an unknown warehouse is NOT_FOUND")
  func unknown() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    let lines = [
      CountLine(productID: "P9", counted: 1, bookOnHand: 0), CountLine(productID: "P1", counted: 9, bookOnHand: 10),
    ]
    let response: SubmitCountResponse = try bench.ok(
      .submitCount(.init(warehouseID: "W1", countID: "C", lines: lines)))
    #expect(response.comparisons.map(\.outcome) == [.unknown, .corrected])
    expect(try bench.refusal(.submitCount(.init(warehouseID: "W9", countID: "C", lines: lines))), .notFound)
  }

  @Test("small differences are corrected, large ones flagged, changed levels left alone, and all of it is reported")
  func reconciling() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10, "W2": 10, "W3": 10])
    let unknown = [
      SnapshotRow(productID: "P9", warehouseID: "W1", counted: 1), SnapshotRow(warehouseID: "W1", sku: "S9"),
      SnapshotRow(productID: "P1", warehouseCode: "C9"),
    ]
    let named = SnapshotRow(counted: 5, expectedVersion: 1, sku: "SKU-P1", warehouseCode: "C-W1")
    let first = try reconcile(bench, [named, row(16, at: "W2"), row(9, at: "W3", version: 7)] + unknown)
    #expect(first.comparisons.map(\.outcome) == [.corrected, .review, .moved, .unknown, .unknown, .unknown])
    #expect(first.comparisons.map(\.row) == [0, 1, 2, 3, 4, 5])
    var report = try #require(first.report)
    #expect(
      (report.compared, report.different, report.corrected, report.toReview, report.moved, report.unknown)
        == (6, 2, 1, 1, 1, 3))
    #expect((report.surplusUnits, report.missingUnits) == (6, 5))
    bench.now += 5
    let second = try reconcile(bench, [row(5), row(16, at: "W2"), row(10, at: "W3")])
    #expect(second.comparisons.map(\.outcome) == [.review])
    #expect(second.comparisons.map(\.reviewID) == [first.comparisons[1].reviewID])
    report = try #require(second.report)
    #expect((report.compared, report.different, report.corrected, report.toReview) == (9, 2, 1, 1))
    #expect((report.surplusUnits, report.missingUnits) == (6, 5))
    #expect((report.startedAt, report.updatedAt) == (bench.now - 5, bench.now))
    #expect(try bench.reading { try $0.reconciliation("R1") } == report)
    #expect(try bench.replayed().dump() == bench.dump())
  }

  @Test("the limit is the call's, and a difference that takes away what is held is never corrected")
  func limits() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    #expect(try reconcile(bench, [row(9)], upTo: 0).comparisons.map(\.outcome) == [.review])
    #expect(try reconcile(bench, [row(2)], upTo: 8).comparisons.map(\.outcome) == [.corrected])
    _ = try bench.ok(bench.reserve(2), as: ReserveResponse.self)
    #expect(try reconcile(bench, [row(1)]).comparisons.map(\.outcome) == [.review])
    #expect(try bench.level("P1", "W1")?.onHand == 2)
  }

  @Test("a dry run writes nothing and reports this call alone")
  func dryRun() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10, "W2": 10])
    let before = bench.writer.facts.sequence
    let response = try reconcile(bench, [row(8), row(99, at: "W2")], dryRun: true)
    #expect(response.comparisons.map(\.outcome) == [.corrected, .review])
    #expect(response.comparisons.map(\.reviewID) == ["", ""])
    #expect(response.report?.different == 2)
    #expect(bench.writer.facts.sequence == before)
    #expect(try bench.reading { try $0.reconciliation("R1") } == nil)
  }

  @Test("a level has one open review: a later finding takes its place, one that needs no decision dismisses it")
  func oneReview() throws {
    let bench = try Bench()
    try bench.stock(["W1": 100])
    let first = try reconcile(bench, [row(50)]).comparisons[0].reviewID
    let second = try reconcile(bench, [row(40)], id: "R2").comparisons[0].reviewID
    #expect(first == second)
    #expect(try open(bench)?.difference == -60)
    #expect(try open(bench)?.foundBy == "R2")
    // Corrected by a count: the difference of the review must not be taken away again.
    #expect(try count(bench, 40, book: 100).outcome == .corrected)
    #expect(try open(bench) == nil)
    let review = try #require(try bench.reading { try $0.review(id: first) })
    #expect(review.status == .dismissed)
    #expect(review.note == "overtaken by count C1")
    let third = try reconcile(bench, [row(90)], id: "R3").comparisons[0].reviewID
    #expect(third != first)
    _ = try reconcile(bench, [row(40)], id: "R4")
    #expect(try open(bench) == nil)
    #expect(try bench.replayed().dump() == bench.dump())
  }

  @Test("a review's difference is added to on_hand as it is by now")
  func resolving() throws {
    let bench = try Bench()
    try bench.stock(["W1": 100])
    let review = try reconcile(bench, [row(80)]).comparisons[0].reviewID
    _ = try bench.ok(
      .adjustStock(.init(lines: [.init(productID: "P1", warehouseID: "W1", type: .sale, quantity: -30)])),
      as: AdjustStockResponse.self)
    let decided: ResolveReviewResponse = try bench.ok(.resolveReview(.init(reviewID: review, correct: true)))
    #expect(decided.level?.onHand == 50)
    let other = try reconcile(bench, [row(99)]).comparisons[0].reviewID
    let dismissed: ResolveReviewResponse = try bench.ok(
      .resolveReview(.init(reviewID: other, note: "their mistake")))
    #expect((dismissed.review?.status, dismissed.level?.onHand) == (.dismissed, 50))
    expect(try bench.refusal(.resolveReview(.init(reviewID: "x-1"))), .notFound)
  }

  @Test("what no state can allow is said with its field")
  func validation() throws {
    let bench = try Bench()
    func fields(_ request: CommandRequest) throws -> [String] {
      try bench.refusal(request).status.violations.map(\.field)
    }
    #expect(
      try fields(.reconcile(.init(rows: [row(-1), row(1)], correctUpTo: -1)))
        == ["reconciliation_id", "rows[0].counted", "correct_up_to"])
    #expect(
      try fields(
        .reconcile(
          .init(
            reconciliationID: "R",
            rows: [SnapshotRow(productID: "P", sku: "S"), SnapshotRow(sku: "S", warehouseCode: "C")])))
        == ["rows[0].product_id", "rows[0].warehouse_id"])
    try bench.stock()
    #expect(
      try fields(
        .reconcile(.init(reconciliationID: "R", rows: [row(1), SnapshotRow(sku: "SKU-P1", warehouseCode: "C-W1")])))
        == ["rows[1]"])
    #expect(
      try fields(.submitCount(.init(lines: [CountLine(productID: "P", counted: -1, bookOnHand: -2)])))
        == ["warehouse_id", "count_id", "lines[0].counted", "lines[0].book_on_hand"])
    #expect(try fields(.createTransfer(.init())) == ["to_warehouse_id", "supplier", "lines"])
    #expect(
      try fields(
        .createTransfer(
          .init(
            fromWarehouseID: "A", toWarehouseID: "B", supplier: "S", purchaseReference: "P",
            lines: [TransferLine(productID: "P", quantity: 0)])))
        == ["supplier", "purchase_reference", "lines[0].quantity"])
    #expect(
      try fields(
        .receiveTransfer(
          .init(
            transferID: "T",
            lines: [
              ReceiptLine(productID: "P", quantity: 1, quarantineQuantity: 2),
              ReceiptLine(productID: "P", quantity: -1),
            ])))
        == ["lines[0].quarantine_quantity", "lines[1].quantity", "lines[1]"])
    #expect(try fields(.resolveDiscrepancy(.init(discrepancyID: "D"))) == ["resolution"])
    #expect(try fields(.resolveReview(.init(reviewID: "R", allowOversold: true))) == ["allow_oversold"])
  }
}
