import Inventory
import LMDB
import Messages
import Testing

@testable import Engine

/// Alerts: raised, changed and closed by what causes them, and by nothing else.
@Suite struct AlertTests {
  /// The open alerts, the first one raised first.
  private func alerts(_ bench: Bench) throws -> [Alert] {
    try bench.reading { view in
      var numbers: [AlertNumber] = []
      try view.transaction.forEach(view.tables.alerts, prefix: KeyBuffer()) { (key, _) throws(LMDBError) in
        numbers.append(key.bigEndianUInt64(at: 0))
        return true
      }
      return try numbers.map { try #require(try view.alert($0)) }
    }
  }

  private func adjust(
    _ quantity: Int64, _ type: AdjustmentType = .adjustment, of product: String = "P1", at warehouse: String = "W1"
  ) -> CommandRequest {
    .adjustStock(
      .init(lines: [AdjustmentLine(productID: product, warehouseID: warehouse, type: type, quantity: quantity)]))
  }

  private func change(_ bench: Bench, _ request: CommandRequest) throws {
    let outcome = try bench.run([request])[0]
    #expect(outcome.failure == nil)
  }

  @Test("a level that is sold down goes through every kind, in one alert, and closes it when it is filled again")
  func throughAllKinds() throws {
    let bench = try Bench()
    try bench.stock(["W1": 100])
    #expect(try alerts(bench).isEmpty)
    try change(bench, adjust(-80))
    let first = try #require(try alerts(bench).first)
    #expect(first.kind == .reorderNeeded && first.severity == .low && first.status == .open)
    #expect(first.value == 20 && first.threshold == 20 && first.reorderQuantity == 100)
    #expect(first.productID == "P1" && first.warehouseID == "W1" && first.raisedAt == bench.now)
    let sequence = bench.writer.facts.sequence
    try change(bench, adjust(-1))
    #expect(bench.writer.facts.sequence == sequence + 1, "a quantity that changes no condition writes no alert")
    bench.now += 1_000_000
    try change(bench, adjust(-9))
    var open = try alerts(bench)
    #expect(open.count == 1 && open[0].kind == .lowStock && open[0].severity == .medium && open[0].value == 10)
    #expect(open[0].alertID == first.alertID && open[0].raisedAt == first.raisedAt && open[0].updatedAt == bench.now)
    #expect(open[0].threshold == 10 && open[0].reorderQuantity == 0)
    try change(bench, adjust(-10))
    open = try alerts(bench)
    #expect(open.count == 1 && open[0].kind == .outOfStock && open[0].severity == .high && open[0].threshold == 0)
    try change(bench, adjust(21))
    #expect(try alerts(bench).isEmpty)
    #expect(try bench.replayed().dump() == bench.dump())
  }

  @Test("a hold takes what is available, and its expiry gives it back: both change the alert")
  func holds() throws {
    let bench = try Bench()
    try bench.stock(["W1": 25])
    try change(bench, bench.reserve(25, cart: "c", ttl: 60))
    #expect(try alerts(bench).map(\.kind) == [.outOfStock])
    bench.now += 60_000_000
    try bench.run([], sweepLimit: 10)
    #expect(try alerts(bench).isEmpty)
    #expect(try bench.replayed().dump() == bench.dump())
  }

  @Test("a level that is made with too little raises, and so does a setting that moves the bounds")
  func settings() throws {
    let bench = try Bench()
    try bench.stock(["W1": 15, "W2": 0])
    #expect(try alerts(bench).map(\.kind) == [.reorderNeeded, .outOfStock])
    let setting = StockSetting(productID: "P1", warehouseID: "W1", safetyStock: 15)
    try change(bench, .setStock(.init(settings: [setting])))
    #expect(try alerts(bench).map(\.kind) == [.lowStock, .outOfStock])
    let row = ImportRow(
      rowNumber: 1, productID: "P1", warehouseCode: "C-W3", quantity: 1, safetyStock: 5, reorderPoint: 9)
    try change(bench, .importStock(.init(rows: [row], dryRun: true)))
    #expect(try alerts(bench).count == 2, "a dry run raises nothing")
    try change(bench, .importStock(.init(rows: [row])))
    #expect(try alerts(bench).map(\.kind) == [.lowStock, .outOfStock, .lowStock])
  }

  @Test("a refused command raises nothing, though its first lines would have")
  func refused() throws {
    let bench = try Bench()
    try bench.stock(["W1": 50, "W2": 50])
    _ = try bench.refusal(
      .adjustStock(
        .init(lines: [
          AdjustmentLine(productID: "P1", warehouseID: "W1", type: .adjustment, quantity: -50),
          AdjustmentLine(productID: "P1", warehouseID: "W2", type: .adjustment, quantity: -51),
        ])))
    #expect(try alerts(bench).isEmpty)
    let outcome = try bench.run([bench.reserve(60, cart: "c")])[0]
    #expect(outcome.failure != nil)
    #expect(try alerts(bench).isEmpty)
  }

  @Test("alerts come after the entries of the command and before its kept answer, which names the last of them")
  func order() throws {
    let bench = try Bench()
    try bench.stock(["W1": 30])
    let before = bench.writer.facts.sequence
    let outcome = try bench.run([adjust(-30)], commandIDs: [[1]])[0]
    // The change, the alert, the answer.
    #expect(bench.writer.facts.sequence == before + 3 && outcome.sequence == before + 3)
    #expect(try alerts(bench).first?.alertID.hasSuffix("-\(before + 2)") == true)
  }

  @Test("acknowledging is all or none, once, and ends when the alert gets worse, not when it gets better")
  func acknowledging() throws {
    let bench = try Bench()
    try bench.stock(["W1": 5, "W2": 15])
    let ids = try alerts(bench).map(\.alertID)
    let refusal = try bench.refusal(.acknowledgeAlert(.init(alertIDs: [ids[0], "nothing-1", "nothing-2"])))
    expect(refusal, .notFound)
    #expect(refusal.status.refusals.map(\.alertID) == ["nothing-1", "nothing-2"])
    #expect(try alerts(bench).allSatisfy { $0.status == .open })
    bench.now += 5_000_000
    let done = try bench.ok(
      .acknowledgeAlert(.init(alertIDs: ids.reversed(), note: "ordered")), as: AcknowledgeAlertResponse.self)
    #expect(done.alerts.map(\.alertID) == ids.reversed())
    #expect(done.alerts.allSatisfy { $0.status == .acknowledged && $0.acknowledgedAt == bench.now })
    #expect(done.alerts.allSatisfy { $0.acknowledgedBy == "tests" })
    let sequence = bench.writer.facts.sequence
    _ = try bench.ok(.acknowledgeAlert(.init(alertIDs: ids)), as: AcknowledgeAlertResponse.self)
    #expect(bench.writer.facts.sequence == sequence)
    // W1 from LOW_STOCK to REORDER_NEEDED, W2 from REORDER_NEEDED to OUT_OF_STOCK.
    try change(bench, adjust(10))
    try change(bench, adjust(-15, at: "W2"))
    let now = try alerts(bench)
    #expect(now.map(\.kind) == [.reorderNeeded, .outOfStock])
    #expect(now.map(\.status) == [.acknowledged, .open])
    #expect(now[1].acknowledgedAt == 0 && now[1].acknowledgedBy.isEmpty)
  }

  @Test("what cannot be an acknowledgement is said field by field", arguments: [[], ["a", "a"], ["\u{1}"]])
  func validation(_ ids: [String]) throws {
    let bench = try Bench()
    expect(try bench.refusal(.acknowledgeAlert(.init(alertIDs: ids))), .invalidArgument)
    expect(
      try bench.refusal(
        .acknowledgeAlert(.init(alertIDs: ["a"], note: String(repeating: "x", count: 501)))), .invalidArgument)
  }

  @Test("more than 100 units in an hour raise one alert a product, and the sweeper closes it when the hour has passed")
  func velocity() throws {
    let bench = try Bench()
    // Whole minutes make the test easy to follow.
    bench.now = 1_800_000_000_000_000
    try bench.stock(["W1": 10_000, "W2": 10_000])
    try change(bench, adjust(-60, .sale))
    bench.now += 30 * 60_000_000
    try change(bench, adjust(-40, .sale, at: "W2"))
    #expect(try alerts(bench).isEmpty)
    try change(bench, adjust(-1, .sale))
    var open = try alerts(bench)
    #expect(open.map(\.kind) == [.highVelocity] && open[0].value == 101 && open[0].threshold == 100)
    #expect(open[0].productID == "P1" && open[0].warehouseID.isEmpty)
    let fall = Int64(1_800_000_000_000_000 + 3_600_000_000)
    #expect(bench.writer.nextExpiry == fall)
    // More sales put it off: then the first minute's 60 units are not enough.
    try change(bench, adjust(-100, .sale))
    #expect(try alerts(bench).count == 1)
    #expect(bench.writer.nextExpiry == fall + 30 * 60_000_000)
    bench.now = fall + 30 * 60_000_000 - 1
    try bench.run([], sweepLimit: 10)
    #expect(try alerts(bench).count == 1)
    bench.now += 1
    try bench.reopen()
    try bench.run([], sweepLimit: 10)
    open = try alerts(bench)
    #expect(open.isEmpty)
    #expect(bench.writer.nextExpiry == .max)
    #expect(try bench.replayed().dump() == bench.dump())
    try change(bench, adjust(-101, .sale))
    #expect(try alerts(bench).map(\.kind) == [.highVelocity])
  }

  @Test("the lines of one command are added up a product, and goods that come back do not count")
  func velocityOfOneCommand() throws {
    let bench = try Bench()
    for product in ["P1", "P2"] { try bench.stock(["W1": 10_000], product: product) }
    let lines = [("P2", -50), ("P1", -60), ("P2", -51), ("P1", -40)].map { product, quantity in
      AdjustmentLine(productID: product, warehouseID: "W1", type: .sale, quantity: Int64(quantity))
    }
    try change(bench, .adjustStock(.init(lines: lines)))
    #expect(try alerts(bench).map(\.productID) == ["P2"])
    try change(bench, adjust(500, .return))
    #expect(try alerts(bench).count == 1)
  }

  @Test("the policy says how many units an hour may hold; what is open keeps the limit that it passed")
  func velocityPolicy() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10_000])
    _ = try bench.ok(.putPolicy(.init(policy: Policy(highVelocityUnits: 5))), as: Policy.self, role: .admin)
    try change(bench, adjust(-5, .sale))
    #expect(try alerts(bench).isEmpty)
    try change(bench, adjust(-1, .sale))
    #expect(try alerts(bench).map(\.threshold) == [5])
    _ = try bench.ok(.putPolicy(.init(policy: Policy(highVelocityUnits: 50))), as: Policy.self, role: .admin)
    try bench.run([], sweepLimit: 10)
    #expect(try alerts(bench).map(\.threshold) == [5])
    bench.now += 3_600_000_000
    try bench.run([], sweepLimit: 10)
    #expect(try alerts(bench).isEmpty)
  }

  @Test("an alert about a discrepancy or a review is raised once and closed by its subject")
  func subjects() throws {
    let bench = try Bench()
    try bench.stock(["W1": 100])
    let level = LevelKey(product: "P1", variant: "", warehouse: "W1")
    try bench.reading { view in
      let decider = Decider(view: view)
      decider.begin(caller: Caller(principal: "tests", role: .admin), now: bench.now, firstSequence: 1000)
      // Alerts follow entries: without one there is nothing to follow.
      decider.draft.entries.append(Entry(type: .discrepancy))
      decider.raise(.reconcileReview, subject: "R1", level: level, value: 9, threshold: 1)
      decider.raise(.transferDiscrepancy, subject: "D1", level: level, value: -3, threshold: 10)
      decider.close(.reconcileReview, subject: "R1")
      try decider.alert()
      #expect(decider.draft.entries.count == 2)
      guard case .alert(let alert)? = decider.draft.entries.last?.subject else { return #expect(Bool(false)) }
      #expect(alert.alertID == view.alertID(1001) && alert.subjectID == "D1" && alert.severity == .medium)
    }
  }

  @Test("in a long random run the open alerts are what the levels say, each once, after every step")
  func randomRun() throws {
    let bench = try Bench()
    for product in ["P1", "P2"] { try bench.stock(["W1": 30, "W2": 12, "W3": 0], product: product) }
    var generator = SystemRandomNumberGenerator()
    var carts = 0
    for _ in 0..<400 {
      let product = ["P1", "P2"].randomElement(using: &generator) ?? "P1"
      let warehouse = ["W1", "W2", "W3"].randomElement(using: &generator) ?? "W1"
      let units = Int64.random(in: 1...25, using: &generator)
      bench.now += Int64.random(in: 0...20_000_000, using: &generator)
      carts += 1
      let requests: [CommandRequest] = [
        adjust(units, of: product, at: warehouse), adjust(-units, .sale, of: product, at: warehouse),
        bench.reserve(units, of: product, at: warehouse, cart: "c\(carts)", ttl: 60),
        adjust(units, .quarantine, of: product, at: warehouse),
        .moveStock(
          .init(productID: product, fromWarehouseID: warehouse, toWarehouseID: "W1", quantity: units)),
        .setStock(
          .init(settings: [
            StockSetting(
              productID: product, warehouseID: warehouse, onHand: units * 2, safetyStock: units / 2,
              reorderPoint: units)
          ])),
      ]
      // What is refused raises nothing, and that too is checked.
      if let request = requests.randomElement(using: &generator),
        (try? Command(request, caller: .init(principal: "t", role: .operator))) != nil
      {
        try bench.run([request], sweepLimit: Bool.random(using: &generator) ? 3 : 0)
      }
      var expected: [String] = []
      for product in ["P1", "P2"] {
        for warehouse in ["W1", "W2", "W3"] {
          guard let row = try bench.level(product, warehouse) else { continue }
          if row.available <= 0 {
            expected.append("\(product) \(warehouse) 1")
          } else if row.available <= row.safetyStock {
            expected.append("\(product) \(warehouse) 2")
          } else if row.available <= row.reorderPoint {
            expected.append("\(product) \(warehouse) 3")
          }
        }
      }
      let open = try alerts(bench).filter { $0.kind != .highVelocity }
      #expect(open.map { "\($0.productID) \($0.warehouseID) \($0.kind.rawValue)" }.sorted() == expected)
    }
    #expect(try bench.replayed().dump() == bench.dump())
  }
}
