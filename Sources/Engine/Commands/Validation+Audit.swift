internal import Messages

extension ReconcileRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    try RequestCheck().finish()
  }
}

extension ResolveReviewRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    try RequestCheck().finish()
  }
}

extension SubmitCountRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    try RequestCheck().finish()
  }
}
