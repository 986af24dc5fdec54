internal import Engine
internal import LMDB
package import Messages

extension QueryService: ReservationServiceQueries {
  /// One open reservation.
  package func getReservation(_ request: GetReservationRequest) throws(CallFailure) -> Reservation {
    var check = RequestCheck()
    check.identifier(request.reservationID, "reservation_id")
    try check.finish()
    if let held = try reader.hold(id: request.reservationID) { return held.hold }
    let refusal = Refusal(reason: .unknownReservation, reservationID: request.reservationID)
    throw CallFailure.notFound(refusal.message, [refusal])
  }

  /// Open reservations.
  package func listReservations(_ request: ListReservationsRequest) throws(CallFailure) -> ListReservationsResponse {
    let size = try PageToken.size(request.pageSize)
    var check = RequestCheck()
    let page: Page<Reservation>
    switch request.by {
    case .reference(let reference):
      check.reference(reference, "reference")
      try check.finish()
      let prefix = KeyBuffer.reference(reference)
      let byteCount = prefix.count + 8
      page = try holds(reader.tables.holdsByReference, prefix, request, size, keyByteCount: byteCount)
    case .stock(let stock):
      check.identifier(stock.productID, "stock.product_id")
      check.optionalIdentifier(stock.variantID, "stock.variant_id")
      check.optionalIdentifier(stock.warehouseID, "stock.warehouse_id")
      try check.finish()
      // The prefix of the index says it all: of a kit's component, the kit's hold is one of its holds.
      page = try holds(reader.tables.holdsByLevel, KeyBuffer.holds(stock), request, size)
    case .warehouseID(let warehouse):
      check.identifier(warehouse, "warehouse_id")
      try check.finish()
      if try reader.warehouse(warehouse) == nil { throw unknownWarehouse(warehouse) }
      // Few reservations are at other warehouses than those of busy ones: all holds are walked, oldest first.
      page = try holds(reader.tables.holds, KeyBuffer(), request, size) { $0.warehouseID == warehouse }
    case .expiresBefore(let instant):
      check.positive(instant, "expires_before")
      try check.finish()
      page = try holds(reader.tables.holdsByExpiry, KeyBuffer(), request, size) { $0.expiresAt < instant }
    case nil:
      throw CallFailure.invalid(
        "reference", "is missing, and so are stock, warehouse_id and expires_before: give one of them")
    }
    return ListReservationsResponse(reservations: page.elements, nextPageToken: PageToken.token(page.next))
  }

  /// Walks an index whose keys end with the number of a hold.
  private func holds(
    _ table: Table, _ prefix: consuming KeyBuffer, _ request: ListReservationsRequest, _ size: Int,
    keyByteCount: Int? = nil, where isWanted: (Reservation) -> Bool = { _ in true }
  ) throws(CallFailure) -> Page<Reservation> {
    let start = try PageToken.key(request.pageToken, prefix: prefix.copied)
    return try reader.page(table, prefix: prefix, start: start, size: size) {
      (key, _) throws(CallFailure) -> Reservation? in
      // The reference's own row stands in front of its holds.
      if let keyByteCount, key.byteCount != keyByteCount { return nil }
      guard key.byteCount >= 8, let hold = try reader.hold(key.bigEndianUInt64(at: key.byteCount - 8)) else {
        return nil
      }
      return isWanted(hold) ? hold : nil
    }
  }
}
