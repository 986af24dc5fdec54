/// A message of the schema as a value of Swift.
///
/// Every field that is not set has the value that proto3 gives it: 0, false, empty, or nil where absence matters.
public protocol Message: Sendable, Hashable {
  /// The message with nothing set.
  init()

  /// The name of the message in the schema, such as `holdfast.v1.StockLevel`.
  static var fullName: String { get }
}

/// An enum of the schema. Numbers that this version does not know pass through unharmed.
public protocol OpenEnum: RawRepresentable, Sendable, Hashable, CustomStringConvertible where RawValue == Int32 {
  /// The value with this number, whether the schema names it or not.
  init(rawValue: Int32)

  /// Every value that the schema names, in its order.
  static var allValues: [Self] { get }
}
