import Inventory
import Testing

/// What is to be said of a level, and of a product that sells fast.
@Suite struct AlertRuleTests {
  @Test(
    "the worst condition that holds counts, and each bound belongs to it",
    arguments: [
      (Int64(-1), LevelCondition.outOfStock), (0, .outOfStock), (1, .lowStock), (10, .lowStock), (11, .reorderNeeded),
      (20, .reorderNeeded), (21, .good), (.max, .good), (.min, .outOfStock),
    ])
  func conditions(_ available: Int64, _ condition: LevelCondition) {
    #expect(LevelCondition(available: available, safetyStock: 10, reorderPoint: 20) == condition)
  }

  @Test("without settings only an empty level is bad")
  func withoutSettings() {
    #expect(LevelCondition(available: 1, safetyStock: 0, reorderPoint: 0) == .good)
    #expect(LevelCondition(available: 0, safetyStock: 0, reorderPoint: 0) == .outOfStock)
    #expect(LevelCondition.outOfStock > .lowStock)
  }

  private let minute: Int64 = 60_000_000

  @Test("a minute falls out of the hour as a whole, when it is 60 minutes old")
  func window() {
    var hour = RollingHour()
    hour.add(5, at: 100 * minute + 59_999_999)
    hour.add(7, at: 130 * minute)
    hour.add(1, at: 130 * minute + 1)
    #expect(hour.minutes.count == 2)
    #expect(hour.sold(at: 159 * minute + 59_999_999) == 13)
    #expect(hour.sold(at: 160 * minute) == 8)
    #expect(hour.sold(at: 189 * minute) == 8)
    #expect(hour.sold(at: 190 * minute) == 0)
  }

  @Test("the fall is the first instant at which the hour holds no more than the limit", arguments: 0..<50)
  func fall(_ seed: Int) {
    var hour = RollingHour()
    var time = Int64(1000 * 60_000_000 + seed * 7_919_000)
    for step in 0..<90 {
      time += Int64((step * 31 + seed * 17) % 97) * 1_000_000
      hour.add(Int64((step * 13 + seed) % 11), at: time)
      #expect(hour.minutes.count <= RollingHour.minuteCount)
      let limit = Int64(seed)
      let fall = hour.fall(to: limit, from: time)
      #expect(fall >= time && hour.sold(at: fall) <= limit)
      if fall > time { #expect(hour.sold(at: fall - 1) > limit) }
    }
  }

  @Test("numbers at the end of the range neither trap nor wrap")
  func hostile() {
    var hour = RollingHour([.init(number: .max / 60_000_000, units: .max)])
    #expect(hour.fall(to: 1, from: 0) == .max)
    hour.add(.max, at: .max)
    #expect(hour.sold(at: .max) == .max)
  }
}
