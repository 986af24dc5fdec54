import Messages
import Testing

@testable import holdfast

/// Alerts and forecasts as the tool shows them.
@Suite("Planning views") struct PlanningViewTests {
  @Test("a day of the forecast is a line from low to high with a mark at what is expected")
  func bar() {
    let day = DailyForecast(day: 0, expected: 5, low: 2, high: 9)
    #expect(ForecastDemand.bar(day, of: 9, width: 10) == "  ───●────")
    #expect(ForecastDemand.bar(DailyForecast(), of: 9, width: 10) == "●")
    #expect(ForecastDemand.bar(day, of: 0) == "")
  }

  @Test("days are shown without their time")
  func day() {
    #expect(Words.day(1_795_564_800_000_000) == "2026-11-25")
    #expect(Words.day(0).isEmpty)
  }

  @Test("an alert is one row, and its id is what --quiet prints")
  func alerts() {
    let view = View.alerts([
      Alert(
        alertID: "a-1", kind: .reorderNeeded, severity: .low, status: .open, productID: "P", variantID: "V",
        warehouseID: "W", value: 3, threshold: 20, reorderQuantity: 100, raisedAt: 1_795_564_800_000_000)
    ])
    #expect(view.ids == ["a-1"])
    let row = view.lines(width: nil)[1]
    for word in ["a-1", "low", "reorder needed", "P/V", "W", "100", "2026-11-25"] { #expect(row.contains(word)) }
  }
}
