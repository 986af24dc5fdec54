import Inventory
import Messages
import Testing

@testable import Engine

@Suite("Policies")
struct PolicyTests {
  private func put(_ bench: Bench, _ policy: Policy?, reset: [String] = []) throws -> Policy {
    try bench.ok(.putPolicy(.init(policy: policy, resetFields: reset)), role: .admin)
  }

  @Test("a change merges into what is set, reset_fields give defaults back, and no change writes no entry")
  func merging() throws {
    let bench = try Bench()
    let first = try put(bench, Policy(kilometresPerDay: 500, cartSeconds: 60))
    #expect(first.kilometresPerDay == 500 && first.cartSeconds == 60 && first.orderSeconds == 0)
    #expect(first.scoring?.base == 100 && first.journalDays == 400)
    let second = try put(bench, Policy(orderSeconds: 7), reset: ["cart_seconds"])
    #expect(second.kilometresPerDay == 500 && second.cartSeconds == 1800 && second.orderSeconds == 7)
    let sequence = bench.writer.facts.sequence
    #expect(try put(bench, Policy(kilometresPerDay: 500), reset: ["cart_seconds"]) == second)
    #expect(bench.writer.facts.sequence == sequence)
    #expect(try bench.reading { try $0.policy().message } == second)
    let third = try put(bench, Policy(kilometresPerDay: 800))
    #expect(bench.writer.facts.sequence == sequence + 1, "a default that is set is set")
    #expect(third.kilometresPerDay == 800)
    try bench.reopen()
    #expect(try bench.reading { try $0.policy().message } == third)
    #expect(try bench.replayed().dump() == bench.dump())
  }

  @Test("every field of the schema can be set and reset")
  func everyField() throws {
    let bench = try Bench()
    let all = Policy(
      scoring: ScoringWeights(base: 1), kilometresPerDay: 2, splitSteps: 1_003, defaultSafetyStock: 4,
      defaultReorderPoint: 5, defaultReorderQuantity: 6, cartSeconds: 7, orderSeconds: 8, transferSeconds: 9,
      highVelocityUnits: 10, reconcileCorrectUpTo: 11, commandResultSeconds: 72, commandResultsPerPrincipal: 1_013,
      journalDays: 14)
    #expect(try put(bench, all) == all)
    #expect(try bench.reading { try $0.policy().message } == all)
    #expect(PolicyField.all.allSatisfy { $0.isSet(all) })
    #expect(try put(bench, nil, reset: PolicyField.all.map(\.name)) == PolicyInForce().message)
    #expect(try bench.reading { view in try view.storedPolicy() } == Policy())
  }

  @Test("what is out of range is refused by the name of its field")
  func ranges() throws {
    let bench = try Bench()
    let cases: [(Policy, String)] = [
      (Policy(scoring: ScoringWeights(base: .nan)), "policy.scoring"),
      (Policy(kilometresPerDay: 0), "policy.kilometres_per_day"),
      (Policy(kilometresPerDay: 100_001), "policy.kilometres_per_day"), (Policy(splitSteps: 999), "policy.split_steps"),
      (Policy(splitSteps: 1_000_001), "policy.split_steps"),
      (Policy(defaultSafetyStock: -1), "policy.default_safety_stock"),
      (Policy(defaultReorderPoint: -1), "policy.default_reorder_point"),
      (Policy(defaultReorderQuantity: -1), "policy.default_reorder_quantity"),
      (Policy(cartSeconds: .max), "policy.cart_seconds"), (Policy(orderSeconds: .max), "policy.order_seconds"),
      (Policy(transferSeconds: .max), "policy.transfer_seconds"),
      (Policy(highVelocityUnits: 0), "policy.high_velocity_units"),
      (Policy(reconcileCorrectUpTo: -1), "policy.reconcile_correct_up_to"),
      (Policy(commandResultSeconds: 59), "policy.command_result_seconds"),
      (Policy(commandResultsPerPrincipal: 999), "policy.command_results_per_principal"),
      (Policy(journalDays: 0), "policy.journal_days"), (Policy(journalDays: 36_501), "policy.journal_days"),
    ]
    for (policy, field) in cases {
      let refusal = try bench.refusal(.putPolicy(.init(policy: policy)), role: .admin)
      expect(refusal, .invalidArgument)
      #expect(refusal.status.violations.map(\.field) == [field])
    }
    let wrong = PutPolicyRequest(
      policy: Policy(cartSeconds: 1), resetFields: ["cart_seconds", "order_seconds", "order_seconds", "cart"])
    #expect(
      try bench.refusal(.putPolicy(wrong), role: .admin).status.violations.map(\.field)
        == ["reset_fields[0]", "reset_fields[2]", "reset_fields[3]"])
    #expect(
      try bench.refusal(.putPolicy(.init()), role: .admin).status.violations.map(\.field) == ["policy"])
    #expect(bench.writer.facts.sequence == 0)
  }

  @Test("levels are made and holds live as the policy says, from the next command of the same batch on")
  func defaults() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    #expect(try bench.level("P1", "W1")?.safetyStock == 10)
    let policy = Policy(
      defaultSafetyStock: 1, defaultReorderPoint: 2, defaultReorderQuantity: 3, cartSeconds: 5, orderSeconds: 6)
    let outcomes = try bench.run(
      [
        .putPolicy(.init(policy: policy)),
        .setStock(.init(settings: [StockSetting(productID: "P1", warehouseID: "W2", onHand: 1)])),
        .moveStock(.init(productID: "P1", fromWarehouseID: "W1", toWarehouseID: "W3", quantity: 1)),
        bench.reserve(1, cart: "C1"), bench.reserve(1, order: "O1"),
      ], role: .admin)
    #expect(outcomes.allSatisfy { $0.failure == nil })
    for warehouse in ["W2", "W3"] {
      let row = try #require(try bench.level("P1", warehouse))
      #expect(row.safetyStock == 1 && row.reorderPoint == 2 && row.reorderQuantity == 3)
    }
    let cart: ReserveResponse = try bench.decode(outcomes[3])
    #expect(cart.reservations[0].expiresAt == bench.now + 5_000_000)
    let order: ReserveResponse = try bench.decode(outcomes[4])
    #expect(order.reservations[0].expiresAt == bench.now + 6_000_000)
  }
}
