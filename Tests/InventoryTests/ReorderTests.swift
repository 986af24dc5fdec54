import Inventory
import Testing

/// How much to order, and where.
@Suite struct ReorderTests {
  private func level(
    _ available: Int64, incoming: Int64 = 0, safety: Int64 = 10, point: Int64 = 20,
    order: Int64 = 0,
    lead: Double = 0, cover: Double = 0
  ) -> Reordering {
    Reordering(
      available: available, incoming: incoming, safetyStock: safety, reorderPoint: point,
      reorderQuantity: order,
      leadTimeDemand: lead, coverDemand: cover)
  }

  @Test("nothing is ordered above the point, and up to the target at it")
  func points() {
    #expect(level(81, lead: 70, cover: 140).quantity == 0)
    #expect(level(80, lead: 70, cover: 140).quantity == 140)
    #expect(level(10, incoming: 70, lead: 70, cover: 140).quantity == 140)
    #expect(level(10, incoming: 71, lead: 70, cover: 140).quantity == 0)
    #expect(level(79, lead: 69.2, cover: 140).quantity == 141)
  }

  @Test("a level at its reorder point gets its reorder quantity at least, also without sales")
  func withoutSales() {
    #expect(level(20, order: 100).quantity == 100)
    #expect(level(21, order: 100).quantity == 0)
    #expect(level(5).quantity == 15)
    #expect(level(20).quantity == 0)
    #expect(level(20, order: 100, cover: 500).quantity == 490)
  }

  @Test("numbers at the end of the range give as much as fits")
  func hostile() {
    #expect(level(-5, lead: 1e300, cover: 1e300).quantity == .max)
    #expect(level(.max, incoming: .max, lead: 1e18).quantity == 0)
    #expect(level(.min, incoming: -1, safety: .max, point: .max, order: .max).quantity == .max)
  }

  @Test("the day out of stock is the first by whose end nothing is left")
  func outOfStock() {
    #expect(Reordering.dayOutOfStock(available: 30, daily: [10, 10, 10, 10]) == 2)
    #expect(Reordering.dayOutOfStock(available: 31, daily: [10, 10, 10]) == nil)
    #expect(Reordering.dayOutOfStock(available: 0, daily: [0, 0]) == 0)
    #expect(Reordering.dayOutOfStock(available: 1, daily: [Double](repeating: 0.1, count: 10)) == 9)
  }

  @Test("a day takes 1/32 of what was sold, and in the end all of it")
  func recentSales() {
    var sales = RecentSales()
    sales.add(32, on: 100)
    #expect(sales.weight(on: 100) == 32 * 1024 && sales.weight(on: 101) == 31 * 1024)
    let half = Double(sales.weight(on: 122)) / (32 * 1024)
    #expect(half > 0.48 && half < 0.52)
    sales.add(1, on: 101)
    #expect(sales.weight(on: 101) == 32 * 1024)
    sales.add(.max, on: 102)
    #expect(sales.weight(on: 102) == .max)
    #expect(sales.weight(on: 102 + 1600) == 0 && sales.weight(on: .max) == 0)
    // A stamp does not go back; one of a damaged journal that does traps nothing.
    sales.add(1, on: .min)
    #expect(sales.day == 102)
  }

  @Test("shares are in the parts of what was sold, equal where nothing was, and add up to 1")
  func shares() {
    #expect(RecentSales.shares(of: [3, 0, 1]) == [0.75, 0, 0.25])
    #expect(RecentSales.shares(of: [0, 0]) == [0.5, 0.5])
    #expect(RecentSales.shares(of: []) == [])
    #expect(RecentSales.shares(of: [.max, .max, .max, .max]).reduce(0, +) == 1)
  }
}
