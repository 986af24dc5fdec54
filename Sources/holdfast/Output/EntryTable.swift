internal import Messages

/// Entries of the journal as rows of a table.
enum EntryTable {
  /// A row an entry: when, what, how many units, before and after, what for, who and why.
  static func table(_ rows: [[String]]) -> Table {
    Table(
      [
        .number("SEQUENCE", dropOrder: 7), .whole("TIME", dropOrder: 1), .text("TYPE"), .number("UNITS"),
        .text("WHAT"),
        .text("ON HAND", hidesWhenBlank: true), .text("RESERVED", dropOrder: 2, hidesWhenBlank: true),
        .text("QUARANTINED", dropOrder: 3, hidesWhenBlank: true), .text("INCOMING", dropOrder: 4, hidesWhenBlank: true),
        .text("FOR", dropOrder: 5, hidesWhenBlank: true), .text("BY", dropOrder: 6, hidesWhenBlank: true),
        .text("WHY", dropOrder: 8, hidesWhenBlank: true),
      ], rows: rows)
  }

  /// The row of one entry.
  static func row(_ sequence: UInt64, _ time: Int64, _ entry: Entry) -> [String] {
    func both(_ part: (LevelState) -> Int64) -> (before: Int64, after: Int64)? {
      entry.level?.after.map { (entry.level?.before.map(part) ?? 0, part($0)) }
    }
    func change(_ part: (LevelState) -> Int64, isAlwaysShown: Bool) -> String {
      guard let (before, after) = both(part) else { return "" }
      if before != after { return "\(Words.number(before)) → \(Words.number(after))" }
      return isAlwaysShown ? Words.number(after) : ""
    }
    return [
      String(sequence), Words.time(time), Words.phrase(entry.type),
      entry.quantity == 0 ? "" : Words.number(entry.quantity), what(entry), change(\.onHand, isAlwaysShown: true),
      change(\.reserved, isAlwaysShown: true), change(\.quarantined, isAlwaysShown: false),
      change(\.incoming, isAlwaysShown: false), reference(entry),
      who(entry),
      entry.reason,
    ]
  }

  /// The person, else the service by its name alone, else the kind of source.
  private static func who(_ entry: Entry) -> String {
    if !entry.actor.isEmpty { return entry.actor }
    if entry.principal.isEmpty { return Words.phrase(entry.source) }
    return entry.principal.hasPrefix("spiffe://") ? String(entry.principal.dropFirst(9)) : entry.principal
  }

  private static func reference(_ entry: Entry) -> String {
    guard let held = entry.hold?.reference ?? entry.reference, !held.id.isEmpty else { return entry.referenceID }
    return "\(Words.phrase(held.type)) \(held.id)"
  }

  /// What an entry is about.
  private static func what(_ entry: Entry) -> String {
    if let level = entry.level { return Words.product(level.productID, level.variantID) + " at \(level.warehouseID)" }
    return switch entry.subject {
    case .product(let product): product.productID
    case .warehouse(let warehouse): warehouse.warehouseID
    case .commandResult(let result): result.method
    case .transfer(let transfer): "\(transfer.transferID), \(Words.phrase(transfer.status))"
    case .discrepancy(let discrepancy): discrepancy.discrepancyID
    case .channel(let channel): channel.channelID
    case .allocation(let change): "\(Words.product(change.productID, change.variantID)) for \(change.channelID)"
    case .reconciliation(let report): report.reconciliationID
    case .review(let review): review.reviewID
    case .alert(let alert):
      "\(Words.phrase(alert.kind)) \(Words.product(alert.productID, alert.variantID)), \(Words.phrase(alert.status))"
    case .count(let count): count.countID
    case .policy, nil: ""
    }
  }
}
