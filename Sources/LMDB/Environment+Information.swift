internal import CLMDB

extension Environment {
  /// What LMDB says about an environment, as of the last commit.
  package struct Information: Sendable, Equatable {
    /// The most bytes that the file can grow to.
    package let mapSize: Int
    /// The number of the last page in use.
    package let lastPage: Int
    /// The identifier of the last committed transaction.
    package let lastTransaction: Int
    /// How many reader slots there are.
    package let maximumReaders: Int
    /// How many reader slots were ever taken at once.
    package let readers: Int
    /// Bytes a page.
    package let pageSize: Int
  }

  /// The environment's figures.
  package var information: Information {
    var information = unsafe MDB_envinfo()
    var statistics = MDB_stat()
    // Both fail for a missing handle only.
    _ = unsafe mdb_env_info(handle, &information)
    _ = unsafe mdb_env_stat(handle, &statistics)
    return unsafe Information(
      mapSize: information.me_mapsize, lastPage: information.me_last_pgno,
      lastTransaction: information.me_last_txnid, maximumReaders: Int(information.me_maxreaders),
      readers: Int(information.me_numreaders), pageSize: Int(statistics.ms_psize))
  }
}
