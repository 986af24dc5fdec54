internal import CLMDB

/// A place among a table's keys, from where to go on in either direction.
///
/// It keeps its transaction alive. After the transaction was renewed it must be renewed too; once a write transaction
/// is over, it is over.
@safe
package struct Cursor: ~Copyable {
  /// The transaction that is read.
  package let transaction: Transaction
  let handle: OpaquePointer
  private var snapshot: UInt64
  private var currentKey: MDB_val
  private var currentValue: MDB_val
  /// The transaction's count of changes when key and value were read.
  private var changes: UInt64

  /// Whether the cursor stands at a key.
  package private(set) var isPositioned = false

  /// A cursor over `table`, at no key yet.
  package init(_ transaction: Transaction, _ table: Table) throws(LMDBError) {
    guard let active = unsafe transaction.active else { throw .notActive(.cursor) }
    var opened: OpaquePointer?
    let code = unsafe mdb_cursor_open(active, table.identifier, &opened)
    guard code == MDB_SUCCESS, let handle = unsafe opened else { throw LMDBError(.cursor, code: code) }
    self.transaction = transaction
    unsafe self.handle = handle
    snapshot = transaction.snapshots
    changes = transaction.changes
    unsafe currentKey = MDB_val()
    unsafe currentValue = MDB_val()
  }

  deinit {
    // LMDB frees the cursors of a write transaction when it ends, and those of a read transaction never.
    if transaction is ReadTransaction || transaction.snapshots == snapshot { unsafe mdb_cursor_close(handle) }
  }

  /// Goes on in the transaction's present snapshot, at no key. Only a read transaction has another one.
  package mutating func renew() throws(LMDBError) {
    guard let active = unsafe transaction.active, transaction is ReadTransaction else { throw .notActive(.cursor) }
    isPositioned = false
    let code = unsafe mdb_cursor_renew(active, handle)
    if code != MDB_SUCCESS { throw LMDBError(.cursor, code: code) }
    snapshot = transaction.snapshots
  }

  /// Goes to the first key that is `key` or comes after it. Returns whether there is one.
  package mutating func seek(_ key: borrowing KeyBuffer) throws(LMDBError) -> Bool {
    if key.isOverflowing { throw .invalidSize(.cursor) }
    unsafe currentKey = key.raw
    return try move(MDB_SET_RANGE)
  }

  /// Goes to the last key that comes before `key`. Returns whether there is one.
  package mutating func seek(before key: borrowing KeyBuffer) throws(LMDBError) -> Bool {
    try seek(key) ? previous() : last()
  }

  /// Goes to `key`. Returns whether it is there.
  package mutating func seek(exactly key: borrowing KeyBuffer) throws(LMDBError) -> Bool {
    if key.isOverflowing { throw .invalidSize(.cursor) }
    unsafe currentKey = key.raw
    return try move(MDB_SET_KEY)
  }

  /// Goes to the first key. Returns whether there is one.
  package mutating func first() throws(LMDBError) -> Bool { try move(MDB_FIRST) }

  /// Goes to the last key. Returns whether there is one.
  package mutating func last() throws(LMDBError) -> Bool { try move(MDB_LAST) }

  /// Goes to the key after this one; to the first where the cursor was at none yet, to the one after it where it was
  /// deleted. Returns whether there is one.
  package mutating func next() throws(LMDBError) -> Bool { try move(MDB_NEXT) }

  /// Goes to the key before this one; to the last where the cursor was at none yet. Returns whether there is one.
  package mutating func previous() throws(LMDBError) -> Bool { try move(MDB_PREV) }

  /// The key that the cursor stands at, in place. Empty where it stands at none.
  package var key: RawSpan {
    @_lifetime(borrow self)
    get {
      let (key, _) = unsafe current()
      return unsafe _overrideLifetime(RawSpan(key), borrowing: self)
    }
  }

  /// The value of the key that the cursor stands at, in place. Empty where it stands at none.
  package var value: RawSpan {
    @_lifetime(borrow self)
    get {
      let (_, value) = unsafe current()
      return unsafe _overrideLifetime(RawSpan(value), borrowing: self)
    }
  }

  /// Goes on with what the cursor stands at after a change that it made itself.
  mutating func didChange(isPositioned: Bool) {
    transaction.changes &+= 1
    self.isPositioned = isPositioned
  }

  /// LMDB's cursor, where it may be used.
  func usable(_ operation: LMDBError.Operation) throws(LMDBError) -> OpaquePointer {
    guard unsafe transaction.active != nil, transaction.snapshots == snapshot else { throw .notActive(operation) }
    return unsafe handle
  }

  private mutating func move(_ operation: MDB_cursor_op) throws(LMDBError) -> Bool {
    let handle = try unsafe usable(.cursor)
    let code = unsafe mdb_cursor_get(handle, &currentKey, &currentValue, operation)
    isPositioned = code == MDB_SUCCESS
    changes = transaction.changes
    if code != MDB_SUCCESS && code != MDB_NOTFOUND { throw LMDBError(.cursor, code: code) }
    return isPositioned
  }

  private func current() -> (key: MDB_val, value: MDB_val) {
    guard isPositioned, unsafe transaction.active != nil, transaction.snapshots == snapshot else {
      return unsafe (MDB_val(), MDB_val())
    }
    if transaction.changes == changes { return unsafe (currentKey, currentValue) }
    // The transaction changed something: LMDB kept the cursor at its key, which may lie elsewhere now.
    var key = unsafe MDB_val()
    var value = unsafe MDB_val()
    let code = unsafe mdb_cursor_get(handle, &key, &value, MDB_GET_CURRENT)
    return unsafe code == MDB_SUCCESS ? (key, value) : (MDB_val(), MDB_val())
  }
}
