internal import Inventory
internal import LMDB
internal import Messages

extension Evolver {
  func fold(_ channel: Channel, sequence: UInt64, in transaction: WriteTransaction) throws(EngineError) {
    key.set(text: channel.channelID)
    try put(tables.channels, channel, in: transaction)
    view.facts.lastChannelChange = sequence
  }

  func fold(_ change: AllocationChange, sequence: UInt64, in transaction: WriteTransaction) throws(EngineError) {
    let name = ChannelKey(product: change.productID, variant: change.variantID, channel: change.channelID)
    let before = change.wasAllocated ? change.allocatedBefore : nil
    let after = change.isAllocated ? max(0, change.allocatedAfter) : nil
    try self.change(name, in: transaction) { (row) throws(EngineError) in
      guard row.allocated == before else {
        throw EngineError.damaged(
          "entry \(sequence) changes the allocation of \(name.product) to \(name.channel) from \(shown(before)), but it is "
            + shown(row.allocated))
      }
      row.allocated = after
    }
    key.set(allocation: name)
    if after == nil {
      try delete(tables.allocationsByChannel, in: transaction)
    } else if before == nil {
      try put(tables.allocationsByChannel, [], in: transaction)
    }
  }

  /// Carries over to their channels what becomes of a hold at `level`; most holds name none.
  func count(_ hold: Reservation, before old: Reservation?, at level: LevelKey, in transaction: WriteTransaction)
    throws(EngineError)
  {
    if let old, !isSameIdentifier(old.channelID, hold.channelID) {
      try count(-old.quantity, heldBy: old.channelID, at: level, in: transaction)
      try count(hold.quantity, heldBy: hold.channelID, at: level, in: transaction)
    } else {
      try count(hold.quantity &- (old?.quantity ?? 0), heldBy: hold.channelID, at: level, in: transaction)
    }
  }

  private func count(_ units: Int64, heldBy channel: String, at level: LevelKey, in transaction: WriteTransaction)
    throws(EngineError)
  {
    if channel.isEmpty || units == 0 { return }
    let name = ChannelKey(product: level.product, variant: level.variant, channel: channel)
    try change(name, in: transaction) { (row) throws(EngineError) in row.held &+= units }
  }

  /// Notes that a channel has sold of a product.
  func note(saleAt time: Int64, by channel: String, at level: LevelKey, in transaction: WriteTransaction)
    throws(EngineError)
  {
    if channel.isEmpty { return }
    let name = ChannelKey(product: level.product, variant: level.variant, channel: channel)
    try change(name, in: transaction) { (row) throws(EngineError) in row.lastSoldAt = time }
  }

  /// Changes what a channel has of a product; a row that says nothing is not kept.
  private func change(
    _ name: ChannelKey, in transaction: WriteTransaction, _ change: (inout ChannelRow) throws(EngineError) -> Void
  ) throws(EngineError) {
    let old = try view.storedChannelRow(name)
    var row = old
    try change(&row)
    if row == old { return }
    key.set(channelStock: name)
    if row == ChannelRow() { return try delete(tables.channelStock, in: transaction) }
    try view.stored { () throws(LMDBError) in
      try transaction.put(tables.channelStock, key, byteCount: ChannelRow.byteCount) { row.store(into: &$0) }
    }
  }
}

/// An allocation for people.
private func shown(_ units: Int64?) -> String { units.map { "\($0)" } ?? "none" }
