package import Engine
package import EventLoop
internal import Journal
package import TLS

/// Why a server cannot start.
package enum StartFailure: Error {
  /// Neither certificate nor key is set.
  case noCertificate
  /// The certificates cannot be used.
  case certificates(TLSConfigurationError)
  /// The address cannot be found or listened on.
  case address(SystemError)
  /// The data cannot be opened.
  case data(directory: String, EngineError)
  /// The system refused something else.
  case system(SystemError)
}

extension StartFailure: CustomStringConvertible {
  /// What is wrong, and what would help.
  package var description: String {
    switch self {
    case .noCertificate:
      "there is no certificate: set certificate_file and key_file, or make certificates for development with "
        + "`holdfast certs init`"
    case .certificates(.unreadable(let file, let reason)):
      "\(file): cannot be read: \(reason); `holdfast certs init` makes certificates for development"
    case .certificates(let error): "\(error)"
    case .address(.listening(let address, errno: Self.addressInUse)):
      "\(address) is in use: another holdfastd or another program listens there; stop it, or set listen_port"
    case .address(let error): "\(error)"
    // These name it themselves.
    case .data(_, .directory(let text)): text
    case .data(let directory, .journal(.endsEarly(lastSequence: let last, knownSequence: let known))):
      "\(directory): the state has reached sequence \(known), but the journal ends at \(last): they do not belong together; "
        + "put back the journal, or remove \(directory)/state to have it built again from the journal"
    case .data(let directory, let error): "\(directory): \(error)"
    case .system(let error): "\(error)"
    }
  }

  private static let addressInUse: Int32 = 98
}
