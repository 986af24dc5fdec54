internal import Inventory
internal import LMDB
package import Messages

/// What is known of the counts of a level.
package struct CountFacts: Equatable, Sendable {
  /// When it was last counted, UTC microseconds since 1970; 0 = never.
  package var lastCountedAt: Int64 = 0
  /// How often it was counted.
  package var counts: Int64 = 0
  /// How often a count or a reconciliation found a difference.
  package var differences: Int64 = 0

  /// Bytes of a stored row.
  static let byteCount = 24
}

/// Reconciliations, reviews and counts.
extension StateView {
  /// What a reconciliation has found; nil if there is none with this id.
  package final func reconciliation(_ id: String) throws(CallFailure) -> ReconciliationReport? {
    guard !id.isEmpty else { return nil }
    return try reading { () throws(EngineError) -> ReconciliationReport? in
      key.set(text: id)
      return try message(tables.reconciliations) { "reconciliation \(id)" }
    }
  }

  /// The review with `number`; nil if there is none.
  package final func review(_ number: UInt64) throws(CallFailure) -> Review? {
    try reading { () throws(EngineError) in try storedReview(number) }
  }

  final func storedReview(_ number: UInt64) throws(EngineError) -> Review? {
    key.set(number: number)
    return try message(tables.reviews) { "review \(number)" }
  }

  /// The review with this id; nil if there is none.
  package final func review(id: String) throws(CallFailure) -> Review? {
    guard let number = holdNumber(of: id), let review = try review(number),
      isSameIdentifier(review.reviewID, id)
    else { return nil }
    return review
  }

  /// The open review of a level; nil if there is none.
  package final func openReview(of level: LevelKey) throws(CallFailure) -> Review? {
    let number = try reading { () throws(EngineError) -> UInt64? in
      key.set(level: level)
      return try transaction.value(tables.reviewsByLevel, key) { $0.uint64(at: 0) }
    }
    guard let number else { return nil }
    return try review(number)
  }

  /// What is known of the counts of a level.
  package final func counts(of level: LevelKey) throws(CallFailure) -> CountFacts {
    try reading { () throws(EngineError) in try storedCounts(of: level) ?? CountFacts() }
  }

  final func storedCounts(of level: LevelKey) throws(EngineError) -> CountFacts? {
    key.set(level: level)
    return try transaction.value(tables.counts, key) {
      CountFacts(lastCountedAt: $0.int64(at: 0), counts: $0.int64(at: 8), differences: $0.int64(at: 16))
    }
  }

  /// Units of a product and variant sold since the day `day` (⌊time / 86,400 s⌋, UTC), over all channels, and how many rows
  /// were looked at for it.
  package final func soldUnits(product: String, variant: String, since day: UInt32) throws(CallFailure)
    -> (units: Int64, steps: Int)
  {
    try reading { () throws(EngineError) in
      key.set(level: product, variant, "")
      let prefix = key.copied
      return try stored { () throws(LMDBError) in
        var units: Int64 = 0
        var steps = 0
        var cursor = try Cursor(transaction, tables.sales)
        var found = try cursor.seek(prefix: key)
        while found, unsafe cursor.key.starts(with: prefix.span.bytes), cursor.key.byteCount >= prefix.count + 5 {
          steps += 1
          let end = cursor.key.byteCount - 4
          if cursor.key.bigEndianUInt32(at: end) >= day {
            units = units.addingSaturated(cursor.value.int64(at: 0))
            found = try cursor.next()
          } else {
            // A channel's days before that are skipped.
            let channel = cursor.key.extracting(0..<end).array
            key.set(bytes: channel)
            key.append(bigEndian: day)
            found = try cursor.seek(key)
          }
        }
        return (units, steps)
      }
    }
  }

  /// The numbers at the ends of the keys of `table` that start as `prefix` says, in their order.
  final func numbers(in table: Table, prefix: (inout KeyBuffer) -> Void) throws(CallFailure) -> [UInt64] {
    try reading { () throws(EngineError) in
      prefix(&key)
      return try stored { () throws(LMDBError) in
        var numbers: [UInt64] = []
        try transaction.forEach(table, prefix: key) { (name, _) throws(LMDBError) in
          numbers.append(name.bigEndianUInt64(at: name.byteCount - 8))
          return true
        }
        return numbers
      }
    }
  }
}
