internal import CLMDB

/// A snapshot of an environment that can be read: what read and write transactions share.
///
/// Values and keys are read where they lie in the map. A span from a read transaction is good until it is reset,
/// renewed or gone; one from a write transaction only until its next change. Copy what must live longer.
///
/// Not `Sendable`: a transaction is used by one thread at a time.
@safe
package class Transaction {
  /// The environment that is read.
  package final let environment: Environment
  /// LMDB's transaction while it can be used, else nil.
  final var active: OpaquePointer?
  /// Counts what makes keys and values read earlier invalid: changes, renewals, the end.
  final var changes: UInt64 = 0
  /// Counts what makes cursors invalid: renewals, the end.
  final var snapshots: UInt64 = 0

  init(_ environment: Environment, flags: UInt32) throws(LMDBError) {
    var begun: OpaquePointer?
    let code = unsafe mdb_txn_begin(environment.handle, nil, flags, &begun)
    if code != MDB_SUCCESS { throw LMDBError(.begin, code: code) }
    self.environment = environment
    unsafe active = begun
  }

  /// Whether the transaction can be used.
  package final var isActive: Bool { unsafe active != nil }

  /// The snapshot's number: that of the last commit that it sees, or for a write transaction the one that it will be;
  /// 0 where the transaction is not active.
  package final var identifier: Int {
    guard let active = unsafe active else { return 0 }
    return unsafe mdb_txn_id(active)
  }

  /// The value of `key`, in place; `nil` where the table has no such key.
  @_lifetime(borrow self)
  package final func get(_ table: Table, _ key: borrowing KeyBuffer) throws(LMDBError) -> RawSpan? {
    guard let active = unsafe active else { throw .notActive(.get) }
    if key.isOverflowing { throw .invalidSize(.get) }
    var key = unsafe key.raw
    var value = unsafe MDB_val()
    let code = unsafe mdb_get(active, table.identifier, &key, &value)
    if code != MDB_SUCCESS {
      if code == MDB_NOTFOUND { return nil }
      throw LMDBError(.get, code: code)
    }
    return unsafe _overrideLifetime(RawSpan(value), borrowing: self)
  }

  /// Whether the table has `key`.
  package final func contains(_ table: Table, _ key: borrowing KeyBuffer) throws(LMDBError) -> Bool {
    try get(table, key) != nil
  }

  /// How many keys the table has.
  package final func count(_ table: Table) throws(LMDBError) -> Int {
    try statistics(table).entries
  }

  /// A table's figures, as of this snapshot.
  package final func statistics(_ table: Table) throws(LMDBError) -> TableStatistics {
    guard let active = unsafe active else { throw .notActive(.statistics) }
    var statistics = MDB_stat()
    let code = unsafe mdb_stat(active, table.identifier, &statistics)
    if code != MDB_SUCCESS { throw LMDBError(.statistics, code: code) }
    return TableStatistics(
      entries: statistics.ms_entries, depth: Int(statistics.ms_depth),
      pages: statistics.ms_branch_pages + statistics.ms_leaf_pages + statistics.ms_overflow_pages)
  }
}

/// The size of a table.
package struct TableStatistics: Sendable, Equatable {
  /// How many keys it has.
  package let entries: Int
  /// How many pages lie on the way to a value.
  package let depth: Int
  /// How many pages it takes up.
  package let pages: Int
}

extension RawSpan {
  /// The bytes that LMDB points to. The caller ties them to what keeps them in place.
  @unsafe @_lifetime(immortal) @inline(__always)
  init(_ value: MDB_val) {
    guard let start = unsafe value.mv_data else {
      self.init()
      return
    }
    unsafe self = _overrideLifetime(RawSpan(_unsafeStart: start, byteCount: value.mv_size), copying: ())
  }
}
