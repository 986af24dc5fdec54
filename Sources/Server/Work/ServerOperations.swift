internal import Dispatch
internal import Engine
internal import EventLoop
internal import Logging
internal import Messages
internal import Services
internal import Synchronization
internal import TLS

/// Does the operations of this server. Called on the operations' thread, one at a time.
final class ServerOperations: Sendable {
  private let engine: Engine
  private let certificates: CertificateStore
  private let logger: Logger
  private let networkThreads = Mutex<[NetworkThread]>([])

  init(_ engine: Engine, _ certificates: CertificateStore, _ logger: Logger) {
    self.engine = engine
    self.certificates = certificates
    self.logger = logger
  }

  /// Knows the network threads from now on; none once the server ends.
  func use(_ threads: [NetworkThread]) { networkThreads.withLock { $0 = threads } }

  /// Reads the certificates again; anything wrong keeps the old ones, and is logged.
  ///
  /// New connections use them from when this returns. Waits for the network threads: not to be called on one.
  func reload() throws(TLSConfigurationError) {
    do throws(TLSConfigurationError) {
      let context = try certificates.reload()
      onEachThread { $0.use(context) }
      logger.notice(
        "certificates reloaded",
        metadata: ["certificate_not_after": "\(context.chain.first?.notAfterText ?? "")"])
    } catch {
      logger.error("certificates not reloaded: the old ones stay in use", metadata: ["reason": "\(error)"])
      throw error
    }
  }

  /// Has each network thread do `work` and waits for it.
  func onEachThread(_ work: @escaping @Sendable (NetworkThread) -> Void) {
    let threads = networkThreads.withLock { $0 }
    let done = DispatchSemaphore(value: 0)
    for thread in threads {
      let isPosted = thread.loop.post {
        work(thread)
        done.signal()
      }
      // Its loop is over.
      if !isPosted { done.signal() }
    }
    for _ in threads { done.wait() }
  }
}

extension ServerOperations: AdminServiceOperations {
  /// Reads the certificates again.
  func reloadCertificates(_ request: ReloadCertificatesRequest) throws(CallFailure) -> ReloadCertificatesResponse {
    do throws(TLSConfigurationError) {
      try reload()
    } catch {
      throw .failedPrecondition("the certificates were not loaded, and the old ones stay in use: \(error)")
    }
    return ReloadCertificatesResponse(certificates: certificates.certificates)
  }

  /// Drops segments of the journal that nothing needs any more.
  func compactJournal(_ request: CompactJournalRequest) throws(CallFailure) -> CompactJournalResponse {
    do throws(EngineError) {
      let report = try engine.compactJournal(isDryRun: request.dryRun)
      return CompactJournalResponse(
        segments: UInt32(clamping: report.removedSegments), bytes: UInt64(max(0, report.removedBytes)),
        firstSequence: report.firstSequence, baselineSequence: report.baselineSequence,
        keptBecause: report.limit.rawValue)
    } catch {
      throw error.callFailure
    }
  }
}
