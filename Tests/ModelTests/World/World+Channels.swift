import Messages

/// Names what a channel has of a product or variant.
struct Share: Hashable, Comparable, CustomStringConvertible {
  var ware: Ware
  var channel: Name

  init(_ ware: Ware, _ channel: String) {
    self.ware = ware
    self.channel = Name(channel)
  }

  var description: String { "\(ware) of \(channel)" }

  static func < (left: Share, right: Share) -> Bool { (left.ware, left.channel) < (right.ware, right.channel) }
}

extension World {
  private static let day: Int64 = 86_400_000_000

  /// Units that could be held over all warehouses, at least 0.
  func available(_ ware: Ware) -> Int64 { max(0, total(ware)?.available ?? 0) }

  /// Units in open holds that name the channel.
  func held(_ share: Share) -> Int64 {
    holds.reduce(0) { sum, hold in
      hold.place.ware == share.ware && Name(hold.message.channelID) == share.channel ? sum + hold.message.quantity : sum
    }
  }

  /// Units sold in the 30 days that end with today.
  func soldLately(_ share: Share) -> Int64 {
    let today = now / Self.day
    return (channelSales[share] ?? [:]).filter { (today - 29...today).contains($0.key) }.values.sorted()
      .reduce(Int64(0)) { $0.addingClamped($1) }
  }

  /// What 14 days will sell, if they are like the last 30.
  func fortnight(_ share: Share) -> Int64 {
    let sold = soldLately(share)
    // ⌈14 · sold / 30⌉, a whole number of 30 apart so that nothing overflows.
    return sold / 30 * 14 + (sold % 30 * 14 + 29) / 30
  }

  /// What the channel may sell, as the API shows it.
  func channelStock(_ channel: Channel, _ ware: Ware) -> ChannelStock {
    let share = Share(ware, channel.channelID)
    let (allocated, held, available) = (allocations[share], held(share), available(ware))
    let base = allocated ?? available
    let percent = Int64(channel.safetyBufferBasisPoints)
    let buffer = base / 10_000 * percent + (base % 10_000 * percent + 9_999) / 10_000
    let free = allocated.map { min($0 - buffer - held, available) } ?? available - buffer
    return ChannelStock(
      channelID: channel.channelID, productID: ware.product.text, variantID: ware.variant.text,
      isAllocated: allocated != nil, allocated: allocated ?? 0, buffer: buffer, held: held, available: available,
      sellable: max(0, free), lastSoldAt: lastSold[share] ?? 0)
  }

  /// Units that may still be held for the channel; nil where nothing but stock limits it.
  func sellable(_ channelID: String, _ ware: Ware) -> Int64? {
    guard let channel = channels[Name(channelID)], channel.oversellProtection else { return nil }
    return channelStock(channel, ware).sellable
  }

  /// What the channel may sell, if it wants more than that; nil where it may. What is due stands in nobody's way: it is
  /// released before the channel is limited.
  mutating func limit(_ channelID: String, _ ware: Ware, wanted: Int64) -> Int64? {
    guard let units = sellable(channelID, ware), wanted > units else { return nil }
    expire(at: places(of: ware))
    guard let left = sellable(channelID, ware), wanted > left else { return nil }
    return left
  }

  /// A channel has sold: that counts in its statistics, and lowers what is allocated to it.
  mutating func sell(_ units: Int64, _ channelID: String, _ ware: Ware) {
    if channelID.isEmpty { return }
    let share = Share(ware, channelID)
    lastSold[share] = now
    channelSales[share, default: [:]][now / Self.day, default: 0] =
      (channelSales[share]?[now / Self.day] ?? 0).addingClamped(units)
    if let allocated = allocations[share] { allocate(max(0, allocated - units), share) }
  }

  /// Sets what is allocated: one entry, if that changes anything.
  mutating func allocate(_ units: Int64?, _ share: Share) {
    if allocations[share] == units { return }
    allocations[share] = units
    entries += 1
  }

  /// A level that is made now, without settings of its own.
  var newLevel: Level {
    Level(
      safetyStock: policy.defaultSafetyStock ?? 10, reorderPoint: policy.defaultReorderPoint ?? 20,
      reorderQuantity: policy.defaultReorderQuantity ?? 100)
  }

  /// How long a hold for this sort of thing lasts where nobody says, in seconds.
  func lifetime(_ type: ReferenceType?) -> UInt32 {
    switch type {
    case .cart?: policy.cartSeconds ?? 1_800
    case .order?: policy.orderSeconds ?? 0
    case .transfer?: policy.transferSeconds ?? 86_400
    default: 0
    }
  }
}
