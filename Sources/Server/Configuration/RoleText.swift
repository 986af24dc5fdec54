internal import Messages
internal import Services

/// Roles as they are written in configurations.
enum RoleText {
  /// What is wrong with a map of roles, and where.
  struct Fault: Error {
    var position: JSONError.Position?
    let message: String
  }

  static let rule = "one of reader, seller, operator, admin"

  static let mapRule =
    "in a file an object such as {\"spiffe://shop/checkout\": \"seller\", \"pos.internal\": {\"role\": \"seller\", "
    + "\"channels\": [\"POS\"]}}, elsewhere a text such as spiffe://shop/checkout=seller;pos.internal=seller:POS,WEB, "
    + "with roles from reader, seller, operator, admin"

  /// Reads either form.
  static func entries(_ value: JSONNode.Value) throws(Fault) -> [RoleMap.Entry] {
    var entries: [RoleMap.Entry] = []
    func add(_ entry: RoleMap.Entry, at position: JSONError.Position?) throws(Fault) {
      // Of two roles for one identity it would be a matter of order which counts.
      guard !entries.contains(where: { $0.identity == entry.identity }) else {
        throw Fault(position: position, message: "\(entry.identity) is in it twice")
      }
      entries.append(entry)
    }
    switch value {
    case .object(let members):
      for member in members {
        try add(entry(member), at: member.position)
      }
    case .string(let text):
      for part in text.split(separator: ";") {
        try add(entry(part), at: nil)
      }
    default: throw Fault(message: "must be \(mapRule)")
    }
    return entries
  }

  /// `identity=role` or `identity=role:CHANNEL,CHANNEL`, separated by semicolons.
  static func text(_ entries: [RoleMap.Entry]) -> String {
    entries.map { entry in
      let channels = entry.channels.isEmpty ? "" : ":" + entry.channels.joined(separator: ",")
      return "\(entry.identity)=\(entry.role.name)\(channels)"
    }.joined(separator: ";")
  }

  private static func role(_ name: String, _ identity: String, _ position: JSONError.Position?) throws(Fault) -> Role {
    guard let role = Role(name: name) else {
      throw Fault(position: position, message: "\(identity) has the role \(name.debugDescription): it must be \(rule)")
    }
    return role
  }

  private static func entry(_ member: JSONNode.Member) throws(Fault) -> RoleMap.Entry {
    let identity = member.name
    let wrong = Fault(
      position: member.position,
      message: "\(identity.debugDescription) must have a role, such as \"seller\", or an object such as "
        + "{\"role\": \"seller\", \"channels\": [\"POS\"]}")
    guard !identity.isEmpty else { throw Fault(position: member.position, message: "an identity is empty") }
    if case .string(let name) = member.node.value {
      return RoleMap.Entry(identity: identity, role: try role(name, identity, member.node.position))
    }
    guard case .object(let parts) = member.node.value else { throw wrong }
    var entry = RoleMap.Entry(identity: identity, role: .unspecified)
    for part in parts {
      switch (part.name, part.node.value) {
      case ("role", .string(let name)): entry.role = try role(name, identity, part.node.position)
      case ("channels", .array(let elements)): entry.channels = try channels(elements, identity, part.position)
      default: throw wrong
      }
    }
    guard entry.role != .unspecified else { throw wrong }
    return entry
  }

  private static func channels(
    _ elements: [JSONNode], _ identity: String, _ position: JSONError.Position
  ) throws(Fault) -> [String] {
    let names = elements.compactMap(\.value.text).filter { !$0.isEmpty }
    // No channels would mean all channels: a list must not come to that by mistake.
    guard !names.isEmpty, names.count == elements.count else {
      throw Fault(
        position: position, message: "\(identity): channels must be names of channels; leave it out to allow all")
    }
    return names
  }

  /// Whether what stands in front of a comma ends with a role: then it is an entry of its own, and no part of an identity.
  private static func namesRole(within identity: String) -> Bool {
    identity.split(separator: ",", omittingEmptySubsequences: false).dropLast().contains { part in
      guard let equals = part.lastIndex(of: "=") else { return false }
      let word = part[part.index(after: equals)...].split(separator: ":", omittingEmptySubsequences: false)[0]
      return Role(name: String(word)) != nil
    }
  }

  /// The text with semicolons in front of what looks like an entry.
  private static func separated(_ text: Substring) -> String {
    var result = ""
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      if !result.isEmpty { result += part.contains("=") ? ";" : "," }
      result += part.drop { $0 == " " }
    }
    return result
  }

  private static func entry(_ text: Substring) throws(Fault) -> RoleMap.Entry {
    // The last one: a URI may hold others.
    guard let equals = text.lastIndex(of: "="), equals != text.startIndex else {
      throw Fault(message: "\(String(text).debugDescription) must be identity=role or identity=role:CHANNEL,CHANNEL")
    }
    let identity = String(text[..<equals])
    if namesRole(within: identity) {
      throw Fault(
        message: "\(String(text).debugDescription) has a comma where entries are separated: write \(separated(text))")
    }
    let parts = text[text.index(after: equals)...].split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let role = try role(String(parts[0]), identity, nil)
    guard parts.count == 2 else { return RoleMap.Entry(identity: identity, role: role) }
    let channels = parts[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard !channels.contains("") else { throw Fault(message: "\(identity) has a channel without a name") }
    return RoleMap.Entry(identity: identity, role: role, channels: channels)
  }
}
