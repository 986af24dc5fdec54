internal import COpenSSL

extension TLSContext {
  /// Shakes hands with itself in memory: proves that certificate, key, ciphers and application protocols work together.
  ///
  /// The made-up client shows no certificate and believes any, so this says nothing about whom the authorities let in.
  /// A client's context has nothing to shake hands with, and passes.
  ///
  /// - Throws: `selfCheckFailed` or `library`.
  package func selfCheck() throws(TLSConfigurationError) {
    guard isServer else { return }
    ERR_clear_error()
    guard let clientContext = unsafe SSL_CTX_new(TLS_client_method()) else { throw .openSSL("making a context") }
    defer { unsafe SSL_CTX_free(clientContext) }
    guard unsafe requiresApplicationProtocol == false || offerApplicationProtocols(by: clientContext) else {
      throw .openSSL("offering application protocols")
    }
    guard let client = unsafe SSL_new(clientContext) else { throw .openSSL("making a session") }
    defer { unsafe SSL_free(client) }
    guard let server = unsafe SSL_new(pointer) else { throw .openSSL("making a session") }
    defer { unsafe SSL_free(server) }
    unsafe SSL_set_verify(server, SSL_VERIFY_NONE, nil)
    guard let near = unsafe BIO_new(BIO_s_bio()) else { throw .openSSL("making a pipe") }
    guard let far = unsafe BIO_new(BIO_s_bio()) else {
      unsafe BIO_free_all(near)
      throw .openSSL("making a pipe")
    }
    let joined = unsafe holdfast_bio_make_pair(near, far)
    unsafe SSL_set_bio(client, near, near)
    unsafe SSL_set_bio(server, far, far)
    guard joined == 1 else { throw .openSSL("making a pipe") }
    unsafe SSL_set_connect_state(client)
    unsafe SSL_set_accept_state(server)
    // Each round moves what the other side has written; a handshake takes three.
    for _ in 0..<16 {
      let client = unsafe try advance(client)
      let server = unsafe try advance(server)
      if client && server { return }
    }
    throw .selfCheckFailed(file: certificateChainFile, reason: "it does not come to an end")
  }

  private func advance(_ ssl: OpaquePointer) throws(TLSConfigurationError) -> Bool {
    let result = unsafe SSL_do_handshake(ssl)
    if result == 1 { return true }
    let error = unsafe SSL_get_error(ssl, result)
    if error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE { return false }
    throw .selfCheckFailed(file: certificateChainFile, reason: takeErrorText())
  }
}
