/// An identifier. Two are the same if their bytes are: Swift's `==` of strings would call some different ones equal.
struct Name: Hashable, Comparable, ExpressibleByStringLiteral, CustomStringConvertible {
  let text: String

  init(_ text: String) { self.text = text }
  init(stringLiteral text: String) { self.text = text }

  var isEmpty: Bool { text.isEmpty }
  var description: String { text }

  static func == (left: Name, right: Name) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }
  static func < (left: Name, right: Name) -> Bool { left.text.utf8.lexicographicallyPrecedes(right.text.utf8) }
  func hash(into hasher: inout Hasher) { for byte in text.utf8 { hasher.combine(byte) } }
}

/// Names a product or one of its variants (with an empty variant: the product itself).
struct Ware: Hashable, Comparable, CustomStringConvertible {
  var product: Name
  var variant: Name

  var description: String { variant.isEmpty ? "\(product)" : "\(product)/\(variant)" }

  static func < (left: Ware, right: Ware) -> Bool {
    (left.product, left.variant) < (right.product, right.variant)
  }
}

/// Names one stock level.
struct Place: Hashable, Comparable, CustomStringConvertible {
  var ware: Ware
  var warehouse: Name

  init(_ product: String, _ variant: String, _ warehouse: String) {
    ware = Ware(product: Name(product), variant: Name(variant))
    self.warehouse = Name(warehouse)
  }

  init(_ ware: Ware, _ warehouse: Name) {
    self.ware = ware
    self.warehouse = warehouse
  }

  var description: String { "\(ware)@\(warehouse)" }

  static func < (left: Place, right: Place) -> Bool { (left.ware, left.warehouse) < (right.ware, right.warehouse) }
}
