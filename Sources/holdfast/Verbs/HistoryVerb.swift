internal import ArgumentParser
internal import Messages

/// What happened.
struct HistoryCommand: ListVerb {
  typealias Request = GetHistoryRequest

  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "What happened to a product, a level, a cart, an order or a transfer, or to everything; newest first.",
    discussion: """
      Times are dates such as 2026-11-25 or 2026-11-25T16:00, in UTC, or how long ago, such as 24h.

      Examples: holdfast history P-0001 --warehouse DC-CHI, holdfast history --order O-1 --oldest, \
      holdfast history --from 24h --type damage
      """)
  static let method = Method.auditServiceGetHistory

  @Argument(help: "The product; /variant may follow.") var product: String?
  @Option(help: ArgumentHelp("Only this warehouse.", valueName: "warehouse")) var warehouse: String?
  @OptionGroup var about: ReferenceOptions
  @Option(help: ArgumentHelp("Only from this time on.", valueName: "time")) var from: InstantArgument?
  @Option(help: ArgumentHelp("Only before this time.", valueName: "time")) var until: InstantArgument?
  @Option(name: .customLong("type"), help: "Only entries of this type; may be given again.")
  var types: [Choice<EntryType>] = []
  @Flag(help: "Oldest first.") var oldest = false
  @OptionGroup var paging: PagingOptions
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func validate() throws {
    if product != nil, about.reference != nil {
      throw ValidationError("Name a product, or one of --cart, --order and --transfer.")
    }
    if let from, let until, from.microseconds >= until.microseconds {
      throw ValidationError("--from must be before --until.")
    }
  }

  func request(pageSize: UInt32, pageToken: String) -> GetHistoryRequest {
    let (product, variant) = ItemArgument.productAndVariant(self.product ?? "")
    return GetHistoryRequest(
      productID: product, variantID: variant.isEmpty ? nil : variant, warehouseID: warehouse ?? "",
      reference: about.reference, from: from?.microseconds ?? 0, until: until?.microseconds ?? 0,
      types: types.map(\.value), order: oldest ? .oldestFirst : .newestFirst, pageSize: pageSize, pageToken: pageToken)
  }

  func view(of response: GetHistoryResponse) -> View {
    let rows = response.entries.map { EntryTable.row($0.sequence, $0.time, $0.entry ?? Entry()) }
    var blocks: [View.Block] = [.table(EntryTable.table(rows))]
    if response.isCutOff {
      blocks += [
        .prose(
          "What is older than the journal goes back is not shown: `holdfast journal show` reads archived segments.")
      ]
    }
    return View(blocks, ids: response.entries.map { String($0.sequence) })
  }

  static func nextPageToken(_ response: GetHistoryResponse) -> String { response.nextPageToken }
  static func count(_ response: GetHistoryResponse) -> Int { response.entries.count }

  static func append(_ next: GetHistoryResponse, to response: inout GetHistoryResponse) {
    response.entries += next.entries
    response.nextPageToken = next.nextPageToken
    response.isCutOff = response.isCutOff || next.isCutOff
  }
}
