internal import CLMDB

extension Cursor {
  /// Replaces the value of the key that the cursor stands at by a copy of `value`.
  ///
  /// Throws ``LMDBError/notActive(_:)`` where it stands at none, or its transaction cannot write.
  package mutating func put(_ value: RawSpan) throws(LMDBError) {
    let handle = try unsafe writable(.put)
    // A value of another length makes LMDB move the key's bytes about while it reads them: it gets a copy.
    let code = unsafe key.withUnsafeBytes { key in
      unsafe withUnsafeTemporaryAllocation(byteCount: key.count, alignment: 8) { copy in
        unsafe copy.copyMemory(from: key)
        return unsafe value.withUnsafeBytes { bytes in
          var key = unsafe MDB_val(UnsafeRawBufferPointer(copy))
          var value = unsafe MDB_val(bytes)
          return unsafe mdb_cursor_put(handle, &key, &value, UInt32(MDB_CURRENT))
        }
      }
    }
    didChange(isPositioned: code == MDB_SUCCESS)
    if code != MDB_SUCCESS { throw LMDBError(.put, code: code) }
  }

  /// Removes the key that the cursor stands at. ``next()`` then goes to the one after it.
  ///
  /// Throws ``LMDBError/notActive(_:)`` where it stands at none, or its transaction cannot write.
  package mutating func delete() throws(LMDBError) {
    let handle = try unsafe writable(.delete)
    let code = unsafe mdb_cursor_del(handle, 0)
    didChange(isPositioned: false)
    if code != MDB_SUCCESS { throw LMDBError(.delete, code: code) }
  }

  private func writable(_ operation: LMDBError.Operation) throws(LMDBError) -> OpaquePointer {
    guard isPositioned, transaction is WriteTransaction else { throw .notActive(operation) }
    return try unsafe usable(operation)
  }
}
