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
}
