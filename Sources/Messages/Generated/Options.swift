// Made by tools/generate from proto/holdfast/v1/options.proto. Do not edit.

/// What an rpc does to the service.
public struct MethodKind: OpenEnum {
  /// Never used: every rpc names its kind.
  public static let unspecified = Self(rawValue: 0)
  /// Answered at once from a read-only snapshot; changes nothing.
  public static let query = Self(rawValue: 1)
  /// Put in order with all other commands, decided, recorded in the journal, then answered.
  public static let command = Self(rawValue: 2)
  /// About this server and not about stock: local, not ordered, not journalled.
  public static let operation = Self(rawValue: 3)

  /// Every value that the schema names, in its order.
  public static let allValues: [Self] = [.unspecified, .query, .command, .operation]

  /// The number on the wire.
  public var rawValue: Int32

  /// The value with this number, whether the schema names it or not.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The name in the schema; the number where the schema has none.
  public var description: String {
    switch rawValue {
    case 0: "METHOD_KIND_UNSPECIFIED"
    case 1: "METHOD_KIND_QUERY"
    case 2: "METHOD_KIND_COMMAND"
    case 3: "METHOD_KIND_OPERATION"
    default: "\(rawValue)"
    }
  }
}

/// What a calling service may do. Each role may do all that the ones before it may.
public struct Role: OpenEnum {
  /// No role: nothing is allowed.
  public static let unspecified = Self(rawValue: 0)
  /// Queries and watching.
  public static let reader = Self(rawValue: 1)
  /// Reader, and reservations and orders.
  public static let seller = Self(rawValue: 2)
  /// Seller, and stock, warehouses, products, transfers, channels, counts, reviews, alerts, webhooks, subscriptions.
  public static let `operator` = Self(rawValue: 3)
  /// Everything: policies, certificates, backup, journal, allow_oversold.
  public static let admin = Self(rawValue: 4)

  /// Every value that the schema names, in its order.
  public static let allValues: [Self] = [.unspecified, .reader, .seller, .operator, .admin]

  /// The number on the wire.
  public var rawValue: Int32

  /// The value with this number, whether the schema names it or not.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The name in the schema; the number where the schema has none.
  public var description: String {
    switch rawValue {
    case 0: "ROLE_UNSPECIFIED"
    case 1: "ROLE_READER"
    case 2: "ROLE_SELLER"
    case 3: "ROLE_OPERATOR"
    case 4: "ROLE_ADMIN"
    default: "\(rawValue)"
    }
  }
}
