package import Messages

extension QueryService: AuditServiceQueries {
  /// Not built yet.
  package func verifyStock(_ request: VerifyStockRequest) throws(CallFailure) -> VerifyStockResponse {
    throw .unimplemented(.auditServiceVerifyStock)
  }

  /// Not built yet.
  package func getReconciliation(_ request: GetReconciliationRequest) throws(CallFailure) -> ReconciliationReport {
    throw .unimplemented(.auditServiceGetReconciliation)
  }

  /// Not built yet.
  package func listReviews(_ request: ListReviewsRequest) throws(CallFailure) -> ListReviewsResponse {
    throw .unimplemented(.auditServiceListReviews)
  }

  /// Not built yet.
  package func nextCounts(_ request: NextCountsRequest) throws(CallFailure) -> NextCountsResponse {
    throw .unimplemented(.auditServiceNextCounts)
  }
}
