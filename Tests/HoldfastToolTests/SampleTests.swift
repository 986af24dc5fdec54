import Messages
import Testing

@testable import holdfast

@Suite("Sample data")
struct SampleTests {
  @Test("the sample data is what the pages say, and the same each time")
  func size() {
    #expect(SampleData.warehouses.count == 10)
    #expect(Set(SampleData.warehouses.compactMap(\.address?.country)).count >= 4)
    let settings = SampleData.settings()
    #expect(settings == SampleData.settings())
    #expect((5000...12_000).contains(settings.count))
  }

  @Test("names, SKUs and barcodes are unique, and barcodes have a right check digit")
  func products() {
    let products = (0..<SampleData.productCount).map(SampleData.product)
    #expect(Set(products.map(\.name)).count == products.count)
    let skus = products.flatMap { [$0.sku] + $0.variants.map(\.sku) }
    #expect(Set(skus).count == skus.count)
    let barcodes = products.flatMap { $0.barcodes + $0.variants.flatMap(\.barcodes) }
    #expect(Set(barcodes).count == barcodes.count)
    for barcode in barcodes {
      let digits = barcode.compactMap(\.wholeNumberValue)
      #expect(digits.count == 13)
      #expect(digits.enumerated().reduce(0) { $0 + $1.element * ($1.offset % 2 == 0 ? 1 : 3) } % 10 == 0)
    }
  }

  @Test("each level is named once, is of a known product, variant and warehouse, and never replaces one that is there")
  func levels() {
    let places = Set(SampleData.warehouses.map(\.warehouseID))
    var seen: Set<String> = []
    let variants = Dictionary(
      uniqueKeysWithValues: (0..<SampleData.productCount).map { index in
        (SampleData.productID(index), Set(SampleData.product(index).variants.map(\.variantID)))
      })
    for setting in SampleData.settings() {
      #expect(seen.insert("\(setting.productID)/\(setting.variantID)@\(setting.warehouseID)").inserted)
      #expect(places.contains(setting.warehouseID))
      #expect(setting.variantID.isEmpty || variants[setting.productID]?.contains(setting.variantID) == true)
      #expect(setting.expectedVersion == 0)
      #expect((setting.onHand ?? -1) >= 0)
    }
  }

  @Test("each call's id is made of its content, and short enough")
  func commandIDs() throws {
    let steps = try SampleSteps()
    let all = steps.warehouses + steps.products + steps.stock
    #expect(all.count == steps.count)
    #expect(Set(all.map(\.commandID)).count == all.count)
    #expect(all.allSatisfy { $0.commandID.utf8.count <= 64 })
    #expect(try SampleSteps().stock.map(\.commandID) == steps.stock.map(\.commandID))
  }
}
