internal import Inventory
internal import LMDB
internal import Messages

/// Alerts, and the sales of the last hour that one kind of them follows from.
extension Evolver {
  func fold(_ alert: Alert, sequence: UInt64, in transaction: WriteTransaction) throws(EngineError) {
    guard let number = holdNumber(of: alert.alertID), number <= sequence else {
      throw EngineError.damaged("entry \(sequence) is about alert \(alert.alertID), which is no id of an alert")
    }
    let isOpen = alert.status != .closed
    if isOpen {
      key.set(hold: number)
      try put(tables.alerts, alert, in: transaction)
    } else {
      key.set(hold: number)
      try delete(tables.alerts, in: transaction)
    }
    let subject = AlertSubject(alert)
    if !isOpen {
      key.set(subject: subject)
      try delete(tables.alertsBySubject, in: transaction)
    } else if number == sequence {
      key.set(subject: subject)
      try view.stored { () throws(LMDBError) in
        try transaction.put(tables.alertsBySubject, key, byteCount: 8) { $0.store(number, at: 0) }
      }
    }
    guard case .velocity(let product) = subject else { return }
    var row = try view.rollingHour(of: product)
    try removeFall(of: row, product, in: transaction)
    row.limit = isOpen ? alert.threshold : 0
    try put(&row, product, from: alert.updatedAt, in: transaction)
  }

  /// Counts a sale in the product's rolling hour.
  func countHour(_ entry: Entry, of product: String, time: Int64, in transaction: WriteTransaction)
    throws(EngineError)
  {
    var row = try view.rollingHour(of: product)
    try removeFall(of: row, product, in: transaction)
    row.hour.add(Int64(clamping: entry.quantity.magnitude), at: time)
    try put(&row, product, from: time, in: transaction)
  }

  private func removeFall(of row: RollingHourRow, _ product: String, in transaction: WriteTransaction)
    throws(EngineError)
  {
    guard row.limit != 0 else { return }
    key.set(fall: row.fall, product: product)
    try delete(tables.velocityFalls, in: transaction)
  }

  /// Writes a product's rolling hour; where its alert is open, with the time at which it closes.
  private func put(
    _ row: inout RollingHourRow, _ product: String, from time: Int64, in transaction: WriteTransaction
  ) throws(EngineError) {
    row.fall = row.limit == 0 ? 0 : row.hour.fall(to: row.limit, from: time)
    if row.limit != 0 {
      key.set(fall: row.fall, product: product)
      try put(tables.velocityFalls, [], in: transaction)
    }
    key.set(text: product)
    let stored = row
    try view.stored { () throws(LMDBError) in
      try transaction.put(tables.rollingHours, key, byteCount: stored.byteCount) { stored.store(into: &$0) }
    }
  }
}
