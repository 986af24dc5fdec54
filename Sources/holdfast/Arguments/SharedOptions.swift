internal import ArgumentParser
internal import Messages

/// Which part of a list to show.
struct PagingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How many at most (default: 100).", valueName: "count"))
  var limit: Int?

  @Flag(help: "All of them.")
  var all = false

  /// How many at most; nil = all.
  var most: Int? { all ? nil : limit ?? 100 }

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1 on.") }
    if all, limit != nil { throw ValidationError("--all and --limit cannot stand together.") }
  }
}

/// Where an order goes.
struct ShipToOptions: ParsableArguments {
  @Option(
    name: .customLong("ship-to"),
    help: ArgumentHelp("Where it goes: coordinates, such as 40.71,-74.01.", valueName: "latitude,longitude"))
  var place: PlaceArgument?

  @Option(name: .customLong("ship-to-city"), help: ArgumentHelp("Town it goes to.", valueName: "city"))
  var city: String?

  @Option(name: .customLong("ship-to-postal-code"), help: ArgumentHelp("Its postal code.", valueName: "code"))
  var postalCode: String?

  @Option(name: .customLong("ship-to-country"), help: ArgumentHelp("Its country, such as US.", valueName: "country"))
  var country: String?

  /// The address; nil if nothing was said of it.
  var address: Address? {
    guard place != nil || city != nil || postalCode != nil || country != nil else { return nil }
    return Address(
      city: city ?? "", postalCode: postalCode ?? "", country: country ?? "", latitude: place?.latitude,
      longitude: place?.longitude)
  }
}

/// The cart, order or transfer that a verb is about.
struct ReferenceOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The cart.", valueName: "id"))
  var cart: String?

  @Option(help: ArgumentHelp("The order.", valueName: "id"))
  var order: String?

  @Option(help: ArgumentHelp("The transfer.", valueName: "id"))
  var transfer: String?

  /// What was named; nil if nothing was.
  var reference: Reference? {
    if let cart { return Reference(type: .cart, id: cart) }
    if let order { return Reference(type: .order, id: order) }
    return transfer.map { Reference(type: .transfer, id: $0) }
  }

  func validate() throws {
    if [cart, order, transfer].filter({ $0 != nil }).count > 1 {
      throw ValidationError("Name one of --cart, --order and --transfer.")
    }
  }
}

/// Reservations by their ids, or all of one cart, order or transfer.
struct HoldsOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The reservations, or …", valueName: "reservation"))
  var ids: [String] = []

  @OptionGroup var about: ReferenceOptions

  func validate() throws {
    if ids.isEmpty == (about.reference == nil) {
      throw ValidationError("Name reservations, or all of one --cart, --order or --transfer.")
    }
  }
}

/// How the warehouses of an order are chosen.
struct SplitOptions: ParsableArguments {
  @Option(help: "How to choose warehouses (default: fewest-shipments).")
  var strategy: Choice<SplitStrategy>?

  @Option(help: ArgumentHelp("Take from this warehouse first: the customer collects there.", valueName: "warehouse"))
  var pickup: String?
}
