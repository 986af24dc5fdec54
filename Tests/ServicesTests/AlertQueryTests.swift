import Messages
import Testing

@testable import Services

/// The list of alerts.
@Suite("Alert queries") struct AlertQueryTests {
  private func list(_ time: Timeline, _ request: ListAlertsRequest) throws -> [Alert] {
    var request = request
    var found: [Alert] = []
    repeat {
      let page: ListAlertsResponse = try time.ask(.alertServiceListAlerts, request)
      found += page.alerts
      request.pageToken = page.nextPageToken
    } while !request.pageToken.isEmpty
    return found
  }

  @Test("the last one raised comes first, on every size of page and with every filter")
  func lists() throws {
    let time = try Timeline()
    try time.set("P1", "W1", onHand: 0)
    try time.set("P1", "W2", onHand: 5)
    try time.set("P2", "W1", onHand: 15)
    try time.set("P2", "W2", onHand: 500)
    try time.sell(101, of: "P2", at: "W2")
    let all = try list(time, .init())
    #expect(all.map(\.kind) == [.highVelocity, .reorderNeeded, .lowStock, .outOfStock])
    for size in 1...5 as ClosedRange<UInt32> { #expect(try list(time, .init(pageSize: size)) == all) }
    try time.run(.acknowledgeAlert(.init(alertIDs: [all[2].alertID])))
    #expect(try list(time, .init(status: .acknowledged)).map(\.kind) == [.lowStock])
    #expect(try list(time, .init(status: .open)).count == 3)
    #expect(try list(time, .init(kind: .outOfStock)).map(\.productID) == ["P1"])
    #expect(try list(time, .init(severity: .medium)).map(\.kind) == [.highVelocity, .lowStock])
    #expect(try list(time, .init(productID: "P2")).count == 2)
    #expect(try list(time, .init(warehouseID: "W1")).map(\.kind) == [.reorderNeeded, .outOfStock])
    #expect(try list(time, .init(productID: "nothing")).isEmpty)
  }

  @Test("an alert that is gone when the next page is asked for makes no gap")
  func gap() throws {
    let time = try Timeline()
    for (product, warehouse) in [("P1", "W1"), ("P1", "W2"), ("P2", "W1"), ("P2", "W2")] {
      try time.set(product, warehouse, onHand: 0)
    }
    let first: ListAlertsResponse = try time.ask(.alertServiceListAlerts, ListAlertsRequest(pageSize: 2))
    try time.set("P1", "W2", onHand: 100)
    let second: ListAlertsResponse = try time.ask(
      .alertServiceListAlerts, ListAlertsRequest(pageSize: 2, pageToken: first.nextPageToken))
    #expect(second.alerts.map(\.productID) == ["P1"] && second.alerts.map(\.warehouseID) == ["W1"])
  }

  @Test("what cannot be asked for is refused")
  func refusals() throws {
    let time = try Timeline()
    let requests = [
      ListAlertsRequest(kind: .init(rawValue: 99)), ListAlertsRequest(status: .closed),
      ListAlertsRequest(pageSize: 1001), ListAlertsRequest(pageToken: "zz"), ListAlertsRequest(productID: "\u{1}"),
    ]
    for request in requests { #expect(try time.refusal(.alertServiceListAlerts, request) == .invalidArgument) }
  }
}
