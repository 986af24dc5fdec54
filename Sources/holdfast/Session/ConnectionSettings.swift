internal import TLS

/// Where to call and as whom: what was said, filled up with what holds otherwise.
struct ConnectionSettings: Equatable {
  /// `host:port`.
  var server: String?
  /// Directory with the certificates.
  var certificates: String?
  /// A role of that directory, or a PEM file.
  var identity: String?
  /// How long a call may take.
  var timeout: SpanArgument?
  /// The profile that fills them up; nil = the one in use.
  var profile: String?

  /// What holds where nobody says otherwise.
  static let defaults = ConnectionSettings(
    server: "127.0.0.1:7117", certificates: "certs/dev", identity: "operator",
    timeout: SpanArgument(milliseconds: 10_000))

  /// These settings, with what they leave open taken from `other`.
  func filled(from other: ConnectionSettings) -> ConnectionSettings {
    ConnectionSettings(
      server: server ?? other.server, certificates: certificates ?? other.certificates,
      identity: identity ?? other.identity, timeout: timeout ?? other.timeout,
      profile: profile ?? other.profile)
  }
}

/// Settings that are all there: an address in its parts, and files.
struct ConnectionTarget: Equatable {
  /// Name or address of the server.
  var host: String
  /// Its port.
  var port: UInt16
  /// Certificate to show, PEM.
  var certificateFile: String
  /// Its key, PEM.
  var keyFile: String
  /// The authorities that the server's certificate must lead to, PEM.
  var authorityFile: String
  /// How long a call may take.
  var timeout: SpanArgument

  /// Fills the settings up.
  ///
  /// - Throws: ``ToolFailure`` for an address that is none, and for a profile that cannot be used.
  init(_ settings: ConnectionSettings, _ surroundings: Surroundings = .process) throws {
    let all = try surroundings.fill(settings).filled(from: .defaults)
    let server = all.server ?? ""
    guard let (host, port) = Self.address(server) else {
      throw ToolFailure(
        .usage, "\"\(server)\" is no address of a server",
        advice: "Write host:port, such as 127.0.0.1:7117 or [::1]:7117.")
    }
    self.host = host
    self.port = port
    let files = DevelopmentCertificates(directory: all.certificates ?? "")
    let identity = all.identity ?? ""
    if identity.hasSuffix(".pem") || identity.contains("/") {
      certificateFile = identity
      keyFile = (identity.hasSuffix(".pem") ? String(identity.dropLast(4)) : identity) + ".key"
    } else {
      certificateFile = files.clientFile(identity)
      keyFile = files.clientKeyFile(identity)
    }
    authorityFile = files.authorityFile
    timeout = all.timeout ?? SpanArgument(milliseconds: 10_000)
  }

  /// `host:port`, `host`, `[v6]:port` or `[v6]` in its parts; the port is 7117 where none is said.
  static func address(_ text: String) -> (host: String, port: UInt16)? {
    var host = text[...]
    var port: UInt16 = 7117
    if text.hasPrefix("[") {
      guard let end = text.firstIndex(of: "]") else { return nil }
      host = text[text.index(after: text.startIndex)..<end]
      let rest = text[text.index(after: end)...]
      if !rest.isEmpty {
        guard rest.hasPrefix(":"), let number = UInt16(rest.dropFirst()) else { return nil }
        port = number
      }
    } else if let colon = text.lastIndex(of: ":") {
      guard let number = UInt16(text[text.index(after: colon)...]) else { return nil }
      host = text[..<colon]
      port = number
      if host.contains(":") { return nil }
    }
    return host.isEmpty || port == 0 ? nil : (String(host), port)
  }
}
