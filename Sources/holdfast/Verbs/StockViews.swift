internal import Messages

extension View {
  /// Levels as a table.
  static func levels(_ levels: [StockLevel]) -> View {
    let table = Table(
      [
        .text("PRODUCT"), .text("VARIANT", hidesWhenBlank: true), .text("WAREHOUSE"), .number("ON HAND"),
        .number("RESERVED"), .number("QUARANTINED", dropOrder: 2, hidesWhenBlank: true), .number("AVAILABLE"),
        .number("INCOMING", dropOrder: 3, hidesWhenBlank: true), .number("SAFETY", dropOrder: 4, hidesWhenBlank: true),
        .number("REORDER AT", dropOrder: 5, hidesWhenBlank: true),
        .number("REORDER", dropOrder: 6, hidesWhenBlank: true), .number("VERSION", dropOrder: 1),
        .whole("CHANGED", dropOrder: 7),
      ],
      rows: levels.map { level in
        [
          level.productID, level.variantID, level.warehouseID.isEmpty ? "(all)" : level.warehouseID,
          Words.number(level.onHand), Words.number(level.reserved), Words.number(level.quarantined),
          Words.number(level.available), Words.number(level.incoming), Words.number(level.safetyStock),
          Words.number(level.reorderPoint), Words.number(level.reorderQuantity), Words.number(level.version),
          Words.time(level.updatedAt),
        ]
      })
    return View([.table(table)], ids: levels.map(id(of:)))
  }

  /// Products as a table.
  static func products(_ products: [Product]) -> View {
    let table = Table(
      [
        .text("PRODUCT"), .text("NAME"), .text("SKU"), .number("VARIANTS"), .text("BARCODES", dropOrder: 2),
        .whole("CHANGED", dropOrder: 1),
      ],
      rows: products.map { product in
        [
          product.productID, product.name, product.sku, Words.number(product.variants.count),
          product.barcodes.joined(separator: " "), Words.time(product.updatedAt),
        ]
      })
    return View([.table(table)], ids: products.map(\.productID))
  }

  /// One product with all that is said of it.
  static func product(_ product: Product) -> View {
    let facts = [
      Fact("Product", product.productID), Fact("Name", product.name), Fact("SKU", product.sku),
      Fact("Barcodes", product.barcodes.joined(separator: " ")), Fact("Made", Words.time(product.createdAt)),
      Fact("Changed", Words.time(product.updatedAt)),
    ]
    let variants = Table(
      [.text("VARIANT"), .text("NAME"), .text("SKU"), .text("BARCODES")],
      rows: product.variants.map { [$0.variantID, $0.name, $0.sku, $0.barcodes.joined(separator: " ")] })
    let components = Table(
      [.text("COMPONENT"), .number("UNITS")],
      rows: product.components.map { [Words.product($0.productID, $0.variantID), Words.number($0.quantity)] })
    return View([.facts(facts), .table(variants), .table(components)], ids: [product.productID])
  }

  private static func id(of level: StockLevel) -> String {
    let product = Words.product(level.productID, level.variantID)
    return level.warehouseID.isEmpty ? product : "\(product)@\(level.warehouseID)"
  }
}
