internal import Engine
package import Messages

/// Whether the stock adds up. GetHistory, the reviews and the counts have files of their own.
extension QueryService: AuditServiceQueries {
  /// Compares levels with what their entries add up to. A difference stops commands.
  package func verifyStock(_ request: VerifyStockRequest) throws(CallFailure) -> VerifyStockResponse {
    var check = RequestCheck()
    check.optionalIdentifier(request.productID, "product_id")
    check.optionalIdentifier(request.warehouseID, "warehouse_id")
    try check.finish()
    if !request.productID.isEmpty || !request.warehouseID.isEmpty {
      if !request.productID.isEmpty {
        let name = LevelKey(product: request.productID, variant: "", warehouse: "")
        if let refusal = try reader.unknownPart(name) { throw refusal.missing }
      }
      if !request.warehouseID.isEmpty, try reader.warehouse(request.warehouseID) == nil {
        throw unknownWarehouse(request.warehouseID)
      }
    }
    let result = try reader.verifyStock(
      product: request.productID, warehouse: request.warehouseID, from: try place(request))
    if let fault = result.faults.first { server.stop(becauseOf: fault.message) }
    return VerifyStockResponse(
      levels: result.levels, entries: result.entries, faults: result.faults,
      nextPageToken: result.next.map { PageToken.token(PageToken.bytes(of: $0.sequence) + $0.key) } ?? "")
  }

  private func place(_ request: VerifyStockRequest) throws(CallFailure) -> (key: [UInt8], sequence: UInt64)? {
    guard let bytes = try PageToken.key(request.pageToken, prefix: []) else { return nil }
    let prefix = [UInt8]((request.productID.isEmpty ? request.warehouseID : request.productID).utf8)
    let key = Array(bytes.dropFirst(8))
    guard bytes.count > 8, prefix.isEmpty || key.starts(with: prefix + [0]) else {
      throw CallFailure.invalid("page_token", "is not the next_page_token of an answer to VerifyStock")
    }
    return (key, bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
  }
}
