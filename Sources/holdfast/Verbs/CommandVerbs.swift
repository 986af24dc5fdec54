internal import ArgumentParser
internal import Messages

/// Commands that were sent before.
struct CommandsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "command", abstract: "Ask what became of commands.", subcommands: [CommandResultVerb.self])
}

/// What became of a command.
struct CommandResultVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "result", abstract: "What became of a command, by its command id.",
    discussion: """
      Answers are kept for a day unless the policy says otherwise. Not found means that no answer is kept: the command never \
      took effect, or it is longer ago.

      Example: holdfast command result import-0f3a5d1c9e8b7a60-2-1001-5e8d0c1b
      """)
  static let method = Method.adminServiceGetCommandResult

  @Argument(help: ArgumentHelp("The command id.", valueName: "id")) var id: String
  @Option(help: ArgumentHelp("Whose command; another's needs the role admin.", valueName: "name")) var principal:
    String?
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func validate() throws {
    if !(1...64).contains(id.utf8.count) { throw ValidationError("A command id has 1 to 64 bytes.") }
  }

  func request() -> GetCommandResultRequest {
    GetCommandResultRequest(commandID: Array(id.utf8), principal: principal ?? "")
  }

  func view(of response: GetCommandResultResponse) -> View {
    let status = response.status ?? Status()
    let facts = [
      Fact("Method", Schema.shortName(response.method)), Fact("Outcome", Self.outcome(status)),
      Fact("Sequence", Words.number(response.sequence)), Fact("Decided", Words.time(response.decidedAt)),
    ]
    let answer = status.statusCode == .ok ? Self.answer(response) : nil
    return View([.facts(facts)] + (answer.map { [.line(""), .line($0)] } ?? []), ids: [String(response.sequence)])
  }

  private static func outcome(_ status: Status) -> String {
    let name = status.statusCode.shortName
    return status.message.isEmpty ? name : "\(name): \(status.message)"
  }

  /// The answer as JSON; nil where there is none, or its method is not known here.
  private static func answer(_ response: GetCommandResultResponse) -> String? {
    guard !response.response.isEmpty, let method = Method(name: response.method) else { return nil }
    return try? Coding.json(response.response, as: method.info.response)
  }
}
