internal import COpenSSL

extension TLSSession {
  /// The application protocol that both sides agreed on, or `nil`; known once the handshake is done.
  package var applicationProtocol: String? {
    var name: UnsafePointer<UInt8>?
    var length: UInt32 = 0
    unsafe SSL_get0_alpn_selected(ssl, &name, &length)
    guard let name = unsafe name, length > 0 else { return nil }
    return unsafe String(decoding: UnsafeBufferPointer(start: name, count: Int(length)), as: UTF8.self)
  }

  /// The protocol version in OpenSSL's words, such as `TLSv1.3`.
  package var protocolVersion: String { unsafe String(cString: SSL_get_version(ssl)) }

  /// The cipher in OpenSSL's words, such as `TLS_AES_128_GCM_SHA256`, or `nil` before the handshake.
  package var cipher: String? {
    unsafe SSL_get_current_cipher(ssl).map { unsafe String(cString: SSL_CIPHER_get_name($0)) }
  }

  /// Who the client is, by its certificate; for servers, once the handshake is done.
  ///
  /// A handshake with a certificate that gives no identity has already failed; so what is thrown here is `noCertificate`,
  /// when clients need none.
  package func peerIdentity() throws(IdentityRefusal) -> PeerIdentity {
    guard let certificate = unsafe SSL_get0_peer_certificate(ssl) else { throw .noCertificate }
    return unsafe try PeerIdentity(of: certificate)
  }

  /// What the peer's certificate says of itself, or `nil` if it showed none.
  package var peerCertificate: CertificateFacts? {
    unsafe SSL_get0_peer_certificate(ssl).map { unsafe CertificateFacts(of: $0) }
  }

  /// Whether `context`, a newer one than this session's, would still let this peer in: its authority is trusted, its certificate
  /// neither revoked nor expired. Returns why not; `nil` means that the peer may stay.
  ///
  /// Costs the verification of a chain (about 200 µs): for use after a reload, not on a hot path.
  package func refusal(by context: TLSContext) -> TLSFailure? {
    guard let certificate = unsafe SSL_get0_peer_certificate(ssl) else {
      return context.requiresPeerCertificate ? TLSFailure(.noCertificate) : nil
    }
    ERR_clear_error()
    defer { ERR_clear_error() }
    guard let verification = unsafe X509_STORE_CTX_new() else { return TLSFailure(.other) }
    defer { unsafe X509_STORE_CTX_free(verification) }
    let store = unsafe SSL_CTX_get_cert_store(context.pointer)
    guard unsafe X509_STORE_CTX_init(verification, store, certificate, SSL_get_peer_cert_chain(ssl)) == 1,
      unsafe X509_STORE_CTX_set_default(verification, context.isServer ? "ssl_client" : "ssl_server") == 1
    else { return TLSFailure(.other) }
    if unsafe X509_verify_cert(verification) == 1 { return nil }
    let result = unsafe X509_STORE_CTX_get_error(verification)
    return TLSFailure(TLSFailure.kind(verification: Int(result)), verification: result)
  }
}
