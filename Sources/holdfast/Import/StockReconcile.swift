internal import ArgumentParser
internal import HoldfastClient
internal import Messages

/// Compares stock with a CSV file.
struct StockReconcile: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile",
    abstract: "Compare what is on hand with a CSV file of any size, and correct small differences.",
    discussion: """
      The file is as for `stock import`: SKU or ProductID (or both), VariantID, WarehouseCode, Quantity; each level once. \
      Differences of up to 5 units are corrected (the policy's number, or --up-to), larger ones are flagged for review: see \
      `review list`.

      It is safe to run it again after a failure: what was compared already is not compared twice, and the report goes on. \
      To compare the same file anew, say --again.

      Example: holdfast stock reconcile erp.csv --complete --dry-run
      """)

  @Argument(
    help: ArgumentHelp("The file; - is standard input.", valueName: "file"), completion: .file(extensions: ["csv"]))
  var file: String
  @Flag(help: "The file is complete: what it leaves out at the warehouses that it names has no stock.")
  var complete = false
  @Flag(name: .customLong("dry-run"), help: "Report only: nothing is corrected and nothing flagged.") var dryRun = false
  @Option(
    name: .customLong("up-to"), help: ArgumentHelp("Correct differences of up to so many units.", valueName: "units"))
  var upTo: Int64?
  @Option(help: ArgumentHelp("Names the reconciliation (default: made of the file).", valueName: "id")) var id: String?
  @Option(help: ArgumentHelp("Where the file comes from, for the journal.", valueName: "text")) var reason: String?
  @Option(help: ArgumentHelp("Where to write every row that differs, as CSV.", valueName: "file")) var report: String?
  @Flag(help: "Compare the file anew, also if it was compared before.") var again = false
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func validate() throws {
    if global.commandID != nil { throw ValidationError("A reconciliation makes its command ids itself: see --again.") }
  }

  func run() async throws {
    let source = try InputFile(file, keepsPipe: true)
    let size = try source.size(andDigest: Digest())
    let mark = again ? String(UInt64.random(in: .min ... .max), radix: 16) : size.mark
    let settings = ReconcileRun.Settings(
      id: id ?? "file-\(mark)", mark: mark, isDryRun: dryRun, upTo: upTo, reason: reason ?? "", isComplete: complete)
    let progress = Progress(unit: "rows", total: nil, isShown: !global.quiet)
    let run = ReconcileRun(source, settings, fileSize: max(1, size.bytes), progress: progress)
    let outcome = try await Session.with(global) { session in try await run.perform(session) }
    if let report {
      let file = try OutputFile(report)
      try file.write(CSVWriter.row(ReconcileOutcome.headings))
      for row in outcome.rows { try file.write(CSVWriter.row(row.fields)) }
    }
    if global.json {
      print(try Coding.json(Coding.encode(outcome.report), as: ReconciliationReport.fullName))
    } else {
      outcome.view(isDryRun: dryRun, file: report).print(global)
    }
    let bad = outcome.rows.filter { $0.comparison == nil }.count
    if bad > 0 {
      throw ToolFailure(.refused, "\(Words.count(bad, "row was", "rows were")) not compared: see above")
    }
  }
}

extension InputFile {
  /// The file's size, and what stands for it in command ids; the next reading begins at its start.
  func size(andDigest digest: Digest) throws -> (bytes: UInt64, mark: String) {
    var size: UInt64 = 0
    while true {
      let bytes = try read()
      if bytes.isEmpty { break }
      digest.update(bytes)
      size += UInt64(bytes.count)
    }
    try rewind()
    return (size, String(try digest.hexadecimal().prefix(16)))
  }
}

/// What a reconciliation has found.
struct StockReconciliation: Verb {
  static let configuration = CommandConfiguration(
    commandName: "reconciliation", abstract: "What a reconciliation has found so far.")
  static let method = Method.auditServiceGetReconciliation

  @Argument(help: "The reconciliation.") var reconciliation: String
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request() -> GetReconciliationRequest { GetReconciliationRequest(reconciliationID: reconciliation) }
  func view(of response: ReconciliationReport) -> View { .report(response) }
}

extension View {
  /// What a reconciliation has found.
  static func report(_ report: ReconciliationReport) -> View {
    let facts = [
      Fact("Reconciliation", report.reconciliationID), Fact("Compared", Words.number(report.compared)),
      Fact("Different", Words.number(report.different)), Fact("Corrected", Words.number(report.corrected)),
      Fact("To review", Words.number(report.toReview)),
      Fact("Moved meanwhile", report.moved == 0 ? "" : Words.number(report.moved)),
      Fact("Unknown", report.unknown == 0 ? "" : Words.number(report.unknown)),
      Fact("Surplus units", Words.number(report.surplusUnits)),
      Fact("Missing units", Words.number(report.missingUnits)),
      Fact("Began", Words.time(report.startedAt)), Fact("Last rows", Words.time(report.updatedAt)),
    ]
    return View([.facts(facts)], ids: [report.reconciliationID])
  }
}
