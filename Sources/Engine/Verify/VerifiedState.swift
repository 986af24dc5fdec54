internal import LMDB
internal import Messages

/// A state that is looked at and never changed.
final class VerifiedState {
  /// Reads it; its own key is free for use between calls.
  let view: StateView
  let environment: Environment
  let transaction: ReadTransaction
  /// What it says of itself.
  let facts: StateFacts

  /// Opens the state in the folder `path`, which nobody may have open for writing.
  ///
  /// - Throws: what is wrong with the file, or that it says nothing of itself.
  init(_ path: String) throws(EngineError) {
    let damage: String?
    do throws(LMDBError) { damage = try Environment.structuralDamage(path: path) } catch {
      throw EngineError.state(error)
    }
    // Before LMDB follows a page to where there is none.
    if let damage { throw EngineError.damaged("\(path)/data.mdb: \(damage)") }
    do throws(LMDBError) {
      environment = try Environment(
        path: path, mapSize: 0, maximumTables: StateTables.limit + 64, options: [.readOnly, .withoutLock])
    } catch {
      throw EngineError.state(error)
    }
    let tables = try StateTables(reading: environment)
    do throws(LMDBError) { transaction = try ReadTransaction(environment) } catch { throw EngineError.state(error) }
    view = StateView(tables: tables, transaction: transaction)
    guard let facts = try view.storedFacts() else {
      throw EngineError.damaged("the state in \(path) says nothing of itself")
    }
    self.facts = facts
    view.facts = facts
  }

  var tables: StateTables { view.tables }

  /// Calls `body` with every key of a table and its value, in key order.
  func scan(_ table: Table, _ body: (RawSpan, RawSpan) throws(EngineError) -> Void) throws(EngineError) {
    var cursor = try view.stored { () throws(LMDBError) in try Cursor(transaction, table) }
    var found: Bool
    do throws(LMDBError) { found = try cursor.first() } catch { throw EngineError.state(error) }
    while found {
      try body(cursor.key, cursor.value)
      do throws(LMDBError) { found = try cursor.next() } catch { throw EngineError.state(error) }
    }
  }

  /// What `read` makes of the value of `key`; nil where the table has no such key.
  func value<R>(_ table: Table, _ key: borrowing KeyBuffer, _ read: (RawSpan) -> R) throws(EngineError) -> R? {
    try transaction.value(table, key, read)
  }

  /// Whether the table has `key`.
  func has(_ table: Table, _ key: borrowing KeyBuffer) throws(EngineError) -> Bool {
    try transaction.value(table, key) { _ in true } ?? false
  }

  /// The row of a level by its key; nil where there is none, or none that can be read.
  func row(_ key: borrowing KeyBuffer) throws(EngineError) -> LevelRow? {
    let row = try transaction.value(tables.levels, key) { $0.byteCount == LevelRow.byteCount ? LevelRow($0) : nil }
    return row ?? nil
  }

  /// A message as it is stored.
  ///
  /// - Throws: `damaged` where it cannot be decoded.
  func decode<M: MessageCodec>(_ bytes: RawSpan, as type: M.Type = M.self, _ arena: MessageArena) throws(EngineError)
    -> M
  {
    arena.reset()
    let message = unsafe bytes.withUnsafeBytes { raw in try? unsafe M(decoding: raw, in: arena) }
    guard let message else { throw EngineError.damaged("a \(M.fullName) of the state cannot be decoded") }
    return message
  }
}

/// Bytes of a key or value for people: ASCII as it is, ␀ for a zero byte, other bytes in hexadecimal.
func shown(_ bytes: [UInt8], limit: Int = 160) -> String {
  var text = ""
  for byte in bytes.prefix(limit) {
    switch byte {
    case 0: text += "␀"
    case 0x20..<0x7f: text.unicodeScalars.append(Unicode.Scalar(byte))
    default: text += (byte < 16 ? "\\x0" : "\\x") + String(byte, radix: 16)
    }
  }
  return bytes.count > limit ? text + "…" : text
}
