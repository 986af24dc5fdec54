internal import Inventory
package import Messages

/// A transfer with its number.
package struct NumberedTransfer: Sendable {
  /// Its number: the sequence of the entry that made it.
  package var number: UInt64
  /// The transfer, with its lines.
  package var transfer: Transfer
}

/// Transfers and their discrepancies.
extension StateView {
  /// The transfer with `number`, with its lines; nil if there is none.
  package final func transfer(_ number: UInt64) throws(CallFailure) -> Transfer? {
    try reading { () throws(EngineError) -> Transfer? in
      guard var transfer = try storedTransfer(number) else { return nil }
      while let line = try storedLine(transfer.lines.count, of: number) { transfer.lines.append(line) }
      return transfer
    }
  }

  /// The transfer with `number`, without its lines; nil if there is none.
  package final func transferHead(_ number: UInt64) throws(CallFailure) -> Transfer? {
    try reading { () throws(EngineError) in try storedTransfer(number) }
  }

  /// The transfer with this id; nil if there is none.
  package final func transfer(id: String) throws(CallFailure) -> NumberedTransfer? {
    guard let number = holdNumber(of: id), let transfer = try transfer(number),
      isSameIdentifier(transfer.transferID, id)
    else { return nil }
    return NumberedTransfer(number: number, transfer: transfer)
  }

  /// Whether the reference is that of a transfer: then its holds are that transfer's.
  final func isTransfer(_ reference: Reference?) throws(CallFailure) -> Bool {
    guard let reference, reference.type == .transfer, let number = holdNumber(of: reference.id) else { return false }
    let stored = try reading { () throws(EngineError) in try storedTransfer(number) }
    return stored.map { isSameIdentifier($0.transferID, reference.id) } ?? false
  }

  /// The row of a transfer: all but its lines.
  final func storedTransfer(_ number: UInt64) throws(EngineError) -> Transfer? {
    key.set(number: number)
    return try message(tables.transfers) { "transfer \(number)" }
  }

  /// A line of a transfer by its place; nil past the last.
  final func storedLine(_ place: Int, of number: UInt64) throws(EngineError) -> TransferLine? {
    key.set(transfer: number, line: place)
    return try message(tables.transferLines) { "line \(place) of transfer \(number)" }
  }

  /// The discrepancy with `number`; nil if there is none.
  package final func discrepancy(_ number: UInt64) throws(CallFailure) -> Discrepancy? {
    try reading { () throws(EngineError) in try storedDiscrepancy(number) }
  }

  final func storedDiscrepancy(_ number: UInt64) throws(EngineError) -> Discrepancy? {
    key.set(number: number)
    return try message(tables.discrepancies) { "discrepancy \(number)" }
  }

  /// The discrepancy with this id; nil if there is none.
  package final func discrepancy(id: String) throws(CallFailure) -> Discrepancy? {
    guard let number = holdNumber(of: id), let discrepancy = try discrepancy(number),
      isSameIdentifier(discrepancy.discrepancyID, id)
    else { return nil }
    return discrepancy
  }

  /// The discrepancies of a transfer, oldest first: one a line at most.
  final func discrepancies(ofTransfer number: UInt64) throws(CallFailure) -> [Discrepancy] {
    let numbers = try numbers(in: tables.discrepanciesByTransfer) { $0.set(number: number) }
    var found: [Discrepancy] = []
    for number in numbers {
      if let discrepancy = try discrepancy(number) { found.append(discrepancy) }
    }
    return found
  }
}
