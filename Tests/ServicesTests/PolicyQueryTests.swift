import Engine
import Messages
import Testing

@testable import Services

@Suite("Policies, asked for and in use")
struct PolicyQueryTests {
  @Test("GetPolicy fills in defaults, and shows a change at once")
  func getPolicy() throws {
    let stage = try Stage()
    let first: Policy = try stage.ask(.adminServiceGetPolicy, GetPolicyRequest())
    #expect(first == PolicyInForce().message)
    try stage.run(.putPolicy(.init(policy: Policy(commandResultSeconds: 600))))
    let second: Policy = try stage.ask(.adminServiceGetPolicy, GetPolicyRequest())
    #expect(second.commandResultSeconds == 600)
    let status: ServerStatus = try stage.ask(.adminServiceGetStatus, GetStatusRequest())
    #expect(status.commandResultSeconds == 600)
  }

  @Test("scores use the policy's weights, a request's own override them, and estimates its kilometres a day")
  func selection() throws {
    let stage = try Stage()
    try stage.stocked()
    let place = Address(latitude: 40, longitude: -80)
    func candidates(_ weights: ScoringWeights? = nil) throws -> [WarehouseCandidate] {
      try stage.ask(
        .warehouseServiceSelectWarehouse,
        SelectWarehouseRequest(productID: "P1", quantity: 1, shipTo: place, weights: weights),
        as: SelectWarehouseResponse.self
      ).candidates
    }
    let before = try candidates()
    try stage.run(
      .putPolicy(.init(policy: Policy(scoring: ScoringWeights(base: 7, priorityWeight: 100), kilometresPerDay: 1))))
    let after = try candidates()
    #expect(after.map(\.warehouseID) == ["W3", "W2", "W1"], "by priority alone")
    #expect(after[0].score == 1007 && after[0].parts?.priority == 1000)
    let far = try #require(before.first { $0.warehouseID == "W3" })
    #expect(after[0].deliversAt - after[0].shipsAt > (far.deliversAt - far.shipsAt) * 100)
    #expect(try candidates(ScoringWeights(base: 5)).map(\.score) == [5, 5, 5])
  }
}
