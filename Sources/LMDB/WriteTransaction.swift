internal import CLMDB

/// The one transaction that may write; another waits in its `init` until this one ends.
///
/// It stays on the thread that began it. After ``commit()`` or ``abort()`` everything throws
/// ``LMDBError/notActive(_:)``. Deallocated before that, it aborts.
@safe
package final class WriteTransaction: Transaction {
  /// How a value is put.
  package struct PutOptions: OptionSet, Sendable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The key comes after all others: pages are filled to the end, and nothing is searched.
    package static let append = PutOptions(rawValue: 1 << 0)
    /// A key that is there already is an error.
    package static let noOverwrite = PutOptions(rawValue: 1 << 1)

    @inline(__always)
    var flags: UInt32 {
      (contains(.append) ? UInt32(MDB_APPEND) : 0) | (contains(.noOverwrite) ? UInt32(MDB_NOOVERWRITE) : 0)
    }
  }

  /// Begins a write transaction, waiting for the one that is under way.
  package init(_ environment: Environment) throws(LMDBError) {
    try super.init(environment, flags: 0)
  }

  deinit { abort() }

  /// Opens a table, making it where there is none.
  ///
  /// Should this transaction abort, the table is not open.
  package func open(table name: String, create: Bool) throws(LMDBError) -> Table {
    guard let active = unsafe active else { throw .notActive(.openTable) }
    var identifier: MDB_dbi = 0
    let code = unsafe mdb_dbi_open(active, name, create ? UInt32(MDB_CREATE) : 0, &identifier)
    if code != MDB_SUCCESS { throw LMDBError(.openTable, code: code) }
    return Table(identifier: identifier)
  }

  /// Empties a table, which stays open.
  package func drop(_ table: Table) throws(LMDBError) {
    guard let active = unsafe active else { throw .notActive(.drop) }
    changes &+= 1
    let code = unsafe mdb_drop(active, table.identifier, 0)
    if code != MDB_SUCCESS { throw LMDBError(.drop, code: code) }
  }

  /// Makes all changes visible to who begins or renews from now on. Whatever comes of it, the transaction is over.
  package func commit() throws(LMDBError) {
    guard let ending = unsafe active else { throw .notActive(.commit) }
    end()
    let code = unsafe mdb_txn_commit(ending)
    if code != MDB_SUCCESS { throw LMDBError(.commit, code: code) }
  }

  /// Drops all changes. Does nothing where the transaction is over.
  package func abort() {
    guard let ending = unsafe active else { return }
    end()
    unsafe mdb_txn_abort(ending)
  }

  private func end() {
    unsafe active = nil
    changes &+= 1
    snapshots &+= 1
  }
}
