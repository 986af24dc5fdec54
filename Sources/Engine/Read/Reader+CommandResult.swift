internal import Journal
package import Messages

extension Reader {
  /// The answer that is kept for a command id, and when it was decided; nil where none is.
  package func commandResult(principal: String, commandID: [UInt8]) throws(CallFailure)
    -> (result: CommandResult, time: Int64)?
  {
    try reading { () throws(EngineError) in
      guard let kept = try keptResult(principal: principal, commandID: commandID, now: facts.time) else { return nil }
      arena.reset()
      let found: Entry??
      do throws(JournalError) {
        found = try journal.withEntry(at: kept.sequence) { unsafe try? Entry(decoding: $0.bytes, in: arena) }
      } catch {
        throw .journal(error)
      }
      guard case .commandResult(let result)? = found??.subject else {
        throw .damaged("the journal has no answer at sequence \(kept.sequence), which the state names")
      }
      return (result, kept.time)
    }
  }
}
