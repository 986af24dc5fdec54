import Messages

/// ImportStock of StockService.
struct ImportPart: ModelPart {
  let weight = 1

  func command(_ random: inout SplitMix, in world: World) -> CommandRequest {
    var rows: [ImportRow] = []
    for number in 0..<random.number(1...6) {
      var row = ImportRow(
        rowNumber: UInt64(number + 2), warehouseCode: Hostility.identifier(random.pick(Pool.codes), &random),
        quantity: Hostility.units(random.units(upTo: 30), &random))
      if random.once(in: 2) {
        row.sku = Hostility.identifier(random.pick(Pool.skus), &random)
      } else {
        row.productID = Hostility.identifier(random.pick(Pool.products), &random)
        row.variantID = random.pick(Pool.variants)
      }
      if random.once(in: 20) { row.sku = random.pick(Pool.skus) }
      if random.once(in: 5) { row.safetyStock = Hostility.units(random.units(), &random) }
      if random.once(in: 5) { row.reorderPoint = Hostility.units(random.units(), &random) }
      rows.append(row)
    }
    if random.once(in: 100) { rows = [] }
    return .importStock(ImportStockRequest(rows: rows, dryRun: random.once(in: 6)))
  }

  func expectation(of request: CommandRequest, _ call: Call, in world: World) -> Expectation? {
    guard case .importStock(let request) = request else { return nil }
    var expected = Expectation(world)
    if request.rows.isEmpty {
      expected.invalid("rows")
      return expected
    }
    var result = ImportStockResponse()
    let given: ImportStockResponse? = call.response()
    for row in request.rows {
      let fields = wrongFields(row, in: expected.world)
      if fields.isEmpty {
        let before = expected.world
        if let wrong = apply(row, to: &expected.world) {
          expected.world = before
          result.errors.append(ImportError(rowNumber: row.rowNumber, field: wrong))
        } else if expected.world.entries == before.entries {
          result.unchanged += 1
        } else {
          result.changed += 1
        }
      } else {
        let named = given?.errors.filter { $0.rowNumber == row.rowNumber }.map(\.field) ?? []
        if named.isEmpty || !named.allSatisfy(fields.contains) {
          expected.object("row \(row.rowNumber): names \(named), and \(fields) are wrong")
        }
        result.errors += named.map { ImportError(rowNumber: row.rowNumber, field: $0) }
      }
    }
    if request.dryRun { expected.world = world }
    // What the messages for people say is not the model's business.
    if let given, given.errors.count == result.errors.count {
      for index in given.errors.indices { result.errors[index].message = given.errors[index].message }
      if given.errors.contains(where: { $0.message.isEmpty }) { expected.object("says nothing of a bad row") }
    }
    expected.answer = result
    return expected
  }

  /// The fields of a row that could be called wrong, by the names of the columns; empty for a good row.
  private func wrongFields(_ row: ImportRow, in world: World) -> Set<String> {
    var fields: Set<String> = []
    if row.quantity < 0 { fields.insert("Quantity") }
    if (row.safetyStock ?? 0) < 0 { fields.insert("SafetyStock") }
    if (row.reorderPoint ?? 0) < 0 { fields.insert("ReorderPoint") }
    if !world.warehouses.values.contains(where: { Name($0.code) == Name(row.warehouseCode) }) {
      fields.insert("WarehouseCode")
    }
    if let ware = ware(row, in: world) {
      if let reason = world.unknown(Place(ware, "")) {
        fields.insert(reason == .unknownVariant ? "VariantID" : "ProductID")
      }
      // Which of the names that lead to a kit is told is left open.
      if world.isKit(ware.product) { fields.formUnion(row.sku.isEmpty ? ["ProductID"] : ["SKU", "ProductID"]) }
      if !row.sku.isEmpty, world.ware(sku: row.sku) != ware { fields.formUnion(["SKU", "ProductID", "VariantID"]) }
    } else {
      fields.formUnion(row.sku.isEmpty ? ["ProductID", "SKU"] : ["SKU"])
    }
    return fields
  }

  private func ware(_ row: ImportRow, in world: World) -> Ware? {
    if !row.productID.isEmpty {
      return Ware(product: Name(row.productID), variant: Name(row.variantID))
    }
    guard !row.sku.isEmpty, let found = world.ware(sku: row.sku) else { return nil }
    return row.variantID.isEmpty ? found : Ware(product: found.product, variant: Name(row.variantID))
  }

  /// Applies a row that is well; returns the field that is wrong where the state does not allow it.
  private func apply(_ row: ImportRow, to world: inout World) -> String? {
    guard let ware = ware(row, in: world),
      let warehouse = world.warehouses.first(where: { Name($0.value.code) == Name(row.warehouseCode) })?.key
    else { return "SKU" }
    let place = Place(ware, warehouse)
    let old = world.levels[place]
    if let old, row.quantity < old.onHand { world.expire(at: [place]) }
    var level =
      world.levels[place]
      ?? World.Level(safetyStock: 0, reorderPoint: 0, reorderQuantity: world.policy.defaultReorderQuantity ?? 100)
    level.onHand = row.quantity
    level.safetyStock = row.safetyStock ?? level.safetyStock
    level.reorderPoint = row.reorderPoint ?? level.reorderPoint
    if level != world.levels[place] { world.change(place, .set) { $0.take(level) } }
    if row.quantity < old?.onHand ?? .max, world.held(place).map({ row.quantity < $0 }) ?? true { return "Quantity" }
    return world.total(ware) == nil ? "Quantity" : nil
  }

  func compare(_ world: World, with queries: Queries, _ random: inout SplitMix) throws {}
}

extension World {
  func ware(sku: String) -> Ware? {
    for (id, product) in products {
      if !product.sku.isEmpty, Name(product.sku) == Name(sku) { return Ware(product: id, variant: "") }
      for variant in product.variants where !variant.sku.isEmpty && Name(variant.sku) == Name(sku) {
        return Ware(product: id, variant: Name(variant.variantID))
      }
    }
    return nil
  }
}
