internal import ArgumentParser
internal import Messages

/// What will be sold, from what was.
struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast", abstract: "See what sells, what will, and what to order.",
    subcommands: [ForecastDemand.self, ForecastVelocity.self, ForecastReorders.self])
}

/// The sales that a forecast is about.
struct SalesOptions: ParsableArguments {
  @Argument(help: "The product.") var product: String
  @Option(help: ArgumentHelp("Its variant.", valueName: "variant")) var variant: String?
  @Option(
    help: ArgumentHelp("Only through this channel; \"\" = sales that name none (default: all).", valueName: "channel"))
  var channel: String?
}

/// What a product will sell.
struct ForecastDemand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "demand", abstract: "What a product will sell, a day at a time, with a range.",
    discussion: "Example: holdfast forecast demand P-0001 --days 14")
  static let method = Method.forecastServiceForecastDemand

  @OptionGroup var sales: SalesOptions
  @Option(help: ArgumentHelp("How many days from today on (default: 28).", valueName: "count")) var days: UInt32?
  @Option(help: ArgumentHelp("How many days of sales to learn from (default: 182).", valueName: "count"))
  var history: UInt32?
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request() -> ForecastDemandRequest {
    ForecastDemandRequest(
      productID: sales.product, variantID: sales.variant ?? "", channelID: sales.channel, days: days ?? 0,
      historyDays: history ?? 0)
  }

  func view(of response: ForecastDemandResponse) -> View {
    let most = response.days.map { max($0.high, $0.expected) }.max() ?? 0
    let table = Table(
      [.text("DAY"), .number("EXPECTED"), .number("LOW"), .number("HIGH"), .text("", dropOrder: 1)],
      rows: response.days.map { day in
        [
          Words.day(day.day), Words.decimal(day.expected, digits: 1), Words.decimal(day.low, digits: 1),
          Words.decimal(day.high, digits: 1), Self.bar(day, of: most),
        ]
      })
    let facts = [
      Fact("expected in all", Words.decimal(response.total, digits: 1)),
      Fact("learned from", Words.count(response.historyDays, "day")),
    ]
    return View([.table(table), .facts(facts)], ids: response.days.map { Words.decimal($0.expected, digits: 1) })
  }

  /// A day of the chart: its range as a line, what is expected as a mark on it.
  static func bar(_ day: DailyForecast, of most: Double, width: Int = 30) -> String {
    guard most > 0 else { return "" }
    func place(_ units: Double) -> Int { min(width - 1, max(0, Int(units / most * Double(width - 1)))) }
    let (low, expected, high) = (place(day.low), place(day.expected), place(day.high))
    return String((0...max(high, expected)).map { $0 == expected ? "●" : ($0 >= low && $0 <= high ? "─" : " ") })
  }
}

/// How fast a product sells.
struct ForecastVelocity: Verb {
  static let configuration = CommandConfiguration(
    commandName: "velocity", abstract: "How fast a product sells, by channel.",
    discussion: "Example: holdfast forecast velocity P-0001 --days 90")
  static let method = Method.forecastServiceGetVelocity

  @OptionGroup var sales: SalesOptions
  @Option(help: ArgumentHelp("How many days back (default: 30).", valueName: "count")) var days: UInt32?
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request() -> GetVelocityRequest {
    GetVelocityRequest(
      productID: sales.product, variantID: sales.variant ?? "", channelID: sales.channel, windowDays: days ?? 0)
  }

  func view(of response: GetVelocityResponse) -> View {
    func row(_ name: String, _ sold: Int64, _ returned: Int64, _ velocity: Double) -> [String] {
      [name, Words.number(sold), Words.number(returned), Words.decimal(velocity, digits: 2)]
    }
    let table = Table(
      [.text("CHANNEL"), .number("SOLD"), .number("RETURNED"), .number("A DAY")],
      rows: response.channels.map {
        row($0.channelID.isEmpty ? "(none)" : $0.channelID, $0.sold, $0.returned, $0.unitsPerDay)
      } + [row("all", response.sold, response.returned, response.unitsPerDay)])
    // The window ends before the day that `until` begins.
    let last = response.until - 86_400_000_000
    let facts = [Fact("window", "\(Words.day(response.from)) to \(Words.day(last)), UTC")]
    return View([.table(table), .facts(facts)], ids: [Words.decimal(response.unitsPerDay, digits: 2)])
  }
}

/// What to order where.
struct ForecastReorders: ListVerb {
  typealias Request = SuggestReordersRequest

  static let configuration = CommandConfiguration(
    commandName: "reorders", abstract: "What to order where, from forecast, lead time and safety stock.",
    discussion: "Example: holdfast forecast reorders --warehouse DC-CHI --lead-days 10")
  static let method = Method.forecastServiceSuggestReorders

  @Option(help: ArgumentHelp("Only this warehouse.", valueName: "warehouse")) var warehouse: String?
  @Option(help: ArgumentHelp("Only this product.", valueName: "product")) var product: String?
  @Option(
    name: .customLong("lead-days"), help: ArgumentHelp("Days from order to arrival (default: 7).", valueName: "count"))
  var leadDays: UInt32?
  @Option(
    name: .customLong("cover-days"),
    help: ArgumentHelp("For how many days after arrival it shall last (default: 14).", valueName: "count"))
  var coverDays: UInt32?
  @OptionGroup var paging: PagingOptions
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request(pageSize: UInt32, pageToken: String) -> SuggestReordersRequest {
    SuggestReordersRequest(
      warehouseID: warehouse ?? "", productID: product ?? "", leadTimeDays: leadDays ?? 0, coverDays: coverDays ?? 0,
      pageSize: pageSize, pageToken: pageToken)
  }

  func view(of response: SuggestReordersResponse) -> View {
    let table = Table(
      [
        .text("PRODUCT"), .text("WAREHOUSE"), .number("ORDER"), .number("AVAILABLE"),
        .number("INCOMING", dropOrder: 3, hidesWhenBlank: true), .number("LEAD DEMAND", dropOrder: 2),
        .number("COVER DEMAND", dropOrder: 2), .number("SAFETY", dropOrder: 4),
        .text("OUT OF STOCK", dropOrder: 1, hidesWhenBlank: true),
      ],
      rows: response.suggestions.map { one in
        [
          Words.product(one.productID, one.variantID), one.warehouseID, Words.number(one.quantity),
          Words.number(one.available), Words.number(one.incoming), Words.decimal(one.leadTimeDemand, digits: 1),
          Words.decimal(one.coverDemand, digits: 1), Words.number(one.safetyStock), Words.day(one.outOfStockAt),
        ]
      })
    return View(
      [.table(table)],
      ids: response.suggestions.map { "\(Words.product($0.productID, $0.variantID))@\($0.warehouseID)=\($0.quantity)" })
  }

  static func nextPageToken(_ response: SuggestReordersResponse) -> String { response.nextPageToken }
  static func count(_ response: SuggestReordersResponse) -> Int { response.suggestions.count }

  static func append(_ next: SuggestReordersResponse, to response: inout SuggestReordersResponse) {
    response.suggestions += next.suggestions
    response.nextPageToken = next.nextPageToken
  }
}

extension Words {
  /// The day of an instant, in UTC, such as `2026-11-25`; empty for 0.
  static func day(_ microseconds: Int64) -> String { String(time(microseconds).prefix(10)) }
}
