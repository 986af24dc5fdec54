import Messages
import Testing

@testable import Services

/// What sells, what will, and what to order.
@Suite("Forecast queries") struct ForecastQueryTests {
  private func close(_ left: Double, _ right: Double, within: Double = 1e-6) -> Bool { abs(left - right) <= within }

  @Test("velocity is what was sold in whole days before today, by channel")
  func velocity() throws {
    let time = try Timeline()
    try time.set("P1", "W1", onHand: 100_000)
    try time.set("P1", "W1", onHand: 1000, variant: "red")
    // Too old, the first day of the window, its last, and today.
    for (day, units) in [(0, 1000), (1, 30), (30, 60), (31, 5000)] {
      time.now = (47_500 + Int64(day)) * Timeline.day + 5
      try time.sell(Int64(units), channel: "web")
      try time.sell(Int64(units / 10), channel: "")
      try time.sell(Int64(units / 30), channel: "we")
      try time.sell(7, channel: "web", variant: "red")
      try time.sell(2, channel: "web", type: .return)
    }
    let all: GetVelocityResponse = try time.ask(.forecastServiceGetVelocity, GetVelocityRequest(productID: "P1"))
    #expect(all.from == 47_501 * Timeline.day && all.until == 47_531 * Timeline.day)
    #expect(all.sold == 90 + 9 + 3 && all.returned == 4 && close(all.unitsPerDay, 102.0 / 30))
    #expect(all.channels.map(\.channelID) == ["", "we", "web"])
    #expect(all.channels.map(\.sold) == [9, 3, 90] && all.channels.map(\.returned) == [0, 0, 4])
    #expect(close(all.channels[2].unitsPerDay, 3))
    let web: GetVelocityResponse = try time.ask(
      .forecastServiceGetVelocity, GetVelocityRequest(productID: "P1", channelID: "web", windowDays: 1))
    #expect(web.sold == 60 && web.channels.map(\.sold) == [60])
    let unnamed: GetVelocityResponse = try time.ask(
      .forecastServiceGetVelocity, GetVelocityRequest(productID: "P1", channelID: ""))
    #expect(unnamed.sold == 9)
    let red: GetVelocityResponse = try time.ask(
      .forecastServiceGetVelocity, GetVelocityRequest(productID: "P1", variantID: "red", windowDays: 400))
    #expect(red.sold == 21)
  }

  @Test("a weekly pattern is forecast as it is, from today on")
  func demand() throws {
    let time = try Timeline()
    try time.set("P1", "W1", onHand: 100_000)
    let week: [Int64] = [5, 1, 0, 3, 8, 20, 2]
    let first = time.now
    for day in 0..<35 {
      time.now = first + Int64(day) * Timeline.day
      try time.sell(week[day % 7], channel: day % 2 == 0 ? "web" : "")
    }
    time.now += Timeline.day
    try time.sell(1000)
    let request = ForecastDemandRequest(productID: "P1", days: 14)
    let forecast: ForecastDemandResponse = try time.ask(.forecastServiceForecastDemand, request)
    #expect(forecast.days.map(\.day) == (0..<14).map { first + (35 + $0) * Timeline.day })
    for (ahead, day) in forecast.days.enumerated() {
      let expected = Double(week[ahead % 7])
      #expect(close(day.expected, expected) && close(day.low, expected) && close(day.high, expected))
    }
    #expect(close(forecast.total, 78) && forecast.historyDays == 35)
    let long: ForecastDemandResponse = try time.ask(
      .forecastServiceForecastDemand, ForecastDemandRequest(productID: "P2"))
    #expect(long.days.count == 28 && long.total == 0 && long.historyDays == 0)
  }

  /// Ten units a day at W1 and two at W2, for sixty days.
  private func sold() throws -> Timeline {
    let time = try Timeline()
    try time.set("P1", "W1", onHand: 100_000)
    try time.set("P1", "W2", onHand: 100_000)
    try time.set("P1", "W3", onHand: 15)
    try time.set("P2", "W1", onHand: 500)
    for _ in 0..<60 {
      try time.sell(10)
      try time.sell(2, at: "W2")
      time.now += Timeline.day
    }
    return time
  }

  private func reorders(_ time: Timeline, _ request: SuggestReordersRequest = .init()) throws -> [ReorderSuggestion] {
    var request = request
    var found: [ReorderSuggestion] = []
    repeat {
      let page: SuggestReordersResponse = try time.ask(.forecastServiceSuggestReorders, request)
      found += page.suggestions
      request.pageToken = page.nextPageToken
    } while !request.pageToken.isEmpty
    return found
  }

  @Test("orders follow demand, which warehouses share as they have sold")
  func reorders() throws {
    let time = try sold()
    // W1 expects 70 until an order arrives and 140 after that; W2 a fifth of it.
    try time.set("P1", "W1", onHand: 50)
    try time.set("P1", "W2", onHand: 25)
    let all = try reorders(time)
    #expect(all.map(\.warehouseID) == ["W1", "W3"])
    // What a level has sold lately is rounded a little each day, and so are shares.
    #expect((170...171).contains(all[0].quantity) && all[1].quantity == 100)
    #expect(close(all[0].leadTimeDemand, 70, within: 0.2) && close(all[0].coverDemand, 140, within: 0.4))
    #expect(all[0].available == 50 && all[0].safetyStock == 10)
    // Fifty units last through the fifth day: by its end nothing is left.
    #expect(all[0].outOfStockAt == time.now + 4 * Timeline.day || all[0].outOfStockAt == time.now + 5 * Timeline.day)
    #expect(all[1].leadTimeDemand == 0 && all[1].outOfStockAt == 0)
    try time.set("P1", "W2", onHand: 24)
    #expect(try reorders(time).map(\.warehouseID) == ["W1", "W2", "W3"])
    for size in [1, 2] as [UInt32] { #expect(try reorders(time, .init(pageSize: size)).count == 3) }
    #expect(try reorders(time, .init(warehouseID: "W2")).map(\.quantity) == [100])
    #expect(try reorders(time, .init(warehouseID: "W2", productID: "P1")).count == 1)
    #expect(try reorders(time, .init(productID: "P2")).isEmpty)
    #expect(try reorders(time, .init(productID: "P1", leadTimeDays: 1, coverDays: 1)).map(\.quantity) == [100])
  }

  @Test("an inactive warehouse orders nothing, and the others have its demand")
  func inactive() throws {
    let time = try sold()
    try time.set("P1", "W1", onHand: 0)
    try time.set("P1", "W2", onHand: 0)
    try time.run(.deactivateWarehouse(.init(warehouseID: "W1")))
    let all = try reorders(time)
    #expect(all.map(\.warehouseID) == ["W2", "W3"])
    #expect(close(all[0].leadTimeDemand, 84, within: 0.3))
    #expect(all[0].outOfStockAt == time.now)
  }

  @Test("what is not there, and what cannot be asked, is refused")
  func refusals() throws {
    let time = try Timeline()
    let velocity = Method.forecastServiceGetVelocity
    #expect(try time.refusal(velocity, GetVelocityRequest(productID: "nothing")) == .notFound)
    #expect(try time.refusal(velocity, GetVelocityRequest(productID: "P1", variantID: "blue")) == .notFound)
    #expect(try time.refusal(velocity, GetVelocityRequest(productID: "P1", windowDays: 401)) == .invalidArgument)
    #expect(try time.refusal(velocity, GetVelocityRequest()) == .invalidArgument)
    let demand = Method.forecastServiceForecastDemand
    #expect(try time.refusal(demand, ForecastDemandRequest(productID: "nothing")) == .notFound)
    #expect(try time.refusal(demand, ForecastDemandRequest(productID: "P1", days: 91)) == .invalidArgument)
    #expect(try time.refusal(demand, ForecastDemandRequest(productID: "P1", historyDays: 13)) == .invalidArgument)
    let reorders = Method.forecastServiceSuggestReorders
    #expect(try time.refusal(reorders, SuggestReordersRequest(warehouseID: "nothing")) == .notFound)
    #expect(try time.refusal(reorders, SuggestReordersRequest(productID: "nothing")) == .notFound)
    #expect(try time.refusal(reorders, SuggestReordersRequest(leadTimeDays: 366)) == .invalidArgument)
    #expect(try time.refusal(reorders, SuggestReordersRequest(pageToken: "x")) == .invalidArgument)
  }
}
