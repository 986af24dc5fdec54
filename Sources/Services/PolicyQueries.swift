package import Messages

extension QueryService {
  /// Not built yet.
  package func getPolicy(_ request: GetPolicyRequest) throws(CallFailure) -> Policy {
    throw .unimplemented(.adminServiceGetPolicy)
  }
}
