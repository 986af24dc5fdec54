internal import LMDB
internal import Messages

extension TableCheck {
  /// Open reservations of a level add up to its `reserved`, and none expires before its `earliestExpiry`.
  static var holds: TableCheck {
    TableCheck(subject: "reservations against reserved") { (state, findings) throws(EngineError) in
      let arena = MessageArena()
      var names = NameTable()
      var sums: [(units: Int64, expiry: Int64)] = []
      var count: UInt64 = 0
      let box = KeyBox()
      try state.scan(state.tables.holds) { (name, value) throws(EngineError) in
        count += 1
        guard name.byteCount == 8 else {
          findings.add(
            "state, holds", shown(name.array), found: "\(name.byteCount) bytes", expected: "a number, 8 bytes")
          return
        }
        let number = name.bigEndianUInt64(at: 0)
        let hold = try state.decode(value, as: Reservation.self, arena)
        if hold.quantity <= 0 {
          findings.add("state, holds", "\(number)", found: "a quantity of \(hold.quantity)", expected: "1 or more")
        }
        if holdNumber(of: hold.reservationID) != number {
          findings.add(
            "state, holds", "\(number)", found: "the id \(hold.reservationID)", expected: "one that ends with it")
        }
        let held = NumberedHold(number: number, hold: hold)
        for part in 0..<held.partCount {
          let (key, factor) = held.part(part)
          box.key.set(level: key)
          let level = names.number(of: box.key)
          if level == sums.count { sums.append((0, .max)) }
          sums[level].units &+= hold.quantity &* factor
          sums[level].expiry = min(sums[level].expiry, expiryOrder(hold.expiresAt))
        }
      }
      try state.scan(state.tables.levels) { (name, value) throws(EngineError) in
        guard name.byteCount > 0, name.uint8(at: name.byteCount - 1) != 0, value.byteCount == LevelRow.byteCount else {
          return
        }
        let row = LevelRow(value)
        let sum = names.find(name).map { sums[$0] } ?? (0, .max)
        findings.require(
          row.reserved, sum.units, "reserved", "state, levels", "\(shown(name.array)) against its reservations")
        findings.require(row.earliestExpiry, sum.expiry, "the earliest expiry", "state, levels", shown(name.array))
      }
      for number in sums.indices {
        box.key.set(bytes: names.name(number))
        if try state.row(box.key) == nil {
          findings.add(
            "state, holds", shown(names.name(number)), found: "\(sums[number].units) units are held at no level",
            expected: "a level that exists")
        }
      }
      return count
    }
  }

  /// The indexes of references, levels and expiries have each reservation, and no other.
  static var holdIndexes: TableCheck {
    TableCheck(subject: "indexes: holds_by_reference, holds_by_level, holds_by_expiry") {
      (state, findings) throws(EngineError) in
      let arena = MessageArena()
      let keys = KeyMaker()
      var count: UInt64 = 0
      let makers: [(name: String, table: Table, keys: (Reservation, HoldNumber) -> [[UInt8]])] = [
        ("holds_by_reference", state.tables.holdsByReference, keys.reference),
        ("holds_by_level", state.tables.holdsByLevel, keys.level),
        ("holds_by_expiry", state.tables.holdsByExpiry, keys.expiry),
      ]
      for maker in makers {
        let box = KeyBox()
        count += try state.check(index: maker.table, named: maker.name, of: state.tables.holds, findings) {
          (name, value) throws(EngineError) in
          guard name.byteCount == 8 else { return [] }
          let hold = try state.decode(value, as: Reservation.self, arena)
          return maker.keys(hold, name.bigEndianUInt64(at: 0)).map { ($0, []) }
        } origin: { (name, value) throws(EngineError) in
          // In front of a reference's holds stands where its history ends.
          if maker.name == "holds_by_reference", value.byteCount == ReferenceRow.byteCount, name.byteCount >= 3,
            name.uint8(at: name.byteCount - 1) == 0
          {
            return true
          }
          guard name.byteCount >= 8 else { return false }
          let number = name.bigEndianUInt64(at: name.byteCount - 8)
          box.key.set(hold: number)
          let stored = try state.value(state.tables.holds, box.key) { $0.array }
          guard let stored else { return false }
          let hold = try state.decode(unsafe stored.span.bytes, as: Reservation.self, arena)
          return maker.keys(hold, number).contains(name.array)
        }
      }
      return count
    }
  }

  /// Makes the keys of the three indexes.
  private final class KeyMaker {
    private var key = KeyBuffer()

    func reference(_ hold: Reservation, _ number: HoldNumber) -> [[UInt8]] {
      key.set(reference: hold.reference ?? Reference(), hold: number)
      return [key.copied]
    }

    /// That of a kit is held at the level of each component, and under the kit's own name.
    func level(_ hold: Reservation, _ number: HoldNumber) -> [[UInt8]] {
      let held = NumberedHold(number: number, hold: hold)
      let parts = held.isKit ? (0..<held.partCount).map { held.part($0).level } : []
      return (parts + [held.level]).map { level in
        key.set(holdsOf: level, expiresAt: hold.expiresAt, hold: number)
        return key.copied
      }
    }

    func expiry(_ hold: Reservation, _ number: HoldNumber) -> [[UInt8]] {
      guard hold.expiresAt != 0 else { return [] }
      key.set(expiresAt: hold.expiresAt, hold: number)
      return [key.copied]
    }
  }
}
