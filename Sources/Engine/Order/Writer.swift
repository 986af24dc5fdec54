internal import Journal
internal import LMDB
internal import Messages

/// Takes batches of commands in order: decides, records and evolves them, makes them durable, shows them to readers, and
/// gives back what became of each.
///
/// One thread writes; not `Sendable`. After a failed sync or commit it takes no more batches: ``process(_:)`` throws.
package final class Writer {
  /// The journal.
  let journal: Journal
  let environment: Environment
  private let resident: ResidentLevels
  let view: WriterView
  let evolver: Evolver
  let decider: Decider
  private let arena = MessageArena()
  private var entryBytes = OutputBuffer()
  private var rowKey = KeyBuffer()
  /// When the next sweep has something to do, as of the last batch: a hold expires, or a product no longer sells fast.
  /// `Int64.max` = never.
  package internal(set) var nextExpiry: Int64 = .max

  /// Told how much the journal grows.
  var checkpointer: Checkpointer?
  private var kept: AnyObject?
  /// The free pages as they were last counted, and when.
  var counted: (pages: Environment.FreePages, transaction: Int, time: Int64)?

  /// Why a batch could not be taken as it is: the map or a segment is full.
  private enum Full: Error {
    case full(String)
    case failed(EngineError)
  }

  /// What became of the first commands of a batch.
  private struct Part {
    var outcomes: [CommandOutcome] = []
    /// What has to be released before the next command can be decided.
    var overdue: Overdue?
    /// How many due holds were released besides.
    var swept = 0
  }

  /// Which due holds are to be released.
  private enum Sweep {
    /// Up to so many, wherever they are.
    case due(Int)
    /// Up to so many of a level.
    case level(LevelKey, Int)
    /// These.
    case holds([HoldNumber])
  }

  init(journal: Journal, environment: Environment, view: WriterView, resident: ResidentLevels) throws(EngineError) {
    self.journal = journal
    self.environment = environment
    self.resident = resident
    self.view = view
    evolver = Evolver(view: view)
    decider = Decider(view: view)
  }

  /// Keeps alive what the writer writes to, where nothing else does.
  func keep(_ parts: OpenParts) { kept = parts.directory }

  /// Bytes that the disk of the journal still has; nil where the system does not say.
  var availableBytes: Int? { try? journal.reader.availableBytes() }

  /// The state as of the last batch.
  package var facts: StateFacts { view.facts }

  /// A reader for the calling thread, of a writer that no engine has opened: it shows all that has been folded in by now.
  package func makeReader() throws(EngineError) -> Reader {
    resident.commit(view.facts.sequence)
    resident.publish(view.facts.sequence)
    return try Reader(environment, view.tables, resident, journal.reader)
  }

  /// Takes one batch. When it returns, every change in it is on disk and seen by readers.
  ///
  /// - Returns: an outcome for each command, in order.
  /// - Throws: what stopped the engine. Whether anything of the batch took effect is not known then.
  package func process(_ batch: Batch) throws(EngineError) -> [CommandOutcome] {
    var outcomes: [CommandOutcome] = []
    var rest = batch
    while true {
      let part = try processPart(rest)
      outcomes += part.outcomes
      guard let overdue = part.overdue else { return outcomes }
      rest.commands.removeFirst(part.outcomes.count)
      guard try !release(overdue, at: batch.time) else { continue }
      outcomes.append(noRoom(because: "the state is full, or the disk"))
      rest.commands.removeFirst()
      if rest.commands.isEmpty { return outcomes }
    }
  }

  /// Takes the first commands of a batch: all of them, or those before one that cannot be decided yet.
  private func processPart(_ batch: Batch) throws(EngineError) -> Part {
    do throws(Full) {
      return try attempt(batch.commands, sweep: batch.sweepLimit > 0 ? .due(batch.sweepLimit) : nil, at: batch.time)
    } catch {
      let reason: String
      switch error {
      case .failed(let error): throw error
      case .full(let text): reason = text
      }
      if batch.sweepLimit > 0, !batch.commands.isEmpty {
        // The commands shall not want for the room that the sweep takes, nor the sweep for what they take.
        let outcomes = try process(Batch(batch.commands, time: batch.time))
        return Part(outcomes: outcomes + (try process(Batch([], time: batch.time, sweepLimit: batch.sweepLimit))))
      }
      if batch.commands.isEmpty {
        // Nothing can be released for want of room: not before there is time for some to come.
        nextExpiry = batch.time.addingReportingOverflow(1_000_000).partialValue
        return Part()
      }
      guard batch.commands.count > 1 else { return Part(outcomes: [noRoom(because: reason)]) }
      // A batch that is split keeps its stamp.
      let middle = batch.commands.count / 2
      let first = Batch(Array(batch.commands[..<middle]), time: batch.time)
      let second = Batch(Array(batch.commands[middle...]), time: batch.time)
      return Part(outcomes: try process(first) + process(second))
    }
  }

  fileprivate static let stateIsFull = "the state is full, and grows with a larger state-size"

  private func noRoom(because reason: String) -> CommandOutcome {
    CommandOutcome(
      failure: CallFailure.resourceExhausted(
        "there is no room for what this command changes: \(reason)", retryAfterMs: 1000
      ).status, sequence: view.facts.sequence)
  }

  /// Releases, in records of their own, the due holds that a command has met too many of. They need not wait for the
  /// command's fate, and are released once even if it is refused.
  ///
  /// - Returns: false if there is no room for that.
  private func release(_ overdue: Overdue, at time: Int64) throws(EngineError) -> Bool {
    var limit = decider.dueLimit
    var sweep = overdue.holds.isEmpty ? Sweep.level(overdue.level, limit) : .holds(overdue.holds)
    while true {
      do throws(Full) {
        let swept = try attempt([], sweep: sweep, at: time).swept
        if case .level = sweep, swept < limit { return true }
        sweep = .level(overdue.level, limit)
      } catch {
        if case .failed(let error) = error { throw error }
        limit /= 2
        if limit == 0 { return false }
        sweep = .level(overdue.level, limit)
      }
    }
  }

  private func attempt(_ commands: [Command], sweep: Sweep?, at time: Int64) throws(Full) -> Part {
    let room = self.room(at: time)
    let before = view.facts
    var transaction: WriteTransaction?
    do throws(EngineError) {
      let writing = try begin()
      transaction = writing
      try journaled { () throws(JournalError) in try journal.begin(time: time) }
      var part = Part()
      part.outcomes.reserveCapacity(commands.count)
      for command in commands {
        guard room.takes(command) else {
          let refused = noRoom(because: Self.stateIsFull)
          part.outcomes.append(try command.commandID.isEmpty ? refused : repeated(command, at: time) ?? refused)
          continue
        }
        guard let outcome = try take(command, at: time, in: writing) else {
          part.overdue = decider.overdue
          break
        }
        part.outcomes.append(outcome)
      }
      if let sweep, part.overdue == nil { part.swept = try perform(sweep, at: time, in: writing) }
      try finish(writing, before: before, ballast: room.ballast)
      return part
    } catch {
      transaction?.abort()
      journal.abandon()
      view.facts = before
      view.fault = nil
      view.forgetKept()
      evolver.forget()
      // What ended writing is no want of room, even where a full disk did.
      if !journal.hasFailed, let reason = error.fullness { throw .full(reason) }
      throw .failed(error)
    }
  }

  func begin() throws(EngineError) -> WriteTransaction {
    let transaction = try view.stored { () throws(LMDBError) in try WriteTransaction(environment) }
    view.transaction = transaction
    return transaction
  }

  /// Syncs the record, commits the state, and shows both to readers, in this order.
  ///
  /// - Parameter ballast: pages that the commit is to find free for its own books, which come after the sync.
  private func finish(_ transaction: WriteTransaction, before: StateFacts, ballast: Int) throws(EngineError) {
    guard !journal.isEmpty else {
      transaction.abort()
      try journaled { () throws(JournalError) in try journal.commit() }
      view.facts = before
      return
    }
    // What follows the sync must not need room: the facts' page is made dirty here.
    try evolver.store(in: transaction)
    try evolver.takeBallast(ballast, in: transaction)
    checkpointer?.count(journal.batchByteCount)
    do throws(JournalError) { try journal.commit() } catch { throw EngineError.unsynced(error) }
    view.facts.hash = journal.reader.facts.hash.array
    do {
      try evolver.dropBallast(ballast, in: transaction)
      try evolver.store(in: transaction)
      nextExpiry = try view.nextSweep()
      try view.stored { () throws(LMDBError) in try transaction.commit() }
    } catch {
      // The record is on disk already: this is no batch that could be split, but the end.
      throw EngineError.damaged("the state could not be committed after its record was synced: \(error)")
    }
    resident.commit(view.facts.sequence)
    show()
  }

  /// Puts changed rows where readers find them, then says up to which sequence they can read.
  private func show() {
    for (key, row) in evolver.changed {
      rowKey.set(level: key)
      resident.put(rowKey.bytes, row)
    }
    evolver.changed.removeAll(keepingCapacity: true)
    resident.publish(view.facts.sequence)
  }

  /// Decides one command, appends its entries and folds them in; nil where too much is due for it to be decided yet.
  private func take(_ command: Command, at time: Int64, in transaction: WriteTransaction) throws(EngineError)
    -> CommandOutcome?
  {
    if !command.commandID.isEmpty, let known = try repeated(command, at: time) { return known }
    if !command.commandID.isEmpty, let refused = try refusedID(command, at: time) { return refused }
    decider.begin(caller: command.caller, now: time, firstSequence: journal.nextSequence)
    var outcome = CommandOutcome()
    arena.reset()
    do {
      let prepared = try command.request.perform(on: decider, in: arena)
      outcome.response = prepared.bytes
      try decider.alert()
    } catch {
      if let fault = view.fault { throw fault }
      if decider.overdue != nil { return nil }
      outcome.failure = error.status
      decider.draft.entries.removeAll(keepingCapacity: true)
    }
    for entry in decider.draft.entries { try record(entry, at: time, in: transaction) }
    let isKept = !command.commandID.isEmpty && (outcome.failure.map(\.isKept) ?? true)
    if isKept {
      outcome.sequence = journal.nextSequence
      try record(kept(outcome, of: command), at: time, in: transaction)
    } else {
      outcome.sequence = journal.nextSequence - 1
    }
    journal.endCommand()
    return outcome
  }

  /// RESOURCE_EXHAUSTED for a new id of a principal that has used up its number of kept answers.
  ///
  /// While answers past the window wait to be forgotten, two for each new one, the number is not exact and nobody is refused.
  private func refusedID(_ command: Command, at time: Int64) throws(EngineError) -> CommandOutcome? {
    let principal = command.caller.principal
    let policy = try view.currentPolicy()
    let limit = policy.commandResultsPerPrincipal
    guard try view.resultCounts.value(principal, in: view.transaction) >= limit else { return nil }
    if let oldest = try view.oldestResult(), oldest.time <= time - policy.commandResultWindow { return nil }
    return CommandOutcome(
      failure: CallFailure.resourceExhausted(
        "\(principal) has \(limit) answers kept for repeats: new command ids are taken again as old ones are forgotten",
        retryAfterMs: 60_000
      ).status, sequence: view.facts.sequence)
  }

  private func kept(_ outcome: CommandOutcome, of command: Command) -> Entry {
    var entry = Entry()
    entry.type = .commandResult
    entry.principal = command.caller.principal
    entry.actor = command.caller.actor
    entry.source = .system
    entry.subject = .commandResult(
      CommandResult(
        commandID: command.commandID, method: command.request.method.info.name, requestHash: command.requestHash,
        status: outcome.failure, response: outcome.response, sequence: outcome.sequence))
    return entry
  }

  /// The answer to a command whose id was used before; nil if it was not.
  private func repeated(_ command: Command, at time: Int64) throws(EngineError) -> CommandOutcome? {
    guard
      let kept = try view.keptResult(principal: command.caller.principal, commandID: command.commandID, now: time)
    else { return nil }
    guard kept.requestHash == command.requestHash else {
      return CommandOutcome(
        failure: CallFailure.alreadyExists(
          "this command id was used for another request (sequence \(kept.sequence)): give each command an id of its own"
        ).status, sequence: view.facts.sequence)
    }
    arena.reset()
    let found = try journaled { () throws(JournalError) -> Result<Entry, MessageError>? in
      try journal.withEntry(at: kept.sequence) { stored in
        Result { () throws(MessageError) in try unsafe Entry(decoding: stored.bytes, in: arena) }
      }
    }
    guard case .success(let entry)? = found, case .commandResult(let result)? = entry.subject else {
      throw EngineError.damaged("the journal has no answer at sequence \(kept.sequence), which the state names")
    }
    return CommandOutcome(
      failure: result.status, response: result.response, sequence: result.sequence, isRepeated: true)
  }

  /// Releases due holds; returns how many.
  private func perform(_ sweep: Sweep, at time: Int64, in transaction: WriteTransaction) throws(EngineError) -> Int {
    decider.begin(caller: Caller(principal: "", role: .admin), now: time, firstSequence: journal.nextSequence)
    let numbers: [HoldNumber]
    do {
      switch sweep {
      case .due(let limit): numbers = try view.dueHolds(at: time, limit: limit)
      case .level(let level, let limit): numbers = try view.dueHolds(of: level, at: time, limit: limit)
      case .holds(let holds): numbers = holds
      }
      try decider.expire(numbers)
      if case .due(let limit) = sweep { try decider.closeFallenVelocities(limit: limit) }
      try decider.alert()
    } catch {
      throw view.fault ?? EngineError.damaged("what is due cannot be swept: \(error.status.message)")
    }
    for entry in decider.draft.entries { try record(entry, at: time, in: transaction) }
    journal.endCommand()
    return numbers.count
  }

  /// Appends an entry to the journal and folds it into the state.
  private func record(_ drafted: Entry, at time: Int64, in transaction: WriteTransaction) throws(EngineError) {
    var entry = drafted
    if let reference = entry.subjectReference { entry.referenceLink = try view.referenceRow(reference).nextLink }
    if let former = entry.formerReference { entry.previousReferenceLink = try view.referenceRow(former).nextLink }
    arena.reset()
    entryBytes.reset()
    do {
      try entry.encode(into: &entryBytes, in: arena)
    } catch {
      throw EngineError.damaged("an entry of type \(entry.type) cannot be encoded: \(error)")
    }
    let sequence = try journaled { () throws(JournalError) in
      try unsafe entryBytes.withBytes { (bytes) throws(JournalError) in try unsafe journal.append(entry: bytes) }
    }
    try evolver.evolve(entry, sequence: sequence, time: time, in: transaction)
  }

  func journaled<R: ~Copyable>(_ body: () throws(JournalError) -> R) throws(EngineError) -> R {
    do { return try body() } catch { throw EngineError.journal(error) }
  }
}

extension EngineError {
  /// What is full, where a smaller batch could do, or the same one later; nil where that would not help.
  fileprivate var fullness: String? {
    switch self {
    case .state(.mapFull), .state(.transactionFull): Writer.stateIsFull
    case .journal(.batchTooLarge): "it is larger than a segment of the journal"
    // Nothing of the batch was written.
    case .journal(let error) where error.isPassing: "the journal's next segment cannot be made now, \(error)"
    default: nil
    }
  }
}

extension Status {
  /// Whether the answer is kept for a repeat: a refusal that depends on the state is, a malformed request is not.
  fileprivate var isKept: Bool {
    switch StatusCode(rawValue: Int32(clamping: code)) {
    case .notFound, .alreadyExists, .failedPrecondition, .aborted, .outOfRange: true
    default: false
    }
  }
}

extension JournalHash {
  /// The hash's 32 bytes.
  var array: [UInt8] { (0..<32).map { bytes[$0] } }
}

extension HistoryID {
  /// The id's 16 bytes.
  var array: [UInt8] { (0..<16).map { bytes[$0] } }
}
