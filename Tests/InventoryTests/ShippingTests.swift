import Testing

@testable import Inventory

@Suite("Distance, cost and delivery")
struct ShippingTests {
  @Test(
    "great circles have the length that an independent formula gives",
    arguments: [
      ((0.0, 0.0), (1.0, 0.0), 111_195), ((0, 0), (90, 0), 10_007_543), ((0, 0), (0, 180), 20_015_087),
      ((48.8566, 2.3522), (51.5074, -0.1278), 343_556), ((40.7128, -74.0060), (34.0522, -118.2437), 3_935_746),
      ((10, 179.5), (10, -179.5), 109_506), ((52.5, 13.4), (52.5, 13.4), 0),
    ] as [((Double, Double), (Double, Double), Int64)])
  func distance(from: (Double, Double), to: (Double, Double), metres: Int64) {
    let (from, to) = (
      Coordinates(latitude: from.0, longitude: from.1), Coordinates(latitude: to.0, longitude: to.1)
    )
    #expect(from.metres(to: to) == metres)
    #expect(to.metres(to: from) == metres)
  }

  @Test("a place that is nowhere is at an unknown distance")
  func nowhere() {
    let somewhere = Coordinates(latitude: 0, longitude: 0)
    for (latitude, longitude) in [(91, 0), (0, 181), (.nan, 0), (0, -.infinity)] as [(Double, Double)] {
      #expect(somewhere.metres(to: Coordinates(latitude: latitude, longitude: longitude)) == nil)
    }
    #expect(ShippingWarehouse(id: "w").metres(to: somewhere) == nil)
    #expect(ShippingWarehouse(id: "w", coordinates: somewhere).metres(to: nil) == nil)
  }

  @Test(
    "a cost is base, units and unit-kilometres, rounded up once",
    arguments: [
      (5, 2, 3, 10, 1_000, 55), (5, 2, 3, 0, 1_000, 5), (0, 0, 1, 1, 1, 1), (0, 0, 1, 1_000, 1, 1),
      (0, 0, 1, 1_001, 1, 2),
      (0, 0, 1, 1, 0, 0), (7, 0, 0, 9, 123, 7), (0, 0, 4_000_000_000_000_000_000, 2, 1_000, 8_000_000_000_000_000_000),
      (0, 0, .max, 1, 1_000, .max), (0, 1, .max - 1, 1, 1_000, .max),
    ] as [(Int64, Int64, Int64, Int64, Int64, Int64)])
  func cost(base: Int64, unit: Int64, kilometre: Int64, units: Int64, metres: Int64, micros: Int64) throws {
    let rate = ShippingRate(base: base, perUnit: unit, perUnitKilometre: kilometre, currency: "EUR")
    #expect(try rate.micros(units: units, metres: metres) == micros)
  }

  @Test(
    "a cost that does not fit is an error",
    arguments: [
      (.max, 1, 0, 1, 0), (1, 0, .max, 1, 1_000), (0, 0, .max, 1, 1_001), (0, .max, 0, 2, 0), (0, 0, .max, .max, .max),
      (.max, .max, .max, .max, .max), (0, .max, 0, .max, 0), (0, 0, 1 << 40, 1 << 40, 1 << 40),
    ] as [(Int64, Int64, Int64, Int64, Int64)])
  func costOverflow(base: Int64, unit: Int64, kilometre: Int64, units: Int64, metres: Int64) {
    let rate = ShippingRate(base: base, perUnit: unit, perUnitKilometre: kilometre, currency: "EUR")
    #expect(throws: InventoryError.overflow) { try rate.micros(units: units, metres: metres) }
  }

  @Test("a negative factor of a cost is refused")
  func negativeCost() {
    let rate = ShippingRate(base: 0, perUnit: -1, perUnitKilometre: 0, currency: "EUR")
    #expect(throws: InventoryError.outOfRange) { try rate.micros(units: 1, metres: 0) }
    let free = ShippingRate(base: 0, perUnit: 0, perUnitKilometre: 0, currency: "")
    #expect(throws: InventoryError.outOfRange) { try free.micros(units: -1, metres: 0) }
    #expect(throws: InventoryError.outOfRange) { try free.micros(units: 1, metres: -1) }
  }

  /// 2026-01-01 10:00 UTC.
  private static let morning: Int64 = 1_767_261_600_000_000
  private static let hour: Int64 = 3_600_000_000

  @Test(
    "handling counts from the cut-off: today's for an order that comes by then, tomorrow's for a later one",
    arguments: [
      (14 * 60, 0, 4), (10 * 60, 0, 0), (11 * 60, 0, 1), (9 * 60, 0, 23), (14 * 60, 5, 23), (14 * 60, -5, 9),
      (0, 0, 14), (1_440, 13, 1), (23 * 60, 13, 0), (22 * 60, -11, 23),
    ] as [(Int, Int, Int64)])
  func handling(cutOffMinutes: Int, offsetHours: Int, startsInHours: Int64) throws {
    let warehouse = ShippingWarehouse(
      id: "w", cutOffMinutes: cutOffMinutes, handlingHours: 24, utcOffsetSeconds: offsetHours * 3_600)
    let estimate = try DeliveryEstimate(from: warehouse, now: Self.morning, metres: 0)
    #expect(estimate.shipsAt == Self.morning + (startsInHours + 24) * Self.hour)
    #expect(estimate.deliversAt == estimate.shipsAt)
  }

  @Test("the cut-off is found before 1970 too")
  func beforeTheEpoch() throws {
    let warehouse = ShippingWarehouse(id: "w", cutOffMinutes: 60)
    let estimate = try DeliveryEstimate(from: warehouse, now: -Self.hour, metres: 0)
    #expect(estimate.shipsAt == Self.hour)
  }

  @Test(
    "goods travel 800 km a day, and 4 days where nobody knows how far",
    arguments: [(0, 0), (1, 1), (800_000, 1), (800_001, 2), (2_400_000, 3), (20_015_087, 26), (nil, 4)]
      as [(Int64?, Int64)])
  func transit(metres: Int64?, days: Int64) throws {
    #expect(try DeliveryPolicy().days(metres: metres) == days)
    let estimate = try DeliveryEstimate(from: ShippingWarehouse(id: "w"), now: 0, metres: metres)
    #expect(estimate.deliversAt == days * 24 * Self.hour)
  }

  @Test("a delivery that cannot be computed is an error")
  func deliveryErrors() {
    let late = ShippingWarehouse(id: "w", handlingHours: 1)
    #expect(throws: InventoryError.overflow) { try DeliveryEstimate(from: late, now: .max, metres: 0) }
    let long = ShippingWarehouse(id: "w", handlingHours: .max)
    #expect(throws: InventoryError.overflow) { try DeliveryEstimate(from: long, now: 0, metres: 0) }
    let wrong = ShippingWarehouse(id: "w", cutOffMinutes: 1_441)
    #expect(throws: InventoryError.outOfRange) { try DeliveryEstimate(from: wrong, now: 0, metres: 0) }
    #expect(throws: InventoryError.outOfRange) { try DeliveryPolicy(kilometresPerDay: 0).days(metres: 1) }
    #expect(throws: InventoryError.outOfRange) { try DeliveryPolicy().days(metres: -1) }
  }
}
