internal import Engine
internal import Inventory
internal import LMDB
package import Messages

extension QueryService: TransferServiceQueries {
  /// One transfer.
  package func getTransfer(_ request: GetTransferRequest) throws(CallFailure) -> Transfer {
    var check = RequestCheck()
    check.identifier(request.transferID, "transfer_id")
    try check.finish()
    if let found = try reader.transfer(id: request.transferID) { return found.transfer }
    throw CallFailure.notFound("there is no transfer \(request.transferID)")
  }

  /// Transfers, newest first.
  package func listTransfers(_ request: ListTransfersRequest) throws(CallFailure) -> ListTransfersResponse {
    let size = try PageToken.size(request.pageSize)
    var check = RequestCheck()
    check.optionalIdentifier(request.warehouseID, "warehouse_id")
    check.require(TransferStatus.allValues.contains(request.status), "status", "is \(request.status): no such status")
    try check.finish()
    let table: Table
    let prefix: KeyBuffer
    if !request.warehouseID.isEmpty {
      if try reader.warehouse(request.warehouseID) == nil { throw unknownWarehouse(request.warehouseID) }
      table = reader.tables.transfersByWarehouse
      prefix = KeyBuffer.warehouse(request.warehouseID)
    } else if request.status != .unspecified {
      table = reader.tables.transfersByStatus
      prefix = KeyBuffer.transfers(request.status)
    } else {
      table = reader.tables.transfers
      prefix = KeyBuffer()
    }
    let start = try PageToken.key(request.pageToken, prefix: prefix.copied)
    var lines = 0
    let page = try reader.page(table, prefix: prefix, start: start, size: size, isDescending: true) {
      (key, _) throws(CallFailure) -> Listed? in
      guard key.byteCount >= 8 else { return nil }
      // Lines are read while there is room for them: the page ends where there is no more.
      guard lines < Self.lineLimit else { return .later(key.array) }
      let number = key.bigEndianUInt64(at: key.byteCount - 8)
      guard let head = try reader.transferHead(number),
        request.status == .unspecified || head.status == request.status,
        let transfer = try reader.transfer(number)
      else { return nil }
      lines += transfer.lines.count
      return .transfer(transfer)
    }
    var response = ListTransfersResponse(nextPageToken: PageToken.token(page.next))
    for element in page.elements {
      switch element {
      case .transfer(let transfer): response.transfers.append(transfer)
      case .later(let key):
        response.nextPageToken = PageToken.token(key)
        return response
      }
    }
    return response
  }

  /// What stands on a page: a transfer, or the key of the first one that has no room on it.
  private enum Listed {
    case transfer(Transfer)
    case later([UInt8])
  }

  /// A page of transfers ends with the one that reaches so many lines.
  private static var lineLimit: Int { 5000 }

  /// Differences between what was sent and what arrived, newest first.
  package func listDiscrepancies(_ request: ListDiscrepanciesRequest) throws(CallFailure) -> ListDiscrepanciesResponse {
    let size = try PageToken.size(request.pageSize)
    var check = RequestCheck()
    check.optionalIdentifier(request.transferID, "transfer_id")
    check.require(
      DiscrepancyStatus.allValues.contains(request.status), "status", "is \(request.status): no such status")
    try check.finish()
    let table: Table
    let prefix: KeyBuffer
    if !request.transferID.isEmpty {
      guard let found = try reader.transfer(id: request.transferID) else {
        throw CallFailure.notFound("there is no transfer \(request.transferID)")
      }
      table = reader.tables.discrepanciesByTransfer
      prefix = KeyBuffer.number(found.number)
    } else if request.status == .pendingInvestigation {
      table = reader.tables.openDiscrepancies
      prefix = KeyBuffer()
    } else {
      table = reader.tables.discrepancies
      prefix = KeyBuffer()
    }
    let start = try PageToken.key(request.pageToken, prefix: prefix.copied)
    let page = try reader.page(table, prefix: prefix, start: start, size: size, isDescending: true) {
      (key, _) throws(CallFailure) -> Discrepancy? in
      guard key.byteCount >= 8,
        let discrepancy = try reader.discrepancy(key.bigEndianUInt64(at: key.byteCount - 8)),
        request.status == .unspecified || discrepancy.status == request.status
      else { return nil }
      return discrepancy
    }
    return ListDiscrepanciesResponse(discrepancies: page.elements, nextPageToken: PageToken.token(page.next))
  }

  /// When goods that are sent now arrive: after handling from the cut-off in the source's timezone, and the days that the
  /// distance takes; nil where one of the warehouses does not exist, or the time does not fit.
  ///
  /// Computed before a command is ordered, because it needs a table of timezones, and the sines of this machine.
  func expectedArrival(from source: String, to destination: String) throws(CallFailure) -> Int64? {
    try reader.refresh()
    let directory = try reader.directory()
    guard let from = directory.index(of: source), let to = directory.index(of: destination) else { return nil }
    var warehouse = directory.warehouses[from]
    warehouse.utcOffsetSeconds = localTime.offset(of: directory.messages[from].timezone, at: now)
    let metres = warehouse.metres(to: directory.warehouses[to].coordinates)
    let policy = try reader.policy().delivery
    return try? DeliveryEstimate(from: warehouse, now: now, metres: metres, policy: policy).deliversAt
  }
}
