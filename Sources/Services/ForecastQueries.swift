internal import Engine
internal import Inventory
internal import LMDB
package import Messages

extension QueryService: ForecastServiceQueries {
  /// Rows of sales that one call looks at, at most: no call makes the others on its thread wait.
  private static var salesBudget: Int { 50_000 }
  private static var microsecondsPerDay: Int64 { 86_400_000_000 }

  /// How fast a product sells.
  package func getVelocity(_ request: GetVelocityRequest) throws(CallFailure) -> GetVelocityResponse {
    var check = RequestCheck()
    check.identifier(request.productID, "product_id")
    check.optionalIdentifier(request.variantID, "variant_id")
    if let channel = request.channelID { check.optionalIdentifier(channel, "channel_id") }
    check.days(request.windowDays, "window_days", 1...400)
    try check.finish()
    try requireProduct(request.productID, request.variantID)
    let window = request.windowDays == 0 ? 30 : request.windowDays
    let days = pastDays(window)
    var response = GetVelocityResponse(
      from: Int64(days.lowerBound) * Self.microsecondsPerDay,
      until: Int64(days.upperBound) * Self.microsecondsPerDay)
    try forEachSale(request.productID, request.variantID, request.channelID, days) {
      channel, sales in
      // A channel's days follow each other.
      if response.channels.isEmpty
        || !isSameIdentifier(response.channels[response.channels.count - 1].channelID, channel)
      {
        response.channels.append(ChannelVelocity(channelID: channel))
      }
      let place = response.channels.count - 1
      response.channels[place].sold = response.channels[place].sold.addingSaturated(sales.sold)
      response.channels[place].returned = response.channels[place].returned.addingSaturated(
        sales.returned)
      response.sold = response.sold.addingSaturated(sales.sold)
      response.returned = response.returned.addingSaturated(sales.returned)
    }
    for place in response.channels.indices {
      response.channels[place].unitsPerDay = Double(response.channels[place].sold) / Double(window)
    }
    response.unitsPerDay = Double(response.sold) / Double(window)
    return response
  }

  /// What a product will sell.
  package func forecastDemand(_ request: ForecastDemandRequest) throws(CallFailure)
    -> ForecastDemandResponse
  {
    var check = RequestCheck()
    check.identifier(request.productID, "product_id")
    check.optionalIdentifier(request.variantID, "variant_id")
    if let channel = request.channelID { check.optionalIdentifier(channel, "channel_id") }
    check.days(request.days, "days", 1...90)
    check.days(request.historyDays, "history_days", 14...400)
    try check.finish()
    try requireProduct(request.productID, request.variantID)
    let days = pastDays(request.historyDays == 0 ? 182 : request.historyDays)
    var sales = [Double](repeating: 0, count: days.count)
    try forEachSale(request.productID, request.variantID, request.channelID, days) { _, sold in
      sales[Int(sold.day - days.lowerBound)] += Double(sold.sold)
    }
    let forecast = DemandForecast(sales)
    let count = request.days == 0 ? 28 : Int(request.days)
    return ForecastDemandResponse(
      days: (0..<count).map { ahead in
        let day = forecast.day(ahead)
        return DailyForecast(
          day: (Int64(days.upperBound) + Int64(ahead)) * Self.microsecondsPerDay,
          expected: day.expected, low: day.low,
          high: day.high)
      }, total: forecast.total(days: count), historyDays: UInt32(clamping: forecast.historyDays))
  }

  /// Days since 1970 of the `count` days before today: today by the clock, or by the last batch where that is ahead.
  func pastDays(_ count: UInt32) -> Range<UInt32> {
    let today = UInt32(clamping: max(now, reader.facts.time) / Self.microsecondsPerDay)
    return today - min(today, count)..<today
  }

  /// Throws NOT_FOUND if there is no such product, or it has no such variant.
  private func requireProduct(_ product: String, _ variant: String) throws(CallFailure) {
    let name = LevelKey(product: product, variant: variant, warehouse: "")
    if let refusal = try reader.unknownPart(name) {
      throw CallFailure.notFound(refusal.message, [refusal])
    }
  }

  /// Walks daily sales.
  ///
  /// - Throws: RESOURCE_EXHAUSTED where they are of too many channels to be walked in one call.
  private func forEachSale(
    _ product: String, _ variant: String, _ channel: String?, _ days: Range<UInt32>,
    _ body: (String, DailySales) -> Void
  ) throws(CallFailure) {
    var budget = Self.salesBudget
    let isComplete = try reader.forEachSale(
      product: product, variant: variant, channel: channel, days: days, budget: &budget, body)
    if isComplete { return }
    throw CallFailure.resourceExhausted(
      "\(product) has sales of more channels and days than one call looks at: name a channel_id, or ask for fewer days",
      retryAfterMs: 0)
  }
}

extension RequestCheck {
  /// A number of days; 0 = not said.
  mutating func days(_ days: UInt32, _ field: String, _ range: ClosedRange<UInt32>) {
    require(
      days == 0 || range.contains(days), field,
      "is \(days): \(range.lowerBound) to \(range.upperBound) are allowed, or 0 for the default")
  }
}
