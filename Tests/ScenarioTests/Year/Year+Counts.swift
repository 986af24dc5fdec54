import Engine
import Messages
import RetailOrders
import Testing

/// Counting what lies there, and finding what has gone.
extension Year {
  private func centre(_ number: Int) -> String { data.centres[number % data.centres.count].name }

  /// Levels of a warehouse, by product.
  private func places(at warehouse: String) -> [Place] {
    ledger.levels.keys.filter { $0.warehouse == warehouse }.sorted()
  }

  /// Units vanish, or are found, and nobody says so. Never more than are available: those that are held are watched.
  private func plant(at place: Place, upTo most: Int64) {
    let available = ledger.levels[place]?.available ?? 0
    let units = available > 0 && !once(in: 4) ? -number(1...min(most, available)) : number(1...min(most, 20))
    ledger.truth[place, default: 0] += units
    summary.add("differences planted")
  }

  /// Counts what the service proposes to count at one centre, while it goes on selling.
  func count(_ month: Int) throws {
    let warehouse = centre(month)
    let proposals: NextCountsResponse = try shop.ask(
      .auditServiceNextCounts, NextCountsRequest(warehouseID: warehouse, pageSize: 60))
    checkSame(Set(proposals.proposals.map(\.productID)).count, 60, "levels to count")
    var lines: [CountLine] = []
    var places: [Place] = []
    for proposal in proposals.proposals {
      let place = Place(product: proposal.productID, warehouse: warehouse)
      guard let level = ledger.levels[place] else {
        check(false, "\(place) is to be counted, and is no level")
        continue
      }
      checkSame(proposal.bookOnHand, level.onHand, "\(place) is to be counted against")
      if once(in: 3) { plant(at: place, upTo: 9) }
      var counted = ledger.truth[place, default: 0]
      // Somebody overlooks a shelf: what remains would not be enough for what is held.
      if level.onHand - level.available > 0, counted == level.onHand, once(in: 2) { counted = 0 }
      lines.append(CountLine(productID: place.product, counted: counted, bookOnHand: level.onHand))
      places.append(place)
    }
    // One unit each is sold before the count comes in: it stays sold.
    for place in places where once(in: 5) && min(ledger.levels[place]?.available ?? 0, ledger.truth[place] ?? 0) > 0 {
      let sale = AdjustmentLine(productID: place.product, warehouseID: place.warehouse, type: .sale, quantity: -1)
      _ = try shop.must(.adjustStock(.init(lines: [sale])), as: AdjustStockResponse.self)
      ledger.move(place, -1, .sale)
      let share = Share(product: place.product, channel: "")
      ledger.sold[share, default: [:]][shop.now / Self.day, default: 0] += 1
    }
    let response: SubmitCountResponse = try shop.must(
      .submitCount(.init(warehouseID: warehouse, countID: "count \(month)", lines: lines)))
    checkSame(response.comparisons.count, lines.count, "lines of the count that are answered")
    for (line, (place, comparison)) in zip(lines, zip(places, response.comparisons)) {
      let level = ledger.levels[place] ?? Ledger.Level()
      let difference = line.counted - line.bookOnHand
      let isTooLow = difference < 0 && level.onHand + difference < level.onHand - level.available
      compare(comparison, place, difference, isTooLow ? .review : difference == 0 ? .equal : .corrected)
      if isTooLow {
        openReviews[comparison.reviewID] = place
      } else {
        ledger.correct(place, difference, .count)
      }
    }
    summary.add("counts")
    summary.add("levels counted", lines.count)
  }

  private func compare(_ found: Comparison, _ place: Place, _ difference: Int64, _ outcome: ComparisonOutcome) {
    checkSame(
      "\(found.productID) \(found.warehouseID) \(found.difference) \(found.outcome)",
      "\(place.product) \(place.warehouse) \(difference) \(outcome)", "what counting \(place) found")
    check((outcome == .review) == !found.reviewID.isEmpty, "\(place) has the review '\(found.reviewID)'")
    summary.add("found", of: outcome, 2)
  }

  /// Compares everything at another centre with a list that somebody made there.
  func reconcile(_ month: Int) throws {
    let places = places(at: centre(month + 5))
    for place in places where once(in: 12) { plant(at: place, upTo: once(in: 3) ? 1000 : 5) }
    try reconcile(places, id: "month \(month)", misreads: true)
  }

  /// The last look at all centres: here too something has gone.
  func reconcileEverything() throws {
    let places = ledger.levels.keys.sorted()
    for place in places where once(in: 100) { plant(at: place, upTo: 5) }
    try reconcile(places, id: "year", misreads: false)
    try reconcile(places, id: "again", misreads: false)
  }

  /// - Parameter misreads: whether some numbers on the list are wrong: by more than can be corrected, so that somebody looks.
  private func reconcile(_ places: [Place], id: String, misreads: Bool) throws {
    var report = ReconciliationReport(reconciliationID: id)
    for start in stride(from: 0, to: places.count, by: 250) {
      let part = Array(places[start..<min(start + 250, places.count)])
      var rows: [SnapshotRow] = []
      var expected: [(place: Place, difference: Int64, outcome: ComparisonOutcome)] = []
      for place in part {
        let level = ledger.levels[place] ?? Ledger.Level()
        let truth = ledger.truth[place, default: 0]
        var row = SnapshotRow(productID: place.product, warehouseID: place.warehouse, counted: truth)
        if once(in: 2) { row.expectedVersion = level.changes }
        var outcome = ComparisonOutcome.equal
        if misreads, truth == level.onHand, once(in: 40) {
          row.counted += number(6...500)
        } else if misreads, truth == level.onHand, once(in: 40) {
          row.expectedVersion = level.changes + 1
          outcome = .moved
        }
        let difference = row.counted - level.onHand
        if difference != 0 {
          let isTooLow = difference < 0 && row.counted < level.onHand - level.available
          outcome = abs(difference) > 5 || isTooLow ? .review : .corrected
        }
        rows.append(row)
        if outcome != .equal { expected.append((place, difference, outcome)) }
      }
      let response: ReconcileResponse = try shop.must(.reconcile(.init(reconciliationID: id, rows: rows)))
      checkSame(response.comparisons.count, expected.count, "differences found by \(id)")
      report.compared += Int64(rows.count)
      for (wanted, found) in zip(expected, response.comparisons) {
        compare(found, wanted.place, wanted.difference, wanted.outcome)
        switch wanted.outcome {
        case .corrected:
          ledger.correct(wanted.place, wanted.difference, .reconcile)
          report.corrected += 1
        case .review:
          openReviews[found.reviewID] = wanted.place
          report.toReview += 1
        default: report.moved += 1
        }
        if wanted.outcome == .moved { continue }
        report.different += 1
        if wanted.difference > 0 {
          report.surplusUnits += wanted.difference
        } else {
          report.missingUnits -= wanted.difference
        }
      }
    }
    var found: ReconciliationReport = try shop.ask(
      .auditServiceGetReconciliation, GetReconciliationRequest(reconciliationID: id))
    (found.startedAt, found.updatedAt) = (0, 0)
    checkSame(found, report, "the report of \(id)")
    summary.add("reconciliations")
  }

  /// Decides reviews: what is really gone or found is corrected at once, before anybody sells what is not there; what was
  /// misread waits for a month.
  func decideReviews(alsoMisread: Bool) throws {
    let open: [Review] = try shop.all { token in
      let page: ListReviewsResponse = try shop.ask(
        .auditServiceListReviews, ListReviewsRequest(status: .open, pageSize: 50, pageToken: token))
      return (page.reviews, page.nextPageToken)
    }
    checkSame(Set(open.map(\.reviewID)), Set(openReviews.keys), "open reviews")
    for review in open {
      let place = Place(product: review.productID, warehouse: review.warehouseID)
      let isRight = (ledger.levels[place]?.onHand ?? 0) + review.difference == ledger.truth[place]
      if !isRight, !alsoMisread { continue }
      let resolved: ResolveReviewResponse = try shop.must(
        .resolveReview(.init(reviewID: review.reviewID, correct: isRight, note: "looked again")))
      checkSame(resolved.review?.status, isRight ? .corrected : .dismissed, "the review of \(place)")
      if isRight { ledger.correct(place, review.difference, .reconcile) }
      openReviews[review.reviewID] = nil
      summary.add(isRight ? "reviews corrected" : "reviews dismissed")
    }
  }

  /// Resolves most discrepancies.
  func resolveDiscrepancies() throws {
    for id in openDiscrepancies.sorted() where !once(in: 4) {
      let resolved: Discrepancy = try shop.must(
        .resolveDiscrepancy(.init(discrepancyID: id, resolution: "written off by the carrier")))
      checkSame(resolved.status, .resolved, "a resolved discrepancy")
      openDiscrepancies.remove(id)
      summary.add("discrepancies resolved")
    }
  }
}
