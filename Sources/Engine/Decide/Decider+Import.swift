internal import Inventory
package import Messages

/// ImportStock: rows of a file, each good or bad on its own.
extension Decider {
  /// What became of a part of a row: it was found, or the row is bad.
  private enum Found<Value> {
    case value(Value)
    case bad(field: String, message: String)
  }

  /// Sets on_hand from rows of a file.
  package func importStock(_ request: ImportStockRequest) throws(CallFailure) -> ImportStockResponse {
    var response = ImportStockResponse()
    for row in request.rows {
      switch try take(row) {
      case .value(true): response.changed += 1
      case .value(false): response.unchanged += 1
      case .bad(let field, let message):
        response.errors.append(ImportError(rowNumber: row.rowNumber, field: field, message: message))
      }
    }
    if request.dryRun { draft.drop() }
    return response
  }

  /// Takes a row; the value is whether it changes its level.
  private func take(_ row: ImportRow) throws(CallFailure) -> Found<Bool> {
    let owner: CodeOwner
    switch try self.owner(row) {
    case .value(let found): owner = found
    case .bad(let field, let message): return .bad(field: field, message: message)
    }
    guard let warehouse = try view.warehouseID(code: row.warehouseCode) else {
      return .bad(
        field: "WarehouseCode",
        message: row.warehouseCode.isEmpty ? "is missing" : "there is no warehouse with the code \(row.warehouseCode)")
    }
    for (value, field) in [
      (row.quantity, "Quantity"), (row.safetyStock ?? 0, "SafetyStock"), (row.reorderPoint ?? 0, "ReorderPoint"),
    ] where value < 0 { return .bad(field: field, message: "is \(value): must not be negative") }
    let key = LevelKey(product: owner.product, variant: owner.variant, warehouse: warehouse)
    let index = try level(key)
    if !draft.levels[index].exists, let refusal = try view.unknownPart(key) {
      return .bad(field: refusal.reason == .unknownVariant ? "VariantID" : "ProductID", message: refusal.message)
    }
    return try set(index, row)
  }

  private func set(_ index: Int, _ row: ImportRow) throws(CallFailure) -> Found<Bool> {
    if row.quantity < draft.levels[index].row.onHand { try releaseDue(at: index) }
    let old = draft.levels[index]
    var new = old.row
    new.onHand = row.quantity
    if !old.exists { new.reorderQuantity = try view.policy().reorderQuantity }
    new.safetyStock = row.safetyStock ?? new.safetyStock
    new.reorderPoint = row.reorderPoint ?? new.reorderPoint
    if old.exists, new == old.row { return .value(false) }
    if new.onHand < old.row.onHand, new.available < 0 {
      return .bad(
        field: "Quantity",
        message:
          "is \(row.quantity), less than the \(old.row.reserved + old.row.quarantined) that are held or in quarantine")
    }
    guard (try? draft.totals[old.total].row.onHand.adding(new.onHand - old.row.onHand)) != nil else {
      return .bad(field: "Quantity", message: "is \(row.quantity): the product's total would not fit in 64 bits")
    }
    var entry = entry(.set, quantity: new.onHand - old.row.onHand)
    entry.source = .import
    try change(index, entry) { (changed) throws(InventoryError) in changed = new }
    return .value(true)
  }

  /// The product and variant that a row names by id, by SKU, or by both.
  private func owner(_ row: ImportRow) throws(CallFailure) -> Found<CodeOwner> {
    var check = RequestCheck()
    check.optionalIdentifier(row.sku, "SKU")
    check.optionalIdentifier(row.productID, "ProductID")
    check.optionalIdentifier(row.variantID, "VariantID")
    check.optionalIdentifier(row.warehouseCode, "WarehouseCode")
    if let wrong = check.violations.first { return .bad(field: wrong.field, message: wrong.message) }
    let given = CodeOwner(product: row.productID, variant: row.variantID)
    if row.sku.isEmpty {
      return given.product.isEmpty
        ? .bad(field: "ProductID", message: "is missing, and so is SKU") : .value(given)
    }
    let named = try view.owner(ofSKU: row.sku)
    if given.product.isEmpty {
      return named.map { .value($0) } ?? .bad(field: "SKU", message: "no product has the SKU \(row.sku)")
    }
    if try view.product(given.product) == nil {
      return .bad(field: "ProductID", message: "there is no product \(given.product)")
    }
    if named == given { return .value(given) }
    let other = named.map { "that of \($0.text)" } ?? "nobody's"
    return .bad(field: "SKU", message: "\(row.sku) is \(other), not that of \(given.text)")
  }
}

extension CodeOwner {
  /// The product and variant for people.
  fileprivate var text: String { describe(LevelKey(product: product, variant: variant, warehouse: "")) }
}
