internal import Foundation
internal import Messages
internal import Synchronization
internal import TLS

/// The TLS context for new connections, and how it is replaced.
final class CertificateStore: Sendable {
  private let configuration: ServerTLSConfiguration
  private let current: Mutex<TLSContext>

  /// Reads the files, and checks what is made of them.
  init(_ configuration: ServerTLSConfiguration) throws(TLSConfigurationError) {
    self.configuration = configuration
    current = Mutex(try Self.load(configuration))
  }

  /// The context in use.
  var context: TLSContext { current.withLock { $0 } }

  /// Reads the files again. Anything wrong leaves everything as it is.
  ///
  /// - Returns: the context for new connections. Who holds connections lets those go on that it would still let in.
  func reload() throws(TLSConfigurationError) -> TLSContext {
    let fresh = try Self.load(configuration)
    current.withLock { $0 = fresh }
    return fresh
  }

  /// The certificates in use, for status.
  var certificates: [CertificateStatus] {
    let context = context
    let own = context.chain.prefix(1).map { $0.status(purpose: "server") }
    return own + context.authorities.map { $0.status(purpose: "client CA") }
  }

  private static func load(_ configuration: ServerTLSConfiguration) throws(TLSConfigurationError) -> TLSContext {
    let context = try TLSContext.server(configuration)
    try context.selfCheck()
    return context
  }
}

extension CertificateFacts {
  fileprivate func status(purpose: String) -> CertificateStatus {
    CertificateStatus(
      purpose: purpose, subject: subject, notBefore: notBeforeMicroseconds, notAfter: notAfterMicroseconds)
  }
}

extension CertificateFacts {
  /// The last second of its life, for people: `2026-11-25T04:06:12Z`.
  var notAfterText: String { Date(timeIntervalSince1970: Double(notAfterSeconds)).formatted(.iso8601) }
}
