internal import COpenSSL

/// A list of application protocols in the form that TLS sends: each with its length in front.
///
/// OpenSSL's callback keeps a pointer to the bytes, so they live in memory that does not move, as long as this object.
/// Sendable: never changed after it is made.
@safe
final class ApplicationProtocols: @unchecked Sendable {
  let bytes: UnsafeMutableBufferPointer<UInt8>

  /// - Throws: `contradiction` when a name is empty or longer than 255 bytes.
  init(_ names: [String]) throws(TLSConfigurationError) {
    var list: [UInt8] = []
    for name in names {
      guard let length = UInt8(exactly: name.utf8.count), length > 0 else {
        throw .contradiction(reason: "the application protocol \"\(name)\" is not 1 to 255 bytes long")
      }
      list.append(length)
      list.append(contentsOf: name.utf8)
    }
    unsafe bytes = .allocate(capacity: list.count)
    _ = unsafe bytes.initialize(from: list)
  }

  deinit { unsafe bytes.deallocate() }

  /// Whether there is no protocol to agree on.
  var isEmpty: Bool { unsafe bytes.isEmpty }

  /// Makes `context` select one of these, in our order of preference, and refuse a client that offers none of them,
  /// or does not offer any.
  func require(by context: OpaquePointer) {
    let argument = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe SSL_CTX_set_alpn_select_cb(
      context,
      { _, selected, selectedLength, offered, offeredLength, argument in
        guard let argument = unsafe argument, let selected = unsafe selected else { return SSL_TLSEXT_ERR_ALERT_FATAL }
        let ours = unsafe Unmanaged<ApplicationProtocols>.fromOpaque(argument).takeUnretainedValue()
        var found: UnsafeMutablePointer<UInt8>?
        let result = unsafe SSL_select_next_proto(
          &found, selectedLength, ours.bytes.baseAddress, UInt32(ours.bytes.count), offered, offeredLength)
        guard result == OPENSSL_NPN_NEGOTIATED else { return SSL_TLSEXT_ERR_ALERT_FATAL }
        unsafe selected.pointee = UnsafePointer(found)
        return SSL_TLSEXT_ERR_OK
      }, argument)
    // The callback above is not asked when the extension is missing.
    unsafe SSL_CTX_set_client_hello_cb(
      context,
      { ssl, alert, _ in
        var offered: UnsafePointer<UInt8>?
        var length = 0
        let type = UInt32(TLSEXT_TYPE_application_layer_protocol_negotiation)
        if unsafe SSL_client_hello_get0_ext(ssl, type, &offered, &length) == 1 { return SSL_CLIENT_HELLO_SUCCESS }
        unsafe alert?.pointee = SSL_AD_NO_APPLICATION_PROTOCOL
        return SSL_CLIENT_HELLO_ERROR
      }, nil)
  }

  /// Makes `context` offer these.
  func offer(by context: OpaquePointer) -> Bool {
    unsafe SSL_CTX_set_alpn_protos(context, bytes.baseAddress, UInt32(bytes.count)) == 0
  }
}
