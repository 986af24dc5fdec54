internal import Messages

/// Cuts a stock file into calls of so many rows, each with an id that the same rows of the same file always get.
struct ImportBatches {
  /// One call.
  struct Batch: Sendable {
    /// The rows of the call.
    var rows: [ImportRow]
    /// The request.
    var request: [UInt8]
    /// Its command id; nil for a dry run, which has no effect to repeat.
    var commandID: String?
    /// How far into the file it reaches, in bytes.
    var end: UInt64
    /// What is wrong with rows before its last one that are not part of it.
    var bad: [BadRows.Row]
  }

  /// The most rows of a call.
  static let rowLimit = 1000

  private let file: InputFile
  private let mark: String
  private let isDryRun: Bool
  /// What the calls do, in front of their command ids.
  private let verb: String
  private let encode: ([ImportRow]) throws -> [UInt8]
  private let objection: (ImportRow) -> String?
  private var reader = CSVReader()
  private var columns: StockColumns?
  private var waiting: [ImportRow] = []
  private var isAtEnd = false
  private var offset: UInt64 = 0

  /// What is wrong with rows that go into no call and come after those of the last one given out.
  private(set) var bad: [BadRows.Row] = []
  /// Headings that mean nothing here.
  var unknown: [String] { columns?.unknown ?? [] }

  /// Calls of ImportStock.
  ///
  /// - Parameter mark: Stands for the file in command ids.
  init(_ file: InputFile, mark: String, isDryRun: Bool) {
    self.init(file, mark: mark, isDryRun: isDryRun, verb: "import") {
      try Coding.encode(ImportStockRequest(rows: $0, dryRun: isDryRun))
    }
  }

  /// Calls of another kind.
  ///
  /// - Parameters:
  ///   - mark: Stands for the file in command ids.
  ///   - verb: What the calls do, in front of their command ids.
  ///   - objection: Why a row goes into no call; nil = it goes.
  ///   - encode: The request for rows.
  init(
    _ file: InputFile, mark: String, isDryRun: Bool, verb: String,
    objection: @escaping (ImportRow) -> String? = { _ in nil }, encode: @escaping ([ImportRow]) throws -> [UInt8]
  ) {
    self.file = file
    self.mark = mark
    self.isDryRun = isDryRun
    self.verb = verb
    self.objection = objection
    self.encode = encode
  }

  /// The next call; nil at the end of the file.
  ///
  /// - Throws: ``ToolFailure`` when the file cannot be read, or its first row does not name the columns.
  mutating func next() throws -> Batch? {
    while waiting.count < Self.rowLimit, !isAtEnd {
      let bytes = try file.read()
      offset += UInt64(bytes.count)
      var rows: [CSVRow] = []
      if bytes.isEmpty {
        isAtEnd = true
        reader.finish { rows.append($0) }
      } else {
        reader.read(bytes) { rows.append($0) }
      }
      for row in rows { try take(row) }
    }
    if isAtEnd, columns == nil {
      throw ToolFailure(.usage, "\(file.name) is empty: its first row must name the columns")
    }
    if waiting.isEmpty { return nil }
    let rows = Array(waiting.prefix(Self.rowLimit))
    waiting.removeFirst(rows.count)
    let request = try encode(rows)
    let before = bad.prefix { $0.number < rows[rows.count - 1].rowNumber }
    bad.removeFirst(before.count)
    return Batch(
      rows: rows, request: request, commandID: isDryRun ? nil : try commandID(rows, request), end: offset,
      bad: Array(before))
  }

  private mutating func take(_ row: CSVRow) throws {
    guard let columns else {
      if row.isEmpty { return }
      if let fault = row.fault { throw ToolFailure(.usage, "the first row of \(file.name) \(fault.explanation)") }
      do throws(StockColumns.Unusable) {
        self.columns = try StockColumns(headings: row.fields)
      } catch {
        throw ToolFailure(.usage, "\(file.name): \(error.message)")
      }
      return
    }
    if row.isEmpty { return }
    switch columns.row(row) {
    case .success(let row):
      if let message = objection(row) {
        bad.append(.init(number: row.rowNumber, field: "", message: message))
      } else {
        waiting.append(row)
      }
    case .failure(let bad): self.bad += bad.rows
    }
  }

  /// Such as `import-0f3a…-2-1001-5e8d0c1b`: file, rows, and what is asked, so that one id never stands for two requests.
  private func commandID(_ rows: [ImportRow], _ request: [UInt8]) throws -> String {
    let content = try Digest.hexadecimal(of: request).prefix(8)
    return "\(verb)-\(mark)-\(rows[0].rowNumber)-\(rows[rows.count - 1].rowNumber)-\(content)"
  }
}
