internal import Engine
internal import EventLoop
internal import Glibc
internal import Logging
internal import Services

/// Makes the network threads of a server.
struct ThreadBuilder {
  private let configuration: ServerConfiguration
  private let engine: Engine
  private let certificates: CertificateStore
  private let logger: Logger

  init(
    _ configuration: ServerConfiguration, _ engine: Engine, _ certificates: CertificateStore, _ logger: Logger
  ) {
    self.configuration = configuration
    self.engine = engine
    self.certificates = certificates
    self.logger = logger
  }

  /// Threads that share limits, roles and counts, not running yet.
  func threads(_ work: BackgroundWork) throws(SystemError) -> [NetworkThread] {
    let service = ServiceRules(configuration)
    let status = StatusSource(
      engine: engine, certificates: certificates, admission: service.admission, streams: work.streams.counts,
      startedAt: OrderClock.Reading.now().wall)
    var threads: [NetworkThread] = []
    for index in 0..<max(1, configuration.networkThreads) {
      let loop = try EventLoop(name: "network-\(index)")
      guard let reader = try? engine.makeReader() else { throw .makingLoop(errno: ENOMEM) }
      let queries = QueryService(reader: reader, server: status)
      threads.append(
        NetworkThread(loop, engine, queries, service, work, certificates.context, ConnectionLog(logger, loop)))
    }
    return threads
  }
}
