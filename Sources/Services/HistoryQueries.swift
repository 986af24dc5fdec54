internal import Engine
internal import Inventory
package import Messages

/// What happened: the journal, as histories show it.
extension QueryService {
  /// Levels whose histories one call merges, at most.
  private static var levelLimit: Int { 1000 }

  /// Entries about a product, a level, a reference, or everything.
  package func getHistory(_ request: GetHistoryRequest) throws(CallFailure) -> GetHistoryResponse {
    let size = try PageToken.size(request.pageSize)
    try check(request)
    var query = HistoryQuery(
      try subject(request), start: 1, end: .max, types: request.types, warehouse: request.warehouseID,
      isOldestFirst: request.order == .oldestFirst, size: size)
    if request.from > 0 { query.start = try reader.firstSequence(atOrAfter: request.from) }
    if request.until > 0 { query.end = try reader.firstSequence(atOrAfter: request.until) }
    if let place = try PageToken.sequence(request.pageToken) {
      if query.isOldestFirst { query.start = max(query.start, place) } else { query.end = min(query.end, place) }
    }
    let page = try reader.history(query)
    return GetHistoryResponse(
      entries: page.entries, nextPageToken: page.next.map { PageToken.token(sequence: $0) } ?? "",
      isCutOff: page.isCutOff)
  }

  private func check(_ request: GetHistoryRequest) throws(CallFailure) {
    var check = RequestCheck()
    check.optionalIdentifier(request.productID, "product_id")
    check.optionalIdentifier(request.variantID ?? "", "variant_id")
    check.optionalIdentifier(request.warehouseID, "warehouse_id")
    if request.productID.isEmpty {
      check.require(request.variantID == nil, "variant_id", "needs product_id: a variant is one of a product")
    }
    if let reference = request.reference {
      check.reference(reference, "reference")
      check.require(
        request.productID.isEmpty, "product_id", "is given with reference: give one of them")
    }
    check.notNegative(request.from, "from")
    check.notNegative(request.until, "until")
    check.count(request.types.count, "types", 0...64)
    for (index, type) in request.types.enumerated() {
      check.require(
        EntryType.allValues.contains(type) && type != .unspecified && type != .commandResult, "types[\(index)]",
        "is \(type): no type of entry that a history shows")
    }
    check.require(HistoryOrder.allValues.contains(request.order), "order", "is \(request.order): no such order")
    try check.finish()
  }

  private func subject(_ request: GetHistoryRequest) throws(CallFailure) -> HistoryQuery.Subject {
    if let reference = request.reference { return .chains([try reader.chain(of: reference)]) }
    guard !request.productID.isEmpty else {
      if !request.warehouseID.isEmpty, try reader.warehouse(request.warehouseID) == nil {
        throw unknownWarehouse(request.warehouseID)
      }
      return .everything
    }
    let name = LevelKey(
      product: request.productID, variant: request.variantID ?? "", warehouse: request.warehouseID)
    if let refusal = try reader.unknownPart(name) { throw CallFailure.notFound(refusal.message, [refusal]) }
    if !request.warehouseID.isEmpty, request.variantID != nil {
      return .chains(try reader.chain(of: name).map { [$0] } ?? [])
    }
    var chains: [Chain] = []
    let found = try reader.levels(ofProduct: request.productID, limit: Self.levelLimit) { key in
      (request.variantID == nil || isSameIdentifier(key.variant, request.variantID ?? ""))
        && (request.warehouseID.isEmpty || isSameIdentifier(key.warehouse, request.warehouseID))
    }
    guard let found else {
      throw CallFailure.failedPrecondition(
        "\(request.productID) has more than \(Self.levelLimit) levels: give variant_id or warehouse_id as well", [])
    }
    chains.reserveCapacity(found.count)
    for (key, row) in found { chains.append(Chain(.level(key), last: row.lastSequence)) }
    return .chains(chains)
  }
}

extension PageToken {
  /// The sequence that a token of a history stands for; nil for the first page.
  ///
  /// - Throws: INVALID_ARGUMENT for what no history has given.
  static func sequence(_ token: String) throws(CallFailure) -> UInt64? {
    guard let key = try key(token, prefix: []) else { return nil }
    guard key.count == 8 else {
      throw CallFailure.invalid("page_token", "is not the next_page_token of a page of a history")
    }
    return key.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The token for a sequence.
  static func token(sequence: UInt64) -> String {
    token(bytes(of: sequence))
  }

  /// A sequence as tokens hold it: 8 bytes, big-endian.
  static func bytes(of sequence: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: sequence >> (56 - 8 * UInt64($0))) }
  }
}
