internal import LMDB
internal import Messages

extension TableCheck {
  /// Each open review is in the indexes of open reviews and of levels, and no other: one a level at most.
  static var reviews: TableCheck {
    TableCheck(subject: "indexes: open_reviews, reviews_by_level") { (state, findings) throws(EngineError) in
      let arena = MessageArena()
      let box = KeyBox()
      var open: [UInt64: [UInt8]] = [:]
      try state.scan(state.tables.reviews) { (name, value) throws(EngineError) in
        let review = try state.decode(value, as: Review.self, arena)
        guard name.byteCount == 8, review.status == .open else { return }
        box.key.set(level: review.productID, review.variantID, review.warehouseID)
        open[name.bigEndianUInt64(at: 0)] = box.key.copied
      }
      let count = try state.check(
        index: state.tables.openReviews, named: "open_reviews", of: state.tables.reviews, findings
      ) { (name, _) throws(EngineError) in
        name.byteCount == 8 && open[name.bigEndianUInt64(at: 0)] != nil ? [(name.array, [])] : []
      } origin: { (name, _) throws(EngineError) in
        name.byteCount == 8 && open[name.bigEndianUInt64(at: 0)] != nil
      }
      return try count
        + state.check(
          index: state.tables.reviewsByLevel, named: "reviews_by_level", of: state.tables.reviews, findings
        ) { (name, _) throws(EngineError) in
          guard name.byteCount == 8 else { return [] }
          let number = name.bigEndianUInt64(at: 0)
          return open[number].map { [($0, (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) })] }
            ?? []
        } origin: { (name, value) throws(EngineError) in
          value.byteCount == 8 && open[value.uint64(at: 0)] == name.array
        }
    }
  }

  /// `levels_by_count` has each level once, at the time that `counts` says.
  static var levelsByCount: TableCheck {
    TableCheck(subject: "index: levels_by_count") { (state, findings) throws(EngineError) in
      let box = KeyBox()
      func lastCounted(_ level: LevelKey) throws(EngineError) -> Int64 {
        box.key.set(level: level)
        return try state.value(state.tables.counts, box.key) { $0.byteCount == 24 ? $0.int64(at: 0) : -1 } ?? 0
      }
      return try state.check(
        index: state.tables.levelsByCount, named: "levels_by_count", of: state.tables.levels, findings
      ) { (name, _) throws(EngineError) in
        let parts = name.parts()
        guard parts.count == 3, !parts[2].isEmpty else { return [] }
        let level = LevelKey(product: parts[0], variant: parts[1], warehouse: parts[2])
        let time = try lastCounted(level)
        box.key.set(countOf: level, at: time)
        return [(box.key.copied, [])]
      } origin: { (name, _) throws(EngineError) in
        let bytes = name.array
        guard let end = bytes.firstIndex(of: 0), name.byteCount > end + 9 else { return false }
        let parts = name.parts(from: end + 9)
        guard parts.count == 2 else { return false }
        let level = LevelKey(product: parts[0], variant: parts[1], warehouse: name.extracting(0..<end).text())
        guard try lastCounted(level) == name.bigEndianInt64(at: end + 1) else { return false }
        box.key.set(level: level)
        return try state.has(state.tables.levels, box.key)
      }
    }
  }
}
