internal import COpenSSL
internal import Glibc

/// An `SSL_CTX` while it is being made; freed unless a context takes it.
@safe
struct ContextBuilder: ~Copyable {
  let isServer: Bool
  private(set) var chain: [CertificateFacts] = []
  private(set) var authorities: [CertificateFacts] = []
  private(set) var revocationListsDueSeconds: Int?
  private(set) var requiresPeerCertificate = true
  private(set) var certificateChainFile = ""
  let applicationProtocols: ApplicationProtocols
  private var pointer: OpaquePointer?

  /// Long enough for any chain that anyone means to use; what a stranger can make us hold is bounded by it.
  private static let longestPeerChainBytes = 32 * 1024
  /// Room for four full records: one system call takes all of a burst of small ones.
  private static let readBufferBytes = 64 * 1024
  private static let deepestChain: Int32 = 4

  static func server(_ configuration: ServerTLSConfiguration) throws(TLSConfigurationError) -> ContextBuilder {
    var builder = try ContextBuilder(
      isServer: true, allowsTLS12: configuration.allowsTLS12, protocols: configuration.applicationProtocols)
    try builder.useCertificate(configuration.certificateChainFile, key: configuration.privateKeyFile)
    if !builder.applicationProtocols.isEmpty {
      unsafe builder.applicationProtocols.require(by: builder.pointer.unsafelyUnwrapped)
    }
    builder.requiresPeerCertificate = configuration.requiresClientCertificate
    guard configuration.requiresClientCertificate else { return builder }
    guard let authoritiesFile = configuration.clientAuthoritiesFile else {
      throw .contradiction(reason: "client certificates are required, but there is no file of their authorities")
    }
    try builder.trust(authoritiesFile)
    if let file = configuration.revocationListFile { try builder.checkRevocation(file) }
    let mode = SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT
    unsafe SSL_CTX_set_verify(builder.pointer, mode, PeerVerification.callback)
    return builder
  }

  static func client(_ configuration: ClientTLSConfiguration) throws(TLSConfigurationError) -> ContextBuilder {
    var builder = try ContextBuilder(
      isServer: false, allowsTLS12: configuration.allowsTLS12, protocols: configuration.applicationProtocols)
    switch (configuration.certificateChainFile, configuration.privateKeyFile) {
    case (let chainFile?, let keyFile?): try builder.useCertificate(chainFile, key: keyFile)
    case (nil, nil): break
    case (_?, nil): throw .contradiction(reason: "there is a client certificate, but no key")
    case (nil, _?): throw .contradiction(reason: "there is a client key, but no certificate")
    }
    if !builder.applicationProtocols.isEmpty {
      guard unsafe builder.applicationProtocols.offer(by: builder.pointer.unsafelyUnwrapped) else {
        throw .openSSL("offering application protocols")
      }
    }
    try builder.trust(configuration.authoritiesFile)
    unsafe SSL_CTX_set_verify(builder.pointer, SSL_VERIFY_PEER, nil)
    return builder
  }

  private init(isServer: Bool, allowsTLS12: Bool, protocols: [String]) throws(TLSConfigurationError) {
    let protocols = try ApplicationProtocols(protocols)
    let context = unsafe try Self.makeContext(isServer, allowsTLS12)
    self.isServer = isServer
    applicationProtocols = protocols
    unsafe pointer = context
  }

  deinit { unsafe SSL_CTX_free(pointer) }

  /// Hands the context over to the caller, who frees it.
  mutating func takePointer() -> OpaquePointer {
    defer { unsafe pointer = nil }
    return unsafe pointer.unsafelyUnwrapped
  }

  private static func makeContext(_ isServer: Bool, _ allowsTLS12: Bool) throws(TLSConfigurationError) -> OpaquePointer
  {
    ERR_clear_error()
    guard let context = unsafe SSL_CTX_new(isServer ? TLS_server_method() : TLS_client_method()) else {
      throw .openSSL("making a context")
    }
    guard unsafe holdfast_ssl_ctx_set_min_version(context, allowsTLS12 ? TLS1_2_VERSION : TLS1_3_VERSION) == 1,
      unsafe holdfast_ssl_ctx_set_max_version(context, TLS1_3_VERSION) == 1,
      // The first is the fastest where the processor has AES instructions; the server's order counts.
      unsafe SSL_CTX_set_ciphersuites(
        context, "TLS_AES_128_GCM_SHA256:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_256_GCM_SHA384") == 1,
      unsafe SSL_CTX_set_cipher_list(
        context, "ECDHE+AESGCM+aECDSA:ECDHE+CHACHA20+aECDSA:ECDHE+AESGCM+aRSA:ECDHE+CHACHA20+aRSA:!SHA1") == 1,
      unsafe holdfast_ssl_ctx_set_groups(context, "X25519:P-256:P-384") == 1
    else {
      unsafe SSL_CTX_free(context)
      throw .openSSL("choosing protocol versions and ciphers")
    }
    unsafe SSL_CTX_set_options(
      context,
      HOLDFAST_SSL_OP_NO_TICKET | HOLDFAST_SSL_OP_NO_RENEGOTIATION | HOLDFAST_SSL_OP_NO_COMPRESSION
        | HOLDFAST_SSL_OP_CIPHER_SERVER_PREFERENCE)
    // A resumed session would skip the verification of the client.
    unsafe SSL_CTX_set_num_tickets(context, 0)
    unsafe holdfast_ssl_ctx_disable_session_cache(context)
    unsafe holdfast_ssl_ctx_set_max_cert_list(context, Self.longestPeerChainBytes)
    unsafe SSL_CTX_set_verify_depth(context, Self.deepestChain)
    unsafe holdfast_ssl_ctx_set_mode(
      context, Int(SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS))
    unsafe holdfast_ssl_ctx_set_read_ahead(context, 1)
    unsafe SSL_CTX_set_default_read_buffer_len(context, Self.readBufferBytes)
    unsafe KeyUpdates.limit(by: context)
    return unsafe context
  }

  private mutating func useCertificate(_ chainFile: String, key keyFile: String) throws(TLSConfigurationError) {
    let certificates = try PEM.certificates(in: chainFile)
    let key = try PEM.privateKey(in: keyFile)
    let now = time(nil)
    for certificate in certificates { try certificate.facts.requireValid(at: now, file: chainFile) }
    let purpose = isServer ? X509_PURPOSE_SSL_SERVER : X509_PURPOSE_SSL_CLIENT
    guard unsafe X509_check_purpose(certificates[0].pointer, purpose, 0) == 1 else {
      throw .wrongPurpose(file: chainFile, purpose: isServer ? "servers" : "clients")
    }
    guard unsafe X509_check_private_key(certificates[0].pointer, key.pointer) == 1 else {
      ERR_clear_error()
      throw .keyMismatch(certificateFile: chainFile, keyFile: keyFile)
    }
    guard unsafe SSL_CTX_use_certificate(pointer, certificates[0].pointer) == 1 else {
      throw .malformed(file: chainFile, reason: takeErrorText())
    }
    for certificate in certificates.dropFirst() {
      guard unsafe holdfast_ssl_ctx_add_chain_certificate(pointer, certificate.pointer) == 1 else {
        throw .malformed(file: chainFile, reason: takeErrorText())
      }
    }
    guard unsafe SSL_CTX_use_PrivateKey(pointer, key.pointer) == 1 else {
      throw .malformed(file: keyFile, reason: takeErrorText())
    }
    chain = certificates.map(\.facts)
    certificateChainFile = chainFile
  }

  private mutating func trust(_ file: String) throws(TLSConfigurationError) {
    let certificates = try PEM.certificates(in: file)
    let store = unsafe SSL_CTX_get_cert_store(pointer)
    for certificate in certificates {
      guard unsafe X509_check_ca(certificate.pointer) != 0 else {
        throw .wrongPurpose(file: file, purpose: "authorities")
      }
      guard unsafe X509_STORE_add_cert(store, certificate.pointer) == 1 else {
        throw .malformed(file: file, reason: takeErrorText())
      }
      // Tells a client that has several certificates which of them to show.
      if isServer { unsafe SSL_CTX_add_client_CA(pointer, certificate.pointer) }
    }
    authorities = certificates.map(\.facts)
    // During a rotation an old authority may expire beside the new one; with none left nobody could get in.
    let now = time(nil)
    if let latest = authorities.max(by: { $0.notAfterSeconds < $1.notAfterSeconds }) {
      try latest.requireValid(at: now, file: file)
    }
  }

  private mutating func checkRevocation(_ file: String) throws(TLSConfigurationError) {
    let store = unsafe SSL_CTX_get_cert_store(pointer)
    let now = time(nil)
    for list in try PEM.revocationLists(in: file) {
      let start = list.lastUpdateSeconds ?? .max
      let end = list.nextUpdateSeconds ?? .max
      if start > now { throw .notYetValid(file: file, until: Timestamp.text(start)) }
      if end <= now { throw .expired(file: file, since: Timestamp.text(end)) }
      revocationListsDueSeconds = min(revocationListsDueSeconds ?? .max, end)
      guard unsafe X509_STORE_add_crl(store, list.pointer) == 1 else {
        throw .malformed(file: file, reason: takeErrorText())
      }
    }
    unsafe X509_STORE_set_flags(store, UInt(X509_V_FLAG_CRL_CHECK | X509_V_FLAG_CRL_CHECK_ALL))
  }
}

extension CertificateFacts {
  /// Throws unless `now`, seconds since 1970, lies within the certificate's life.
  fileprivate func requireValid(at now: Int, file: String) throws(TLSConfigurationError) {
    if notBeforeSeconds > now { throw .notYetValid(file: file, until: Timestamp.text(notBeforeSeconds)) }
    if notAfterSeconds < now { throw .expired(file: file, since: Timestamp.text(notAfterSeconds)) }
  }
}
