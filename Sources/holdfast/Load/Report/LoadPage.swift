/// The result of a run as one page of HTML that needs nothing else: charts, tables, and an earlier run beside them.
struct LoadPage {
  let result: LoadResult
  /// The earlier run.
  var before: LoadResult?

  /// The page.
  var html: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(heading.escaped)</title>
    <style>\(Self.style)</style>
    </head>
    <body>
    <main>
    <h1>\(heading.escaped)</h1>
    <p class="when">\((result.settings["load"] ?? "").escaped) · \(Words.time(result.startedAt * 1_000_000).escaped) · measured for \(Words.decimal(result.seconds, digits: 1)) s</p>
    \(warnings)
    \(tiles)
    \(section("Latency by percentile", percentileChart))
    \(section("Latency over time", latencyChart))
    \(section("Calls a second", rateChart))
    \(comparison)
    \(latencyTable)
    \(outcomeTable)
    \(settingsTable)
    </main>
    </body>
    </html>

    """
  }

  private var heading: String { "Load test: \(result.settings["scenario"] ?? "")" }

  private var warnings: String {
    LoadReport.warnings(result).map { "<p class=\"warning\">\($0.escaped)</p>" }.joined(separator: "\n")
  }

  private var tiles: String {
    var tiles = [("answered a second", Words.decimal(result.answeredPerSecond, digits: 0))]
    if result.settings["rate"] != nil {
      tiles.append(("offered a second", Words.decimal(result.offeredPerSecond, digits: 0)))
    }
    tiles += [
      ("p50", LoadLine.span(result.latency.p50)), ("p99", LoadLine.span(result.latency.p99)),
      ("p99.9", LoadLine.span(result.latency.p999)), ("max", LoadLine.span(result.latency.max)),
      ("errors", LoadReport.percent(result.errorRate, digits: 3)),
      ("client busy", LoadReport.percent(result.client.shares.max() ?? 0)),
    ]
    if let server = result.server {
      tiles.append(("server's processor a call", LoadLine.span(server.nanosecondsPerCall)))
    }
    let cells = tiles.map { "<div><b>\($0.1.escaped)</b><span>\($0.0.escaped)</span></div>" }
    return "<div class=\"tiles\">\(cells.joined())</div>"
  }

  private func section(_ title: String, _ chart: Chart) -> String {
    "<section><h2>\(title.escaped)</h2>\(chart.legend)\n<div class=\"wide chart\">\(chart.svg)</div></section>"
  }

  private var percentileChart: Chart {
    var lines: [Chart.Line] = []
    var curves = [LatencyCurve(result.operations.map(\.histogram))]
    for (index, operation) in result.operations.enumerated() where result.operations.count > 1 {
      let curve = LatencyCurve([operation.histogram])
      lines.append(Chart.Line(name: operation.name, style: "c\(index)", points: curve.points()))
    }
    if lines.isEmpty {
      lines.append(Chart.Line(name: result.operations.first?.name ?? "", style: "c0", points: curves[0].points()))
    }
    if let before {
      curves.append(LatencyCurve(before.operations.map(\.histogram)))
      lines.append(Chart.Line(name: "all before", style: "before", points: curves[1].points()))
      if result.operations.count > 1 {
        lines.append(Chart.Line(name: "all", style: "all", points: curves[0].points()))
      }
    }
    let heights = lines.flatMap { $0.points.map(\.y) }.filter { $0 > 0 }
    return Chart(
      title: "Latency by percentile", horizontal: .nines(curves.map(\.nines).max() ?? 1),
      vertical: .logarithmic(from: heights.min() ?? 1000, to: heights.max() ?? 1000),
      horizontalLabel: Self.percentile, verticalLabel: { LoadLine.span($0) }, lines: lines)
  }

  private var latencyChart: Chart {
    func line(_ name: String, _ style: String, _ series: [LoadResult.Second], _ of: (LoadResult.Latency) -> UInt64)
      -> Chart.Line
    {
      let points = series.filter { $0.latency.count > 0 }.map { (x: $0.time, y: Double(of($0.latency))) }
      return Chart.Line(name: name, style: style, points: points)
    }
    var lines = [
      line("max", "c3", result.series, \.max), line("p99", "c1", result.series, \.p99),
      line("p50", "c0", result.series, \.p50),
    ]
    if let before { lines.append(line("p99 before", "before", before.series, \.p99)) }
    let heights = lines.flatMap { $0.points.map(\.y) }.filter { $0 > 0 }
    return chart(
      "Latency over time", lines, .logarithmic(from: heights.min() ?? 1000, to: heights.max() ?? 1000),
      { LoadLine.span($0) })
  }

  private var rateChart: Chart {
    var lines = [
      Chart.Line(
        name: "offered", style: "before2",
        points: result.series.compactMap { second in second.offeredPerSecond.map { (second.time, $0) } }),
      Chart.Line(
        name: "answered", style: "c0", points: result.series.map { ($0.time, $0.answeredPerSecond) }),
      Chart.Line(
        name: "errors", style: "c3",
        points: result.errors == 0 ? [] : result.series.map { ($0.time, Double($0.failed)) }),
    ]
    if let before {
      lines.append(
        Chart.Line(
          name: "answered before", style: "before", points: before.series.map { ($0.time, $0.answeredPerSecond) }))
    }
    let most = lines.flatMap { $0.points.map(\.y) }.max() ?? 1
    return chart("Calls a second", lines, .linear(to: most), { Words.decimal($0, digits: $0 < 10 && $0 > 0 ? 1 : 0) })
  }

  private func chart(
    _ title: String, _ lines: [Chart.Line], _ vertical: ChartScale, _ label: @escaping (Double) -> String
  ) -> Chart {
    let times = lines.flatMap { $0.points.map(\.x) }
    let first = min(0, times.min() ?? 0)
    return Chart(
      title: title, horizontal: .seconds(from: first, to: times.max() ?? 1), vertical: vertical,
      horizontalLabel: { "\(Words.decimal($0, digits: 0)) s" }, verticalLabel: label, lines: lines,
      mark: first < 0 ? (0, "measured from here") : nil)
  }

  /// `90 %` for one nine and so on.
  static func percentile(_ nines: Double) -> String {
    let count = Int(nines.rounded())
    switch count {
    case ...0: return "0 %"
    case 1: return "90 %"
    case 2: return "99 %"
    default: return "99." + String(repeating: "9", count: count - 2) + " %"
    }
  }

  private var comparison: String {
    guard let before else { return "" }
    let comparison = LoadComparison(now: result, before: before)
    let rows = comparison.rows.map { row in
      let style = row.isBetter.map { $0 ? "better" : "worse" } ?? ""
      return (style, [row.name, row.before, row.now, row.change])
    }
    var text = Self.table(
      "Compared with \(Words.time(before.startedAt * 1_000_000))", ["", "before", "now", "change"], rows)
    if !comparison.differences.isEmpty {
      text += Self.table(
        "Asked for differently", ["", "before", "now"],
        comparison.differences.map { ("", [$0.name, $0.before, $0.now]) })
    }
    return text
  }

  private var latencyTable: String {
    func row(_ name: String, _ latency: LoadResult.Latency) -> (String, [String]) {
      let values = [
        latency.min, latency.p50, latency.p75, latency.p90, latency.p95, latency.p99, latency.p999, latency.p9999,
        latency.max,
      ]
      return (
        "", [name, Words.number(latency.count)] + values.map { LoadLine.span($0) } + [LoadLine.span(latency.mean)]
      )
    }
    var rows = result.operations.map { row($0.name, $0.latency) }
    if rows.count > 1 { rows.append(row("all", result.latency)) }
    if result.client.lag.count > 0 { rows.append(row("sent late by", result.client.lag)) }
    return Self.table(
      "Latency", ["", "calls", "min", "p50", "p75", "p90", "p95", "p99", "p99.9", "p99.99", "max", "mean"], rows)
  }

  private var outcomeTable: String {
    var rows: [(String, [String])] = []
    for operation in result.operations {
      let total = max(1, operation.outcomes.values.reduce(0, +))
      for (name, count) in operation.outcomes.sorted(by: { ($0.value, $1.key) > ($1.value, $0.key) }) {
        rows.append(
          (
            "",
            [operation.name, name, Words.number(count), LoadReport.percent(Double(count) / Double(total), digits: 3)]
          ))
      }
    }
    return Self.table("How calls ended", ["", "", "calls", "share"], rows, textColumns: 2)
  }

  private var settingsTable: String {
    let rows = result.settings.sorted { $0.key < $1.key }.map { ("", [$0.key, $0.value]) }
    return Self.table("Settings", ["", ""], rows, textColumns: 2)
  }

  private static func table(
    _ title: String, _ heads: [String], _ rows: [(style: String, cells: [String])], textColumns: Int = 1
  ) -> String {
    func row(_ cells: [String], _ tag: String, _ style: String = "") -> String {
      let cells = cells.enumerated().map { index, cell in
        "<\(tag)\(index < textColumns ? "" : " class=\"n\"")>\(cell.escaped)</\(tag)>"
      }
      return "<tr\(style.isEmpty ? "" : " class=\"\(style)\"")>\(cells.joined())</tr>"
    }
    let body = rows.map { row($0.cells, "td", $0.style) }.joined(separator: "\n")
    return """
      <section><h2>\(title.escaped)</h2><div class="wide"><table>
      \(heads.allSatisfy(\.isEmpty) ? "" : "<thead>\(row(heads, "th"))</thead>")
      <tbody>\(body)</tbody></table></div></section>
      """
  }
}
