internal import Messages

extension Ledger {
  /// Checks that an entry changes `reserved` of its level by what becomes of its hold there, and keeps the hold.
  func checkHold(_ entry: Entry, _ level: Int, _ change: Int64, _ sequence: UInt64, _ name: LevelKey) {
    guard entry.hold != nil || entry.holdSequence != 0 else {
      if change != 0 {
        fault(
          sequence, found: "changes reserved of \(describe(name)) by \(change) without a hold", expected: "no change")
      }
      return
    }
    let number = entry.holdSequence == 0 ? sequence : entry.holdSequence
    let old = holds[number]
    if entry.holdSequence != 0, old == nil {
      fault(sequence, found: "is about reservation \(number), which is not open", expected: "an open one")
    }
    let here = old.map { $0.level == level ? $0.quantity : 0 } ?? 0
    let after = entry.hold?.quantity ?? 0
    if change != after &- here {
      fault(
        sequence, found: "changes reserved of \(describe(name)) by \(change), but its hold there by \(after &- here)",
        expected: "the same of both")
    }
    if let old, old.level != level, old.quantity != 0 {
      fault(
        sequence,
        found: "moves reservation \(number) to \(describe(name)), which still holds \(old.quantity) elsewhere",
        expected: "given back there first")
    }
    if after < 0 { fault(sequence, found: "leaves reservation \(number) with \(after)", expected: "0 or more") }
    if let hold = entry.hold {
      holds[number] =
        hold.quantity == 0 ? nil : Hold(level: level, quantity: hold.quantity, expiresAt: hold.expiresAt)
    } else {
      // The first of the two entries that move a hold: it is on its way.
      holds[number]?.quantity = 0
    }
  }

  /// The same for an entry about one component of a kit that is held.
  func checkKit(_ entry: Entry, _ change: Int64, _ sequence: UInt64, _ name: LevelKey) {
    let number = entry.holdSequence == 0 ? sequence : entry.holdSequence
    let old = kits[number]
    guard let hold = entry.hold else {
      // It leaves a warehouse: one entry for each of its levels there.
      let factor = old?.hold.components.first { $0.level(at: name.warehouse) == name }?.quantity ?? 0
      let units = (old?.hold.quantity ?? 0) &* factor
      if change != 0 &- units {
        fault(
          sequence, found: "changes reserved of \(describe(name)) by \(change), but kit \(number) held \(units) there",
          expected: "the same of both")
      }
      kits[number]?.hasLeft = true
      return
    }
    let part = Int(entry.kitPart)
    guard (1...hold.components.count).contains(part), hold.components[part - 1].level(at: hold.warehouseID) == name
    else {
      fault(sequence, found: "is part \(part) of kit \(number)", expected: "a part that is at \(describe(name))")
      return
    }
    if old == nil, entry.type != .reserve {
      fault(sequence, found: "is about reservation \(number), which is not open", expected: "an open one")
    }
    let here = old.map { $0.hasLeft ? 0 : $0.hold.quantity } ?? 0
    let units = (hold.quantity &- here) &* hold.components[part - 1].quantity
    if change != units {
      fault(
        sequence, found: "changes reserved of \(describe(name)) by \(change), but kit \(number) there by \(units)",
        expected: "the same of both")
    }
    if part == hold.components.count { kits[number] = hold.quantity == 0 ? nil : (hold, false) }
  }
}
