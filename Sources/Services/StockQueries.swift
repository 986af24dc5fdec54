internal import Engine
internal import LMDB
package import Messages

extension QueryService: StockServiceQueries {
  /// One level, or a product's total.
  package func getStock(_ request: GetStockRequest) throws(CallFailure) -> StockLevel {
    var check = RequestCheck()
    check.identifier(request.productID, "product_id")
    check.optionalIdentifier(request.variantID, "variant_id")
    check.optionalIdentifier(request.warehouseID, "warehouse_id")
    try check.finish()
    let key = LevelKey(product: request.productID, variant: request.variantID, warehouse: request.warehouseID)
    if let row = try reader.level(key) { return StockLevel(key, row) }
    if let kit = try kitLevel(key) { return kit }
    if request.warehouseID.isEmpty, try reader.unknownPart(key) == nil { return StockLevel(key, LevelRow()) }
    throw try reader.unknown(key)
  }

  /// What a kit has; nil where the product is none, or the warehouse is unknown.
  private func kitLevel(_ key: LevelKey) throws(CallFailure) -> StockLevel? {
    guard key.variant.isEmpty else { return nil }
    let components = try reader.components(of: key.product)
    if components.isEmpty { return nil }
    if !key.warehouse.isEmpty, try reader.warehouse(key.warehouse) == nil { return nil }
    return try reader.kitLevel(key, components)
  }

  /// Many levels from one snapshot.
  package func batchGetStock(_ request: BatchGetStockRequest) throws(CallFailure) -> BatchGetStockResponse {
    var check = RequestCheck()
    check.count(request.keys.count, "keys", 1...1000)
    for (index, key) in request.keys.enumerated() {
      check.identifier(key.productID, "keys[\(index)].product_id")
      check.optionalIdentifier(key.variantID, "keys[\(index)].variant_id")
      check.optionalIdentifier(key.warehouseID, "keys[\(index)].warehouse_id")
    }
    try check.finish()
    var response = BatchGetStockResponse()
    response.results.reserveCapacity(request.keys.count)
    for key in request.keys {
      let level = LevelKey(product: key.productID, variant: key.variantID, warehouse: key.warehouseID)
      let row = try reader.level(level)
      if let row {
        response.results.append(StockResult(level: StockLevel(level, row)))
      } else if let kit = try kitLevel(level) {
        response.results.append(StockResult(level: kit))
      } else if key.warehouseID.isEmpty, try reader.unknownPart(level) == nil {
        response.results.append(StockResult(level: StockLevel(level, LevelRow())))
      } else {
        let name = StockLevel(productID: key.productID, variantID: key.variantID, warehouseID: key.warehouseID)
        response.results.append(StockResult(level: name, missing: true))
      }
    }
    return response
  }

  /// Levels of one product or of one warehouse.
  package func listStock(_ request: ListStockRequest) throws(CallFailure) -> ListStockResponse {
    let size = try PageToken.size(request.pageSize)
    let page: Page<StockLevel>
    switch request.by {
    case .productID(let product): page = try levels(ofProduct: product, request, size)
    case .warehouseID(let warehouse): page = try levels(atWarehouse: warehouse, request, size)
    case nil: throw CallFailure.invalid("product_id", "is missing, and so is warehouse_id: give one of them")
    }
    return ListStockResponse(levels: page.elements, nextPageToken: PageToken.token(page.next))
  }

  private func levels(ofProduct product: String, _ request: ListStockRequest, _ size: Int) throws(CallFailure)
    -> Page<StockLevel>
  {
    var check = RequestCheck()
    check.identifier(product, "product_id")
    try check.finish()
    let name = LevelKey(product: product, variant: "", warehouse: "")
    guard let stored = try reader.product(product) else { throw try reader.unknown(name) }
    if stored.isKit {
      return try levels(ofKit: product, stored.components, request, size)
    }
    var prefix = KeyBuffer()
    prefix.append(utf8: product)
    prefix.append(byte: 0)
    let start = try PageToken.key(request.pageToken, prefix: [UInt8](product.utf8) + [0])
    return try reader.page(reader.tables.levels, prefix: prefix, start: start, size: size) {
      (key, value) throws(CallFailure) -> StockLevel? in
      let parts = key.parts()
      // The total has no warehouse, and is not a level.
      guard parts.count == 3, !parts[2].isEmpty else { return nil }
      guard value.byteCount == LevelRow.byteCount else { throw reader.damaged("a level of \(product)") }
      let row = LevelRow(value)
      guard request.allows(row) else { return nil }
      return StockLevel(LevelKey(product: parts[0], variant: parts[1], warehouse: parts[2]), row)
    }
  }

  /// A kit is at few warehouses: those that stock all of its components.
  private func levels(
    ofKit product: String, _ components: [KitComponent], _ request: ListStockRequest, _ size: Int
  ) throws(CallFailure) -> Page<StockLevel> {
    let prefix = [UInt8](product.utf8) + [0]
    let start = try PageToken.key(request.pageToken, prefix: prefix)
    var page = Page<StockLevel>()
    for stock in try reader.kitStock(components) {
      let place = prefix + [0] + stock.warehouse.utf8
      if let start, place.lexicographicallyPrecedes(start) { continue }
      var row = LevelRow()
      row.onHand = stock.available
      row.updatedAt = stock.rows.map(\.updatedAt).max() ?? 0
      guard request.allows(row) else { continue }
      if page.elements.count == size {
        page.next = place
        break
      }
      page.elements.append(StockLevel(LevelKey(product: product, variant: "", warehouse: stock.warehouse), row))
    }
    return page
  }

  private func levels(atWarehouse warehouse: String, _ request: ListStockRequest, _ size: Int) throws(CallFailure)
    -> Page<StockLevel>
  {
    var check = RequestCheck()
    check.identifier(warehouse, "warehouse_id")
    try check.finish()
    if try reader.warehouse(warehouse) == nil { throw unknownWarehouse(warehouse) }
    var prefix = KeyBuffer()
    prefix.append(utf8: warehouse)
    prefix.append(byte: 0)
    let start = try PageToken.key(request.pageToken, prefix: [UInt8](warehouse.utf8) + [0])
    return try reader.page(reader.tables.levelsByWarehouse, prefix: prefix, start: start, size: size) {
      (key, _) throws(CallFailure) -> StockLevel? in
      let parts = key.parts()
      guard parts.count == 3 else { return nil }
      let level = LevelKey(product: parts[1], variant: parts[2], warehouse: parts[0])
      guard let row = try reader.level(level), request.allows(row) else { return nil }
      return StockLevel(level, row)
    }
  }

  /// NOT_FOUND for a warehouse.
  func unknownWarehouse(_ id: String) -> CallFailure {
    .notFound(
      "there is no warehouse \(id)", [Refusal(warehouseID: id, reason: .unknownWarehouse)])
  }

  /// One product, by id, SKU or barcode.
  package func getProduct(_ request: GetProductRequest) throws(CallFailure) -> Product {
    var check = RequestCheck()
    let owner: CodeOwner?
    let name: String
    switch request.key {
    case .productID(let id):
      check.identifier(id, "product_id")
      try check.finish()
      (owner, name) = (CodeOwner(product: id, variant: ""), "product \(id)")
    case .sku(let sku):
      check.identifier(sku, "sku")
      try check.finish()
      (owner, name) = (try reader.owner(ofSKU: sku), "product with the SKU \(sku)")
    case .barcode(let barcode):
      check.identifier(barcode, "barcode")
      try check.finish()
      (owner, name) = (try reader.owner(ofBarcode: barcode), "product with the barcode \(barcode)")
    case nil: throw CallFailure.invalid("product_id", "is missing, and so are sku and barcode: give one of them")
    }
    if let owner, let product = try reader.product(owner.product) { return product }
    throw CallFailure.notFound(
      "there is no \(name)", [Refusal(productID: owner?.product ?? "", reason: .unknownProduct)])
  }

  /// Products by id.
  package func listProducts(_ request: ListProductsRequest) throws(CallFailure) -> ListProductsResponse {
    let size = try PageToken.size(request.pageSize)
    let start = try PageToken.key(request.pageToken, prefix: [])
    let page = try reader.page(reader.tables.products, prefix: KeyBuffer(), start: start, size: size) {
      (key, _) throws(CallFailure) -> Product? in try reader.product(key.text())
    }
    return ListProductsResponse(products: page.elements, nextPageToken: PageToken.token(page.next))
  }
}

extension ListStockRequest {
  /// Whether a level passes every filter that is set.
  func allows(_ row: LevelRow) -> Bool {
    if belowSafetyStock, row.available >= row.safetyStock { return false }
    if belowReorderPoint, row.available > row.reorderPoint { return false }
    return !outOfStock || row.available <= 0
  }
}
