extension Cursor {
  /// Goes to the first key that starts with `prefix`. Returns whether there is one.
  package mutating func seek(prefix: borrowing KeyBuffer) throws(LMDBError) -> Bool {
    let found = prefix.count == 0 && !prefix.isOverflowing ? try first() : try seek(prefix)
    return found && key.starts(with: prefix.bytes)
  }

  /// Goes to the next key, and gives copies of it and its value; nil where there is none.
  package mutating func nextCopied() throws(LMDBError) -> (key: [UInt8], value: [UInt8])? {
    try next() ? (key.array, value.array) : nil
  }

  /// Calls `body` with every key that starts with `prefix`, and its value, in key order, until it returns false.
  ///
  /// An empty prefix is that of every key. `body` must not change the table.
  package mutating func forEach(
    prefix: borrowing KeyBuffer, _ body: (RawSpan, RawSpan) throws(LMDBError) -> Bool
  ) throws(LMDBError) {
    var found = try seek(prefix: prefix)
    while found, try body(key, value) {
      found = try next() && key.starts(with: prefix.bytes)
    }
  }
}

extension Transaction {
  /// Calls `body` with every key of `table` that starts with `prefix`, and its value, in key order, until it returns
  /// false.
  ///
  /// Opens a cursor for this; whoever scans often keeps one. `body` must not change the table.
  package final func forEach(
    _ table: Table, prefix: borrowing KeyBuffer, _ body: (RawSpan, RawSpan) throws(LMDBError) -> Bool
  ) throws(LMDBError) {
    var cursor = try Cursor(self, table)
    try cursor.forEach(prefix: prefix, body)
  }
}
