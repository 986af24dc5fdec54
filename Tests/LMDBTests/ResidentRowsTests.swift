import CSystem
import Foundation
import Synchronization
import Testing

/// The table of `rows.h`, owned.
///
/// `@unchecked Sendable`: any thread may read, and the tests write from one.
@safe
final class Rows: @unchecked Sendable {
  let table: UnsafeMutablePointer<rows_table>

  init?(limit: Int) {
    guard let table = unsafe rows_create(limit) else { return nil }
    unsafe self.table = table
  }

  deinit { unsafe rows_destroy(table) }

  var count: Int { Int(unsafe rows_count(table)) }
  var capacity: Int { Int(unsafe rows_capacity(table)) }

  func put(_ key: [UInt8], _ values: rows_values) -> Bool {
    var values = values
    return unsafe key.withUnsafeBytes { unsafe rows_put(table, $0.baseAddress, $0.count, &values) }
  }

  func get(_ key: [UInt8]) -> rows_values? {
    var values = rows_values()
    let found = unsafe key.withUnsafeBytes { unsafe rows_get(table, $0.baseAddress, $0.count, &values) }
    return found ? values : nil
  }

  func contains(_ key: [UInt8]) -> Bool {
    unsafe key.withUnsafeBytes { unsafe rows_contains(table, $0.baseAddress, $0.count) }
  }
}

@Suite struct ResidentRowsTests {
  /// Values that belong together: each is a function of `number` and `version`.
  func values(_ number: Int, version: Int64 = 0) -> rows_values {
    let base = Int64(number) &* 1_000_003 &+ version &* 7
    return rows_values(
      updated_at: base, on_hand: base &+ 1, reserved: base &+ 2, quarantined: base &+ 3, incoming: base &+ 4,
      safety_stock: base &+ 5, reorder_point: base &+ 6, reorder_quantity: base &+ 7, version: version)
  }

  func isWhole(_ row: rows_values, _ number: Int) -> Bool {
    let expected = values(number, version: row.version)
    return row.updated_at == expected.updated_at && row.on_hand == expected.on_hand
      && row.reserved == expected.reserved && row.quarantined == expected.quarantined
      && row.incoming == expected.incoming && row.safety_stock == expected.safety_stock
      && row.reorder_point == expected.reorder_point && row.reorder_quantity == expected.reorder_quantity
  }

  func key(_ number: Int) -> [UInt8] { Array("product-\(number)\0warehouse-\(number % 7)".utf8) }

  @Test("what is put is found, what is not is absent, through all growth of the index")
  func finding() throws {
    let rows = try #require(Rows(limit: 64 << 20))
    for number in 0..<20_000 { #expect(rows.put(key(number), values(number))) }
    #expect(rows.count == 20_000)
    for number in 0..<20_000 {
      let row = try #require(rows.get(key(number)))
      #expect(isWhole(row, number))
    }
    for number in 20_000..<40_000 { #expect(!rows.contains(key(number))) }
    #expect(rows.put(key(5), values(5, version: 9)))
    #expect(rows.get(key(5))?.version == 9)
    #expect(rows.count == 20_000)
  }

  @Test("keys of every length that fits are told apart, to their last byte")
  func lengths() throws {
    let rows = try #require(Rows(limit: 1 << 20))
    let longest = [UInt8](repeating: 0x61, count: Int(rows_key_capacity))
    for length in 1...longest.count {
      #expect(rows.put(Array(longest.prefix(length)), values(length)))
    }
    for length in 1...longest.count {
      var key = Array(longest.prefix(length))
      #expect(isWhole(try #require(rows.get(key)), length))
      for place in 0..<length {
        key[place] ^= 1
        #expect(!rows.contains(key))
        key[place] ^= 1
      }
      // A key that ends in zeros is not the shorter one.
      key[length - 1] = 0
      #expect(!rows.contains(key))
    }
    #expect(!rows.put(longest + [0x61], values(0)))
    #expect(!rows.contains(longest + [0x61]))
    #expect(!rows.put([], values(0)))
    #expect(!rows.contains([]))
    #expect(rows.count == longest.count)
  }

  @Test("a full table takes no new key, and still updates those that it has")
  func full() throws {
    let rows = try #require(Rows(limit: 1_000_000))
    for number in 0..<rows.capacity { #expect(rows.put(key(number), values(number))) }
    #expect(rows.capacity > 4000)
    #expect(unsafe rows_bytes(rows.table) <= 1_000_000)
    #expect(!rows.put(key(rows.capacity), values(0)))
    #expect(!rows.contains(key(rows.capacity)))
    #expect(rows.put(key(17), values(17, version: 3)))
    #expect(rows.get(key(17))?.version == 3)
    for number in 0..<rows.capacity { #expect(isWhole(try #require(rows.get(key(number))), number)) }
  }

  @Test("a limit that not one row fits in makes no table", arguments: [0, 1, 4096, 4096 + 191])
  func tooSmall(limit: Int) { #expect(Rows(limit: limit) == nil) }

  @Test("the smallest table holds one row")
  func smallest() throws { #expect(try #require(Rows(limit: 4096 + 192)).capacity == 1) }

  @Test("the published sequence is what was published last")
  func publishing() throws {
    let rows = try #require(Rows(limit: 1 << 20))
    #expect(unsafe rows_published(rows.table) == 0)
    unsafe rows_publish(rows.table, 42)
    #expect(unsafe rows_published(rows.table) == 42)
  }

  /// Threads of their own: readers that wait for the writer would keep it off a pool of as many threads as cores.
  /// Many short races, because an index is given up only now and then, and it is then that a reader could miss a row.
  @Test("readers see whole rows that never grow older while the writer changes and adds them")
  func concurrently() throws {
    for _ in 0..<100 {
      let rows = try #require(Rows(limit: 16 << 20))
      for number in 0..<Race.hot { #expect(rows.put(key(number), values(number, version: 1))) }
      let race = Race(rows: rows)
      for _ in 0..<2 { Thread { race.finish(self.read(race)) }.start() }
      while race.reading.load(ordering: .relaxed) < 2 { sched_yield() }
      Thread { race.finish(self.write(race)) }.start()
      for _ in 0..<3 { race.finished.wait() }
      #expect(race.wrong.load(ordering: .relaxed) == 0)
      #expect(rows.count == Race.hot + Int(Race.versions) - 2)
    }
  }

  final class Race: Sendable {
    static let hot = 8
    static let versions: Int64 = 2100
    let rows: Rows
    let isDone = Atomic(false)
    let wrong = Atomic(0)
    let reading = Atomic(0)
    let finished = DispatchSemaphore(value: 0)

    init(rows: Rows) { self.rows = rows }

    func finish(_ wrong: Int) {
      self.wrong.add(wrong, ordering: .relaxed)
      finished.signal()
    }
  }

  /// Reads the hot rows in turn until the writer is done; returns how many were not as they must be.
  func read(_ race: Race) -> Int {
    let keys = (0..<Race.hot).map(key)
    var wrong = 0
    var turn = 0
    var seen = [Int64](repeating: 0, count: Race.hot)
    race.reading.add(1, ordering: .relaxed)
    while !race.isDone.load(ordering: .relaxed) {
      let number = turn % Race.hot
      turn += 1
      let published = Int64(unsafe rows_published(race.rows.table))
      guard let row = race.rows.get(keys[number]) else {
        wrong += 1
        continue
      }
      if !isWhole(row, number) || row.version < max(seen[number], published) { wrong += 1 }
      seen[number] = row.version
    }
    return wrong
  }

  /// Gives every hot row every version, and adds a new row each time, which makes the index grow under the readers.
  func write(_ race: Race) -> Int {
    let keys = (0..<Race.hot).map(key)
    var wrong = 0
    for version in 2..<Race.versions {
      for number in 0..<Race.hot where !race.rows.put(keys[number], values(number, version: version)) { wrong += 1 }
      unsafe rows_publish(race.rows.table, UInt64(version))
      if !race.rows.put(key(Int(version) + 100), values(0)) { wrong += 1 }
    }
    race.isDone.store(true, ordering: .relaxed)
    return wrong
  }
}
