internal import Messages

/// Sends the calls of a reconciliation, one after the other, and gathers what becomes of the rows.
final class ReconcileRun {
  /// What the command line says.
  struct Settings: Sendable {
    /// Names the reconciliation.
    var id: String
    /// Stands for the file in command ids.
    var mark: String
    var isDryRun: Bool
    /// Differences of up to so many units are corrected; nil = the policy's number.
    var upTo: Int64?
    var reason: String
    /// Whether levels that the file leaves out have no stock.
    var isComplete: Bool
  }

  /// The levels that the file names, each in the words that the file has for it.
  private final class Names {
    var seen: Set<String> = []
    var codes: Set<String> = []
    var usesSKUs = false
  }

  private let settings: Settings
  private var batches: ImportBatches
  private let names = Names()
  private let fileSize: UInt64
  private var progress: Progress
  private var outcome = ReconcileOutcome()

  init(_ file: InputFile, _ settings: Settings, fileSize: UInt64, progress: Progress) {
    self.settings = settings
    self.fileSize = fileSize
    self.progress = progress
    let names = names
    batches = ImportBatches(
      file, mark: settings.mark, isDryRun: settings.isDryRun, verb: "reconcile",
      objection: { row in
        names.codes.insert(row.warehouseCode)
        if row.productID.isEmpty { names.usesSKUs = true }
        let name = row.productID.isEmpty ? Self.name(row.sku, row.warehouseCode) : Self.name(row)
        return names.seen.insert(name).inserted ? nil : "names the same level as a row before"
      },
      encode: { rows in try Self.encode(rows.map(Self.snapshotRow), settings) })
  }

  /// Compares the whole file.
  ///
  /// - Throws: `HoldfastError` or ``ToolFailure``; what was sent before took effect.
  func perform(_ session: Session) async throws -> ReconcileOutcome {
    defer { progress.clear() }
    while let batch = try batches.next() {
      note(batch.bad)
      let result = try await session.call(.auditServiceReconcile, batch.request, commandID: batch.commandID)
      try take(result) { batch.rows[$0].rowNumber }
      progress.update(UInt64(outcome.sums.compared), fraction: Double(batch.end) / Double(fileSize))
    }
    note(batches.bad)
    if settings.isComplete { try await compareRest(session) }
    // Rows that went into no call come before those of the call that they stood in.
    let rest = UInt64.max
    outcome.rows.sort { ($0.number == 0 ? rest : $0.number) < ($1.number == 0 ? rest : $1.number) }
    outcome.report = outcome.sums
    outcome.report.reconciliationID = settings.id
    if !settings.isDryRun, outcome.calls > 0 {
      let request = try Coding.encode(GetReconciliationRequest(reconciliationID: settings.id))
      outcome.report = try Coding.decode(
        await session.call(.auditServiceGetReconciliation, request, isAside: true).bytes)
    }
    return outcome
  }

  private func note(_ bad: [BadRows.Row]) {
    outcome.rows += bad.map { row in
      let message = row.field.isEmpty ? row.message : "\(row.field) \(row.message)"
      return ReconcileOutcome.Row(number: row.number, comparison: nil, message: message)
    }
  }

  private func take(_ result: CallResult, _ number: (Int) -> UInt64) throws {
    let response: ReconcileResponse = try Coding.decode(result.bytes)
    outcome.calls += 1
    if result.repeated { outcome.repeatedCalls += 1 }
    outcome.rows += response.comparisons.map {
      ReconcileOutcome.Row(number: number(Int($0.row)), comparison: $0, message: $0.message)
    }
    if settings.isDryRun, let report = response.report { outcome.sums.add(report) }
  }

  /// Compares what the file leaves out, at the warehouses that it names, with nothing.
  private func compareRest(_ session: Session) async throws {
    if names.usesSKUs { try await learnSKUs(session) }
    var token = ""
    repeat {
      let page: ListWarehousesResponse = try await ask(
        session, .warehouseServiceListWarehouses, ListWarehousesRequest(pageSize: 1000, pageToken: token))
      for warehouse in page.warehouses where names.codes.contains(warehouse.code) {
        try await compareRest(of: warehouse, session)
      }
      token = page.nextPageToken
    } while !token.isEmpty
  }

  private func compareRest(of warehouse: Warehouse, _ session: Session) async throws {
    var rows: [SnapshotRow] = []
    var token = ""
    repeat {
      let page: ListStockResponse = try await ask(
        session, .stockServiceListStock,
        ListStockRequest(by: .warehouseID(warehouse.warehouseID), pageSize: 1000, pageToken: token))
      for level in page.levels where level.onHand != 0 {
        if names.seen.contains(Self.name(level.productID, level.variantID, warehouse.code)) { continue }
        rows.append(
          SnapshotRow(
            productID: level.productID, variantID: level.variantID, warehouseID: warehouse.warehouseID,
            expectedVersion: level.version))
      }
      token = page.nextPageToken
      while rows.count >= ImportBatches.rowLimit || token.isEmpty && !rows.isEmpty {
        try await send(Array(rows.prefix(ImportBatches.rowLimit)), session)
        rows.removeFirst(min(rows.count, ImportBatches.rowLimit))
      }
    } while !token.isEmpty
  }

  private func send(_ rows: [SnapshotRow], _ session: Session) async throws {
    let request = try Self.encode(rows, settings)
    let content = try Digest.hexadecimal(of: request).prefix(16)
    let id = settings.isDryRun ? nil : "reconcile-\(settings.mark)-rest-\(content)"
    try take(await session.call(.auditServiceReconcile, request, commandID: id)) { _ in 0 }
    progress.update(UInt64(outcome.sums.compared), fraction: 1)
  }

  /// Adds to what the file names by SKU the names by product.
  private func learnSKUs(_ session: Session) async throws {
    var token = ""
    repeat {
      let page: ListProductsResponse = try await ask(
        session, .stockServiceListProducts, ListProductsRequest(pageSize: 1000, pageToken: token))
      for product in page.products {
        let skus = [(product.sku, "")] + product.variants.map { ($0.sku, $0.variantID) }
        for (sku, variant) in skus where !sku.isEmpty {
          for code in names.codes where names.seen.contains(Self.name(sku, code)) {
            names.seen.insert(Self.name(product.productID, variant, code))
          }
        }
      }
      token = page.nextPageToken
    } while !token.isEmpty
  }

  private func ask<Request: MessageCodec, Response: MessageCodec>(
    _ session: Session, _ method: Method, _ request: Request
  ) async throws -> Response {
    try Coding.decode(await session.call(method, Coding.encode(request), isAside: true).bytes)
  }

  private static func encode(_ rows: [SnapshotRow], _ settings: Settings) throws -> [UInt8] {
    try Coding.encode(
      ReconcileRequest(
        reconciliationID: settings.id, rows: rows, correctUpTo: settings.upTo, dryRun: settings.isDryRun,
        reason: settings.reason))
  }

  private static func snapshotRow(_ row: ImportRow) -> SnapshotRow {
    SnapshotRow(
      productID: row.productID, variantID: row.productID.isEmpty ? "" : row.variantID, counted: row.quantity,
      sku: row.productID.isEmpty ? row.sku : "", warehouseCode: row.warehouseCode)
  }

  private static func name(_ row: ImportRow) -> String { name(row.productID, row.variantID, row.warehouseCode) }
  private static func name(_ product: String, _ variant: String, _ code: String) -> String {
    "p\(product)\u{0}\(variant)\u{0}\(code)"
  }
  private static func name(_ sku: String, _ code: String) -> String { "s\(sku)\u{0}\(code)" }
}

/// What became of the rows of a reconciliation.
struct ReconcileOutcome: Sendable {
  /// A row that differs, or that was not compared.
  struct Row: Sendable {
    /// Its number in the file; 0 = the file leaves it out.
    var number: UInt64
    /// What became of it; nil = it was not compared.
    var comparison: Comparison?
    /// For people.
    var message: String

    /// The row as CSV.
    var fields: [String] {
      let found = comparison ?? Comparison()
      return [
        number == 0 ? "" : "\(number)", found.productID, found.variantID, found.warehouseID, "\(found.book)",
        "\(found.counted)", "\(found.difference)", comparison == nil ? "bad" : Words.phrase(found.outcome),
        found.reviewID, message,
      ]
    }
  }

  /// The headings of ``Row/fields``.
  static let headings = [
    "row", "product", "variant", "warehouse", "book", "counted", "difference", "outcome", "review", "message",
  ]

  /// Rows that differ, or were not compared, in the order of the file.
  var rows: [Row] = []
  /// What a dry run has found; otherwise the service keeps the sums.
  var sums = ReconciliationReport()
  /// The reconciliation, calls before these included.
  var report = ReconciliationReport()
  /// Calls in all.
  var calls = 0
  /// Calls that had been made before.
  var repeatedCalls = 0

  /// How many rows are shown on a screen.
  private static let shownRows = 50

  /// For people.
  func view(isDryRun: Bool, file: String?) -> View {
    var view = View.report(report)
    let table = Table(
      [
        .number("ROW", hidesWhenBlank: true), .text("PRODUCT"), .text("WAREHOUSE"), .number("BOOK"), .number("COUNTED"),
        .number("DIFFERENCE"), .text("OUTCOME"), .text("REVIEW", dropOrder: 1, hidesWhenBlank: true),
        .text("WHY", dropOrder: 2, hidesWhenBlank: true),
      ],
      rows: rows.prefix(Self.shownRows).map { row in
        let found = row.comparison ?? Comparison()
        return [
          row.number == 0 ? "" : Words.number(row.number), Words.product(found.productID, found.variantID),
          found.warehouseID, Words.number(found.book), Words.number(found.counted), Words.number(found.difference),
          row.comparison == nil ? "bad" : Words.phrase(found.outcome), found.reviewID, row.message,
        ]
      })
    view.blocks.append(.table(table))
    if rows.count > Self.shownRows {
      let more = Words.number(rows.count - Self.shownRows)
      view.blocks.append(.line(file.map { "\(more) more: see \($0)" } ?? "\(more) more: --report writes all of them."))
    }
    if isDryRun { view.blocks.append(.line("Nothing was corrected or flagged: this was a dry run.")) }
    if repeatedCalls > 0 {
      view.blocks.append(
        .line("\(repeatedCalls) of \(calls) calls had been made before and were not made again (see --again)."))
    }
    return view
  }
}

extension ReconciliationReport {
  /// Adds what another call has found.
  mutating func add(_ other: ReconciliationReport) {
    compared += other.compared
    different += other.different
    corrected += other.corrected
    toReview += other.toReview
    moved += other.moved
    unknown += other.unknown
    surplusUnits =
      surplusUnits.addingReportingOverflow(other.surplusUnits).overflow ? .max : surplusUnits + other.surplusUnits
    missingUnits =
      missingUnits.addingReportingOverflow(other.missingUnits).overflow ? .max : missingUnits + other.missingUnits
  }
}
