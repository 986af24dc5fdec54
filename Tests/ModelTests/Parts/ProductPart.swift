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
    if Pool.kits.contains(product.productID) ? !random.once(in: 8) : random.once(in: 25) {
      product.components = components(&random, in: world)
      if !random.once(in: 50) { product.variants = [] }
    }
    return .putProduct(PutProductRequest(product: random.once(in: 150) ? nil : product))
  }

  private func components(_ random: inout SplitMix, in world: World) -> [KitComponent] {
    var components: [KitComponent] = []
    for product in Pool.products.prefix(5) where random.once(in: 3) {
      components.append(
        KitComponent(
          productID: Hostility.identifier(product, &random),
          quantity: Hostility.units(random.pick([1, 1, 2, 3]), &random)
        ))
    }
    if random.once(in: 3) { components.append(KitComponent(productID: "P1", variantID: "red", quantity: 1)) }
    if random.once(in: 50) { components.append(KitComponent(productID: random.pick(Pool.kits), quantity: 1)) }
    if random.once(in: 50) { components += components }
    if random.once(in: 100) { components = Array(repeating: KitComponent(productID: "P1", quantity: 1), count: 21) }
    if random.once(in: 50) { for index in components.indices { components[index].quantity = 1_000_000 } }
    if random.once(in: 100) { for index in components.indices { components[index].quantity = 1_000_001 } }
    return components.isEmpty ? [KitComponent(productID: "P2", quantity: 2)] : components
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
    checkKit(product, &expected)
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

  /// A kit is one level deep, of things that exist; what has stock or holds neither becomes one nor ceases to be one.
  private func checkKit(_ product: Product, _ expected: inout Expectation) {
    let (world, id) = (expected.world, Name(product.productID))
    for part in product.components.map(World.Part.init) {
      if world.unknown(Place(part.ware, "")) != nil { expected.problem(.notFound) }
      if world.isKit(part.ware.product) { expected.problem(.failedPrecondition) }
    }
    let variants = Set(product.variants.map { Name($0.variantID) })
    for kit in world.products.values where Name(kit.productID) != id {
      for part in kit.components.map(World.Part.init) where part.ware.product == id {
        if !product.components.isEmpty { expected.problem(.failedPrecondition) }
        if !part.ware.variant.isEmpty, !variants.contains(part.ware.variant) { expected.problem(.failedPrecondition) }
      }
    }
    if world.products[id] != nil, world.isKit(id) == product.components.isEmpty {
      if world.levels.keys.contains(where: { $0.ware.product == id }) { expected.problem(.failedPrecondition) }
      if world.holds.contains(where: { $0.place.ware.product == id }) { expected.problem(.failedPrecondition) }
    }
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
    if product.components.count > 20 { expected.invalid("product.components") }
    if !product.components.isEmpty, !product.variants.isEmpty { expected.invalid("product.variants") }
    var seen: Set<Ware> = []
    for (index, component) in product.components.enumerated() {
      let field = "product.components[\(index)]"
      expected.identifier(component.productID, "\(field).product_id")
      expected.identifier(component.variantID, "\(field).variant_id", isNeeded: false)
      if !(1...1_000_000).contains(component.quantity) { expected.invalid("\(field).quantity") }
      if Name(component.productID) == Name(product.productID) { expected.invalid("\(field).product_id") }
      if !seen.insert(World.Part(component).ware).inserted { expected.invalid(field) }
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
