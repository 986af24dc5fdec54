/// What follows from units that were counted: the rule of counts and of reconciliations.
package enum CountVerdict: Equatable, Sendable {
  /// Book and count agree.
  case equal
  /// on_hand is to change by so many units, not 0.
  case correct(Int64)
  /// Somebody has to decide about so many units, not 0.
  case review(Int64)

  /// A physical count: `counted` units lay there when the book said `bookOnHand`, and by now it says `onHand`.
  ///
  /// on_hand changes by counted − book, so that what was sold meanwhile stays sold. A change that takes units away and leaves
  /// fewer than `held` (reserved + quarantined) is for somebody to decide. All are ≥ 0.
  ///
  /// - Throws: ``InventoryError/overflow`` where the result does not fit.
  package static func count(counted: Int64, bookOnHand: Int64, onHand: Int64, held: Int64) throws(InventoryError)
    -> CountVerdict
  {
    let difference = try counted.subtracting(bookOnHand)
    guard difference != 0 else { return .equal }
    let result = try onHand.adding(difference)
    return difference < 0 && result < held ? .review(difference) : .correct(difference)
  }

  /// A row of an outside snapshot: `counted` units by the outside, `onHand` by the book.
  ///
  /// A difference of up to `limit` units, either way, is corrected, unless it takes units away and leaves fewer than `held`.
  /// All are ≥ 0.
  ///
  /// - Throws: ``InventoryError/overflow`` where the difference does not fit.
  package static func reconciliation(counted: Int64, onHand: Int64, held: Int64, limit: Int64) throws(InventoryError)
    -> CountVerdict
  {
    let difference = try counted.subtracting(onHand)
    guard difference != 0 else { return .equal }
    let isSmall = difference.magnitude <= limit.magnitude
    return isSmall && (difference > 0 || counted >= held) ? .correct(difference) : .review(difference)
  }
}
