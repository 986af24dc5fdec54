internal import CLMDB
internal import Glibc

/// An LMDB environment: a directory with `data.mdb`, mapped into memory, and `lock.mdb`.
///
/// Commits do not sync; whoever needs the file whole after a crash of the machine calls ``sync()``. A process opens an
/// environment once at a time: LMDB's locks do not tell two openings in one process apart.
///
/// `@unchecked Sendable`: the handle never changes, and LMDB guards what lies behind it with its own locks. It is
/// closed by `deinit`, and every transaction keeps its environment alive.
@safe
package final class Environment: @unchecked Sendable {
  /// How an environment is opened.
  package struct Options: OptionSet, Sendable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The kernel reads nothing ahead: for a file that is larger than the memory.
    package static let noReadAhead = Options(rawValue: 1 << 0)
    /// Nothing can be written, and the environment must exist.
    package static let readOnly = Options(rawValue: 1 << 1)
    /// Nothing is locked, and no `lock.mdb` is made: for reading what nobody can have open for writing meanwhile.
    package static let withoutLock = Options(rawValue: 1 << 2)
  }

  /// The environment's directory.
  package let path: String
  let handle: OpaquePointer

  /// What is wrong with the pages of the environment in the directory `path`, read without LMDB; nil where it can follow
  /// them all. To be asked where a file may be damaged, and nobody writes to it: LMDB itself would leave the file.
  package static func structuralDamage(path: String) throws(LMDBError) -> String? {
    try DataFile.structuralDamage("\(path)/data.mdb")
  }

  /// Opens the environment in the directory `path`, which must exist.
  ///
  /// An existing file is looked at before it is mapped: one that lacks pages that are in use is refused as
  /// ``LMDBError/truncated(byteCount:neededByteCount:)``.
  ///
  /// - Parameters:
  ///   - mapSize: the most bytes that the file can grow to; address space, not memory.
  ///   - maximumTables: how many tables can be open.
  ///   - maximumReaders: how many read transactions can be there at once.
  package init(
    path: String, mapSize: Int, maximumTables: Int = 64, maximumReaders: Int = 1024, options: Options = []
  ) throws(LMDBError) {
    try DataFile.check("\(path)/data.mdb")
    var created: OpaquePointer?
    let answer = unsafe mdb_env_create(&created)
    guard answer == MDB_SUCCESS, let handle = unsafe created else { throw LMDBError(.open, code: answer) }
    var flags = UInt32(MDB_NOTLS)
    flags |= options.contains(.readOnly) ? UInt32(MDB_RDONLY) : UInt32(MDB_NOSYNC)
    if options.contains(.withoutLock) { flags |= UInt32(MDB_NOLOCK) }
    if options.contains(.noReadAhead) { flags |= UInt32(MDB_NORDAHEAD) }
    var code = unsafe mdb_env_set_mapsize(handle, max(mapSize, 0))
    if code == MDB_SUCCESS { code = unsafe mdb_env_set_maxdbs(handle, MDB_dbi(clamping: maximumTables)) }
    if code == MDB_SUCCESS { code = unsafe mdb_env_set_maxreaders(handle, UInt32(clamping: maximumReaders)) }
    if code == MDB_SUCCESS { code = unsafe mdb_env_open(handle, path, flags, 0o600) }
    // Slots of readers that died with their process would hold on to old pages for ever.
    var dead: Int32 = 0
    if code == MDB_SUCCESS { code = unsafe mdb_reader_check(handle, &dead) }
    if code != MDB_SUCCESS {
      unsafe mdb_env_close(handle)
      throw LMDBError(.open, code: code)
    }
    self.path = path
    unsafe self.handle = handle
  }

  deinit { unsafe mdb_env_close(handle) }

  /// Waits until all that was committed is on the disk.
  package func sync() throws(LMDBError) {
    let code = unsafe mdb_env_sync(handle, 1)
    if code != MDB_SUCCESS { throw LMDBError(.sync, code: code) }
  }

  /// Opens an existing table outside of any transaction of the caller's; `nil` where there is none of this name.
  ///
  /// Not while another thread opens a table.
  package func openTable(_ name: String) throws(LMDBError) -> Table? {
    var begun: OpaquePointer?
    var code = unsafe mdb_txn_begin(handle, nil, UInt32(MDB_RDONLY), &begun)
    guard code == MDB_SUCCESS, let transaction = unsafe begun else { throw LMDBError(.openTable, code: code) }
    var identifier: MDB_dbi = 0
    code = unsafe mdb_dbi_open(transaction, name, 0, &identifier)
    if code != MDB_SUCCESS {
      unsafe mdb_txn_abort(transaction)
      if code == MDB_NOTFOUND { return nil }
      throw LMDBError(.openTable, code: code)
    }
    code = unsafe mdb_txn_commit(transaction)
    if code != MDB_SUCCESS { throw LMDBError(.openTable, code: code) }
    return Table(identifier: identifier)
  }
}
