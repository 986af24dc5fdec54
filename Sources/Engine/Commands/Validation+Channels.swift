internal import Messages

extension PutChannelRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    try RequestCheck().finish()
  }
}

extension AllocateStockRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    try RequestCheck().finish()
  }
}

extension SetChannelStockRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    try RequestCheck().finish()
  }
}

extension ReallocateUnsoldRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    try RequestCheck().finish()
  }
}
