internal import COpenSSL

extension TLSFailure {
  /// Alerts of the peer appear as reasons from here on (`SSL_AD_REASON_OFFSET`).
  private static let alertBase: Int32 = 1000

  /// Takes the oldest error, the cause of those after it, from this thread's queue and empties the queue.
  ///
  /// - Parameters:
  ///   - verification: the session's `SSL_get_verify_result`.
  ///   - systemError: the `errno` of the socket call that failed last, or 0.
  static func takeFromQueue(verification: Int, systemError: Int32) -> TLSFailure {
    let code = ERR_peek_error()
    ERR_clear_error()
    guard code != 0 else { return TLSFailure(.connectionLost, systemError: systemError) }
    guard ERR_GET_LIB(code) == ERR_LIB_SSL else { return TLSFailure(.other, systemError: systemError, code: code) }
    let reason = ERR_GET_REASON(code)
    if reason == SSL_R_CERTIFICATE_VERIFY_FAILED {
      return TLSFailure(
        kind(verification: verification), code: code, verification: Int32(truncatingIfNeeded: verification))
    }
    if reason >= alertBase, reason < alertBase + 256 {
      return TLSFailure(kind(alert: reason - alertBase), isFromPeer: true, code: code)
    }
    return TLSFailure(kind(reason: reason), systemError: systemError, code: code)
  }

  /// The kind of a verification result other than `X509_V_OK`.
  static func kind(verification: Int) -> Kind {
    switch Int32(truncatingIfNeeded: verification) {
    case X509_V_ERR_CERT_HAS_EXPIRED: .certificateExpired
    case X509_V_ERR_CERT_NOT_YET_VALID: .certificateNotYetValid
    case X509_V_ERR_CERT_REVOKED: .certificateRevoked
    case X509_V_ERR_UNABLE_TO_GET_CRL, X509_V_ERR_CRL_HAS_EXPIRED, X509_V_ERR_CRL_NOT_YET_VALID,
      X509_V_ERR_CRL_SIGNATURE_FAILURE, X509_V_ERR_UNABLE_TO_GET_CRL_ISSUER:
      .revocationUnknown
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
      X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT, X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN,
      X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE, X509_V_ERR_CERT_UNTRUSTED, X509_V_ERR_CERT_SIGNATURE_FAILURE:
      .unknownAuthority
    case X509_V_ERR_INVALID_PURPOSE: .wrongPurpose
    case X509_V_ERR_APPLICATION_VERIFICATION: .identityRefused
    case X509_V_ERR_HOSTNAME_MISMATCH, X509_V_ERR_IP_ADDRESS_MISMATCH: .nameMismatch
    default: .badCertificate
    }
  }

  private static func kind(alert: Int32) -> Kind {
    switch alert {
    case SSL_AD_BAD_CERTIFICATE, SSL_AD_CERTIFICATE_UNKNOWN: .badCertificate
    case SSL_AD_UNSUPPORTED_CERTIFICATE: .wrongPurpose
    case SSL_AD_CERTIFICATE_REVOKED: .certificateRevoked
    case SSL_AD_CERTIFICATE_EXPIRED: .certificateExpired
    case SSL_AD_UNKNOWN_CA: .unknownAuthority
    case SSL_AD_PROTOCOL_VERSION: .protocolVersion
    case SSL_AD_CERTIFICATE_REQUIRED: .noCertificate
    case SSL_AD_NO_APPLICATION_PROTOCOL: .applicationProtocol
    default: .other
    }
  }

  private static func kind(reason: Int32) -> Kind {
    switch reason {
    case SSL_R_PEER_DID_NOT_RETURN_A_CERTIFICATE: .noCertificate
    // The only callback that can fail is ours, which refuses a hello without application protocols.
    case SSL_R_NO_APPLICATION_PROTOCOL, SSL_R_CALLBACK_FAILED: .applicationProtocol
    case SSL_R_UNSUPPORTED_PROTOCOL, SSL_R_WRONG_SSL_VERSION, SSL_R_VERSION_TOO_LOW, SSL_R_VERSION_TOO_HIGH:
      .protocolVersion
    case SSL_R_WRONG_VERSION_NUMBER, SSL_R_HTTP_REQUEST, SSL_R_HTTPS_PROXY_REQUEST, SSL_R_PACKET_LENGTH_TOO_LONG:
      .notTLS
    case SSL_R_UNEXPECTED_EOF_WHILE_READING: .truncated
    case SSL_R_TOO_MANY_KEY_UPDATES: .tooManyKeyUpdates
    default: .other
    }
  }
}
