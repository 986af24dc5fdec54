import Engine
import RetailOrders
import Testing

@Suite(
  "A year of real orders",
  .enabled(if: RetailData.isPresent, "the order lines are not part of this project: \(RetailData.folder) is not there"))
struct YearTests {
  @Test("whatever happens in a year, the service and a ledger of plain dictionaries agree on every quantity")
  func year() throws {
    let data = try RetailData()
    let clock = ContinuousClock()
    let start = clock.now
    let year = try Year(data, seed: 2011)
    try year.run()
    let ran = clock.now
    year.shop.close()
    // Adds the journal up by rules of its own, and folds it into a second state that must be the same byte for byte.
    let report = try Verifier.verify(directory: year.shop.directory)
    #expect(report.isSound, "\(report)")
    print("year: \(year.summary.text); \(ran - start), and \(clock.now - ran) to verify")
    for name in [
      "lines refused for stock", "lines refused for their channel", "orders from several warehouses",
      "transfers between centres", "transfers from suppliers", "discrepancies", "reallocations", "carts abandoned",
      "transfers shipped after their holds had expired", "found corrected", "found review", "found moved",
    ] {
      #expect(year.summary.counts[name] ?? 0 > 0, "a year without \(name)")
    }
  }
}
