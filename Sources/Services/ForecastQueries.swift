package import Messages

extension QueryService: ForecastServiceQueries {
  /// Not built yet.
  package func getVelocity(_ request: GetVelocityRequest) throws(CallFailure) -> GetVelocityResponse {
    throw .unimplemented(.forecastServiceGetVelocity)
  }

  /// Not built yet.
  package func forecastDemand(_ request: ForecastDemandRequest) throws(CallFailure) -> ForecastDemandResponse {
    throw .unimplemented(.forecastServiceForecastDemand)
  }

  /// Not built yet.
  package func suggestReorders(_ request: SuggestReordersRequest) throws(CallFailure) -> SuggestReordersResponse {
    throw .unimplemented(.forecastServiceSuggestReorders)
  }
}
