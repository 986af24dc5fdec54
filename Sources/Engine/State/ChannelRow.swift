internal import Inventory
internal import LMDB

/// Names what a channel has of a product: a (product, variant, channel).
package struct ChannelKey: Hashable, Sendable {
  /// The product.
  package var product: String
  /// Its variant; empty = the product itself.
  package var variant: String
  /// The channel.
  package var channel: String

  /// Names what `channel` has of `product` and `variant`.
  package init(product: String, variant: String, channel: String) {
    self.product = product
    self.variant = variant
    self.channel = channel
  }

  /// Whether all three names have the same bytes.
  package static func == (left: ChannelKey, right: ChannelKey) -> Bool {
    isSameIdentifier(left.product, right.product) && isSameIdentifier(left.variant, right.variant)
      && isSameIdentifier(left.channel, right.channel)
  }

  /// The total of the product and variant.
  var total: LevelKey { LevelKey(product: product, variant: variant, warehouse: "") }
}

/// All that the state keeps of what a channel has of a product. Stored as little-endian words in this order.
package struct ChannelRow: Equatable, Sendable {
  /// Units in open holds that name the channel.
  package var held: Int64 = 0
  /// When the channel last sold of it; 0 = never.
  package var lastSoldAt: Int64 = 0
  /// Units allocated to it; nil = nothing is. Stored as −1.
  package var allocated: Int64?

  /// Bytes of a stored row.
  static let byteCount = 24

  /// Nothing held, sold or allocated: what a missing row stands for.
  package init() {}

  /// Reads a stored row.
  init(_ bytes: RawSpan) {
    held = bytes.int64(at: 0)
    lastSoldAt = bytes.int64(at: 8)
    let units = bytes.int64(at: 16)
    allocated = units < 0 ? nil : units
  }

  /// Writes the row into `bytes`, `byteCount` of them.
  func store(into bytes: inout MutableRawSpan) {
    bytes.store(held, at: 0)
    bytes.store(lastSoldAt, at: 8)
    bytes.store(allocated ?? -1, at: 16)
  }
}

extension KeyBuffer {
  /// product ␀ variant ␀ channel.
  mutating func set(channelStock key: ChannelKey) {
    set(level: key.product, key.variant, key.channel)
  }

  /// channel ␀ product ␀ variant.
  mutating func set(allocation key: ChannelKey) {
    set(level: key.channel, key.product, key.variant)
  }
}
