internal import Dispatch
internal import Engine
package import EventLoop
internal import Journal
package import Logging
internal import Services
internal import Synchronization
internal import TLS

/// A server that runs: network threads with their event loops, and one engine.
package final class Server: Sendable {
  /// Where it listens, with the port that was chosen.
  package let address: SocketAddress
  /// Entries of the journal that were folded into the state at the start.
  package let recoveredEntries: UInt64

  let threads: [NetworkThread]
  private let engine: Engine
  private let work: BackgroundWork
  private let drainNanoseconds: UInt64
  private let logger: Logger
  private let isStopped = Mutex(false)

  private init(
    _ address: SocketAddress, _ threads: [NetworkThread], _ engine: Engine, _ work: BackgroundWork,
    _ configuration: ServerConfiguration, _ logger: Logger
  ) {
    self.address = address
    self.threads = threads
    self.engine = engine
    self.work = work
    self.logger = logger
    drainNanoseconds = configuration.drainTime.wholeNanoseconds
    recoveredEntries = engine.recoveredEntries
  }

  /// Opens the data, listens, and serves until ``stop()``.
  ///
  /// - Parameters:
  ///   - signals: hears of signals once ``SignalSource/block()`` was called; nil = signals are not read.
  package static func start(
    _ configuration: ServerConfiguration, logger: Logger = .silent, signals: SignalListener? = nil
  ) throws(StartFailure) -> Server {
    guard let tls = configuration.tls else { throw .noCertificate }
    let certificates: CertificateStore
    do { certificates = try CertificateStore(tls) } catch { throw .certificates(error) }
    let wanted = try Self.address(configuration)
    let engine: Engine
    var options = configuration.engineOptions
    options.report = { $0.log(to: logger) }
    do { engine = try Engine.open(options) } catch {
      throw .data(directory: configuration.dataDirectory, error)
    }
    var begun: BackgroundWork?
    do {
      let work = try BackgroundWork(configuration, engine, ServerOperations(engine, certificates, logger))
      begun = work
      let builder = ThreadBuilder(configuration, engine, certificates, logger)
      let threads = try builder.threads(work)
      let address = try Self.listen(threads, on: wanted)
      if let signals { try signals.listen(on: threads[0].loop) }
      work.operations.use(threads)
      let server = Server(address, threads, engine, work, configuration, logger)
      for thread in threads { try thread.loop.start() }
      logger.info(
        "started",
        metadata: [
          "version": "\(ServerVersion.current)", "address": "\(address)", "data": "\(configuration.dataDirectory)",
          "state_from": "\(engine.origin)", "recovered_entries": "\(engine.recoveredEntries)",
          "network_threads": "\(threads.count)",
          "certificate_not_after": "\(certificates.context.chain.first?.notAfterText ?? "")",
        ])
      if let reason = engine.figures.refusing {
        logger.error("commands are not taken", metadata: ["reason": "\(reason)"])
      }
      return server
    } catch {
      begun?.stop()
      engine.stop()
      if case .listening = error { throw .address(error) }
      throw .system(error)
    }
  }

  /// Reads the certificates again; anything wrong keeps the old ones. Whether it went well.
  ///
  /// New connections use them from when this returns. Waits for the network threads: not to be called on one.
  @discardableResult
  package func reloadCertificates() -> Bool {
    do throws(TLSConfigurationError) {
      try work.operations.reload()
      return true
    } catch {
      return false
    }
  }

  /// Stops: listens no more, says so to every client, finishes calls in flight within the drain time, closes, and leaves the data whole.
  ///
  /// Blocks until all that is done; a second call waits for the first.
  package func stop() {
    isStopped.withLock { isStopped in
      guard !isStopped else { return }
      isStopped = true
      logger.info("stopping")
      let drained = DispatchSemaphore(value: 0)
      for thread in threads {
        let nanoseconds = drainNanoseconds
        let isPosted = thread.loop.post {
          thread.drain(nanoseconds: nanoseconds, reason: "the server is stopping") { drained.signal() }
        }
        if !isPosted { drained.signal() }
      }
      for _ in threads { drained.wait() }
      work.stop()
      // What is still on its way to a thread holds a snapshot perhaps.
      work.operations.onEachThread { $0.deliverLetters() }
      work.operations.use([])
      engine.stop()
      for thread in threads { thread.loop.stop() }
      for thread in threads { thread.loop.join() }
      logger.info("stopped", metadata: ["sequence": "\(engine.journal.facts.lastSequence)"])
    }
  }

  /// How many bytes of answers wait for clients to read them, in all. Asks each network thread, and waits.
  var waitingOutputBytes: Int {
    let sum = Mutex(0)
    work.operations.onEachThread { thread in sum.withLock { $0 += thread.waitingOutputBytes } }
    return sum.withLock { $0 }
  }

  private static func address(_ configuration: ServerConfiguration) throws(StartFailure) -> SocketAddress {
    let port = UInt16(clamping: configuration.listenPort)
    do throws(SystemError) {
      let address: SocketAddress
      if let numeric = SocketAddress(numeric: configuration.listenHost, port: port) {
        address = numeric
      } else {
        // There is at least one where nothing is thrown.
        address = try SocketAddress.resolve(configuration.listenHost, port: port)[0]
      }
      // Listeners that share a port would share it with another server too: this one, which does not, fails then.
      let probe = try Listener(EventLoop(name: "probe"), Listener.Options(address: address)) { _, _ in }
      defer { probe.close() }
      return port == 0 ? address : probe.address
    } catch {
      throw .address(error)
    }
  }

  private static func listen(_ threads: [NetworkThread], on wanted: SocketAddress) throws(SystemError) -> SocketAddress
  {
    var options = Listener.Options(address: wanted, sharesPort: threads.count > 1)
    for thread in threads { options.address = try thread.listen(options) }
    return options.address
  }
}

extension Logger {
  /// Says nothing.
  package static var silent: Logger { Logger(label: "holdfastd") { _ in SwiftLogNoOpLogHandler() } }
}
