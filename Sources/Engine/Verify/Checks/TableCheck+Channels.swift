internal import LMDB
internal import Messages

extension TableCheck {
  /// Each channel is named by its key, what channels hold is the sum of their reservations, and the index of allocations
  /// has each of them, and no other.
  static var channels: TableCheck {
    TableCheck(subject: "channels, what they hold, index: allocations_by_channel") {
      (state, findings) throws(EngineError) in
      let arena = MessageArena()
      var count: UInt64 = 0
      try state.scan(state.tables.channels) { (name, value) throws(EngineError) in
        count += 1
        let channel = try state.decode(value, as: Channel.self, arena)
        findings.require([UInt8](channel.channelID.utf8), name.array, "the id", "state, channels", shown(name.array))
      }
      var held = try state.unitsHeldByChannels(arena)
      try state.scan(state.tables.channelStock) { (name, value) throws(EngineError) in
        count += 1
        guard value.byteCount == ChannelRow.byteCount else {
          findings.add(
            "state, channel_stock", shown(name.array), found: "\(value.byteCount) bytes",
            expected: "\(ChannelRow.byteCount)")
          return
        }
        let row = ChannelRow(value)
        findings.require(
          row.held, held.removeValue(forKey: name.array) ?? 0, "units held", "state, channel_stock", shown(name.array))
        if row == ChannelRow() {
          findings.add("state, channel_stock", shown(name.array), found: "a row of nothing", expected: "no row")
        }
      }
      for (name, units) in held.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
        findings.add("state, channel_stock", shown(name), found: "nothing is there", expected: "\(units) units held")
      }
      let box = KeyBox()
      count += try state.check(
        index: state.tables.allocationsByChannel, named: "allocations_by_channel", of: state.tables.channelStock,
        findings
      ) { (name, value) throws(EngineError) in
        guard let channel = ChannelKey(name), ChannelRow(stored: value)?.allocated != nil else { return [] }
        box.key.set(allocation: channel)
        return [(box.key.copied, [])]
      } origin: { (name, _) throws(EngineError) in
        let parts = name.parts()
        guard parts.count == 3 else { return false }
        box.key.set(channelStock: ChannelKey(product: parts[1], variant: parts[2], channel: parts[0]))
        let row = try state.value(state.tables.channelStock, box.key) { ChannelRow(stored: $0) }
        return row??.allocated != nil
      }
      return count
    }
  }
}

extension VerifiedState {
  /// Units in open reservations by the channel that they name, by the key of `channel_stock`.
  fileprivate func unitsHeldByChannels(_ arena: MessageArena) throws(EngineError) -> [[UInt8]: Int64] {
    var held: [[UInt8]: Int64] = [:]
    let box = KeyBox()
    try scan(tables.holds) { (_, value) throws(EngineError) in
      let hold = try decode(value, as: Reservation.self, arena)
      guard !hold.channelID.isEmpty else { return }
      box.key.set(
        channelStock: ChannelKey(product: hold.productID, variant: hold.variantID, channel: hold.channelID))
      held[box.key.copied, default: 0] &+= hold.quantity
    }
    return held
  }
}

extension ChannelKey {
  /// The name that a key of `channel_stock` says; nil where it is none.
  fileprivate init?(_ key: RawSpan) {
    let parts = key.parts()
    guard parts.count == 3 else { return nil }
    self.init(product: parts[0], variant: parts[1], channel: parts[2])
  }
}

extension ChannelRow {
  /// Reads a stored row; nil where it is none.
  fileprivate init?(stored bytes: RawSpan) {
    guard bytes.byteCount == Self.byteCount else { return nil }
    self.init(bytes)
  }
}
