/// What a new certificate should say. Names go in as they are: it is the verifying side that must not be fooled.
package struct CertificateRequest: Sendable, Equatable {
  /// What a certificate may be used for: its extended key usage.
  package enum Purpose: Sendable, CaseIterable {
    /// To be a server.
    case server
    /// To be a client.
    case client
  }

  /// The subject's common name, at most 64 characters; empty for none.
  package var commonName: String
  /// Subject alternative names of kind DNS.
  package var dnsNames: [String] = []
  /// Subject alternative names of kind IP: IPv4 or IPv6 addresses in text.
  package var addresses: [String] = []
  /// Subject alternative names of kind URI, such as `spiffe://holdfast/dev/operator`.
  package var uris: [String] = []
  /// The extended key usage; empty leaves the extension out.
  package var purposes: [Purpose]
  /// Seconds from now until it expires; negative makes one that has expired.
  package var lifetimeSeconds: Int
  /// Seconds from now until it becomes valid; the default allows for clocks that are five minutes behind.
  package var startSeconds = -300

  package init(commonName: String, purposes: [Purpose], lifetimeSeconds: Int) {
    self.commonName = commonName
    self.purposes = purposes
    self.lifetimeSeconds = lifetimeSeconds
  }

  /// A server's certificate for `names`, DNS names and addresses in any order.
  package static func server(names: [String], lifetimeSeconds: Int) -> CertificateRequest {
    var request = CertificateRequest(
      commonName: String((names.first ?? "server").prefix(64)), purposes: [.server], lifetimeSeconds: lifetimeSeconds)
    request.dnsNames = names.filter { !ServerName.isAddress($0) }
    request.addresses = names.filter { ServerName.isAddress($0) }
    return request
  }

  /// A client's certificate whose identity is `uri`.
  package static func client(uri: String, lifetimeSeconds: Int) -> CertificateRequest {
    let lastPart = uri.split(separator: "/").last.map(String.init) ?? uri
    var request = CertificateRequest(
      commonName: String(lastPart.prefix(64)), purposes: [.client], lifetimeSeconds: lifetimeSeconds)
    request.uris = [uri]
    return request
  }
}

/// A certificate and its key, fresh from an authority and not yet anywhere on disk.
package struct IssuedCertificate: Sendable {
  /// What the certificate says of itself.
  package let facts: CertificateFacts
  /// The certificate as PEM.
  package let certificatePEM: [UInt8]
  /// The key as PEM, not encrypted.
  package let keyPEM: [UInt8]

  /// Writes both files, each atomically, the key with mode 0600.
  ///
  /// - Throws: `exists` when there is one of the files and `replacing` is false; `unwritable`.
  package func save(
    certificateFile: String, keyFile: String, replacing: Bool = false
  ) throws(TLSConfigurationError) {
    if !replacing {
      for file in [certificateFile, keyFile] where CertificateFile.exists(file) { throw .exists(file: file) }
    }
    try CertificateFile.write(keyPEM, to: keyFile, mode: CertificateFile.keyMode, replacing: replacing)
    try CertificateFile.write(
      certificatePEM, to: certificateFile, mode: CertificateFile.publicMode, replacing: replacing)
  }
}
