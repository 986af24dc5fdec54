internal import Engine
internal import Inventory
internal import LMDB
package import Messages

extension QueryService {
  /// Rows of sales and levels that a page looks at, at most, before it ends with the level that it is at.
  private static var reorderBudget: Int { 20_000 }
  /// Days of sales that demand is learned from, as with ForecastDemand.
  private static var historyDays: UInt32 { 182 }

  /// What a product and variant will sell, and in which parts its warehouses share that.
  private struct SharedDemand {
    var product: String
    var variant: String
    var forecast: DemandForecast
    /// Ids of the active warehouses that stock it, in order.
    var warehouses: [String]
    /// As many parts, which add up to 1.
    var shares: [Double]

    func share(of warehouse: String) -> Double? {
      warehouses.firstIndex { isSameIdentifier($0, warehouse) }.map { shares[$0] }
    }
  }

  /// What to order where.
  package func suggestReorders(_ request: SuggestReordersRequest) throws(CallFailure)
    -> SuggestReordersResponse
  {
    let size = try PageToken.size(request.pageSize)
    var check = RequestCheck()
    check.optionalIdentifier(request.warehouseID, "warehouse_id")
    check.optionalIdentifier(request.productID, "product_id")
    check.days(request.leadTimeDays, "lead_time_days", 1...365)
    check.days(request.coverDays, "cover_days", 1...365)
    try check.finish()
    if !request.warehouseID.isEmpty, try reader.warehouse(request.warehouseID) == nil {
      throw unknownWarehouse(request.warehouseID)
    }
    if !request.productID.isEmpty, try reader.product(request.productID) == nil {
      throw try reader.unknown(LevelKey(product: request.productID, variant: "", warehouse: ""))
    }
    let isByWarehouse = request.productID.isEmpty && !request.warehouseID.isEmpty
    var prefix = KeyBuffer()
    if !request.productID.isEmpty || isByWarehouse {
      prefix.append(utf8: isByWarehouse ? request.warehouseID : request.productID)
      prefix.append(byte: 0)
    }
    let start = try PageToken.key(request.pageToken, prefix: prefix.copied)
    let days = pastDays(Self.historyDays)
    var budget = Self.reorderBudget
    var known: SharedDemand?
    let table = isByWarehouse ? reader.tables.levelsByWarehouse : reader.tables.levels
    let page = try reader.page(table, prefix: prefix, start: start, size: size) {
      budget <= 0
    } take: { (key, _) throws(CallFailure) -> ReorderSuggestion? in
      budget -= 1
      let parts = key.parts()
      guard parts.count == 3 else { return nil }
      let level =
        isByWarehouse
        ? LevelKey(product: parts[1], variant: parts[2], warehouse: parts[0])
        : LevelKey(product: parts[0], variant: parts[1], warehouse: parts[2])
      // The total has no warehouse, and is not a level.
      guard !level.warehouse.isEmpty,
        request.warehouseID.isEmpty || isSameIdentifier(level.warehouse, request.warehouseID),
        try reader.isActive(warehouse: level.warehouse), let row = try reader.level(level)
      else { return nil }
      let demand: SharedDemand
      if let known, isSameIdentifier(known.product, level.product),
        isSameIdentifier(known.variant, level.variant)
      {
        demand = known
      } else {
        demand = try sharedDemand(level, days, &budget)
        known = demand
      }
      return suggestion(level, row, demand, request, firstDay: Int64(days.upperBound))
    }
    return SuggestReordersResponse(
      suggestions: page.elements, nextPageToken: PageToken.token(page.next))
  }

  /// Learns what a level's product and variant will sell, in all and where.
  private func sharedDemand(_ level: LevelKey, _ days: Range<UInt32>, _ budget: inout Int)
    throws(CallFailure)
    -> SharedDemand
  {
    var sales = [Double](repeating: 0, count: days.count)
    // A product of very many channels is learned from those that the call's bound allows.
    var rows = Self.reorderBudget
    _ = try reader.forEachSale(
      product: level.product, variant: level.variant, channel: nil, days: days, budget: &rows
    ) { _, sold in sales[Int(sold.day - days.lowerBound)] += Double(sold.sold) }
    var warehouses: [String] = []
    var weights: [Int64] = []
    for (warehouse, row) in try reader.levels(product: level.product, variant: level.variant) {
      rows -= 1
      guard try reader.isActive(warehouse: warehouse) else { continue }
      warehouses.append(warehouse)
      weights.append(row.recentSales.weight(on: Int64(days.upperBound)))
    }
    budget -= Self.reorderBudget - rows
    return SharedDemand(
      product: level.product, variant: level.variant, forecast: DemandForecast(sales),
      warehouses: warehouses,
      shares: RecentSales.shares(of: weights))
  }

  /// What to order for a level; nil = nothing.
  private func suggestion(
    _ level: LevelKey, _ row: LevelRow, _ demand: SharedDemand, _ request: SuggestReordersRequest,
    firstDay: Int64
  ) -> ReorderSuggestion? {
    guard let share = demand.share(of: level.warehouse) else { return nil }
    let leadDays = request.leadTimeDays == 0 ? 7 : Int(request.leadTimeDays)
    let coverDays = request.coverDays == 0 ? 14 : Int(request.coverDays)
    let need = Reordering(
      available: row.available, incoming: row.incoming, safetyStock: row.safetyStock,
      reorderPoint: row.reorderPoint,
      reorderQuantity: row.reorderQuantity,
      leadTimeDemand: share * demand.forecast.total(days: leadDays),
      coverDemand: share * demand.forecast.total(from: leadDays, days: coverDays))
    guard need.quantity > 0 else { return nil }
    let day = Reordering.dayOutOfStock(
      available: row.available,
      daily: (0..<leadDays + coverDays).lazy.map { share * demand.forecast.day($0).expected })
    return ReorderSuggestion(
      productID: level.product, variantID: level.variant, warehouseID: level.warehouse,
      quantity: need.quantity,
      available: row.available, incoming: row.incoming, leadTimeDemand: need.leadTimeDemand,
      coverDemand: need.coverDemand, safetyStock: row.safetyStock,
      outOfStockAt: day.map { (firstDay + Int64($0)) * 86_400_000_000 } ?? 0)
  }
}
