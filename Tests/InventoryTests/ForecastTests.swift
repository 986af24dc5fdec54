import Inventory
import Testing

/// What a forecast promises, whatever it is fed with.
@Suite struct ForecastTests {
  private func isNear(_ left: Double, _ right: Double) -> Bool {
    abs(left - right) <= 1e-9 * max(1, abs(left), abs(right))
  }

  @Test(
    "the forecast of a constant series is that constant, without a range",
    arguments: [1, 13, 14, 20, 182, 400])
  func constant(_ days: Int) {
    for units in [1.0, 7, 1e-3, 1e9] {
      let forecast = DemandForecast([Double](repeating: units, count: days))
      for ahead in 0..<90 {
        let day = forecast.day(ahead)
        #expect(
          isNear(day.expected / units, 1) && isNear(day.low / units, 1)
            && isNear(day.high / units, 1))
      }
      #expect(isNear(forecast.total(days: 10) / units, 10))
      #expect(forecast.historyDays == days)
    }
  }

  @Test(
    "the forecast of a weekly pattern is that pattern, also where only one day of the week sells",
    arguments: [
      [5.0, 1, 0, 3, 8, 20, 2], [0, 0, 0, 9, 0, 0, 0], [1, 2, 3, 4, 5, 6, 7],
    ])
  func pattern(_ week: [Double]) {
    for length in 14...60 {
      // Begins at the first day that sells, as a history does.
      let start = week.firstIndex { $0 > 0 } ?? 0
      let sales = (0..<length).map { week[(start + $0) % 7] }
      let forecast = DemandForecast(sales)
      for ahead in 0..<21 {
        let day = forecast.day(ahead)
        let expected = week[(start + length + ahead) % 7]
        #expect(abs(day.expected - expected) < 1e-6, "\(length) days, \(ahead) ahead")
        #expect(abs(day.low - expected) < 1e-6 && abs(day.high - expected) < 1e-6)
      }
    }
  }

  /// Sales without a pattern, from a seed.
  private func noise(_ seed: UInt64, _ count: Int) -> [Double] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let draw = Double(state >> 40) / Double(1 << 24)
      return draw < 0.6 ? 0 : (draw * 40).rounded()
    }
  }

  @Test("sales in other units give the same forecast in these units", arguments: 1...10)
  func scale(_ seed: UInt64) {
    let sales = noise(seed, 150)
    let one = DemandForecast(sales)
    // A power of two: nothing is rounded.
    let other = DemandForecast(sales.map { $0 * 1024 })
    for ahead in 0..<30 {
      #expect(one.day(ahead).expected * 1024 == other.day(ahead).expected)
      #expect(one.day(ahead).high * 1024 == other.day(ahead).high)
    }
  }

  @Test(
    "what is expected lies in the range, nothing is negative, and the range grows",
    arguments: 1...20)
  func range(_ seed: UInt64) {
    let forecast = DemandForecast(noise(seed, 20 + Int(seed) * 9))
    for ahead in 0..<90 {
      let day = forecast.day(ahead)
      #expect(0 <= day.low && day.low <= day.expected && day.expected <= day.high)
      #expect(forecast.day(ahead + 7).high >= day.high)
    }
  }

  @Test("zeros before the first sale are no history; without sales nothing is expected")
  func beginning() {
    let sales = noise(3, 60)
    let begun = sales.firstIndex { $0 > 0 } ?? 0
    let late = DemandForecast([Double](repeating: 0, count: 100) + sales)
    let early = DemandForecast(sales)
    #expect(late.historyDays == 60 - begun && late.day(3) == early.day(3))
    for nothing in [DemandForecast([]), DemandForecast([0, 0, 0])] {
      #expect(nothing.historyDays == 0 && nothing.total(days: 90) == 0 && nothing.day(5).high == 0)
    }
  }

  @Test("one bulk order does not become the demand of every day")
  func bulk() {
    var sales = [Double](repeating: 10, count: 100)
    sales[90] = 5000
    #expect(DemandForecast(sales).total(days: 28) < 28 * 30)
  }

  @Test(
    "hostile numbers give numbers",
    arguments: [
      [Double.nan], [.infinity, 1], [-5, -1], [1e300, 1e308, 1e308], [.leastNonzeroMagnitude], [0x1p63, 0, 0x1p63],
    ])
  func hostile(_ start: [Double]) {
    for filler in [[], [Double](repeating: 0, count: 30), [Double](repeating: 0x1p63, count: 30)] {
      let forecast = DemandForecast(start + filler)
      for ahead in [0, 1, 89, 10_000] {
        let day = forecast.day(ahead)
        for value in [day.expected, day.low, day.high] { #expect(value >= 0 && !value.isNaN) }
      }
    }
  }
}
