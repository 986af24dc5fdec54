internal import Messages

extension CreateTransferRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    try RequestCheck().finish()
  }
}

extension ShipTransferRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    try RequestCheck().finish()
  }
}

extension ReceiveTransferRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    try RequestCheck().finish()
  }
}

extension CancelTransferRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    try RequestCheck().finish()
  }
}

extension ResolveDiscrepancyRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    try RequestCheck().finish()
  }
}
