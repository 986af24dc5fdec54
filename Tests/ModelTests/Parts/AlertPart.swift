import Engine
import Messages

/// AlertService. Alerts are raised by the commands of other parts: see `World.settleAlerts`.
struct AlertPart: ModelPart {
  let weight = 2

  func command(_ random: inout SplitMix, in world: World) -> CommandRequest {
    var ids: [String] = []
    let open = world.alerts.keys.map(\.handle).sorted()
    for _ in 0..<random.number(1...3) { if let id = random.pickAny(open) { ids.append(id) } }
    if ids.isEmpty || random.once(in: 20) { ids.append(Hostility.identifier("nothing", &random)) }
    if random.once(in: 100) { ids = [] }
    let note = random.once(in: 50) ? String(repeating: "n", count: random.pick([500, 501])) : "seen"
    return .acknowledgeAlert(AcknowledgeAlertRequest(alertIDs: ids, note: note))
  }

  func expectation(of request: CommandRequest, _ call: Call, in world: World) -> Expectation? {
    guard case .acknowledgeAlert(let request) = request else { return nil }
    var expected = Expectation(world)
    if request.alertIDs.isEmpty { expected.invalid("alert_ids") }
    for (index, id) in request.alertIDs.enumerated() {
      let isRepeated = request.alertIDs[..<index].contains { Name($0) == Name(id) }
      if !isWell(id) || isRepeated { expected.invalid("alert_ids[\(index)]") }
    }
    if request.note.utf8.count > 500 { expected.invalid("note") }
    if expected.isMalformed { return expected }
    var answer = AcknowledgeAlertResponse()
    for id in request.alertIDs {
      guard let matter = world.alerts.first(where: { Name($0.value.alertID) == Name(id) })?.key,
        var alert = world.alerts[matter]
      else {
        expected.problem(.notFound, Refusal(reason: .unknownAlert, alertID: id), isAlwaysNamed: true)
        continue
      }
      if alert.status == .open {
        alert.status = .acknowledged
        alert.acknowledgedAt = world.now
        alert.acknowledgedBy = call.caller.actor.isEmpty ? call.caller.principal : call.caller.actor
        alert.updatedAt = world.now
        expected.world.alerts[matter] = alert
        expected.world.entries += 1
      }
      answer.alerts.append(alert)
    }
    expected.answer = answer
    return expected
  }

  func compare(_ world: World, with queries: Queries, _ random: inout SplitMix) throws {
    let open = world.alerts.values.sorted { number($0) > number($1) }
    let warehouse = random.pick(Pool.warehouses)
    let product = random.pick(Pool.products)
    let kind = random.pick([AlertKind.outOfStock, .lowStock, .reorderNeeded, .highVelocity])
    let severity = random.pick([AlertSeverity.low, .medium, .high])
    let status = random.pick([AlertStatus.open, .acknowledged])
    let lists: [(ListAlertsRequest, (Alert) -> Bool)] = [
      (ListAlertsRequest(), { _ in true }),
      (ListAlertsRequest(kind: kind), { $0.kind == kind }),
      (ListAlertsRequest(severity: severity, status: status), { $0.severity == severity && $0.status == status }),
      (ListAlertsRequest(productID: product), { Name($0.productID) == Name(product) }),
      (
        ListAlertsRequest(status: status, warehouseID: warehouse),
        { $0.status == status && $0.warehouseID == warehouse }
      ),
    ]
    for (request, isWanted) in lists {
      let size = UInt32(random.number(0...3))
      try queries.expectList(words(request), open.filter(isWanted)) { (token) -> ([Alert], String) in
        var request = request
        request.pageSize = size
        request.pageToken = token
        let page: ListAlertsResponse = try queries.ask(.alertServiceListAlerts, request)
        return (page.alerts, page.nextPageToken)
      }
    }
  }

  /// The number that an id ends with: the sequence of the entry that raised the alert.
  private func number(_ alert: Alert) -> UInt64 { alert.alertID.split(separator: "-").last.flatMap { UInt64($0) } ?? 0 }
}
