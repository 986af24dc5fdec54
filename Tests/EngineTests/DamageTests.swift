import LMDB
import Messages
import Testing

@testable import Engine

/// Whatever a damaged file holds, it is told as damage: nothing traps, and nothing impossible passes for stock.
@Suite("A damaged state")
struct DamageTests {
  /// A bench with a level, a hold that expires, one that does not, a sale and a kept answer.
  private func used() throws -> Bench {
    let bench = try Bench()
    try bench.stock(["W1": 100, "W2": 7])
    try bench.run(
      [bench.reserve(3, order: "O1"), bench.reserve(2, cart: "C1", ttl: 60), bench.reserve(1, order: "O2")],
      commandIDs: [[1], [2], [3]])
    _ = try bench.ok(
      .fulfill(.init(reference: Reference(type: .order, id: "O2"))), as: FulfillResponse.self)
    return bench
  }

  /// Gives every key of a table this value.
  private func overwrite(_ bench: Bench, _ table: Table, with value: [UInt8]) throws {
    let transaction = try WriteTransaction(bench.writer.environment)
    var keys: [[UInt8]] = []
    try transaction.forEach(table, prefix: KeyBuffer()) { (key, _) throws(LMDBError) in
      keys.append(key.array)
      return true
    }
    #expect(!keys.isEmpty)
    for bytes in keys {
      var key = KeyBuffer()
      unsafe key.append(bytes: bytes.span.bytes)
      try transaction.put(table, key, value)
    }
    try transaction.commit()
  }

  /// Runs everything that looks at levels, holds and kept answers; returns what was thrown.
  private func useAll(_ bench: Bench) -> [String] {
    var faults: [String] = []
    func attempt(_ body: () throws -> Void) {
      do { try body() } catch { faults.append("\(error)") }
    }
    attempt { _ = try bench.level("P1", "W1") }
    attempt { try bench.reading { _ = try $0.levels(product: "P1", variant: "") } }
    attempt { try bench.reading { _ = try $0.levels(ofProduct: "P1", limit: 10, where: { _ in true }) } }
    attempt { try bench.reading { _ = try $0.holds(Reference(type: .order, id: "O1")) } }
    bench.now += 61_000_000
    attempt { try bench.run([bench.reserve(1, at: "", order: "O8")], commandIDs: [[1]]) }
    attempt { try bench.run([bench.reserve(1, order: "O9")], commandIDs: [[9]], sweepLimit: 10) }
    attempt { try bench.run([.release(.init(reference: Reference(type: .order, id: "O1")))]) }
    bench.now += 2 * 86_400_000_000
    attempt { try bench.run([bench.reserve(1, order: "O10")], commandIDs: [[10]]) }
    return faults
  }

  @Test(
    "values that are too short, too long or all ones are damage, whatever is asked", arguments: [0, 3, 8, 104, 200])
  func values(length: Int) throws {
    for byte: UInt8 in [0, 0xff] {
      for name in [
        "levels", "holds", "warehouseLoads", "commandResults", "commandResultCounts", "commandResultsByTime",
      ] {
        let bench = try used()
        let tables = bench.writer.view.tables
        let table =
          switch name {
          case "levels": tables.levels
          case "holds": tables.holds
          case "warehouseLoads": tables.warehouseLoads
          case "commandResults": tables.commandResults
          case "commandResultCounts": tables.commandResultCounts
          default: tables.commandResultsByTime
          }
        try overwrite(bench, table, with: [UInt8](repeating: byte, count: length))
        let faults = useAll(bench)
        if name == "levels", length != 104 || byte != 0 {
          #expect(faults.contains { $0.contains("the row of level P1␀␀W1") }, "\(name), \(length) × \(byte): \(faults)")
        }
      }
    }
  }

  @Test("short keys of the indexes of holds are passed over")
  func shortKeys() throws {
    let bench = try used()
    let tables = bench.writer.view.tables
    let transaction = try WriteTransaction(bench.writer.environment)
    for table in [tables.holdsByLevel, tables.holdsByReference, tables.holdsByExpiry] {
      var key = KeyBuffer()
      key.append(byte: 0)
      try transaction.put(table, key, [])
    }
    var key = KeyBuffer.holds(ReservationStockFilter(productID: "P1", warehouseID: "W1"))
    key.append(byte: 0)
    key.append(byte: 1)
    try transaction.put(tables.holdsByLevel, key, [])
    key = KeyBuffer.reference(Reference(type: .order, id: "O1"))
    key.append(byte: 1)
    try transaction.put(tables.holdsByReference, key, [])
    try transaction.commit()
    #expect(useAll(bench) == [])
  }

  @Test("an entry with quantities that no command can make is damage, and nothing of it stays")
  func impossibleEntries() throws {
    let bench = try used()
    let before = try bench.dump()
    let row = try #require(try bench.level("P1", "W1"))
    let wrong: [LevelState] = [
      LevelState(onHand: -1), LevelState(onHand: 1, reserved: -1), LevelState(onHand: 1, quarantined: .min),
      LevelState(onHand: 1, incoming: -5), LevelState(onHand: 1, reserved: .max, quarantined: 1),
      LevelState(onHand: .max, reserved: row.reserved),
    ]
    for state in wrong {
      var entry = Entry()
      entry.type = .set
      entry.level = LevelChange(
        productID: "P1", warehouseID: "W1", after: state, ordinal: row.version + 1, previous: row.lastSequence)
      expectDamage(bench, entry)
    }
    var entry = Entry()
    entry.type = .release
    entry.level = LevelChange(
      productID: "P1", warehouseID: "W1", after: LevelState(onHand: 1), ordinal: row.version + 1,
      previous: row.lastSequence)
    entry.hold = Reservation(quantity: -1)
    expectDamage(bench, entry)
    #expect(try bench.dump() == before)
  }

  private func expectDamage(_ bench: Bench, _ entry: Entry) {
    do {
      let writing = try bench.writer.begin()
      defer {
        writing.abort()
        bench.writer.evolver.forget()
      }
      let sequence = bench.writer.facts.sequence
      try bench.writer.evolver.evolve(entry, sequence: sequence + 1, time: bench.now, in: writing)
      Issue.record("\(entry) was folded in")
    } catch EngineError.damaged {
    } catch {
      Issue.record("\(error)")
    }
  }
}
