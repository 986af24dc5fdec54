internal import EventLoop
internal import TLS
internal import Transport

/// The server that load is put on, looked up and ready to be connected to.
struct LoadTarget: Sendable {
  /// Its name, which its certificate must be for.
  let host: String
  /// Where it is.
  let address: SocketAddress
  /// What it is trusted by, and what is shown to it.
  let context: TLSContext

  /// Looks the server up and reads the certificates.
  ///
  /// - Throws: ``ToolFailure`` that says what is wrong.
  init(_ target: ConnectionTarget) throws {
    host = target.host
    do {
      let found = try SocketAddress.resolve(target.host, port: target.port)
      guard let first = found.first else { throw ToolFailure(.unavailable, "\(target.host) has no address") }
      address = first
    } catch let error as SystemError {
      throw ToolFailure(.unavailable, "\(error)")
    }
    do {
      context = try TLSContext.client(
        ClientTLSConfiguration(
          authoritiesFile: target.authorityFile, certificateChainFile: target.certificateFile,
          privateKeyFile: target.keyFile))
    } catch {
      throw ToolFailure(
        .local, "\(error)", advice: "`--certs` names the directory with the certificates, `--identity` the one to show."
      )
    }
  }
}

extension CloseReason {
  /// The reason in words.
  var words: String {
    switch self {
    case .closedByUs: "closed"
    case .peerClosed: "the server closed it"
    case .peerVanished(let code): code == 0 ? "the server is gone" : SystemError.text(errno: code)
    case .connectFailed(let code): "cannot connect: \(SystemError.text(errno: code))"
    case .tlsFailed(let failure): "\(failure)"
    case .frameTooLarge(let length): "the server announced a message of \(length) bytes"
    case .handshakeTimedOut: "connecting took too long"
    case .idleTimedOut: "nothing was sent for too long"
    case .inputOverLimit: "the answers take too much memory"
    case .outputOverLimit: "more waited to be sent than is allowed"
    }
  }
}
