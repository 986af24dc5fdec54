internal import ArgumentParser
internal import Messages

/// Stock on its way.
struct TransferCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transfer", abstract: "Send stock from one warehouse to another, or take it from a supplier.",
    subcommands: [
      TransferCreate.self, TransferShip.self, TransferReceive.self, TransferCancel.self, TransferGet.self,
      TransferList.self,
    ])
}

/// Makes a transfer.
struct TransferCreate: Verb {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Make a transfer: it holds its stock at the source until it is shipped.",
    discussion: """
      From a supplier nothing is held, and it counts as incoming at once.

      Example: holdfast transfer create --from DC-CHI --to DC-DAL --item P-0001x25
      Example: holdfast transfer create --supplier ACME --purchase PO-77 --to DC-DAL --item P-0001x500
      """)
  static let method = Method.transferServiceCreateTransfer

  @Option(help: ArgumentHelp("From this warehouse, or …", valueName: "warehouse")) var from: String?
  @Option(help: ArgumentHelp("… from this supplier.", valueName: "name")) var supplier: String?
  @Option(help: ArgumentHelp("The supplier's: the purchase order.", valueName: "id")) var purchase: String?
  @Option(help: ArgumentHelp("To this warehouse.", valueName: "warehouse")) var to: String
  @Option(
    name: .customLong("item"),
    help: ArgumentHelp("What to send; may be given again.", valueName: "product[/variant]xquantity"))
  var items: [ItemArgument] = []
  @Option(help: ArgumentHelp("How long to hold it at the source, such as 2d; 0 = without end.", valueName: "span"))
  var ttl: SpanArgument?
  @Option(help: ArgumentHelp("Why, for the journal.", valueName: "text")) var reason: String?
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func validate() throws {
    if (from == nil) == (supplier == nil) { throw ValidationError("Name one of --from and --supplier.") }
    if items.isEmpty { throw ValidationError("Say what to send: --item.") }
    if items.contains(where: { !$0.item.warehouseID.isEmpty }) {
      throw ValidationError("An item of a transfer names no warehouse: --from and --to do.")
    }
    if let ttl, UInt32(exactly: ttl.seconds) == nil { throw ValidationError("--ttl is longer than can be said.") }
  }

  func request() -> CreateTransferRequest {
    CreateTransferRequest(
      fromWarehouseID: from ?? "", toWarehouseID: to, supplier: supplier ?? "", purchaseReference: purchase ?? "",
      lines: items.map {
        TransferLine(productID: $0.item.productID, variantID: $0.item.variantID, quantity: $0.item.quantity)
      },
      reason: reason ?? "", timeToLiveSeconds: ttl.map { UInt32(clamping: $0.seconds) })
  }

  func view(of response: Transfer) -> View { .transfer(response) }
}

/// Says that the goods left.
struct TransferShip: Verb {
  static let configuration = CommandConfiguration(
    commandName: "ship", abstract: "Say that the goods of a transfer left.",
    discussion: "Example: holdfast transfer ship 9f3c62d1b07a4e58-5038 --tracking 1Z999AA10123456784")
  static let method = Method.transferServiceShipTransfer

  @Argument(help: "The transfer.") var transfer: String
  @Option(help: ArgumentHelp("The carrier's number.", valueName: "number")) var tracking: String?
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request() -> ShipTransferRequest {
    ShipTransferRequest(transferID: transfer, trackingNumber: tracking ?? "")
  }

  func view(of response: Transfer) -> View { .transfer(response) }
}

/// Says that goods arrived.
struct TransferReceive: Verb {
  static let configuration = CommandConfiguration(
    commandName: "receive", abstract: "Say that goods of a transfer arrived, all of them or a part.",
    discussion: """
      Without --item all that is still on its way has arrived. With --final nothing more is to come: what is missing \
      becomes a discrepancy.

      Example: holdfast transfer receive 9f3c62d1b07a4e58-5038 --item P-0001x23 --quarantine P-0001x1 --final
      """)
  static let method = Method.transferServiceReceiveTransfer

  @Argument(help: "The transfer.") var transfer: String
  @Option(
    name: .customLong("item"),
    help: ArgumentHelp("What arrived; may be given again.", valueName: "product[/variant]xquantity"))
  var items: [ItemArgument] = []
  @Option(
    help: ArgumentHelp("Of it, what goes to quarantine; may be given again.", valueName: "product[/variant]xquantity"))
  var quarantine: [ItemArgument] = []
  @Flag(name: .customLong("final"), help: "Nothing more is to come.") var isFinal = false
  @Option(help: ArgumentHelp("Why it is more or less than was sent.", valueName: "text")) var reason: String?
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func validate() throws {
    if (items + quarantine).contains(where: { !$0.item.warehouseID.isEmpty }) {
      throw ValidationError("What arrives arrives at the transfer's destination: name no warehouse.")
    }
    for part in quarantine where !items.contains(where: { $0.isSameProduct(part) }) {
      throw ValidationError("--quarantine is a part of what arrived: name \(part.item.productID) with --item too.")
    }
    if reason != nil, items.isEmpty { throw ValidationError("--reason goes with --item.") }
  }

  func request() -> ReceiveTransferRequest {
    let lines = items.map { arrived in
      ReceiptLine(
        productID: arrived.item.productID, variantID: arrived.item.variantID, quantity: arrived.item.quantity,
        quarantineQuantity: quarantine.first { $0.isSameProduct(arrived) }?.item.quantity ?? 0,
        discrepancyReason: reason ?? "")
    }
    return ReceiveTransferRequest(transferID: transfer, lines: lines, final: isFinal)
  }

  func view(of response: ReceiveTransferResponse) -> View {
    var view = View.transfer(response.transfer ?? Transfer())
    view.blocks += View.discrepancies(response.discrepancies).blocks
    return view
  }
}

extension ItemArgument {
  /// Whether both name one product and variant.
  fileprivate func isSameProduct(_ other: ItemArgument) -> Bool {
    item.productID == other.item.productID && item.variantID == other.item.variantID
  }
}

/// Gives up a transfer.
struct TransferCancel: Verb {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "Give up a transfer that is still pending.")
  static let method = Method.transferServiceCancelTransfer

  @Argument(help: "The transfer.") var transfer: String
  @Option(help: ArgumentHelp("Why, for the journal.", valueName: "text")) var reason: String?
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request() -> CancelTransferRequest { CancelTransferRequest(transferID: transfer, reason: reason ?? "") }
  func view(of response: Transfer) -> View { .transfer(response) }
}

/// One transfer.
struct TransferGet: Verb {
  static let configuration = CommandConfiguration(commandName: "get", abstract: "One transfer.")
  static let method = Method.transferServiceGetTransfer

  @Argument(help: "The transfer.") var transfer: String
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request() -> GetTransferRequest { GetTransferRequest(transferID: transfer) }
  func view(of response: Transfer) -> View { .transfer(response) }
}

/// Transfers, newest first.
struct TransferList: ListVerb {
  typealias Request = ListTransfersRequest

  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Transfers, newest first.",
    discussion: "Example: holdfast transfer list --warehouse DC-DAL --status in-transit")
  static let method = Method.transferServiceListTransfers

  @Option(help: "Only with this status.") var status: Choice<TransferStatus>?
  @Option(help: ArgumentHelp("Only from or to this warehouse.", valueName: "warehouse")) var warehouse: String?
  @OptionGroup var paging: PagingOptions
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request(pageSize: UInt32, pageToken: String) -> ListTransfersRequest {
    ListTransfersRequest(
      status: status?.value ?? .unspecified, warehouseID: warehouse ?? "", pageSize: pageSize, pageToken: pageToken)
  }

  func view(of response: ListTransfersResponse) -> View { .transfers(response.transfers) }
  static func nextPageToken(_ response: ListTransfersResponse) -> String { response.nextPageToken }
  static func count(_ response: ListTransfersResponse) -> Int { response.transfers.count }

  static func append(_ next: ListTransfersResponse, to response: inout ListTransfersResponse) {
    response.transfers += next.transfers
    response.nextPageToken = next.nextPageToken
  }
}
