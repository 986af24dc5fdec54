import Messages
import Support
import Testing

@testable import Server

@Suite("Channels and policies over TLS") struct ChannelScenarioTests {
  @Test("a season of two channels: made, given stock, held, sold, limited, and moved; the same after a restart")
  func season() throws {
    let server = try LoopbackServer()
    var client = try CallClient(port: server.port, server.client("operator"))
    try client.makeStock(onHand: 1_000)
    try client.must(.channelServicePutChannel, PutChannelRequest(channelID: "WEB", kind: .website))
    try client.must(.channelServicePutChannel, PutChannelRequest(channelID: "EBAY", kind: .ebay))
    let divided: AllocateStockResponse = try client.call(
      .channelServiceAllocateStock, AllocateStockRequest(productID: "P1", strategy: .proportional)
    ).decode()
    #expect(divided.allocations.map(\.channelID) == ["EBAY", "WEB"])
    #expect(divided.allocations.map(\.allocated) == [450, 450] && divided.buffer == 100 && divided.left == 0)

    func reserve(_ units: Int64, _ order: String) throws -> CallClient.Answer {
      try client.call(
        .reservationServiceReserve,
        ReserveRequest(
          reference: Reference(type: .order, id: order), items: [OrderItem(productID: "P1", quantity: units)],
          channelID: "WEB"))
    }
    func stock(_ channel: String) throws -> ChannelStock {
      try client.call(
        .channelServiceGetChannelStock, GetChannelStockRequest(channelID: channel, productID: "P1")
      ).decode()
    }
    #expect(try stock("WEB").sellable == 427, "5 % of 450, rounded up, are withheld")
    #expect(try reserve(400, "O1").code == .ok)
    let refused = try reserve(28, "O2")
    #expect(refused.code == .failedPrecondition)
    #expect(refused.status?.refusals.map(\.reason) == [.channelLimit])
    #expect(refused.status?.refusals.map(\.available) == [27])
    try client.must(
      .reservationServiceFulfill, FulfillRequest(reference: Reference(type: .order, id: "O1")))
    let sold = try stock("WEB")
    #expect(sold.allocated == 50 && sold.held == 0 && sold.lastSoldAt > 0 && sold.available == 600)

    let moved: ReallocateUnsoldResponse = try client.call(
      .channelServiceReallocateUnsold, ReallocateUnsoldRequest(channelID: "EBAY")
    ).decode()
    // 14 days of 400 in 30 are 187, of which 50 are there.
    #expect(moved.reallocations.map(\.quantity) == [137])
    let before = [try stock("EBAY"), try stock("WEB")]
    #expect(before.map(\.allocated) == [313, 187])

    server.stop()
    try server.start()
    client = try CallClient(port: server.port, server.client("operator"))
    #expect([try stock("EBAY"), try stock("WEB")] == before)
    let list: ListChannelsResponse = try client.call(.channelServiceListChannels, ListChannelsRequest()).decode()
    #expect(list.channels.map(\.channelID) == ["EBAY", "WEB"])
  }

  @Test("only an admin changes the policy, which everybody sees, and which counts from then on")
  func policy() throws {
    let server = try LoopbackServer()
    let operators = try CallClient(port: server.port, server.client("operator"))
    let admin = try CallClient(port: server.port, server.client("admin"))
    try operators.makeStock(onHand: 10)
    let change = PutPolicyRequest(policy: Policy(orderSeconds: 60))
    #expect(try operators.call(.adminServicePutPolicy, change).code == .permissionDenied)
    try admin.must(.adminServicePutPolicy, change)
    let policy: Policy = try operators.call(.adminServiceGetPolicy, GetPolicyRequest()).decode()
    #expect(policy.orderSeconds == 60 && policy.cartSeconds == 1_800)
    let held: ReserveResponse = try operators.call(.reservationServiceReserve, reserveOne(order: 1)).decode()
    #expect(held.reservations.map { $0.expiresAt - $0.createdAt } == [60_000_000])
    let wrong = try admin.call(.adminServicePutPolicy, PutPolicyRequest(policy: Policy(kilometresPerDay: 0)))
    #expect(wrong.status?.violations.map(\.field) == ["policy.kilometres_per_day"])
  }
}
