internal import Journal
internal import LMDB
internal import Synchronization

/// Takes old segments out of the journal, and leaves a baseline: a copy of the state from which what is left can be
/// verified, and folded into an empty state.
///
/// Safe at every step: the baseline is on disk under its name before the first segment goes, segments go oldest first,
/// and an older baseline goes last.
final class Compactor: Sendable {
  private let trimmer: JournalTrimmer
  private let journal: JournalReader
  private let environment: Environment
  private let tables: StateTables
  private let directory: DataDirectory
  private let options: RetentionOptions
  /// What holds segments back.
  let holds: RetentionHolds
  /// The longest window that a policy can set for kept answers, 30 days: who makes it longer finds those that are there.
  private static let longestWindow: Int64 = 2_592_000_000_000
  /// One at a time.
  private let turn = Mutex(())
  /// Between looking at what holds segments back and removing them, nobody begins to.
  private let removal = Mutex(())
  private let outcome = Mutex(CompactionOutcome())

  init(
    _ journal: Journal, _ environment: Environment, _ tables: StateTables, _ directory: DataDirectory,
    _ options: RetentionOptions, holds: RetentionHolds
  ) {
    trimmer = journal.trimmer
    self.journal = journal.reader
    self.environment = environment
    self.tables = tables
    self.directory = directory
    self.options = options
    self.holds = holds
  }

  /// What the last look came to, and why it failed if it did.
  var last: CompactionOutcome { outcome.withLock { $0 } }

  /// Holds back everything that is kept now.
  func holdAll(for purpose: RetentionHolds.Purpose) -> RetentionHold {
    removal.withLock { _ in holds.hold(0, for: purpose) }
  }

  /// Removes what may go.
  ///
  /// - Throws: `damaged` where the checkpoint that would become the baseline is not what it must be; then nothing is
  ///   removed. What the system throws.
  @discardableResult
  func compact(isDryRun: Bool = false) throws(EngineError) -> CompactionReport {
    do throws(EngineError) {
      let report = try turn.withLock { (_) throws(EngineError) in try run(isDryRun: isDryRun) }
      if !isDryRun { outcome.withLock { $0 = CompactionOutcome(at: OrderClock.Reading.now().wall, report: report) } }
      return report
    } catch {
      let failure = error.description
      outcome.withLock { outcome in
        outcome.at = OrderClock.Reading.now().wall
        outcome.failure = failure
      }
      throw error
    }
  }

  private func run(isDryRun: Bool) throws(EngineError) -> CompactionReport {
    var report = CompactionReport()
    let checkpoint = Checkpoint.all(in: directory.checkpoints).first
    let (limit, reason) = try limit(below: checkpoint)
    let removable = trimmer.removable(below: limit)
    report.limit = reason
    if isDryRun {
      report.removedSegments = removable.count
      report.removedBytes = removable.byteCount
      report.firstSequence = removable.count > 0 ? removable.firstSequence : journal.facts.firstSequence
      report.baselineSequence = Checkpoint.all(in: directory.baselines).last?.sequence ?? 0
      return report
    }
    if removable.count > 0, let checkpoint {
      if !(Checkpoint.all(in: directory.baselines).last.map { $0.sequence + 1 >= removable.firstSequence } ?? false) {
        try checkpoint.check(against: journal)
        try checkpoint.copy(to: directory.baselines)
      }
      try removal.withLock { (_) throws(EngineError) in
        // A backup that began since needs what is there.
        guard holds.first(for: .backup) >= removable.firstSequence else {
          report.limit = .needed
          return
        }
        do throws(JournalError) {
          report.removedSegments = try trimmer.removeSegments(below: limit, archive: options.archiveDirectory)
          report.removedBytes = removable.byteCount
        } catch {
          throw EngineError.journal(error)
        }
      }
    }
    report.firstSequence = journal.facts.firstSequence
    if report.firstSequence > 1 { try Checkpoint.prune(in: directory.baselines, keeping: 1) }
    report.baselineSequence = Checkpoint.all(in: directory.baselines).last?.sequence ?? 0
    if trimmer.removable(below: .max).count == 0 { report.limit = .written }
    return report
  }

  /// The first sequence that must stay, and why.
  private func limit(below checkpoint: Checkpoint?) throws(EngineError) -> (UInt64, CompactionReport.Limit) {
    let facts = journal.facts
    guard let checkpoint, let now = facts.lastTime else { return (0, .checkpoint) }
    let keep: Int64
    if let given = options.keepMicroseconds { keep = given } else { keep = try policyMicroseconds() }
    var limits: [(UInt64, CompactionReport.Limit)] = [(checkpoint.sequence + 1, .checkpoint)]
    do throws(JournalError) {
      let oldest = now.subtractingReportingOverflow(keep).partialValue
      limits.append((try journal.firstSequence(atOrAfter: oldest), .age))
      let expired = oldest.subtractingReportingOverflow(options.cursorGraceMicroseconds).partialValue
      limits.append((max(holds.first(for: .cursor), try journal.firstSequence(atOrAfter: expired)), .needed))
    } catch {
      throw EngineError.journal(error)
    }
    limits.append((holds.first(for: .backup), .needed))
    limits.append((try oldestAnswer(at: now), .answer))
    return limits.min { $0.0 < $1.0 } ?? (0, .checkpoint)
  }

  /// For how long the policy keeps entries.
  private func policyMicroseconds() throws(EngineError) -> Int64 {
    let transaction: ReadTransaction
    do throws(LMDBError) { transaction = try ReadTransaction(environment) } catch { throw EngineError.state(error) }
    let view = StateView(tables: tables, transaction: transaction)
    if let facts = try view.storedFacts() { view.facts = facts }
    return try view.currentPolicy().journalDays * 86_400_000_000
  }

  /// The sequence of the oldest answer that a repeat may still ask for; `UInt64.max` where there is none.
  private func oldestAnswer(at now: Int64) throws(EngineError) -> UInt64 {
    var key = KeyBuffer()
    key.set(
      time: now.subtractingReportingOverflow(Self.longestWindow).partialValue.addingReportingOverflow(1)
        .partialValue, sequence: 0)
    do throws(LMDBError) {
      var cursor = try Cursor(ReadTransaction(environment), tables.commandResultsByTime)
      guard try cursor.seek(key), cursor.key.byteCount == 16 else { return .max }
      return cursor.key.bigEndianUInt64(at: 8)
    } catch {
      throw EngineError.state(error)
    }
  }
}
