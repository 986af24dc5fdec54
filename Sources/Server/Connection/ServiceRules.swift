internal import Messages
internal import Services
internal import Transport

/// What holds for every connection of the server.
struct ServiceRules: Sendable {
  let admission: Admission
  let roles: RoleMap
  /// Who a client without a certificate is; nil where clients need one.
  let anonymous: Principal?
  let limits: ConnectionLimits
  /// Calls in flight on one connection.
  let callLimit: Int
  /// Bytes of addresses for decoding and encoding.
  let arenaCapacity: Int

  init(_ configuration: ServerConfiguration) {
    admission = Admission(limit: configuration.connectionLimit, addressLimit: configuration.addressConnectionLimit)
    roles = RoleMap(configuration.roles)
    anonymous =
      configuration.requiresClientCertificates
      ? nil : Principal(name: "anonymous", role: configuration.anonymousRole)
    limits = configuration.connectionLimits
    callLimit = configuration.callLimit
    arenaCapacity = configuration.arenaCapacity
  }
}
