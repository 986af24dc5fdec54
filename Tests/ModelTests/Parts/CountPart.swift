import Engine
import Messages

/// Reconcile, ResolveReview and SubmitCount of AuditService; GetReconciliation, ListReviews, NextCounts.
struct CountPart: ModelPart {
  let weight = 4

  func command(_ random: inout SplitMix, in world: World) -> CommandRequest {
    switch random.number(0...5) {
    case 0...1: .reconcile(reconcile(&random, in: world))
    case 2...4: .submitCount(count(&random, in: world))
    default:
      .resolveReview(
        ResolveReviewRequest(
          reviewID: Hostility.identifier(random.pickAny(world.reviews)?.reviewID ?? "nothing", &random),
          correct: !random.once(in: 3), note: "decided"))
    }
  }

  private func reconcile(_ random: inout SplitMix, in world: World) -> ReconcileRequest {
    var request = ReconcileRequest(
      reconciliationID: random.pick(["r1", "r2"]), correctUpTo: random.once(in: 3) ? Int64(random.number(0...9)) : nil,
      dryRun: random.once(in: 8), reason: "erp")
    var seen: Set<Place> = []
    for _ in 0..<random.pick([1, 1, 2, 3]) {
      let place =
        random.pickAny(world.levels.keys.sorted() + Pool.kits.map { Place($0, "", "W1") })
        ?? Place(random.pick(Pool.products), "", random.pick(Pool.warehouses))
      if !seen.insert(place).inserted { continue }
      let book = world.levels[place]?.onHand ?? 0
      let counted = max(0, book.addingClamped(Int64(random.number(-9...9))))
      request.rows.append(
        SnapshotRow(
          productID: Hostility.identifier(place.ware.product.text, &random), variantID: place.ware.variant.text,
          warehouseID: Hostility.identifier(place.warehouse.text, &random),
          counted: Hostility.units(counted, &random),
          expectedVersion: random.once(in: 5)
            ? (world.levels[place]?.version ?? 0) + (random.once(in: 4) ? 1 : 0) : nil))
    }
    return request
  }

  private func count(_ random: inout SplitMix, in world: World) -> SubmitCountRequest {
    let place =
      random.pickAny(world.levels.keys.sorted() + Pool.kits.map { Place($0, "", "W1") })
      ?? Place(random.pick(Pool.products), "", random.pick(Pool.warehouses))
    let book = max(0, (world.levels[place]?.onHand ?? 0).addingClamped(Int64(random.number(-2...2))))
    let line = CountLine(
      productID: Hostility.identifier(place.ware.product.text, &random), variantID: place.ware.variant.text,
      counted: Hostility.units(max(0, book.addingClamped(Int64(random.pick([-9, -3, -1, 0, 0, 1, 4])))), &random),
      bookOnHand: Hostility.units(book, &random))
    return SubmitCountRequest(
      warehouseID: Hostility.identifier(place.warehouse.text, &random), countID: random.pick(["c1", "c2"]),
      lines: [line], reason: "sheet")
  }

  func expectation(of request: CommandRequest, _ call: Call, in world: World) -> Expectation? {
    let start = Expectation(world)
    return switch request {
    case .reconcile(let request): reconcile(request, call, start)
    case .submitCount(let request): count(request, call, start)
    case .resolveReview(let request): resolve(request, start)
    default: nil
    }
  }

  private func reconcile(_ request: ReconcileRequest, _ call: Call, _ start: Expectation) -> Expectation {
    var expected = start
    if request.rows.isEmpty { expected.invalid("rows") }
    for (index, row) in request.rows.enumerated() {
      expected.identifier(row.productID, "rows[\(index)].product_id")
      expected.identifier(row.warehouseID, "rows[\(index)].warehouse_id")
      if row.counted < 0 { expected.invalid("rows[\(index)].counted") }
    }
    if expected.isMalformed { return expected }
    let places = request.rows.map { Place($0.productID, $0.variantID, $0.warehouseID) }
    if Set(places).count < places.count {
      for index in places.indices where places[..<index].contains(places[index]) { expected.invalid("rows[\(index)]") }
      return expected
    }
    let given: ReconcileResponse? = call.response()
    var response = ReconcileResponse()
    let id = Name(request.reconciliationID)
    let fresh = ReconciliationReport(reconciliationID: request.reconciliationID, startedAt: expected.world.now)
    var report = request.dryRun ? fresh : expected.world.reports[id] ?? fresh
    for (index, row) in request.rows.enumerated() {
      report.compared += 1
      let place = places[index]
      var comparison = Comparison(
        productID: row.productID, variantID: row.variantID, warehouseID: row.warehouseID, counted: row.counted,
        difference: row.counted, row: UInt32(index))
      // What is said for people is not the model's business.
      comparison.message = given?.comparisons.first { $0.row == UInt32(index) }?.message ?? ""
      guard let level = expected.world.levels[place] else {
        comparison.outcome = .unknown
        report.unknown += 1
        response.comparisons.append(comparison)
        continue
      }
      comparison.book = level.onHand
      comparison.difference = row.counted - level.onHand
      if let version = row.expectedVersion, version != level.version {
        comparison.outcome = .moved
        report.moved += 1
        response.comparisons.append(comparison)
        continue
      }
      comparison.message = ""
      let difference = comparison.difference
      if difference < 0 { expected.world.expire(at: [place]) }
      let finding = Finding(
        cause: .reconcile, foundBy: request.reconciliationID, book: level.onHand, counted: row.counted)
      if difference == 0 {
        dismiss(place, finding, &expected)
        continue
      }
      let isSmall = abs(difference) <= request.correctUpTo ?? 5
      let takesHeld = difference < 0 && (expected.world.held(place).map { row.counted < $0 } ?? true)
      var isNews = true
      if isSmall, !takesHeld {
        comparison.outcome = .corrected
        correct(place, difference, finding, &expected)
        dismiss(place, finding, &expected)
        report.corrected += 1
      } else {
        comparison.outcome = .review
        let open = expected.world.openReview(place)
        isNews =
          request.dryRun || open == nil || open?.difference != difference || open?.cause != .reconcile
          || open?.foundBy != request.reconciliationID
        let given = given?.comparisons.first { $0.row == UInt32(index) }?.reviewID ?? ""
        comparison.reviewID = request.dryRun ? open?.reviewID ?? "" : open?.reviewID ?? given
        if isNews {
          review(place, difference, finding, id: comparison.reviewID, &expected)
          report.toReview += 1
        }
      }
      if isNews {
        report.different += 1
        if difference > 0 {
          report.surplusUnits = report.surplusUnits.addingClamped(difference)
        } else {
          report.missingUnits = report.missingUnits.addingClamped(-difference)
        }
      }
      response.comparisons.append(comparison)
    }
    report.updatedAt = expected.world.now
    response.report = report
    expected.checkTotals(of: places)
    if request.dryRun {
      expected.world = start.world
    } else {
      expected.world.reports[id] = report
      expected.world.entries += 1
    }
    expected.answer = response
    return expected
  }

  private struct Finding {
    var cause: ReviewCause
    var foundBy: String
    var book: Int64
    var counted: Int64
  }

  private func correct(_ place: Place, _ difference: Int64, _ finding: Finding, _ expected: inout Expectation) {
    let (sum, overflow) = (expected.world.levels[place]?.onHand ?? 0).addingReportingOverflow(difference)
    if overflow { expected.problem(.outOfRange) }
    expected.world.change(place, finding.cause == .count ? .count : .reconcile) { $0.onHand = sum }
    if difference != 0 { expected.world.counts[place, default: .init()].differences += 1 }
    if finding.cause == .count { expected.world.counts[place, default: .init()].lastCountedAt = expected.world.now }
  }

  private func review(
    _ place: Place, _ difference: Int64, _ finding: Finding, id: String, _ expected: inout Expectation
  ) {
    var review =
      expected.world.openReview(place)
      ?? Review(
        reviewID: id, productID: place.ware.product.text, variantID: place.ware.variant.text,
        warehouseID: place.warehouse.text, status: .open, createdAt: expected.world.now)
    review.cause = finding.cause
    review.foundBy = finding.foundBy
    review.book = finding.book
    review.counted = finding.counted
    review.difference = difference
    review.foundAt = expected.world.now
    expected.world.keep(review)
    expected.world.counts[place, default: .init()].differences += 1
    if finding.cause == .count { expected.world.counts[place, default: .init()].lastCountedAt = expected.world.now }
    expected.world.raise(
      .reconcileReview, review.reviewID, place, value: review.difference, threshold: review.book)
  }

  /// A newer finding needs no decision.
  private func dismiss(_ place: Place, _ finding: Finding, _ expected: inout Expectation) {
    guard var review = expected.world.openReview(place) else { return }
    review.status = .dismissed
    review.note = "overtaken by \(finding.cause == .count ? "count" : "reconciliation") \(finding.foundBy)"
    review.resolvedAt = expected.world.now
    expected.world.keep(review)
    expected.world.settle(.reconcileReview, review.reviewID)
  }

  private func count(_ request: SubmitCountRequest, _ call: Call, _ start: Expectation) -> Expectation {
    var expected = start
    expected.identifier(request.warehouseID, "warehouse_id")
    for (index, line) in request.lines.enumerated() {
      expected.identifier(line.productID, "lines[\(index)].product_id")
      if line.counted < 0 { expected.invalid("lines[\(index)].counted") }
      if line.bookOnHand < 0 { expected.invalid("lines[\(index)].book_on_hand") }
    }
    if expected.isMalformed { return expected }
    if expected.world.warehouses[Name(request.warehouseID)] == nil {
      expected.problem(.notFound, Refusal(warehouseID: request.warehouseID, reason: .unknownWarehouse))
      return expected
    }
    let given: SubmitCountResponse? = call.response()
    var response = SubmitCountResponse()
    for (index, line) in request.lines.enumerated() {
      let place = Place(line.productID, line.variantID, request.warehouseID)
      var comparison = Comparison(
        productID: line.productID, variantID: line.variantID, warehouseID: request.warehouseID, counted: line.counted,
        difference: line.counted, row: UInt32(index))
      guard let level = expected.world.levels[place] else {
        comparison.outcome = .unknown
        comparison.message = given?.comparisons.first { $0.row == UInt32(index) }?.message ?? ""
        response.comparisons.append(comparison)
        continue
      }
      let difference = line.counted - line.bookOnHand
      comparison.book = line.bookOnHand
      comparison.difference = difference
      if difference < 0 { expected.world.expire(at: [place]) }
      let finding = Finding(
        cause: .count, foundBy: request.countID, book: line.bookOnHand, counted: line.counted)
      let result = level.onHand.addingClamped(difference)
      if difference < 0, expected.world.held(place).map({ result < $0 }) ?? true {
        comparison.outcome = .review
        comparison.reviewID =
          expected.world.openReview(place)?.reviewID ?? given?.comparisons.first { $0.row == UInt32(index) }?.reviewID
          ?? ""
        review(place, difference, finding, id: comparison.reviewID, &expected)
      } else {
        comparison.outcome = difference == 0 ? .equal : .corrected
        correct(place, difference, finding, &expected)
        dismiss(place, finding, &expected)
        expected.checkTotals(of: [place])
      }
      response.comparisons.append(comparison)
    }
    expected.answer = response
    return expected
  }

  private func resolve(_ request: ResolveReviewRequest, _ start: Expectation) -> Expectation {
    var expected = start
    expected.identifier(request.reviewID, "review_id")
    if expected.isMalformed { return expected }
    guard var review = expected.world.reviews.first(where: { Name($0.reviewID) == Name(request.reviewID) }) else {
      expected.problem(.notFound)
      return expected
    }
    if review.status != .open {
      expected.problem(.failedPrecondition)
      return expected
    }
    let place = Place(review.productID, review.variantID, review.warehouseID)
    if request.correct {
      if review.difference < 0 { expected.world.expire(at: [place]) }
      let missing = -review.difference
      if missing > max(0, expected.world.available(place)), missing > 0 { expected.problem(.failedPrecondition) }
      let (sum, overflow) = (expected.world.levels[place]?.onHand ?? 0).addingReportingOverflow(review.difference)
      if overflow { expected.problem(.outOfRange) }
      if !expected.problems.isEmpty { return expected }
      expected.world.change(place, .reconcile) { $0.onHand = sum }
      expected.checkTotals(of: [place])
    }
    review.status = request.correct ? .corrected : .dismissed
    review.note = request.note
    review.resolvedAt = expected.world.now
    expected.world.keep(review)
    expected.world.settle(.reconcileReview, review.reviewID)
    expected.answer = ResolveReviewResponse(review: review, level: expected.world.shown(place))
    return expected
  }

  func compare(_ world: World, with queries: Queries, _ random: inout SplitMix) throws {
    for id in ["r1", "r2", "nothing"] {
      try queries.expect(
        .auditServiceGetReconciliation, GetReconciliationRequest(reconciliationID: id), world.reports[Name(id)],
        else: .notFound)
    }
    let status = random.pick([ReviewStatus.open, .corrected, .dismissed])
    let wanted = world.reviews.reversed().filter { $0.status == status }
    var request = ListReviewsRequest(status: status, pageSize: UInt32(random.number(0...3)))
    try queries.expectList(words(request), Array(wanted)) { (token) -> ([Review], String) in
      request.pageToken = token
      let page: ListReviewsResponse = try queries.ask(.auditServiceListReviews, request)
      return (page.reviews, page.nextPageToken)
    }
    let warehouse = random.pick(Pool.warehouses)
    guard world.warehouses[Name(warehouse)] != nil else { return }
    let places = world.levels.keys.filter { $0.warehouse == Name(warehouse) }.sorted()
    var proposals: [CountProposal] = []
    var next = NextCountsRequest(warehouseID: warehouse, pageSize: UInt32(random.number(1...3)))
    repeat {
      let page: NextCountsResponse = try queries.ask(.auditServiceNextCounts, next)
      proposals += page.proposals
      next.pageToken = page.nextPageToken
    } while !next.pageToken.isEmpty
    // The score goes by the clock on the wall, and so does the order.
    let found = proposals.sorted {
      Place($0.productID, $0.variantID, warehouse) < Place($1.productID, $1.variantID, warehouse)
    }
    for (proposal, place) in zip(found, places) {
      let facts = world.counts[place] ?? World.CountFacts()
      let agrees =
        Place(proposal.productID, proposal.variantID, warehouse) == place
        && proposal.bookOnHand == world.levels[place]?.onHand && proposal.lastCountedAt == facts.lastCountedAt
        && proposal.differences == facts.differences
      if !agrees { throw Disagreement("proposes \(words(proposal)), and must propose \(place) with \(facts)") }
    }
    if found.count != places.count { throw Disagreement("proposes \(found.count) counts, and must \(places.count)") }
  }
}

extension World {
  /// The open review of a level.
  func openReview(_ place: Place) -> Review? {
    reviews.first { $0.status == .open && Place($0.productID, $0.variantID, $0.warehouseID) == place }
  }

  /// Keeps what a review is now.
  mutating func keep(_ review: Review) {
    entries += 1
    if let index = reviews.firstIndex(where: { Name($0.reviewID) == Name(review.reviewID) }) {
      reviews[index] = review
    } else {
      reviews.append(review)
    }
  }
}
