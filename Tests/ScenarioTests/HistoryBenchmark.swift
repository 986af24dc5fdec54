import Engine
import Foundation
import Messages
import Testing

/// What the environment asks for.
private enum Asked {
  static let entries = ProcessInfo.processInfo.environment["HOLDFAST_HISTORY_ENTRIES"].flatMap { Int($0) }
}

/// How long a page of a long history takes. Not a test: figures to look at, by a release build on a machine that does nothing
/// else.
///
/// `HOLDFAST_HISTORY_ENTRIES=1000000 swift test -c release --filter HistoryBenchmark`
@Suite(
  "HistoryBenchmark",
  .enabled(if: Asked.entries != nil, "HOLDFAST_HISTORY_ENTRIES says how many entries to measure with"))
struct HistoryBenchmark {
  private static let calls = 1000
  private static let start: Int64 = 1_800_000_000_000_000
  private static let second: Int64 = 1_000_000

  @Test("a page of 100 entries of a product's history, at either end and in the middle, in either order")
  func pages() throws {
    let commands = (Asked.entries ?? 0) / 1000
    for warehouses in [1, 4] {
      let shop = try Shop(now: Self.start, stateByteLimit: 1 << 30, segmentByteCount: 64 << 20)
      try fill(shop, warehouses, commands: commands)
      print("\(commands) records of 1,000 entries about a product at \(warehouses) warehouses, pages of 100, µs:")
      for order in [HistoryOrder.newestFirst, .oldestFirst] {
        for (place, part) in [("newest end", 1.0), ("middle", 0.5), ("oldest end", 0.0)] {
          try measure(shop, order, place, part, commands)
        }
      }
    }
  }

  private func fill(_ shop: Shop, _ warehouses: Int, commands: Int) throws {
    for number in 0..<warehouses {
      let warehouse = Warehouse(warehouseID: "W\(number)", code: "C\(number)", name: "W")
      _ = try shop.must(.createWarehouse(.init(warehouse: warehouse)), as: Warehouse.self)
    }
    _ = try shop.must(.putProduct(.init(product: Product(productID: "P", name: "P"))), as: Product.self)
    let settings = (0..<warehouses).map { StockSetting(productID: "P", warehouseID: "W\($0)", onHand: 1_000_000) }
    _ = try shop.must(.setStock(.init(settings: settings)), as: SetStockResponse.self)
    let lines = (0..<1000).map { number in
      AdjustmentLine(
        productID: "P", warehouseID: "W\(number % warehouses)", type: .adjustment, quantity: number % 2 == 0 ? 1 : -1)
    }
    for _ in 0..<commands {
      shop.now += Self.second
      let outcome = try shop.send([.adjustStock(.init(lines: lines, reason: "counted again"))])[0]
      try #require(outcome.failure == nil)
    }
  }

  /// - Parameter part: where in the history, from 0 (the oldest end) to 1 (the newest): in the middle, anywhere within a
  ///   tenth of it.
  private func measure(_ shop: Shop, _ order: HistoryOrder, _ place: String, _ part: Double, _ commands: Int) throws {
    var random = SystemRandomNumberGenerator()
    var times: [Double] = []
    for call in 0..<Self.calls + 50 {
      var request = GetHistoryRequest(productID: "P", order: order, pageSize: 100)
      let spread = part == 0.5 ? Double.random(in: -0.05...0.05, using: &random) : 0
      let time = Self.start + Int64((part + spread) * Double(commands)) * Self.second
      // The far end from where a walk begins without bounds is reached by time.
      switch order {
      case .newestFirst where part < 1: request.until = time + 2 * Self.second
      case .oldestFirst where part > 0: request.from = time
      default: break
      }
      let (page, took) = try shop.time(.auditServiceGetHistory, request, as: GetHistoryResponse.self)
      #expect(page.entries.count == 100)
      if call >= 50 { times.append(Double(took.components.attoseconds) / 1e12 + Double(took.components.seconds) * 1e6) }
    }
    times.sort()
    let (half, most) = (Int(times[times.count / 2]), Int(times[times.count * 99 / 100]))
    print("  \(order == .newestFirst ? "newest" : "oldest") first, \(place): p50 \(half), p99 \(most)")
  }
}
