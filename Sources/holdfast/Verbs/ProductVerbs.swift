internal import ArgumentParser
internal import Messages

/// Products.
struct ProductCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "product", abstract: "Look at products, make and replace them.",
    subcommands: [ProductGet.self, ProductList.self, ProductPut.self])
}

/// Makes or replaces a product.
struct ProductPut: Verb {
  static let configuration = CommandConfiguration(
    commandName: "put", abstract: "Make a product, or replace all that is said of it.",
    discussion: """
      Example: holdfast product put P-9001 --name "Canvas bag" --sku BAG --variant RED:Red:BAG-R --variant BLU:Blue:BAG-B

      A product with components is a kit: it is held and sold as a whole, and has no stock of its own.

      Example: holdfast product put KIT-1 --name "Picnic set" --component P-0001:1 --component P-0002/RED:4
      """)
  static let method = Method.stockServicePutProduct

  @Argument(help: "The product's id.") var product: String
  @Option(help: ArgumentHelp("Its name for people.", valueName: "text")) var name: String
  @Option(help: ArgumentHelp("Its scannable code.", valueName: "code")) var sku: String?
  @Option(name: .customLong("barcode"), help: ArgumentHelp("A barcode; may be given again.", valueName: "code"))
  var barcodes: [String] = []
  @Option(
    name: .customLong("variant"),
    help: ArgumentHelp("A variant; may be given again.", valueName: "id:name[:sku[:barcode…]]"))
  var variants: [VariantArgument] = []
  @Option(
    name: .customLong("component"),
    help: ArgumentHelp("What a kit takes; may be given again.", valueName: "product[/variant]:quantity"))
  var components: [ComponentArgument] = []
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request() -> PutProductRequest {
    PutProductRequest(
      product: Product(
        productID: product, name: name, sku: sku ?? "", variants: variants.map(\.variant), barcodes: barcodes,
        components: components.map(\.component)))
  }

  func view(of response: Product) -> View { .product(response) }
}

/// A component of a kit as one argument: `PRODUCT[/VARIANT]:QUANTITY`; the last colon begins the quantity.
struct ComponentArgument: ExpressibleByArgument, Equatable {
  /// What was said.
  var component: KitComponent

  init?(argument: String) {
    guard let colon = argument.lastIndex(of: ":"), let quantity = Int64(argument[argument.index(after: colon)...]),
      quantity > 0
    else { return nil }
    let (product, variant) = ItemArgument.productAndVariant(argument[..<colon])
    guard !product.isEmpty else { return nil }
    component = KitComponent(productID: product, variantID: variant, quantity: quantity)
  }
}

/// A variant as one argument: `ID:NAME[:SKU[:BARCODE…]]`.
struct VariantArgument: ExpressibleByArgument, Equatable {
  /// What was said.
  var variant: Variant

  init?(argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 2, !parts[0].isEmpty else { return nil }
    variant = Variant(
      variantID: parts[0], name: parts[1], sku: parts.count > 2 ? parts[2] : "", barcodes: Array(parts.dropFirst(3)))
  }
}

/// One product.
struct ProductGet: Verb {
  static let configuration = CommandConfiguration(
    commandName: "get", abstract: "One product, by id, SKU or barcode.")
  static let method = Method.stockServiceGetProduct

  @Argument(help: "The product's id.") var product: String?
  @Option(help: ArgumentHelp("Its SKU or that of a variant.", valueName: "code")) var sku: String?
  @Option(help: ArgumentHelp("A barcode of it or of a variant.", valueName: "code")) var barcode: String?
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func validate() throws {
    if [product, sku, barcode].filter({ $0 != nil }).count != 1 {
      throw ValidationError("Name the product by its id, --sku or --barcode.")
    }
  }

  func request() -> GetProductRequest {
    if let sku { return GetProductRequest(key: .sku(sku)) }
    if let barcode { return GetProductRequest(key: .barcode(barcode)) }
    return GetProductRequest(key: .productID(product ?? ""))
  }

  func view(of response: Product) -> View { .product(response) }
}

/// Products by id.
struct ProductList: ListVerb {
  typealias Request = ListProductsRequest

  static let configuration = CommandConfiguration(commandName: "list", abstract: "Products in the order of their ids.")
  static let method = Method.stockServiceListProducts

  @OptionGroup var paging: PagingOptions
  @OptionGroup(title: "Connection and output") var global: GlobalOptions

  func request(pageSize: UInt32, pageToken: String) -> ListProductsRequest {
    ListProductsRequest(pageSize: pageSize, pageToken: pageToken)
  }

  func view(of response: ListProductsResponse) -> View { .products(response.products) }
  static func nextPageToken(_ response: ListProductsResponse) -> String { response.nextPageToken }
  static func count(_ response: ListProductsResponse) -> Int { response.products.count }

  static func append(_ next: ListProductsResponse, to response: inout ListProductsResponse) {
    response.products += next.products
    response.nextPageToken = next.nextPageToken
  }
}
