internal import ArgumentParser
internal import Messages

/// Levels of stock.
struct StockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stock", abstract: "Look at stock levels, and change them.",
    subcommands: [
      StockGet.self, StockList.self, StockSet.self, StockAdjust.self, StockMove.self, StockImport.self,
      StockExport.self, StockReconcile.self, StockReconciliation.self, StockVerify.self,
    ])
}

/// One product's stock, at one warehouse or in all.
struct StockGet: Verb {
  static let configuration = CommandConfiguration(
    commandName: "get", abstract: "One product's stock, at one warehouse or in all.",
    discussion: "Example: holdfast stock get P-0001 --warehouse DC-CHI")
  static let method = Method.stockServiceGetStock

  @Argument(help: "The product.") var product: String
  @Option(help: ArgumentHelp("Its variant.", valueName: "variant")) var variant: String?
  @Option(help: ArgumentHelp("The warehouse (default: the total over all).", valueName: "warehouse"))
  var warehouse: String?
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request() -> GetStockRequest {
    GetStockRequest(productID: product, variantID: variant ?? "", warehouseID: warehouse ?? "")
  }

  func view(of response: StockLevel) -> View { .levels([response]) }
}

/// The levels of one product or one warehouse.
struct StockList: ListVerb {
  typealias Request = ListStockRequest

  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "The levels of one product or one warehouse.",
    discussion: "Example: holdfast stock list --warehouse DC-CHI --below-reorder")
  static let method = Method.stockServiceListStock

  @Option(help: ArgumentHelp("All warehouses of this product.", valueName: "product")) var product: String?
  @Option(help: ArgumentHelp("All products of this warehouse.", valueName: "warehouse")) var warehouse: String?
  @Flag(name: .customLong("below-safety"), help: "Only with less available than the safety stock.")
  var belowSafety = false
  @Flag(name: .customLong("below-reorder"), help: "Only at or below the reorder point.") var belowReorder = false
  @Flag(help: "Only with nothing available.") var out = false
  @OptionGroup var paging: PagingOptions
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func validate() throws {
    if (product == nil) == (warehouse == nil) { throw ValidationError("Name one of --product and --warehouse.") }
  }

  func request(pageSize: UInt32, pageToken: String) -> ListStockRequest {
    ListStockRequest(
      by: product.map { .productID($0) } ?? .warehouseID(warehouse ?? ""), belowSafetyStock: belowSafety,
      belowReorderPoint: belowReorder, outOfStock: out, pageSize: pageSize, pageToken: pageToken)
  }

  func view(of response: ListStockResponse) -> View { .levels(response.levels) }
  static func nextPageToken(_ response: ListStockResponse) -> String { response.nextPageToken }
  static func count(_ response: ListStockResponse) -> Int { response.levels.count }

  static func append(_ next: ListStockResponse, to response: inout ListStockResponse) {
    response.levels += next.levels
    response.nextPageToken = next.nextPageToken
  }
}

/// Why stock was changed, for the journal.
struct ReasonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Why, for the journal.", valueName: "text")) var reason: String?
  @Option(name: .customLong("reference"), help: ArgumentHelp("What for, for the journal.", valueName: "id"))
  var referenceID: String?
}

/// Sets levels.
struct StockSet: Verb {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Set a product's levels, in one warehouse or several at once.",
    discussion: """
      What is not said stays as it is; a new level starts with safety stock 10, reorder point 20 and reorder quantity 100.

      Example: holdfast stock set P-0001 --warehouse DC-CHI --on-hand 500 --reason "opening count"
      """)
  static let method = Method.stockServiceSetStock

  @Argument(help: "The product.") var product: String
  @Option(help: ArgumentHelp("Its variant.", valueName: "variant")) var variant: String?
  @Option(
    name: .customLong("warehouse"), help: ArgumentHelp("The warehouse; may be given again.", valueName: "warehouse"))
  var warehouses: [String] = []
  @Option(name: .customLong("on-hand"), help: ArgumentHelp("Units in the building.", valueName: "units"))
  var onHand: Int64?
  @Option(name: .customLong("safety-stock"), help: ArgumentHelp("Stock is low below this.", valueName: "units"))
  var safetyStock: Int64?
  @Option(name: .customLong("reorder-point"), help: ArgumentHelp("Time to order from here down.", valueName: "units"))
  var reorderPoint: Int64?
  @Option(name: .customLong("reorder-quantity"), help: ArgumentHelp("How many to order then.", valueName: "units"))
  var reorderQuantity: Int64?
  @Option(
    name: .customLong("expected-version"),
    help: ArgumentHelp("Only if the level still has this version; 0 = only if it does not exist.", valueName: "version")
  )
  var expectedVersion: UInt64?
  @Flag(name: .customLong("allow-oversold"), help: "Even below what is held. Admins only.") var allowOversold = false
  @OptionGroup var why: ReasonOptions
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func validate() throws {
    if warehouses.isEmpty { throw ValidationError("Name the warehouse: --warehouse.") }
  }

  func request() -> SetStockRequest {
    let settings = warehouses.map { warehouse in
      StockSetting(
        productID: product, variantID: variant ?? "", warehouseID: warehouse, onHand: onHand, safetyStock: safetyStock,
        reorderPoint: reorderPoint, reorderQuantity: reorderQuantity, expectedVersion: expectedVersion)
    }
    return SetStockRequest(
      settings: settings, reason: why.reason ?? "", referenceID: why.referenceID ?? "", allowOversold: allowOversold)
  }

  func view(of response: SetStockResponse) -> View { .levels(response.levels) }
}

/// Changes a level by a number of units.
struct StockAdjust: Verb {
  static let configuration = CommandConfiguration(
    commandName: "adjust", abstract: "Change a level by a number of units, and say why.",
    discussion: """
      Types: adjustment (either sign), return (+), sale (−), damage (−), quarantine (+: from available to quarantined), \
      unquarantine (+: back).

      Example: holdfast stock adjust P-0001 --warehouse DC-CHI --by -3 --type damage --reason "fell off a fork"
      """)
  static let method = Method.stockServiceAdjustStock

  @Argument(help: "The product.") var product: String
  @Option(help: ArgumentHelp("Its variant.", valueName: "variant")) var variant: String?
  @Option(help: ArgumentHelp("The warehouse.", valueName: "warehouse")) var warehouse: String
  @Option(parsing: .unconditional, help: ArgumentHelp("Units, with their sign.", valueName: "units")) var by: Int64
  @Option(help: "What kind of change (default: adjustment).") var type: Choice<AdjustmentType>?
  @Flag(name: .customLong("in-quarantine"), help: "return: goods go to quarantine; damage: they are taken out of it.")
  var inQuarantine = false
  @Option(help: ArgumentHelp("sale and return: the sales channel.", valueName: "channel")) var channel: String?
  @Option(
    name: .customLong("expected-version"),
    help: ArgumentHelp("Only if the level still has this version.", valueName: "version"))
  var expectedVersion: UInt64?
  @Flag(name: .customLong("allow-oversold"), help: "Even below what is held. Admins only.") var allowOversold = false
  @OptionGroup var why: ReasonOptions
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request() -> AdjustStockRequest {
    let line = AdjustmentLine(
      productID: product, variantID: variant ?? "", warehouseID: warehouse, type: type?.value ?? .adjustment,
      quantity: by, inQuarantine: inQuarantine, channelID: channel ?? "", expectedVersion: expectedVersion)
    return AdjustStockRequest(
      lines: [line], reason: why.reason ?? "", referenceID: why.referenceID ?? "", allowOversold: allowOversold)
  }

  func view(of response: AdjustStockResponse) -> View { .levels(response.levels) }
}

/// Moves available stock.
struct StockMove: Verb {
  static let configuration = CommandConfiguration(
    commandName: "move", abstract: "Move available stock from one warehouse to another, at once.",
    discussion: "Example: holdfast stock move P-0001 --from DC-CHI --to DC-DAL --quantity 25")
  static let method = Method.stockServiceMoveStock

  @Argument(help: "The product.") var product: String
  @Option(help: ArgumentHelp("Its variant.", valueName: "variant")) var variant: String?
  @Option(help: ArgumentHelp("From where.", valueName: "warehouse")) var from: String
  @Option(help: ArgumentHelp("To where.", valueName: "warehouse")) var to: String
  @Option(help: ArgumentHelp("Units.", valueName: "units")) var quantity: Int64
  @OptionGroup var why: ReasonOptions
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request() -> MoveStockRequest {
    MoveStockRequest(
      productID: product, variantID: variant ?? "", fromWarehouseID: from, toWarehouseID: to, quantity: quantity,
      reason: why.reason ?? "", referenceID: why.referenceID ?? "")
  }

  func view(of response: MoveStockResponse) -> View { .levels([response.from, response.to].compactMap { $0 }) }
}
