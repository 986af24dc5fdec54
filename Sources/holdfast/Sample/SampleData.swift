internal import Messages

/// The project's own sample data: the same on every machine and at every run.
enum SampleData {
  /// Every level: at two to five warehouses a product, some of them low or empty.
  static func settings() -> [StockSetting] {
    var numbers = SampleNumbers(seed: 7117)
    var settings: [StockSetting] = []
    for index in 0..<productCount {
      if index == 0 {
        settings += conversationSettings
      } else if hasSizes(index) {
        for size in ["S", "M", "L", "XL"] { settings += levels(index, size, at: 2, &numbers) }
      } else {
        settings += levels(index, "", at: 2 + numbers.below(4), &numbers)
      }
    }
    return settings
  }

  /// The first product, whose figures the first conversation speaks of.
  private static let conversationSettings = [("DC-CHI", 120), ("DC-ATL", 80), ("DC-LAX", 60)].map { warehouse, units in
    StockSetting(
      productID: productID(0), warehouseID: warehouse, onHand: Int64(units), safetyStock: 10, reorderPoint: 20,
      reorderQuantity: 100, expectedVersion: 0)
  }

  private static func levels(
    _ index: Int, _ variant: String, at count: Int, _ numbers: inout SampleNumbers
  ) -> [StockSetting] {
    var places = warehouses.map(\.warehouseID)
    return (0..<count).map { _ in
      let place = places.remove(at: numbers.below(places.count))
      let safety = 5 + numbers.below(20)
      let units =
        switch numbers.below(20) {
        case 0: 0
        case 1, 2: numbers.below(safety)
        default: safety + numbers.below(400)
        }
      // Version 0 = only where there is no such level yet: stock that was sold meanwhile stays sold.
      return StockSetting(
        productID: productID(index), variantID: variant, warehouseID: place, onHand: Int64(units),
        safetyStock: Int64(safety), reorderPoint: Int64(2 * safety), reorderQuantity: Int64(10 * safety),
        expectedVersion: 0)
    }
  }
}
