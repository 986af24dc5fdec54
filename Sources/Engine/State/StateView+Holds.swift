internal import LMDB
package import Messages

/// A hold with its number.
package struct NumberedHold: Sendable {
  /// Its number.
  package var number: HoldNumber
  /// The hold.
  package var hold: Reservation

  /// Whether a kit is held: its components, each at a level of its own.
  var isKit: Bool { !hold.components.isEmpty }

  /// At how many levels it is held.
  var partCount: Int { max(1, hold.components.count) }

  /// One of the levels that it is held at, and how many units there one unit of the hold is.
  func part(_ index: Int) -> (level: LevelKey, factor: Int64) {
    guard isKit else { return (level, 1) }
    return (hold.components[index].level(at: hold.warehouseID), hold.components[index].quantity)
  }

  /// The level that it is held at; of a kit, the name that a level of it would have.
  var level: LevelKey { LevelKey(product: hold.productID, variant: hold.variantID, warehouse: hold.warehouseID) }
}

extension StateView {
  /// The open hold with `number`; nil if there is none.
  package final func hold(_ number: HoldNumber) throws(CallFailure) -> Reservation? {
    try reading { () throws(EngineError) in try storedHold(number) }
  }

  final func storedHold(_ number: HoldNumber) throws(EngineError) -> Reservation? {
    key.set(hold: number)
    let hold: Reservation? = try message(tables.holds) { "reservation \(number)" }
    if let hold, hold.quantity <= 0 {
      throw EngineError.damaged("reservation \(number) in the state holds \(hold.quantity)")
    }
    return hold
  }

  /// The open hold with this id; nil if there is none.
  package final func hold(id: String) throws(CallFailure) -> NumberedHold? {
    guard let number = holdNumber(of: id), let hold = try hold(number), hold.reservationID == id else { return nil }
    return NumberedHold(number: number, hold: hold)
  }

  /// Whether the reference has open holds.
  final func hasHolds(_ reference: Reference) throws(CallFailure) -> Bool {
    try reading { () throws(EngineError) in
      key.set(reference: reference)
      return try stored { () throws(LMDBError) in
        // The reference's own row stands in front of its holds.
        let prefix = key.count
        var hasHolds = false
        try transaction.forEach(tables.holdsByReference, prefix: key) { (name, _) throws(LMDBError) in
          hasHolds = name.byteCount > prefix
          return !hasHolds
        }
        return hasHolds
      }
    }
  }

  /// The open holds of a reference, oldest first.
  package final func holds(_ reference: Reference) throws(CallFailure) -> [NumberedHold] {
    let numbers = try reading { () throws(EngineError) -> [HoldNumber] in
      key.set(reference: reference)
      let prefix = key.count
      return try stored { () throws(LMDBError) in
        var numbers: [HoldNumber] = []
        try transaction.forEach(tables.holdsByReference, prefix: key) { (name, _) throws(LMDBError) in
          if name.byteCount == prefix + 8 { numbers.append(name.bigEndianUInt64(at: prefix)) }
          return true
        }
        return numbers
      }
    }
    return try numbered(numbers)
  }

  /// The holds with these numbers, which an index names.
  final func numbered(_ numbers: [HoldNumber]) throws(CallFailure) -> [NumberedHold] {
    var found: [NumberedHold] = []
    for number in numbers {
      guard let hold = try hold(number) else {
        let error = EngineError.damaged("an index names reservation \(number), which is not there")
        fault = error
        throw error.callFailure
      }
      found.append(NumberedHold(number: number, hold: hold))
    }
    return found
  }

  /// How many open holds the reference has; counted up to one more than `limit`.
  final func countHolds(_ reference: Reference, limit: Int) throws(CallFailure) -> Int {
    try reading { () throws(EngineError) in
      key.set(reference: reference)
      return try stored { () throws(LMDBError) in
        let prefix = key.count
        var count = 0
        try transaction.forEach(tables.holdsByReference, prefix: key) { (name, _) throws(LMDBError) in
          if name.byteCount > prefix { count += 1 }
          return count <= limit
        }
        return count
      }
    }
  }

  /// Numbers of up to `limit` holds of a level that are due at `now`, soonest first, but for those in `touched`.
  final func dueHolds(of level: LevelKey, at now: Int64, limit: Int, besides touched: Set<HoldNumber> = [])
    throws(CallFailure) -> [HoldNumber]
  {
    try reading { () throws(EngineError) in
      key.set(holdsOf: level)
      let prefix = key.count
      return try stored { () throws(LMDBError) in
        var numbers: [HoldNumber] = []
        try transaction.forEach(tables.holdsByLevel, prefix: key) { (name, _) throws(LMDBError) in
          guard name.byteCount == prefix + 16 else { return true }
          guard numbers.count < limit, name.bigEndianInt64(at: prefix) <= now else { return false }
          let number = name.bigEndianUInt64(at: prefix + 8)
          if !touched.contains(number) { numbers.append(number) }
          return true
        }
        return numbers
      }
    }
  }

  /// Numbers of up to `limit` holds that are due at `now`, soonest first.
  final func dueHolds(at now: Int64, limit: Int) throws(CallFailure) -> [HoldNumber] {
    try reading { () throws(EngineError) in
      try stored { () throws(LMDBError) in
        var numbers: [HoldNumber] = []
        key.reset()
        try transaction.forEach(tables.holdsByExpiry, prefix: key) { (name, _) throws(LMDBError) in
          guard name.byteCount == 16 else { return true }
          guard numbers.count < limit, name.bigEndianInt64(at: 0) <= now else { return false }
          numbers.append(name.bigEndianUInt64(at: 8))
          return true
        }
        return numbers
      }
    }
  }

  /// When the next hold is due; nil if none expires.
  final func nextExpiry() throws(EngineError) -> Int64? {
    try stored { () throws(LMDBError) in
      var cursor = try Cursor(transaction, tables.holdsByExpiry)
      return try cursor.first() && cursor.key.byteCount == 16 ? cursor.key.bigEndianInt64(at: 0) : nil
    }
  }
}
