/// How transit times are estimated.
package struct DeliveryPolicy: Equatable, Sendable {
  /// How far goods travel in a day, > 0.
  package var kilometresPerDay: Int64
  /// Days in transit where the distance is unknown, ≥ 0.
  ///
  /// 4 by default: what 3,000 km take, the distance at which the default score has lost its whole distance part,
  /// as it has for a place without coordinates.
  package var daysWithoutDistance: Int64

  /// A policy.
  package init(kilometresPerDay: Int64 = 800, daysWithoutDistance: Int64 = 4) {
    self.kilometresPerDay = kilometresPerDay
    self.daysWithoutDistance = daysWithoutDistance
  }

  /// Days in transit: ⌈km / kilometresPerDay⌉, 0 at distance 0.
  ///
  /// - Throws: ``InventoryError/outOfRange`` for a policy or a distance outside its range; ``InventoryError/overflow``.
  package func days(metres: Int64?) throws(InventoryError) -> Int64 {
    guard kilometresPerDay > 0, daysWithoutDistance >= 0 else { throw .outOfRange }
    guard let metres else { return daysWithoutDistance }
    guard metres >= 0 else { throw .outOfRange }
    let metresPerDay = kilometresPerDay.multipliedReportingOverflow(by: 1000)
    if metresPerDay.overflow { return metres == 0 ? 0 : 1 }
    return metres / metresPerDay.partialValue + (metres % metresPerDay.partialValue == 0 ? 0 : 1)
  }
}

/// When an order would leave and arrive, in UTC microseconds since 1970.
package struct DeliveryEstimate: Equatable, Sendable {
  /// When the goods leave the warehouse.
  package var shipsAt: Int64
  /// When they arrive.
  package var deliversAt: Int64

  /// The estimate for an order that comes at `now` (UTC microseconds) to `warehouse`, `metres` away from its destination.
  ///
  /// Handling counts from the day's cut-off in local time: today's for an order that comes by then, tomorrow's for a later
  /// one. The goods leave `handlingHours` after that, and arrive the policy's days later.
  /// The offset from UTC is the one given: a change of clocks in between is not foreseen.
  ///
  /// - Throws: ``InventoryError/overflow`` where a time does not fit; ``InventoryError/outOfRange`` for facts out of range.
  package init(
    from warehouse: ShippingWarehouse, now: Int64, metres: Int64?, policy: DeliveryPolicy = DeliveryPolicy()
  ) throws(InventoryError) {
    guard (0...1440).contains(warehouse.cutOffMinutes), warehouse.handlingHours >= 0 else { throw .outOfRange }
    let offset = try Int64(warehouse.utcOffsetSeconds).multiplying(by: 1_000_000)
    let local = try now.adding(offset)
    let sinceMidnight = ((local % microsPerDay) + microsPerDay) % microsPerDay
    let untilCutOff = Int64(warehouse.cutOffMinutes) * 60_000_000 - sinceMidnight
    let start = try now.adding(untilCutOff >= 0 ? untilCutOff : untilCutOff + microsPerDay)
    shipsAt = try start.adding(try Int64(warehouse.handlingHours).multiplying(by: 3_600_000_000))
    deliversAt = try shipsAt.adding(try policy.days(metres: metres).multiplying(by: microsPerDay))
  }
}

private let microsPerDay: Int64 = 86_400_000_000
