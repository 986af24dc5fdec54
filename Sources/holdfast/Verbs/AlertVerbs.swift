internal import ArgumentParser
internal import Messages

/// What needs somebody's attention.
struct AlertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alert", abstract: "See what needs attention, and say that it was seen.",
    subcommands: [AlertList.self, AlertAcknowledge.self])
}

/// Open alerts.
struct AlertList: ListVerb {
  typealias Request = ListAlertsRequest

  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Open alerts, the last one raised first.",
    discussion: "Example: holdfast alert list --severity high --status open")
  static let method = Method.alertServiceListAlerts

  @Option(help: "Only of this kind.") var kind: Choice<AlertKind>?
  @Option(help: "Only of this severity.") var severity: Choice<AlertSeverity>?
  @Option(help: "Only those that are open, or acknowledged.") var status: Choice<AlertStatus>?
  @Option(help: ArgumentHelp("Only about this product.", valueName: "product")) var product: String?
  @Option(help: ArgumentHelp("Only about this warehouse.", valueName: "warehouse")) var warehouse: String?
  @OptionGroup var paging: PagingOptions
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func validate() throws {
    if status?.value == .closed { throw ValidationError("Closed alerts are in the history, not on the list.") }
  }

  func request(pageSize: UInt32, pageToken: String) -> ListAlertsRequest {
    ListAlertsRequest(
      kind: kind?.value ?? .unspecified, severity: severity?.value ?? .unspecified,
      status: status?.value ?? .unspecified, productID: product ?? "", warehouseID: warehouse ?? "",
      pageSize: pageSize, pageToken: pageToken)
  }

  func view(of response: ListAlertsResponse) -> View { .alerts(response.alerts) }
  static func nextPageToken(_ response: ListAlertsResponse) -> String { response.nextPageToken }
  static func count(_ response: ListAlertsResponse) -> Int { response.alerts.count }

  static func append(_ next: ListAlertsResponse, to response: inout ListAlertsResponse) {
    response.alerts += next.alerts
    response.nextPageToken = next.nextPageToken
  }
}

/// Says that alerts were seen.
struct AlertAcknowledge: Verb {
  static let configuration = CommandConfiguration(
    commandName: "acknowledge", abstract: "Say that somebody deals with alerts: all of them, or none.",
    discussion: """
      An alert closes when its cause goes, not by this. One that gets worse is open again.

      Example: holdfast alert acknowledge 9f3c62d1b07a4e58-5038 --note "ordered at the supplier"
      """)
  static let method = Method.alertServiceAcknowledgeAlert

  @Argument(help: ArgumentHelp("The alerts.", valueName: "alert")) var alerts: [String]
  @Option(help: ArgumentHelp("A word about it, for the journal.", valueName: "text")) var note: String?
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request() -> AcknowledgeAlertRequest { AcknowledgeAlertRequest(alertIDs: alerts, note: note ?? "") }
  func view(of response: AcknowledgeAlertResponse) -> View { .alerts(response.alerts) }
}

extension View {
  /// Alerts as a table.
  static func alerts(_ alerts: [Alert]) -> View {
    let table = Table(
      [
        .whole("ALERT"), .text("SEVERITY"), .text("KIND"), .text("PRODUCT"), .text("WAREHOUSE", hidesWhenBlank: true),
        .number("VALUE", dropOrder: 5), .number("LIMIT", dropOrder: 4),
        .number("ORDER", dropOrder: 3, hidesWhenBlank: true),
        .whole("SINCE", dropOrder: 1), .text("SEEN BY", dropOrder: 2, hidesWhenBlank: true),
      ],
      rows: alerts.map { alert in
        [
          alert.alertID, Words.phrase(alert.severity), Words.phrase(alert.kind),
          Words.product(alert.productID, alert.variantID), alert.warehouseID, Words.number(alert.value),
          Words.number(alert.threshold), Words.number(alert.reorderQuantity), Words.minute(alert.raisedAt),
          alert.acknowledgedBy,
        ]
      })
    return View([.table(table)], ids: alerts.map(\.alertID))
  }
}
