internal import Glibc
internal import Journal

extension Checkpoint {
  /// Checks the copy before the entries that it is made of are removed: its bytes, that it belongs to `journal`, and its
  /// tables against each other.
  ///
  /// - Throws: `damaged` with the first thing that is wrong.
  func check(against journal: JournalReader) throws(EngineError) {
    guard try isWhole() else { throw EngineError.damaged("the checksum of \(path) does not hold") }
    let state = try VerifiedState(path)
    let expected: JournalHash?
    do throws(JournalError) {
      expected = try journal.hash(after: state.facts.sequence)
    } catch {
      throw EngineError.journal(error)
    }
    guard state.facts.sequence == sequence, let expected, expected.array == state.facts.hash else {
      throw EngineError.damaged("\(path) does not belong to the journal at sequence \(sequence)")
    }
    let findings = Findings(limit: 1) { _ in }
    for check in TableCheck.all {
      findings.check(check.subject) { () throws(EngineError) in try check.run(state, findings) }
    }
    if let fault = findings.report.faults.first { throw EngineError.damaged("\(path): \(fault)") }
  }

  /// Makes the same copy in another folder of the data, durably: the files are linked, not copied.
  func copy(to folder: String) throws(EngineError) {
    let temporary = "\(folder)/making"
    try Files.makeFolder(folder)
    try Files.removeFolder(temporary)
    try Files.makeFolder(temporary)
    for name in ["data.mdb", "checksum"] {
      guard unsafe link("\(path)/\(name)", "\(temporary)/\(name)") == 0 else {
        throw Files.failure("link", "\(temporary)/\(name)")
      }
    }
    try Files.syncFolder(of: "\(temporary)/")
    let name = path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...]
    try Files.removeFolder("\(folder)/\(name)")
    try Files.rename(temporary, to: "\(folder)/\(name)")
  }
}
