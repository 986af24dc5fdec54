package import Messages

extension Decider: AuditServiceCommands {
  /// Not built yet.
  package func reconcile(_ request: ReconcileRequest) throws(CallFailure) -> ReconcileResponse {
    throw .unimplemented(.auditServiceReconcile)
  }

  /// Not built yet.
  package func resolveReview(_ request: ResolveReviewRequest) throws(CallFailure) -> ResolveReviewResponse {
    throw .unimplemented(.auditServiceResolveReview)
  }

  /// Not built yet.
  package func submitCount(_ request: SubmitCountRequest) throws(CallFailure) -> SubmitCountResponse {
    throw .unimplemented(.auditServiceSubmitCount)
  }
}
