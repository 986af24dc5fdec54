import Messages

/// The reference state: what must be, in plain dictionaries. A value: a part changes a copy, and a refusal throws it away.
struct World {
  /// What is known of one level; what is held there follows from the holds.
  struct Level: Equatable {
    var onHand: Int64 = 0
    var quarantined: Int64 = 0
    var incoming: Int64 = 0
    var safetyStock: Int64 = 10
    var reorderPoint: Int64 = 20
    var reorderQuantity: Int64 = 100
    var version: UInt64 = 0
    var updatedAt: Int64 = 0
  }

  /// An open hold.
  struct Hold {
    var message: Reservation
    var place: Place { Place(message.productID, message.variantID, message.warehouseID) }
    var reference: Thing { Thing(message.reference ?? Reference()) }
    var id: Name { Name(message.reservationID) }
    func isDue(at now: Int64) -> Bool { message.expiresAt != 0 && message.expiresAt <= now }
  }

  /// What a hold is for, compared by bytes.
  struct Thing: Hashable {
    var type: Int32
    var id: Name

    init(_ reference: Reference) {
      type = reference.type.rawValue
      id = Name(reference.id)
    }
  }

  /// The stamp of the last batch.
  var now: Int64
  var warehouses: [Name: Warehouse] = [:]
  var products: [Name: Product] = [:]
  var levels: [Place: Level] = [:]
  /// The oldest first.
  var holds: [Hold] = []
  /// The rules that are set; the others have their defaults.
  var policy = Policy()
  var channels: [Name: Channel] = [:]
  var allocations: [Share: Int64] = [:]
  /// Units that channels sold, by day (UTC).
  var channelSales: [Share: [Int64: Int64]] = [:]
  /// When channels last sold.
  var lastSold: [Share: Int64] = [:]
  /// Entries that the journal must have by now. Each is about one change of a level, or of one other thing.
  var entries: UInt64 = 0
  /// Open alerts; an id is empty until it has been looked up.
  var alerts: [Matter: Alert] = [:]
  /// What was sold, the oldest first.
  var sales: [Sale] = []
  /// Transfers, the oldest first.
  var transfers: [Transfer] = []
  /// Discrepancies, the oldest first.
  var discrepancies: [Discrepancy] = []
  /// Reviews, the oldest first.
  var reviews: [Review] = []
  /// What reconciliations have found.
  var reports: [Name: ReconciliationReport] = [:]
  /// Of each level that was counted or found to differ.
  var counts: [Place: CountFacts] = [:]
  /// The history of each level, the oldest entry first.
  var past: [Place: [Past]] = [:]
  /// How many entries there are about each reference.
  var mentions: [Thing: Int] = [:]
  /// Every reservation id that was ever given.
  var givenIDs: Set<Name> = []

  init(now: Int64) { self.now = now }
}

extension World {
  /// Units that open holds take at a level.
  func reserved(_ place: Place) -> Int64 {
    // What overflows is refused later, when all problems are known.
    holds.reduce(0) { $0.addingClamped($1.units(at: place)) }
  }

  /// Units that could be held at a level; 0 where there is none. Of a kit, kits.
  func available(_ place: Place) -> Int64 {
    if isKit(place.ware.product), place.ware.variant.isEmpty { return whole(place) { available($0) } }
    guard let level = levels[place] else { return 0 }
    return level.onHand - reserved(place) - level.quarantined
  }

  /// The level as the API shows it; nil where there is none.
  func shown(_ place: Place) -> StockLevel? {
    if isKit(place.ware.product) { return unknown(place) == nil ? shownKit(place) : nil }
    guard let level = levels[place] else { return nil }
    let reserved = reserved(place)
    return StockLevel(
      productID: place.ware.product.text, variantID: place.ware.variant.text, warehouseID: place.warehouse.text,
      onHand: level.onHand, reserved: reserved, quarantined: level.quarantined,
      available: level.onHand - reserved - level.quarantined, incoming: level.incoming, safetyStock: level.safetyStock,
      reorderPoint: level.reorderPoint, reorderQuantity: level.reorderQuantity, version: level.version,
      updatedAt: level.updatedAt)
  }

  /// The total over all warehouses; nil where a sum leaves the range of 64 bits.
  func total(_ ware: Ware) -> StockLevel? {
    if isKit(ware.product) { return totalOfKits(ware) }
    var total = StockLevel(productID: ware.product.text, variantID: ware.variant.text)
    for place in places(of: ware) {
      guard let level = shown(place) else { continue }
      let sums = [
        total.onHand.addingReportingOverflow(level.onHand), total.reserved.addingReportingOverflow(level.reserved),
        total.quarantined.addingReportingOverflow(level.quarantined),
        total.incoming.addingReportingOverflow(level.incoming),
      ]
      if sums.contains(where: \.overflow) { return nil }
      total.onHand = sums[0].partialValue
      total.reserved = sums[1].partialValue
      total.quarantined = sums[2].partialValue
      total.incoming = sums[3].partialValue
      total.version += level.version
      total.updatedAt = max(total.updatedAt, level.updatedAt)
    }
    let (held, overflow) = total.reserved.addingReportingOverflow(total.quarantined)
    let (available, overflows) = total.onHand.subtractingReportingOverflow(held)
    if overflow || overflows { return nil }
    total.available = available
    return total
  }

  /// The levels of a product or variant, by warehouse; of a kit, the places where every component is stocked.
  func places(of ware: Ware) -> [Place] {
    if isKit(ware.product), ware.variant.isEmpty {
      return warehouses.keys.sorted().map { Place(ware, $0) }.filter { place in
        sources(of: place).allSatisfy { levels[$0] != nil }
      }
    }
    return levels.keys.filter { $0.ware == ware }.sorted()
  }

  /// Open holds for one thing, the oldest first.
  func holds(for reference: Reference) -> [Hold] { holds.filter { $0.reference == Thing(reference) } }

  func hold(_ id: String) -> Hold? { holds.first { $0.id == Name(id) } }

  /// Why a level cannot be: the first of its names that is unknown; nil where all three exist.
  func unknown(_ place: Place) -> RefusalReason? {
    guard let product = products[place.ware.product] else { return .unknownProduct }
    let variant = place.ware.variant
    if !variant.isEmpty, !product.variants.contains(where: { Name($0.variantID) == variant }) { return .unknownVariant }
    if !place.warehouse.isEmpty, warehouses[place.warehouse] == nil { return .unknownWarehouse }
    return nil
  }
}

extension World {
  /// One entry about a level: makes it if need be, changes it, and counts.
  mutating func change(_ place: Place, _ type: EntryType, _ body: (inout Level) -> Void = { _ in }) {
    var level = levels[place] ?? newLevel
    body(&level)
    level.version += 1
    level.updatedAt = now
    levels[place] = level
    entries += 1
    if let state = state(place) { past[place, default: []].append(Past(type: type, time: now, after: state)) }
  }

  /// Makes a hold.
  mutating func open(_ message: Reservation) {
    let hold = Hold(message: message)
    holds.append(hold)
    givenIDs.insert(hold.id)
    change(hold, .reserve)
  }

  /// Ends a hold. What is due has expired, whoever ends it.
  mutating func close(_ id: Name) {
    guard let index = holds.firstIndex(where: { $0.id == id }) else { return }
    let hold = holds.remove(at: index)
    change(hold, hold.isDue(at: now) ? .expire : .release)
  }

  /// Releases what is due at these levels.
  mutating func expire(at places: some Collection<Place>) {
    let levels = Set(places.flatMap { sources(of: $0) })
    for hold in holds where hold.isDue(at: now) && !levels.isDisjoint(with: hold.levels) { close(hold.id) }
  }

  /// Releases what is due, the soonest first, up to so many.
  mutating func sweep(limit: Int) {
    let due = holds.filter { $0.isDue(at: now) }.enumerated()
      .sorted { ($0.element.message.expiresAt, $0.offset) < ($1.element.message.expiresAt, $1.offset) }
    for hold in due.prefix(limit) { close(hold.element.id) }
  }
}
