internal import Messages

extension PutPolicyRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    try RequestCheck().finish()
  }
}
