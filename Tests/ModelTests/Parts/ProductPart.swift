import Messages

/// The products of StockService: PutProduct; GetProduct, ListProducts.
struct ProductPart: ModelPart {
  let weight = 2

  func command(_ random: inout SplitMix, in world: World) -> CommandRequest {
    var product = Product(
      productID: Hostility.identifier(random.pick(Pool.products), &random),
      name: random.pick(["One", "Two", random.once(in: 50) ? String(repeating: "n", count: 513) : ""]),
      sku: Hostility.identifier(random.pick(Pool.skus), &random))
    for id in ["red", "blue"] where !random.once(in: 4) {
      product.variants.append(
        Variant(
          variantID: Hostility.identifier(id, &random), name: id, sku: random.pick(Pool.skus),
          barcodes: Pool.barcodes.filter { _ in random.once(in: 10) }))
    }
    product.barcodes = Pool.barcodes.filter { _ in random.once(in: 6) }
    if random.once(in: 100) { product.variants += product.variants }
    return .putProduct(PutProductRequest(product: random.once(in: 150) ? nil : product))
  }

  func expectation(of request: CommandRequest, _ call: Call, in world: World) -> Expectation? {
    guard case .putProduct(let request) = request else { return nil }
    var expected = Expectation(world)
    guard var product = request.product else {
      expected.invalid("product")
      return expected
    }
    check(product, &expected)
    if expected.isMalformed { return expected }
    let id = Name(product.productID)
    let skus = Set(product.allSKUs.map { Name($0) })
    let barcodes = Set(product.allBarcodes.map { Name($0) })
    for (otherID, other) in world.products where otherID != id {
      if !skus.isDisjoint(with: other.allSKUs.map { Name($0) })
        || !barcodes.isDisjoint(with: other.allBarcodes.map { Name($0) })
      {
        expected.problem(.alreadyExists)
      }
    }
    let variants = Set(product.variants.map { Name($0.variantID) })
    for place in world.levels.keys where place.ware.product == id && !place.ware.variant.isEmpty {
      if !variants.contains(place.ware.variant) { expected.problem(.failedPrecondition) }
    }
    let stored = world.products[id]
    product.createdAt = stored?.createdAt ?? world.now
    product.updatedAt = stored?.updatedAt ?? world.now
    if product != stored {
      product.updatedAt = world.now
      expected.world.products[id] = product
      expected.world.entries += 1
    }
    expected.answer = product
    return expected
  }

  private func check(_ product: Product, _ expected: inout Expectation) {
    expected.identifier(product.productID, "product.product_id")
    if product.name.utf8.count > 512 { expected.invalid("product.name") }
    expected.identifier(product.sku, "product.sku", isNeeded: false)
    var skus: Set<Name> = product.sku.isEmpty ? [] : [Name(product.sku)]
    var barcodes: Set<Name> = []
    for (index, code) in product.barcodes.enumerated() where !barcodes.insert(Name(code)).inserted {
      expected.invalid("product.barcodes[\(index)]")
    }
    var ids: Set<Name> = []
    for (index, variant) in product.variants.enumerated() {
      let field = "product.variants[\(index)]"
      expected.identifier(variant.variantID, "\(field).variant_id")
      if !ids.insert(Name(variant.variantID)).inserted { expected.invalid("\(field).variant_id") }
      if !variant.sku.isEmpty, !skus.insert(Name(variant.sku)).inserted { expected.invalid("\(field).sku") }
      for (number, code) in variant.barcodes.enumerated() where !barcodes.insert(Name(code)).inserted {
        expected.invalid("\(field).barcodes[\(number)]")
      }
    }
  }

  func compare(_ world: World, with queries: Queries, _ random: inout SplitMix) throws {
    func ask(_ key: GetProductRequest.Key, _ stored: Product?) throws {
      try queries.expect(.stockServiceGetProduct, GetProductRequest(key: key), stored, else: .notFound)
    }
    for id in Pool.products + Pool.unknown { try ask(.productID(id), world.products[Name(id)]) }
    for sku in Pool.skus where !sku.isEmpty {
      try ask(.sku(sku), world.products.values.first { $0.allSKUs.map { Name($0) }.contains(Name(sku)) })
    }
    for code in Pool.barcodes {
      try ask(.barcode(code), world.products.values.first { $0.allBarcodes.map { Name($0) }.contains(Name(code)) })
    }
    let size = UInt32(random.number(0...3))
    try queries.expectList("products", world.products.sorted { $0.key < $1.key }.map(\.value)) {
      (token) -> ([Product], String) in
      let page: ListProductsResponse = try queries.ask(
        .stockServiceListProducts, ListProductsRequest(pageSize: size, pageToken: token))
      return (page.products, page.nextPageToken)
    }
  }
}

extension Product {
  var allSKUs: [String] { ([sku] + variants.map(\.sku)).filter { !$0.isEmpty } }
  var allBarcodes: [String] { barcodes + variants.flatMap(\.barcodes) }
}
