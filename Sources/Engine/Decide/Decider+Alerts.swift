package import Messages

extension Decider: AlertServiceCommands {
  /// Not built yet.
  package func acknowledgeAlert(_ request: AcknowledgeAlertRequest) throws(CallFailure) -> AcknowledgeAlertResponse {
    throw .unimplemented(.alertServiceAcknowledgeAlert)
  }
}
