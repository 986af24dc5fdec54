internal import Inventory
package import Messages

extension Decider: AuditServiceCommands {
  /// Compares levels with rows of an outside snapshot.
  package func reconcile(_ request: ReconcileRequest) throws(CallFailure) -> ReconcileResponse {
    var response = ReconcileResponse()
    var report = ReconciliationReport(reconciliationID: request.reconciliationID, startedAt: now)
    if !request.dryRun, let known = try view.reconciliation(request.reconciliationID) { report = known }
    let policy = try view.policy()
    let limit = request.correctUpTo ?? policy.reconcileCorrectUpTo
    var seen: Set<LevelKey> = []
    for (place, row) in request.rows.enumerated() {
      let key: LevelKey
      switch try level(of: row) {
      case .success(let found): key = found
      case .failure(var comparison):
        comparison.row = UInt32(place)
        report.count(comparison, isKnown: false)
        response.comparisons.append(comparison)
        continue
      }
      guard seen.insert(key).inserted else {
        throw CallFailure.invalid("rows[\(place)]", "\(describe(key)) is given twice: each level once")
      }
      var (comparison, isKnown) = try compare(row, key, request, limit: limit)
      comparison.row = UInt32(place)
      report.count(comparison, isKnown: isKnown)
      if comparison.outcome != .equal { response.comparisons.append(comparison) }
    }
    report.updatedAt = now
    if request.dryRun {
      draft.drop()
    } else {
      var entry = entry(.reconciliation)
      entry.reason = request.reason
      entry.referenceID = request.reconciliationID
      entry.subject = .reconciliation(report)
      draft.entries.append(entry)
    }
    response.report = report
    return response
  }

  /// Compares one row, and drafts what follows. Returns also whether this reconciliation has found the same before.
  private func compare(_ row: SnapshotRow, _ key: LevelKey, _ request: ReconcileRequest, limit: Int64)
    throws(CallFailure) -> (comparison: Comparison, isKnown: Bool)
  {
    let index = try level(key)
    guard draft.levels[index].exists else { return (try unknownComparison(key, counted: row.counted), false) }
    let book = draft.levels[index].row.onHand
    var comparison = Comparison(key, book: book, counted: row.counted)
    if let expected = row.expectedVersion, expected != draft.levels[index].row.version {
      comparison.outcome = .moved
      comparison.message =
        "\(describe(key)) has version \(draft.levels[index].row.version), not \(expected): look again"
      return (comparison, false)
    }
    if row.counted < book { try releaseDue(at: index) }
    let verdict: CountVerdict
    do {
      verdict = try .reconciliation(
        counted: row.counted, onHand: book, held: draft.levels[index].row.held, limit: limit)
    } catch {
      throw CallFailure.outOfRange("\(describe(key)): the difference does not fit in 64 bits")
    }
    let finding = Finding(
      cause: .reconcile, foundBy: request.reconciliationID, counted: row.counted, book: book, reason: request.reason)
    var isKnown = false
    (comparison.outcome, comparison.reviewID, isKnown) = try follow(
      verdict, finding, at: index, isDryRun: request.dryRun)
    return (comparison, isKnown)
  }

  /// The level that a row names by ids, or by SKU and code; otherwise what is to be said of the row.
  private func level(of row: SnapshotRow) throws(CallFailure) -> Named {
    var key = LevelKey(product: row.productID, variant: row.variantID, warehouse: row.warehouseID)
    var unknown = ""
    if key.product.isEmpty {
      if let owner = try view.owner(ofSKU: row.sku) {
        (key.product, key.variant) = (owner.product, owner.variant)
      } else {
        unknown = "no product has the SKU \(row.sku)"
      }
    }
    if key.warehouse.isEmpty {
      if let warehouse = try view.warehouseID(code: row.warehouseCode) {
        key.warehouse = warehouse
      } else if unknown.isEmpty {
        unknown = "there is no warehouse with the code \(row.warehouseCode)"
      }
    }
    if unknown.isEmpty { return .success(key) }
    var comparison = Comparison(key, book: 0, counted: row.counted)
    comparison.outcome = .unknown
    comparison.message = unknown
    return .failure(comparison)
  }

  /// What a row names: a level, or nothing that is known.
  private enum Named {
    case success(LevelKey)
    case failure(Comparison)
  }

  /// Takes a physical count.
  package func submitCount(_ request: SubmitCountRequest) throws(CallFailure) -> SubmitCountResponse {
    guard try view.warehouse(request.warehouseID) != nil else {
      let refusal = Refusal(warehouseID: request.warehouseID, reason: .unknownWarehouse)
      throw CallFailure.notFound(refusal.message, [refusal])
    }
    var response = SubmitCountResponse()
    for (place, line) in request.lines.enumerated() {
      let key = LevelKey(product: line.productID, variant: line.variantID, warehouse: request.warehouseID)
      let index = try level(key)
      guard draft.levels[index].exists else {
        var comparison = try unknownComparison(key, counted: line.counted)
        comparison.row = UInt32(place)
        response.comparisons.append(comparison)
        continue
      }
      if line.counted < line.bookOnHand { try releaseDue(at: index) }
      let row = draft.levels[index].row
      let verdict: CountVerdict
      do {
        verdict = try .count(
          counted: line.counted, bookOnHand: line.bookOnHand, onHand: row.onHand, held: row.held)
      } catch {
        throw CallFailure.outOfRange("\(describe(key)): what is counted does not fit in 64 bits")
      }
      var comparison = Comparison(key, book: line.bookOnHand, counted: line.counted)
      comparison.row = UInt32(place)
      let finding = Finding(
        cause: .count, foundBy: request.countID, counted: line.counted, book: line.bookOnHand, reason: request.reason)
      (comparison.outcome, comparison.reviewID, _) = try follow(verdict, finding, at: index, isDryRun: false)
      response.comparisons.append(comparison)
    }
    return response
  }

  /// What is said of a row about a level that does not exist.
  private func unknownComparison(_ key: LevelKey, counted: Int64) throws(CallFailure) -> Comparison {
    var comparison = Comparison(key, book: 0, counted: counted)
    comparison.outcome = .unknown
    comparison.message = (try view.unknownPart(key) ?? Refusal(key, reason: .unknownLevel)).message
    return comparison
  }
}

extension Comparison {
  /// A comparison of a level's book with what was counted; both ≥ 0.
  fileprivate init(_ key: LevelKey, book: Int64, counted: Int64) {
    self.init(
      productID: key.product, variantID: key.variant, warehouseID: key.warehouse, book: book, counted: counted,
      difference: counted - book)
  }
}

extension LevelRow {
  /// reserved + quarantined: what no correction may take away.
  var held: Int64 { reserved &+ quarantined }
}

extension ReconciliationReport {
  /// Counts one row; `isKnown` says that it was found in the same way before.
  mutating func count(_ comparison: Comparison, isKnown: Bool) {
    compared = compared.addingSaturated(1)
    if isKnown { return }
    switch comparison.outcome {
    case .corrected: corrected = corrected.addingSaturated(1)
    case .review: toReview = toReview.addingSaturated(1)
    case .moved: moved = moved.addingSaturated(1)
    case .unknown: unknown = unknown.addingSaturated(1)
    default: break
    }
    guard comparison.outcome == .corrected || comparison.outcome == .review else { return }
    different = different.addingSaturated(1)
    if comparison.difference > 0 {
      surplusUnits = surplusUnits.addingSaturated(comparison.difference)
    } else {
      missingUnits = missingUnits.addingSaturated(-comparison.difference)
    }
  }
}
