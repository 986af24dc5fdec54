internal import CLMDB

/// Why LMDB, or this layer above it, refused an operation. Each case names the operation.
package enum LMDBError: Error, Equatable {
  /// What was being done, for messages.
  package enum Operation: String, Sendable {
    case open = "open the environment"
    case openTable = "open a table"
    case begin = "begin a transaction"
    case renew = "renew a read transaction"
    case get
    case put
    case delete
    case drop = "empty a table"
    case commit
    case cursor = "move a cursor"
    case statistics = "read the statistics"
    case sync
    case copy
  }

  /// The map has no room for what the transaction writes. The transaction can only be aborted.
  case mapFull(Operation)
  /// The transaction touches more pages than LMDB allows. It can only be aborted.
  case transactionFull(Operation)
  /// All reader slots are taken.
  case readersFull(Operation)
  /// The key is there already, and `noOverwrite` was asked for.
  case keyExists(Operation)
  /// A key was appended that does not come after the table's last.
  case outOfOrder(Operation)
  /// The key is empty or longer than 511 bytes, or the value is too long.
  case invalidSize(Operation)
  /// A page is not what it must be, or the file is not LMDB's.
  case corrupted(Operation, code: Int32)
  /// The file was written by an LMDB with another format.
  case versionMismatch(Operation)
  /// `data.mdb` is shorter than the pages that are in use: mapping it would end in SIGBUS.
  case truncated(byteCount: Int, neededByteCount: Int)
  /// The transaction is over, or it was reset and not renewed, or the cursor is of an earlier snapshot.
  case notActive(Operation)
  /// The write transaction failed before, and can only be aborted.
  case mustAbort(Operation)
  /// The system refused; a full disk shows as EIO.
  case io(Operation, errno: Int32)
  /// Any other answer of LMDB's.
  case other(Operation, code: Int32)

  /// The error for LMDB's answer `code`, which is neither success nor MDB_NOTFOUND.
  @usableFromInline
  init(_ operation: Operation, code: Int32) {
    switch code {
    case MDB_MAP_FULL: self = .mapFull(operation)
    case MDB_TXN_FULL: self = .transactionFull(operation)
    case MDB_READERS_FULL: self = .readersFull(operation)
    case MDB_KEYEXIST: self = .keyExists(operation)
    case MDB_BAD_VALSIZE: self = .invalidSize(operation)
    case MDB_CORRUPTED, MDB_PAGE_NOTFOUND, MDB_INVALID: self = .corrupted(operation, code: code)
    case MDB_VERSION_MISMATCH: self = .versionMismatch(operation)
    case MDB_BAD_TXN: self = .mustAbort(operation)
    case 1...: self = .io(operation, errno: code)
    default: self = .other(operation, code: code)
    }
  }

  /// LMDB's code, or the system's where it is positive; 0 where this layer refused before LMDB was asked.
  package var code: Int32 {
    switch self {
    case .mapFull: MDB_MAP_FULL
    case .transactionFull: MDB_TXN_FULL
    case .readersFull: MDB_READERS_FULL
    case .keyExists, .outOfOrder: MDB_KEYEXIST
    case .invalidSize: MDB_BAD_VALSIZE
    case .versionMismatch: MDB_VERSION_MISMATCH
    case .mustAbort: MDB_BAD_TXN
    case .truncated, .notActive: 0
    case .corrupted(_, let code), .other(_, let code): code
    case .io(_, let errno): errno
    }
  }

  /// What was being done.
  package var operation: Operation {
    switch self {
    case .mapFull(let operation), .transactionFull(let operation), .readersFull(let operation),
      .keyExists(let operation), .outOfOrder(let operation), .invalidSize(let operation),
      .versionMismatch(let operation), .notActive(let operation), .mustAbort(let operation),
      .corrupted(let operation, _), .io(let operation, _), .other(let operation, _):
      operation
    case .truncated: .open
    }
  }
}

extension LMDBError: CustomStringConvertible {
  /// One line for a log: the operation and the reason.
  package var description: String {
    "cannot \(operation.rawValue): \(reason)"
  }

  private var reason: String {
    switch self {
    case .outOfOrder: "the key to append does not come after the last one"
    case .notActive: "the transaction or cursor is over or was not renewed"
    case .mustAbort: "the transaction failed before and can only be aborted"
    case .truncated(let byteCount, let needed):
      "data.mdb is truncated: \(byteCount) bytes, of which \(needed) are in use"
    default: unsafe "\(String(cString: mdb_strerror(code))) (\(code))"
    }
  }
}
