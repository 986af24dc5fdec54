import Testing

@testable import LMDB

@Suite struct TransactionTests {
  let fixture: Fixture
  let environment: Environment
  let table: Table

  init() throws {
    fixture = try Fixture()
    environment = try fixture.environment(mapSize: 1 << 20)
    let transaction = try WriteTransaction(environment)
    table = try transaction.open(table: "rows", create: true)
    try transaction.commit()
  }

  func put(_ name: String, _ value: [UInt8]) throws {
    let transaction = try WriteTransaction(environment)
    var key = KeyBuffer()
    key.set(name)
    try transaction.put(table, key, value)
    try transaction.commit()
  }

  func value(_ name: String, _ transaction: Transaction) throws -> [UInt8]? {
    var key = KeyBuffer()
    key.set(name)
    return try transaction.get(table, key)?.array
  }

  @Test("a reader sees what was committed only once it is renewed")
  func renewing() throws {
    try put("a", [1])
    let reading = try ReadTransaction(environment)
    #expect(try value("a", reading) == [1])
    try put("a", [2])
    #expect(try value("a", reading) == [1])
    try reading.renew()
    #expect(try value("a", reading) == [2])
    #expect(try value("b", reading) == nil)
  }

  @Test("a reader that was reset reads nothing until it is renewed")
  func resetting() throws {
    try put("a", [1])
    let reading = try ReadTransaction(environment)
    reading.reset()
    reading.reset()
    #expect(!reading.isActive)
    #expect(reading.identifier == 0)
    #expect(error { _ = try value("a", reading) } == .notActive(.get))
    #expect(error { _ = try Cursor(reading, table) } == .notActive(.cursor))
    try reading.renew()
    try reading.renew()
    #expect(try value("a", reading) == [1])
  }

  @Test("a writer sees its own changes, and nobody else does before it commits")
  func isolation() throws {
    let writing = try WriteTransaction(environment)
    var key = KeyBuffer()
    key.set("a")
    try writing.put(table, key, [7])
    let reading = try ReadTransaction(environment)
    #expect(try value("a", writing) == [7])
    #expect(try value("a", reading) == nil)
    try writing.commit()
    #expect(try value("a", reading) == nil)
    try reading.renew()
    #expect(try value("a", reading) == [7])
  }

  @Test("an aborted or forgotten transaction changes nothing")
  func aborting() throws {
    var key = KeyBuffer()
    key.set("a")
    let first = try WriteTransaction(environment)
    try first.put(table, key, [1])
    first.abort()
    first.abort()
    do {
      let forgotten = try WriteTransaction(environment)
      try forgotten.put(table, key, [2])
    }
    #expect(try value("a", ReadTransaction(environment)) == nil)
  }

  @Test("a transaction that is over refuses everything")
  func over() throws {
    let writing = try WriteTransaction(environment)
    try writing.commit()
    var key = KeyBuffer()
    key.set("a")
    #expect(error { _ = try writing.get(table, key) } == .notActive(.get))
    #expect(error { try writing.put(table, key, [1]) } == .notActive(.put))
    #expect(error { try writing.put(table, key, byteCount: 1) { _ in } } == .notActive(.put))
    #expect(error { _ = try writing.update(table, key) { _ in } } == .notActive(.put))
    #expect(error { try writing.delete(table, key) } == .notActive(.delete))
    #expect(error { try writing.drop(table) } == .notActive(.drop))
    #expect(error { _ = try writing.open(table: "x", create: true) } == .notActive(.openTable))
    #expect(error { try writing.commit() } == .notActive(.commit))
    #expect(error { _ = try Cursor(writing, table) } == .notActive(.cursor))
    #expect(error { _ = try writing.count(table) } == .notActive(.statistics))
  }

  @Test("a full map is an error, after which the transaction can be aborted and a smaller one committed")
  func fullMap() throws {
    try put("before", [1])
    let writing = try WriteTransaction(environment)
    var key = KeyBuffer()
    var stored = 0
    let refusal = error {
      while true {
        key.set(stored)
        try writing.put(table, key, byteCount: 1500) { _ in }
        stored += 1
      }
    }
    #expect(refusal == .mapFull(.put))
    #expect(stored > 100)
    key.set("after")
    #expect(error { try writing.put(table, key, [2]) } == .mustAbort(.put))
    #expect(error { try writing.commit() } == .mustAbort(.commit))
    try put("after", [3])
    let reading = try ReadTransaction(environment)
    #expect(try value("before", reading) == [1])
    #expect(try value("after", reading) == [3])
    #expect(try reading.count(table) == 2)
  }

  @Test("a key that is there already is not overwritten where that is not wanted")
  func noOverwrite() throws {
    let writing = try WriteTransaction(environment)
    var key = KeyBuffer()
    key.set("a")
    try writing.put(table, key, [1], .noOverwrite)
    #expect(error { try writing.put(table, key, [2], .noOverwrite) } == .keyExists(.put))
    #expect(try value("a", writing) == [1])
    try writing.put(table, key, [3])
    #expect(try value("a", writing) == [3])
  }

  @Test("appending out of order is refused", arguments: [4, 5])
  func append(number: Int) throws {
    let writing = try WriteTransaction(environment)
    var key = KeyBuffer()
    key.set(5)
    try writing.put(table, key, [5], .append)
    key.set(number)
    #expect(error { try writing.put(table, key, [0], .append) } == .outOfOrder(.put))
    key.set(6)
    try writing.put(table, key, [6], .append)
    try writing.commit()
    #expect(try ReadTransaction(environment).count(table) == 2)
  }

  @Test("keys that LMDB cannot take are refused")
  func invalidKeys() throws {
    let writing = try WriteTransaction(environment)
    var key = KeyBuffer()
    #expect(error { try writing.put(table, key, [1]) } == .invalidSize(.put))
    #expect(error { _ = try writing.get(table, key) } == .invalidSize(.get))
    key.append(utf8: String(repeating: "k", count: 512))
    #expect(error { try writing.put(table, key, [1]) } == .invalidSize(.put))
    #expect(error { _ = try writing.get(table, key) } == .invalidSize(.get))
    #expect(error { try writing.delete(table, key) } == .invalidSize(.delete))
    key.set(String(repeating: "k", count: 511))
    try writing.put(table, key, [1])
    #expect(try writing.get(table, key)?.array == [1])
  }

  @Test("a row is updated in place")
  func updating() throws {
    try put("a", [UInt8](0..<24))
    let writing = try WriteTransaction(environment)
    var key = KeyBuffer()
    key.set("a")
    let before = try writing.update(table, key) { row in
      let before = row.bytes.array
      row.store(Int64(-2), at: 8)
      return before
    }
    #expect(before == [UInt8](0..<24))
    var expected = [UInt8](0..<24)
    for place in 8..<16 { expected[place] = place == 8 ? 0xFE : 0xFF }
    #expect(try value("a", writing) == expected)
    _ = try writing.update(table, key) { $0.store(UInt8(9), at: 23) }
    expected[23] = 9
    #expect(try value("a", writing) == expected)
    try writing.commit()
    #expect(try value("a", ReadTransaction(environment)) == expected)
  }

  @Test("a row that is not there is not updated")
  func updatingNothing() throws {
    let writing = try WriteTransaction(environment)
    var key = KeyBuffer()
    key.set("a")
    #expect(try writing.update(table, key) { _ in 1 } == nil)
    #expect(try writing.count(table) == 0)
  }

  @Test("a reserved place is zeros where it is not filled")
  func reserving() throws {
    let writing = try WriteTransaction(environment)
    var key = KeyBuffer()
    key.set("a")
    try writing.put(table, key, [UInt8](repeating: 0xFF, count: 10))
    try writing.put(table, key, byteCount: 10) { $0.store(UInt32(0x0403_0201), at: 3) }
    #expect(try value("a", writing) == [0, 0, 0, 1, 2, 3, 4, 0, 0, 0])
  }

  @Test("deleting and emptying")
  func deleting() throws {
    try put("a", [1])
    try put("b", [])
    let writing = try WriteTransaction(environment)
    var key = KeyBuffer()
    key.set("a")
    #expect(try writing.delete(table, key))
    #expect(try !writing.delete(table, key))
    #expect(try value("b", writing) == [])
    try writing.drop(table)
    #expect(try writing.count(table) == 0)
    #expect(try value("b", writing) == nil)
  }

  @Test("a table of an aborted transaction cannot be used")
  func abortedTable() throws {
    let writing = try WriteTransaction(environment)
    let gone = try writing.open(table: "gone", create: true)
    writing.abort()
    var key = KeyBuffer()
    key.set("a")
    let next = try WriteTransaction(environment)
    #expect(error { try next.put(gone, key, [1]) } != nil)
    #expect(error { _ = try next.open(table: "gone", create: false) } == .other(.openTable, code: -30798))
  }
}
