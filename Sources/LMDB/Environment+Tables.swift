internal import CLMDB

extension Environment {
  /// The names of all tables, in the order of their bytes.
  package func tableNames() throws(LMDBError) -> [String] {
    let transaction = try ReadTransaction(self)
    var identifier: MDB_dbi = 0
    let code = unsafe mdb_dbi_open(transaction.active, nil, 0, &identifier)
    if code != MDB_SUCCESS { throw LMDBError(.openTable, code: code) }
    var names: [String] = []
    var cursor = try Cursor(transaction, Table(identifier: identifier))
    while try cursor.next() { names.append(cursor.key.text()) }
    return names
  }
}
