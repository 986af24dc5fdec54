internal import HoldfastClient
internal import Messages

/// One connection to a server, and what every call on it carries.
struct Session: Sendable {
  private let client: HoldfastClient
  private let actor: String?
  private let traceID: String
  private let commandID: String?
  private let streamTimeout: Duration?

  /// Connects, does `body`, and closes.
  ///
  /// - Throws: ``ToolFailure`` that says what to check when there is no connection, and what `body` throws.
  static func with<Result: Sendable>(
    _ global: GlobalOptions, _ body: (Session) async throws -> Result
  ) async throws -> Result {
    let target = try ConnectionTarget(global.settings)
    let session = try Session(target, global)
    do {
      try await session.client.connect(timeout: min(.milliseconds(target.timeout.milliseconds), .seconds(5)))
      let result = try await body(session)
      await session.client.close()
      return result
    } catch {
      await session.client.close(grace: .zero)
      guard let error = error as? HoldfastError else { throw error }
      throw ToolFailure(error, target)
    }
  }

  private init(_ target: ConnectionTarget, _ global: GlobalOptions) throws {
    var configuration = HoldfastClient.Configuration(
      host: target.host, port: target.port, authoritiesFile: target.authorityFile,
      certificateFile: target.certificateFile, keyFile: target.keyFile)
    configuration.defaultTimeout = .milliseconds(target.timeout.milliseconds)
    configuration.connectTimeout = min(.seconds(5), .milliseconds(target.timeout.milliseconds))
    // A person sees sooner than a program that there is no server.
    configuration.maximumAttempts = 2
    do {
      client = try HoldfastClient(configuration)
    } catch let error as HoldfastError {
      throw ToolFailure(
        .local, "the certificates cannot be used: \(error.message)",
        advice: """
          Make them with `holdfast certs init`, or say where they are: --certs DIRECTORY, --identity NAME.
          """)
    }
    actor = global.actor
    traceID = global.traceID ?? ""
    commandID = global.commandID
    streamTimeout = global.timeout.map { .milliseconds($0.milliseconds) }
  }

  /// Calls a method.
  ///
  /// - Parameters:
  ///   - commandID: The id of this command; nil = the one of the command line, or one of its own.
  ///   - isAside: The call is not what the command line asks for, and does not take its command id.
  /// - Throws: `HoldfastError`.
  func call(
    _ method: Method, _ request: [UInt8], commandID: String? = nil, isAside: Bool = false
  ) async throws -> CallResult {
    let id = commandID ?? (isAside ? nil : self.commandID)
    let options = CallOptions(commandID: id.map { CommandID($0) }, traceID: traceID, actor: actor)
    let answer = try await client.call(method, bytes: request, options: options)
    return CallResult(bytes: answer.message, sequence: answer.sequence, repeated: answer.isRepeated)
  }

  /// Opens a stream. Without a timeout on the command line it may take for ever, but not be silent for long.
  ///
  /// - Throws: `HoldfastError`.
  func stream(_ method: Method, _ request: [UInt8]) throws -> AnswerStream<[UInt8]> {
    let options = CallOptions(timeout: streamTimeout, traceID: traceID, actor: actor)
    return try client.stream(method, bytes: request, options: options)
  }
}

/// Command ids that a verb of many calls makes itself, of what the calls ask for: the same work always has the same ids.
enum MadeCommandID {
  /// What they begin with.
  private static let beginnings = ["import-", "reconcile-", "sample-"]

  /// Whether `id` is one of them.
  static func isMade(_ id: String) -> Bool { beginnings.contains { id.hasPrefix($0) } }
}

extension ToolFailure {
  /// A call, or a connection, that did not end well.
  init(_ error: HoldfastError, _ target: ConnectionTarget) {
    let status = Status(
      code: UInt32(bitPattern: error.code.rawValue), message: error.message, violations: error.violations,
      refusals: error.refusals, retryAfterMs: UInt32(clamping: (error.retryAfter ?? .zero).components.seconds * 1000))
    self.init(status, method: error.method)
    if error.isOutcomeUnknown, let id = error.commandID {
      advice =
        MadeCommandID.isMade("\(id)")
        ? "It is not known whether the last of it took effect: run this again, and nothing is done twice."
        : "It is not known whether this took effect: repeat it with --command-id \(id) to find out."
      return
    }
    guard error.method.isEmpty || error.attempts == 0 else { return }
    let place = "\(target.host):\(target.port)"
    switch error.code {
    case .unavailable, .deadlineExceeded:
      message = error.message
      advice = "Does holdfastd run at \(place)? `tools/start` starts one here; --server host:port names another."
      if !["refused", "look up"].contains(where: { error.message.contains($0) }) {
        advice += "\nIf it does: is its certificate from \(target.authorityFile), and made for the name \(target.host)?"
      }
    case .unauthenticated:
      message = "\(place) does not take the certificate \(target.certificateFile): \(error.message)"
      advice = """
        Was it made by the authority that the server trusts, and is it still valid? `holdfast certs show \(target.certificateFile)`
        """
    default: break
    }
  }
}
