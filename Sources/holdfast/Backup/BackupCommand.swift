internal import ArgumentParser
internal import HoldfastClient
internal import Messages

/// A backup while the server serves.
struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Back up the server's data to a file while it serves.",
    discussion: """
      The file is a tar file: a copy of the state, the journal, and a manifest with the checksum of each. It appears under its \
      name only when it is whole and on disk. This needs the role admin.

      Example: holdfast backup --identity admin stock.backup
      """)

  @Argument(help: ArgumentHelp("Where to; - is standard output.", valueName: "file"), completion: .file()) var file:
    String
  @Flag(help: "Put the backup in the place of a file that exists.") var force = false
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func run() async throws {
    if file == "-", Terminal.isOutput {
      throw ToolFailure(
        .usage, "a backup is not for a screen", advice: "Name a file, or send standard output elsewhere.")
    }
    let target = try WholeFile(file, replacing: force, mode: 0o600)
    let (global, isShown) = (global, !global.quiet)
    let facts = try await SignalCancellation.around {
      try await Session.with(global) { session in try await Self.receive(session, target, isShown: isShown) }
    }
    try target.finish()
    if global.quiet { return }
    if global.json {
      let json = try Coding.json(Coding.encode(facts), as: BackupFacts.fullName)
      // What was asked for stands on standard output already.
      if file == "-" { Terminal.writeError(json + "\n") } else { print(json) }
    } else {
      Terminal.writeError(
        "\(target.name): \(Words.bytes(target.byteCount)), up to sequence \(Words.number(facts.sequence))\n")
    }
  }

  /// Writes what comes to `target`; returns what the server says that it is.
  private static func receive(_ session: Session, _ target: WholeFile, isShown: Bool) async throws -> BackupFacts {
    var facts: BackupFacts?
    var progress = Progress(unit: "bytes", total: nil, isShown: isShown)
    defer { progress.clear() }
    for try await reply in try session.stream(.adminServiceBackup, Coding.encode(BackupRequest())) {
      let part: BackupResponse = try Coding.decode(reply.message)
      if let given = part.facts { facts = given }
      guard part.offset == target.byteCount else {
        throw ToolFailure(
          .fault, "the server sent byte \(part.offset) of the backup where byte \(target.byteCount) should come")
      }
      try target.write(part.data)
      let total = facts?.byteCount ?? 0
      progress.update(
        target.byteCount, fraction: total == 0 ? nil : min(1, Double(target.byteCount) / Double(total)))
    }
    guard let facts else { throw ToolFailure(.fault, "the server sent no backup") }
    return facts
  }
}
