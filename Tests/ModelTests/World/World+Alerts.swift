import Messages

extension World {
  /// What an alert is about; of each at most one is open.
  enum Matter: Hashable {
    case level(Place)
    case velocity(Name)
    /// A discrepancy or a review: the kind of its alert, and its id.
    case thing(Int32, Name)
  }

  /// Units that left for customers.
  struct Sale {
    var product: Name
    var units: Int64
    var time: Int64
  }

  /// Counts units that left for customers.
  mutating func sold(_ place: Place, _ units: Int64) {
    sales.append(Sale(product: place.ware.product, units: units, time: now))
  }

  /// What must be said of a level: the worst that is true.
  private func alarm(_ place: Place) -> (kind: AlertKind, severity: AlertSeverity, threshold: Int64, order: Int64)? {
    guard let level = levels[place] else { return nil }
    let available = available(place)
    if available <= 0 { return (.outOfStock, .high, 0, 0) }
    if available <= level.safetyStock { return (.lowStock, .medium, level.safetyStock, 0) }
    if available <= level.reorderPoint { return (.reorderNeeded, .low, level.reorderPoint, level.reorderQuantity) }
    return nil
  }

  /// Units of a product sold in the minute of an instant and the 59 before it.
  func soldInHour(_ product: Name, at instant: Int64) -> Int64 {
    let oldest = (instant / 60_000_000 - 59) * 60_000_000
    return sales.reduce(0) { sum, sale in
      guard sale.product == product, sale.time >= oldest else { return sum }
      let (total, overflow) = sum.addingReportingOverflow(sale.units)
      return overflow ? .max : total
    }
  }

  /// When a product has sold no more than 100 units in the hour, if nothing more is sold.
  private func fall(_ product: Name) -> Int64 {
    var instants = [now]
    for sale in sales where sale.product == product { instants.append((sale.time / 60_000_000 + 60) * 60_000_000) }
    return instants.filter { soldInHour(product, at: $0) <= 100 }.min() ?? .max
  }

  /// Raises, changes and closes alerts after a command or a sweep; each counts as an entry.
  mutating func settleAlerts(since old: World) {
    for place in levels.keys {
      let matter = Matter.level(place)
      let alarm = alarm(place)
      if alarm?.kind == alerts[matter]?.kind { continue }
      entries += 1
      guard let alarm else {
        alerts[matter] = nil
        continue
      }
      var alert =
        alerts[matter]
        ?? Alert(
          status: .open, productID: place.ware.product.text, variantID: place.ware.variant.text,
          warehouseID: place.warehouse.text, raisedAt: now)
      if alarm.severity.rawValue > alert.severity.rawValue {
        alert.status = .open
        alert.acknowledgedAt = 0
        alert.acknowledgedBy = ""
      }
      (alert.kind, alert.severity, alert.threshold, alert.reorderQuantity) =
        (alarm.kind, alarm.severity, alarm.threshold, alarm.order)
      alert.value = available(place)
      alert.updatedAt = now
      alerts[matter] = alert
    }
    for product in Set(sales.dropFirst(old.sales.count).map(\.product)) where alerts[.velocity(product)] == nil {
      let sold = soldInHour(product, at: now)
      if sold <= 100 { continue }
      entries += 1
      alerts[.velocity(product)] = Alert(
        kind: .highVelocity, severity: .medium, status: .open, productID: product.text, value: sold, threshold: 100,
        raisedAt: now, updatedAt: now)
    }
  }

  /// Closes alerts about products that no longer sell fast, the first to fall first, up to so many.
  mutating func sweepVelocities(limit: Int) {
    let fallen = alerts.keys.compactMap { matter -> (fall: Int64, product: Name)? in
      guard case .velocity(let product) = matter, soldInHour(product, at: now) <= 100 else { return nil }
      return (fall(product), product)
    }
    for (_, product) in fallen.sorted(by: { ($0.fall, $0.product) < ($1.fall, $1.product) }).prefix(limit) {
      alerts[.velocity(product)] = nil
      entries += 1
    }
  }

  /// What a plan calls the open alert about something, whatever its id is in this run.
  func alertID(handle: String) -> String? { alerts.first { $0.key.handle == handle }?.value.alertID }
}

extension World.Matter {
  /// Its name in plans.
  var handle: String {
    switch self {
    case .level(let place): "alert of \(place)"
    case .velocity(let product): "alert of sales of \(product)"
    case .thing(let kind, let id): "alert \(kind) of \(id)"
    }
  }

  /// What an alert of the engine is about.
  init(_ alert: Alert) {
    self =
      switch alert.kind {
      case .highVelocity: .velocity(Name(alert.productID))
      case .transferDiscrepancy, .reconcileReview: .thing(alert.kind.rawValue, Name(alert.subjectID))
      default: .level(Place(alert.productID, alert.variantID, alert.warehouseID))
      }
  }
}
