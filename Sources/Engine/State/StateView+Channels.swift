package import Inventory
internal import LMDB
package import Messages

/// The channels, kept until one of them changes.
struct ChannelDirectory: Sendable {
  /// Sequence of the last change of a channel that is in here.
  var version: UInt64 = .max
  /// All channels, in the order of their ids.
  var channels: [Channel] = []

  /// The channel with this id; nil if there is none.
  func channel(_ id: String) -> Channel? {
    var low = 0
    var high = channels.count
    while low < high {
      let middle = (low + high) / 2
      if identifierPrecedes(channels[middle].channelID, id) { low = middle + 1 } else { high = middle }
    }
    return low < channels.count && isSameIdentifier(channels[low].channelID, id) ? channels[low] : nil
  }
}

extension StateView {
  /// All channels, in the order of their ids, read anew where one has changed.
  package final func channels() throws(CallFailure) -> [Channel] { try currentChannels().channels }

  /// The channel with this id; nil if there is none.
  package final func channel(_ id: String) throws(CallFailure) -> Channel? { try currentChannels().channel(id) }

  /// The channel with this id.
  ///
  /// - Throws: NOT_FOUND.
  package final func existingChannel(_ id: String) throws(CallFailure) -> Channel {
    if let channel = try channel(id) { return channel }
    let refusal = Refusal(reason: .unknownChannel, channelID: id)
    throw CallFailure.notFound("\(refusal.message): PutChannel makes one", [refusal])
  }

  private final func currentChannels() throws(CallFailure) -> ChannelDirectory {
    if channelDirectory.version != facts.lastChannelChange {
      channelDirectory = try reading { () throws(EngineError) in
        var channels: [Channel] = []
        for id in try keys(tables.channels) {
          key.set(bytes: id)
          if let channel: Channel = try message(tables.channels, { "channel \(shown(id))" }) {
            channels.append(channel)
          }
        }
        return ChannelDirectory(version: facts.lastChannelChange, channels: channels)
      }
    }
    return channelDirectory
  }

  /// The keys of a small table.
  private final func keys(_ table: Table) throws(EngineError) -> [[UInt8]] {
    key.reset()
    return try stored { () throws(LMDBError) in
      var keys: [[UInt8]] = []
      try transaction.forEach(table, prefix: key) { (name, _) throws(LMDBError) in
        keys.append(name.array)
        return true
      }
      return keys
    }
  }

  /// What a channel has of a product.
  package final func channelRow(_ name: ChannelKey) throws(CallFailure) -> ChannelRow {
    try reading { () throws(EngineError) in try storedChannelRow(name) }
  }

  final func storedChannelRow(_ name: ChannelKey) throws(EngineError) -> ChannelRow {
    key.set(channelStock: name)
    return try transaction.value(tables.channelStock, key) { ChannelRow($0) } ?? ChannelRow()
  }

  /// What each channel has of a product and variant, by channel id; channels that have nothing are left out.
  final func channelRows(product: String, variant: String) throws(CallFailure) -> [(channel: String, row: ChannelRow)] {
    try reading { () throws(EngineError) in
      key.set(level: product, variant, "")
      let prefix = key.count
      return try stored { () throws(LMDBError) in
        var found: [(channel: String, row: ChannelRow)] = []
        try transaction.forEach(tables.channelStock, prefix: key) { (name, value) throws(LMDBError) in
          found.append((name.text(from: prefix), ChannelRow(value)))
          return true
        }
        return found
      }
    }
  }

  /// Products and variants that are allocated to a channel, up to `limit`, from the key `start` on (nil = from the first);
  /// with each the key that it stands at.
  final func allocatedProducts(of channel: String, from start: [UInt8]?, limit: Int) throws(CallFailure)
    -> [(name: ChannelKey, place: [UInt8])]
  {
    try reading { () throws(EngineError) in
      key.set(product: channel)
      let prefix = key.copied
      if let start { key.set(bytes: start) }
      return try stored { () throws(LMDBError) in
        var found: [(name: ChannelKey, place: [UInt8])] = []
        var cursor = try Cursor(transaction, tables.allocationsByChannel)
        var isThere = try cursor.seek(key)
        while isThere, found.count < limit {
          let place = cursor.key.array
          guard place.starts(with: prefix) else { break }
          let parts = cursor.key.parts()
          if parts.count == 3 {
            found.append((ChannelKey(product: parts[1], variant: parts[2], channel: parts[0]), place))
          }
          isThere = try cursor.next()
        }
        return found
      }
    }
  }

  /// Units that a channel sold of a product in the ``velocityDays`` days (UTC) that end with the one of `now`.
  final func sold(_ name: ChannelKey, until now: Int64) throws(CallFailure) -> Int64 {
    let today = now / 86_400_000_000
    let first = UInt32(clamping: today - velocityDays + 1)
    return try reading { () throws(EngineError) in
      key.set(salesOf: name.total, channel: name.channel, day: first)
      let prefix = key.count - 4
      let start = key.copied
      return try stored { () throws(LMDBError) in
        var units: Int64 = 0
        var cursor = try Cursor(transaction, tables.sales)
        var isThere = try cursor.seek(key)
        while isThere, cursor.key.byteCount == start.count, cursor.key.array[..<prefix] == start[..<prefix] {
          units = units.addingSaturated(cursor.value.int64(at: 0))
          isThere = try cursor.next()
        }
        return units
      }
    }
  }

  /// Units of a product and variant, or kits, available over all warehouses; below zero where more is held than is there.
  package final func available(product: String, variant: String) throws(CallFailure) -> Int64 {
    let total = LevelKey(product: product, variant: variant, warehouse: "")
    if let row = try level(total) { return row.available }
    return variant.isEmpty ? try kitLevel(total, try components(of: product)).available : 0
  }

  /// What a channel may sell of a product.
  package final func limit(of channel: Channel, product: String, variant: String) throws(CallFailure)
    -> (limit: ChannelLimit, lastSoldAt: Int64)
  {
    let row = try channelRow(ChannelKey(product: product, variant: variant, channel: channel.channelID))
    let limit = ChannelLimit(
      allocated: row.allocated, held: row.held, available: try available(product: product, variant: variant),
      bufferBasisPoints: Int64(channel.safetyBufferBasisPoints))
    return (limit, row.lastSoldAt)
  }
}

extension ChannelStock {
  /// What a channel may sell as a reply shows it.
  package init(_ name: ChannelKey, _ limit: ChannelLimit, lastSoldAt: Int64) {
    self.init(
      channelID: name.channel, productID: name.product, variantID: name.variant, isAllocated: limit.allocated != nil,
      allocated: limit.allocated ?? 0, buffer: limit.buffer, held: limit.held, available: limit.available,
      sellable: limit.sellable, lastSoldAt: lastSoldAt)
  }
}
