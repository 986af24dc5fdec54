internal import Messages

/// Sends the calls of an import, several at a time, and adds up what becomes of them.
final class ImportRun {
  private var batches: ImportBatches
  private let fileSize: UInt64
  private let inFlight: Int
  private let report: ImportReport
  private var progress: Progress
  private var sums = ImportSums()
  /// Rows that are bad, each once whatever is wrong with it.
  private var lastBadRow: UInt64 = 0

  init(batches: ImportBatches, fileSize: UInt64, inFlight: Int, report: ImportReport, progress: Progress) {
    self.batches = batches
    self.fileSize = fileSize
    self.inFlight = inFlight
    self.report = report
    self.progress = progress
  }

  /// Headings that mean nothing here.
  var unknown: [String] { batches.unknown }

  /// Imports the whole file.
  ///
  /// - Throws: `HoldfastError` or ``ToolFailure``; what was sent before took effect.
  func perform(_ session: Session) async throws -> ImportSums {
    var waiting: [(batch: ImportBatches.Batch, keys: Set<String>, task: Task<CallResult, any Error>)] = []
    defer {
      for call in waiting { call.task.cancel() }
      progress.clear()
    }
    while let batch = try batches.next() {
      let keys = Set(batch.rows.flatMap(Self.keys))
      // The last row about a level decides, so two calls about one are not left to chance.
      while let first = waiting.first,
        waiting.count >= inFlight || waiting.contains(where: { !$0.keys.isDisjoint(with: keys) })
      {
        waiting.removeFirst()
        try add(await first.task.value, first.batch)
      }
      let task = Task {
        try await session.call(.stockServiceImportStock, batch.request, commandID: batch.commandID)
      }
      waiting.append((batch, keys, task))
    }
    while let first = waiting.first {
      waiting.removeFirst()
      try add(await first.task.value, first.batch)
    }
    try note(batches.bad)
    return sums
  }

  private func add(_ result: CallResult, _ batch: ImportBatches.Batch) throws {
    let response: ImportStockResponse = try Coding.decode(result.bytes)
    sums.calls += 1
    if result.repeated { sums.repeatedCalls += 1 }
    sums.changed += UInt64(response.changed)
    sums.unchanged += UInt64(response.unchanged)
    let refused = response.errors.map { BadRows.Row(number: $0.rowNumber, field: $0.field, message: $0.message) }
    try note((batch.bad + refused).sorted { $0.number < $1.number })
    let done = sums.changed + sums.unchanged + sums.badRows
    progress.update(done, fraction: Double(batch.end) / Double(fileSize))
  }

  private func note(_ rows: [BadRows.Row]) throws {
    if rows.isEmpty { return }
    if report.isOnScreen { progress.clear() }
    for row in rows where row.number != lastBadRow {
      sums.badRows += 1
      lastBadRow = row.number
    }
    try report.write(rows)
  }

  /// What names the level of a row: by product, by SKU, or by both.
  private static func keys(_ row: ImportRow) -> [String] {
    var keys: [String] = []
    if !row.productID.isEmpty { keys.append("p\(row.warehouseCode)\u{0}\(row.productID)\u{0}\(row.variantID)") }
    if !row.sku.isEmpty { keys.append("s\(row.warehouseCode)\u{0}\(row.sku)") }
    return keys
  }
}
