internal import Engine
internal import Inventory
internal import LMDB
package import Messages

extension QueryService: AlertServiceQueries {
  /// Open alerts, the last one raised first.
  package func listAlerts(_ request: ListAlertsRequest) throws(CallFailure) -> ListAlertsResponse {
    let size = try PageToken.size(request.pageSize)
    var check = RequestCheck()
    check.require(AlertKind.allValues.contains(request.kind), "kind", "is \(request.kind): no such kind")
    check.require(
      AlertSeverity.allValues.contains(request.severity), "severity", "is \(request.severity): no such severity")
    check.require(
      [.unspecified, .open, .acknowledged].contains(request.status), "status",
      "is \(request.status): alerts on the list are open or acknowledged")
    check.optionalIdentifier(request.productID, "product_id")
    check.optionalIdentifier(request.warehouseID, "warehouse_id")
    try check.finish()
    let start = try PageToken.key(request.pageToken, prefix: [])
    let page = try reader.page(reader.tables.alerts, prefix: KeyBuffer(), start: start, size: size, isDescending: true)
    {
      (key, _) throws(CallFailure) -> Alert? in
      guard key.byteCount == 8, let alert = try reader.alert(key.bigEndianUInt64(at: 0)), request.allows(alert) else {
        return nil
      }
      return alert
    }
    return ListAlertsResponse(alerts: page.elements, nextPageToken: PageToken.token(page.next))
  }
}

extension ListAlertsRequest {
  /// Whether an alert passes every filter that is set.
  fileprivate func allows(_ alert: Alert) -> Bool {
    (kind == .unspecified || alert.kind == kind)
      && (severity == .unspecified || alert.severity == severity)
      && (status == .unspecified || alert.status == status)
      && (productID.isEmpty || isSameIdentifier(alert.productID, productID))
      && (warehouseID.isEmpty || isSameIdentifier(alert.warehouseID, warehouseID))
  }
}
