internal import LMDB

/// Compares two states byte by byte: every table that either has, every key, every value.
enum StateDifference {
  /// Notes each key whose values differ. What a state says of its history id is left out: a restored one goes on under
  /// another than that of the entries it is made of.
  ///
  /// - Parameters:
  ///   - found: the state that is looked at.
  ///   - expected: the state that it must equal.
  /// - Returns: how many keys were compared.
  static func compare(_ found: Environment, with expected: Environment, _ findings: Findings) throws(EngineError)
    -> UInt64
  {
    let names = try tableNames(of: found)
    let expectedNames = try tableNames(of: expected)
    var count: UInt64 = 0
    for name in Set(names).union(expectedNames).sorted() {
      count += try compare(try rows(found, name), try rows(expected, name), name, findings)
    }
    return count
  }

  private static func tableNames(of environment: Environment) throws(EngineError) -> [String] {
    do throws(LMDBError) { return try environment.tableNames() } catch { throw EngineError.state(error) }
  }

  private static func rows(_ environment: Environment, _ name: String) throws(EngineError) -> Rows? {
    do throws(LMDBError) {
      guard let table = try environment.openTable(name) else { return nil }
      let rows = Rows(try Cursor(ReadTransaction(environment), table))
      try rows.next()
      return rows
    } catch {
      throw EngineError.state(error)
    }
  }

  /// The keys of one table in order.
  private final class Rows {
    private(set) var key: [UInt8]?
    private(set) var value: [UInt8] = []
    private var cursor: Cursor

    init(_ cursor: consuming Cursor) { self.cursor = cursor }

    /// Goes on to the next key.
    func next() throws(LMDBError) {
      let next = try cursor.nextCopied()
      key = next?.key
      value = next?.value ?? []
    }
  }

  private static func compare(_ found: Rows?, _ expected: Rows?, _ table: String, _ findings: Findings)
    throws(EngineError) -> UInt64
  {
    var count: UInt64 = 0
    while true {
      let (key, other) = (found?.key, expected?.key)
      guard let first = key.map({ key in other.map { min(key, $0) } ?? key }) ?? other else { return count }
      count += 1
      switch (key == first, other == first) {
      case (true, true): compare(first, found?.value ?? [], expected?.value ?? [], table, findings)
      case (true, _):
        findings.add(
          "state, \(table)", shown(first), found: "there is \(shown(found?.value ?? []))", expected: "nothing")
      case (_, _):
        findings.add(
          "state, \(table)", shown(first), found: "nothing is there", expected: shown(expected?.value ?? []))
      }
      do throws(LMDBError) {
        if key == first { try found?.next() }
        if other == first { try expected?.next() }
      } catch {
        throw EngineError.state(error)
      }
    }
  }

  private static func min(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] { b.lexicographicallyPrecedes(a) ? b : a }

  private static func compare(
    _ key: [UInt8], _ found: [UInt8], _ expected: [UInt8], _ table: String, _ findings: Findings
  ) {
    if found == expected { return }
    if table == "metadata", key == [UInt8](StateFacts.name.utf8), found.count == expected.count, found.count > 24,
      found[..<8] == expected[..<8], found[24...] == expected[24...]
    {
      return
    }
    let place =
      zip(found, expected).enumerated().first { $1.0 != $1.1 }?.offset ?? Swift.min(found.count, expected.count)
    findings.add(
      "state, \(table)", shown(key), found: "the value differs from byte \(place) on: \(shown(found))",
      expected: shown(expected))
  }
}
