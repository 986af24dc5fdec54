internal import COpenSSL

/// The certificates, keys and rules that sessions of one side share: an `SSL_CTX`.
///
/// Sendable: it is never changed after it is made (new certificates make a new context), and OpenSSL's own count of references is atomic.
@safe
package final class TLSContext: @unchecked Sendable {
  /// Whether its sessions accept (and do not connect).
  package let isServer: Bool
  /// Our own certificate, and any intermediate ones behind it; empty for a client that shows none.
  package let chain: [CertificateFacts]
  /// The authorities that a peer's certificate must lead to.
  package let authorities: [CertificateFacts]
  /// When the first of the revocation lists is due to be replaced, UTC seconds since 1970; from then on every certificate is refused.
  /// `nil` without lists.
  package let revocationListsDueSeconds: Int?
  /// Whether a peer without a certificate is refused.
  package let requiresPeerCertificate: Bool
  let requiresApplicationProtocol: Bool
  let pointer: OpaquePointer
  let certificateChainFile: String
  private let applicationProtocols: ApplicationProtocols

  /// A server's context.
  ///
  /// - Throws: what is wrong with which file: nothing is half accepted.
  package static func server(_ configuration: ServerTLSConfiguration) throws(TLSConfigurationError) -> TLSContext {
    try TLSContext(ContextBuilder.server(configuration))
  }

  /// A client's context.
  ///
  /// - Throws: what is wrong with which file: nothing is half accepted.
  package static func client(_ configuration: ClientTLSConfiguration) throws(TLSConfigurationError) -> TLSContext {
    try TLSContext(ContextBuilder.client(configuration))
  }

  private init(_ finished: consuming ContextBuilder) {
    var builder = finished
    isServer = builder.isServer
    chain = builder.chain
    authorities = builder.authorities
    revocationListsDueSeconds = builder.revocationListsDueSeconds
    requiresPeerCertificate = builder.requiresPeerCertificate
    requiresApplicationProtocol = !builder.applicationProtocols.isEmpty
    certificateChainFile = builder.certificateChainFile
    applicationProtocols = builder.applicationProtocols
    unsafe pointer = builder.takePointer()
  }

  deinit { unsafe SSL_CTX_free(pointer) }

  /// Makes another context offer what this one speaks.
  func offerApplicationProtocols(by context: OpaquePointer) -> Bool {
    unsafe applicationProtocols.offer(by: context)
  }
}
