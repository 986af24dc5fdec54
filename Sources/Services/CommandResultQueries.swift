internal import Engine
internal import Inventory
package import Messages

extension QueryService {
  /// What became of a command, by its command id.
  package func getCommandResult(_ request: GetCommandResultRequest) throws(CallFailure) -> GetCommandResultResponse {
    var check = RequestCheck()
    check.require(
      (1...64).contains(request.commandID.count), "command_id",
      "has \(request.commandID.count) bytes: 1 to 64 are allowed")
    check.text(request.principal, "principal", bytes: 255)
    try check.finish()
    let caller = principal?.name ?? ""
    let owner = request.principal.isEmpty ? caller : request.principal
    if !isSameIdentifier(owner, caller), principal?.role != .admin {
      throw CallFailure.permissionDenied("the commands of \(owner) are shown to itself and to the role admin")
    }
    guard let (result, time) = try reader.commandResult(principal: owner, commandID: request.commandID) else {
      throw CallFailure.notFound(
        "no answer is kept for this command id of \(owner): it was never ordered, its answer is not one that is kept, or it"
          + " is older than the window", [])
    }
    return GetCommandResultResponse(
      method: result.method, status: result.status, response: result.response, sequence: result.sequence,
      decidedAt: time)
  }
}
