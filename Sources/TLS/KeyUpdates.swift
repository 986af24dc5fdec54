internal import COpenSSL

/// Counting a peer's changes of keys, which OpenSSL does not limit.
enum KeyUpdates {
  /// Ends the reading side of a session of `context` whose peer changes keys more than ``TLSSession/keyUpdateLimit`` times in a row.
  static func limit(by context: OpaquePointer) {
    unsafe SSL_CTX_set_msg_callback(context) { isWritten, _, contentType, bytes, count, ssl, _ in
      guard isWritten == 0, contentType == SSL3_RT_HANDSHAKE, count > 0 else { return }
      guard unsafe bytes?.load(as: UInt8.self) == UInt8(SSL3_MT_KEY_UPDATE) else { return }
      guard let state = unsafe SocketBIO.state(SSL_get_rbio(ssl)) else { return }
      unsafe state.pointee.keyUpdates &+= 1
      if unsafe state.pointee.keyUpdates > TLSSession.keyUpdateLimit {
        // OpenSSL would go on reading for as long as more of them come; this makes it stop.
        unsafe SSL_set_shutdown(ssl, SSL_get_shutdown(ssl) | SSL_RECEIVED_SHUTDOWN)
      }
    }
  }
}
