internal import Inventory
internal import Messages

extension PutChannelRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    var check = RequestCheck()
    check.identifier(channelID, "channel_id")
    check.text(name, "name", bytes: 512)
    check.require(
      ChannelKind.allValues.contains(kind ?? .unspecified), "kind", "is \(kind ?? .unspecified): no such kind")
    check.require(ChannelMode.allValues.contains(mode), "mode", "is \(mode): no such mode")
    if let seconds = batchIntervalSeconds {
      check.require((1...86_400).contains(seconds), "batch_interval_seconds", "is \(seconds): must be from 1 to 86400")
    }
    if let priority { check.require(priority <= 1_000, "priority", "is \(priority): must be from 0 to 1000") }
    if let buffer = safetyBufferBasisPoints {
      check.require(
        buffer <= 10_000, "safety_buffer_basis_points", "is \(buffer): must be from 0 to 10000, which is 100 %")
    }
    try check.finish()
  }
}

extension AllocateStockRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    var check = RequestCheck()
    check.identifier(productID, "product_id")
    check.optionalIdentifier(variantID, "variant_id")
    if let total { check.notNegative(total, "total") }
    check.require(
      strategy != .unspecified && AllocationStrategy.allValues.contains(strategy), "strategy",
      "is \(strategy): must be ALLOCATION_STRATEGY_PROPORTIONAL, _PRIORITY, _VELOCITY or _CUSTOM")
    check.count(channelIDs.count, "channel_ids", 0...100)
    check.distinct(channelIDs, "channel_ids") { "channel_ids[\($0)]" }
    if strategy == .custom {
      check.count(weights.count, "weights", 1...100)
      check.require(weights.contains { $0.weight > 0 }, "weights", "are all 0: at least one must be above")
    } else {
      check.require(weights.isEmpty, "weights", "go with ALLOCATION_STRATEGY_CUSTOM only")
    }
    check.distinct(weights.map(\.channelID), "weights") { "weights[\($0)].channel_id" }
    for (index, weight) in weights.enumerated() {
      check.require(weight.weight <= 1_000_000, "weights[\(index)].weight", "must be from 0 to 1000000")
      if !channelIDs.isEmpty {
        check.require(
          channelIDs.contains { isSameIdentifier($0, weight.channelID) }, "weights[\(index)].channel_id",
          "is none of channel_ids")
      }
    }
    try check.finish()
  }
}

extension SetChannelStockRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    var check = RequestCheck()
    check.identifier(channelID, "channel_id")
    check.identifier(productID, "product_id")
    check.optionalIdentifier(variantID, "variant_id")
    if let allocated { check.notNegative(allocated, "allocated") }
    try check.finish()
  }
}

extension ReallocateUnsoldRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    var check = RequestCheck()
    check.identifier(channelID, "channel_id")
    check.optionalIdentifier(productID, "product_id")
    check.optionalIdentifier(variantID, "variant_id")
    check.require(!productID.isEmpty || variantID.isEmpty, "variant_id", "goes with product_id only")
    check.require(unsoldDays <= 400, "unsold_days", "is \(unsoldDays): must be from 1 to 400, or 0 for 30")
    if !pageToken.isEmpty {
      check.require(productID.isEmpty, "page_token", "goes without product_id only")
      _ = try PageToken.key(pageToken, prefix: channelPrefix)
    }
    try check.finish()
  }
}

extension ReallocateUnsoldRequest {
  /// In front of all allocations to the channel.
  var channelPrefix: [UInt8] { [UInt8](channelID.utf8) + [0] }
}

extension RequestCheck {
  /// A list of identifiers, none of them twice.
  fileprivate mutating func distinct(_ ids: [String], _ list: String, _ field: (Int) -> String) {
    var seen: Set<[UInt8]> = []
    for (index, id) in ids.prefix(1_000).enumerated() {
      identifier(id, field(index))
      require(seen.insert([UInt8](id.utf8)).inserted, field(index), "is given twice")
    }
  }
}
