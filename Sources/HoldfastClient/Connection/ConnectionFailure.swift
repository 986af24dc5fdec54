internal import EventLoop
internal import Messages
internal import TLS
internal import Transport

/// Why there is no connection, or none any more.
struct ConnectionFailure {
  /// UNAVAILABLE, or UNAUTHENTICATED where the server refused our certificate.
  let code: StatusCode
  /// For people.
  let text: String
  /// Whether trying again would be of no use until somebody changes something.
  let isPermanent: Bool

  init(_ text: String) {
    code = .unavailable
    self.text = text
    isPermanent = false
  }

  init(_ error: ConnectionError) {
    switch error {
    case .tls(let failure): self.init(failure)
    case .system(let error): self.init("\(error)")
    }
  }

  init(_ reason: CloseReason) {
    switch reason {
    case .closedByUs: self.init("the client closed it")
    case .peerClosed: self.init("the server closed it")
    case .peerVanished(0): self.init("the server is gone")
    case .peerVanished(let code): self.init(SystemError.text(errno: code))
    case .connectFailed(let code): self.init(SystemError.text(errno: code))
    case .tlsFailed(let failure): self.init(failure)
    case .inputOverLimit: self.init("the server's answers take too much memory")
    case .frameTooLarge(let length): self.init("the server sent an answer of \(length) bytes, which is too long")
    case .handshakeTimedOut: self.init("connecting took too long")
    case .idleTimedOut: self.init("nothing was sent either way for too long")
    case .outputOverLimit: self.init("the server takes nothing")
    }
  }

  /// What the server said of the connection as a whole before it closed it.
  init(_ refusal: Status) {
    let isPermanent = refusal.statusCode == .unauthenticated || refusal.statusCode == .permissionDenied
    code = isPermanent ? refusal.statusCode : .unavailable
    text = refusal.message
    self.isPermanent = isPermanent
  }

  private init(_ failure: TLSFailure) {
    text = failure.isFromPeer ? "the server refused us: \(failure.kind.words)" : "\(failure)"
    switch failure.kind {
    case .noCertificate, .certificateExpired, .certificateNotYetValid, .unknownAuthority, .certificateRevoked,
      .revocationUnknown, .wrongPurpose, .identityRefused, .nameMismatch, .badCertificate:
      code = failure.isFromPeer ? .unauthenticated : .unavailable
      isPermanent = true
    case .protocolVersion, .applicationProtocol, .notTLS:
      code = .unavailable
      isPermanent = true
    case .tooManyKeyUpdates, .truncated, .connectionLost, .other:
      code = .unavailable
      isPermanent = false
    }
  }
}
