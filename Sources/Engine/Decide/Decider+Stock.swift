internal import Inventory
package import Messages

extension Decider: StockServiceCommands {
  /// Makes a product, or replaces all that is said of it.
  package func putProduct(_ request: PutProductRequest) throws(CallFailure) -> Product {
    guard var product = request.product else { throw CallFailure.internal("a product without a product") }
    let old = try view.product(product.productID)
    for (code, _) in product.codes(.sku) { try requireFree(code, "SKU", try view.owner(ofSKU: code), product) }
    for (code, _) in product.codes(.barcodes) {
      try requireFree(code, "barcode", try view.owner(ofBarcode: code), product)
    }
    try requireKitRules(product, old)
    if let old {
      let kept = Set(product.variants.map(\.variantID))
      for variant in old.variants where !kept.contains(variant.variantID) {
        if try view.hasLevels(product: product.productID, variant: variant.variantID) {
          throw CallFailure.failedPrecondition(
            "variant \(variant.variantID) of \(product.productID) has stock levels and cannot be left out", [])
        }
      }
      product.createdAt = old.createdAt
      product.updatedAt = old.updatedAt
      if product == old { return old }
    } else {
      product.createdAt = now
    }
    product.updatedAt = now
    var entry = entry(.product)
    entry.subject = .product(product)
    draft.entries.append(entry)
    return product
  }

  private func requireFree(_ code: String, _ kind: String, _ owner: CodeOwner?, _ product: Product)
    throws(CallFailure)
  {
    guard let owner, !isSameIdentifier(owner.product, product.productID) else { return }
    throw CallFailure.alreadyExists("\(kind) \(code) is that of product \(owner.product)")
  }

  /// Sets levels, all or none.
  package func setStock(_ request: SetStockRequest) throws(CallFailure) -> SetStockResponse {
    let policy = try view.policy()
    var indices: [Int] = []
    try requireRoom(for: request.settings.flatMap(\.openingHolds))
    for setting in request.settings {
      let key = LevelKey(product: setting.productID, variant: setting.variantID, warehouse: setting.warehouseID)
      let index = try level(key)
      indices.append(index)
      if !draft.levels[index].exists { try requireParts(key) }
      try expect(setting.expectedVersion, of: index)
      if let onHand = setting.onHand, onHand < draft.levels[index].row.onHand { try releaseDue(at: index) }
      let level = draft.levels[index]
      var row = level.row
      if !level.exists {
        row.setDefaults(policy)
      }
      row.onHand = setting.onHand ?? row.onHand
      row.safetyStock = setting.safetyStock ?? row.safetyStock
      row.reorderPoint = setting.reorderPoint ?? row.reorderPoint
      row.reorderQuantity = setting.reorderQuantity ?? row.reorderQuantity
      if !request.allowOversold { try requireHeld(key, from: level.row, to: row) }
      if level.exists, !setting.openingHolds.isEmpty {
        throw CallFailure.failedPrecondition(
          "\(describe(key)) exists: opening holds come with a new level only", [])
      }
      if row != level.row || !level.exists {
        var entry = entry(.set, quantity: row.onHand - level.row.onHand)
        entry.reason = request.reason
        entry.referenceID = request.referenceID
        entry.metadata = request.metadata
        try change(index, entry) { (changed) throws(InventoryError) in changed = row }
      }
      for hold in setting.openingHolds { try open(hold, at: index, allowOversold: request.allowOversold) }
    }
    return SetStockResponse(levels: indices.map { stockLevel($0) })
  }

  /// Sees to it that no reference gathers too many opening holds.
  private func requireRoom(for holds: [OpeningHold]) throws(CallFailure) {
    let references = holds.map { $0.reference ?? Reference() }.sorted(by: precedes)
    var start = 0
    while start < references.count {
      let end = references[start...].firstIndex { precedes(references[start], $0) } ?? references.count
      try requireRoom(end - start, for: references[start], hasOthers: true)
      start = end
    }
  }

  private func precedes(_ left: Reference, _ right: Reference) -> Bool {
    left.type == right.type ? identifierPrecedes(left.id, right.id) : left.type.rawValue < right.type.rawValue
  }

  private func open(_ hold: OpeningHold, at index: Int, allowOversold: Bool) throws(CallFailure) {
    let level = draft.levels[index]
    try requireActive(level.key)
    try requireNoTransfer(hold.reference ?? Reference())
    if hold.quantity > level.row.available, !allowOversold {
      let refusal = Refusal(
        level.key, requested: hold.quantity, available: level.row.available, reason: .notEnoughStock)
      throw CallFailure.failedPrecondition("opening hold: \(refusal.message)", [refusal])
    }
    if !allowOversold { try requireSellable(hold.quantity, by: hold.channelID, level.key) }
    _ = try reserve(
      index, quantity: hold.quantity, reference: hold.reference ?? Reference(), channelID: hold.channelID,
      expiresAt: hold.expiresAt)
  }

  /// No command lowers on_hand below reserved + quarantined.
  private func requireHeld(_ key: LevelKey, from old: LevelRow, to new: LevelRow) throws(CallFailure) {
    guard new.onHand < old.onHand, new.available < 0 else { return }
    let refusal = Refusal(key, requested: old.onHand - new.onHand, available: old.available, reason: .belowHeld)
    throw CallFailure.failedPrecondition(refusal.message, [refusal])
  }

  /// Changes levels by a number of units, all lines or none.
  package func adjustStock(_ request: AdjustStockRequest) throws(CallFailure) -> AdjustStockResponse {
    var indices: [Int] = []
    for line in request.lines {
      let key = LevelKey(product: line.productID, variant: line.variantID, warehouse: line.warehouseID)
      let index = try existingLevel(key)
      try expect(line.expectedVersion, of: index)
      indices.append(index)
      if line.quantity < 0 || line.type == .quarantine { try releaseDue(at: index) }
      try adjust(index, line, request)
    }
    return AdjustStockResponse(levels: indices.map { stockLevel($0) })
  }

  private func adjust(_ index: Int, _ line: AdjustmentLine, _ request: AdjustStockRequest) throws(CallFailure) {
    var entry = entry(EntryType(line.type), quantity: line.quantity)
    entry.reason = request.reason
    entry.referenceID = request.referenceID
    entry.metadata = request.metadata
    entry.channelID = line.channelID
    let old = draft.levels[index].row
    let key = draft.levels[index].key
    func refuse(_ available: Int64) -> CallFailure {
      let refusal = Refusal(
        key, requested: line.quantity.magnitude > UInt64(Int64.max) ? .max : Int64(line.quantity.magnitude),
        available: available, reason: .notEnoughStock)
      return CallFailure.failedPrecondition(refusal.message, [refusal])
    }
    switch line.type {
    case .quarantine:
      if line.quantity > old.available { throw refuse(old.available) }
      try change(index, entry) { (row) throws(InventoryError) in
        row.quarantined = try row.quarantined.adding(line.quantity)
      }
    case .unquarantine:
      if line.quantity > old.quarantined { throw refuse(old.quarantined) }
      try change(index, entry) { (row) throws(InventoryError) in row.quarantined -= line.quantity }
    case .damage where line.inQuarantine:
      if -line.quantity > old.quarantined { throw refuse(old.quarantined) }
      if -line.quantity > old.onHand { throw refuse(old.onHand) }
      try change(index, entry) { (row) throws(InventoryError) in
        row.quarantined += line.quantity
        row.onHand += line.quantity
      }
    default:
      if line.quantity < 0 {
        if -line.quantity > old.onHand { throw refuse(max(0, old.available)) }
        if -line.quantity > old.available, !request.allowOversold { throw refuse(old.available) }
      }
      try change(index, entry) { (row) throws(InventoryError) in
        row.onHand = try row.onHand.adding(line.quantity)
        if line.inQuarantine { row.quarantined = try row.quarantined.adding(line.quantity) }
      }
      if line.type == .sale { try sell(-line.quantity, by: line.channelID, key) }
    }
  }

  /// Moves available stock between two warehouses.
  package func moveStock(_ request: MoveStockRequest) throws(CallFailure) -> MoveStockResponse {
    let from = LevelKey(product: request.productID, variant: request.variantID, warehouse: request.fromWarehouseID)
    let to = LevelKey(product: request.productID, variant: request.variantID, warehouse: request.toWarehouseID)
    let source = try existingLevel(from)
    let destination = try level(to)
    if !draft.levels[destination].exists { try requireParts(to) }
    try releaseDue(at: source)
    let available = draft.levels[source].row.available
    if request.quantity > available {
      let refusal = Refusal(from, requested: request.quantity, available: available, reason: .notEnoughStock)
      throw CallFailure.failedPrecondition(refusal.message, [refusal])
    }
    func moving(_ type: EntryType, _ quantity: Int64, other: String) -> Entry {
      var entry = entry(type, quantity: quantity)
      entry.reason = request.reason
      entry.referenceID = request.referenceID
      entry.otherWarehouseID = other
      return entry
    }
    try change(source, moving(.transferOut, -request.quantity, other: to.warehouse)) {
      (row) throws(InventoryError) in row.onHand -= request.quantity
    }
    let isNew = !draft.levels[destination].exists
    let policy = try view.policy()
    try change(destination, moving(.transferIn, request.quantity, other: from.warehouse)) {
      (row) throws(InventoryError) in
      if isNew {
        row.setDefaults(policy)
      }
      row.onHand = try row.onHand.adding(request.quantity)
    }
    return MoveStockResponse(from: stockLevel(source), to: stockLevel(destination))
  }
}

extension LevelRow {
  /// Gives a level that is made the settings that the policy says.
  mutating func setDefaults(_ policy: PolicyInForce) {
    safetyStock = policy.safetyStock
    reorderPoint = policy.reorderPoint
    reorderQuantity = policy.reorderQuantity
  }
}

extension EntryType {
  /// The entry that a line of AdjustStock writes.
  init(_ type: AdjustmentType) {
    self =
      switch type {
      case .return: .return
      case .sale: .sale
      case .damage: .damage
      case .quarantine: .quarantine
      case .unquarantine: .unquarantine
      default: .adjustment
      }
  }
}
