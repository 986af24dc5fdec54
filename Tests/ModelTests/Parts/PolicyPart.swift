import Engine
import Messages

/// PutPolicy and GetPolicy. What the rules change is in the parts that they are about.
struct PolicyPart: ModelPart {
  let weight = 1

  func command(_ random: inout SplitMix, in world: World) -> CommandRequest {
    var request = PutPolicyRequest(policy: Policy())
    func seconds(_ random: inout SplitMix) -> UInt32? {
      random.once(in: 2) ? random.pick([0, 1, 30, 1_800, longestTimeToLive, random.once(in: 10) ? .max : 60]) : nil
    }
    request.policy?.cartSeconds = seconds(&random)
    request.policy?.orderSeconds = random.once(in: 3) ? seconds(&random) : nil
    request.policy?.transferSeconds = seconds(&random)
    if random.once(in: 3) { request.policy?.defaultSafetyStock = Hostility.units(random.units(upTo: 20), &random) }
    if random.once(in: 3) { request.policy?.defaultReorderPoint = Hostility.units(random.units(upTo: 20), &random) }
    if random.once(in: 3) { request.policy?.defaultReorderQuantity = Hostility.units(random.units(upTo: 20), &random) }
    if random.once(in: 4) {
      request.policy?.kilometresPerDay = random.pick([1, 800, random.once(in: 9) ? 0 : 100_000])
    }
    if random.once(in: 20) { request.policy?.journalDays = random.pick([0, 1, 36_501]) }
    if random.once(in: 3) {
      request.resetFields = [random.pick(["cart_seconds", "default_reorder_point", "order_seconds", "scoring"])]
    }
    if random.once(in: 40) { request.resetFields.append(random.pick(["scoring", "cart", ""])) }
    if random.once(in: 10) { request.policy = nil }
    return .putPolicy(request)
  }

  func expectation(of request: CommandRequest, _ call: Call, in world: World) -> Expectation? {
    guard case .putPolicy(let request) = request else { return nil }
    var expected = Expectation(world)
    let given = request.policy ?? Policy()
    if request.policy == nil, request.resetFields.isEmpty { expected.invalid("policy") }
    let fields = ["cart_seconds", "default_reorder_point", "order_seconds", "scoring"]
    let isSet = [given.cartSeconds != nil, given.defaultReorderPoint != nil, given.orderSeconds != nil, false]
    for (index, name) in request.resetFields.enumerated() {
      let place = fields.firstIndex(of: name)
      let isRepeated = request.resetFields[..<index].contains(name)
      if isRepeated || place.map({ isSet[$0] }) ?? true { expected.invalid("reset_fields[\(index)]") }
    }
    for (value, name) in [
      (given.cartSeconds, "cart_seconds"), (given.orderSeconds, "order_seconds"),
      (given.transferSeconds, "transfer_seconds"),
    ] where value ?? 0 > longestTimeToLive { expected.invalid("policy.\(name)") }
    for (value, name) in [
      (given.defaultSafetyStock, "default_safety_stock"), (given.defaultReorderPoint, "default_reorder_point"),
      (given.defaultReorderQuantity, "default_reorder_quantity"),
    ] where value ?? 0 < 0 { expected.invalid("policy.\(name)") }
    if let days = given.journalDays, !(1...36_500).contains(days) { expected.invalid("policy.journal_days") }
    if given.kilometresPerDay == 0 { expected.invalid("policy.kilometres_per_day") }
    if expected.isMalformed { return expected }
    var policy = world.policy
    policy.cartSeconds = given.cartSeconds ?? policy.cartSeconds
    policy.orderSeconds = given.orderSeconds ?? policy.orderSeconds
    policy.transferSeconds = given.transferSeconds ?? policy.transferSeconds
    policy.defaultSafetyStock = given.defaultSafetyStock ?? policy.defaultSafetyStock
    policy.defaultReorderPoint = given.defaultReorderPoint ?? policy.defaultReorderPoint
    policy.defaultReorderQuantity = given.defaultReorderQuantity ?? policy.defaultReorderQuantity
    policy.kilometresPerDay = given.kilometresPerDay ?? policy.kilometresPerDay
    policy.journalDays = given.journalDays ?? policy.journalDays
    if request.resetFields.contains("cart_seconds") { policy.cartSeconds = nil }
    if request.resetFields.contains("order_seconds") { policy.orderSeconds = nil }
    if request.resetFields.contains("default_reorder_point") { policy.defaultReorderPoint = nil }
    if policy != world.policy { expected.world.entries += 1 }
    expected.world.policy = policy
    expected.answer = shown(policy)
    return expected
  }

  func compare(_ world: World, with queries: Queries, _ random: inout SplitMix) throws {
    try queries.expect(.adminServiceGetPolicy, GetPolicyRequest(), shown(world.policy), else: .internal)
  }

  /// A policy with the defaults that the reference names.
  private func shown(_ policy: Policy) -> Policy {
    Policy(
      scoring: ScoringWeights(
        base: 100, distanceCap: 30, kilometresPerPoint: 100, availabilityCap: 30, availabilityWeight: 10,
        priorityWeight: 2, utilizationWeight: 20), kilometresPerDay: policy.kilometresPerDay ?? 800,
      splitSteps: 2_000, defaultSafetyStock: policy.defaultSafetyStock ?? 10,
      defaultReorderPoint: policy.defaultReorderPoint ?? 20,
      defaultReorderQuantity: policy.defaultReorderQuantity ?? 100, cartSeconds: policy.cartSeconds ?? 1_800,
      orderSeconds: policy.orderSeconds ?? 0, transferSeconds: policy.transferSeconds ?? 86_400,
      highVelocityUnits: 100, reconcileCorrectUpTo: 5, commandResultSeconds: 86_400,
      commandResultsPerPrincipal: 10_000_000, journalDays: policy.journalDays ?? 400)
  }
}
