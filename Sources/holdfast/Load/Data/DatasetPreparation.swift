internal import Glibc
internal import Messages

/// Finds the products and warehouses that load is put on, or makes them.
struct DatasetPreparation {
  let target: LoadTarget
  /// Whether a person is to see how far it has got.
  var showsProgress = true

  private static let settingsPerCall = 1000
  private static let productsInFlight = 512
  private static let settingsInFlight = 16

  /// What is there.
  ///
  /// - Parameters:
  ///   - products: so many are wanted; nil = all that there are.
  ///   - warehouses: so many are wanted; nil = all that there are.
  /// - Throws: ``ToolFailure`` when there is less than is wanted, or nothing.
  func find(products: UInt32?, warehouses: UInt32?) throws -> Dataset {
    let caller = try LoadCaller(target, inFlight: 1)
    defer { caller.close() }
    let found = try existing(caller, products: products, warehouses: warehouses)
    let wanted = Dataset(products: products ?? found.products, warehouses: warehouses ?? found.warehouses)
    guard found.levels > 0, found.products >= wanted.products, found.warehouses >= wanted.warehouses else {
      throw ToolFailure(
        .notFound, "the server has \(found.levels == 0 ? "no stock" : "too little stock") for load to be put on",
        advice: "`holdfast load --prepare --products \(products ?? 100_000) --warehouses \(warehouses ?? 10)` makes it."
      )
    }
    return wanted
  }

  /// Makes what is missing of `dataset`, and sets all of its stock to `stock` units if that is said.
  func prepare(_ dataset: Dataset, stock: Int64?) throws {
    let scout = try LoadCaller(target, inFlight: 1)
    let found: Dataset
    do {
      defer { scout.close() }
      found = try existing(scout, products: nil, warehouses: nil)
      for number in 0..<UInt64(dataset.warehouses) { try makeWarehouse(number, scout) }
    }
    let known = found.warehouses >= dataset.warehouses ? min(found.products, dataset.products) : 0
    try makeProducts(min(found.products, dataset.products)..<dataset.products)
    let first = stock == nil ? UInt64(known) * UInt64(dataset.warehouses) : 0
    try setStock(first..<dataset.levels, of: dataset, to: stock ?? 1_000_000_000)
  }

  private func existing(_ caller: LoadCaller, products: UInt32?, warehouses: UInt32?) throws -> Dataset {
    if let products, let warehouses,
      try isThere(caller, product: UInt64(products) - 1, warehouse: UInt64(warehouses) - 1)
    {
      return Dataset(products: products, warehouses: warehouses)
    }
    let places = try count(most: UInt64(Dataset.mostWarehouses)) { number in
      try isThere(caller, product: 0, warehouse: number)
    }
    guard places > 0 else { return Dataset(products: 0, warehouses: 0) }
    let things = try count(most: UInt64(UInt32.max)) { number in
      try isThere(caller, product: number, warehouse: min(places, UInt64(warehouses ?? .max)) - 1)
    }
    return Dataset(products: UInt32(clamping: things), warehouses: UInt32(clamping: places))
  }

  private func count(most: UInt64, _ isThere: (UInt64) throws -> Bool) throws -> UInt64 {
    var search = CountSearch(most: most)
    while let question = search.question { search.learn(try isThere(question)) }
    return search.count
  }

  private func isThere(_ caller: LoadCaller, product: UInt64, warehouse: UInt64) throws -> Bool {
    let request = GetStockRequest(
      productID: Dataset.productID(product), warehouseID: Dataset.warehouseID(warehouse))
    let status = try caller.call(.stockServiceGetStock, request)
    switch status.statusCode {
    case .ok: return true
    case .notFound: return false
    default: throw ToolFailure(status, method: Method.stockServiceGetStock.info.name)
    }
  }

  private func makeWarehouse(_ number: UInt64, _ caller: LoadCaller) throws {
    let id = Dataset.warehouseID(number)
    // Spread over a country, so that choosing among them is not a draw.
    let latitude = 30 + Double(number * 7 % 18)
    let longitude = -120 + Double(number * 11 % 50)
    let warehouse = Warehouse(
      warehouseID: id, code: id, name: "Load test \(number)",
      address: Address(country: "US", latitude: latitude, longitude: longitude))
    let status = try caller.call(
      .warehouseServiceCreateWarehouse, CreateWarehouseRequest(warehouse: warehouse))
    guard status.statusCode == .ok || status.statusCode == .alreadyExists else {
      throw ToolFailure(status, method: Method.warehouseServiceCreateWarehouse.info.name)
    }
  }

  private func makeProducts(_ numbers: Range<UInt32>) throws {
    guard !numbers.isEmpty else { return }
    let caller = try LoadCaller(target, inFlight: Self.productsInFlight)
    defer { caller.close() }
    var progress = Progress(unit: "products", total: UInt64(numbers.count), isShown: showsProgress)
    defer { progress.clear() }
    for number in numbers {
      let product = Product(
        productID: Dataset.productID(UInt64(number)), name: "Load test \(number)", sku: Dataset.sku(UInt64(number)))
      try caller.send(.stockServicePutProduct, PutProductRequest(product: product)) {}
      let done = number - numbers.lowerBound
      if done % 64 == 0 { progress.update(UInt64(done)) }
    }
    try caller.finish()
  }

  private func setStock(_ levels: Range<UInt64>, of dataset: Dataset, to stock: Int64) throws {
    guard !levels.isEmpty else { return }
    let caller = try LoadCaller(target, inFlight: Self.settingsInFlight)
    defer { caller.close() }
    var progress = Progress(unit: "levels", total: UInt64(levels.count), isShown: showsProgress)
    defer { progress.clear() }
    var first = levels.lowerBound
    while first < levels.upperBound {
      let last = min(levels.upperBound, first + UInt64(Self.settingsPerCall))
      let settings = (first..<last).map { level in
        StockSetting(
          productID: Dataset.productID(level / UInt64(dataset.warehouses)),
          warehouseID: Dataset.warehouseID(level % UInt64(dataset.warehouses)), onHand: stock)
      }
      try caller.send(.stockServiceSetStock, SetStockRequest(settings: settings, reason: "load test")) {}
      first = last
      progress.update(first - levels.lowerBound)
    }
    try caller.finish()
  }
}
