/// The result of a run for people.
enum LoadReport {
  /// Past this share of its processor a thread of ours may be what is measured.
  static let busyShare = 0.9

  /// The result as tables, with an earlier one beside it.
  static func view(_ result: LoadResult, before: LoadResult? = nil) -> View {
    var blocks: [View.Block] = [.facts(facts(result)), .table(latencies(result)), .table(outcomes(result))]
    if let before {
      let comparison = LoadComparison(now: result, before: before)
      blocks.append(.table(comparison.table))
      let differences = comparison.differences.map { "\($0.name) \($0.before), now \($0.now)" }
      if !differences.isEmpty {
        blocks.append(.prose("Asked for differently: \(differences.joined(separator: "; "))."))
      }
    }
    for warning in warnings(result) { blocks.append(.prose(warning)) }
    return View(blocks)
  }

  /// What makes the figures doubtful.
  static func warnings(_ result: LoadResult) -> [String] {
    var warnings: [String] = []
    if let share = result.client.shares.max(), share > busyShare {
      warnings.append(
        "Warning: a thread of this tool was \(percent(share)) busy, so that the tool itself may be what was measured. Give it more --threads."
      )
    }
    if result.client.lag.count > 0, result.client.lag.p99 > 1_000_000 {
      warnings.append(
        "Warning: calls were sent up to \(LoadLine.span(result.client.lag.p99)) late (p99): the rate was not kept.")
    }
    if result.client.lostConnections > 0 {
      warnings.append(
        "Warning: \(Words.count(result.client.lostConnections, "connection was", "connections were")) lost.")
    }
    return warnings
  }

  private static func facts(_ result: LoadResult) -> [Fact] {
    var facts = [
      Fact("Scenario", result.settings["scenario"] ?? ""),
      Fact("Load", result.settings["load"] ?? ""),
      Fact("Measured", "\(Words.number(result.calls)) calls in \(Words.decimal(result.seconds, digits: 1)) s"),
    ]
    if result.settings["rate"] != nil {
      facts.append(Fact("Offered", "\(Words.decimal(result.offeredPerSecond, digits: 0))/s"))
    }
    facts += [
      Fact("Answered", "\(Words.decimal(result.answeredPerSecond, digits: 0))/s"),
      Fact("Errors", "\(Words.number(result.errors)) (\(percent(result.errorRate, digits: 3)))"),
      Fact(
        "Client",
        "\(LoadLine.span(result.client.nanosecondsPerCall)) of processor a call, "
          + "\(result.client.shares.map { percent($0) }.joined(separator: ", ")) busy"),
    ]
    if let server = result.server {
      facts.append(
        Fact(
          "Server",
          "\(LoadLine.span(server.nanosecondsPerCall)) of processor a call, \(percent(server.share)) of one processor"))
    }
    if result.client.lag.count > 0 {
      facts.append(
        Fact(
          "Sent late",
          "p50 \(LoadLine.span(result.client.lag.p50)), p99 \(LoadLine.span(result.client.lag.p99)), "
            + "max \(LoadLine.span(result.client.lag.max))"))
    }
    return facts
  }

  private static func latencies(_ result: LoadResult) -> Table {
    var rows = result.operations.map { row($0.name, $0.latency) }
    if rows.count > 1 { rows.append(row("all", result.latency)) }
    return Table(
      [
        .text("Latency"), .number("p50"), .number("p90", dropOrder: 3), .number("p99"), .number("p99.9"),
        .number("p99.99", dropOrder: 2), .number("max"), .number("mean", dropOrder: 4),
      ], rows: rows)
  }

  private static func row(_ name: String, _ latency: LoadResult.Latency) -> [String] {
    [name]
      + [latency.p50, latency.p90, latency.p99, latency.p999, latency.p9999, latency.max].map { LoadLine.span($0) }
      + [LoadLine.span(latency.mean)]
  }

  private static func outcomes(_ result: LoadResult) -> Table {
    var rows: [[String]] = []
    for operation in result.operations {
      for (name, count) in operation.outcomes.sorted(by: { ($0.value, $1.key) > ($1.value, $0.key) }) {
        let share = Double(count) / Double(max(1, operation.outcomes.values.reduce(0, +)))
        rows.append([operation.name, name, Words.number(count), percent(share, digits: 3)])
      }
    }
    return Table([.text("Call"), .text("Ended"), .number("Count"), .number("Share")], rows: rows)
  }

  /// How calls that ended in an error did so most often.
  static func commonestError(_ result: LoadResult) -> String? {
    var counts: [String: UInt64] = [:]
    for operation in Operation.allCases {
      for each in result.operations where each.name == operation.name {
        for index in 0..<Outcome.count where Outcome(index: index).isError(of: operation) {
          let name = Outcome(index: index).name
          if let count = each.outcomes[name] { counts[name, default: 0] += count }
        }
      }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// A share as a percentage.
  static func percent(_ share: Double, digits: Int = 0) -> String { Words.decimal(share * 100, digits: digits) + " %" }
}
