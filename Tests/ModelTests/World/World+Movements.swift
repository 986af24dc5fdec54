import Messages

extension World {
  /// What is known of the counts of a level.
  struct CountFacts: Equatable {
    var lastCountedAt: Int64 = 0
    var differences: Int64 = 0
  }

  /// Whether a reference is a transfer's.
  func isTransfer(_ reference: Reference?) -> Bool {
    guard let reference, reference.type == .transfer else { return false }
    return transfers.contains { Name($0.transferID) == Name(reference.id) }
  }

  /// There is an alert about a discrepancy or review from now on; nothing happens where there is one.
  mutating func raise(_ kind: AlertKind, _ id: String, _ place: Place, value: Int64, threshold: Int64) {
    let matter = Matter.thing(kind.rawValue, Name(id))
    if alerts[matter] != nil { return }
    entries += 1
    alerts[matter] = Alert(
      kind: kind, severity: .medium, status: .open, productID: place.ware.product.text,
      variantID: place.ware.variant.text, warehouseID: place.warehouse.text, value: value, threshold: threshold,
      subjectID: id, raisedAt: now, updatedAt: now)
  }

  /// There is no alert about a discrepancy or review any more.
  mutating func settle(_ kind: AlertKind, _ id: String) {
    if alerts.removeValue(forKey: .thing(kind.rawValue, Name(id))) != nil { entries += 1 }
  }
}
