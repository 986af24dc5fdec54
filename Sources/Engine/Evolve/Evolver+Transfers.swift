internal import LMDB
internal import Messages

/// Entries about transfers and their discrepancies.
extension Evolver {
  func fold(_ transfer: Transfer, sequence: UInt64, in transaction: WriteTransaction) throws(EngineError) {
    guard let number = holdNumber(of: transfer.transferID) else {
      throw EngineError.damaged("entry \(sequence) is about transfer \(transfer.transferID), which is no id")
    }
    let old = try view.storedTransfer(number)
    guard old != nil || number == sequence else {
      throw EngineError.damaged("entry \(sequence) changes transfer \(transfer.transferID), which is not there")
    }
    if let old, old.status != transfer.status {
      key.set(status: old.status, transfer: number)
      try delete(tables.transfersByStatus, in: transaction)
    }
    if old?.status != transfer.status {
      key.set(status: transfer.status, transfer: number)
      try put(tables.transfersByStatus, [], in: transaction)
    }
    if old == nil {
      for warehouse in [transfer.fromWarehouseID, transfer.toWarehouseID] where !warehouse.isEmpty {
        key.set(warehouse: warehouse, transfer: number)
        try put(tables.transfersByWarehouse, [], in: transaction)
      }
    }
    // Lines are rows of their own, so that each row stays small enough to lie within a page.
    var head = transfer
    head.lines = []
    key.set(number: number)
    try put(tables.transfers, head, in: transaction)
    for (place, line) in transfer.lines.enumerated() {
      if old != nil, try view.storedLine(place, of: number) == line { continue }
      key.set(transfer: number, line: place)
      try put(tables.transferLines, line, in: transaction)
    }
  }

  func fold(_ discrepancy: Discrepancy, sequence: UInt64, in transaction: WriteTransaction) throws(EngineError) {
    guard let number = holdNumber(of: discrepancy.discrepancyID),
      let transfer = holdNumber(of: discrepancy.transferID)
    else { throw EngineError.damaged("entry \(sequence) is about discrepancy \(discrepancy.discrepancyID), no id") }
    let old = try view.storedDiscrepancy(number)
    guard old != nil || number == sequence else {
      throw EngineError.damaged(
        "entry \(sequence) changes discrepancy \(discrepancy.discrepancyID), which is not there")
    }
    if old == nil {
      key.set(transfer: transfer, discrepancy: number)
      try put(tables.discrepanciesByTransfer, [], in: transaction)
    }
    key.set(number: number)
    try put(tables.discrepancies, discrepancy, in: transaction)
    if discrepancy.status == .resolved {
      if old?.status != .resolved { try delete(tables.openDiscrepancies, in: transaction) }
    } else {
      try put(tables.openDiscrepancies, [], in: transaction)
    }
  }
}
