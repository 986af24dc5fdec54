/// What a level's quantities say about it, from good to bad. Each but the first is an alert; the worst that holds counts.
package enum LevelCondition: UInt8, Comparable, Sendable {
  /// Nothing is to be done.
  case good
  /// No more than the reorder point is available.
  case reorderNeeded
  /// No more than the safety stock is available.
  case lowStock
  /// Nothing is available.
  case outOfStock

  /// The condition of a level, by its units.
  @inline(__always)
  package init(available: Int64, safetyStock: Int64, reorderPoint: Int64) {
    if available <= 0 {
      self = .outOfStock
    } else if available <= safetyStock {
      self = .lowStock
    } else if available <= reorderPoint {
      self = .reorderNeeded
    } else {
      self = .good
    }
  }

  /// Whether `left` is better than `right`.
  package static func < (left: LevelCondition, right: LevelCondition) -> Bool { left.rawValue < right.rawValue }
}
