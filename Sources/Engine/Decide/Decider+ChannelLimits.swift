internal import Inventory
internal import Messages

/// What a channel may sell, as the commands that hold and sell need it.
extension Decider {
  /// The channel with this id, if its oversell protection limits what may be held for it; nil for an empty id, and for a
  /// channel that was never put.
  func protectedChannel(_ id: String) throws(CallFailure) -> Channel? {
    guard !id.isEmpty, let channel = try view.channel(id), channel.oversellProtection else { return nil }
    return channel
  }

  /// What the channel may sell of a product, as the draft has left it.
  func limit(of channel: Channel, _ product: LevelKey) throws(CallFailure) -> (limit: ChannelLimit, lastSoldAt: Int64) {
    let name = ChannelKey(product: product.product, variant: product.variant, channel: channel.channelID)
    var (limit, lastSoldAt) = try view.limit(of: channel, product: product.product, variant: product.variant)
    if let change = draft.channelHolds[name] { limit.held += change }
    if let allocated = draft.allocations[name] { limit.allocated = allocated }
    limit.available = try max(0, available(product))
    return (limit, lastSoldAt)
  }

  /// Units of a product and variant, or kits, available over all warehouses, as the draft has left them; below zero where
  /// more is held than is there.
  func available(_ product: LevelKey) throws(CallFailure) -> Int64 {
    let components = try componentsIfKit(product)
    if components.isEmpty {
      if let total = draft.totalIndex(of: product.total) { return draft.totals[total].row.available }
      return try view.available(product: product.product, variant: product.variant)
    }
    var kits: Int64 = 0
    for stock in try view.kitStock(components) {
      var units: [Int64] = []
      for (component, row) in zip(components, stock.rows) {
        let place = draft.index(of: component.level(at: stock.warehouse))
        units.append(place.map { draft.levels[$0].row.available } ?? row.available)
      }
      kits = kits.addingSaturated(components.kits(of: units))
    }
    return kits
  }

  /// Whether the product and variant has levels, or is a kit.
  func isStocked(_ product: LevelKey) throws(CallFailure) -> Bool {
    if try view.level(product.total) != nil { return true }
    return try !componentsIfKit(product).isEmpty
  }

  private func componentsIfKit(_ product: LevelKey) throws(CallFailure) -> [KitComponent] {
    product.variant.isEmpty ? try view.components(of: product.product) : []
  }

  /// Units that the channel may sell of a product. Where it wants more than that, what is due at any level of the product
  /// is released first: it is held, by this channel or by another, and stands in nobody's way.
  func sellable(by channel: Channel, _ product: LevelKey, wanted: Int64) throws(CallFailure) -> Int64 {
    let units = try limit(of: channel, product).limit.sellable
    guard wanted > units, try releaseDue(ofProduct: product) else { return units }
    return try limit(of: channel, product).limit.sellable
  }

  /// Drafts the release of what is due at the levels of a product and variant, or of a kit's components. Returns whether
  /// anything was.
  func releaseDue(ofProduct product: LevelKey) throws(CallFailure) -> Bool {
    let before = draft.entries.count
    for component in try componentsIfKit(product) { _ = try releaseDue(ofProduct: component.level(at: "")) }
    for (warehouse, row) in try view.levels(product: product.product, variant: product.variant)
    where row.earliestExpiry <= now {
      let key = LevelKey(product: product.product, variant: product.variant, warehouse: warehouse)
      try releaseDue(at: try level(key, stored: row))
    }
    return draft.entries.count > before
  }

  /// Throws FAILED_PRECONDITION if a channel with oversell protection may not sell `units` more of what is at the level.
  func requireSellable(_ units: Int64, by channelID: String, _ level: LevelKey) throws(CallFailure) {
    guard units > 0, let channel = try protectedChannel(channelID) else { return }
    let sellable = try sellable(by: channel, level.total, wanted: units)
    guard units > sellable else { return }
    let refusal = Refusal(level.total, requested: units, sellable: sellable, by: channel)
    throw CallFailure.failedPrecondition(refusal.message, [refusal])
  }

  /// Notes that the draft changes by `units` what a channel holds of what is at the level.
  func count(_ units: Int64, heldBy channel: String, _ level: LevelKey) {
    if channel.isEmpty || units == 0 { return }
    let name = ChannelKey(product: level.product, variant: level.variant, channel: channel)
    draft.channelHolds[name, default: 0] += units
  }

  /// Drafts that a channel has sold `units` of what was allocated to it; nothing where nothing is.
  func sell(_ units: Int64, by channel: String, _ level: LevelKey) throws(CallFailure) {
    if channel.isEmpty { return }
    let name = ChannelKey(product: level.product, variant: level.variant, channel: channel)
    if let allocated = try allocation(name) { try allocate(max(0, allocated - units), to: name) }
  }

  /// What is allocated to a channel, as the draft has left it; nil where nothing is.
  func allocation(_ name: ChannelKey) throws(CallFailure) -> Int64? {
    if let drafted = draft.allocations[name] { return drafted }
    return try view.channelRow(name).allocated
  }

  /// Drafts that `units` are allocated to a channel, or nothing any more; no entry where that is so already.
  func allocate(_ units: Int64?, to name: ChannelKey) throws(CallFailure) {
    let old = try allocation(name)
    if old == units { return }
    var entry = entry(.channelStock, quantity: (units ?? 0) - (old ?? 0))
    entry.subject = .allocation(
      AllocationChange(
        channelID: name.channel, productID: name.product, variantID: name.variant, allocatedBefore: old ?? 0,
        wasAllocated: old != nil, allocatedAfter: units ?? 0, isAllocated: units != nil))
    draft.entries.append(entry)
    draft.allocations[name] = .some(units)
  }
}

extension Refusal {
  /// A refusal of `requested` units of which the channel may sell `sellable`.
  init(_ key: LevelKey, requested: Int64, sellable: Int64, by channel: Channel) {
    self.init(key, requested: requested, available: sellable, reason: .channelLimit)
    channelID = channel.channelID
  }
}
