/// A run beside an earlier one.
struct LoadComparison {
  /// One figure of both.
  struct Row: Equatable {
    var name: String
    var before: String
    var now: String
    /// How much it has changed, such as `+4.2 %`; empty where that means nothing.
    var change: String
    /// Whether the change is for the better; nil when it is neither or within the noise.
    var isBetter: Bool?
  }

  let now: LoadResult
  let before: LoadResult

  /// Changes below this part are not called better or worse: two runs of the same differ by as much.
  static let noise = 0.03

  /// The figures.
  var rows: [Row] {
    var rows = [
      rate("Answered a second", before.answeredPerSecond, now.answeredPerSecond),
      Row(
        name: "Errors", before: LoadReport.percent(before.errorRate, digits: 3),
        now: LoadReport.percent(now.errorRate, digits: 3), change: "",
        isBetter: now.errorRate == before.errorRate ? nil : now.errorRate < before.errorRate),
    ]
    rows += latencies("", before.latency, now.latency)
    if now.operations.count > 1 {
      for operation in now.operations {
        guard let other = before.operations.first(where: { $0.name == operation.name }) else { continue }
        rows += latencies("\(operation.name) ", other.latency, operation.latency)
      }
    }
    rows.append(
      span("Client's processor a call", before.client.nanosecondsPerCall, now.client.nanosecondsPerCall))
    if let mine = now.server, let other = before.server {
      rows.append(span("Server's processor a call", other.nanosecondsPerCall, mine.nanosecondsPerCall))
    }
    return rows
  }

  /// What was asked for differently: name, before, now. Where anything is, the figures compare more than the server.
  var differences: [(name: String, before: String, now: String)] {
    let names = Set(now.settings.keys).union(before.settings.keys).subtracting(["load"]).sorted()
    return names.compactMap { name in
      let (mine, other) = (now.settings[name] ?? "none", before.settings[name] ?? "none")
      return mine == other ? nil : (name, other, mine)
    }
  }

  /// The figures as a table.
  var table: Table {
    Table(
      [.text("Compared"), .number("before"), .number("now"), .number("change"), .text("")],
      rows: rows.map { row in
        [row.name, row.before, row.now, row.change, row.isBetter.map { $0 ? "better" : "worse" } ?? ""]
      })
  }

  private func latencies(_ prefix: String, _ before: LoadResult.Latency, _ now: LoadResult.Latency) -> [Row] {
    [
      span(prefix + "p50", Double(before.p50), Double(now.p50)),
      span(prefix + "p99", Double(before.p99), Double(now.p99)),
      span(prefix + "p99.9", Double(before.p999), Double(now.p999)),
      span(prefix + "max", Double(before.max), Double(now.max)),
    ]
  }

  private func rate(_ name: String, _ before: Double, _ now: Double) -> Row {
    Row(
      name: name, before: Words.decimal(before, digits: 0), now: Words.decimal(now, digits: 0),
      change: Self.change(before, now), isBetter: Self.isBetter(before, now, more: true))
  }

  private func span(_ name: String, _ before: Double, _ now: Double) -> Row {
    Row(
      name: name, before: LoadLine.span(before), now: LoadLine.span(now), change: Self.change(before, now),
      isBetter: Self.isBetter(before, now, more: false))
  }

  static func change(_ before: Double, _ now: Double) -> String {
    guard before > 0 else { return "" }
    let percent = (now / before - 1) * 100
    return (percent >= 0 ? "+" : "") + Words.decimal(percent, digits: 1) + " %"
  }

  private static func isBetter(_ before: Double, _ now: Double, more: Bool) -> Bool? {
    guard before > 0, abs(now / before - 1) > noise else { return nil }
    return (now > before) == more
  }
}
