package import Messages

extension Decider: AdminServiceCommands {
  /// Not built yet.
  package func putPolicy(_ request: PutPolicyRequest) throws(CallFailure) -> Policy {
    throw .unimplemented(.adminServicePutPolicy)
  }
}
