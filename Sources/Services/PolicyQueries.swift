package import Messages

extension QueryService {
  /// Not built yet.
  package func getPolicy(_ request: GetPolicyRequest) throws(CallFailure) -> Policy {
    throw .unimplemented(.adminServiceGetPolicy)
  }

  /// Not built yet.
  package func getCommandResult(_ request: GetCommandResultRequest) throws(CallFailure) -> GetCommandResultResponse {
    throw .unimplemented(.adminServiceGetCommandResult)
  }
}
