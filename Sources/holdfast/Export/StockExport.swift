internal import ArgumentParser
internal import HoldfastClient
internal import Messages

/// Writes stock to a CSV file.
struct StockExport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write stock levels, all as they are at one moment, to a CSV file.",
    discussion: """
      The columns: ProductID, VariantID, ProductName, SKU, WarehouseCode, Quantity (what is on hand), Reserved, Available, \
      SafetyStock, ReorderPoint. `stock import` takes the file again, and sets Quantity, SafetyStock and ReorderPoint; as long \
      as stock stays as it is that changes nothing.

      Text that a spreadsheet would calculate, because it begins with =, +, -, @, a tab or a line end, gets an apostrophe in \
      front, and so does text that begins or ends with a blank; `stock import` takes it off again.

      A file appears under its name only when it is whole.

      Example: holdfast stock export --warehouse DC-CHI stock.csv
      """)

  @Argument(
    help: ArgumentHelp("Where to; - is standard output.", valueName: "file"), completion: .file(extensions: ["csv"]))
  var file: String = "-"
  @Option(help: ArgumentHelp("Only this product.", valueName: "product")) var product: String?
  @Option(help: ArgumentHelp("Only this warehouse.", valueName: "warehouse")) var warehouse: String?
  @Flag(help: "Put the export in the place of a file that exists.") var force = false
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func run() async throws {
    let target = try WholeFile(file, replacing: force, mode: 0o666)
    let global = global
    let request = ExportStockRequest(productID: product ?? "", warehouseID: warehouse ?? "")
    // Rows that scroll by say enough.
    let isShown = !global.quiet && !(file == "-" && Terminal.isOutput)
    let sums = try await SignalCancellation.around {
      try await Session.with(global) { session in
        try await Self.receive(session, request, target, isShown: isShown)
      }
    }
    try target.finish()
    if global.quiet { return }
    if global.json {
      // What was asked for stands on standard output already.
      if file == "-" { Terminal.writeError(sums.json + "\n") } else { print(sums.json) }
    } else {
      let seconds = Words.decimal(sums.seconds, digits: 1)
      Terminal.writeError(
        "\(target.name): \(Words.count(sums.rows, "row")), \(Words.bytes(sums.bytes)), as of sequence \(Words.number(sums.sequence)), in \(seconds) s\n"
      )
    }
  }

  /// Writes what comes to `target`.
  private static func receive(
    _ session: Session, _ request: ExportStockRequest, _ target: WholeFile, isShown: Bool
  ) async throws -> ExportSums {
    let start = ContinuousClock.now
    let isAll = request.productID.isEmpty && request.warehouseID.isEmpty
    let total = isShown && isAll && Terminal.isError ? try await levelCount(session) : nil
    var progress = Progress(unit: "rows", total: total, isShown: isShown)
    defer { progress.clear() }
    var (text, sequence) = (ExportText(), UInt64(0))
    for try await reply in try session.stream(.stockServiceExportStock, Coding.encode(request)) {
      sequence = reply.sequence
      do throws(ExportText.Malformed) {
        try text.add(reply.message)
      } catch {
        throw ToolFailure(.fault, "the server's answer is not a well-formed \(ExportStockResponse.fullName)")
      }
      if text.bytes.count >= 256 << 10 { try target.write(text.take()) }
      progress.update(text.rowCount)
    }
    try target.write(text.take())
    return ExportSums(
      rows: text.rowCount, bytes: target.byteCount, sequence: sequence,
      seconds: (ContinuousClock.now - start) / .seconds(1))
  }

  private static func levelCount(_ session: Session) async throws -> UInt64 {
    let reply = try await session.call(.adminServiceGetStatus, Coding.encode(GetStatusRequest()), isAside: true)
    return try Coding.decode(reply.bytes, as: ServerStatus.self).stockLevels
  }
}

/// What was exported.
struct ExportSums: Sendable {
  /// Rows, the headings not counted.
  var rows: UInt64
  /// Bytes of the file.
  var bytes: UInt64
  /// The journal sequence of the moment that the rows are from; 0 where there were none.
  var sequence: UInt64
  /// How long it took.
  var seconds: Double

  /// For scripts.
  var json: String { "{\n  \"rows\": \"\(rows)\",\n  \"bytes\": \"\(bytes)\",\n  \"sequence\": \"\(sequence)\"\n}" }
}
