internal import Glibc
internal import Messages

/// Named servers that a person calls: the file `profiles.json`.
///
/// ```json
/// {"current": "shop", "profiles": {"shop": {"server": "stock.internal:7117", "certs": "/etc/holdfast", "identity": "operator"}}}
/// ```
struct ProfileFile: Equatable {
  /// Each profile's settings, by name.
  var profiles: [String: ConnectionSettings] = [:]
  /// The one that is used where none is named; nil = none.
  var current: String?

  /// A file without profiles.
  init() {}

  /// Where it lies: under `XDG_CONFIG_HOME`, or `.config` of the home directory; nil where neither is set.
  static var path: String? {
    let folder = Terminal.environment("XDG_CONFIG_HOME") ?? Terminal.environment("HOME").map { "\($0)/.config" }
    return folder.map { "\($0)/holdfast/profiles.json" }
  }

  /// Reads the file; one that does not exist has no profiles.
  ///
  /// - Throws: ``ToolFailure`` that says what is wrong with it, and on which line.
  init(reading path: String) throws {
    if unsafe access(path, F_OK) != 0, errno == ENOENT {
      self.init()
      return
    }
    try self.init(json: InputFile.bytes(path), path: path)
  }

  /// Reads the text of the file at `path`.
  init(json: [UInt8], path: String) throws {
    let root: JSONNode
    do throws(JSONError) {
      root = try JSONNode(parsing: json)
    } catch {
      throw Self.wrong(path, error.position, error.message)
    }
    for member in try Self.members(root, path) {
      switch member.name {
      case "current": current = try Self.text(member, path)
      case "profiles":
        for profile in try Self.members(member.node, path) {
          var settings = ConnectionSettings()
          for part in try Self.members(profile.node, path) { try Self.take(part, into: &settings, path) }
          profiles[profile.name] = settings
        }
      default: throw Self.wrong(path, member.position, "there is no \"\(member.name)\" here: current, profiles")
      }
    }
  }

  private static func take(_ member: JSONNode.Member, into settings: inout ConnectionSettings, _ path: String) throws {
    switch member.name {
    case "server": settings.server = try text(member, path)
    case "certs": settings.certificates = try text(member, path)
    case "identity": settings.identity = try text(member, path)
    default:
      throw wrong(
        path, member.position, "a profile has no \"\(member.name)\": server, certs and identity are what it can have")
    }
  }

  private static func members(_ node: JSONNode, _ path: String) throws -> [JSONNode.Member] {
    guard case .object(let members) = node.value else { throw wrong(path, node.position, "this must be an object") }
    return members
  }

  private static func text(_ member: JSONNode.Member, _ path: String) throws -> String {
    guard case .string(let text) = member.node.value, !text.isEmpty else {
      throw wrong(path, member.position, "\"\(member.name)\" must be a text")
    }
    return text
  }

  private static func wrong(_ path: String, _ position: JSONError.Position?, _ message: String) -> ToolFailure {
    ToolFailure(.local, "\(path)\(position.map { ":\($0.line)" } ?? ""): \(message)")
  }

  /// The file's text.
  var json: String {
    var parts: [String] = current.map { ["  \"current\": \(JSONText.quoted($0))"] } ?? []
    let list = profiles.sorted { $0.key < $1.key }.map { name, settings in
      let members = [("server", settings.server), ("certs", settings.certificates), ("identity", settings.identity)]
      let text = members.compactMap { name, value in value.map { "\"\(name)\": \(JSONText.quoted($0))" } }
      return "    \(JSONText.quoted(name)): {\(text.joined(separator: ", "))}"
    }
    parts.append(list.isEmpty ? "  \"profiles\": {}" : "  \"profiles\": {\n\(list.joined(separator: ",\n"))\n  }")
    return "{\n\(parts.joined(separator: ",\n"))\n}\n"
  }

  /// Puts the file in place, whole or not at all.
  func write(to path: String) throws {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/\(part)"
      guard unsafe mkdir(folder, 0o700) == 0 || errno == EEXIST else {
        throw ToolFailure.system("\(folder) cannot be made")
      }
    }
    let file = try WholeFile(path, replacing: true, mode: 0o600)
    try file.write(Array(json.utf8))
    try file.finish()
  }

  /// The settings of the profile `name`.
  ///
  /// - Throws: ``ToolFailure`` where there is none.
  func settings(of name: String, because reason: String) throws -> ConnectionSettings {
    if let settings = profiles[name] { return settings }
    let near = MessageRegistry.nearest(to: name, among: profiles.keys.sorted())
    throw ToolFailure(
      .usage, "there is no profile \"\(name)\", which \(reason) names" + (near.map { "; did you mean \($0)?" } ?? ""),
      advice: "`holdfast profile list` names those that there are.")
  }
}
