internal import COpenSSL
internal import Glibc

/// Why a session failed: a coarse kind to act on, and OpenSSL's own words to log.
///
/// A handful of numbers; the words are looked up only when somebody asks for ``reason``, so that failing costs no allocation.
package struct TLSFailure: Error, Sendable, Equatable {
  /// What went wrong, coarsely: a label for metrics and a basis for decisions.
  package enum Kind: UInt8, Sendable, CaseIterable {
    /// The peer was asked for a certificate and sent none.
    case noCertificate
    /// A certificate of the chain has expired.
    case certificateExpired
    /// A certificate of the chain is not valid yet.
    case certificateNotYetValid
    /// The chain does not lead to an authority we trust.
    case unknownAuthority
    /// A certificate of the chain has been revoked.
    case certificateRevoked
    /// There is no current revocation list for an authority of the chain, so nothing of it is believed.
    case revocationUnknown
    /// The certificate may not be used for this side of a connection (extended key usage).
    case wrongPurpose
    /// The certificate does not name exactly one identity, or one that could be mistaken for another.
    case identityRefused
    /// The server's certificate is for another name than the one we called.
    case nameMismatch
    /// The certificate or its chain is bad in some other way.
    case badCertificate
    /// The two sides have no protocol version in common.
    case protocolVersion
    /// The two sides have no application protocol in common.
    case applicationProtocol
    /// What came is not TLS at all.
    case notTLS
    /// The peer asked for new keys more often than anyone needs.
    case tooManyKeyUpdates
    /// The connection ended without a closing message: what was sent last may be missing.
    case truncated
    /// The socket failed; see ``TLSFailure/systemError``.
    case connectionLost
    /// Anything else; see ``TLSFailure/reason``.
    case other
  }

  /// What went wrong, coarsely.
  package let kind: Kind
  /// Whether it was the peer that complained (it sent an alert), and not us.
  package let isFromPeer: Bool
  /// The `errno` of the socket call that failed, or 0.
  package let systemError: Int32
  /// OpenSSL's packed error code, or 0.
  let code: UInt
  /// OpenSSL's certificate verification result (`X509_V_…`), 0 where none applies.
  let verification: Int32

  init(_ kind: Kind, isFromPeer: Bool = false, systemError: Int32 = 0, code: UInt = 0, verification: Int32 = 0) {
    self.kind = kind
    self.isFromPeer = isFromPeer
    self.systemError = systemError
    self.code = code
    self.verification = verification
  }

  /// What happened, in OpenSSL's and the system's words; made when asked for.
  package var reason: String {
    var words: [String] = []
    if code != 0 { words.append(unsafe Self.text(ERR_reason_error_string(code)) ?? "error \(code)") }
    if verification != 0 { words.append(unsafe Self.text(X509_verify_cert_error_string(Int(verification))) ?? "") }
    if systemError != 0 { words.append(unsafe Self.text(strerror(systemError)) ?? "errno \(systemError)") }
    return words.isEmpty ? kind.words : words.joined(separator: ": ")
  }

  private static func text(_ pointer: UnsafePointer<CChar>?) -> String? {
    unsafe pointer.map { unsafe String(cString: $0) }
  }
}

extension TLSFailure: CustomStringConvertible {
  /// One line for a log: who complained, the kind in words, and the reason.
  package var description: String {
    let words = kind.words
    let reason = reason
    let said = reason == words ? words : "\(words) (\(reason))"
    return isFromPeer ? "the peer refused: \(said)" : said
  }
}

extension TLSFailure.Kind {
  /// The kind in a few words.
  package var words: String {
    switch self {
    case .noCertificate: "the peer has no certificate"
    case .certificateExpired: "the certificate has expired"
    case .certificateNotYetValid: "the certificate is not valid yet"
    case .unknownAuthority: "the certificate's authority is unknown"
    case .certificateRevoked: "the certificate has been revoked"
    case .revocationUnknown: "no current revocation list for the certificate's authority"
    case .wrongPurpose: "the certificate is not for this purpose"
    case .identityRefused: "the certificate does not name exactly one identity"
    case .nameMismatch: "the certificate is for another name"
    case .badCertificate: "the certificate is bad"
    case .protocolVersion: "no protocol version in common"
    case .applicationProtocol: "no application protocol in common"
    case .notTLS: "this is not TLS"
    case .tooManyKeyUpdates: "too many key updates"
    case .truncated: "the connection ended without a closing message"
    case .connectionLost: "the connection is lost"
    case .other: "TLS failed"
    }
  }
}
