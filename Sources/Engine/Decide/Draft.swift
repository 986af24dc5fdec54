internal import Inventory
internal import Messages

/// What one command would do: its entries, and the levels as they would be after them. Dropped as a whole if the command
/// is refused.
struct Draft {
  /// A level that the command has looked at.
  struct WorkingLevel {
    let key: LevelKey
    var row: LevelRow
    /// Whether the level exists, or an entry of this draft makes it.
    var exists: Bool
    /// Whether what was due there is released.
    var isSwept = false
    /// Its place among the totals.
    let total: Int
    /// The version that it had before the command.
    let versionBefore: UInt64
    /// What was to be said of it before the command; ``LevelCondition/good`` where it did not exist.
    let condition: LevelCondition
  }

  /// A total that the command's levels are part of.
  struct WorkingTotal {
    let key: LevelKey
    var row: LevelRow
  }

  /// Sequence that the draft's first entry gets.
  var firstSequence: UInt64 = 1
  /// What happens, in order.
  var entries: [Entry] = []
  /// Due holds that it releases so that they stand in nobody's way.
  var due: [HoldNumber] = []
  /// The levels looked at so far.
  var levels: [WorkingLevel] = []
  /// Their totals.
  var totals: [WorkingTotal] = []
  /// Goods that leave for customers: products and units, in the order of the entries.
  var sales: [(product: String, units: Int64)] = []
  /// Discrepancies and reviews about which there is to be an alert, or no longer one.
  var matters: [Alert] = []
  /// By how much channels would hold more or less than is stored; of channels that a hold names.
  var channelHolds: [ChannelKey: Int64] = [:]
  /// Allocations that an entry changes, as they would be.
  var allocations: [ChannelKey: Int64?] = [:]
  private var indexByKey: [LevelKey: Int] = [:]
  private var totalByKey: [LevelKey: Int] = [:]

  /// Sequence that the next entry gets.
  var nextSequence: UInt64 { firstSequence + UInt64(entries.count) }

  /// Forgets everything.
  mutating func reset(firstSequence: UInt64) {
    drop()
    self.firstSequence = firstSequence
  }

  /// Takes everything back that was drafted, so that nothing follows from it either, such as an alert.
  mutating func drop() {
    entries.removeAll(keepingCapacity: true)
    due.removeAll(keepingCapacity: true)
    levels.removeAll(keepingCapacity: true)
    totals.removeAll(keepingCapacity: true)
    if !matters.isEmpty { matters.removeAll(keepingCapacity: true) }
    if !sales.isEmpty { sales.removeAll(keepingCapacity: true) }
    if !channelHolds.isEmpty { channelHolds.removeAll(keepingCapacity: true) }
    if !allocations.isEmpty { allocations.removeAll(keepingCapacity: true) }
    if !indexByKey.isEmpty { indexByKey.removeAll(keepingCapacity: true) }
    if !totalByKey.isEmpty { totalByKey.removeAll(keepingCapacity: true) }
  }

  // A command of a few lines finds its levels faster by looking at each than by hashing.
  private static let linearLimit = 8

  /// The place of a level that was looked at before.
  func index(of key: LevelKey) -> Int? {
    if levels.count > Self.linearLimit { return indexByKey[key] }
    return levels.firstIndex { $0.key == key }
  }

  /// The place of a total that was looked at before.
  func totalIndex(of key: LevelKey) -> Int? {
    if totals.count > Self.linearLimit { return totalByKey[key] }
    return totals.firstIndex { $0.key == key }
  }

  /// Adds a total; returns its place.
  mutating func add(total: WorkingTotal) -> Int {
    totals.append(total)
    if totals.count == Self.linearLimit + 1 {
      for (place, known) in totals.enumerated() { totalByKey[known.key] = place }
    } else if totals.count > Self.linearLimit {
      totalByKey[total.key] = totals.count - 1
    }
    return totals.count - 1
  }

  /// Adds a level; returns its place.
  mutating func add(level: WorkingLevel) -> Int {
    levels.append(level)
    if levels.count == Self.linearLimit + 1 {
      for (place, known) in levels.enumerated() { indexByKey[known.key] = place }
    } else if levels.count > Self.linearLimit {
      indexByKey[level.key] = levels.count - 1
    }
    return levels.count - 1
  }
}
