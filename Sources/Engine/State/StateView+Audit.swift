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
