import Engine
import Messages
import Testing

@testable import Services

@Suite("Channels, asked for")
struct ChannelQueryTests {
  @Test("channels are listed by id, a page at a time, as they are now")
  func list() throws {
    let stage = try Stage()
    for id in ["B", "C", "A", "a"] { try stage.run(.putChannel(.init(channelID: id))) }
    var ids: [String] = []
    var token = ""
    repeat {
      let page: ListChannelsResponse = try stage.ask(
        .channelServiceListChannels, ListChannelsRequest(pageSize: 3, pageToken: token))
      ids += page.channels.map(\.channelID)
      token = page.nextPageToken
    } while !token.isEmpty
    #expect(ids == ["A", "B", "C", "a"])
    try stage.run(.putChannel(.init(channelID: "B", name: "Shop")))
    let all: ListChannelsResponse = try stage.ask(.channelServiceListChannels, ListChannelsRequest())
    #expect(all.channels.map(\.name) == ["A", "Shop", "C", "a"] && all.nextPageToken.isEmpty)
    #expect(
      try stage.refusal(.channelServiceListChannels, ListChannelsRequest(pageToken: "x")).code == .invalidArgument)
  }

  @Test("a channel's stock says what it is made of; what is unknown is NOT_FOUND by name")
  func channelStock() throws {
    let stage = try Stage()
    try stage.stocked()
    try stage.run(.putChannel(.init(channelID: "WEB", kind: .website)))
    func ask(_ product: String, variant: String = "") throws -> ChannelStock {
      try stage.ask(
        .channelServiceGetChannelStock,
        GetChannelStockRequest(channelID: "WEB", productID: product, variantID: variant))
    }
    #expect(
      try ask("P1")
        == ChannelStock(channelID: "WEB", productID: "P1", buffer: 4, available: 75, sellable: 71))
    #expect(try ask("P2") == ChannelStock(channelID: "WEB", productID: "P2"))
    try stage.run(.setChannelStock(.init(channelID: "WEB", productID: "P1", variantID: "red", allocated: 5)))
    #expect(
      try ask("P1", variant: "red")
        == ChannelStock(
          channelID: "WEB", productID: "P1", variantID: "red", isAllocated: true, allocated: 5, buffer: 1, available: 7,
          sellable: 4))
    let cases: [(GetChannelStockRequest, RefusalReason)] = [
      (.init(channelID: "APP", productID: "P1"), .unknownChannel),
      (.init(channelID: "WEB", productID: "P9"), .unknownProduct),
      (.init(channelID: "WEB", productID: "P1", variantID: "blue"), .unknownVariant),
    ]
    for (request, reason) in cases {
      let failure = try stage.refusal(.channelServiceGetChannelStock, request)
      #expect(failure.code == .notFound && failure.status.refusals.map(\.reason) == [reason])
    }
  }
}
