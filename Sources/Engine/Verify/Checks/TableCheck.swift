internal import LMDB

/// A check of the state by itself: tables against their indexes, sums against their parts. One file a subject; whoever
/// adds a table adds its check to ``all``.
struct TableCheck {
  /// What is checked, for people.
  let subject: String
  /// Checks it, and returns how many things were looked at.
  let run: (VerifiedState, Findings) throws(EngineError) -> UInt64

  /// Every check, in order.
  static var all: [TableCheck] {
    [
      .levels, .levelsByWarehouse, .products, .warehouses, .holds, .holdIndexes, .channels, .transfers, .discrepancies,
      .reviews, .levelsByCount, .levelAlerts, .alertSubjects, .velocityAlerts, .answers, .counts,
    ]
  }
}

extension VerifiedState {
  /// Checks that an index has exactly the keys that `expected` says, each with its value.
  ///
  /// - Parameters:
  ///   - source: the table that the index is made of.
  ///   - expected: for a row of it, the keys and values of the index.
  ///   - origin: whether a key and value of the index stand for something that is there.
  func check(
    index: Table, named name: String, of source: Table, _ findings: Findings,
    expected: (RawSpan, RawSpan) throws(EngineError) -> [(key: [UInt8], value: [UInt8])],
    origin: (RawSpan, RawSpan) throws(EngineError) -> Bool
  ) throws(EngineError) -> UInt64 {
    var count: UInt64 = 0
    let box = KeyBox()
    try scan(source) { (rowKey, row) throws(EngineError) in
      for entry in try expected(rowKey, row) {
        box.key.set(bytes: entry.key)
        guard let value = try value(index, box.key, { $0.array }) else {
          findings.add(
            "state, \(name)", shown(entry.key), found: "nothing is there",
            expected: "an entry for \(shown(rowKey.array))")
          continue
        }
        if value != entry.value {
          findings.add("state, \(name)", shown(entry.key), found: shown(value), expected: shown(entry.value))
        }
      }
    }
    try scan(index) { (key, value) throws(EngineError) in
      count += 1
      if try !origin(key, value) {
        findings.add("state, \(name)", shown(key.array), found: "it stands for nothing", expected: "no such key")
      }
    }
    return count
  }
}
