internal import ArgumentParser
internal import Messages

/// An item of an order as one argument: `PRODUCT[/VARIANT]xQUANTITY[@WAREHOUSE]`, such as `P-1/REDx2@DC-1`.
///
/// It is read from its end: the last `@` begins the warehouse, the last `x` the quantity; the first `/` begins the variant.
struct ItemArgument: ExpressibleByArgument, Equatable {
  /// How it is written, for help.
  static let form = "product[/variant]xquantity[@warehouse]"

  /// What was said.
  var item: OrderItem

  init?(argument: String) {
    var rest = argument[...]
    var warehouse = ""
    if let at = rest.lastIndex(of: "@") {
      warehouse = String(rest[rest.index(after: at)...])
      rest = rest[..<at]
      if warehouse.isEmpty { return nil }
    }
    guard let cross = rest.lastIndex(where: { "xX×".contains($0) }),
      let quantity = Int64(rest[rest.index(after: cross)...]), quantity > 0
    else { return nil }
    let (product, variant) = ItemArgument.productAndVariant(rest[..<cross])
    guard !product.isEmpty else { return nil }
    item = OrderItem(productID: product, variantID: variant, quantity: quantity, warehouseID: warehouse)
  }

  /// `PRODUCT[/VARIANT]` in its parts.
  static func productAndVariant(_ text: some StringProtocol) -> (product: String, variant: String) {
    guard let slash = text.firstIndex(of: "/") else { return (String(text), "") }
    return (String(text[..<slash]), String(text[text.index(after: slash)...]))
  }
}

/// A reservation and how much of it: `RESERVATION[xQUANTITY]`; without a quantity all of it.
struct HoldArgument: ExpressibleByArgument, Equatable {
  /// What was said.
  var line: FulfillLine

  init?(argument: String) {
    if let cross = argument.lastIndex(where: { "xX×".contains($0) }),
      let quantity = Int64(argument[argument.index(after: cross)...]), quantity > 0, cross > argument.startIndex
    {
      line = FulfillLine(reservationID: String(argument[..<cross]), quantity: quantity)
    } else if !argument.isEmpty {
      line = FulfillLine(reservationID: argument)
    } else {
      return nil
    }
  }
}
