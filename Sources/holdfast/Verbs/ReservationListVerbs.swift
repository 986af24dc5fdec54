internal import ArgumentParser
internal import Messages

/// Looks at reservations.
struct ReservationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reservations", abstract: "Look at open reservations.",
    subcommands: [ReservationsGet.self, ReservationsList.self])
}

/// One open reservation.
struct ReservationsGet: Verb {
  static let configuration = CommandConfiguration(commandName: "get", abstract: "One open reservation.")
  static let method = Method.reservationServiceGetReservation

  @Argument(help: "The reservation.") var reservation: String
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request() -> GetReservationRequest { GetReservationRequest(reservationID: reservation) }
  func view(of response: Reservation) -> View { .reservations([response]) }
}

/// Open reservations.
struct ReservationsList: ListVerb {
  typealias Request = ListReservationsRequest

  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Open reservations of a cart, an order, a product or a warehouse, or soon to expire.",
    discussion: "Example: holdfast reservations list --product P-0001 --warehouse DC-CHI")
  static let method = Method.reservationServiceListReservations

  @OptionGroup var about: ReferenceOptions
  @Option(help: ArgumentHelp("Those of this product …", valueName: "product")) var product: String?
  @Option(help: ArgumentHelp("… and this variant of it.", valueName: "variant")) var variant: String?
  @Option(help: ArgumentHelp("Those at this warehouse.", valueName: "warehouse")) var warehouse: String?
  @Option(
    name: .customLong("expires-within"),
    help: ArgumentHelp("Those that expire within this span, soonest first.", valueName: "span"))
  var expiresWithin: SpanArgument?
  @OptionGroup var paging: PagingOptions
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func validate() throws {
    let about = [
      self.about.reference != nil, product != nil, warehouse != nil && product == nil, expiresWithin != nil,
    ]
    if about.filter({ $0 }).count != 1 {
      throw ValidationError(
        "Name one of --cart, --order, --transfer, --product (with --warehouse or without), --warehouse and --expires-within."
      )
    }
    if variant != nil, product == nil { throw ValidationError("--variant goes with --product.") }
  }

  func request(pageSize: UInt32, pageToken: String) -> ListReservationsRequest {
    ListReservationsRequest(by: by, pageSize: pageSize, pageToken: pageToken)
  }

  private var by: ListReservationsRequest.By {
    if let reference = about.reference { return .reference(reference) }
    if let product {
      return .stock(
        ReservationStockFilter(productID: product, variantID: variant ?? "", warehouseID: warehouse ?? ""))
    }
    if let expiresWithin { return .expiresBefore(WallClock.microseconds + expiresWithin.milliseconds * 1000) }
    return .warehouseID(warehouse ?? "")
  }

  func view(of response: ListReservationsResponse) -> View { .reservations(response.reservations) }
  static func nextPageToken(_ response: ListReservationsResponse) -> String { response.nextPageToken }
  static func count(_ response: ListReservationsResponse) -> Int { response.reservations.count }

  static func append(_ next: ListReservationsResponse, to response: inout ListReservationsResponse) {
    response.reservations += next.reservations
    response.nextPageToken = next.nextPageToken
  }
}

extension View {
  /// Reservations as a table.
  static func reservations(_ reservations: [Reservation]) -> View {
    let table = Table(
      [
        .whole("RESERVATION"), .text("FOR"), .text("PRODUCT"), .text("WAREHOUSE"),
        .number("HELD"), .number("SHIPPED", hidesWhenBlank: true), .text("CHANNEL", dropOrder: 2, hidesWhenBlank: true),
        .whole("EXPIRES", dropOrder: 1, hidesWhenBlank: true), .whole("MADE", dropOrder: 3),
      ],
      rows: reservations.map { reservation in
        let reference = reservation.reference ?? Reference()
        return [
          reservation.reservationID, "\(Words.phrase(reference.type)) \(reference.id)",
          Words.product(reservation.productID, reservation.variantID), reservation.warehouseID,
          Words.number(reservation.quantity), Words.number(reservation.fulfilledQuantity), reservation.channelID,
          Words.minute(reservation.expiresAt), Words.minute(reservation.createdAt),
        ]
      })
    return View([.table(table)], ids: reservations.map(\.reservationID))
  }
}

extension Words {
  /// A product and its variant, as an item on the command line names them: `P-1/RED`.
  static func product(_ product: String, _ variant: String) -> String {
    variant.isEmpty ? product : "\(product)/\(variant)"
  }
}
