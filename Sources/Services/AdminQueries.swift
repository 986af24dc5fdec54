internal import Engine
package import Messages

extension QueryService: AdminServiceQueries {
  /// How the server is.
  package func getStatus(_ request: GetStatusRequest) throws(CallFailure) -> ServerStatus {
    let server = server.serverFacts()
    let state = reader.facts
    let compaction = server.engine.compaction
    return ServerStatus(
      version: server.version, historyID: server.engine.historyID, sequence: state.sequence,
      lastBatchAt: server.engine.lastBatchAt, startedAt: server.startedAt,
      uptimeSeconds: UInt64(max(0, now - server.startedAt) / 1_000_000), firstSequence: server.engine.firstSequence,
      journalBytes: server.engine.journalBytes, journalSegments: server.engine.journalSegments,
      stateBytes: server.engine.stateBytes, stateLimitBytes: server.engine.stateLimitBytes, stockLevels: state.levels,
      products: state.products, warehouses: state.warehouses, openReservations: state.holds,
      residentLevels: server.engine.residentLevels, residentBytes: server.engine.residentBytes,
      queuedCommands: server.engine.queuedCommands, connections: server.connections,
      acceptsCommands: server.engine.refusing == nil, refusingBecause: server.engine.refusing ?? "",
      certificates: server.certificates, commandResults: state.commandResults,
      commandResultSeconds: UInt64(try reader.policy().commandResultSeconds),
      checkpointSequence: server.engine.checkpointSequence, checkpointAt: server.engine.checkpointAt,
      bytesSinceCheckpoint: server.engine.bytesSinceCheckpoint, queuedBytes: server.engine.queuedBytes,
      stateFreeBytes: server.engine.stateFreeBytes,
      clockAheadMicros: server.engine.clockAheadMicros, checkpointFailure: server.engine.checkpointFailure ?? "",
      entriesSinceCheckpoint: server.engine.entriesSinceCheckpoint, recoverySeconds: server.engine.recoverySeconds,
      openStreams: server.openStreams, heldSnapshots: server.heldSnapshots, compactedAt: compaction.at,
      compactedSegments: UInt32(clamping: compaction.report?.removedSegments ?? 0),
      compactedBytes: UInt64(clamping: compaction.report?.removedBytes ?? 0),
      compactionKeptBecause: compaction.report?.limit.rawValue ?? "", compactionFailure: compaction.failure ?? "",
      baselineSequence: compaction.report?.baselineSequence ?? 0)
  }
}
