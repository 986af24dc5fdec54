internal import LMDB

/// What the state says of itself: one fixed row, written with every batch.
package struct StateFacts: Equatable, Sendable {
  /// The layout that this code writes.
  static let formatVersion: UInt64 = 2
  /// Names the run of the journal that the state belongs to, 16 bytes.
  package var historyID: [UInt8] = [UInt8](repeating: 0, count: 16)
  /// The last sequence folded in.
  package var sequence: UInt64 = 0
  /// Time stamp of the last batch.
  package var time: Int64 = 0
  /// The journal's running hash there, 32 bytes.
  package var hash: [UInt8] = [UInt8](repeating: 0, count: 32)
  /// Sequence of the last entry about a warehouse.
  package var lastWarehouseChange: UInt64 = 0
  /// Levels, totals not counted.
  package var levels: UInt64 = 0
  /// Products.
  package var products: UInt64 = 0
  /// Warehouses.
  package var warehouses: UInt64 = 0
  /// Open reservations.
  package var holds: UInt64 = 0
  /// Kept answers.
  package var commandResults: UInt64 = 0
  /// Sequence of the last entry about the policy.
  package var lastPolicyChange: UInt64 = 0
  /// Sequence of the last entry about a channel.
  package var lastChannelChange: UInt64 = 0

  /// Bytes of the stored row; those after the last field are zero.
  static let byteCount = 256

  /// Those of an empty state.
  package init() {}

  /// The name of the row in the metadata table.
  static let name = "facts"

  /// The name of the policy in the metadata table.
  static let policyName = "policy"
}

extension StateFacts {
  /// Reads the stored row; nil where it is not one of this layout.
  init?(_ bytes: RawSpan) {
    guard bytes.byteCount == Self.byteCount, bytes.uint64(at: 0) == Self.formatVersion else { return nil }
    historyID = bytes.extracting(8..<24).array
    sequence = bytes.uint64(at: 24)
    time = bytes.int64(at: 32)
    hash = bytes.extracting(40..<72).array
    lastWarehouseChange = bytes.uint64(at: 72)
    levels = bytes.uint64(at: 80)
    products = bytes.uint64(at: 88)
    warehouses = bytes.uint64(at: 96)
    holds = bytes.uint64(at: 104)
    commandResults = bytes.uint64(at: 112)
    lastPolicyChange = bytes.uint64(at: 120)
    lastChannelChange = bytes.uint64(at: 128)
  }

  /// Takes over a stored row of the same history, all but the running hash: what a reader needs, without allocating.
  mutating func refresh(_ bytes: RawSpan) {
    guard bytes.byteCount == Self.byteCount else { return }
    if unsafe !bytes.extracting(8..<24).equals(historyID.span.bytes) { historyID = bytes.extracting(8..<24).array }
    sequence = bytes.uint64(at: 24)
    time = bytes.int64(at: 32)
    lastWarehouseChange = bytes.uint64(at: 72)
    levels = bytes.uint64(at: 80)
    products = bytes.uint64(at: 88)
    warehouses = bytes.uint64(at: 96)
    holds = bytes.uint64(at: 104)
    commandResults = bytes.uint64(at: 112)
    lastPolicyChange = bytes.uint64(at: 120)
    lastChannelChange = bytes.uint64(at: 128)
  }

  /// Writes the row into `bytes`.
  func store(into bytes: inout MutableRawSpan) {
    bytes.store(Self.formatVersion, at: 0)
    for (place, byte) in historyID.prefix(16).enumerated() { bytes.store(byte, at: 8 + place) }
    bytes.store(sequence, at: 24)
    bytes.store(time, at: 32)
    for (place, byte) in hash.prefix(32).enumerated() { bytes.store(byte, at: 40 + place) }
    bytes.store(lastWarehouseChange, at: 72)
    bytes.store(levels, at: 80)
    bytes.store(products, at: 88)
    bytes.store(warehouses, at: 96)
    bytes.store(holds, at: 104)
    bytes.store(commandResults, at: 112)
    bytes.store(lastPolicyChange, at: 120)
    bytes.store(lastChannelChange, at: 128)
    for place in stride(from: 136, to: Self.byteCount, by: 8) { bytes.store(UInt64(0), at: place) }
  }

  /// The history id as ids of reservations and warehouses carry it: 16 hexadecimal digits.
  var historyPrefix: String {
    historyID.prefix(8).map { byte in
      let digits = String(byte, radix: 16)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
