internal import Messages

extension AcknowledgeAlertRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    try RequestCheck().finish()
  }
}
