import CLMDB

/// Every table, key and value of a state, in order, read with LMDB itself: what two states that are the same share.
struct StateDump: Equatable {
  /// "table key = value", bytes as hexadecimal digits.
  private(set) var rows: [String] = []

  struct Failure: Error { let text: String }

  /// Reads the state in a folder that nobody has open.
  init(folder: String) throws {
    var created: OpaquePointer?
    try Self.check(mdb_env_create(&created))
    guard let environment = created else { throw Failure(text: "no environment") }
    defer { mdb_env_close(environment) }
    try Self.check(mdb_env_set_maxdbs(environment, 128))
    try Self.check(mdb_env_open(environment, folder, UInt32(MDB_RDONLY | MDB_NOTLS), 0o600))
    var begun: OpaquePointer?
    try Self.check(mdb_txn_begin(environment, nil, UInt32(MDB_RDONLY), &begun))
    guard let transaction = begun else { throw Failure(text: "no transaction") }
    defer { mdb_txn_abort(transaction) }
    var names: [String] = []
    try Self.forEach(transaction, nil) { key, _ in names.append(String(decoding: key, as: UTF8.self)) }
    for name in names {
      try Self.forEach(transaction, name) { key, value in
        rows.append("\(name) \(Self.hex(key)) = \(Self.hex(value))")
      }
    }
  }

  /// The first rows that only one of two has.
  func differences(from other: StateDump) -> String {
    let (ours, theirs) = (Set(rows), Set(other.rows))
    let lines =
      rows.filter { !theirs.contains($0) }.prefix(3).map { "here: \($0)" }
      + other.rows.filter { !ours.contains($0) }.prefix(3).map { "there: \($0)" }
    return lines.joined(separator: "; ")
  }

  private static func forEach(
    _ transaction: OpaquePointer, _ name: String?,
    _ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) -> Void
  ) throws {
    var table: MDB_dbi = 0
    try check(mdb_dbi_open(transaction, name, 0, &table))
    var opened: OpaquePointer?
    try check(mdb_cursor_open(transaction, table, &opened))
    guard let cursor = opened else { throw Failure(text: "no cursor") }
    defer { mdb_cursor_close(cursor) }
    var key = MDB_val()
    var value = MDB_val()
    var code = mdb_cursor_get(cursor, &key, &value, MDB_FIRST)
    while code == MDB_SUCCESS {
      body(
        UnsafeRawBufferPointer(start: key.mv_data, count: key.mv_size),
        UnsafeRawBufferPointer(start: value.mv_data, count: value.mv_size))
      code = mdb_cursor_get(cursor, &key, &value, MDB_NEXT)
    }
    if code != MDB_NOTFOUND { try check(code) }
  }

  private static func check(_ code: Int32) throws {
    if code != MDB_SUCCESS { throw Failure(text: String(cString: mdb_strerror(code))) }
  }

  private static let digits = Array("0123456789abcdef".utf8)

  private static func hex(_ bytes: UnsafeRawBufferPointer) -> String {
    String(unsafeUninitializedCapacity: bytes.count * 2) { text in
      for (place, byte) in bytes.enumerated() {
        text[place * 2] = digits[Int(byte >> 4)]
        text[place * 2 + 1] = digits[Int(byte & 15)]
      }
      return bytes.count * 2
    }
  }
}
