package import Messages

extension QueryService: AlertServiceQueries {
  /// Not built yet.
  package func listAlerts(_ request: ListAlertsRequest) throws(CallFailure) -> ListAlertsResponse {
    throw .unimplemented(.alertServiceListAlerts)
  }
}
