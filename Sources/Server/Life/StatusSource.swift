internal import Engine
internal import Messages
internal import Services

/// What GetStatus says of the server, from the places that know it.
struct StatusSource: ServerFactsSource {
  let engine: Engine
  let certificates: CertificateStore
  let admission: Admission
  let streams: StreamCounts
  /// Microseconds since 1970.
  let startedAt: Int64

  func stop(becauseOf fault: String) { engine.stopCommands(becauseOf: fault) }

  func serverFacts() -> ServerFacts {
    let streams = streams.now
    var facts = ServerFacts(
      version: ServerVersion.current, startedAt: startedAt, connections: UInt32(clamping: admission.admittedCount),
      certificates: certificates.certificates, engine: engine.figures)
    facts.openStreams = UInt32(clamping: streams.open)
    facts.heldSnapshots = UInt32(clamping: streams.snapshots)
    return facts
  }
}
