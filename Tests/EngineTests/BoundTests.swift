import Journal
import Messages
import Testing

@testable import Engine

/// No command does work without a bound, however many holds lie in its way.
@Suite("Bounded commands")
struct BoundTests {
  /// A bench with a level of 100 units, of which `holds` are held by as many carts and due by now.
  private func bench(due holds: Int, limit: Int = 10) throws -> Bench {
    let bench = try Bench()
    try bench.stock(["W1": 100, "W2": 100])
    bench.writer.decider.dueLimit = limit
    try bench.run((0..<holds).map { bench.reserve(1, cart: "C\($0)", ttl: 60) })
    bench.now += 61_000_000
    return bench
  }

  /// How many entries each command has that was recorded after `sequence`.
  private func commands(_ bench: Bench, after sequence: UInt64) throws -> [Int] {
    var records = try bench.writer.journal.reader.records(from: sequence + 1)
    var counts: [Int] = []
    while let record = try records.next() {
      var count = 0
      record.forEachEntry { entry in
        count += 1
        if entry.endsCommand {
          counts.append(count)
          count = 0
        }
      }
    }
    return counts
  }

  @Test("a level with very many due holds is swept in parts before the command that needs it is decided")
  func manyDue() throws {
    let bench = try bench(due: 35)
    let before = bench.writer.facts.sequence
    _ = try bench.ok(bench.reserve(100, order: "O1"), as: ReserveResponse.self)
    // The last one is the hold, and the alert that nothing is left.
    #expect(try commands(bench, after: before) == [10, 10, 10, 5, 2])
    #expect(bench.writer.facts.holds == 1)
    #expect(try bench.faults() == [])
  }

  @Test("due holds that a command has met too many of stay released though it is refused")
  func refused() throws {
    let bench = try bench(due: 35)
    expect(try bench.refusal(bench.reserve(101, order: "O1")), .failedPrecondition)
    #expect(bench.writer.facts.holds == 0)
    let before = bench.writer.facts.sequence
    expect(try bench.refusal(bench.reserve(101, order: "O1")), .failedPrecondition)
    #expect(bench.writer.facts.sequence == before)
  }

  @Test("a command counts what is due at all its levels together")
  func together() throws {
    let bench = try bench(due: 8)
    bench.now -= 61_000_000
    try bench.run((0..<7).map { bench.reserve(1, at: "W2", cart: "D\($0)", ttl: 60) })
    bench.now += 61_000_000
    let before = bench.writer.facts.sequence
    let lines = ["W1", "W2"].map {
      AdjustmentLine(productID: "P1", warehouseID: $0, type: .damage, quantity: -100)
    }
    _ = try bench.ok(.adjustStock(.init(lines: lines)), as: AdjustStockResponse.self)
    // The last two of four are alerts.
    #expect(try commands(bench, after: before) == [8, 7, 4])
    #expect(try bench.faults() == [])
  }

  @Test("commands before and after one that has to wait for a sweep keep their order, ids and answers")
  func inBatch() throws {
    let bench = try bench(due: 35)
    let outcomes = try bench.run(
      [
        bench.reserve(3, at: "W2", order: "O1"), bench.reserve(60, order: "O2"), bench.reserve(60, order: "O3"),
        bench.reserve(40, order: "O4"), bench.reserve(60, order: "O2"),
      ], commandIDs: [[1], [2], [3], [4], [2]], sweepLimit: 5)
    #expect(outcomes.map { $0.failure?.statusCode } == [nil, nil, .failedPrecondition, nil, nil])
    #expect(outcomes.map(\.isRepeated) == [false, false, false, false, true])
    #expect(try bench.level("P1", "W1")?.available == 0)
    #expect(try bench.faults() == [])
  }

  @Test("the same batch gives the same entries wherever it is taken, and a state folded from them is the same")
  func deterministic() throws {
    let bench = try bench(due: 35)
    try bench.run([bench.reserve(60, order: "O1"), bench.reserve(60, order: "O2")])
    let replayed = try bench.replayed()
    #expect(try replayed.dump() == bench.dump())
    #expect(replayed.writer.facts == bench.writer.facts)
  }

  @Test("a reference gathers no more holds than it may, those that are due not counted")
  func gathering() throws {
    let bench = try Bench()
    try bench.stock(["W1": 100, "W2": 100])
    bench.writer.decider.referenceLimit = 3
    func add(ttl: UInt32 = 0) -> CommandRequest { bench.reserve(1, order: "O1", ttl: ttl, existing: .add) }
    #expect(try bench.run([add(ttl: 60), add(), add()]).allSatisfy { $0.failure == nil })
    let refusal = try bench.refusal(add())
    expect(refusal, .failedPrecondition)
    #expect(refusal.status.message.contains("order O1 has 3 open reservations"))
    _ = try bench.ok(bench.reserve(1, order: "O1", existing: .replace), as: ReserveResponse.self)
    _ = try bench.ok(add(ttl: 60), as: ReserveResponse.self)
    _ = try bench.ok(add(ttl: 60), as: ReserveResponse.self)
    bench.now += 61_000_000
    _ = try bench.ok(add(), as: ReserveResponse.self)
    #expect(bench.writer.facts.holds == 2, "what was due made room")
    #expect(try bench.faults() == [])
  }

  @Test("a cart that is made an order's, and opening holds, count as well")
  func otherWays() throws {
    let bench = try Bench()
    try bench.stock(["W1": 100])
    bench.writer.decider.referenceLimit = 2
    _ = try bench.ok(bench.reserve(1, order: "O1"), as: ReserveResponse.self)
    let order = Reference(type: .order, id: "O1")
    func opening(_ count: Int) -> CommandRequest {
      let hold = OpeningHold(reference: order, quantity: 1)
      return .setStock(
        .init(settings: [
          StockSetting(
            productID: "P1", warehouseID: "W2", onHand: 9, openingHolds: [OpeningHold](repeating: hold, count: count))
        ]))
    }
    expect(try bench.refusal(opening(2)), .failedPrecondition)
    _ = try bench.ok(opening(1), as: SetStockResponse.self)
    _ = try bench.ok(bench.reserve(1, cart: "C1"), as: ReserveResponse.self)
    expect(
      try bench.refusal(.convertReservation(.init(cartID: "C1", orderID: "O1", existing: .add))), .failedPrecondition)
    let released: ReleaseResponse = try bench.ok(.release(.init(reference: order)))
    #expect(released.released.count == 2)
  }
}
