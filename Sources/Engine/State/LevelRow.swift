package import Inventory

/// Names one stock level: a (product, variant, warehouse), or a product's total where `warehouse` is empty.
package struct LevelKey: Hashable, Sendable {
  /// The product.
  package var product: String
  /// Its variant; empty = the product itself.
  package var variant: String
  /// The warehouse; empty = the total over all warehouses.
  package var warehouse: String

  /// Names the level of `product` and `variant` at `warehouse`.
  package init(product: String, variant: String, warehouse: String) {
    self.product = product
    self.variant = variant
    self.warehouse = warehouse
  }

  /// Whether all three names have the same bytes: Swift would call some different ones equal.
  package static func == (left: LevelKey, right: LevelKey) -> Bool {
    isSameIdentifier(left.product, right.product) && isSameIdentifier(left.variant, right.variant)
      && isSameIdentifier(left.warehouse, right.warehouse)
  }

  /// The total that this level is part of.
  var total: LevelKey { LevelKey(product: product, variant: variant, warehouse: "") }
}

/// All that the state keeps of one stock level, or of a total. Stored as fixed little-endian words in this order.
package struct LevelRow: Equatable, Sendable {
  /// Units in the building.
  package var onHand: Int64 = 0
  /// Units held.
  package var reserved: Int64 = 0
  /// Units in quarantine.
  package var quarantined: Int64 = 0
  /// Units on their way here.
  package var incoming: Int64 = 0
  /// Below this many available units stock is low.
  package var safetyStock: Int64 = 0
  /// At this many available units it is time to order.
  package var reorderPoint: Int64 = 0
  /// How many units to order then.
  package var reorderQuantity: Int64 = 0
  /// Ordinal of the level's last entry; in a total, how many entries its levels have.
  package var version: UInt64 = 0
  /// Time of the last entry.
  package var updatedAt: Int64 = 0
  /// Sequence of the last entry.
  package var lastSequence: UInt64 = 0
  /// Sequence of the last entry whose ordinal is a multiple of 64.
  package var lastSequenceBy64: UInt64 = 0
  /// Sequence of the last entry whose ordinal is a multiple of 4,096.
  package var lastSequenceBy4096: UInt64 = 0
  /// No hold of the level expires before this; `Int64.max` where none expires.
  package var earliestExpiry: Int64 = .max

  /// What the level has sold lately; nothing in a total.
  package var recentSales = RecentSales()

  /// Bytes of a stored row.
  package static let byteCount = 15 * 8

  /// All zeros.
  package init() {}

  /// on_hand − reserved − quarantined. Does not overflow: rows keep each of the three at 0 or more, and the sum of the two
  /// last within range.
  package var available: Int64 { onHand &- (reserved &+ quarantined) }

  /// What the level's units say about it.
  package var condition: LevelCondition {
    LevelCondition(available: available, safetyStock: safetyStock, reorderPoint: reorderPoint)
  }

  /// Whether no quantity is negative, and reserved + quarantined stays within range: entries leave no other rows.
  var isPlausible: Bool {
    onHand | reserved | quarantined | incoming >= 0 && !reserved.addingReportingOverflow(quarantined).overflow
  }

  /// What the level's next entry points back to besides the last one (see `LevelChange.skip` in journal.proto).
  var skipOfNext: UInt64 { (version &+ 1) % 64 == 0 ? lastSequenceBy4096 : lastSequenceBy64 }

  /// Moves the chain on to an entry with `sequence`, whose ordinal is the row's version.
  mutating func link(_ sequence: UInt64, at time: Int64) {
    updatedAt = time
    lastSequence = sequence
    if version % 64 == 0 { lastSequenceBy64 = sequence }
    if version % 4096 == 0 { lastSequenceBy4096 = sequence }
  }
}

/// The number of a hold: the sequence of the entry that made it. Its id is made of this and the history id.
package typealias HoldNumber = UInt64
