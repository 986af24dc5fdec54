internal import CLMDB
internal import Glibc

extension WriteTransaction {
  /// Sets the value of `key` to a copy of `value`.
  package func put(
    _ table: Table, _ key: borrowing KeyBuffer, _ value: RawSpan, _ options: PutOptions = []
  ) throws(LMDBError) {
    guard let active = unsafe active else { throw .notActive(.put) }
    if key.isOverflowing { throw .invalidSize(.put) }
    changes &+= 1
    var key = unsafe key.raw
    let code = unsafe value.withUnsafeBytes { bytes in
      var value = unsafe MDB_val(bytes)
      return unsafe mdb_put(active, table.identifier, &key, &value, options.flags)
    }
    if code != MDB_SUCCESS { throw putError(code, options) }
  }

  /// Sets the value of `key` to a copy of `value`.
  package func put(
    _ table: Table, _ key: borrowing KeyBuffer, _ value: [UInt8], _ options: PutOptions = []
  ) throws(LMDBError) {
    try put(table, key, unsafe value.span.bytes, options)
  }

  /// Sets the value of `key` to `byteCount` bytes, zeros at first, that `fill` writes in their place in the map.
  package func put(
    _ table: Table, _ key: borrowing KeyBuffer, byteCount: Int, _ options: PutOptions = [],
    fill: (inout MutableRawSpan) -> Void
  ) throws(LMDBError) {
    guard let active = unsafe active else { throw .notActive(.put) }
    if key.isOverflowing { throw .invalidSize(.put) }
    changes &+= 1
    var key = unsafe key.raw
    var place = unsafe MDB_val(mv_size: max(byteCount, 0), mv_data: nil)
    let code = unsafe mdb_put(active, table.identifier, &key, &place, options.flags | UInt32(MDB_RESERVE))
    if code != MDB_SUCCESS { throw putError(code, options) }
    unsafe memset(place.mv_data, 0, place.mv_size)
    var bytes = unsafe UnsafeMutableRawBufferPointer(place).mutableBytes
    fill(&bytes)
  }

  /// Lets `change` rewrite the value of `key` in its place in the map, keeping its length.
  ///
  /// - Returns: what `change` returned; `nil`, without calling it, where the table has no such key.
  package func update<Result>(
    _ table: Table, _ key: borrowing KeyBuffer, change: (inout MutableRawSpan) -> Result
  ) throws(LMDBError) -> Result? {
    guard let active = unsafe active else { throw .notActive(.put) }
    if key.isOverflowing { throw .invalidSize(.put) }
    var key = unsafe key.raw
    var old = unsafe MDB_val()
    var code = unsafe mdb_get(active, table.identifier, &key, &old)
    if code == MDB_NOTFOUND { return nil }
    if code != MDB_SUCCESS { throw LMDBError(.put, code: code) }
    changes &+= 1
    var place = unsafe MDB_val(mv_size: old.mv_size, mv_data: nil)
    // LMDB promises nothing about what a reserved place holds, and may free the page that held the old value.
    code = unsafe withUnsafeTemporaryAllocation(byteCount: old.mv_size, alignment: 8) { copy in
      unsafe copy.copyMemory(from: UnsafeRawBufferPointer(start: old.mv_data, count: old.mv_size))
      let code = unsafe mdb_put(active, table.identifier, &key, &place, UInt32(MDB_RESERVE))
      if code == MDB_SUCCESS {
        unsafe UnsafeMutableRawBufferPointer(place).copyMemory(from: UnsafeRawBufferPointer(copy))
      }
      return code
    }
    if code != MDB_SUCCESS { throw LMDBError(.put, code: code) }
    var bytes = unsafe UnsafeMutableRawBufferPointer(place).mutableBytes
    return change(&bytes)
  }

  /// Removes `key`. Returns whether it was there.
  @discardableResult
  package func delete(_ table: Table, _ key: borrowing KeyBuffer) throws(LMDBError) -> Bool {
    guard let active = unsafe active else { throw .notActive(.delete) }
    if key.isOverflowing { throw .invalidSize(.delete) }
    changes &+= 1
    var key = unsafe key.raw
    let code = unsafe mdb_del(active, table.identifier, &key, nil)
    if code == MDB_NOTFOUND { return false }
    if code != MDB_SUCCESS { throw LMDBError(.delete, code: code) }
    return true
  }
}

func putError(_ code: Int32, _ options: WriteTransaction.PutOptions) -> LMDBError {
  code == MDB_KEYEXIST && options.contains(.append) ? .outOfOrder(.put) : LMDBError(.put, code: code)
}

extension MDB_val {
  /// `bytes` as LMDB takes them; it does not write to them.
  @unsafe @inline(__always)
  init(_ bytes: UnsafeRawBufferPointer) {
    unsafe self.init(mv_size: bytes.count, mv_data: UnsafeMutableRawPointer(mutating: bytes.baseAddress))
  }
}

extension UnsafeMutableRawBufferPointer {
  /// The bytes that LMDB points to.
  @unsafe @inline(__always)
  init(_ value: MDB_val) { unsafe self.init(start: value.mv_data, count: value.mv_size) }
}
