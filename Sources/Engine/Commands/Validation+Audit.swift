internal import Messages

extension ReconcileRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    var check = RequestCheck()
    check.identifier(reconciliationID, "reconciliation_id")
    check.count(rows.count, "rows", 1...1000)
    for (index, row) in rows.enumerated() {
      let field = "rows[\(index)]"
      check.oneOf(row.productID, "product_id", row.sku, "sku", in: field)
      check.optionalIdentifier(row.variantID, "\(field).variant_id")
      check.require(
        row.sku.isEmpty || row.variantID.isEmpty, "\(field).variant_id",
        "goes with product_id: a SKU names its variant")
      check.oneOf(row.warehouseID, "warehouse_id", row.warehouseCode, "warehouse_code", in: field)
      check.notNegative(row.counted, "\(field).counted")
    }
    if let correctUpTo {
      check.require(
        (0...1_000_000).contains(correctUpTo), "correct_up_to", "is \(correctUpTo): must be from 0 to 1000000")
    }
    check.text(reason, "reason", bytes: 500)
    try check.finish()
  }
}

extension RequestCheck {
  /// Exactly one of two names must be given, and be an identifier.
  fileprivate mutating func oneOf(
    _ one: String, _ name: String, _ other: String, _ otherName: String, in field: String
  ) {
    if !one.isEmpty, !other.isEmpty {
      add("\(field).\(name)", "is given together with \(otherName): give one of them")
    } else if one.isEmpty, other.isEmpty {
      add("\(field).\(name)", "is missing, and so is \(otherName): give one of them")
    } else if one.isEmpty {
      identifier(other, "\(field).\(otherName)")
    } else {
      identifier(one, "\(field).\(name)")
    }
  }
}

extension ResolveReviewRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    var check = RequestCheck()
    check.identifier(reviewID, "review_id")
    check.text(note, "note", bytes: 500)
    check.require(correct || !allowOversold, "allow_oversold", "goes with correct only")
    try check.finish()
  }
}

extension SubmitCountRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    var check = RequestCheck()
    check.identifier(warehouseID, "warehouse_id")
    check.identifier(countID, "count_id")
    check.count(lines.count, "lines", 1...1000)
    var seen: Set<LevelKey> = []
    for (index, line) in lines.enumerated() {
      let field = "lines[\(index)]"
      check.identifier(line.productID, "\(field).product_id")
      check.optionalIdentifier(line.variantID, "\(field).variant_id")
      check.notNegative(line.counted, "\(field).counted")
      check.notNegative(line.bookOnHand, "\(field).book_on_hand")
      let key = LevelKey(product: line.productID, variant: line.variantID, warehouse: warehouseID)
      check.require(seen.insert(key).inserted, field, "is given twice: each product and variant once")
    }
    check.text(reason, "reason", bytes: 500)
    try check.finish()
  }
}
