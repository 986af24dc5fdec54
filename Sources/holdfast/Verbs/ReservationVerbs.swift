internal import ArgumentParser
internal import Messages

/// Plans how an order ships.
struct OrderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "order", abstract: "Plan how an order ships.", subcommands: [OrderSplit.self])
}

/// Plans from which warehouses an order ships.
struct OrderSplit: Verb {
  static let configuration = CommandConfiguration(
    commandName: "split", abstract: "Plan from which warehouses an order ships; nothing is held.",
    discussion: "Example: holdfast order split --item P-0001x2 --item P-0002/REDx1 --ship-to 40.71,-74.01")
  static let method = Method.warehouseServiceSplitOrder

  @Option(
    name: .customLong("item"), help: ArgumentHelp("What is ordered; may be given again.", valueName: ItemArgument.form))
  var items: [ItemArgument]
  @Flag(name: .customLong("allow-partial"), help: "Plan what there is, instead of refusing when something is short.")
  var allowPartial = false
  @OptionGroup var split: SplitOptions
  @OptionGroup var shipTo: ShipToOptions
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request() -> SplitOrderRequest {
    SplitOrderRequest(
      items: items.map(\.item), shipTo: shipTo.address, strategy: split.strategy?.value ?? .unspecified,
      allowPartial: allowPartial, pickupWarehouseID: split.pickup ?? "")
  }

  func view(of response: SplitOrderResponse) -> View { .plan(response) }
}

/// Holds stock.
struct Reserve: Verb {
  static let configuration = CommandConfiguration(
    commandName: "reserve", abstract: "Hold stock for a cart or an order, so that it is not sold twice.",
    discussion: """
      Where an item names no warehouse the service chooses. A cart that reserves again replaces its \
      own holds, unless --add is given.

      Example: holdfast reserve --cart C-17 --item P-0001x2 --item P-0002/REDx1@DC-CHI --ship-to 40.71,-74.01
      """)
  static let method = Method.reservationServiceReserve

  @OptionGroup var about: ReferenceOptions
  @Option(
    name: .customLong("item"), help: ArgumentHelp("What to hold; may be given again.", valueName: ItemArgument.form))
  var items: [ItemArgument]
  @Option(help: ArgumentHelp("The sales channel.", valueName: "channel")) var channel: String?
  @Option(
    help: ArgumentHelp("How long, such as 15m; 0 = without end (default: cart 30m, order no end).", valueName: "span"))
  var ttl: SpanArgument?
  @Flag(name: .customLong("best-effort"), help: "Hold the items that there are, instead of all or nothing.")
  var bestEffort = false
  @Flag(help: "Give up the holds it has, in the same step.") var replace = false
  @Flag(help: "Keep the holds it has.") var add = false
  @OptionGroup var split: SplitOptions
  @OptionGroup var shipTo: ShipToOptions
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func validate() throws {
    if about.reference == nil { throw ValidationError("Say what for: --cart, --order or --transfer.") }
    if replace, add { throw ValidationError("--replace and --add cannot stand together.") }
    if let ttl, UInt32(exactly: ttl.seconds) == nil { throw ValidationError("--ttl is longer than can be said.") }
  }

  func request() -> ReserveRequest {
    ReserveRequest(
      reference: about.reference, items: items.map(\.item), channelID: channel ?? "", shipTo: shipTo.address,
      timeToLiveSeconds: ttl.map { UInt32(clamping: $0.seconds) }, mode: bestEffort ? .bestEffort : .unspecified,
      existing: replace ? .replace : add ? .add : .unspecified, strategy: split.strategy?.value ?? .unspecified,
      pickupWarehouseID: split.pickup ?? "")
  }

  func view(of response: ReserveResponse) -> View {
    var view = View.reservations(response.reservations)
    let failures = Table(
      [.text("NOT HELD"), .text("WHY"), .number("ASKED FOR"), .number("AVAILABLE")],
      rows: response.failures.map { failure in
        let product = Words.product(failure.productID, failure.variantID)
        return [
          failure.warehouseID.isEmpty ? product : "\(product)@\(failure.warehouseID)", Words.phrase(failure.reason),
          Words.number(failure.requested), Words.number(failure.available),
        ]
      })
    view.blocks.append(.table(failures))
    return view
  }
}

/// Gives holds back.
struct Release: Verb {
  static let configuration = CommandConfiguration(
    commandName: "release", abstract: "Give holds back.", discussion: "Example: holdfast release --cart C-17")
  static let method = Method.reservationServiceRelease

  @OptionGroup var holds: HoldsOptions
  @Option(help: ArgumentHelp("Why, for the journal.", valueName: "text")) var reason: String?
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request() -> ReleaseRequest {
    ReleaseRequest(reservationIDs: holds.ids, reference: holds.about.reference, reason: reason ?? "")
  }

  func view(of response: ReleaseResponse) -> View { .reservations(response.released) }
}

/// Moves the expiry of holds.
struct Extend: Verb {
  static let configuration = CommandConfiguration(
    commandName: "extend", abstract: "Move the expiry of holds.",
    discussion: "Example: holdfast extend --cart C-17 --ttl 1h")
  static let method = Method.reservationServiceExtend

  @OptionGroup var holds: HoldsOptions
  @Option(help: ArgumentHelp("How long from now, such as 15m; 0 = without end.", valueName: "span")) var ttl:
    SpanArgument
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request() -> ExtendRequest {
    ExtendRequest(
      reservationIDs: holds.ids, reference: holds.about.reference,
      until: .timeToLiveSeconds(UInt32(clamping: ttl.seconds)))
  }

  func view(of response: ExtendResponse) -> View { .reservations(response.reservations) }
}

/// Makes a cart's holds an order's.
struct Convert: Verb {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Make a cart's holds an order's, no longer expiring.",
    discussion: "Example: holdfast convert --cart C-17 --order O-1001")
  static let method = Method.reservationServiceConvertReservation

  @Argument(help: ArgumentHelp("The reservations, or …", valueName: "reservation")) var ids: [String] = []
  @Option(help: ArgumentHelp("… all of this cart.", valueName: "id")) var cart: String?
  @Option(help: ArgumentHelp("The order they become.", valueName: "id")) var order: String
  @Flag(help: "Also where the order has holds already.") var add = false
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func validate() throws {
    if ids.isEmpty == (cart == nil) { throw ValidationError("Name reservations, or all of one --cart.") }
  }

  func request() -> ConvertReservationRequest {
    ConvertReservationRequest(
      reservationIDs: ids, cartID: cart ?? "", orderID: order, existing: add ? .add : .unspecified)
  }

  func view(of response: ConvertReservationResponse) -> View { .reservations(response.reservations) }
}

/// Gives a hold another quantity or another warehouse.
struct Change: Verb {
  static let configuration = CommandConfiguration(
    commandName: "change", abstract: "Give a hold another quantity or another warehouse.")
  static let method = Method.reservationServiceChangeReservation

  @Argument(help: "The reservation.") var reservation: String
  @Option(help: ArgumentHelp("Units to hold.", valueName: "units")) var quantity: Int64?
  @Option(help: ArgumentHelp("Where to hold them.", valueName: "warehouse")) var warehouse: String?
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func validate() throws {
    if quantity == nil, warehouse == nil {
      throw ValidationError("Say what to change: --quantity, --warehouse or both.")
    }
  }

  func request() -> ChangeReservationRequest {
    ChangeReservationRequest(reservationID: reservation, quantity: quantity, warehouseID: warehouse ?? "")
  }

  func view(of response: Reservation) -> View { .reservations([response]) }
}

/// Says that goods have left.
struct Fulfill: Verb {
  static let configuration = CommandConfiguration(
    commandName: "fulfill", abstract: "Say that goods have left, for holds wholly or in part.",
    discussion: """
      A hold is RESERVATION or RESERVATIONxQUANTITY.

      Example: holdfast fulfill --order O-1001
      """)
  static let method = Method.reservationServiceFulfill

  @Argument(help: ArgumentHelp("The holds, or …", valueName: "hold")) var lines: [HoldArgument] = []
  @OptionGroup var about: ReferenceOptions
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func validate() throws {
    if lines.isEmpty == (about.reference == nil) {
      throw ValidationError("Name reservations, or all of one --cart or --order.")
    }
  }

  func request() -> FulfillRequest { FulfillRequest(lines: lines.map(\.line), reference: about.reference) }
  func view(of response: FulfillResponse) -> View { .reservations(response.reservations) }
}
