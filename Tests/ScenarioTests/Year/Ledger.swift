import Messages

/// Where a product is stocked.
struct Place: Hashable, Comparable, CustomStringConvertible {
  var product: String
  var warehouse: String

  var description: String { "\(product) at \(warehouse)" }

  static func < (one: Place, other: Place) -> Bool {
    (one.product, one.warehouse) < (other.product, other.warehouse)
  }
}

/// What a channel has of a product.
struct Share: Hashable, Comparable {
  var product: String
  var channel: String

  static func < (one: Share, other: Share) -> Bool { (one.product, one.channel) < (other.product, other.channel) }
}

/// What must be where, kept by the test alone: dictionaries that each step of the year writes to.
///
/// It takes from the engine which warehouses an order ships from and what things are called, and nothing else.
struct Ledger {
  /// A level.
  struct Level: Equatable {
    var onHand: Int64 = 0
    var reserved: Int64 = 0
    var quarantined: Int64 = 0
    var incoming: Int64 = 0
    var safetyStock: Int64 = 0
    var reorderPoint: Int64 = 0
    var reorderQuantity: Int64 = 0
    /// How often it has changed: its version.
    var changes: UInt64 = 0

    var available: Int64 { onHand - reserved - quarantined }
  }

  /// A hold.
  struct Hold {
    var place: Place
    /// Empty = none.
    var channel: String
    var quantity: Int64
    /// 0 = never.
    var expiresAt: Int64
    /// "cart 1", "order 1" or "transfer 1".
    var reference: String
  }

  /// Rules of a channel.
  struct Rules {
    var isProtected: Bool
    var bufferBasisPoints: Int64
  }

  var levels: [Place: Level] = [:]
  /// Where a product has levels.
  var warehouses: [String: [String]] = [:]
  /// Units that lie there, whatever the book says.
  var truth: [Place: Int64] = [:]
  var holds: [String: Hold] = [:]
  var holdsByReference: [String: [String]] = [:]
  var channels: [String: Rules] = [:]
  var allocated: [Share: Int64] = [:]
  var held: [Share: Int64] = [:]
  /// Units sold and returned by day (UTC, since 1970).
  var sold: [Share: [Int64: Int64]] = [:]
  var returned: [Share: [Int64: Int64]] = [:]
  /// By how much the entries of a type have changed on_hand of a product.
  var moved: [String: [EntryType: Int64]] = [:]

  /// Units available of a product, wherever they are.
  func available(_ product: String) -> Int64 {
    (warehouses[product] ?? []).reduce(0) { $0 + (levels[Place(product: product, warehouse: $1)]?.available ?? 0) }
  }

  /// Units that a channel may sell of a product; nil where nothing but stock limits it.
  func sellable(_ share: Share) -> Int64? {
    guard let rules = channels[share.channel], rules.isProtected else { return nil }
    return limit(share)
  }

  /// What GetChannelStock says of it.
  func limit(_ share: Share) -> Int64 {
    let available = max(0, available(share.product))
    let base = allocated[share] ?? available
    let buffer = (base * (channels[share.channel]?.bufferBasisPoints ?? 0) + 9_999) / 10_000
    guard allocated[share] != nil else { return available - buffer }
    return max(0, min(base - buffer - held[share, default: 0], available))
  }
}

// MARK: What happens

extension Ledger {
  /// A change of a level by one entry.
  mutating func change(_ place: Place, _ body: (inout Level) -> Void) {
    body(&levels[place, default: Level()])
    levels[place]?.changes += 1
  }

  /// Units come or leave: the book and what lies there change alike.
  mutating func move(_ place: Place, _ units: Int64, _ type: EntryType, _ body: (inout Level) -> Void = { _ in }) {
    change(place) { level in
      level.onHand += units
      body(&level)
    }
    truth[place, default: 0] += units
    moved[place.product, default: [:]][type, default: 0] += units
  }

  /// The book is corrected, and nothing moves.
  mutating func correct(_ place: Place, _ units: Int64, _ type: EntryType) {
    change(place) { $0.onHand += units }
    moved[place.product, default: [:]][type, default: 0] += units
  }

  mutating func hold(_ id: String, _ hold: Hold) {
    holds[id] = hold
    holdsByReference[hold.reference, default: []].append(id)
    change(hold.place) { $0.reserved += hold.quantity }
    count(hold.quantity, heldAs: hold)
  }

  private mutating func count(_ units: Int64, heldAs hold: Hold) {
    if hold.channel.isEmpty { return }
    held[Share(product: hold.place.product, channel: hold.channel), default: 0] += units
  }

  mutating func release(_ id: String) {
    guard let hold = holds.removeValue(forKey: id) else { return }
    holdsByReference[hold.reference]?.removeAll { $0 == id }
    if holdsByReference[hold.reference]?.isEmpty == true { holdsByReference[hold.reference] = nil }
    change(hold.place) { $0.reserved -= hold.quantity }
    count(-hold.quantity, heldAs: hold)
  }

  /// A cart becomes an order.
  mutating func convert(_ from: String, to reference: String) {
    for id in holdsByReference.removeValue(forKey: from) ?? [] {
      holds[id]?.reference = reference
      holds[id]?.expiresAt = 0
      holdsByReference[reference, default: []].append(id)
      // The entry about the hold is one about its level.
      if let place = holds[id]?.place { change(place) { _ in } }
    }
  }

  /// Units of a hold left.
  mutating func fulfill(_ id: String, _ units: Int64, at time: Int64) {
    guard let hold = holds[id] else { return }
    move(hold.place, -units, .sale) { $0.reserved -= units }
    count(-units, heldAs: hold)
    let share = Share(product: hold.place.product, channel: hold.channel)
    sold[share, default: [:]][time / 86_400_000_000, default: 0] += units
    if let allocated = allocated[share] { self.allocated[share] = max(0, allocated - units) }
    holds[id]?.quantity -= units
    if hold.quantity == units {
      holds[id] = nil
      holdsByReference[hold.reference]?.removeAll { $0 == id }
      if holdsByReference[hold.reference]?.isEmpty == true { holdsByReference[hold.reference] = nil }
    }
  }

  /// What is due is given back.
  mutating func expire(at time: Int64) -> Int {
    let due = holds.filter { $0.value.expiresAt > 0 && $0.value.expiresAt <= time }.map(\.key)
    for id in due { release(id) }
    return due.count
  }
}
