internal import COpenSSL

/// What we ask of a client's certificate beyond a valid chain; asked during the handshake, so that the client is told by an alert.
enum PeerVerification {
  /// Refuses a certificate that is not for clients or that does not give exactly one identity.
  static let callback: @convention(c) (Int32, OpaquePointer?) -> Int32 = { passed, verification in
    guard passed == 1, unsafe X509_STORE_CTX_get_error_depth(verification) == 0 else { return passed }
    guard let certificate = unsafe X509_STORE_CTX_get_current_cert(verification) else { return 0 }
    do throws(IdentityRefusal) {
      _ = unsafe try PeerIdentity(of: certificate)
      return 1
    } catch {
      let result = error == .notForClients ? X509_V_ERR_INVALID_PURPOSE : X509_V_ERR_APPLICATION_VERIFICATION
      unsafe X509_STORE_CTX_set_error(verification, result)
      return 0
    }
  }
}
