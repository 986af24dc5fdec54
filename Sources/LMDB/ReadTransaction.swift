internal import CLMDB

/// A snapshot for reading, made once a thread and renewed as often as something newer is wanted.
///
/// While it is active it pins the pages of its snapshot, so that the file grows: reset it before waiting.
@safe
package final class ReadTransaction: Transaction {
  private var owned: OpaquePointer?

  /// Begins with a snapshot of the last commit. Takes a reader slot until it is deallocated.
  package init(_ environment: Environment) throws(LMDBError) {
    unsafe owned = nil
    try super.init(environment, flags: UInt32(MDB_RDONLY))
    unsafe owned = active
  }

  deinit { unsafe mdb_txn_abort(owned) }

  /// Moves on to a snapshot of the last commit, whether or not there is one now.
  package func renew() throws(LMDBError) {
    reset()
    let code = unsafe mdb_txn_renew(owned)
    if code != MDB_SUCCESS { throw LMDBError(.renew, code: code) }
    unsafe active = owned
  }

  /// Lets go of the snapshot, keeping the reader slot. Does nothing where there is none.
  package func reset() {
    guard unsafe active != nil else { return }
    unsafe mdb_txn_reset(owned)
    unsafe active = nil
    changes &+= 1
    snapshots &+= 1
  }
}
