internal import Inventory
internal import Messages

extension PutProductRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    var check = RequestCheck()
    guard let product else {
      check.add("product", "is missing")
      return try check.finish()
    }
    check.identifier(product.productID, "product.product_id")
    check.text(product.name, "product.name", bytes: 512)
    check.optionalIdentifier(product.sku, "product.sku")
    check.count(product.barcodes.count, "product.barcodes", 0...20)
    check.count(product.variants.count, "product.variants", 0...200)
    var codes: Set<String> = []
    var variants: Set<String> = []
    func own(_ check: inout RequestCheck, _ code: String, _ field: String) {
      check.require(codes.insert(code).inserted, field, "\(code) is given twice")
    }
    if !product.sku.isEmpty { own(&check, "s" + product.sku, "product.sku") }
    for (index, code) in product.barcodes.enumerated() {
      check.identifier(code, "product.barcodes[\(index)]")
      own(&check, "b" + code, "product.barcodes[\(index)]")
    }
    for (index, variant) in product.variants.enumerated() {
      let field = "product.variants[\(index)]"
      check.identifier(variant.variantID, "\(field).variant_id")
      check.require(variants.insert(variant.variantID).inserted, "\(field).variant_id", "is given twice")
      check.text(variant.name, "\(field).name", bytes: 512)
      check.optionalIdentifier(variant.sku, "\(field).sku")
      if !variant.sku.isEmpty { own(&check, "s" + variant.sku, "\(field).sku") }
      check.count(variant.barcodes.count, "\(field).barcodes", 0...20)
      for (number, code) in variant.barcodes.enumerated() {
        check.identifier(code, "\(field).barcodes[\(number)]")
        own(&check, "b" + code, "\(field).barcodes[\(number)]")
      }
    }
    check.count(product.components.count, "product.components", 0...20)
    if product.isKit, !product.variants.isEmpty {
      check.add("product.variants", "must be empty: a kit has none")
    }
    var parts: Set<LevelKey> = []
    for (index, component) in product.components.enumerated() {
      let field = "product.components[\(index)]"
      check.identifier(component.productID, "\(field).product_id")
      check.optionalIdentifier(component.variantID, "\(field).variant_id")
      check.require(
        (1...1_000_000).contains(component.quantity), "\(field).quantity",
        "is \(component.quantity): must be from 1 to 1000000")
      check.require(
        !isSameIdentifier(component.productID, product.productID), "\(field).product_id", "is the kit itself")
      check.require(parts.insert(component.level(at: "")).inserted, field, "is given twice: each component once")
    }
    try check.finish()
  }
}

extension SetStockRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    var check = RequestCheck()
    check.count(settings.count, "settings", 1...1000)
    var seen: Set<LevelKey> = []
    for (index, setting) in settings.enumerated() {
      let field = "settings[\(index)]"
      check.identifier(setting.productID, "\(field).product_id")
      check.optionalIdentifier(setting.variantID, "\(field).variant_id")
      check.identifier(setting.warehouseID, "\(field).warehouse_id")
      check.notNegative(setting.onHand ?? 0, "\(field).on_hand")
      check.notNegative(setting.safetyStock ?? 0, "\(field).safety_stock")
      check.notNegative(setting.reorderPoint ?? 0, "\(field).reorder_point")
      check.notNegative(setting.reorderQuantity ?? 0, "\(field).reorder_quantity")
      let key = LevelKey(product: setting.productID, variant: setting.variantID, warehouse: setting.warehouseID)
      check.require(seen.insert(key).inserted, field, "is given twice: each level once")
      check.count(setting.openingHolds.count, "\(field).opening_holds", 0...100)
      for (number, hold) in setting.openingHolds.enumerated() {
        check.reference(hold.reference, "\(field).opening_holds[\(number)].reference")
        check.positive(hold.quantity, "\(field).opening_holds[\(number)].quantity")
        check.notNegative(hold.expiresAt, "\(field).opening_holds[\(number)].expires_at")
        check.optionalIdentifier(hold.channelID, "\(field).opening_holds[\(number)].channel_id")
      }
    }
    check.text(reason, "reason")
    check.optionalIdentifier(referenceID, "reference_id")
    check.metadata(metadata)
    try check.finish()
  }
}

extension AdjustStockRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    var check = RequestCheck()
    check.count(lines.count, "lines", 1...1000)
    for (index, line) in lines.enumerated() {
      let field = "lines[\(index)]"
      check.identifier(line.productID, "\(field).product_id")
      check.optionalIdentifier(line.variantID, "\(field).variant_id")
      check.identifier(line.warehouseID, "\(field).warehouse_id")
      check.optionalIdentifier(line.channelID, "\(field).channel_id")
      switch line.type {
      case .adjustment: check.require(line.quantity != 0, "\(field).quantity", "is 0: nothing would change")
      case .return, .quarantine, .unquarantine: check.positive(line.quantity, "\(field).quantity")
      case .sale, .damage:
        check.require(
          line.quantity < 0, "\(field).quantity", "is \(line.quantity): must be negative, for goods that go")
      default:
        check.add(
          "\(field).type",
          "is \(line.type): must be ADJUSTMENT_TYPE_ADJUSTMENT, _RETURN, _SALE, _DAMAGE, _QUARANTINE or _UNQUARANTINE")
      }
      if line.inQuarantine {
        check.require(
          line.type == .return || line.type == .damage, "\(field).in_quarantine", "goes with RETURN and DAMAGE only")
      }
      if !line.channelID.isEmpty {
        check.require(
          line.type == .return || line.type == .sale, "\(field).channel_id", "goes with SALE and RETURN only")
      }
      check.require(line.quantity != .min, "\(field).quantity", "is out of range")
    }
    check.text(reason, "reason")
    check.optionalIdentifier(referenceID, "reference_id")
    check.metadata(metadata)
    try check.finish()
  }
}

extension MoveStockRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    var check = RequestCheck()
    check.identifier(productID, "product_id")
    check.optionalIdentifier(variantID, "variant_id")
    check.identifier(fromWarehouseID, "from_warehouse_id")
    check.identifier(toWarehouseID, "to_warehouse_id")
    check.require(
      fromWarehouseID != toWarehouseID || fromWarehouseID.isEmpty, "to_warehouse_id", "is the same as from_warehouse_id"
    )
    check.positive(quantity, "quantity")
    check.text(reason, "reason")
    check.optionalIdentifier(referenceID, "reference_id")
    try check.finish()
  }
}

extension ImportStockRequest {
  /// Checks all that can be checked without the state. What is wrong with a row is that row's matter alone.
  func validate() throws(CallFailure) {
    var check = RequestCheck()
    check.count(rows.count, "rows", 1...1000)
    try check.finish()
  }
}
