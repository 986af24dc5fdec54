internal import Engine
internal import Inventory
internal import LMDB
package import Messages

/// What to count next.
extension QueryService {
  /// Levels of a warehouse, most urgent first, among those that were not counted for longest.
  ///
  /// A call looks at one window of the index by last count: levels are scored and put in order within it. A page token names
  /// the window and how many of it have been given.
  package func nextCounts(_ request: NextCountsRequest) throws(CallFailure) -> NextCountsResponse {
    let size = try PageToken.size(request.pageSize)
    var check = RequestCheck()
    check.identifier(request.warehouseID, "warehouse_id")
    try check.finish()
    if try reader.warehouse(request.warehouseID) == nil { throw unknownWarehouse(request.warehouseID) }
    let prefix = KeyBuffer.warehouse(request.warehouseID)
    var (start, given) = (prefix.copied, 0)
    if let token = try PageToken.key(request.pageToken, prefix: start) {
      guard token.count >= start.count + 4 else {
        throw CallFailure.invalid("page_token", "is not the next_page_token of a page of this list")
      }
      given = token.suffix(4).reduce(0) { $0 << 8 | Int($1) }
      start = Array(token.dropLast(4))
    }
    let window = try window(of: request.warehouseID, from: start)
    let proposals = window.elements.sorted(by: CountProposal.precedes)
    var response = NextCountsResponse(proposals: Array(proposals.dropFirst(given).prefix(size)))
    let reached = given + response.proposals.count
    if reached < proposals.count {
      response.nextPageToken = PageToken.token(start + bigEndian(reached))
    } else if let next = window.next {
      response.nextPageToken = PageToken.token(next + bigEndian(0))
    }
    return response
  }

  /// Levels that a window holds, at most.
  private static var windowSize: Int { 500 }
  /// Rows of sales that a window looks at before it ends.
  private static var salesLimit: Int { 20_000 }

  /// The window of the index that begins at a key.
  private func window(of warehouse: String, from start: [UInt8]) throws(CallFailure) -> Page<CountProposal> {
    let prefix = KeyBuffer.warehouse(warehouse)
    let skipped = prefix.count + 8
    let now = now
    let day = UInt32(clamping: now / 86_400_000_000 - 30)
    var window = Page<CountProposal>(next: start)
    var steps = 0
    while let next = window.next, window.elements.count < Self.windowSize, steps < Self.salesLimit {
      let page = try reader.page(reader.tables.levelsByCount, prefix: prefix, start: next, size: 50) {
        (key, _) throws(CallFailure) -> CountProposal? in
        guard key.byteCount > skipped else { return nil }
        let parts = key.parts(from: skipped)
        guard parts.count == 2 else { return nil }
        let level = LevelKey(product: parts[0], variant: parts[1], warehouse: warehouse)
        guard let row = try reader.level(level) else { return nil }
        let counts = try reader.counts(of: level)
        let sold = try reader.soldUnits(product: level.product, variant: level.variant, since: day)
        steps += sold.steps
        let priority = CountPriority(
          lastCountedAt: counts.counts == 0 ? nil : counts.lastCountedAt, soldUnits: sold.units,
          differences: counts.differences, now: now)
        return CountProposal(
          productID: level.product, variantID: level.variant, bookOnHand: row.onHand,
          lastCountedAt: counts.lastCountedAt, soldUnits: sold.units, differences: counts.differences,
          score: priority.score)
      }
      window.elements += page.elements
      window.next = page.next
    }
    return window
  }

  private func bigEndian(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}

extension CountProposal {
  /// Whether `left` is to be counted before `right`: by score, then by product and variant.
  fileprivate static func precedes(_ left: CountProposal, _ right: CountProposal) -> Bool {
    if left.score != right.score { return left.score > right.score }
    if !isSameIdentifier(left.productID, right.productID) {
      return identifierPrecedes(left.productID, right.productID)
    }
    return identifierPrecedes(left.variantID, right.variantID)
  }
}
