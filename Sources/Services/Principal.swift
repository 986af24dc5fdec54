package import Messages

/// A calling service, as its certificate names it, and what it may do.
package struct Principal: Sendable, Hashable {
  /// The certificate's identity.
  package var name: String
  /// What it may do.
  package var role: Role
  /// The sales channels that it may reserve and sell for; empty = all.
  package var channels: [String]

  /// A principal.
  package init(name: String, role: Role, channels: [String] = []) {
    self.name = name
    self.role = role
    self.channels = channels
  }

  /// Whether the role is enough for `method`.
  @inline(__always)
  package func mayCall(_ method: Method) -> Bool { role.rawValue >= method.info.role.rawValue }

  /// PERMISSION_DENIED that says what is needed.
  package func refusal(of method: Method) -> CallFailure {
    .permissionDenied("\(method.info.name) needs the role \(method.info.role.name); \(name) is \(role.name)")
  }
}

extension Role {
  /// The role as configuration files name it.
  package var name: String {
    switch self {
    case .reader: "reader"
    case .seller: "seller"
    case .operator: "operator"
    case .admin: "admin"
    default: "nobody"
    }
  }

  /// The role with this name; nil if there is none.
  package init?(name: String) {
    switch name {
    case "reader": self = .reader
    case "seller": self = .seller
    case "operator": self = .operator
    case "admin": self = .admin
    default: return nil
    }
  }
}

/// Which identity has which role. What is not in here has none.
package struct RoleMap: Sendable {
  /// One identity.
  package struct Entry: Sendable, Hashable {
    /// The certificate's identity: SAN URI, else SAN DNS, else CN.
    package var identity: String
    /// Its role.
    package var role: Role
    /// The sales channels that it is bound to; empty = all.
    package var channels: [String]

    /// An entry.
    package init(identity: String, role: Role, channels: [String] = []) {
      self.identity = identity
      self.role = role
      self.channels = channels
    }
  }

  private var principals: [String: Principal] = [:]

  /// A map of these entries; of two for one identity the last counts.
  package init(_ entries: [Entry] = []) {
    for entry in entries {
      principals[entry.identity] = Principal(name: entry.identity, role: entry.role, channels: entry.channels)
    }
  }

  /// The principal that `identity` is; nil if it has no role.
  package func principal(for identity: String) -> Principal? { principals[identity] }
}
