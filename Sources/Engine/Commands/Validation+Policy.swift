internal import Inventory
internal import Messages

extension PutPolicyRequest {
  /// Checks all that can be checked without the state.
  func validate() throws(CallFailure) {
    var check = RequestCheck()
    if policy == nil, resetFields.isEmpty {
      check.add("policy", "is missing, and so is reset_fields: nothing would change")
    }
    check.count(resetFields.count, "reset_fields", 0...PolicyField.all.count)
    var seen: Set<String> = []
    for (index, name) in resetFields.prefix(PolicyField.all.count).enumerated() {
      let field = "reset_fields[\(index)]"
      guard let known = PolicyField.all.first(where: { isSameIdentifier($0.name, name) }) else {
        check.add(
          field, "\(name) is no field of a policy: one of \(PolicyField.all.map(\.name).joined(separator: ", "))")
        continue
      }
      check.require(seen.insert(name).inserted, field, "is given twice")
      check.require(!(policy.map(known.isSet) ?? false), field, "\(name) is given a value in policy: one or the other")
    }
    if let policy { check.policy(policy) }
    try check.finish()
  }
}

extension RequestCheck {
  fileprivate mutating func policy(_ policy: Policy) {
    if let scoring = policy.scoring {
      require(
        Inventory.ScoringWeights(scoring).isValid, "policy.scoring", "must each be from -1000000 to 1000000")
    }
    let longest = Int64(longestTimeToLiveSeconds)
    let ranges: [(value: Int64?, name: String, range: ClosedRange<Int64>)] = [
      (policy.kilometresPerDay.map { Int64($0) }, "kilometres_per_day", 1...100_000),
      (policy.splitSteps.map { Int64($0) }, "split_steps", 1_000...1_000_000),
      (policy.defaultSafetyStock, "default_safety_stock", 0...Int64.max),
      (policy.defaultReorderPoint, "default_reorder_point", 0...Int64.max),
      (policy.defaultReorderQuantity, "default_reorder_quantity", 0...Int64.max),
      (policy.cartSeconds.map { Int64($0) }, "cart_seconds", 0...longest),
      (policy.orderSeconds.map { Int64($0) }, "order_seconds", 0...longest),
      (policy.transferSeconds.map { Int64($0) }, "transfer_seconds", 0...longest),
      (policy.highVelocityUnits, "high_velocity_units", 1...Int64.max),
      (policy.reconcileCorrectUpTo, "reconcile_correct_up_to", 0...1_000_000),
      (policy.commandResultSeconds.map { Int64($0) }, "command_result_seconds", 60...2_592_000),
      (policy.commandResultsPerPrincipal, "command_results_per_principal", 1_000...1_000_000_000),
      (policy.journalDays.map { Int64($0) }, "journal_days", 1...36_500),
    ]
    for (value, name, range) in ranges {
      guard let value, !range.contains(value) else { continue }
      let bounds =
        range.upperBound == .max ? "at least \(range.lowerBound)" : "from \(range.lowerBound) to \(range.upperBound)"
      add("policy.\(name)", "is \(value): must be \(bounds)")
    }
  }
}
