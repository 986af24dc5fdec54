import Histogram
import Testing

@testable import holdfast

@Suite("Load: charts and comparisons")
struct LoadReportTests {
  /// A result with latencies of 1 µs to `count` µs.
  static func result(_ count: UInt64, factor: UInt64 = 1, errors: UInt64 = 0, scenario: String = "read") -> LoadResult {
    var histogram = LatencyHistogram.latencies()
    for value in 1...count { histogram.record(value * 1000 * factor) }
    let latency = LoadResult.Latency(histogram)
    let seconds = (0..<4).map { number in
      LoadResult.Second(
        time: Double(number) - 1, offeredPerSecond: nil, answeredPerSecond: Double(count), failed: 0, latency: latency,
        clientShare: 0.5)
    }
    return LoadResult(
      startedAt: 1_795_581_257, settings: ["scenario": scenario, "load": "closed loop", "connections": "16"],
      seconds: 3,
      offeredPerSecond: Double(count), answeredPerSecond: Double(count), calls: count, errors: errors, latency: latency,
      operations: [
        LoadResult.OperationResult(
          name: "GetStock", outcomes: ["OK": count - errors, "NOT_FOUND": errors].filter { $0.value > 0 },
          latency: latency, histogram: histogram.buckets)
      ],
      client: LoadResult.Client(shares: [0.5], nanosecondsPerCall: 800, lag: LoadResult.Latency(), lostConnections: 0),
      server: LoadResult.Server(share: 0.9, nanosecondsPerCall: 1500), series: seconds)
  }

  @Test("a curve of buckets gives the histogram's own percentiles")
  func curve() {
    var histogram = LatencyHistogram.latencies()
    var random = RandomSource(seed: 9)
    for _ in 0..<20_000 { histogram.record(UInt64(random.exponential() * 1_000_000)) }
    let curve = LatencyCurve([histogram.buckets])
    #expect(curve.count == 20_000)
    for percentile in [1.0, 50, 90, 99, 99.9] {
      let ours = Double(curve.value(at: percentile / 100))
      #expect(abs(ours / Double(histogram.valueAtPercentile(percentile)) - 1) < 0.002, "p\(percentile)")
    }
    let points = curve.points()
    #expect(zip(points, points.dropFirst()).allSatisfy { $0.y <= $1.y && $0.x < $1.x })
  }

  @Test("a result survives its file")
  func file() throws {
    let file = try TemporaryFile("")
    let result = Self.result(500, errors: 3)
    try LoadFile.write(result, to: file.path)
    #expect(try LoadFile.read(file.path) == result)
    try LoadFile.write("{\"version\": 1}", to: file.path)
    #expect(throws: ToolFailure.self) { try LoadFile.read(file.path) }
    #expect(throws: ToolFailure.self) { try LoadFile.read(file.path + ".none") }
  }

  @Test("axes begin and end at round numbers that hold everything")
  func scales() {
    #expect(ChartScale.linear(to: 87).ticks == [0, 20, 40, 60, 80, 100])
    #expect(ChartScale.linear(to: 52_310).upper == 60_000)
    #expect(ChartScale.linear(to: 0).upper == 1)
    let latency = ChartScale.logarithmic(from: 45_000, to: 1_900_000)
    #expect(latency.lower == 20_000 && latency.upper == 2_000_000)
    #expect(latency.position(20_000) == 0 && latency.position(2_000_000) == 1)
    #expect(abs(latency.position(200_000) - 0.5) < 1e-9)
    let wide = ChartScale.logarithmic(from: 1_000, to: 5e9)
    #expect(wide.ticks == [1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9])
    #expect(ChartScale.seconds(from: -1, to: 12).ticks == [0, 2, 4, 6, 8, 10, 12])
    #expect(ChartScale.seconds(from: 0, to: 0).upper == 1)
    #expect([0, 1, 2, 3, 5].map { LoadPage.percentile($0) } == ["0 %", "90 %", "99 %", "99.9 %", "99.999 %"])
  }

  @Test("the page needs nothing but itself, and cannot be broken by what is in it")
  func page() {
    let page = LoadPage(
      result: Self.result(1000, errors: 1, scenario: "<script>alert('x')</script>&"),
      before: Self.result(900, factor: 2)
    ).html
    #expect(!page.contains("<script"))
    #expect(!page.contains("http:") && !page.contains("https:") && !page.contains("src=") && !page.contains("@import"))
    #expect(page.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;"))
    for word in ["Latency by percentile", "Latency over time", "Calls a second", "NOT_FOUND", "Asked for differently"] {
      #expect(page.contains(word), "\(word)")
    }
    for tag in ["section", "svg", "table", "main", "p", "div"] {
      let opened = page.components(of: "<\(tag)>") + page.components(of: "<\(tag) ")
      #expect(opened == page.components(of: "</\(tag)>"), "\(tag)")
    }
  }

  @Test("a page of a run without a single answer is still a page")
  func emptyPage() {
    var result = Self.result(1)
    result.operations[0].histogram = []
    result.latency = LoadResult.Latency()
    result.series = []
    let page = LoadPage(result: result).html
    #expect(page.contains("</html>"))
    #expect(!page.contains("nan") && !page.contains("inf"))
  }

  @Test("a comparison says what is better, what is worse, and what was asked for differently")
  func comparison() {
    let comparison = LoadComparison(now: Self.result(1000), before: Self.result(900, factor: 2, scenario: "mixed"))
    let rows = Dictionary(uniqueKeysWithValues: comparison.rows.map { ($0.name, $0) })
    #expect(rows["Answered a second"]?.isBetter == true)
    #expect(rows["Answered a second"]?.change == "+11.1 %")
    #expect(rows["p99"]?.isBetter == true)
    #expect(rows["Client's processor a call"]?.isBetter == nil)
    #expect(comparison.differences.map(\.name) == ["scenario"])
    let back = LoadComparison(now: comparison.before, before: comparison.now)
    #expect(back.rows.first { $0.name == "p99" }?.isBetter == false)
  }

  @Test("a busy client, late calls and lost connections are warned of")
  func warnings() {
    var result = Self.result(10)
    #expect(LoadReport.warnings(result).isEmpty)
    result.client.shares = [0.2, 0.95]
    result.client.lag = LoadResult.Latency(count: 10, p99: 5_000_000)
    result.client.lostConnections = 1
    #expect(LoadReport.warnings(result).count == 3)
  }

  @Test("the error that came most often is named, and a refusal that is no error is not")
  func commonestError() {
    var result = Self.result(1000, errors: 3)
    #expect(LoadReport.commonestError(result) == "NOT_FOUND")
    result.operations[0].name = "Reserve"
    result.operations[0].outcomes = ["OK": 9, "FAILED_PRECONDITION": 90, "connection lost": 1, "UNAVAILABLE": 2]
    #expect(LoadReport.commonestError(result) == "UNAVAILABLE")
    #expect(LoadReport.commonestError(Self.result(10)) == nil)
  }

  @Test("a narrow terminal sees what matters most of a second")
  func narrowLine() {
    var second = Self.result(1000).series[2]
    second.failed = 7
    let full = LoadLine.text(second)
    #expect(full == "+1 s  1,000/s  p50 500 µs  p99 990 µs  max 1.00 ms  7 errors  client 50 %")
    #expect(LoadLine.text(second, width: full.count) == full)
    #expect(
      LoadLine.text(second, width: full.count - 1) == "+1 s  1,000/s  p50 500 µs  p99 990 µs  7 errors  client 50 %")
    #expect(LoadLine.text(second, width: 50) == "+1 s  1,000/s  p99 990 µs  7 errors  client 50 %")
    #expect(LoadLine.text(second, width: 20).count <= 20)
  }

  @Test("spans have a unit and three digits")
  func spans() {
    let words = [0, 850, 9_990, 12_340, 999_400, 1_234_000, 99_940_000, 2_500_000_000, 120_000_000_000]
      .map { LoadLine.span($0) }
    #expect(
      words == ["0.00 µs", "0.85 µs", "9.99 µs", "12.3 µs", "999 µs", "1.23 ms", "99.9 ms", "2.50 s", "120 s"])
  }

  @Test("the text for plotters holds every call")
  func plotters() {
    let text = PercentileText.text(Self.result(1000))
    #expect(text.contains("Total count    =         1000"))
    #expect(text.hasPrefix("       Value     Percentile"))
  }

  @Test("processors are named one by one and in rows")
  func processors() {
    #expect(ProcessorList(argument: "1")?.numbers == [1])
    #expect(ProcessorList(argument: "0,2-4,7")?.numbers == [0, 2, 3, 4, 7])
    for wrong in ["", "x", "3-1", "1,", "-1", "1-2-3", "2000"] {
      #expect(ProcessorList(argument: wrong) == nil, "\(wrong)")
    }
  }
}

extension String {
  fileprivate func components(of part: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: part) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
