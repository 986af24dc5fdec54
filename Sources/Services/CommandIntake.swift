internal import COpenSSL
package import Engine
internal import Foundation
package import Messages

/// Makes commands of calls, on the network thread: decoded, checked, and with all that deciding must not look up itself.
package enum CommandIntake {
  /// The command that a call asks for.
  ///
  /// - Parameters:
  ///   - request: the request message.
  ///   - commandID: the call's idempotency key; empty = none.
  ///   - queries: where what a command leaves out is looked up before it is ordered; nil = nothing is looked up.
  /// - Throws: INVALID_ARGUMENT with what is wrong, PERMISSION_DENIED where the caller may not ask for it.
  package static func command(
    _ method: Messages.Method, request: UnsafeRawBufferPointer, commandID: UnsafeRawBufferPointer, caller: Caller,
    queries: QueryService? = nil, in arena: MessageArena
  ) throws(CallFailure) -> Command {
    var decoded = try unsafe CommandRequest(method, decoding: request, in: arena)
    // The hash is of what was sent: a repeat is the same request whatever is estimated by then.
    let hash = unsafe commandID.isEmpty ? [] : hash(method, request)
    try estimateArrival(&decoded, queries)
    let command = try Command(
      decoded, caller: caller, commandID: unsafe [UInt8](commandID), requestHash: hash, byteCount: request.count)
    // Only then are its texts short enough to be looked up and quoted.
    try checkTimezone(decoded)
    return command
  }

  /// Says when a transfer is expected, where the caller leaves that to the service.
  private static func estimateArrival(_ request: inout CommandRequest, _ queries: QueryService?) throws(CallFailure) {
    guard let queries, case .createTransfer(var transfer) = request, transfer.expectedAt == nil,
      !transfer.fromWarehouseID.isEmpty
    else { return }
    transfer.expectedAt = try queries.expectedArrival(from: transfer.fromWarehouseID, to: transfer.toWarehouseID)
    request = .createTransfer(transfer)
  }

  /// First 16 bytes of SHA-256 over method, a zero byte and the request.
  private static func hash(_ method: Messages.Method, _ request: UnsafeRawBufferPointer) -> [UInt8] {
    let name = [UInt8](method.info.name.utf8) + [0]
    var digest = [UInt8](repeating: 0, count: 32)
    let context = unsafe EVP_MD_CTX_new()
    defer { unsafe EVP_MD_CTX_free(context) }
    unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil)
    unsafe EVP_DigestUpdate(context, name, name.count)
    unsafe EVP_DigestUpdate(context, request.baseAddress, request.count)
    unsafe EVP_DigestFinal_ex(context, &digest, nil)
    return Array(digest[..<16])
  }

  /// Timezones are looked up here, because deciding must not depend on a machine's table of them.
  private static func checkTimezone(_ request: CommandRequest) throws(CallFailure) {
    let name: String? =
      switch request {
      case .createWarehouse(let request): request.warehouse?.timezone
      case .updateWarehouse(let request): request.warehouse?.timezone
      default: nil
      }
    guard let name, !name.isEmpty, TimeZone(identifier: name) == nil else { return }
    throw CallFailure.invalid("warehouse.timezone", "\(name) is no IANA timezone: one such as America/Chicago")
  }
}
