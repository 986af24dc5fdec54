/// What a server's context is made of. Files are PEM, read once.
package struct ServerTLSConfiguration: Sendable, Equatable {
  /// The server's certificate, followed by any intermediate ones.
  package var certificateChainFile: String
  /// The key of the first certificate; not encrypted.
  package var privateKeyFile: String
  /// The authorities that client certificates must lead to; may be `nil` only when clients need no certificate.
  package var clientAuthoritiesFile: String?
  /// Revocation lists, one for each authority of every chain; with a file, a certificate whose authority has no current list is refused.
  package var revocationListFile: String?
  /// Whether a client must show a certificate.
  package var requiresClientCertificate = true
  /// Whether TLS 1.2 is accepted beside 1.3.
  package var allowsTLS12 = false
  /// The application protocols that we speak, the preferred one first; a client that offers none of them is refused.
  package var applicationProtocols = ["holdfast/1"]

  package init(
    certificateChainFile: String, privateKeyFile: String, clientAuthoritiesFile: String?,
    revocationListFile: String? = nil
  ) {
    self.certificateChainFile = certificateChainFile
    self.privateKeyFile = privateKeyFile
    self.clientAuthoritiesFile = clientAuthoritiesFile
    self.revocationListFile = revocationListFile
  }
}

/// What a client's context is made of. Files are PEM, read once.
package struct ClientTLSConfiguration: Sendable, Equatable {
  /// The authorities that the server's certificate must lead to.
  package var authoritiesFile: String
  /// The client's certificate, followed by any intermediate ones; `nil` shows none.
  package var certificateChainFile: String?
  /// The key of the first certificate; not encrypted.
  package var privateKeyFile: String?
  /// Whether TLS 1.2 is accepted beside 1.3.
  package var allowsTLS12 = false
  /// The application protocols that we speak, the preferred one first; a server that selects none is refused. Empty: offer none.
  package var applicationProtocols = ["holdfast/1"]

  package init(authoritiesFile: String, certificateChainFile: String? = nil, privateKeyFile: String? = nil) {
    self.authoritiesFile = authoritiesFile
    self.certificateChainFile = certificateChainFile
    self.privateKeyFile = privateKeyFile
  }
}

/// Why certificates could not be read, used, made or written: names the file and what to do about it.
package enum TLSConfigurationError: Error, Sendable, Equatable {
  /// The file cannot be read.
  case unreadable(file: String, reason: String)
  /// The file cannot be written.
  case unwritable(file: String, reason: String)
  /// The file exists already, and nobody said to replace it.
  case exists(file: String)
  /// The file does not hold what it should.
  case malformed(file: String, reason: String)
  /// The key is not the certificate's.
  case keyMismatch(certificateFile: String, keyFile: String)
  /// The certificate or revocation list is past its last day (UTC, `YYYY-MM-DD HH:MM:SSZ`).
  case expired(file: String, since: String)
  /// The certificate or revocation list is before its first day (UTC, `YYYY-MM-DD HH:MM:SSZ`).
  case notYetValid(file: String, until: String)
  /// The certificate may not be used on this side of a connection.
  case wrongPurpose(file: String, purpose: String)
  /// The settings contradict each other.
  case contradiction(reason: String)
  /// The context cannot shake hands with itself.
  case selfCheckFailed(file: String, reason: String)
  /// OpenSSL could not do it.
  case library(action: String, reason: String)
}

extension TLSConfigurationError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadable(let file, let reason): "\(file): cannot be read: \(reason)"
    case .unwritable(let file, let reason): "\(file): cannot be written: \(reason)"
    case .exists(let file): "\(file): exists already, and is not replaced unless you say so"
    case .malformed(let file, let reason): "\(file): \(reason)"
    case .keyMismatch(let certificateFile, let keyFile): "\(keyFile): is not the key of \(certificateFile)"
    case .expired(let file, let since): "\(file): expired on \(since)"
    case .notYetValid(let file, let until): "\(file): is not valid before \(until)"
    case .wrongPurpose(let file, let purpose): "\(file): is not a certificate for \(purpose)"
    case .contradiction(let reason): reason
    case .selfCheckFailed(let file, let reason): "\(file): a handshake with itself failed: \(reason)"
    case .library(let action, let reason): "\(action) failed: \(reason)"
    }
  }
}
