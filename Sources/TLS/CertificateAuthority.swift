internal import COpenSSL

/// A small certificate authority, for development, tests and private installations: one self-signed ECDSA P-256 certificate and its key.
package struct CertificateAuthority: Sendable {
  let certificate: Certificate
  let key: PrivateKey

  /// A new authority, not yet anywhere on disk.
  ///
  /// - Parameters:
  ///   - commonName: its name, at most 64 characters. Two authorities that overlap during a rotation should differ in it.
  ///   - lifetimeSeconds: seconds from now until it expires.
  package init(commonName: String, lifetimeSeconds: Int) throws(TLSConfigurationError) {
    key = try PrivateKey.generate()
    let request = CertificateRequest(commonName: commonName, purposes: [], lifetimeSeconds: lifetimeSeconds)
    let builder = try CertificateBuilder(key: key)
    try builder.setSubject(request)
    try builder.setLife(request)
    try builder.addAuthorityExtensions()
    certificate = try builder.sign(issuer: nil, key: key)
  }

  /// The authority in two PEM files, to issue more.
  ///
  /// - Throws: `unreadable`, `malformed`, `wrongPurpose` (not an authority's certificate), `keyMismatch`.
  package init(certificateFile: String, keyFile: String) throws(TLSConfigurationError) {
    certificate = try PEM.certificates(in: certificateFile)[0]
    key = try PEM.privateKey(in: keyFile)
    guard unsafe X509_check_ca(certificate.pointer) == 1 else {
      throw .wrongPurpose(file: certificateFile, purpose: "authorities")
    }
    guard unsafe X509_check_private_key(certificate.pointer, key.pointer) == 1 else {
      ERR_clear_error()
      throw .keyMismatch(certificateFile: certificateFile, keyFile: keyFile)
    }
  }

  /// What its certificate says of itself.
  package var facts: CertificateFacts { certificate.facts }

  /// Its certificate as PEM.
  package func certificatePEM() throws(TLSConfigurationError) -> [UInt8] { try certificate.pem() }

  /// Writes both files, each atomically, the key with mode 0600.
  ///
  /// - Throws: `exists` when there is one of the files and `replacing` is false; `unwritable`.
  package func save(
    certificateFile: String, keyFile: String, replacing: Bool = false
  ) throws(TLSConfigurationError) {
    try IssuedCertificate(facts: facts, certificatePEM: certificate.pem(), keyPEM: key.pem())
      .save(certificateFile: certificateFile, keyFile: keyFile, replacing: replacing)
  }

  /// A new certificate with a new ECDSA P-256 key and a random serial number.
  ///
  /// - Throws: `contradiction` when an address is none; `library`, for example when the common name is too long.
  package func issue(_ request: CertificateRequest) throws(TLSConfigurationError) -> IssuedCertificate {
    let newKey = try PrivateKey.generate()
    let builder = try CertificateBuilder(key: newKey)
    try builder.setSubject(request)
    try builder.setLife(request)
    try builder.addLeafExtensions(request)
    let issued = try builder.sign(issuer: certificate, key: key)
    return try IssuedCertificate(facts: issued.facts, certificatePEM: issued.pem(), keyPEM: newKey.pem())
  }
}
