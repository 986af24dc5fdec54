internal import Inventory
internal import LMDB
package import Messages

/// What an alert is about. Of each there is one open alert at most.
enum AlertSubject {
  /// A level: OUT_OF_STOCK, LOW_STOCK or REORDER_NEEDED.
  case level(LevelKey)
  /// How fast a product sells.
  case velocity(product: String)
  /// A discrepancy or a review.
  case thing(AlertKind, id: String)

  /// The subject of an alert.
  init(_ alert: Alert) {
    self =
      switch alert.kind {
      case .outOfStock, .lowStock, .reorderNeeded:
        .level(LevelKey(product: alert.productID, variant: alert.variantID, warehouse: alert.warehouseID))
      case .highVelocity: .velocity(product: alert.productID)
      default: .thing(alert.kind, id: alert.subjectID)
      }
  }
}

/// The number of an alert: the sequence of the entry that raised it. Its id is made of this and the history id.
package typealias AlertNumber = UInt64

/// What is kept of a product's sales of the last hour, and whether its HIGH_VELOCITY is open.
struct RollingHourRow {
  /// When the open alert closes if nothing more is sold; 0 = none is open.
  var fall: Int64 = 0
  /// The limit that the open alert has passed; 0 = none is open.
  var limit: Int64 = 0
  /// What was sold, by the minute.
  var hour = RollingHour()

  /// Bytes of a stored row: two words, and two more for each minute.
  var byteCount: Int { 16 + 16 * hour.minutes.count }
}

extension RollingHourRow {
  /// Reads a stored row.
  init(_ bytes: RawSpan) {
    guard bytes.byteCount >= 16 else { return }
    fall = bytes.int64(at: 0)
    limit = bytes.int64(at: 8)
    hour = RollingHour(
      stride(from: 16, to: bytes.byteCount - 15, by: 16).map { place in
        RollingHour.Minute(number: bytes.int64(at: place), units: bytes.int64(at: place + 8))
      })
  }

  /// Writes the row into `bytes`, `byteCount` of them.
  func store(into bytes: inout MutableRawSpan) {
    bytes.store(fall, at: 0)
    bytes.store(limit, at: 8)
    for (index, minute) in hour.minutes.enumerated() {
      bytes.store(minute.number, at: 16 + 16 * index)
      bytes.store(minute.units, at: 24 + 16 * index)
    }
  }
}

extension KeyBuffer {
  /// 1, product ␀ variant ␀ warehouse; or the kind's number, and a product or the id of a discrepancy or review.
  mutating func set(subject: AlertSubject) {
    reset()
    switch subject {
    case .level(let level):
      append(byte: 1)
      append(utf8: level.product)
      append(byte: 0)
      append(utf8: level.variant)
      append(byte: 0)
      append(utf8: level.warehouse)
    case .velocity(let product):
      append(byte: UInt8(truncatingIfNeeded: AlertKind.highVelocity.rawValue))
      append(utf8: product)
    case .thing(let kind, let id):
      append(byte: UInt8(truncatingIfNeeded: kind.rawValue))
      append(utf8: id)
    }
  }

  /// time, product.
  mutating func set(fall: Int64, product: String) {
    reset()
    append(bigEndian: fall)
    append(utf8: product)
  }
}

extension StateView {
  /// The id of the alert with this number.
  final func alertID(_ number: AlertNumber) -> String { "\(historyPrefix)-\(number)" }

  /// The open alert with this number; nil if there is none.
  package final func alert(_ number: AlertNumber) throws(CallFailure) -> Alert? {
    try reading { () throws(EngineError) -> Alert? in
      key.set(hold: number)
      return try message(tables.alerts) { "alert \(number)" }
    }
  }

  /// The open alert with this id; nil if there is none.
  package final func alert(id: String) throws(CallFailure) -> Alert? {
    guard let number = holdNumber(of: id), let alert = try alert(number), isSameIdentifier(alert.alertID, id) else {
      return nil
    }
    return alert
  }

  /// The open alert about `subject`; nil if there is none.
  final func openAlert(_ subject: AlertSubject) throws(CallFailure) -> Alert? {
    let number = try reading { () throws(EngineError) -> AlertNumber? in
      key.set(subject: subject)
      return try transaction.value(tables.alertsBySubject, key, byteCount: 8) { $0.uint64(at: 0) }
    }
    guard let number else { return nil }
    if let alert = try alert(number) { return alert }
    let error = EngineError.damaged("an index names alert \(number), which is not there")
    fault = error
    throw error.callFailure
  }

  /// What is kept of a product's sales of the last hour.
  final func rollingHour(of product: String) throws(EngineError) -> RollingHourRow {
    key.set(text: product)
    return try transaction.value(tables.rollingHours, key) { RollingHourRow($0) } ?? RollingHourRow()
  }

  /// Up to `limit` products that no longer sell fast at `now`, the first to fall first.
  final func fallenVelocities(at now: Int64, limit: Int) throws(CallFailure) -> [String] {
    try reading { () throws(EngineError) in
      try stored { () throws(LMDBError) in
        var products: [String] = []
        key.reset()
        try transaction.forEach(tables.velocityFalls, prefix: key) { (name, _) throws(LMDBError) in
          guard products.count < limit, name.byteCount > 8, name.bigEndianInt64(at: 0) <= now else { return false }
          products.append(name.text(from: 8))
          return true
        }
        return products
      }
    }
  }

  /// When the next hold expires, or the next product no longer sells fast; `Int64.max` = never.
  final func nextSweep() throws(EngineError) -> Int64 {
    let fall = try stored { () throws(LMDBError) -> Int64 in
      var cursor = try Cursor(transaction, tables.velocityFalls)
      return try cursor.first() && cursor.key.byteCount > 8 ? cursor.key.bigEndianInt64(at: 0) : .max
    }
    return min(try nextExpiry() ?? .max, fall)
  }
}
