internal import CLMDB
internal import Glibc

extension Environment {
  /// Pages of the file that no tree uses any more.
  package struct FreePages: Sendable, Equatable {
    /// All that were counted.
    package var count = 0
    /// Those among them that the next write transaction can take: no reader's snapshot still has them.
    package var usable = 0

    /// None.
    package init() {}
  }

  /// Counts free pages as of the last commit.
  ///
  /// LMDB keeps them in a table of its own, a record for each transaction that freed some. A count ends once `limit` usable
  /// ones are found, or after `recordLimit` records.
  package func freePages(atLeast limit: Int = .max, recordLimit: Int = 100_000) throws(LMDBError) -> FreePages {
    var begun: OpaquePointer?
    var code = unsafe mdb_txn_begin(handle, nil, UInt32(MDB_RDONLY), &begun)
    guard code == MDB_SUCCESS, let transaction = unsafe begun else { throw LMDBError(.begin, code: code) }
    defer { unsafe mdb_txn_abort(transaction) }
    let oldest = min(oldestSnapshot, Int(clamping: unsafe mdb_txn_id(transaction)))
    var opened: OpaquePointer?
    // 0 is the table of free pages.
    code = unsafe mdb_cursor_open(transaction, 0, &opened)
    guard code == MDB_SUCCESS, let cursor = unsafe opened else { throw LMDBError(.cursor, code: code) }
    defer { unsafe mdb_cursor_close(cursor) }
    var pages = FreePages()
    var key = unsafe MDB_val()
    var value = unsafe MDB_val()
    var records = 0
    while records < recordLimit, pages.usable < limit {
      code = unsafe mdb_cursor_get(cursor, &key, &value, MDB_NEXT)
      if code == MDB_NOTFOUND { break }
      if code != MDB_SUCCESS { throw LMDBError(.cursor, code: code) }
      let (name, list) = unsafe (RawSpan(key), RawSpan(value))
      // The number of a transaction, and the pages that it freed behind how many they are.
      guard name.byteCount == 8, list.byteCount >= 8, list.uint64(at: 0) <= UInt64(list.byteCount / 8 - 1) else {
        throw .corrupted(.cursor, code: MDB_CORRUPTED)
      }
      let count = Int(list.uint64(at: 0))
      pages.count += count
      if name.uint64(at: 0) < UInt64(oldest) { pages.usable += count }
      records += 1
    }
    return pages
  }

  /// The oldest snapshot that a reader still has; `Int.max` where none reads.
  private var oldestSnapshot: Int {
    var oldest = Int.max
    // One line a reader: process, thread, transaction, or a dash for one that has no snapshot.
    _ = unsafe withUnsafeMutablePointer(to: &oldest) { oldest in
      unsafe mdb_reader_list(
        handle,
        { text, context in
          guard let text = unsafe text, let context = unsafe context else { return 0 }
          let words = unsafe String(cString: text).split { $0 == " " || $0 == "\n" }
          if words.count == 3, let snapshot = Int(words[2]) {
            let oldest = unsafe context.assumingMemoryBound(to: Int.self)
            unsafe oldest.pointee = min(oldest.pointee, snapshot)
          }
          return 0
        }, oldest)
    }
    return oldest
  }
}
