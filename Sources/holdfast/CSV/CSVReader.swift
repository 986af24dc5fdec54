/// A row of a CSV file.
struct CSVRow: Equatable {
  /// Counts from 1, headings and empty rows among them: the number that a spreadsheet shows.
  var number: UInt64
  /// The fields; those before the fault where there is one.
  var fields: [String]
  /// What is wrong with the row's form.
  var fault: CSVFault?

  /// Whether there is nothing in the row.
  var isEmpty: Bool { fault == nil && fields.allSatisfy(\.isEmpty) }
}

/// What can be wrong with the form of a row.
enum CSVFault: Equatable {
  /// Text stands between the quote that ends a field and the next comma.
  case textAfterQuote
  /// A field is not UTF-8.
  case notUTF8
  /// A field begins with a quote that is never closed.
  case openQuote
  /// The row is longer than ``CSVReader/longestRow``.
  case tooLong
}

/// CSV as RFC 4180 has it, a chunk at a time: quoted fields with commas, line ends and doubled quotes in them.
///
/// Lines may end in CR LF, LF or CR; a byte order mark at the start is skipped; a quote within an unquoted field is a quote.
struct CSVReader {
  /// Bytes of the longest row that is taken.
  static let longestRow = 1 << 20

  private enum State { case fieldStart, plain, quoted, quoteInQuoted }

  private var state = State.fieldStart
  private var number: UInt64 = 1
  private var fields: [String] = []
  private var field: [UInt8] = []
  private var fault: CSVFault?
  private var rowLength = 0
  private var skipsLineFeed = false
  private var offset = 0

  /// Takes the next bytes of the file and gives every row that they complete to `row`.
  mutating func read(_ bytes: some Sequence<UInt8>, row: (CSVRow) throws -> Void) rethrows {
    for byte in bytes {
      defer { offset += 1 }
      if offset < 3, isByteOrderMark(byte) { continue }
      if skipsLineFeed {
        skipsLineFeed = false
        if byte == UInt8(ascii: "\n") { continue }
      }
      if take(byte) { try row(endRow()) }
    }
  }

  /// Says that the file has ended; a last row without a line end goes to `row`.
  mutating func finish(row: (CSVRow) throws -> Void) rethrows {
    if state == .quoted, fault == nil { fault = .openQuote }
    if rowLength > 0 { try row(endRow()) }
  }

  /// Whether this byte ends a row.
  private mutating func take(_ byte: UInt8) -> Bool {
    let isLineEnd = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    if isLineEnd, state != .quoted {
      skipsLineFeed = byte == UInt8(ascii: "\r")
      return true
    }
    rowLength += 1
    if rowLength > Self.longestRow {
      if fault == nil { fault = .tooLong }
      field = []
      return false
    }
    switch (state, byte) {
    case (.quoted, UInt8(ascii: "\"")): state = .quoteInQuoted
    case (.quoted, _): field.append(byte)
    case (.fieldStart, UInt8(ascii: "\"")): state = .quoted
    case (.quoteInQuoted, UInt8(ascii: "\"")):
      field.append(byte)
      state = .quoted
    case (_, UInt8(ascii: ",")): endField()
    case (.quoteInQuoted, _):
      if fault == nil { fault = .textAfterQuote }
      state = .plain
    case (_, _):
      field.append(byte)
      state = .plain
    }
    return false
  }

  private mutating func endField() {
    if fault == nil {
      if let text = String(validating: field, as: UTF8.self) { fields.append(text) } else { fault = .notUTF8 }
    }
    field.removeAll(keepingCapacity: true)
    state = .fieldStart
  }

  private mutating func endRow() -> CSVRow {
    endField()
    let row = CSVRow(number: number, fields: fields, fault: fault)
    number += 1
    fields = []
    fault = nil
    rowLength = 0
    return row
  }

  private func isByteOrderMark(_ byte: UInt8) -> Bool {
    // Only the whole mark is skipped, and only its bytes can come before anything else.
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return byte == mark[offset] && rowLength == 0 && fields.isEmpty
  }
}
