internal import ArgumentParser
internal import Messages

/// Warehouses.
struct WarehouseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "warehouse", abstract: "Look at warehouses, make and change them, and choose one.",
    subcommands: [
      WarehouseGet.self, WarehouseList.self, WarehouseCreate.self, WarehouseUpdate.self, WarehouseDeactivate.self,
      WarehouseSelect.self,
    ])
}

/// Makes a warehouse.
struct WarehouseCreate: Verb {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Make a warehouse.",
    discussion: """
      Example: holdfast warehouse create DC-CHI --code CHI --name Chicago --at 41.88,-87.63 --timezone America/Chicago \
      --rate 4.50 --rate-unit 0.20 --currency USD
      """)
  static let method = Method.warehouseServiceCreateWarehouse

  @Argument(help: "Its id; the service makes one where none is given.") var warehouse: String?
  @Option(help: ArgumentHelp("Its unique code (default: its id).", valueName: "code")) var code: String?
  @OptionGroup var options: WarehouseOptions
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func validate() throws {
    if code == nil, warehouse == nil { throw ValidationError("Give the warehouse an id, --code, or both.") }
    if options.name == nil { throw ValidationError("Give the warehouse a name: --name.") }
  }

  func request() -> CreateWarehouseRequest {
    var made = Warehouse(warehouseID: warehouse ?? "", code: code ?? warehouse ?? "")
    _ = options.apply(to: &made)
    return CreateWarehouseRequest(warehouse: made)
  }

  func view(of response: Warehouse) -> View { .warehouse(response) }
}

/// Changes a warehouse.
struct WarehouseUpdate: Verb {
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Change what is said of a warehouse; the rest stays.",
    discussion: "Example: holdfast warehouse update DC-CHI --priority 9 --daily-capacity 5000")
  static let method = Method.warehouseServiceUpdateWarehouse

  @Argument(help: "The warehouse.") var warehouse: String
  @Option(help: ArgumentHelp("Its unique code.", valueName: "code")) var code: String?
  @OptionGroup var options: WarehouseOptions
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request() throws -> UpdateWarehouseRequest { try request(changing: Warehouse(warehouseID: warehouse)) }

  func run() async throws {
    let reply = try await Session.with(global) { session in
      // Parts of an address or a rate can only be changed by who knows the rest.
      let get = try Coding.encode(GetWarehouseRequest(key: .warehouseID(warehouse)))
      let old = try await session.call(.warehouseServiceGetWarehouse, get, isAside: true)
      let request = try request(changing: Coding.decode(old.bytes))
      return try await session.call(Self.method, Coding.encode(request))
    }
    try show(reply)
  }

  /// What changes `old` into what the command line asks for.
  func request(changing old: Warehouse) throws -> UpdateWarehouseRequest {
    var changed = old
    var mask = options.apply(to: &changed)
    if let code {
      changed.code = code
      mask.append("code")
    }
    if mask.isEmpty {
      throw ToolFailure(.usage, "there is nothing to change", advice: "See holdfast warehouse update --help.")
    }
    return UpdateWarehouseRequest(warehouse: changed, updateMask: mask)
  }

  func view(of response: Warehouse) -> View { .warehouse(response) }
}

/// A warehouse by id or by code.
struct WarehouseGet: Verb {
  static let configuration = CommandConfiguration(commandName: "get", abstract: "One warehouse, by id or by code.")
  static let method = Method.warehouseServiceGetWarehouse

  @Argument(help: "The warehouse's id.") var warehouse: String?
  @Option(help: ArgumentHelp("Its code.", valueName: "code")) var code: String?
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func validate() throws {
    if (warehouse == nil) == (code == nil) { throw ValidationError("Name the warehouse by its id or by --code.") }
  }

  func request() -> GetWarehouseRequest {
    GetWarehouseRequest(key: code.map { .code($0) } ?? .warehouseID(warehouse ?? ""))
  }

  func view(of response: Warehouse) -> View { .warehouse(response) }
}

/// Warehouses by id.
struct WarehouseList: ListVerb {
  typealias Request = ListWarehousesRequest

  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Warehouses in the order of their ids.")
  static let method = Method.warehouseServiceListWarehouses

  @Flag(help: "Only those that take new holds.") var active = false
  @Option(help: "Only those that can do this.") var capability: Choice<Capability>?
  @OptionGroup var paging: PagingOptions
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request(pageSize: UInt32, pageToken: String) -> ListWarehousesRequest {
    ListWarehousesRequest(
      pageSize: pageSize, pageToken: pageToken, onlyActive: active, capability: capability?.value ?? .unspecified)
  }

  func view(of response: ListWarehousesResponse) -> View { .warehouses(response.warehouses) }
  static func nextPageToken(_ response: ListWarehousesResponse) -> String { response.nextPageToken }
  static func count(_ response: ListWarehousesResponse) -> Int { response.warehouses.count }

  static func append(_ next: ListWarehousesResponse, to response: inout ListWarehousesResponse) {
    response.warehouses += next.warehouses
    response.nextPageToken = next.nextPageToken
  }
}

/// Stops new holds at a warehouse.
struct WarehouseDeactivate: Verb {
  static let configuration = CommandConfiguration(
    commandName: "deactivate", abstract: "Stop new holds at a warehouse; existing ones may still ship.")
  static let method = Method.warehouseServiceDeactivateWarehouse

  @Argument(help: "The warehouse.") var warehouse: String
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request() -> DeactivateWarehouseRequest { DeactivateWarehouseRequest(warehouseID: warehouse) }
  func view(of response: Warehouse) -> View { .warehouse(response) }
}

/// Ranks the warehouses that can ship a product.
struct WarehouseSelect: Verb {
  static let configuration = CommandConfiguration(
    commandName: "select", abstract: "Rank the warehouses that can ship a product: the first is the choice.",
    discussion: "Example: holdfast warehouse select P-0001 --quantity 2 --ship-to 40.71,-74.01")
  static let method = Method.warehouseServiceSelectWarehouse

  @Argument(help: "The product.") var product: String
  @Option(help: ArgumentHelp("Its variant.", valueName: "variant")) var variant: String?
  @Option(help: ArgumentHelp("Units.", valueName: "units")) var quantity: Int64 = 1
  @OptionGroup var shipTo: ShipToOptions
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request() -> SelectWarehouseRequest {
    SelectWarehouseRequest(productID: product, variantID: variant ?? "", quantity: quantity, shipTo: shipTo.address)
  }

  func view(of response: SelectWarehouseResponse) -> View { .candidates(response.candidates) }
}
