package import Journal
package import LMDB
package import Messages

/// Why the engine cannot go on with what it was doing.
package enum EngineError: Error {
  /// The state could not be read or written.
  case state(LMDBError)
  /// The journal could not be read or written.
  case journal(JournalError)
  /// A batch could not be made durable: whether it is on disk shows when the journal is opened again.
  case unsynced(JournalError)
  /// An entry of the journal, or a value of the state, is not what it must be.
  case damaged(String)
  /// The state was made by something newer, or does not belong to the journal.
  case mismatch(String)
  /// The directory cannot be used.
  case directory(String)
}

extension EngineError: CustomStringConvertible {
  /// What went wrong, for people.
  package var description: String {
    switch self {
    case .state(let error): "state: \(error.description)"
    case .journal(let error): "journal: \(error)"
    case .unsynced(let error): "the journal could not be written: \(error)"
    case .damaged(let text): "damaged: \(text)"
    case .mismatch(let text): text
    case .directory(let text): text
    }
  }
}

extension EngineError {
  /// The fault as a caller sees it.
  package var callFailure: CallFailure { .internal("the store cannot be read: \(description)") }
}
