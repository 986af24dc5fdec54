internal import Inventory
internal import LMDB
internal import Messages

/// Entries about reconciliations, reviews and counts.
extension Evolver {
  func fold(_ report: ReconciliationReport, in transaction: WriteTransaction) throws(EngineError) {
    key.set(text: report.reconciliationID)
    try put(tables.reconciliations, report, in: transaction)
  }

  func fold(_ review: Review, sequence: UInt64, in transaction: WriteTransaction) throws(EngineError) {
    guard let number = holdNumber(of: review.reviewID) else {
      throw EngineError.damaged("entry \(sequence) is about review \(review.reviewID), which is no id")
    }
    let old = try view.storedReview(number)
    guard old != nil || number == sequence else {
      throw EngineError.damaged("entry \(sequence) changes review \(review.reviewID), which is not there")
    }
    let level = LevelKey(product: review.productID, variant: review.variantID, warehouse: review.warehouseID)
    key.set(number: number)
    try put(tables.reviews, review, in: transaction)
    if review.status == .open {
      try put(tables.openReviews, [], in: transaction)
      key.set(level: level)
      try put(tables.reviewsByLevel, littleEndian(number), in: transaction)
      // A review that is open was opened by this entry, or got a new finding by it: it is decided only once.
      let countedAt = review.cause == .count ? review.foundAt : nil
      try count(level, isDifferent: true, countedAt: countedAt, in: transaction)
    } else if old?.status == .open {
      try delete(tables.openReviews, in: transaction)
      key.set(level: level)
      try delete(tables.reviewsByLevel, in: transaction)
    }
  }

  /// A level's entry that a count or a reconciliation made.
  func foldCount(_ entry: Entry, at level: LevelKey, time: Int64, in transaction: WriteTransaction)
    throws(EngineError)
  {
    try count(
      level, isDifferent: entry.quantity != 0, countedAt: entry.type == .count ? time : nil, in: transaction)
  }

  /// Keeps the statistics of a level's counts.
  private func count(
    _ level: LevelKey, isDifferent: Bool, countedAt: Int64?, in transaction: WriteTransaction
  ) throws(EngineError) {
    let old = try view.storedCounts(of: level) ?? CountFacts()
    var new = old
    if isDifferent { new.differences = new.differences.addingSaturated(1) }
    if let countedAt {
      new.counts = new.counts.addingSaturated(1)
      new.lastCountedAt = countedAt
    }
    key.set(level: level)
    try view.stored { () throws(LMDBError) in
      try transaction.put(tables.counts, key, byteCount: CountFacts.byteCount) {
        $0.store(new.lastCountedAt, at: 0)
        $0.store(new.counts, at: 8)
        $0.store(new.differences, at: 16)
      }
    }
    guard new.lastCountedAt != old.lastCountedAt else { return }
    key.set(countOf: level, at: old.lastCountedAt)
    try delete(tables.levelsByCount, in: transaction)
    key.set(countOf: level, at: new.lastCountedAt)
    try put(tables.levelsByCount, [], in: transaction)
  }

  private func littleEndian(_ number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }
  }
}
