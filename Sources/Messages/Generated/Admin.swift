// Made by tools/generate from proto/holdfast/v1/admin.proto. Do not edit.

package import CMessages

/// Asks for a backup.
public struct BackupRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.BackupRequest" }

  /// The message with nothing set.
  public init() {}
}

extension BackupRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__BackupRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__backup_request__init(target.assumingMemoryBound(to: Holdfast__V1__BackupRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__backup_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
  }
}

/// What is being backed up.
public struct BackupFacts: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.BackupFacts" }

  /// Names the run of the journal. Hexadecimal.
  public var historyID: String = ""
  /// The first sequence of the journal in it.
  public var firstSequence: UInt64 = 0
  /// The last sequence of the journal in it: what a restore brings back.
  public var sequence: UInt64 = 0
  /// The sequence of the copy of the state in it.
  public var stateSequence: UInt64 = 0
  /// The sequence of the baseline in it; 0 = there is none.
  public var baselineSequence: UInt64 = 0
  /// When it was begun.
  public var createdAt: Int64 = 0
  /// How many bytes there will be, but for those of the manifest at the end.
  public var byteCount: UInt64 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    historyID: String = "", firstSequence: UInt64 = 0, sequence: UInt64 = 0, stateSequence: UInt64 = 0,
    baselineSequence: UInt64 = 0, createdAt: Int64 = 0, byteCount: UInt64 = 0
  ) {
    self.historyID = historyID
    self.firstSequence = firstSequence
    self.sequence = sequence
    self.stateSequence = stateSequence
    self.baselineSequence = baselineSequence
    self.createdAt = createdAt
    self.byteCount = byteCount
  }
}

extension BackupFacts: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__BackupFacts>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__backup_facts__init(target.assumingMemoryBound(to: Holdfast__V1__BackupFacts.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__backup_facts__unpack(allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
    )
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__BackupFacts.self)
    self.historyID = try unsafe arena.string(source.pointee.history_id, "history_id")
    self.firstSequence = unsafe source.pointee.first_sequence
    self.sequence = unsafe source.pointee.sequence
    self.stateSequence = unsafe source.pointee.state_sequence
    self.baselineSequence = unsafe source.pointee.baseline_sequence
    self.createdAt = unsafe source.pointee.created_at
    self.byteCount = unsafe source.pointee.byte_count
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__BackupFacts.self)
    if !historyID.isEmpty {
      unsafe target.pointee.history_id = try arena.place(historyID, "history_id")
    }
    unsafe target.pointee.first_sequence = firstSequence
    unsafe target.pointee.sequence = sequence
    unsafe target.pointee.state_sequence = stateSequence
    unsafe target.pointee.baseline_sequence = baselineSequence
    unsafe target.pointee.created_at = createdAt
    unsafe target.pointee.byte_count = byteCount
  }
}

/// Some bytes of a backup.
public struct BackupResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.BackupResponse" }

  /// What it is; in the first reply alone.
  public var facts: BackupFacts? = nil
  /// How many bytes came before.
  public var offset: UInt64 = 0
  /// The next ones, 256 KiB at most.
  public var data: [UInt8] = []

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(facts: BackupFacts? = nil, offset: UInt64 = 0, data: [UInt8] = []) {
    self.facts = facts
    self.offset = offset
    self.data = data
  }
}

extension BackupResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__BackupResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__backup_response__init(target.assumingMemoryBound(to: Holdfast__V1__BackupResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__backup_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__BackupResponse.self)
    self.facts = try unsafe arena.message(source.pointee.facts, "facts")
    self.offset = unsafe source.pointee.offset
    self.data = unsafe arena.bytes(source.pointee.data)
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__BackupResponse.self)
    if let facts {
      unsafe target.pointee.facts = try arena.place(facts, "facts")
    }
    unsafe target.pointee.offset = offset
    unsafe target.pointee.data = try arena.place(data)
  }
}

/// Asks how the server is.
public struct GetStatusRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.GetStatusRequest" }

  /// The message with nothing set.
  public init() {}
}

extension GetStatusRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__GetStatusRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__get_status_request__init(target.assumingMemoryBound(to: Holdfast__V1__GetStatusRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__get_status_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
  }
}

/// Asks to read the certificates again.
public struct ReloadCertificatesRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ReloadCertificatesRequest" }

  /// The message with nothing set.
  public init() {}
}

extension ReloadCertificatesRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ReloadCertificatesRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__reload_certificates_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__ReloadCertificatesRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__reload_certificates_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
  }
}

/// The certificates in use from now on.
public struct ReloadCertificatesResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ReloadCertificatesResponse" }

  /// The server's own, and the authorities of its clients.
  public var certificates: [CertificateStatus] = []

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(certificates: [CertificateStatus] = []) {
    self.certificates = certificates
  }
}

extension ReloadCertificatesResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ReloadCertificatesResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__reload_certificates_response__init(
      target.assumingMemoryBound(to: Holdfast__V1__ReloadCertificatesResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__reload_certificates_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ReloadCertificatesResponse.self)
    self.certificates = try unsafe arena.messages(
      source.pointee.certificates, source.pointee.n_certificates, "certificates")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ReloadCertificatesResponse.self)
    unsafe target.pointee.n_certificates = certificates.count
    unsafe target.pointee.certificates = try arena.place(certificates, "certificates")
  }
}

/// A certificate that the server uses.
public struct CertificateStatus: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.CertificateStatus" }

  /// What it is for: `server`, or `client CA`.
  public var purpose: String = ""
  /// Its subject.
  public var subject: String = ""
  /// When it becomes valid.
  public var notBefore: Int64 = 0
  /// When it expires.
  public var notAfter: Int64 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(purpose: String = "", subject: String = "", notBefore: Int64 = 0, notAfter: Int64 = 0) {
    self.purpose = purpose
    self.subject = subject
    self.notBefore = notBefore
    self.notAfter = notAfter
  }
}

extension CertificateStatus: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__CertificateStatus>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__certificate_status__init(target.assumingMemoryBound(to: Holdfast__V1__CertificateStatus.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__certificate_status__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__CertificateStatus.self)
    self.purpose = try unsafe arena.string(source.pointee.purpose, "purpose")
    self.subject = try unsafe arena.string(source.pointee.subject, "subject")
    self.notBefore = unsafe source.pointee.not_before
    self.notAfter = unsafe source.pointee.not_after
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__CertificateStatus.self)
    if !purpose.isEmpty {
      unsafe target.pointee.purpose = try arena.place(purpose, "purpose")
    }
    if !subject.isEmpty {
      unsafe target.pointee.subject = try arena.place(subject, "subject")
    }
    unsafe target.pointee.not_before = notBefore
    unsafe target.pointee.not_after = notAfter
  }
}

/// How the server is.
public struct ServerStatus: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.ServerStatus" }

  /// Version of the software.
  public var version: String = ""
  /// Names this run of the journal; a restore begins a new one. Hexadecimal.
  public var historyID: String = ""
  /// The journal sequence that readers see.
  public var sequence: UInt64 = 0
  /// Time stamp of the last batch.
  public var lastBatchAt: Int64 = 0
  /// When the server started.
  public var startedAt: Int64 = 0
  /// Seconds since then.
  public var uptimeSeconds: UInt64 = 0
  /// The first sequence that the journal still has.
  public var firstSequence: UInt64 = 0
  /// Bytes of the journal's segments.
  public var journalBytes: UInt64 = 0
  /// How many segments.
  public var journalSegments: UInt32 = 0
  /// Bytes of the state in use.
  public var stateBytes: UInt64 = 0
  /// Bytes that the state may grow to.
  public var stateLimitBytes: UInt64 = 0
  /// Levels, totals not counted.
  public var stockLevels: UInt64 = 0
  /// Products.
  public var products: UInt64 = 0
  /// Warehouses.
  public var warehouses: UInt64 = 0
  /// Open reservations.
  public var openReservations: UInt64 = 0
  /// Rows kept in memory for single reads, totals among them.
  public var residentLevels: UInt64 = 0
  /// Memory that they take, in bytes.
  public var residentBytes: UInt64 = 0
  /// Commands that wait to be ordered.
  public var queuedCommands: UInt32 = 0
  /// Open connections.
  public var connections: UInt32 = 0
  /// Whether commands are taken.
  public var acceptsCommands: Bool = false
  /// Why not, if they are not.
  public var refusingBecause: String = ""
  /// The certificates in use.
  public var certificates: [CertificateStatus] = []
  /// Kept answers to commands with ids.
  public var commandResults: UInt64 = 0
  /// For how long an answer is kept, in seconds.
  public var commandResultSeconds: UInt64 = 0
  /// Sequence of the last checkpoint of the state; 0 = there is none.
  public var checkpointSequence: UInt64 = 0
  /// When it was made, if since the start.
  public var checkpointAt: Int64 = 0
  /// Bytes of journal since then: what a start after a crash of the machine would fold in.
  public var bytesSinceCheckpoint: UInt64 = 0
  /// Bytes of the requests of the commands that wait to be ordered.
  public var queuedBytes: UInt64 = 0
  /// Bytes among state_bytes that are free: they are used again before the state grows.
  public var stateFreeBytes: UInt64 = 0
  /// How far the wall clock is ahead of the stamps of batches, in µs; negative = behind. Stamps never jump: they follow
  /// it by a tenth of the time that passes. More than a minute means that somebody has set the clock.
  public var clockAheadMicros: Int64 = 0
  /// Why the last try to make a checkpoint failed; empty = it did not fail.
  public var checkpointFailure: String = ""
  /// Entries of the journal since the last checkpoint: what a start after a crash of the machine would fold in.
  public var entriesSinceCheckpoint: UInt64 = 0
  /// An estimate of how long such a start would take, in seconds.
  public var recoverySeconds: UInt64 = 0
  /// Streams that are open.
  public var openStreams: UInt32 = 0
  /// Snapshots of the state that they hold: what was freed since cannot be used again while they do.
  public var heldSnapshots: UInt32 = 0
  /// When the journal was last looked through for segments that nothing needs any more; 0 = not since the start.
  public var compactedAt: Int64 = 0
  /// Segments that went then.
  public var compactedSegments: UInt32 = 0
  /// Their bytes.
  public var compactedBytes: UInt64 = 0
  /// What kept the oldest segment that was left, for people.
  public var compactionKeptBecause: String = ""
  /// Why the last look failed; empty = it did not fail.
  public var compactionFailure: String = ""
  /// Sequence of the baseline that stands for what was dropped; 0 = nothing ever was, or nobody has looked since the
  /// start.
  public var baselineSequence: UInt64 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    version: String = "", historyID: String = "", sequence: UInt64 = 0, lastBatchAt: Int64 = 0, startedAt: Int64 = 0,
    uptimeSeconds: UInt64 = 0, firstSequence: UInt64 = 0, journalBytes: UInt64 = 0, journalSegments: UInt32 = 0,
    stateBytes: UInt64 = 0, stateLimitBytes: UInt64 = 0, stockLevels: UInt64 = 0, products: UInt64 = 0,
    warehouses: UInt64 = 0, openReservations: UInt64 = 0, residentLevels: UInt64 = 0, residentBytes: UInt64 = 0,
    queuedCommands: UInt32 = 0, connections: UInt32 = 0, acceptsCommands: Bool = false, refusingBecause: String = "",
    certificates: [CertificateStatus] = [], commandResults: UInt64 = 0, commandResultSeconds: UInt64 = 0,
    checkpointSequence: UInt64 = 0, checkpointAt: Int64 = 0, bytesSinceCheckpoint: UInt64 = 0, queuedBytes: UInt64 = 0,
    stateFreeBytes: UInt64 = 0, clockAheadMicros: Int64 = 0, checkpointFailure: String = "",
    entriesSinceCheckpoint: UInt64 = 0, recoverySeconds: UInt64 = 0, openStreams: UInt32 = 0, heldSnapshots: UInt32 = 0,
    compactedAt: Int64 = 0, compactedSegments: UInt32 = 0, compactedBytes: UInt64 = 0,
    compactionKeptBecause: String = "", compactionFailure: String = "", baselineSequence: UInt64 = 0
  ) {
    self.version = version
    self.historyID = historyID
    self.sequence = sequence
    self.lastBatchAt = lastBatchAt
    self.startedAt = startedAt
    self.uptimeSeconds = uptimeSeconds
    self.firstSequence = firstSequence
    self.journalBytes = journalBytes
    self.journalSegments = journalSegments
    self.stateBytes = stateBytes
    self.stateLimitBytes = stateLimitBytes
    self.stockLevels = stockLevels
    self.products = products
    self.warehouses = warehouses
    self.openReservations = openReservations
    self.residentLevels = residentLevels
    self.residentBytes = residentBytes
    self.queuedCommands = queuedCommands
    self.connections = connections
    self.acceptsCommands = acceptsCommands
    self.refusingBecause = refusingBecause
    self.certificates = certificates
    self.commandResults = commandResults
    self.commandResultSeconds = commandResultSeconds
    self.checkpointSequence = checkpointSequence
    self.checkpointAt = checkpointAt
    self.bytesSinceCheckpoint = bytesSinceCheckpoint
    self.queuedBytes = queuedBytes
    self.stateFreeBytes = stateFreeBytes
    self.clockAheadMicros = clockAheadMicros
    self.checkpointFailure = checkpointFailure
    self.entriesSinceCheckpoint = entriesSinceCheckpoint
    self.recoverySeconds = recoverySeconds
    self.openStreams = openStreams
    self.heldSnapshots = heldSnapshots
    self.compactedAt = compactedAt
    self.compactedSegments = compactedSegments
    self.compactedBytes = compactedBytes
    self.compactionKeptBecause = compactionKeptBecause
    self.compactionFailure = compactionFailure
    self.baselineSequence = baselineSequence
  }
}

extension ServerStatus: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__ServerStatus>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__server_status__init(target.assumingMemoryBound(to: Holdfast__V1__ServerStatus.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__server_status__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__ServerStatus.self)
    self.version = try unsafe arena.string(source.pointee.version, "version")
    self.historyID = try unsafe arena.string(source.pointee.history_id, "history_id")
    self.sequence = unsafe source.pointee.sequence
    self.lastBatchAt = unsafe source.pointee.last_batch_at
    self.startedAt = unsafe source.pointee.started_at
    self.uptimeSeconds = unsafe source.pointee.uptime_seconds
    self.firstSequence = unsafe source.pointee.first_sequence
    self.journalBytes = unsafe source.pointee.journal_bytes
    self.journalSegments = unsafe source.pointee.journal_segments
    self.stateBytes = unsafe source.pointee.state_bytes
    self.stateLimitBytes = unsafe source.pointee.state_limit_bytes
    self.stockLevels = unsafe source.pointee.stock_levels
    self.products = unsafe source.pointee.products
    self.warehouses = unsafe source.pointee.warehouses
    self.openReservations = unsafe source.pointee.open_reservations
    self.residentLevels = unsafe source.pointee.resident_levels
    self.residentBytes = unsafe source.pointee.resident_bytes
    self.queuedCommands = unsafe source.pointee.queued_commands
    self.connections = unsafe source.pointee.connections
    self.acceptsCommands = unsafe source.pointee.accepts_commands != 0
    self.refusingBecause = try unsafe arena.string(source.pointee.refusing_because, "refusing_because")
    self.certificates = try unsafe arena.messages(
      source.pointee.certificates, source.pointee.n_certificates, "certificates")
    self.commandResults = unsafe source.pointee.command_results
    self.commandResultSeconds = unsafe source.pointee.command_result_seconds
    self.checkpointSequence = unsafe source.pointee.checkpoint_sequence
    self.checkpointAt = unsafe source.pointee.checkpoint_at
    self.bytesSinceCheckpoint = unsafe source.pointee.bytes_since_checkpoint
    self.queuedBytes = unsafe source.pointee.queued_bytes
    self.stateFreeBytes = unsafe source.pointee.state_free_bytes
    self.clockAheadMicros = unsafe source.pointee.clock_ahead_micros
    self.checkpointFailure = try unsafe arena.string(source.pointee.checkpoint_failure, "checkpoint_failure")
    self.entriesSinceCheckpoint = unsafe source.pointee.entries_since_checkpoint
    self.recoverySeconds = unsafe source.pointee.recovery_seconds
    self.openStreams = unsafe source.pointee.open_streams
    self.heldSnapshots = unsafe source.pointee.held_snapshots
    self.compactedAt = unsafe source.pointee.compacted_at
    self.compactedSegments = unsafe source.pointee.compacted_segments
    self.compactedBytes = unsafe source.pointee.compacted_bytes
    self.compactionKeptBecause = try unsafe arena.string(
      source.pointee.compaction_kept_because, "compaction_kept_because")
    self.compactionFailure = try unsafe arena.string(source.pointee.compaction_failure, "compaction_failure")
    self.baselineSequence = unsafe source.pointee.baseline_sequence
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__ServerStatus.self)
    if !version.isEmpty {
      unsafe target.pointee.version = try arena.place(version, "version")
    }
    if !historyID.isEmpty {
      unsafe target.pointee.history_id = try arena.place(historyID, "history_id")
    }
    unsafe target.pointee.sequence = sequence
    unsafe target.pointee.last_batch_at = lastBatchAt
    unsafe target.pointee.started_at = startedAt
    unsafe target.pointee.uptime_seconds = uptimeSeconds
    unsafe target.pointee.first_sequence = firstSequence
    unsafe target.pointee.journal_bytes = journalBytes
    unsafe target.pointee.journal_segments = journalSegments
    unsafe target.pointee.state_bytes = stateBytes
    unsafe target.pointee.state_limit_bytes = stateLimitBytes
    unsafe target.pointee.stock_levels = stockLevels
    unsafe target.pointee.products = products
    unsafe target.pointee.warehouses = warehouses
    unsafe target.pointee.open_reservations = openReservations
    unsafe target.pointee.resident_levels = residentLevels
    unsafe target.pointee.resident_bytes = residentBytes
    unsafe target.pointee.queued_commands = queuedCommands
    unsafe target.pointee.connections = connections
    unsafe target.pointee.accepts_commands = acceptsCommands ? 1 : 0
    if !refusingBecause.isEmpty {
      unsafe target.pointee.refusing_because = try arena.place(refusingBecause, "refusing_because")
    }
    unsafe target.pointee.n_certificates = certificates.count
    unsafe target.pointee.certificates = try arena.place(certificates, "certificates")
    unsafe target.pointee.command_results = commandResults
    unsafe target.pointee.command_result_seconds = commandResultSeconds
    unsafe target.pointee.checkpoint_sequence = checkpointSequence
    unsafe target.pointee.checkpoint_at = checkpointAt
    unsafe target.pointee.bytes_since_checkpoint = bytesSinceCheckpoint
    unsafe target.pointee.queued_bytes = queuedBytes
    unsafe target.pointee.state_free_bytes = stateFreeBytes
    unsafe target.pointee.clock_ahead_micros = clockAheadMicros
    if !checkpointFailure.isEmpty {
      unsafe target.pointee.checkpoint_failure = try arena.place(checkpointFailure, "checkpoint_failure")
    }
    unsafe target.pointee.entries_since_checkpoint = entriesSinceCheckpoint
    unsafe target.pointee.recovery_seconds = recoverySeconds
    unsafe target.pointee.open_streams = openStreams
    unsafe target.pointee.held_snapshots = heldSnapshots
    unsafe target.pointee.compacted_at = compactedAt
    unsafe target.pointee.compacted_segments = compactedSegments
    unsafe target.pointee.compacted_bytes = compactedBytes
    if !compactionKeptBecause.isEmpty {
      unsafe target.pointee.compaction_kept_because = try arena.place(compactionKeptBecause, "compaction_kept_because")
    }
    if !compactionFailure.isEmpty {
      unsafe target.pointee.compaction_failure = try arena.place(compactionFailure, "compaction_failure")
    }
    unsafe target.pointee.baseline_sequence = baselineSequence
  }
}

/// Asks what became of a command.
public struct GetCommandResultRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.GetCommandResultRequest" }

  /// Its command id, 1 to 64 bytes.
  public var commandID: [UInt8] = []
  /// Whose command; empty = the caller's. Another's needs the role admin.
  public var principal: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(commandID: [UInt8] = [], principal: String = "") {
    self.commandID = commandID
    self.principal = principal
  }
}

extension GetCommandResultRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__GetCommandResultRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__get_command_result_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__GetCommandResultRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__get_command_result_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__GetCommandResultRequest.self)
    self.commandID = unsafe arena.bytes(source.pointee.command_id)
    self.principal = try unsafe arena.string(source.pointee.principal, "principal")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__GetCommandResultRequest.self)
    unsafe target.pointee.command_id = try arena.place(commandID)
    if !principal.isEmpty {
      unsafe target.pointee.principal = try arena.place(principal, "principal")
    }
  }
}

/// What became of a command.
public struct GetCommandResultResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.GetCommandResultResponse" }

  /// The method, such as `holdfast.v1.ReservationService/Reserve`.
  public var method: String = ""
  /// How it ended; absent = OK.
  public var status: Status? = nil
  /// The response message, as the method's first answer had it; empty if it failed.
  public var response: [UInt8] = []
  /// The journal sequence at which it took effect or was decided.
  public var sequence: UInt64 = 0
  /// When.
  public var decidedAt: Int64 = 0

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    method: String = "", status: Status? = nil, response: [UInt8] = [], sequence: UInt64 = 0, decidedAt: Int64 = 0
  ) {
    self.method = method
    self.status = status
    self.response = response
    self.sequence = sequence
    self.decidedAt = decidedAt
  }
}

extension GetCommandResultResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__GetCommandResultResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__get_command_result_response__init(
      target.assumingMemoryBound(to: Holdfast__V1__GetCommandResultResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__get_command_result_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__GetCommandResultResponse.self)
    self.method = try unsafe arena.string(source.pointee.method, "method")
    self.status = try unsafe arena.message(source.pointee.status, "status")
    self.response = unsafe arena.bytes(source.pointee.response)
    self.sequence = unsafe source.pointee.sequence
    self.decidedAt = unsafe source.pointee.decided_at
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__GetCommandResultResponse.self)
    if !method.isEmpty {
      unsafe target.pointee.method = try arena.place(method, "method")
    }
    if let status {
      unsafe target.pointee.status = try arena.place(status, "status")
    }
    unsafe target.pointee.response = try arena.place(response)
    unsafe target.pointee.sequence = sequence
    unsafe target.pointee.decided_at = decidedAt
  }
}

/// Asks to drop what the journal needs no more.
public struct CompactJournalRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.CompactJournalRequest" }

  /// Say what would be dropped, and drop nothing.
  public var dryRun: Bool = false

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(dryRun: Bool = false) {
    self.dryRun = dryRun
  }
}

extension CompactJournalRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__CompactJournalRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__compact_journal_request__init(
      target.assumingMemoryBound(to: Holdfast__V1__CompactJournalRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__compact_journal_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__CompactJournalRequest.self)
    self.dryRun = unsafe source.pointee.dry_run != 0
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__CompactJournalRequest.self)
    unsafe target.pointee.dry_run = dryRun ? 1 : 0
  }
}

/// What was dropped.
public struct CompactJournalResponse: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.CompactJournalResponse" }

  /// Segments that were dropped or archived.
  public var segments: UInt32 = 0
  /// Their bytes.
  public var bytes: UInt64 = 0
  /// The first sequence that the journal still has.
  public var firstSequence: UInt64 = 0
  /// Sequence of the baseline that stands for what was dropped; 0 = nothing ever was.
  public var baselineSequence: UInt64 = 0
  /// What keeps the oldest segment that is left, for people.
  public var keptBecause: String = ""

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(
    segments: UInt32 = 0, bytes: UInt64 = 0, firstSequence: UInt64 = 0, baselineSequence: UInt64 = 0,
    keptBecause: String = ""
  ) {
    self.segments = segments
    self.bytes = bytes
    self.firstSequence = firstSequence
    self.baselineSequence = baselineSequence
    self.keptBecause = keptBecause
  }
}

extension CompactJournalResponse: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__CompactJournalResponse>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__compact_journal_response__init(
      target.assumingMemoryBound(to: Holdfast__V1__CompactJournalResponse.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__compact_journal_response__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__CompactJournalResponse.self)
    self.segments = unsafe source.pointee.segments
    self.bytes = unsafe source.pointee.bytes
    self.firstSequence = unsafe source.pointee.first_sequence
    self.baselineSequence = unsafe source.pointee.baseline_sequence
    self.keptBecause = try unsafe arena.string(source.pointee.kept_because, "kept_because")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__CompactJournalResponse.self)
    unsafe target.pointee.segments = segments
    unsafe target.pointee.bytes = bytes
    unsafe target.pointee.first_sequence = firstSequence
    unsafe target.pointee.baseline_sequence = baselineSequence
    if !keptBecause.isEmpty {
      unsafe target.pointee.kept_because = try arena.place(keptBecause, "kept_because")
    }
  }
}

/// Changes rules.
public struct PutPolicyRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.PutPolicyRequest" }

  /// The fields to change. `scoring` is replaced as a whole.
  public var policy: Policy? = nil
  /// Names of fields that go back to their default, such as `cart_seconds`.
  public var resetFields: [String] = []

  /// The message with nothing set.
  public init() {}

  /// The message with these fields.
  public init(policy: Policy? = nil, resetFields: [String] = []) {
    self.policy = policy
    self.resetFields = resetFields
  }
}

extension PutPolicyRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__PutPolicyRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__put_policy_request__init(target.assumingMemoryBound(to: Holdfast__V1__PutPolicyRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__put_policy_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
    let source = unsafe source.assumingMemoryBound(to: Holdfast__V1__PutPolicyRequest.self)
    self.policy = try unsafe arena.message(source.pointee.policy, "policy")
    self.resetFields = try unsafe arena.strings(
      source.pointee.reset_fields, source.pointee.n_reset_fields, "reset_fields")
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
    let target = unsafe target.assumingMemoryBound(to: Holdfast__V1__PutPolicyRequest.self)
    if let policy {
      unsafe target.pointee.policy = try arena.place(policy, "policy")
    }
    unsafe target.pointee.n_reset_fields = resetFields.count
    unsafe target.pointee.reset_fields = try arena.place(resetFields, "reset_fields")
  }
}

/// Asks for the rules in force.
public struct GetPolicyRequest: Message {
  /// The name of the message in the schema.
  public static var fullName: String { "holdfast.v1.GetPolicyRequest" }

  /// The message with nothing set.
  public init() {}
}

extension GetPolicyRequest: MessageCodec {
  package static var structSize: Int { unsafe MemoryLayout<Holdfast__V1__GetPolicyRequest>.size }

  package static func initialize(_ target: UnsafeMutableRawPointer) {
    unsafe holdfast__v1__get_policy_request__init(target.assumingMemoryBound(to: Holdfast__V1__GetPolicyRequest.self))
  }

  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, _ allocator: UnsafeMutablePointer<ProtobufCAllocator>
  ) -> UnsafeRawPointer? {
    unsafe UnsafeRawPointer(
      holdfast__v1__get_policy_request__unpack(
        allocator, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
  }

  package init(copying source: UnsafeRawPointer, from arena: MessageArena) throws(MessageError) {
  }

  package func fill(_ target: UnsafeMutableRawPointer, in arena: MessageArena) throws(MessageError) {
  }
}
