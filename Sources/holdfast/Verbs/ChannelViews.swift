internal import Messages

extension View {
  /// Channels as a table.
  static func channels(_ channels: [Channel]) -> View {
    let table = Table(
      [
        .text("CHANNEL"), .text("NAME"), .text("KIND"), .text("MODE", dropOrder: 2),
        .text("INTERVAL", dropOrder: 4), .number("PRIORITY"), .number("BUFFER", dropOrder: 1),
        .text("PROTECTION", dropOrder: 3),
      ],
      rows: channels.map { channel in
        [
          channel.channelID, channel.name, kind(channel), Words.phrase(channel.mode), interval(channel),
          "\(channel.priority)", buffer(channel), channel.oversellProtection ? "yes" : "no",
        ]
      })
    return View([.table(table)], ids: channels.map(\.channelID))
  }

  /// One channel with all that is said of it.
  static func channel(_ channel: Channel) -> View {
    let facts = [
      Fact("Channel", channel.channelID), Fact("Name", channel.name), Fact("Kind", kind(channel)),
      Fact("Mode", Words.phrase(channel.mode)), Fact("Interval", interval(channel)),
      Fact("Priority", "\(channel.priority)"), Fact("Safety buffer", buffer(channel)),
      Fact("Oversell protection", channel.oversellProtection ? "yes" : "no"),
      Fact("Made", Words.time(channel.createdAt)), Fact("Changed", Words.time(channel.updatedAt)),
    ]
    return View([.facts(facts)], ids: [channel.channelID])
  }

  /// What a channel may sell, and what that is made of.
  static func channelStock(_ stock: ChannelStock) -> View {
    let facts = [
      Fact("Channel", stock.channelID), Fact("Product", stock.productID), Fact("Variant", stock.variantID),
      Fact("May sell", Words.number(stock.sellable)),
      Fact("Allocated", stock.isAllocated ? Words.number(stock.allocated) : "nothing: what is available limits it"),
      Fact("Safety buffer", Words.number(stock.buffer)), Fact("Held", Words.number(stock.held)),
      Fact("Available", Words.number(stock.available)), Fact("Last sold", Words.time(stock.lastSoldAt)),
    ]
    return View([.facts(facts)], ids: ["\(stock.sellable)"])
  }

  /// How a total was divided.
  static func allocation(_ response: AllocateStockResponse) -> View {
    let table = Table(
      [.text("CHANNEL"), .number("BEFORE"), .number("ALLOCATED")],
      rows: response.allocations.map { allocation in
        [
          allocation.channelID, Words.number(allocation.previouslyAllocated), Words.number(allocation.allocated),
        ]
      })
    let sum =
      "Of \(Words.number(response.total)): \(Words.number(response.buffer)) withheld, "
      + "\(Words.number(response.left)) left that no channel takes."
    return View([.table(table), .prose(sum)], ids: response.allocations.map(\.channelID))
  }

  /// What moved between channels.
  static func reallocation(_ response: ReallocateUnsoldResponse) -> View {
    let table = Table(
      [
        .text("PRODUCT"), .text("VARIANT", hidesWhenBlank: true), .text("FROM"), .text("TO"), .number("UNITS"),
      ],
      rows: response.reallocations.map { moved in
        [
          moved.productID, moved.variantID, moved.fromChannelID, moved.toChannelID, Words.number(moved.quantity),
        ]
      })
    var blocks: [Block] = [.table(table)]
    if response.reallocations.isEmpty { blocks.append(.prose("Nothing moved.")) }
    if !response.nextPageToken.isEmpty {
      blocks += [.prose("There is more to look at. Go on with --page-token:"), .line(response.nextPageToken)]
    }
    return View(blocks, ids: response.reallocations.map(\.productID))
  }

  private static func kind(_ channel: Channel) -> String {
    channel.kind == .unspecified ? "other" : Words.phrase(channel.kind)
  }

  private static func interval(_ channel: Channel) -> String {
    channel.mode == .batch ? Words.duration(seconds: UInt64(channel.batchIntervalSeconds)) : ""
  }

  private static func buffer(_ channel: Channel) -> String {
    Words.decimal(Double(channel.safetyBufferBasisPoints) / 100) + " %"
  }
}
