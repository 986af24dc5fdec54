internal import LMDB

/// Room that is set aside in a transaction for LMDB's own books.
extension Evolver {
  /// Bytes of a value that takes a page of its own.
  private static let ballastByteCount = 3000

  /// Takes `count` pages, next to what the state says of itself.
  ///
  /// - Throws: `state(.mapFull)` where there are none.
  func takeBallast(_ count: Int, in transaction: WriteTransaction) throws(EngineError) {
    for number in 0..<count {
      set(ballast: number)
      try view.stored { () throws(LMDBError) in
        try transaction.put(tables.metadata, key, byteCount: Self.ballastByteCount) { _ in }
      }
    }
  }

  /// Gives them back.
  func dropBallast(_ count: Int, in transaction: WriteTransaction) throws(EngineError) {
    for number in 0..<count {
      set(ballast: number)
      try delete(tables.metadata, in: transaction)
    }
  }

  private func set(ballast number: Int) {
    key.set(text: "ballast")
    key.append(byte: UInt8(truncatingIfNeeded: number))
  }
}
