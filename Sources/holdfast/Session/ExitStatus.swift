internal import Messages

/// How the tool ends, for scripts.
enum ExitStatus: Int32, CaseIterable {
  /// It went well.
  case ok = 0
  /// Trouble on this side: a file that cannot be read or written.
  case local = 1
  /// The command line or the request is wrong.
  case usage = 2
  /// What was named does not exist.
  case notFound = 3
  /// The state does not allow it.
  case refused = 4
  /// The certificate or its role does not allow it.
  case notAllowed = 5
  /// No server, no answer in time, or a server that takes nothing now.
  case unavailable = 6
  /// A fault of the server.
  case fault = 7

  /// What it means, for help.
  var meaning: String {
    switch self {
    case .ok: "it went well"
    case .local: "trouble on this side, such as a file that cannot be read"
    case .usage: "the command line or the request is wrong"
    case .notFound: "what was named does not exist"
    case .refused: "refused: not enough stock, exists already, another version, bad rows"
    case .notAllowed: "not allowed: no role, or one that does not reach"
    case .unavailable: "no server, no answer in time, or nothing is taken now"
    case .fault: "a fault of the server"
    }
  }

  /// What a call's status means for the tool.
  init(_ code: StatusCode) {
    self =
      switch code {
      case .ok: .ok
      case .invalidArgument: .usage
      case .notFound: .notFound
      case .failedPrecondition, .aborted, .alreadyExists, .outOfRange: .refused
      case .permissionDenied, .unauthenticated: .notAllowed
      case .unavailable, .deadlineExceeded, .resourceExhausted, .cancelled: .unavailable
      default: .fault
      }
  }

  /// All of them, for help.
  static var table: String {
    allCases.map { "  \($0.rawValue)  \($0.meaning)" }.joined(separator: "\n")
  }
}
