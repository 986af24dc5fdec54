internal import Inventory
package import Messages

/// Decides commands: checks one against the state and says, as entries, what happens. Nothing else may.
///
/// Deterministic: the entries depend on the state, the command and its batch's time stamp alone. One method a command, in
/// the extensions of this class. Belongs to the thread that orders; not `Sendable`.
package final class Decider {
  /// The state as the commands before have left it.
  let view: StateView
  /// What the command would do.
  var draft = Draft()
  /// The batch's time stamp.
  private(set) var now: Int64 = 0
  private(set) var caller = Caller(principal: "", role: .unspecified)
  /// Holds that the draft has dealt with: each is touched once by a command.
  var touched: Set<HoldNumber> = []
  /// Due holds that a command releases at the levels it looks at, at most.
  var dueLimit = dueReleaseLimit
  /// Open holds of one reference, at most.
  var referenceLimit = referenceHoldLimit
  /// Why the command cannot be decided yet, where it met more due holds than it may release.
  var overdue: Overdue?

  /// Decides on what `view` shows.
  init(view: StateView) {
    self.view = view
  }

  /// Begins with a command: nothing is drafted yet.
  func begin(caller: Caller, now: Int64, firstSequence: UInt64) {
    self.caller = caller
    self.now = now
    draft.reset(firstSequence: firstSequence)
    overdue = nil
    if !touched.isEmpty { touched.removeAll(keepingCapacity: true) }
  }

  /// The place in the draft of a level, whether it exists or not.
  func level(_ key: LevelKey) throws(CallFailure) -> Int {
    if let index = draft.index(of: key) { return index }
    return try level(key, stored: try view.level(key))
  }

  /// The place in the draft of a level whose stored row has been read.
  func level(_ key: LevelKey, stored row: LevelRow?) throws(CallFailure) -> Int {
    if let index = draft.index(of: key) { return index }
    let totalKey = key.total
    let total: Int
    if let known = draft.totalIndex(of: totalKey) {
      total = known
    } else {
      total = draft.add(total: .init(key: totalKey, row: try view.level(totalKey) ?? LevelRow()))
    }
    return draft.add(
      level: .init(
        key: key, row: row ?? LevelRow(), exists: row != nil, total: total, versionBefore: row?.version ?? 0,
        condition: row?.condition ?? .good))
  }

  /// A new entry with what every entry of the command has in common.
  func entry(_ type: EntryType, quantity: Int64 = 0) -> Entry {
    var entry = Entry()
    entry.type = type
    entry.quantity = quantity
    entry.principal = caller.principal
    entry.actor = caller.actor
    entry.source = caller.actor.isEmpty ? .api : .manual
    return entry
  }

  /// Drafts `entry` as a change of the level at `index`: `change` makes the new quantities of the old.
  ///
  /// - Throws: OUT_OF_RANGE if a quantity of the level or of its total would leave the range of 64 bits.
  func change(_ index: Int, _ entry: consuming Entry, _ change: (inout LevelRow) throws(InventoryError) -> Void)
    throws(CallFailure)
  {
    let before = draft.levels[index]
    var row = before.row
    do {
      try change(&row)
      _ = try row.reserved.adding(row.quarantined)
      guard row.onHand >= 0, row.reserved >= 0, row.quarantined >= 0, row.incoming >= 0 else {
        throw InventoryError.overflow
      }
      var total = draft.totals[before.total].row
      total.onHand = try total.onHand.adding(row.onHand - before.row.onHand)
      total.reserved = try total.reserved.adding(row.reserved - before.row.reserved)
      total.quarantined = try total.quarantined.adding(row.quarantined - before.row.quarantined)
      total.incoming = try total.incoming.adding(row.incoming - before.row.incoming)
      _ = try total.reserved.adding(total.quarantined)
      draft.totals[before.total].row = total
    } catch {
      throw CallFailure.outOfRange(
        "\(describe(before.key)): a quantity of the level or of the product's total would leave the range of signed 64-bit"
      )
    }
    entry.level = LevelChange(
      productID: before.key.product, variantID: before.key.variant, warehouseID: before.key.warehouse,
      before: before.exists ? LevelState(before.row) : nil, after: LevelState(row), ordinal: before.row.version + 1,
      previous: before.row.lastSequence, skip: before.row.skipOfNext)
    row.version += 1
    row.link(draft.nextSequence, at: now)
    draft.levels[index].row = row
    draft.levels[index].exists = true
    if entry.type == .sale {
      draft.sales.append((before.key.product, Int64(clamping: entry.quantity.magnitude)))
    }
    draft.entries.append(entry)
  }

  /// The level at `index` as a reply shows it.
  func stockLevel(_ index: Int) -> StockLevel {
    StockLevel(draft.levels[index].key, draft.levels[index].row)
  }

  /// A level that a command needs: product, variant, warehouse and level must exist.
  ///
  /// - Throws: NOT_FOUND that says which of them is unknown.
  func existingLevel(_ key: LevelKey) throws(CallFailure) -> Int {
    let index = try level(key)
    if !draft.levels[index].exists { throw try unknown(key) }
    return index
  }

  /// NOT_FOUND for a level, saying whether product, variant, warehouse or level is unknown.
  func unknown(_ key: LevelKey) throws(CallFailure) -> CallFailure {
    try view.unknown(key)
  }

  /// Product, variant and warehouse that a new level needs.
  ///
  /// - Throws: NOT_FOUND that says which of them is unknown.
  func requireParts(_ key: LevelKey) throws(CallFailure) {
    if let refusal = try view.unknownPart(key) { throw refusal.missing }
  }

  /// Throws ABORTED if the level's version is not the expected one.
  func expect(_ version: UInt64?, of index: Int) throws(CallFailure) {
    let level = draft.levels[index]
    // The caller saw the version from before this command, not what an earlier line of it made.
    guard let version, version != level.versionBefore else { return }
    var refusal = Refusal(level.key, reason: .versionMismatch)
    refusal.currentVersion = level.versionBefore
    refusal.available = level.row.available
    throw CallFailure.aborted(
      "\(describe(level.key)) has version \(level.versionBefore), not \(version): read it again", [refusal])
  }
}

/// A level's name for people.
func describe(_ key: LevelKey) -> String {
  let product = key.variant.isEmpty ? key.product : "\(key.product)/\(key.variant)"
  return key.warehouse.isEmpty ? product : "\(product) at \(key.warehouse)"
}

extension LevelState {
  /// The quantities and settings of a row.
  init(_ row: LevelRow) {
    self.init(
      onHand: row.onHand, reserved: row.reserved, quarantined: row.quarantined, incoming: row.incoming,
      safetyStock: row.safetyStock, reorderPoint: row.reorderPoint, reorderQuantity: row.reorderQuantity)
  }
}

extension StockLevel {
  /// The level `key` as a reply shows it.
  package init(_ key: LevelKey, _ row: LevelRow) {
    self.init(
      productID: key.product, variantID: key.variant, warehouseID: key.warehouse, onHand: row.onHand,
      reserved: row.reserved, quarantined: row.quarantined, available: row.available, incoming: row.incoming,
      safetyStock: row.safetyStock, reorderPoint: row.reorderPoint, reorderQuantity: row.reorderQuantity,
      version: row.version, updatedAt: row.updatedAt)
  }
}

extension Refusal {
  /// A refusal about the level `key`.
  init(_ key: LevelKey, requested: Int64 = 0, available: Int64 = 0, reason: RefusalReason) {
    self.init(
      productID: key.product, variantID: key.variant, warehouseID: key.warehouse, requested: requested,
      available: available, reason: reason)
  }

  /// What a call is told that names what is not there: NOT_FOUND, but FAILED_PRECONDITION for the stock of a kit.
  package var missing: CallFailure {
    reason == .kit ? .failedPrecondition(message, [self]) : .notFound(message, [self])
  }

  /// The refusal for people.
  package var message: String {
    let key = LevelKey(product: productID, variant: variantID, warehouse: warehouseID)
    return switch reason {
    case .notEnoughStock: "\(describe(key)): \(requested) asked for, \(available) available"
    case .unknownProduct: "there is no product \(productID)"
    case .unknownVariant: "product \(productID) has no variant \(variantID)"
    case .unknownWarehouse: "there is no warehouse \(warehouseID)"
    case .unknownLevel: "\(describe(key)) was never stocked"
    case .warehouseInactive: "warehouse \(warehouseID) is not active: it takes no new holds"
    case .warehouseDoesNotShip: "warehouse \(warehouseID) does not ship"
    case .warehouseDoesNotReceive: "warehouse \(warehouseID) does not receive goods"
    case .kit: "\(productID) is a kit and has no stock of its own: name its components"
    case .versionMismatch: "\(describe(key)) has version \(currentVersion)"
    case .expired: "reservation \(reservationID) has expired"
    case .unknownAlert: "there is no open alert \(alertID): it was closed, or never was"
    case .unknownReservation:
      "there is no open reservation \(reservationID): it was released, has expired, is fulfilled, or never was"
    case .kit: "product \(productID) is a kit and has no stock of its own: stock its components"
    case .belowHeld:
      "\(describe(key)): on_hand would fall below reserved + quarantined (\(requested) to take away, \(available) available)"
    case .channelLimit:
      "\(describe(key)): \(requested) asked for, channel \(channelID) may sell \(available)"
    case .unknownChannel: "there is no channel \(channelID)"
    default: "refused"
    }
  }
}
