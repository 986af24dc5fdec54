package import Messages

extension Decider: AdminServiceCommands {
  /// Changes rules: the fields that are given, and those that go back to their default.
  package func putPolicy(_ request: PutPolicyRequest) throws(CallFailure) -> Policy {
    let old = try view.reading { () throws(EngineError) in try view.storedPolicy() }
    var new = old
    if let given = request.policy {
      for field in PolicyField.all where field.isSet(given) { field.take(given, &new) }
    }
    for field in PolicyField.all where request.resetFields.contains(field.name) { field.take(Policy(), &new) }
    if new != old {
      var entry = entry(.policy)
      entry.subject = .policy(new)
      draft.entries.append(entry)
    }
    return PolicyInForce(new).message
  }
}
