internal import ArgumentParser
internal import Messages

/// Has the server drop what its journal needs no more.
struct JournalCompact: Verb {
  static let configuration = CommandConfiguration(
    commandName: "compact", abstract: "Have the server drop or archive the segments that nothing needs any more.",
    discussion: """
      What is older than the policy's journal days goes; a verified baseline stands for it. The server does this by itself \
      after each checkpoint; this does it at once. Needs the role admin.

      Example: holdfast journal compact --dry-run --identity admin
      """)
  static let method = Method.adminServiceCompactJournal

  @Flag(name: .customLong("dry-run"), help: "Say what would be dropped, and drop nothing.") var dryRun = false
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request() -> CompactJournalRequest { CompactJournalRequest(dryRun: dryRun) }

  func view(of response: CompactJournalResponse) -> View {
    let segments = "\(Words.count(response.segments, "segment")), \(Words.bytes(response.bytes))"
    return View(
      [
        .facts([
          Fact(dryRun ? "Would be dropped" : "Dropped", segments),
          Fact("Journal begins at", Words.number(response.firstSequence)),
          Fact("Baseline at", response.baselineSequence == 0 ? "" : Words.number(response.baselineSequence)),
          Fact("Oldest kept", response.keptBecause),
        ])
      ], ids: [String(response.firstSequence)])
  }
}
