internal import ArgumentParser
internal import HoldfastClient
internal import Messages

/// Sets stock from a CSV file.
struct StockImport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Set what is on hand from a CSV file of any size.",
    discussion: """
      The first row names the columns, in any order: SKU or ProductID (or both), VariantID, WarehouseCode, Quantity, \
      SafetyStock, ReorderPoint. Each row is good or bad on its own; bad ones are reported as CSV: row, field, message.

      It is safe to run it again after a failure: what the file has done already is not done twice. To apply the same \
      file anew after stock has moved on, say --again.

      Example: holdfast stock import count.csv --report bad-rows.csv
      """)

  @Argument(
    help: ArgumentHelp("The file; - is standard input.", valueName: "file"), completion: .file(extensions: ["csv"]))
  var file: String
  @Flag(name: .customLong("dry-run"), help: "Check only: nothing is changed.") var dryRun = false
  @Option(help: ArgumentHelp("Where to write bad rows (default: standard error).", valueName: "file")) var report:
    String?
  @Flag(help: "Apply the file anew, also if it was applied before.") var again = false
  @Option(name: .customLong("in-flight"), help: ArgumentHelp("Calls at a time, 1 to 16.", valueName: "count"))
  var inFlight = 4
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func validate() throws {
    if !(1...16).contains(inFlight) { throw ValidationError("--in-flight takes 1 to 16.") }
    if global.commandID != nil { throw ValidationError("An import makes its command ids itself: see --again.") }
  }

  func run() async throws {
    let source = try InputFile(file, keepsPipe: true)
    let digest = Digest()
    var size: UInt64 = 0
    while true {
      let bytes = try source.read()
      if bytes.isEmpty { break }
      digest.update(bytes)
      size += UInt64(bytes.count)
    }
    try source.rewind()
    let fileMark = try digest.hexadecimal().prefix(16)
    let mark = again ? String(UInt64.random(in: .min ... .max), radix: 16) : String(fileMark)
    let batches = ImportBatches(source, mark: mark, isDryRun: dryRun)
    let report = try ImportReport(file: report, isQuiet: global.quiet || global.json)
    let progress = Progress(unit: "rows", total: nil, isShown: !global.quiet)
    let run = ImportRun(
      batches: batches, fileSize: max(1, size), inFlight: inFlight, report: report, progress: progress)
    let sums = try await Session.with(global) { session in try await run.perform(session) }
    try show(sums, unknown: run.unknown)
  }

  private func show(_ sums: ImportSums, unknown: [String]) throws {
    if global.json {
      print(sums.json)
    } else if !global.quiet {
      if !unknown.isEmpty {
        Terminal.writeError("Columns that mean nothing here: \(unknown.joined(separator: ", ").printable)\n")
      }
      for line in sums.lines(isDryRun: dryRun) { print(line) }
    }
    if sums.badRows > 0 {
      let place = report.map { "see \($0)" } ?? "see above"
      throw ToolFailure(
        .refused, "\(Words.count(sums.badRows, "row was", "rows were")) not imported",
        advice: global.quiet && report == nil ? "" : "What is wrong with them: \(place).")
    }
  }
}

/// What became of the rows of a file.
struct ImportSums: Equatable {
  /// Rows that changed a level.
  var changed: UInt64 = 0
  /// Good rows that changed nothing.
  var unchanged: UInt64 = 0
  /// Rows that were not imported.
  var badRows: UInt64 = 0
  /// Calls that had been made before.
  var repeatedCalls: UInt64 = 0
  /// Calls in all.
  var calls: UInt64 = 0

  /// For people.
  func lines(isDryRun: Bool) -> [String] {
    let (change, changeNothing) = isDryRun ? ("would change", "would change nothing") : ("changed", "changed nothing")
    var lines = [
      "\(Words.count(changed, "row")) \(change) a level, \(Words.number(unchanged)) \(changeNothing), \(Words.number(badRows)) bad."
    ]
    if repeatedCalls > 0 {
      let all = repeatedCalls == calls ? "All calls" : "\(repeatedCalls) of \(calls) calls"
      lines.append("\(all) had been done before and were not done again (see --again).")
    }
    return lines
  }

  /// For scripts.
  var json: String {
    """
    {
      "changed": "\(changed)",
      "unchanged": "\(unchanged)",
      "badRows": "\(badRows)",
      "calls": "\(calls)",
      "repeatedCalls": "\(repeatedCalls)"
    }
    """
  }
}

/// Where bad rows are reported, as CSV.
final class ImportReport {
  private let file: OutputFile?
  private let isQuiet: Bool
  private var hasHeading = false

  /// - Parameter file: nil = standard error, unless `isQuiet`.
  init(file: String?, isQuiet: Bool) throws {
    self.file = try file.map { try OutputFile($0) }
    self.isQuiet = isQuiet
    if let file = self.file {
      try file.write(CSVWriter.row(["row", "field", "message"]))
      hasHeading = true
    }
  }

  /// Whether anything is shown to a person.
  var isOnScreen: Bool { file == nil && !isQuiet }

  /// Reports rows.
  func write(_ rows: [BadRows.Row]) throws {
    var text = ""
    if !hasHeading, !rows.isEmpty {
      text += CSVWriter.row(["row", "field", "message"])
      hasHeading = true
    }
    for row in rows { text += CSVWriter.row(["\(row.number)", row.field, row.message]) }
    if let file { try file.write(text) } else if !isQuiet { Terminal.writeError(text.printableLines) }
  }
}

extension String {
  /// The text with what a terminal would act on made visible, but for line ends.
  fileprivate var printableLines: String {
    split(whereSeparator: \.isNewline).map { String($0).printable + "\n" }.joined()
  }
}
