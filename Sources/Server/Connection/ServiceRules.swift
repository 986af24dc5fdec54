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
  /// What unfinished requests of all connections may take.
  let inputBudget: InputBudget
  /// Calls in flight on one connection.
  let callLimit: Int
  /// Streams on one connection.
  let streamLimit: Int
  /// How long a stream may hold a snapshot.
  let snapshotNanoseconds: UInt64
  /// Bytes of addresses for decoding and encoding.
  let arenaCapacity: Int

  init(_ configuration: ServerConfiguration) {
    admission = Admission(limit: configuration.connectionLimit, addressLimit: configuration.addressConnectionLimit)
    roles = RoleMap(configuration.roles)
    anonymous =
      configuration.requiresClientCertificates
      ? nil : Principal(name: "anonymous", role: configuration.anonymousRole)
    limits = configuration.connectionLimits
    inputBudget = InputBudget(limit: configuration.heldInputLimit)
    callLimit = configuration.callLimit
    streamLimit = configuration.connectionStreamLimit
    snapshotNanoseconds = configuration.snapshotTime.wholeNanoseconds
    arenaCapacity = configuration.arenaCapacity
  }
}
