package import Messages

extension Decider: AlertServiceCommands {
  /// Says that alerts were seen, all or none.
  package func acknowledgeAlert(_ request: AcknowledgeAlertRequest) throws(CallFailure) -> AcknowledgeAlertResponse {
    var alerts: [Alert] = []
    var refusals: [Refusal] = []
    for id in request.alertIDs {
      if let alert = try view.alert(id: id) {
        alerts.append(alert)
      } else {
        refusals.append(Refusal(reason: .unknownAlert, alertID: id))
      }
    }
    guard refusals.isEmpty else { throw CallFailure.notFound(refusals.text, refusals) }
    for place in alerts.indices where alerts[place].status != .acknowledged {
      alerts[place].status = .acknowledged
      alerts[place].acknowledgedAt = now
      alerts[place].acknowledgedBy = caller.actor.isEmpty ? caller.principal : caller.actor
      alerts[place].updatedAt = now
      var entry = entry(.alert)
      entry.reason = request.note
      entry.subject = .alert(alerts[place])
      draft.entries.append(entry)
    }
    return AcknowledgeAlertResponse(alerts: alerts)
  }
}
