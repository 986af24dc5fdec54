import Foundation
import Inventory
import Testing

/// Daily sales of real products, where the data lies beside the project.
struct RetailSales {
  /// Units sold a day, from the first day of the data to the last.
  let days: [[Double]]

  /// `../shared/data`, seen from the package.
  private static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/data/online-retail-sample.csv").path

  static var isPresent: Bool { FileManager.default.fileExists(atPath: path) }

  /// Those of the `count` products that sold most units, the best first.
  init(best count: Int) throws {
    var sold: [String: [Int: Double]] = [:]
    let formatter = ISO8601DateFormatter()
    formatter.formatOptions = [.withFullDate]
    for row in Self.rows(try String(contentsOfFile: Self.path, encoding: .utf8)).dropFirst()
    where row.count >= 5 {
      guard let units = Double(row[3]), units > 0,
        let date = formatter.date(from: String(row[4].prefix(10)))
      else {
        continue
      }
      sold[row[1], default: [:]][Int(date.timeIntervalSince1970) / 86_400, default: 0] += units
    }
    let all = sold.values.flatMap(\.keys)
    guard let first = all.min(), let last = all.max() else {
      days = []
      return
    }
    let sums = sold.mapValues { $0.values.reduce(0, +) }
    let best = sums.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(count)
    days = best.map { product in (first...last).map { sold[product.key]?[$0] ?? 0 } }
  }

  /// Rows of a CSV file; a field may be quoted.
  private static func rows(_ text: String) -> [[String]] {
    text.split(whereSeparator: \.isNewline).map { line in
      var fields = [""]
      var isQuoted = false
      for character in line {
        if character == "\"" {
          isQuoted.toggle()
        } else if character == ",", !isQuoted {
          fields.append("")
        } else {
          fields[fields.count - 1].append(character)
        }
      }
      return fields
    }
  }
}

/// How good the forecast is on sales that nobody here made.
@Suite struct ForecastAccuracyTests {
  /// Errors of forecasts of a week's sales.
  private struct Errors {
    var absolute = 0.0
    var squares = 0.0
    var actual = 0.0
    var count = 0.0

    mutating func add(_ forecast: Double, _ sold: Double) {
      absolute += abs(forecast - sold)
      squares += (forecast - sold) * (forecast - sold)
      actual += sold
      count += 1
    }

    var mean: Double { absolute / count }
    var root: Double { (squares / count).squareRoot() }
    var text: String {
      let figures = [("MAE", mean), ("RMSE", root), ("WAPE", absolute / actual)]
      return figures.map { "\($0.0) \(($0.1 * 1000).rounded() / 1000)" }.joined(separator: ", ")
    }
  }

  @Test(
    "week by week over a year, the forecast of the fifty best-selling products is better than the week before",
    .enabled(
      if: RetailSales.isPresent,
      "there is no ../shared/data/online-retail-sample.csv beside the project"))
  func betterThanLastWeek() throws {
    let products = try RetailSales(best: 50)
    try #require(products.days.count == 50)
    var ours = Errors()
    var naive = Errors()
    var betterByMean = 0
    var betterByRoot = 0
    var inRange = (below: 0, within: 0, above: 0)
    for sales in products.days {
      var our = Errors()
      var last = Errors()
      // From the ninth week on; what is known then is all that comes before.
      for origin in stride(from: 56, through: sales.count - 7, by: 7) {
        let forecast = DemandForecast(Array(sales[max(0, origin - 182)..<origin]))
        guard forecast.historyDays > 0 else { continue }
        let sold = sales[origin..<origin + 7].reduce(0, +)
        our.add(forecast.total(days: 7), sold)
        last.add(sales[origin - 7..<origin].reduce(0, +), sold)
        for ahead in 0..<7 {
          let (day, units) = (forecast.day(ahead), sales[origin + ahead])
          if units < day.low {
            inRange.below += 1
          } else if units > day.high {
            inRange.above += 1
          } else {
            inRange.within += 1
          }
        }
      }
      print("forecast, a product: ours \(our.text); last week \(last.text)")
      if our.mean < last.mean { betterByMean += 1 }
      if our.root < last.root { betterByRoot += 1 }
      ours.absolute += our.absolute
      ours.squares += our.squares
      ours.actual += our.actual
      ours.count += our.count
      naive.absolute += last.absolute
      naive.squares += last.squares
      naive.actual += last.actual
      naive.count += last.count
    }
    print("forecast, all \(Int(ours.count)) weeks: ours \(ours.text); last week \(naive.text)")
    print("forecast: better for \(betterByMean) of 50 products by MAE, for \(betterByRoot) by RMSE")
    print("forecast: days below, within and above the range: \(inRange)")
    #expect(ours.mean < naive.mean && ours.root < naive.root)
    #expect(betterByMean > 25 && betterByRoot > 25)
    // 80 % at or below the upper end, 80 % at or above the lower.
    let days = Double(inRange.below + inRange.within + inRange.above)
    #expect(Double(inRange.below + inRange.within) / days > 0.75)
    #expect(Double(inRange.within + inRange.above) / days > 0.75)
  }
}
