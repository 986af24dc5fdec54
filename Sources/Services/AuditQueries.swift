package import Messages

/// GetHistory, the reviews and the counts have files of their own.
extension QueryService: AuditServiceQueries {
  /// Not built yet.
  package func verifyStock(_ request: VerifyStockRequest) throws(CallFailure) -> VerifyStockResponse {
    throw .unimplemented(.auditServiceVerifyStock)
  }

}
