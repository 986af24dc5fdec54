internal import Dispatch
package import Journal
internal import LMDB
package import Messages
internal import Synchronization

/// The engine: a journal, the state that its entries add up to, and the one thread that writes both.
///
/// `Sendable`: what threads share is the environment, the resident rows and the queue, each safe by itself. A reader is
/// made for each thread that reads.
package final class Engine: Sendable {
  /// How an engine is opened.
  package struct Options: Sendable {
    /// Directory of the data: `journal/` and `state/` lie in it. Made if need be.
    package var directory: String
    /// Addresses that the state may grow to, in bytes.
    package var stateByteLimit = 1 << 40
    /// Memory for resident rows, in bytes.
    package var residentByteLimit = 1 << 30
    /// Threads that may read at once.
    package var readerLimit = 512
    /// Commands that may wait.
    package var queueLimit = 16_384
    /// Commands in a batch, at most.
    package var batchLimit = 4096
    /// Bytes of the requests of commands that may wait.
    package var queueByteLimit = 256 << 20
    /// Bytes of the requests of a batch, at most; one that is larger makes a batch of its own.
    package var batchByteLimit = 16 << 20
    /// While less than this is left of the disk, bytes, no commands are taken.
    package var diskReserveBytes = 256 << 20
    /// How the journal is kept.
    package var journal = JournalOptions()
    /// How far the clock may have gone on since the last batch before commands wait for the operator's word, microseconds.
    package var timeJumpLimit: Int64 = 86_400_000_000
    /// The operator's word: the clock is right, however far it has gone on.
    package var acceptsTimeJump = false
    /// What the clocks say at the start; the machine's own where nil.
    package var reading: OrderClock.Reading?
    /// Names the machine's run; the machine's own where nil.
    package var bootID: String?
    /// Bytes of journal between two checkpoints.
    package var checkpointByteInterval = 256 << 20
    /// How fast a checkpoint is written, at most, bytes a second.
    package var checkpointBytesPerSecond = 64 << 20
    /// For how long the journal keeps what nobody needs.
    package var retention = RetentionOptions()
    /// Told what an operator should know, in order, on a thread on which it may take its time.
    package var report: @Sendable (EngineEvent) -> Void = { _ in }

    /// The defaults, for the data in `directory`.
    package init(directory: String) { self.directory = directory }
  }

  let environment: Environment
  private let tables: StateTables
  private let resident: ResidentLevels
  private let orderer: Orderer
  private let threads: Mutex<[EngineThread]>
  private let checkpointer: Checkpointer
  let directory: DataDirectory
  /// Takes old segments out of the journal.
  let compactor: Compactor
  private let bootID: String
  private let isDistrusted = Atomic(false)
  private let recovery: Recovery
  /// Reads the journal.
  package let journal: JournalReader
  /// Entries that were folded in on opening.
  package let recoveredEntries: UInt64
  /// Where the state came from.
  package let origin: StateOrigin

  private init(_ parts: OpenParts, options: Options, recoveredEntries: UInt64, _ recovery: Recovery)
    throws(EngineError)
  {
    self.recovery = recovery
    environment = parts.environment
    tables = parts.writer.view.tables
    resident = parts.resident
    journal = parts.writer.journal.reader
    self.recoveredEntries = recoveredEntries
    // The writer must not wait for a log that nobody reads.
    let reports = DispatchQueue(label: "reports")
    let report: @Sendable (EngineEvent) -> Void = { event in reports.async { options.report(event) } }
    orderer = Orderer(
      queueLimit: .init(commands: options.queueLimit, bytes: options.queueByteLimit),
      batchLimit: .init(commands: options.batchLimit, bytes: options.batchByteLimit),
      diskReserve: options.diskReserveBytes, report: report)
    threads = Mutex([])
    directory = parts.directory
    bootID = parts.bootID
    origin = parts.origin
    let latest = Checkpoint.all(in: parts.directory.checkpoints).last
    checkpointer = Checkpointer(
      byteInterval: options.checkpointByteInterval, bytesPerSecond: options.checkpointBytesPerSecond,
      latest: latest, bytesSince: Recovery.bytes(of: parts.writer.journal.reader, since: latest?.sequence ?? 0),
      report: report)
    compactor = Compactor(
      parts.writer.journal, parts.environment, tables, parts.directory, options.retention, holds: RetentionHolds())
  }

  /// Opens the data in a directory, folds in what the state has not seen, and starts to take commands.
  ///
  /// - Throws: what is wrong with the directory, the journal or the state.
  package static func open(_ options: Options) throws(EngineError) -> Engine {
    let parts = try OpenParts(options)
    let loader = try ResidentLoader(opening: parts.environment, parts.writer.view.tables, parts.resident)
    let began = OrderClock.Reading.now().monotonic
    let recovered = try parts.writer.recover()
    let recovery = Recovery(entries: recovered, micros: OrderClock.Reading.now().monotonic - began)
    let reading = options.reading ?? OrderClock.Reading.now()
    let last = parts.writer.facts.time
    let clock = OrderClock(after: last, reading)
    parts.resident.commit(parts.writer.facts.sequence)
    parts.resident.publish(parts.writer.facts.sequence)
    let engine = try Engine(parts, options: options, recoveredEntries: recovered, recovery)
    if last > 0, reading.wall - last > options.timeJumpLimit, !options.acceptsTimeJump {
      engine.orderer.refuse(
        because: "the clock has gone on by \((reading.wall - last) / 1_000_000) s since the last batch, more than "
          + "\(options.timeJumpLimit / 1_000_000) s: if it is right, restart with accept-time-jump")
    }
    try engine.start(WritingThread(writer: parts.writer, loader: loader, clock: clock))
    return engine
  }

  /// What the writing thread takes with it.
  ///
  /// `@unchecked Sendable`, because it is handed over once, to the thread that alone uses it from then on.
  private final class WritingThread: @unchecked Sendable {
    let writer: Writer
    let loader: ResidentLoader
    var clock: OrderClock

    init(writer: Writer, loader: ResidentLoader, clock: OrderClock) {
      self.writer = writer
      self.loader = loader
      self.clock = clock
    }
  }

  private func start(_ parts: WritingThread) throws(EngineError) {
    parts.writer.checkpointer = checkpointer
    let (orderer, checkpointer, environment, folder) = (orderer, checkpointer, environment, directory.checkpoints)
    let writing = EngineThread(name: "writer") {
      orderer.run(parts.writer, clock: &parts.clock) {
        // A read that fails leaves the rest to LMDB.
        (try? parts.loader.loadSlice(1000)) ?? false
      }
    }
    let compactor = compactor
    let checkpointing = EngineThread(name: "checkpoints") {
      checkpointer.run(environment, in: folder) {
        // A failure is kept and shown; the segments wait for the next time.
        _ = try? compactor.compact()
      }
    }
    guard let writing, let checkpointing else {
      throw EngineError.directory("the system gives no threads to write on")
    }
    threads.withLock { $0 = [writing, checkpointing] }
  }

  /// Opens journal and state as a writer that no thread runs: for replays, tests and tools, one thread, no clock.
  package static func openWriter(_ options: Options) throws(EngineError) -> Writer {
    let parts = try OpenParts(options)
    try parts.writer.recover()
    parts.writer.keep(parts)
    return parts.writer
  }

  /// A reader for the calling thread.
  package func makeReader() throws(EngineError) -> Reader { try Reader(environment, tables, resident, journal) }

  /// Hands in a command; `completion` is called once, on the writing thread, unless this throws.
  ///
  /// - Parameters:
  ///   - deadline: on the monotonic clock, microseconds; a command that is not ordered by then is not applied.
  /// - Throws: RESOURCE_EXHAUSTED if too many wait, UNAVAILABLE if no commands are taken.
  package func submit(
    _ command: Command, deadline: Int64 = .max, cancellation: CommandCancellation? = nil,
    completion: @escaping @Sendable (OrderedAnswer) -> Void
  ) throws(CallFailure) {
    try orderer.submit(command, deadline: deadline, cancellation: cancellation, completion: completion)
  }

  /// Takes no more commands, because the state differs from what the journal says. Reads go on. The next start builds the
  /// state anew from the journal, not from a checkpoint, which may hold the same fault.
  package func stopCommands(becauseOf fault: String) {
    orderer.refuse(because: "the state differs from its journal (\(fault)): restart the server, which builds it anew")
    if isDistrusted.exchange(true, ordering: .acquiringAndReleasing) { return }
    checkpointer.stop()
    directory.distrustState()
    directory.forgetCheckpoints()
  }

  /// Takes what waits, ends the threads, and syncs the state, so that the next start can trust it. Safe to call again.
  package func stop() {
    orderer.stop()
    checkpointer.stop()
    let threads = threads.withLock { threads in
      defer { threads = [] }
      return threads
    }
    if threads.isEmpty { return }
    for thread in threads { thread.join() }
    guard !isDistrusted.load(ordering: .acquiring) else { return }
    do {
      try environment.sync()
      try directory.markClean(bootID: bootID)
    } catch {
      // The kernel forgets what it could not write, and says so once: the next start must not trust what it still shows.
      directory.distrustState()
    }
  }

  /// Figures of the engine as they are now.
  package var figures: EngineFigures {
    let information = environment.information
    // A call must not take long: what lies beyond so many records is not counted.
    let free = (try? environment.freePages(recordLimit: 10_000))?.count ?? 0
    let facts = journal.facts
    let checkpoint = checkpointer.figures
    let queued = orderer.queued
    let entries = facts.lastSequence.subtractingReportingOverflow(checkpoint.latest?.sequence ?? 0)
    let entriesSince = entries.overflow ? 0 : entries.partialValue
    let stateBytes = UInt64((information.lastPage + 1) * information.pageSize)
    return EngineFigures(
      historyID: facts.historyID.description, firstSequence: facts.firstSequence, journalBytes: UInt64(facts.byteCount),
      journalSegments: UInt32(clamping: facts.segmentCount), lastBatchAt: facts.lastTime ?? 0,
      stateBytes: stateBytes,
      stateFreeBytes: UInt64(free * information.pageSize),
      stateLimitBytes: UInt64(information.mapSize), residentLevels: resident.count, residentBytes: resident.byteCount,
      queuedCommands: UInt32(clamping: queued.commands), queuedBytes: UInt64(clamping: queued.bytes),
      refusing: orderer.refusing,
      checkpointSequence: checkpoint.latest?.sequence ?? 0, checkpointAt: checkpoint.latest?.at ?? 0,
      bytesSinceCheckpoint: UInt64(checkpoint.bytesSince), entriesSinceCheckpoint: entriesSince,
      recoverySeconds: recovery.seconds(
        entries: entriesSince, checkpointBytes: checkpoint.latest == nil ? 0 : stateBytes),
      checkpointFailure: checkpoint.failure, clockAheadMicros: orderer.clockAhead, compaction: compactor.last)
  }
}

/// Figures of an engine, for its status.
package struct EngineFigures: Sendable {
  /// The journal's history id, hexadecimal.
  package let historyID: String
  /// First sequence that the journal still has.
  package let firstSequence: UInt64
  /// Bytes of its segments.
  package let journalBytes: UInt64
  /// How many segments.
  package let journalSegments: UInt32
  /// Time stamp of the last batch.
  package let lastBatchAt: Int64
  /// Bytes of the state in use.
  package let stateBytes: UInt64
  /// Bytes among them that are free.
  package let stateFreeBytes: UInt64
  /// Bytes that it may grow to.
  package let stateLimitBytes: UInt64
  /// Rows in memory.
  package let residentLevels: UInt64
  /// Bytes that they take.
  package let residentBytes: UInt64
  /// Commands that wait.
  package let queuedCommands: UInt32
  /// Bytes of their requests.
  package let queuedBytes: UInt64
  /// Why no commands are taken; nil = they are.
  package let refusing: String?
  /// Sequence of the last checkpoint; 0 = there is none.
  package let checkpointSequence: UInt64
  /// When it was made, if since the start.
  package let checkpointAt: Int64
  /// Bytes of journal since then: what a start after a crash of the machine would fold in.
  package let bytesSinceCheckpoint: UInt64
  /// Entries since then.
  package let entriesSinceCheckpoint: UInt64
  /// How long such a start would take, an estimate.
  package let recoverySeconds: UInt64
  /// Why the last try to make a checkpoint failed; nil = it did not.
  package let checkpointFailure: String?
  /// How far the wall clock is ahead of the stamps.
  package let clockAheadMicros: Int64
  /// What the last look at old segments of the journal came to.
  package let compaction: CompactionOutcome
}
