internal import ArgumentParser
internal import Messages

/// Physical counts.
struct CountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count", abstract: "Count what lies on the shelf.", subcommands: [CountNext.self, CountSubmit.self])
}

/// What to count next.
struct CountNext: ListVerb {
  typealias Request = NextCountsRequest

  static let configuration = CommandConfiguration(
    commandName: "next", abstract: "What to count next at a warehouse, most urgent first.",
    discussion: "Example: holdfast count next --warehouse DC-CHI --limit 30")
  static let method = Method.auditServiceNextCounts

  @Option(help: ArgumentHelp("Where.", valueName: "warehouse")) var warehouse: String
  @OptionGroup var paging: PagingOptions
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request(pageSize: UInt32, pageToken: String) -> NextCountsRequest {
    NextCountsRequest(warehouseID: warehouse, pageSize: pageSize, pageToken: pageToken)
  }

  func view(of response: NextCountsResponse) -> View {
    let table = Table(
      [
        .text("PRODUCT"), .number("BOOK"), .text("LAST COUNTED"), .number("SOLD IN 30 DAYS", dropOrder: 2),
        .number("DIFFERENCES", dropOrder: 1), .number("SCORE", dropOrder: 3),
      ],
      rows: response.proposals.map { proposal in
        [
          Words.product(proposal.productID, proposal.variantID), Words.number(proposal.bookOnHand),
          proposal.lastCountedAt == 0 ? "never" : Words.minute(proposal.lastCountedAt),
          Words.number(proposal.soldUnits), Words.number(proposal.differences),
          Words.decimal(proposal.score, digits: 1),
        ]
      })
    return View([.table(table)], ids: response.proposals.map { Words.product($0.productID, $0.variantID) })
  }

  static func nextPageToken(_ response: NextCountsResponse) -> String { response.nextPageToken }
  static func count(_ response: NextCountsResponse) -> Int { response.proposals.count }

  static func append(_ next: NextCountsResponse, to response: inout NextCountsResponse) {
    response.proposals += next.proposals
    response.nextPageToken = next.nextPageToken
  }
}

/// Takes a count.
struct CountSubmit: Verb {
  static let configuration = CommandConfiguration(
    commandName: "submit", abstract: "Enter what was counted.",
    discussion: """
      A line is PRODUCT[/VARIANT]=COUNTED@BOOK: what lies there, and what the book said when the counting began. What was \
      sold meanwhile stays sold.

      Example: holdfast count submit --warehouse DC-CHI --count C-2026-48 P-0001=47@50 P-0002/RED=12@12
      """)
  static let method = Method.auditServiceSubmitCount

  @Option(help: ArgumentHelp("Where.", valueName: "warehouse")) var warehouse: String
  @Option(help: ArgumentHelp("Names the count, such as a sheet.", valueName: "id")) var count: String
  @Argument(help: ArgumentHelp("What was counted.", valueName: "product[/variant]=counted@book"))
  var lines: [CountArgument]
  @Option(help: ArgumentHelp("A word about it, for the journal.", valueName: "text")) var reason: String?
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request() -> SubmitCountRequest {
    SubmitCountRequest(warehouseID: warehouse, countID: count, lines: lines.map(\.line), reason: reason ?? "")
  }

  func view(of response: SubmitCountResponse) -> View {
    let table = Table(
      [
        .text("PRODUCT"), .number("BOOK"), .number("COUNTED"), .number("DIFFERENCE"), .text("OUTCOME"),
        .text("REVIEW", dropOrder: 1, hidesWhenBlank: true), .text("WHY", dropOrder: 2, hidesWhenBlank: true),
      ],
      rows: response.comparisons.map { found in
        [
          Words.product(found.productID, found.variantID), Words.number(found.book), Words.number(found.counted),
          Words.number(found.difference), Words.phrase(found.outcome), found.reviewID, found.message,
        ]
      })
    return View([.table(table)], ids: response.comparisons.map(\.reviewID).filter { !$0.isEmpty })
  }
}

/// A line of a count as one argument: `PRODUCT[/VARIANT]=COUNTED@BOOK`, read from its end.
struct CountArgument: ExpressibleByArgument, Equatable {
  /// What was said.
  var line: CountLine

  init?(argument: String) {
    guard let equals = argument.lastIndex(of: "="), let at = argument.lastIndex(of: "@"), equals < at,
      let counted = Int64(argument[argument.index(after: equals)..<at]), counted >= 0,
      let book = Int64(argument[argument.index(after: at)...]), book >= 0
    else { return nil }
    let (product, variant) = ItemArgument.productAndVariant(argument[..<equals])
    guard !product.isEmpty else { return nil }
    line = CountLine(productID: product, variantID: variant, counted: counted, bookOnHand: book)
  }
}
