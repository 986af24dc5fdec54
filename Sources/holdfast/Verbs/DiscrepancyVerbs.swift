internal import ArgumentParser
internal import Messages

/// Differences between what was sent and what arrived.
struct DiscrepancyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "discrepancy", abstract: "Differences between what was sent and what arrived.",
    subcommands: [DiscrepancyList.self, DiscrepancyResolve.self])
}

/// Discrepancies, newest first.
struct DiscrepancyList: ListVerb {
  typealias Request = ListDiscrepanciesRequest

  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Discrepancies, newest first.",
    discussion: "Example: holdfast discrepancy list --status pending-investigation")
  static let method = Method.transferServiceListDiscrepancies

  @Option(help: "Only with this status.") var status: Choice<DiscrepancyStatus>?
  @Option(help: ArgumentHelp("Only of this transfer.", valueName: "transfer")) var transfer: String?
  @OptionGroup var paging: PagingOptions
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request(pageSize: UInt32, pageToken: String) -> ListDiscrepanciesRequest {
    ListDiscrepanciesRequest(
      status: status?.value ?? .unspecified, transferID: transfer ?? "", pageSize: pageSize, pageToken: pageToken)
  }

  func view(of response: ListDiscrepanciesResponse) -> View { .discrepancies(response.discrepancies) }
  static func nextPageToken(_ response: ListDiscrepanciesResponse) -> String { response.nextPageToken }
  static func count(_ response: ListDiscrepanciesResponse) -> Int { response.discrepancies.count }

  static func append(_ next: ListDiscrepanciesResponse, to response: inout ListDiscrepanciesResponse) {
    response.discrepancies += next.discrepancies
    response.nextPageToken = next.nextPageToken
  }
}

/// Says what became of a discrepancy.
struct DiscrepancyResolve: Verb {
  static let configuration = CommandConfiguration(
    commandName: "resolve", abstract: "Say what became of a discrepancy. Stock is not changed by it.",
    discussion: "Example: holdfast discrepancy resolve 9f3c62d1b07a4e58-5044 --found \"left on the truck\"")
  static let method = Method.transferServiceResolveDiscrepancy

  @Argument(help: "The discrepancy.") var discrepancy: String
  @Option(help: ArgumentHelp("What was found.", valueName: "text")) var found: String
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request() -> ResolveDiscrepancyRequest {
    ResolveDiscrepancyRequest(discrepancyID: discrepancy, resolution: found)
  }

  func view(of response: Discrepancy) -> View { .discrepancies([response]) }
}
