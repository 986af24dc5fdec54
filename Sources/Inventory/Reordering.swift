/// How much to order for a level: the (s, S) rule (Arrow, Harris & Marschak 1951; Silver, Pyke & Thomas 2017, chapter 6).
///
/// position = available + incoming. Where the position is at or below s, order up to S:
/// - s = max(reorder_point, ⌈demand until an order arrives⌉ + safety_stock)
/// - S = max(s, ⌈demand until it arrives + demand that it shall cover⌉ + safety_stock)
/// - quantity = max(S − position, reorder_quantity), where that is above 0
///
/// A level with an alert OUT_OF_STOCK, LOW_STOCK or REORDER_NEEDED and nothing on its way is so always among them, unless its
/// settings ask for nothing.
package struct Reordering: Sendable {
  /// Units available.
  package var available: Int64
  /// Units on their way.
  package var incoming: Int64
  /// The level's setting of that name, ≥ 0.
  package var safetyStock: Int64
  /// The level's setting of that name, ≥ 0.
  package var reorderPoint: Int64
  /// The level's setting of that name, ≥ 0.
  package var reorderQuantity: Int64
  /// Units expected to be sold until an order arrives, ≥ 0.
  package var leadTimeDemand: Double
  /// Units expected to be sold from then until it is used up, ≥ 0.
  package var coverDemand: Double

  /// A level and its demand.
  package init(
    available: Int64, incoming: Int64, safetyStock: Int64, reorderPoint: Int64,
    reorderQuantity: Int64,
    leadTimeDemand: Double, coverDemand: Double
  ) {
    self.available = available
    self.incoming = incoming
    self.safetyStock = safetyStock
    self.reorderPoint = reorderPoint
    self.reorderQuantity = reorderQuantity
    self.leadTimeDemand = leadTimeDemand
    self.coverDemand = coverDemand
  }

  /// How many units to order; 0 = none. What does not fit in 64 bits is as much as fits.
  package var quantity: Int64 {
    let (sum, overflow) = available.addingReportingOverflow(incoming)
    let position = overflow ? (incoming > 0 ? Int64.max : .min) : sum
    let point = max(reorderPoint, Self.units(leadTimeDemand).addingSaturated(safetyStock))
    guard position <= point else { return 0 }
    let target = max(point, Self.units(leadTimeDemand + coverDemand).addingSaturated(safetyStock))
    let (missing, isTooMuch) = target.subtractingReportingOverflow(position)
    return max(0, max(isTooMuch ? .max : missing, reorderQuantity))
  }

  /// The day, 0 = the first, by whose end nothing will be available if nothing arrives; nil if not within these days.
  package static func dayOutOfStock(available: Int64, daily demand: some Sequence<Double>) -> Int? {
    var left = Double(available)
    for (day, units) in demand.enumerated() {
      left -= units
      // Sums of doubles: a millionth of a unit is none.
      if left < 1e-6 { return day }
    }
    return nil
  }

  /// Whole units that meet a demand. Rounding errors of sums of doubles do not make one more.
  private static func units(_ demand: Double) -> Int64 {
    let whole = (demand * (1 - 1e-12) - 1e-9).rounded(.up)
    return whole < 0x1p63 ? Int64(max(0, whole)) : .max
  }
}
