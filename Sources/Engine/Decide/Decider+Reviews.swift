internal import Inventory
package import Messages

/// What a count or a reconciliation found at a level.
struct Finding {
  /// Which of the two.
  var cause: ReviewCause
  /// Its id.
  var foundBy: String
  /// Units that were counted.
  var counted: Int64
  /// on_hand that they are compared with.
  var book: Int64
  /// Why, in the caller's words.
  var reason: String
}

/// Findings, and the reviews that come of them: one open review a level at most.
extension Decider {
  /// Drafts what follows from a finding at a level.
  ///
  /// - Returns: what became of it, the review's id if somebody has to decide, and whether the same was found before by the
  ///   same reconciliation, so that nothing is new.
  func follow(_ verdict: CountVerdict, _ finding: Finding, at index: Int, isDryRun: Bool) throws(CallFailure)
    -> (outcome: ComparisonOutcome, reviewID: String, isKnown: Bool)
  {
    let open = try view.openReview(of: draft.levels[index].key)
    switch verdict {
    case .equal:
      if finding.cause == .count { try draft(finding, difference: 0, at: index) }
      dismiss(open, because: finding)
      return (.equal, "", false)
    case .correct(let difference):
      try draft(finding, difference: difference, at: index)
      dismiss(open, because: finding)
      return (.corrected, "", false)
    case .review(let difference):
      if let open, !isDryRun, finding.cause == .reconcile, open.cause == .reconcile, open.difference == difference,
        isSameIdentifier(open.foundBy, finding.foundBy)
      {
        return (.review, open.reviewID, true)
      }
      let review = draft(review: finding, difference: difference, of: draft.levels[index].key, open)
      return (.review, isDryRun && open == nil ? "" : review.reviewID, false)
    }
  }

  /// Drafts the correction of a level, which for a count may be of 0 units: it was counted.
  private func draft(_ finding: Finding, difference: Int64, at index: Int) throws(CallFailure) {
    var entry = entry(finding.cause == .count ? .count : .reconcile, quantity: difference)
    entry.reason = finding.reason
    entry.referenceID = finding.foundBy
    entry.subject = .count(
      CountResult(countID: finding.foundBy, counted: finding.counted, bookOnHand: finding.book))
    try change(index, entry) { (row) throws(InventoryError) in row.onHand = try row.onHand.adding(difference) }
  }

  /// Drafts that somebody has to decide: a new review, or the level's open one with the new finding.
  private func draft(review finding: Finding, difference: Int64, of key: LevelKey, _ open: Review?) -> Review {
    var review =
      open
      ?? Review(
        reviewID: view.reservationID(draft.nextSequence), productID: key.product, variantID: key.variant,
        warehouseID: key.warehouse, status: .open, createdAt: now)
    review.cause = finding.cause
    review.foundBy = finding.foundBy
    review.book = finding.book
    review.counted = finding.counted
    review.difference = difference
    review.foundAt = now
    draft(review, reason: finding.reason)
    return review
  }

  /// Drafts that an open review is decided by a newer finding, which did not need one.
  private func dismiss(_ open: Review?, because finding: Finding) {
    guard var review = open else { return }
    review.status = .dismissed
    review.note = "overtaken by \(finding.cause == .count ? "count" : "reconciliation") \(finding.foundBy)"
    review.resolvedAt = now
    draft(review, reason: finding.reason)
  }

  /// Drafts what a review is now.
  private func draft(_ review: Review, reason: String) {
    var entry = entry(.review, quantity: review.difference)
    entry.reason = reason
    entry.referenceID = review.foundBy
    entry.subject = .review(review)
    draft.entries.append(entry)
    if review.status == .open {
      let level = LevelKey(product: review.productID, variant: review.variantID, warehouse: review.warehouseID)
      raise(
        .reconcileReview, subject: review.reviewID, level: level, value: review.difference, threshold: review.book)
    } else {
      close(.reconcileReview, subject: review.reviewID)
    }
  }

  /// Decides a review.
  package func resolveReview(_ request: ResolveReviewRequest) throws(CallFailure) -> ResolveReviewResponse {
    guard var review = try view.review(id: request.reviewID) else {
      throw CallFailure.notFound("there is no review \(request.reviewID)")
    }
    guard review.status == .open else {
      let state = review.status == .corrected ? "corrected" : "dismissed"
      throw CallFailure.failedPrecondition(
        "review \(request.reviewID) is decided already: \(state)\(review.note.isEmpty ? "" : ", \(review.note)")", [])
    }
    let key = LevelKey(product: review.productID, variant: review.variantID, warehouse: review.warehouseID)
    let index = try existingLevel(key)
    if request.correct { try correct(index, review, request) }
    review.status = request.correct ? .corrected : .dismissed
    review.note = request.note
    review.resolvedAt = now
    draft(review, reason: request.note)
    return ResolveReviewResponse(review: review, level: stockLevel(index))
  }

  /// Adds the difference of a review to on_hand, as it is by now.
  private func correct(_ index: Int, _ review: Review, _ request: ResolveReviewRequest) throws(CallFailure) {
    if review.difference < 0 { try releaseDue(at: index) }
    let level = draft.levels[index]
    let missing = -review.difference
    if missing > level.row.onHand || missing > 0 && missing > level.row.available && !request.allowOversold {
      let refusal = Refusal(
        level.key, requested: missing, available: max(0, level.row.available), reason: .belowHeld)
      throw CallFailure.failedPrecondition(refusal.message, [refusal])
    }
    var entry = entry(.reconcile, quantity: review.difference)
    entry.reason = request.note
    entry.referenceID = review.reviewID
    try change(index, entry) { (row) throws(InventoryError) in row.onHand = try row.onHand.adding(review.difference) }
  }
}
