internal import Inventory
package import Messages

extension Decider: ChannelServiceCommands {
  /// Makes a channel, or changes one.
  package func putChannel(_ request: PutChannelRequest) throws(CallFailure) -> Channel {
    let old = try view.channel(request.channelID)
    var channel = old ?? Channel()
    if let old {
      channel.kind = request.kind ?? old.kind
    } else {
      let count = try view.channels().count
      guard count < channelLimit else {
        throw CallFailure.failedPrecondition(
          "there are \(count) channels, which is the most: \(request.channelID) cannot be added", [])
      }
      channel = Channel(defaultsOf: request.kind ?? .unspecified, id: request.channelID, now: now)
    }
    if !request.name.isEmpty { channel.name = request.name }
    if request.mode != .unspecified { channel.mode = request.mode }
    channel.batchIntervalSeconds = request.batchIntervalSeconds ?? channel.batchIntervalSeconds
    channel.priority = request.priority ?? channel.priority
    channel.safetyBufferBasisPoints = request.safetyBufferBasisPoints ?? channel.safetyBufferBasisPoints
    channel.oversellProtection = request.oversellProtection ?? channel.oversellProtection
    if channel == old { return channel }
    channel.updatedAt = now
    var entry = entry(.channel)
    entry.channelID = channel.channelID
    entry.subject = .channel(channel)
    draft.entries.append(entry)
    return channel
  }

  /// Divides a total of one product among channels.
  package func allocateStock(_ request: AllocateStockRequest) throws(CallFailure) -> AllocateStockResponse {
    let channels = try channels(of: request)
    let product = LevelKey(product: request.productID, variant: request.variantID, warehouse: "")
    try requireParts(product)
    let total: Int64
    if let given = request.total { total = given } else { total = try availableForAllocation(product) }
    var shares: [ChannelShare] = []
    for channel in channels {
      let name = ChannelKey(product: product.product, variant: product.variant, channel: channel.channelID)
      let weight = request.weights.first { isSameIdentifier($0.channelID, channel.channelID) }?.weight ?? 0
      let isBySales = request.strategy != .custom
      shares.append(
        ChannelShare(
          id: channel.channelID, priority: Int64(channel.priority),
          sold: isBySales ? try view.sold(name, until: now) : 0, weight: Int64(weight)))
    }
    let division: ChannelAllocation
    do {
      division = try Inventory.allocate(total, among: shares, Inventory.AllocationStrategy(request.strategy))
    } catch {
      throw CallFailure.internal("\(total) units cannot be divided")
    }
    var response = AllocateStockResponse(total: total, buffer: division.buffer, left: division.left)
    for (channel, units) in zip(channels, division.units) {
      let name = ChannelKey(product: product.product, variant: product.variant, channel: channel.channelID)
      let old = try allocation(name)
      try allocate(units, to: name)
      response.allocations.append(
        Allocation(channelID: channel.channelID, allocated: units, previouslyAllocated: old ?? 0))
    }
    return response
  }

  /// The channels that a request divides among, by id.
  private func channels(of request: AllocateStockRequest) throws(CallFailure) -> [Channel] {
    var ids = request.channelIDs
    if ids.isEmpty {
      guard request.strategy == .custom else {
        let all = try view.channels()
        if all.isEmpty { throw CallFailure.failedPrecondition("there are no channels: PutChannel makes them", []) }
        return all
      }
      ids = request.weights.map(\.channelID)
    }
    var found: [Channel] = []
    var refusals: [Refusal] = []
    for id in ids.sorted(by: identifierPrecedes) {
      if let channel = try view.channel(id) {
        found.append(channel)
      } else {
        refusals.append(Refusal(reason: .unknownChannel, channelID: id))
      }
    }
    guard refusals.isEmpty else { throw CallFailure.notFound(refusals.text, refusals) }
    return found
  }

  /// What is available over all warehouses, without what is due.
  private func availableForAllocation(_ product: LevelKey) throws(CallFailure) -> Int64 {
    _ = try releaseDue(ofProduct: product)
    return try max(0, available(product))
  }

  /// Sets what is allocated to one channel, or takes the allocation away.
  package func setChannelStock(_ request: SetChannelStockRequest) throws(CallFailure) -> ChannelStock {
    let channel = try view.existingChannel(request.channelID)
    let product = LevelKey(product: request.productID, variant: request.variantID, warehouse: "")
    try requireParts(product)
    let name = ChannelKey(product: product.product, variant: product.variant, channel: channel.channelID)
    try allocate(request.allocated, to: name)
    let (limit, lastSoldAt) = try limit(of: channel, product)
    return ChannelStock(name, limit, lastSoldAt: lastSoldAt)
  }

  /// Moves what a channel has not sold for a while to the channels that sell fastest and need it.
  package func reallocateUnsold(_ request: ReallocateUnsoldRequest) throws(CallFailure) -> ReallocateUnsoldResponse {
    let channel = try view.existingChannel(request.channelID)
    let days = request.unsoldDays == 0 ? velocityDays : Int64(request.unsoldDays)
    let deadline = now - days * 86_400_000_000
    var response = ReallocateUnsoldResponse()
    if !request.productID.isEmpty {
      let product = LevelKey(product: request.productID, variant: request.variantID, warehouse: "")
      try requireParts(product)
      let name = ChannelKey(product: product.product, variant: product.variant, channel: channel.channelID)
      _ = try reallocate(name, soldBy: deadline, &response)
      return response
    }
    var work = 0
    var moved = 0
    let start = try PageToken.key(request.pageToken, prefix: request.channelPrefix)
    let found = try view.allocatedProducts(of: channel.channelID, from: start, limit: reallocationWork + 1)
    for (name, place) in found {
      if moved == reallocationMoves || work >= reallocationWork {
        response.nextPageToken = PageToken.token(place)
        break
      }
      let before = response.reallocations.count
      work += try reallocate(name, soldBy: deadline, &response)
      if response.reallocations.count > before { moved += 1 }
    }
    return response
  }

  /// Moves what is unsold of one product; returns how many rows were looked at.
  private func reallocate(_ name: ChannelKey, soldBy deadline: Int64, _ response: inout ReallocateUnsoldResponse)
    throws(CallFailure) -> Int
  {
    let own = try view.channelRow(name)
    guard own.lastSoldAt <= deadline, let allocated = own.allocated, allocated > own.held else { return 1 }
    let rows = try view.channelRows(product: name.product, variant: name.variant)
    var shares: [ChannelShare] = []
    var free: [Int64] = []
    // What is not allocated limits nobody: a channel without an allocation needs none.
    for (channel, row) in rows where !isSameIdentifier(channel, name.channel) {
      guard let units = row.allocated else { continue }
      let other = ChannelKey(product: name.product, variant: name.variant, channel: channel)
      shares.append(ChannelShare(id: channel, sold: try view.sold(other, until: now)))
      free.append(units - row.held)
    }
    let given: [Int64]
    do {
      given = try Inventory.reallocate(allocated - own.held, among: shares, free: free)
    } catch {
      throw CallFailure.internal("\(allocated) units cannot be divided")
    }
    let moving = given.reduce(0, +)
    guard moving > 0 else { return 1 + rows.count }
    try allocate(allocated - moving, to: name)
    for (share, units) in zip(shares, given) where units > 0 {
      let other = ChannelKey(product: name.product, variant: name.variant, channel: share.id)
      let (sum, overflow) = (try allocation(other) ?? 0).addingReportingOverflow(units)
      guard !overflow else {
        throw CallFailure.outOfRange("\(describe(name.total)): the allocation of \(share.id) would not fit in 64 bits")
      }
      try allocate(sum, to: other)
      response.reallocations.append(
        Reallocation(
          productID: name.product, variantID: name.variant, fromChannelID: name.channel, toChannelID: share.id,
          quantity: units))
    }
    return 1 + rows.count
  }
}

/// How many channels there may be.
package let channelLimit = 1_000

/// How many products one ReallocateUnsold moves, at most.
private let reallocationMoves = 100

/// After so many rows a page of ReallocateUnsold ends, each up to ``velocityDays`` days of sales.
private let reallocationWork = 2_000

extension Channel {
  /// A new channel with what its kind has by default.
  fileprivate init(defaultsOf kind: ChannelKind, id: String, now: Int64) {
    let (mode, priority): (ChannelMode, UInt32) =
      switch kind {
      case .pos: (.realtime, 90)
      case .website: (.realtime, 100)
      case .mobileApp: (.realtime, 80)
      case .amazon: (.batch, 70)
      case .ebay: (.batch, 60)
      case .walmart: (.batch, 50)
      default: (.batch, 0)
      }
    self.init(
      channelID: id, name: id, kind: kind, mode: mode, batchIntervalSeconds: 900, priority: priority,
      safetyBufferBasisPoints: 500, oversellProtection: true, createdAt: now)
  }
}

extension Inventory.AllocationStrategy {
  /// The rule of that name; a request names one that exists.
  init(_ strategy: Messages.AllocationStrategy) {
    self =
      switch strategy {
      case .priority: .priority
      case .velocity: .velocity
      case .custom: .custom
      default: .proportional
      }
  }
}
