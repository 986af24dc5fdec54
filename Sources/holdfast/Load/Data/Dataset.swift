/// The products and warehouses that load is put on. They are named by number, so that who knows how many there are
/// knows their names.
struct Dataset: Equatable, Sendable {
  /// How many products there are, `LP0000000000` and on.
  var products: UInt32
  /// How many warehouses there are, `L000` and on; each has every product.
  var warehouses: UInt32

  /// The most warehouses that their names have room for.
  static let mostWarehouses: UInt32 = 1000
  /// What a product's id begins with.
  static let productPrefix = "LP"
  /// Digits of a product's id.
  static let productDigits = 10
  /// What a warehouse's id begins with.
  static let warehousePrefix = "L"
  /// Digits of a warehouse's id.
  static let warehouseDigits = 3

  /// How many stock levels there are.
  var levels: UInt64 { UInt64(products) * UInt64(warehouses) }

  /// The id of a product by its number.
  static func productID(_ number: UInt64) -> String { productPrefix + padded(number, productDigits) }

  /// The id of a warehouse by its number, which is its code as well.
  static func warehouseID(_ number: UInt64) -> String { warehousePrefix + padded(number, warehouseDigits) }

  /// The scannable code of a product by its number.
  static func sku(_ number: UInt64) -> String { "LOAD-" + padded(number, productDigits) }

  private static func padded(_ number: UInt64, _ count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }
}
