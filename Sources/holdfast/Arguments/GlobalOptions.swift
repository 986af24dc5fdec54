internal import ArgumentParser

/// What every verb that calls a server takes.
struct GlobalOptions: ParsableArguments {
  @Option(name: .customLong("server"), help: ArgumentHelp("Where holdfastd listens.", valueName: "host:port"))
  var server: String?

  @Option(help: ArgumentHelp("Directory with the certificates.", valueName: "directory"), completion: .directory)
  var certs: String?

  @Option(
    help: ArgumentHelp(
      "Whose certificate to show: reader, seller, operator or admin of that directory, or a PEM file with its .key beside it.",
      valueName: "name"),
    completion: .list(CertificatesInit.roles))
  var identity: String?

  @Option(
    help: ArgumentHelp("The profile to take what is not said from; see `holdfast profile`.", valueName: "profile"),
    completion: ProfileCommand.completion)
  var profile: String?

  @Option(help: ArgumentHelp("How long to wait for an answer, such as 500ms or 5s (default: 10s).", valueName: "span"))
  var timeout: SpanArgument?

  @Option(help: ArgumentHelp("On whose behalf, for the journal.", valueName: "name"))
  var actor: String?

  @Option(
    name: .customLong("trace-id"), help: ArgumentHelp("Joins the log lines of one piece of work.", valueName: "id"))
  var traceID: String?

  @Option(
    name: .customLong("command-id"),
    help: ArgumentHelp("Key that makes a command take effect once, however often it is sent.", valueName: "id"))
  var commandID: String?

  @Flag(help: "Print the answer as JSON.")
  var json = false

  @Flag(name: .shortAndLong, help: "Print ids only, or nothing.")
  var quiet = false

  /// Where to call, and as whom.
  var settings: ConnectionSettings {
    ConnectionSettings(server: server, certificates: certs, identity: identity, timeout: timeout, profile: profile)
  }

  func validate() throws {
    if json, quiet { throw ValidationError("--json and --quiet cannot stand together.") }
    if let commandID, !(1...64).contains(commandID.utf8.count) {
      throw ValidationError("--command-id takes 1 to 64 bytes.")
    }
  }
}
