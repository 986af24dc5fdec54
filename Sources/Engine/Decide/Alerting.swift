internal import Inventory
internal import Messages

/// Alerts, raised and closed by the change that causes them, in its transaction.
extension Decider {
  /// Drafts what the entries drafted so far do to alerts, after the last of them.
  ///
  /// An entry is written where an alert is raised, changes its kind or closes, and not for each change of a quantity: a
  /// level whose condition stays costs a comparison and no look at the state.
  func alert() throws(CallFailure) {
    // A draft without entries was dropped, whatever its levels look like.
    guard !draft.entries.isEmpty else { return }
    for index in draft.levels.indices where draft.levels[index].exists {
      let condition = draft.levels[index].row.condition
      if condition != draft.levels[index].condition { try alert(about: index, condition) }
    }
    if !draft.matters.isEmpty { try alertMatters() }
    if !draft.sales.isEmpty { try alertVelocities() }
  }

  /// Raises, changes or closes the alert about the level at `index`.
  private func alert(about index: Int, _ condition: LevelCondition) throws(CallFailure) {
    let (key, row) = (draft.levels[index].key, draft.levels[index].row)
    let open = try view.openAlert(.level(key))
    guard let kind = AlertKind(condition) else {
      if let open { close(open, value: row.available) }
      return
    }
    if open?.kind == kind { return }
    var alert =
      open ?? newAlert(kind, Alert(productID: key.product, variantID: key.variant, warehouseID: key.warehouse))
    if kind.severity.rawValue > alert.severity.rawValue { alert.reopen() }
    alert.kind = kind
    alert.severity = kind.severity
    alert.value = row.available
    alert.threshold =
      switch condition {
      case .lowStock: row.safetyStock
      case .reorderNeeded: row.reorderPoint
      default: 0
      }
    alert.reorderQuantity = condition == .reorderNeeded ? row.reorderQuantity : 0
    alert.updatedAt = now
    append(alert)
  }

  /// Raises HIGH_VELOCITY for each product of which the draft sells more than the rolling hour may hold.
  private func alertVelocities() throws(CallFailure) {
    let limit = try view.policy().highVelocityUnits
    if draft.sales.count > 1 { draft.sales.sort { identifierPrecedes($0.product, $1.product) } }
    var place = 0
    while place < draft.sales.count {
      let product = draft.sales[place].product
      var units: Int64 = 0
      while place < draft.sales.count, isSameIdentifier(draft.sales[place].product, product) {
        units = units.addingSaturated(draft.sales[place].units)
        place += 1
      }
      var row = try view.reading { () throws(EngineError) in try view.rollingHour(of: product) }
      // One alert a product: what is open stays until the hour has fallen.
      if row.limit != 0 { continue }
      row.hour.add(units, at: now)
      let sold = row.hour.sold(at: now)
      if sold > limit {
        append(newAlert(.highVelocity, Alert(productID: product, value: sold, threshold: limit)))
      }
    }
  }

  /// Closes HIGH_VELOCITY of up to `limit` products of which no more than its limit was sold in the last hour. The sweeper's
  /// command.
  func closeFallenVelocities(limit: Int) throws(CallFailure) {
    for product in try view.fallenVelocities(at: now, limit: limit) {
      guard let open = try view.openAlert(.velocity(product: product)) else {
        throw CallFailure.internal("HIGH_VELOCITY of \(product) is to be closed, but is not open")
      }
      let row = try view.reading { () throws(EngineError) in try view.rollingHour(of: product) }
      close(open, value: row.hour.sold(at: now))
    }
  }

  /// Says that there is to be an alert about a discrepancy or a review, once a subject: nothing happens where it is open
  /// already. The entry comes after those of the command.
  ///
  /// - Parameters:
  ///   - kind: TRANSFER_DISCREPANCY or RECONCILE_REVIEW.
  ///   - subject: the id of the discrepancy or review.
  ///   - level: the level that it is about.
  ///   - value: the difference, in units.
  ///   - threshold: the units expected.
  func raise(_ kind: AlertKind, subject: String, level: LevelKey, value: Int64, threshold: Int64) {
    draft.matters.append(
      Alert(
        kind: kind, status: .open, productID: level.product, variantID: level.variant, warehouseID: level.warehouse,
        value: value, threshold: threshold, subjectID: subject))
  }

  /// Says that there is to be no alert about a discrepancy or a review any more: nothing happens where none is open.
  func close(_ kind: AlertKind, subject: String) {
    draft.matters.append(Alert(kind: kind, status: .closed, subjectID: subject))
  }

  /// Raises and closes alerts about discrepancies and reviews; of each what was said last counts.
  private func alertMatters() throws(CallFailure) {
    // The service makes these ids, of ASCII, no two of them the same.
    var last: [String: Int] = [:]
    for (place, matter) in draft.matters.enumerated() { last[matter.subjectID] = place }
    for (place, matter) in draft.matters.enumerated() where last[matter.subjectID] == place {
      let open = try view.openAlert(.thing(matter.kind, id: matter.subjectID))
      switch (open, matter.status) {
      case (nil, .open): append(newAlert(matter.kind, matter))
      case (let open?, .closed): close(open, value: open.value)
      default: continue
      }
    }
  }

  /// An alert that the next entry raises.
  private func newAlert(_ kind: AlertKind, _ about: Alert) -> Alert {
    var alert = about
    alert.alertID = view.alertID(draft.nextSequence)
    alert.kind = kind
    alert.severity = kind.severity
    alert.status = .open
    alert.raisedAt = now
    alert.updatedAt = now
    return alert
  }

  private func close(_ open: Alert, value: Int64) {
    var alert = open
    alert.status = .closed
    alert.value = value
    alert.updatedAt = now
    append(alert)
  }

  /// Drafts the entry about an alert as it is now.
  private func append(_ alert: Alert) {
    var entry = entry(.alert)
    entry.source = .system
    entry.subject = .alert(alert)
    draft.entries.append(entry)
  }
}

extension AlertKind {
  /// The alert that a condition is; nil for a good one.
  init?(_ condition: LevelCondition) {
    switch condition {
    case .good: return nil
    case .reorderNeeded: self = .reorderNeeded
    case .lowStock: self = .lowStock
    case .outOfStock: self = .outOfStock
    }
  }

  /// How bad it is.
  var severity: AlertSeverity {
    switch self {
    case .outOfStock: .high
    case .reorderNeeded: .low
    default: .medium
    }
  }
}

extension Alert {
  /// Nobody has seen it as it is now.
  fileprivate mutating func reopen() {
    status = .open
    acknowledgedAt = 0
    acknowledgedBy = ""
  }
}
