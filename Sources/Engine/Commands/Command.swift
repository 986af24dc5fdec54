package import Messages

/// Who sends a command, and with which right.
package struct Caller: Sendable, Hashable {
  /// The calling service, by its certificate; 1 to 255 bytes.
  package var principal: String
  /// What it may do.
  package var role: Role
  /// The person on whose behalf it calls, if it says so.
  package var actor: String
  /// The sales channels that it may hold and sell for; empty = all.
  package var channels: [String]

  /// A caller.
  package init(principal: String, role: Role, actor: String = "", channels: [String] = []) {
    self.principal = principal
    self.role = role
    self.actor = actor
    self.channels = channels
  }
}

/// One command on its way to be ordered. All that deciding needs besides the state travels in it.
///
/// An object, because it is handed from thread to thread and list to list, and the largest request is a large value.
package final class Command: Sendable {
  /// What is asked for; checked already.
  package let request: CommandRequest
  /// Who asks.
  package let caller: Caller
  /// Idempotency key; empty = none.
  package let commandID: [UInt8]
  /// First 16 bytes of SHA-256 over method, a zero byte and the request's bytes; empty without a command id.
  package let requestHash: [UInt8]
  /// Bytes of the request as it came: what the command counts for while it waits.
  package let byteCount: Int

  /// Checks all that can be checked without the state.
  ///
  /// - Throws: INVALID_ARGUMENT with every field that is wrong, PERMISSION_DENIED where the role does not allow a field.
  package init(
    _ request: CommandRequest, caller: Caller, commandID: [UInt8] = [], requestHash: [UInt8] = [], byteCount: Int = 0
  )
    throws(CallFailure)
  {
    try request.validate()
    guard commandID.count <= 64 else {
      throw CallFailure.invalid([
        FieldViolation(field: "command_id", message: "has \(commandID.count) bytes: 1 to 64 are allowed")
      ])
    }
    if request.allowsOversold, caller.role != .admin {
      throw CallFailure.permissionDenied("allow_oversold needs the role admin; \(caller.principal) is \(caller.role)")
    }
    self.request = request
    self.caller = caller
    self.commandID = commandID
    self.requestHash = requestHash
    self.byteCount = byteCount
  }
}

extension CommandRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    switch self {
    case .createWarehouse(let request): try request.validate()
    case .updateWarehouse(let request): try request.validate()
    case .deactivateWarehouse(let request): try request.validate()
    case .putProduct(let request): try request.validate()
    case .setStock(let request): try request.validate()
    case .adjustStock(let request): try request.validate()
    case .moveStock(let request): try request.validate()
    case .importStock(let request): try request.validate()
    case .reserve(let request): try request.validate()
    case .release(let request): try request.validate()
    case .extend(let request): try request.validate()
    case .convertReservation(let request): try request.validate()
    case .changeReservation(let request): try request.validate()
    case .fulfill(let request): try request.validate()
    case .createTransfer(let request): try request.validate()
    case .shipTransfer(let request): try request.validate()
    case .receiveTransfer(let request): try request.validate()
    case .cancelTransfer(let request): try request.validate()
    case .resolveDiscrepancy(let request): try request.validate()
    case .putChannel(let request): try request.validate()
    case .allocateStock(let request): try request.validate()
    case .setChannelStock(let request): try request.validate()
    case .reallocateUnsold(let request): try request.validate()
    case .acknowledgeAlert(let request): try request.validate()
    case .reconcile(let request): try request.validate()
    case .resolveReview(let request): try request.validate()
    case .submitCount(let request): try request.validate()
    case .putPolicy(let request): try request.validate()
    }
  }

  /// Whether the request asks for what only an admin may do.
  var allowsOversold: Bool {
    switch self {
    case .setStock(let request): request.allowOversold
    case .adjustStock(let request): request.allowOversold
    case .resolveReview(let request): request.allowOversold
    default: false
    }
  }
}

/// What became of a command.
package struct CommandOutcome: Sendable {
  /// How it ended; nil = OK.
  package var failure: Status?
  /// The response message's bytes; empty if it failed.
  package var response: [UInt8]
  /// The journal sequence at which it took effect or was decided.
  package var sequence: UInt64
  /// Whether this is the first answer given again.
  package var isRepeated: Bool

  /// An outcome.
  package init(failure: Status? = nil, response: [UInt8] = [], sequence: UInt64 = 0, isRepeated: Bool = false) {
    self.failure = failure
    self.response = response
    self.sequence = sequence
    self.isRepeated = isRepeated
  }
}
