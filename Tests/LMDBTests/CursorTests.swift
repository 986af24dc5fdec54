import Testing

@testable import LMDB

@Suite struct CursorTests {
  let fixture: Fixture
  let environment: Environment
  let table: Table

  init() throws {
    fixture = try Fixture()
    environment = try fixture.environment()
    let transaction = try WriteTransaction(environment)
    table = try transaction.open(table: "rows", create: true)
    var key = KeyBuffer()
    for (name, value) in [("a/1", 1), ("a/2", 2), ("b/1", 3), ("b/2", 4), ("b/3", 5), ("c", 6)] as [(String, UInt8)] {
      key.set(name)
      try transaction.put(table, key, [value])
    }
    try transaction.commit()
  }

  func names(_ transaction: Transaction, prefix: String = "") throws -> [String] {
    var key = KeyBuffer()
    key.set(prefix)
    var names: [String] = []
    try transaction.forEach(table, prefix: key) { key, _ in
      names.append(key.text())
      return true
    }
    return names
  }

  @Test("forwards and backwards")
  func bothWays() throws {
    let reading = try ReadTransaction(environment)
    var cursor = try Cursor(reading, table)
    #expect(cursor.key.byteCount == 0)
    var values: [UInt8] = []
    var found = try cursor.first()
    while found {
      values.append(cursor.value.uint8(at: 0))
      found = try cursor.next()
    }
    #expect(values == [1, 2, 3, 4, 5, 6])
    #expect(cursor.isPositioned == false)
    #expect(cursor.value.byteCount == 0)
    values = []
    found = try cursor.last()
    while found {
      values.append(cursor.value.uint8(at: 0))
      found = try cursor.previous()
    }
    #expect(values == [6, 5, 4, 3, 2, 1])
  }

  @Test("seeking goes to the key or to the next one")
  func seeking() throws {
    let reading = try ReadTransaction(environment)
    var cursor = try Cursor(reading, table)
    var key = KeyBuffer()
    key.set("b/1")
    #expect(try cursor.seek(key))
    #expect(cursor.key.text() == "b/1")
    key.set("b/15")
    #expect(try cursor.seek(key))
    #expect(cursor.key.text() == "b/2")
    #expect(try !cursor.seek(exactly: key))
    key.set("z")
    #expect(try !cursor.seek(key))
    #expect(try cursor.seek(before: key))
    #expect(cursor.key.text() == "c")
    key.set("b")
    #expect(try cursor.seek(before: key))
    #expect(cursor.key.text() == "a/2")
    key.set("a/1")
    #expect(try !cursor.seek(before: key))
    #expect(try cursor.seek(exactly: key))
    #expect(cursor.value.uint8(at: 0) == 1)
    let refusal = error {
      var long = KeyBuffer()
      long.append(utf8: String(repeating: "k", count: 600))
      var other = try Cursor(reading, table)
      _ = try other.seek(long)
    }
    #expect(refusal == .invalidSize(.cursor))
  }

  @Test("a prefix is gone through from its first to its last key")
  func prefixes() throws {
    let reading = try ReadTransaction(environment)
    #expect(try names(reading, prefix: "b/") == ["b/1", "b/2", "b/3"])
    #expect(try names(reading, prefix: "c") == ["c"])
    #expect(try names(reading, prefix: "a0") == [])
    #expect(try names(reading, prefix: "zz") == [])
    #expect(try names(reading).count == 6)
    var key = KeyBuffer()
    key.set("b")
    var seen = 0
    try reading.forEach(table, prefix: key) { _, _ in
      seen += 1
      return seen < 2
    }
    #expect(seen == 2)
  }

  @Test("a cursor changes and deletes what it stands at")
  func changing() throws {
    let writing = try WriteTransaction(environment)
    var cursor = try Cursor(writing, table)
    var found = try cursor.first()
    while found {
      let value = cursor.value.uint8(at: 0)
      if value % 2 == 0 {
        try cursor.delete()
        #expect(cursor.key.byteCount == 0)
      } else {
        // A value of another length moves the rows of its page about.
        let long = [UInt8](repeating: value, count: Int(value) * 30)
        try cursor.put(unsafe long.span.bytes)
        #expect(cursor.value.array == long)
        #expect(cursor.key.byteCount == 3)
      }
      found = try cursor.next()
    }
    #expect(try names(writing) == ["a/1", "b/1", "b/3"])
    try writing.commit()
    let reading = try ReadTransaction(environment)
    #expect(try names(reading) == ["a/1", "b/1", "b/3"])
    var key = KeyBuffer()
    key.set("b/3")
    #expect(try reading.get(table, key)?.array == [UInt8](repeating: 5, count: 150))
  }

  @Test("a cursor follows its key through other changes of its transaction")
  func following() throws {
    let writing = try WriteTransaction(environment)
    var cursor = try Cursor(writing, table)
    var key = KeyBuffer()
    key.set("b/2")
    #expect(try cursor.seek(key))
    for number in 0..<200 {
      key.set("a/\(number + 1000)")
      try writing.put(table, key, [UInt8](repeating: 7, count: 100))
    }
    #expect(cursor.key.text() == "b/2")
    #expect(cursor.value.array == [4])
    #expect(try cursor.next())
    #expect(cursor.key.text() == "b/3")
  }

  @Test("a cursor of a reader cannot write, and one at no key neither")
  func refusals() throws {
    let reading = try ReadTransaction(environment)
    var cursor = try Cursor(reading, table)
    #expect(try cursor.first())
    do {
      try cursor.delete()
      Issue.record("deleted")
    } catch { #expect(error == .notActive(.delete)) }
    let writing = try WriteTransaction(environment)
    var other = try Cursor(writing, table)
    do {
      try other.put(cursor.value)
      Issue.record("put")
    } catch { #expect(error == .notActive(.put)) }
  }

  @Test("a reader's cursor goes on after it was renewed, and not before")
  func renewing() throws {
    let reading = try ReadTransaction(environment)
    var cursor = try Cursor(reading, table)
    #expect(try cursor.last())
    let writing = try WriteTransaction(environment)
    var key = KeyBuffer()
    key.set("d")
    try writing.put(table, key, [7])
    try writing.commit()
    try reading.renew()
    #expect(cursor.key.byteCount == 0)
    do {
      _ = try cursor.last()
      Issue.record("moved")
    } catch { #expect(error == .notActive(.cursor)) }
    try cursor.renew()
    #expect(try cursor.last())
    #expect(cursor.key.text() == "d")
    reading.reset()
    #expect(cursor.key.byteCount == 0)
    do {
      try cursor.renew()
      Issue.record("renewed")
    } catch { #expect(error == .notActive(.cursor)) }
  }

  /// LMDB frees a writer's cursors when it ends; to close such a cursor again would free it twice.
  @Test("a cursor may outlive its write transaction", arguments: [true, false])
  func outliving(commits: Bool) throws {
    for _ in 0..<100 {
      let writing = try WriteTransaction(environment)
      var cursor = try Cursor(writing, table)
      #expect(try cursor.first())
      if commits { try writing.commit() } else { writing.abort() }
      #expect(cursor.key.byteCount == 0)
      do {
        _ = try cursor.next()
        Issue.record("moved")
      } catch { #expect(error == .notActive(.cursor)) }
    }
  }
}
