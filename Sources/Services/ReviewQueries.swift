internal import Engine
internal import Inventory
internal import LMDB
package import Messages

extension QueryService {
  /// What a reconciliation has found so far.
  package func getReconciliation(_ request: GetReconciliationRequest) throws(CallFailure) -> ReconciliationReport {
    var check = RequestCheck()
    check.identifier(request.reconciliationID, "reconciliation_id")
    try check.finish()
    if let report = try reader.reconciliation(request.reconciliationID) { return report }
    throw CallFailure.notFound("there is no reconciliation \(request.reconciliationID)")
  }

  /// Differences that somebody has to decide, newest first.
  package func listReviews(_ request: ListReviewsRequest) throws(CallFailure) -> ListReviewsResponse {
    let size = try PageToken.size(request.pageSize)
    var check = RequestCheck()
    check.optionalIdentifier(request.productID, "product_id")
    check.optionalIdentifier(request.warehouseID, "warehouse_id")
    check.require(ReviewStatus.allValues.contains(request.status), "status", "is \(request.status): no such status")
    try check.finish()
    let status = request.status == .unspecified ? .open : request.status
    let start = try PageToken.key(request.pageToken, prefix: [])
    let table = status == .open ? reader.tables.openReviews : reader.tables.reviews
    let page = try reader.page(table, prefix: KeyBuffer(), start: start, size: size, isDescending: true) {
      (key, _) throws(CallFailure) -> Review? in
      guard key.byteCount == 8, let review = try reader.review(key.bigEndianUInt64(at: 0)), review.status == status,
        request.productID.isEmpty || isSameIdentifier(review.productID, request.productID),
        request.warehouseID.isEmpty || isSameIdentifier(review.warehouseID, request.warehouseID)
      else { return nil }
      return review
    }
    return ListReviewsResponse(reviews: page.elements, nextPageToken: PageToken.token(page.next))
  }
}
