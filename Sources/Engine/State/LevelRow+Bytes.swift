internal import Inventory
internal import LMDB

extension LevelRow {
  /// Reads what a file holds as a row; nil where it is not as long as one, or has quantities that no entry could have made.
  package init?(checking bytes: RawSpan) {
    guard bytes.byteCount == Self.byteCount else { return nil }
    self.init(bytes)
    guard isPlausible else { return nil }
  }

  /// Reads a stored row, which must be ``byteCount`` long.
  @inline(__always)
  package init(_ bytes: RawSpan) {
    onHand = bytes.int64(at: 0)
    reserved = bytes.int64(at: 8)
    quarantined = bytes.int64(at: 16)
    incoming = bytes.int64(at: 24)
    safetyStock = bytes.int64(at: 32)
    reorderPoint = bytes.int64(at: 40)
    reorderQuantity = bytes.int64(at: 48)
    version = bytes.uint64(at: 56)
    updatedAt = bytes.int64(at: 64)
    lastSequence = bytes.uint64(at: 72)
    lastSequenceBy64 = bytes.uint64(at: 80)
    lastSequenceBy4096 = bytes.uint64(at: 88)
    earliestExpiry = bytes.int64(at: 96)
    recentSales = RecentSales(weight: bytes.int64(at: 104), day: bytes.int64(at: 112))
  }

  /// Writes the row into `bytes`, `byteCount` of them.
  func store(into bytes: inout MutableRawSpan) {
    bytes.store(onHand, at: 0)
    bytes.store(reserved, at: 8)
    bytes.store(quarantined, at: 16)
    bytes.store(incoming, at: 24)
    bytes.store(safetyStock, at: 32)
    bytes.store(reorderPoint, at: 40)
    bytes.store(reorderQuantity, at: 48)
    bytes.store(version, at: 56)
    bytes.store(updatedAt, at: 64)
    bytes.store(lastSequence, at: 72)
    bytes.store(lastSequenceBy64, at: 80)
    bytes.store(lastSequenceBy4096, at: 88)
    bytes.store(earliestExpiry, at: 96)
    bytes.store(recentSales.weight, at: 104)
    bytes.store(recentSales.day, at: 112)
  }
}
