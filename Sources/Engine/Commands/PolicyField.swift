internal import Messages

/// One field of a policy, by its name in the schema.
struct PolicyField: Sendable {
  /// Its name.
  let name: String
  /// Whether a policy sets it.
  let isSet: @Sendable (Policy) -> Bool
  /// Takes the field over from one policy to another, set or not.
  let take: @Sendable (Policy, inout Policy) -> Void

  private init<Value>(_ name: String, _ path: any WritableKeyPath<Policy, Value?> & Sendable) {
    self.name = name
    isSet = { $0[keyPath: path] != nil }
    take = { $1[keyPath: path] = $0[keyPath: path] }
  }

  /// All fields, in the order of the schema.
  static let all: [PolicyField] = [
    PolicyField("scoring", \.scoring), PolicyField("kilometres_per_day", \.kilometresPerDay),
    PolicyField("split_steps", \.splitSteps), PolicyField("default_safety_stock", \.defaultSafetyStock),
    PolicyField("default_reorder_point", \.defaultReorderPoint),
    PolicyField("default_reorder_quantity", \.defaultReorderQuantity), PolicyField("cart_seconds", \.cartSeconds),
    PolicyField("order_seconds", \.orderSeconds), PolicyField("transfer_seconds", \.transferSeconds),
    PolicyField("high_velocity_units", \.highVelocityUnits),
    PolicyField("reconcile_correct_up_to", \.reconcileCorrectUpTo),
    PolicyField("command_result_seconds", \.commandResultSeconds),
    PolicyField("command_results_per_principal", \.commandResultsPerPrincipal),
    PolicyField("journal_days", \.journalDays),
  ]
}
