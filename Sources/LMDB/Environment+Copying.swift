internal import CLMDB

extension Environment {
  /// Writes a copy, as of the last commit, into the existing empty directory `path`, as `data.mdb`, unsynced.
  ///
  /// Takes a reader slot and pins that snapshot's pages until it is done.
  ///
  /// - Parameter isCompacting: leave out free pages, and number the others anew.
  package func copy(to path: String, isCompacting: Bool = false) throws(LMDBError) {
    let code = unsafe mdb_env_copy2(handle, path, isCompacting ? UInt32(MDB_CP_COMPACT) : 0)
    if code != MDB_SUCCESS { throw LMDBError(.copy, code: code) }
  }

  /// Writes a copy, as of the last commit, from front to end into an open file, pipe or socket.
  package func copy(toDescriptor descriptor: Int32, isCompacting: Bool = false) throws(LMDBError) {
    let code = unsafe mdb_env_copyfd2(handle, descriptor, isCompacting ? UInt32(MDB_CP_COMPACT) : 0)
    if code != MDB_SUCCESS { throw LMDBError(.copy, code: code) }
  }
}
