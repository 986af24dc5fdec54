/// The weights of the score: `base − min(distanceLimit, km / kilometresPerPoint) + min(stockLimit, stockPoints · available /
/// quantity) + priorityPoints · priority + idlePoints · (1 − utilization)`.
package struct ScoringWeights: Equatable, Sendable {
  /// What every warehouse begins with.
  package var base: Double
  /// The most points that distance can cost; a place without coordinates loses them all.
  package var distanceLimit: Double
  /// Kilometres for which a point is lost; ≤ 0: any distance costs nothing.
  package var kilometresPerPoint: Double
  /// The most points that stock can earn.
  package var stockLimit: Double
  /// Points for having once what is asked.
  package var stockPoints: Double
  /// Points for each step of priority.
  package var priorityPoints: Double
  /// Points of an idle warehouse.
  package var idlePoints: Double

  /// Weights; whatever is left out has its default.
  package init(
    base: Double = 100, distanceLimit: Double = 30, kilometresPerPoint: Double = 100, stockLimit: Double = 30,
    stockPoints: Double = 10, priorityPoints: Double = 2, idlePoints: Double = 20
  ) {
    self.base = base
    self.distanceLimit = distanceLimit
    self.kilometresPerPoint = kilometresPerPoint
    self.stockLimit = stockLimit
    self.stockPoints = stockPoints
    self.priorityPoints = priorityPoints
    self.idlePoints = idlePoints
  }

  /// Whether every weight is a number of at most a million either way.
  package var isValid: Bool {
    let bound = 1_000_000.0
    return abs(base) <= bound && abs(distanceLimit) <= bound && abs(kilometresPerPoint) <= bound
      && abs(stockLimit) <= bound && abs(stockPoints) <= bound && abs(priorityPoints) <= bound
      && abs(idlePoints) <= bound
  }
}

/// A warehouse's score, in its parts; higher is better.
package struct WarehouseScore: Equatable, Sendable {
  /// What every warehouse begins with.
  package var base: Double
  /// What distance takes away: ≤ 0 with the default weights.
  package var distance: Double
  /// What stock adds.
  package var stock: Double
  /// What priority adds.
  package var priority: Double
  /// What being idle adds.
  package var idle: Double

  /// The sum of the parts.
  package var total: Double { base + distance + stock + priority + idle }

  /// The score of `warehouse`, `metres` away (nil: unknown), which has `available` of the `quantity` (> 0) asked for.
  package init(
    of warehouse: ShippingWarehouse, metres: Int64?, available: Int64, quantity: Int64, weights: ScoringWeights
  ) {
    base = weights.base
    if let metres {
      let points = weights.kilometresPerPoint > 0 ? Double(metres) / 1000 / weights.kilometresPerPoint : 0
      distance = -min(weights.distanceLimit, points)
    } else {
      distance = -weights.distanceLimit
    }
    stock = min(weights.stockLimit, weights.stockPoints * Double(available) / Double(max(1, quantity)))
    priority = weights.priorityPoints * Double(warehouse.priority)
    idle = weights.idlePoints * (1 - warehouse.utilization)
  }

  /// The total in millionths of a point, rounded: sums of these do not depend on the order of adding.
  var millionths: Int64 {
    let scaled = (total * 1_000_000).rounded()
    let bound = 1e15
    return Int64(min(bound, max(-bound, scaled.isNaN ? -bound : scaled)))
  }
}
