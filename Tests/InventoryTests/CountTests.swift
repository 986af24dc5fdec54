import Inventory
import Testing

@Suite("Counts, receipts and what to count next")
struct CountTests {
  @Test("a count changes on_hand by counted − book, and what would fall below held is for somebody to decide")
  func counts() throws {
    func verdict(_ counted: Int64, _ book: Int64, _ onHand: Int64, _ held: Int64) throws -> CountVerdict {
      try .count(counted: counted, bookOnHand: book, onHand: onHand, held: held)
    }
    #expect(try verdict(10, 10, 7, 7) == .equal)
    #expect(try verdict(8, 10, 7, 5) == .correct(-2))
    #expect(try verdict(8, 10, 7, 6) == .review(-2))
    #expect(try verdict(12, 10, 3, 9) == .correct(2))
    #expect(try verdict(0, 10, 7, 0) == .review(-10))
    #expect(throws: InventoryError.overflow) { try verdict(.max, 0, 1, 0) }
  }

  @Test("a small difference is corrected, a large one, or one that takes away what is held, is not")
  func reconciliations() throws {
    func verdict(_ counted: Int64, _ onHand: Int64, _ held: Int64, _ limit: Int64) throws -> CountVerdict {
      try .reconciliation(counted: counted, onHand: onHand, held: held, limit: limit)
    }
    #expect(try verdict(5, 5, 9, 0) == .equal)
    #expect(try verdict(10, 5, 0, 5) == .correct(5))
    #expect(try verdict(11, 5, 0, 5) == .review(6))
    #expect(try verdict(5, 10, 5, 5) == .correct(-5))
    #expect(try verdict(5, 10, 6, 5) == .review(-5))
    #expect(try verdict(4, 10, 0, 5) == .review(-6))
    #expect(try verdict(6, 5, 0, 0) == .review(1))
    #expect(try verdict(.max, 0, 0, 5) == .review(.max))
  }

  @Test("received, incoming and missing are what was sent and the surplus, whatever parts arrive")
  func receipts() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let sent = Int64.random(in: 1...50, using: &generator)
      var progress = TransferProgress(sent: sent, incoming: sent)
      var arrived: Int64 = 0
      for _ in 0..<Int.random(in: 0...5, using: &generator) {
        let units = Int64.random(in: 0...30, using: &generator)
        let before = progress.incoming
        let expected = try progress.receive(units)
        arrived += units
        #expect(before - expected == progress.incoming)
        #expect(progress.received == arrived)
        #expect(progress.received + progress.incoming == sent + max(0, progress.difference))
      }
      let missing = progress.close()
      #expect(progress.isAccountedFor)
      #expect(arrived + missing == sent + max(0, arrived - sent))
      #expect(missing == 0 || progress.difference == -missing)
    }
    var progress = TransferProgress(sent: 1, received: .max, incoming: 0)
    #expect(throws: InventoryError.overflow) { try progress.receive(1) }
    #expect(throws: InventoryError.outOfRange) { try progress.receive(-1) }
    #expect(progress == TransferProgress(sent: 1, received: .max, incoming: 0))
  }

  @Test("the points of a level are those of the formula")
  func priorities() {
    let day: Int64 = 86_400_000_000
    let now = 20_000 * day
    func score(_ days: Int64?, _ sold: Int64, _ differences: Int64) -> Double {
      CountPriority(
        lastCountedAt: days.map { now - $0 * day }, soldUnits: sold, differences: differences, now: now
      ).score
    }
    #expect(score(nil, 0, 0) == 365)
    #expect(score(10, 0, 0) == 10)
    #expect(score(1000, 0, 0) == 365)
    #expect(score(-3, 0, 0) == 0)
    #expect(score(0, 100, 0) == 50)
    #expect(score(0, 0, 3) == 60)
    #expect(score(0, 0, 99) == 200)
    #expect(score(7, 300, 1) == 102)
  }
}
