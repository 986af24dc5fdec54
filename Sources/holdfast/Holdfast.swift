internal import ArgumentParser
internal import Glibc
internal import Messages

/// The client tool.
@main
struct Holdfast: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "holdfast",
    abstract: "Look after stock: every call that a Holdfast server takes, and verbs for daily work.",
    discussion: """
      Exit codes:
      \(ExitStatus.table)

      Which server: what the command line says, then HOLDFAST_SERVER, HOLDFAST_CERTS, HOLDFAST_IDENTITY and HOLDFAST_TIMEOUT, then the \
      profile (see `holdfast profile`), then 127.0.0.1:7117 with certs/dev as operator.

      First steps: `holdfast certs init`, `holdfastd`, `holdfast sample load`, `holdfast demo`.
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(
        name: "Stock",
        subcommands: [
          StockCommand.self, ProductCommand.self, WarehouseCommand.self, ChannelCommand.self, TransferCommand.self,
          DiscrepancyCommand.self, CountCommand.self, ReviewCommand.self, HistoryCommand.self,
        ]),
      CommandGroup(
        name: "Orders",
        subcommands: [
          OrderCommand.self, Reserve.self, Release.self, Extend.self, Convert.self, Change.self, Fulfill.self,
          ReservationsCommand.self,
        ]),
      CommandGroup(name: "Planning", subcommands: [AlertCommand.self, ForecastCommand.self]),
      CommandGroup(name: "Any rpc", subcommands: [CallCommand.self, ListCommand.self, DescribeCommand.self]),
      CommandGroup(
        name: "Operations",
        subcommands: [
          StatusCommand.self, PolicyCommand.self, CommandsCommand.self, BackupCommand.self, CertificatesCommand.self,
          SampleCommand.self,
          Demo.self, Load.self,
        ]),
      CommandGroup(name: "This tool", subcommands: [ProfileCommand.self, CompletionCommand.self]),
      CommandGroup(name: "Data on disk", subcommands: [VerifyCommand.self, RestoreCommand.self, JournalCommand.self]),
    ])

  static func main() async {
    let arguments = CommandLineOrder.sorted(Array(CommandLine.arguments.dropFirst()))
    let status = await run(arguments)
    fflush(nil)
    Glibc.exit(status.rawValue)
  }

  /// Does what the arguments say, and tells on standard error what does not go well.
  static func run(_ arguments: [String]) async -> ExitStatus {
    do {
      var command = try parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return .ok
    } catch let failure as ToolFailure {
      report(failure, asJSON: arguments.contains("--json"))
      return failure.exit
    } catch {
      return report(parsing: error)
    }
  }

  private static func report(_ failure: ToolFailure, asJSON: Bool) {
    if asJSON, let status = failure.status, let bytes = try? Coding.encode(status),
      let json = try? Coding.json(bytes, as: Status.fullName)
    {
      Terminal.writeError(json + "\n")
    } else {
      Terminal.writeError(failure.lines(width: Terminal.errorWidth).joined(separator: "\n") + "\n")
    }
  }

  private static func report(parsing error: any Error) -> ExitStatus {
    let text = fullMessage(for: error)
    if exitCode(for: error) == .success {
      print(text)
      return .ok
    }
    Terminal.writeError(text + "\n")
    return error is CancellationError ? .local : .usage
  }
}

/// Options that stand before the verb, as in `holdfast --json stock get P-1`.
enum CommandLineOrder {
  private static let withValue: Set<String> = [
    "--server", "--certs", "--identity", "--profile", "--timeout", "--actor", "--trace-id", "--command-id",
  ]
  private static let flags: Set<String> = ["--json", "--quiet", "-q"]

  /// The arguments with the options that every verb takes moved behind the verb and its own arguments.
  static func sorted(_ arguments: [String]) -> [String] {
    var rest = arguments[...]
    var moved: [String] = []
    while let first = rest.first {
      if flags.contains(first) || withValue.contains(where: { first.hasPrefix($0 + "=") }) {
        moved.append(rest.removeFirst())
      } else if withValue.contains(first), rest.count > 1 {
        moved += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else {
        break
      }
    }
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    return rest[..<end] + moved + rest[end...]
  }
}
