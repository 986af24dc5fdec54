internal import Foundation
package import Messages

/// The real data that lies beside the project, where it does.
package struct RetailData: Sendable {
  /// One line of an invoice.
  package struct Line: Sendable {
    /// The stock code.
    package var product: String
    /// Negative = returned or written off.
    package var quantity: Int64
  }

  /// An order, a return or a write-off.
  package struct Invoice: Sendable {
    /// Its number; unique.
    package var number: String
    /// When it was written: "2011-10-06 16:20:00", UTC.
    package var time: String
    /// Where the customer lives.
    package var country: String
    /// Its lines, as they are in the file.
    package var lines: [Line]

    /// Whether it takes an order back.
    package var isReturn: Bool { number.hasPrefix("C") }
    /// What leaves.
    package var sold: [Line] { lines.filter { $0.quantity > 0 } }
    /// What comes back, or is written off.
    package var taken: [Line] { lines.filter { $0.quantity < 0 } }
  }

  /// In the order of their times.
  package let invoices: [Invoice]
  /// Where warehouses are.
  package let centres: [(name: String, address: Address)]
  /// Where customers live, and how many of them.
  package let cities: [(address: Address, population: Int)]

  /// `../shared/data`, seen from the package.
  package static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/data").path

  /// Whether the data lies there.
  package static var isPresent: Bool {
    FileManager.default.fileExists(atPath: folder + "/online-retail-sample.csv")
  }

  /// Reads all of it.
  package init() throws {
    var byNumber: [String: Invoice] = [:]
    for row in try Self.rows("online-retail-sample.csv") {
      let line = Line(product: row[1], quantity: try Self.number(row[3]))
      byNumber[row[0], default: Invoice(number: row[0], time: row[4], country: row[7], lines: [])]
        .lines.append(line)
    }
    invoices = byNumber.values.sorted { ($0.time, $0.number) < ($1.time, $1.number) }
    centres = try Self.rows("fulfillment_centers.csv").map { row in
      (row[0], Address(state: row[1], country: "US", latitude: Double(row[2]), longitude: Double(row[3])))
    }
    cities = try Self.rows("cities.csv").map { row in
      let address = Address(
        city: row[0], state: row[1], country: "US", latitude: Double(row[2]), longitude: Double(row[3]))
      return (address, Int(try Self.number(row[4])))
    }
  }

  /// A customer's city: each person is as likely as any other.
  package func city(_ generator: inout SeededGenerator) -> Address {
    var person = Int.random(in: 0..<cities.reduce(0) { $0 + $1.population }, using: &generator)
    for city in cities {
      if person < city.population { return city.address }
      person -= city.population
    }
    return cities[0].address
  }

  private struct Malformed: Error {
    var text: String
  }

  private static func number(_ text: String) throws -> Int64 {
    guard let number = Int64(text) else { throw Malformed(text: text) }
    return number
  }

  /// The rows of a CSV file without its header. A field may be quoted, with quotes doubled inside.
  private static func rows(_ file: String) throws -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    for byte in try Data(contentsOf: URL(fileURLWithPath: folder + "/" + file)) {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "\r") where !isQuoted: continue
      case UInt8(ascii: ",") where !isQuoted, UInt8(ascii: "\n") where !isQuoted:
        row.append(String(decoding: field, as: UTF8.self))
        field.removeAll(keepingCapacity: true)
        guard byte == UInt8(ascii: "\n") else { continue }
        rows.append(row)
        row.removeAll(keepingCapacity: true)
      default: field.append(byte)
      }
    }
    return Array(rows.dropFirst())
  }
}
