internal import Inventory
internal import Messages

/// What the commands of ReservationService are made of.
extension Decider {
  /// Drafts a new hold of `quantity` at the level; what allows it has been checked.
  func reserve(_ index: Int, quantity: Int64, reference: Reference, channelID: String, expiresAt: Int64)
    throws(CallFailure) -> Reservation
  {
    let key = draft.levels[index].key
    let number = draft.nextSequence
    var entry = entry(.reserve, quantity: quantity)
    var hold = Reservation()
    hold.reservationID = view.reservationID(number)
    hold.reference = reference
    hold.quantity = quantity
    hold.channelID = channelID
    hold.createdAt = now
    hold.expiresAt = expiresAt
    entry.hold = hold
    try change(index, entry) { (row) throws(InventoryError) in row.reserved = try row.reserved.adding(quantity) }
    draft.levels[index].row.earliestExpiry = min(draft.levels[index].row.earliestExpiry, expiryOrder(expiresAt))
    touched.insert(number)
    count(quantity, heldBy: channelID, key)
    hold.productID = key.product
    hold.variantID = key.variant
    hold.warehouseID = key.warehouse
    return hold
  }

  /// Drafts what becomes of an existing hold: `change` makes the new hold of the old one, `level` the new quantities of each
  /// level that it is held at, given how many units of it one unit of the hold takes.
  func change(
    _ held: NumberedHold, _ type: EntryType, quantity: Int64, reason: String = "", metadata: [Metadata] = [],
    hold change: (inout Reservation) -> Void, level: (inout LevelRow, Int64) throws(InventoryError) -> Void
  ) throws(CallFailure) -> Reservation {
    var hold = held.hold
    change(&hold)
    for part in 0..<held.partCount {
      let (key, factor) = held.part(part)
      let index = try self.level(key)
      guard draft.levels[index].exists else {
        throw CallFailure.internal("reservation \(held.hold.reservationID) is at a level that does not exist")
      }
      // What is held fits in 64 bits, and so does what is taken of it; only more of it may not.
      let (units, overflow) = quantity.multipliedReportingOverflow(by: factor)
      guard !overflow else {
        throw CallFailure.outOfRange("\(describe(key)): \(quantity) times \(factor) does not fit in 64 bits")
      }
      var entry = entry(type, quantity: units)
      if type == .expire { entry.source = .system }
      entry.hold = hold.withoutLevel
      entry.holdSequence = held.number
      if held.isKit { entry.kitPart = UInt32(part + 1) }
      entry.reason = reason
      entry.metadata = metadata
      if type == .convert { entry.previousReference = held.hold.reference }
      if hold.expiresAt != held.hold.expiresAt { entry.previousExpiresAt = held.hold.expiresAt }
      try self.change(index, entry) { (row) throws(InventoryError) in try level(&row, factor) }
    }
    touched.insert(held.number)
    count(hold.quantity - held.hold.quantity, heldBy: hold.channelID, held.level)
    return hold
  }

  /// Drafts that a hold is given back; one that is due expires.
  func release(_ held: NumberedHold, reason: String = "") throws(CallFailure) {
    let isDue = isDue(expiresAt: held.hold.expiresAt, at: now)
    let quantity = held.hold.quantity
    _ = try change(held, isDue ? .expire : .release, quantity: quantity, reason: reason) {
      $0.quantity = 0
    } level: { (row, factor) throws(InventoryError) in
      row.reserved -= quantity &* factor
    }
  }

  /// Drafts the release of what is due at the level, so that an expired hold never makes a command fail.
  ///
  /// Where that would be too many for one command, it sets ``overdue`` and throws: they are to be released first.
  func releaseDue(at index: Int) throws(CallFailure) {
    let level = draft.levels[index]
    guard level.exists, !level.isSwept, level.row.earliestExpiry <= now else { return }
    let room = dueLimit - draft.due.count
    let numbers = try view.dueHolds(of: level.key, at: now, limit: room + 1, besides: touched)
    if numbers.count > room {
      overdue = Overdue(holds: draft.due, level: level.key)
      throw CallFailure.internal("more than \(dueLimit) holds are due at levels of this command")
    }
    draft.levels[index].isSwept = true
    draft.due += numbers
    for number in numbers {
      guard let hold = try view.hold(number) else {
        throw CallFailure.internal("an index names reservation \(number), which is not there")
      }
      try release(NumberedHold(number: number, hold: hold))
    }
  }

  /// Sees to it that the reference may gather `count` more holds, so that every command about it stays bounded.
  ///
  /// - Parameter hasOthers: whether it may have holds that the draft does not take from it.
  /// - Throws: FAILED_PRECONDITION if it would have more than ``referenceHoldLimit``, those that are due not counted.
  func requireRoom(_ count: Int, for reference: Reference, hasOthers: Bool) throws(CallFailure) {
    guard count > 0 else { return }
    var open = hasOthers ? try view.countHolds(reference, limit: referenceLimit) : 0
    if open > 0, open + count > referenceLimit {
      open = 0
      for held in try view.holds(reference) where !touched.contains(held.number) {
        if isDue(expiresAt: held.hold.expiresAt, at: now) { try release(held) } else { open += 1 }
      }
    }
    guard open + count <= referenceLimit else {
      throw CallFailure.failedPrecondition(
        "\(describe(reference)) has \(open) open reservations and would get \(count) more: \(referenceLimit) is the most",
        [])
    }
  }

  /// Throws PERMISSION_DENIED if the caller is bound to channels and `channel` is none of them.
  func requireChannel(_ channel: String) throws(CallFailure) {
    guard !caller.channels.isEmpty, !caller.channels.contains(where: { isSameIdentifier($0, channel) }) else { return }
    throw CallFailure.permissionDenied(
      "\(caller.principal) may hold and sell for the channels \(caller.channels.joined(separator: ", ")) only, not for "
        + (channel.isEmpty ? "none" : channel))
  }

  /// The open holds of a reference, all of them the caller's to change: those of a transfer change with it alone.
  func holds(of reference: Reference) throws(CallFailure) -> [NumberedHold] {
    try requireNoTransfer(reference)
    let holds = try view.holds(reference)
    for held in holds { try requireChannel(held.hold.channelID) }
    return holds
  }

  /// The holds with these ids.
  ///
  /// - Throws: NOT_FOUND that names every one that is not open.
  func holds(ids: [String]) throws(CallFailure) -> [NumberedHold] {
    var holds: [NumberedHold] = []
    var refusals: [Refusal] = []
    for id in ids {
      if let hold = try view.hold(id: id) {
        try requireNoTransfer(hold.hold.reference ?? Reference())
        try requireChannel(hold.hold.channelID)
        holds.append(hold)
      } else {
        var refusal = Refusal()
        refusal.reservationID = id
        refusal.reason = .unknownReservation
        refusals.append(refusal)
      }
    }
    guard refusals.isEmpty else { throw CallFailure.notFound(refusals.text, refusals) }
    return holds
  }

  /// The holds that a request names by ids or by reference.
  ///
  /// - Throws: NOT_FOUND that names every one that is not open, or says that the reference has none.
  func holds(ids: [String], or reference: Reference?) throws(CallFailure) -> [NumberedHold] {
    guard ids.isEmpty, let reference else { return try holds(ids: ids) }
    let holds = try holds(of: reference)
    guard !holds.isEmpty else {
      throw CallFailure.notFound("\(describe(reference)) has no open reservations", [])
    }
    return holds
  }

  /// Throws FAILED_PRECONDITION that names every hold that is due.
  func requireNotDue(_ holds: [NumberedHold]) throws(CallFailure) {
    let due = holds.filter { isDue(expiresAt: $0.hold.expiresAt, at: now) }
    guard !due.isEmpty else { return }
    let refusals = due.map { held in
      var refusal = Refusal(held.level, requested: held.hold.quantity, reason: .expired)
      refusal.reservationID = held.hold.reservationID
      return refusal
    }
    throw CallFailure.failedPrecondition(refusals.text, refusals)
  }

  /// When a hold that begins now and lasts `seconds` expires; 0 = never.
  func expiry(after seconds: Int64) -> Int64 {
    seconds == 0 ? 0 : now.addingSaturated(seconds * 1_000_000)
  }
}

/// Due holds that one command releases at the levels it looks at, at most: where there are more, they are released in
/// records of their own before the command is decided.
let dueReleaseLimit = 1000

/// Open holds that one reference may have.
let referenceHoldLimit = 10_000

/// What has to be released before a command can be decided.
struct Overdue {
  /// Due holds that its draft would have released.
  let holds: [HoldNumber]
  /// The level that has more.
  let level: LevelKey
}

/// A reference's name for people.
func describe(_ reference: Reference) -> String {
  switch reference.type {
  case .cart: "cart \(reference.id)"
  case .order: "order \(reference.id)"
  case .transfer: "transfer \(reference.id)"
  default: reference.id
  }
}

extension [Refusal] {
  /// The refusals for people; a long list is cut.
  var text: String {
    let shown = prefix(5).map(\.message).joined(separator: "; ")
    return count > 5 ? "\(shown); and \(count - 5) more" : shown
  }
}

extension Reservation {
  /// The hold as an entry keeps it: the level is the entry's own, but for a kit, which is held at several.
  var withoutLevel: Reservation {
    guard components.isEmpty else { return self }
    var hold = self
    hold.productID = ""
    hold.variantID = ""
    hold.warehouseID = ""
    return hold
  }
}
