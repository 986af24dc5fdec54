internal import Inventory
internal import Journal
internal import LMDB
internal import Messages

/// What the entries of the journal add up to, by arithmetic of its own: a second opinion, so that a fault of `Evolver` is
/// found too. Kept in memory: some 200 bytes a level, 60 an open hold, 80 a day's sales of a product.
final class Ledger {
  /// A level as the last entry about it left it.
  struct Level {
    var state = Quantities()
    /// Whether an entry has made it.
    var exists = false
    var ordinal: UInt64 = 0
    var last: UInt64 = 0
    var lastBy64: UInt64 = 0
    var lastBy4096: UInt64 = 0
    var updatedAt: Int64 = 0
    /// Sequence of its first entry; 0 where that is not in the journal any more.
    var madeAt: UInt64 = 0
  }

  /// An open hold.
  struct Hold: Equatable {
    var level: Int
    var quantity: Int64
    var expiresAt: Int64
  }

  /// Units of a day.
  struct Sales: Equatable {
    var sold: Int64 = 0
    var returned: Int64 = 0
  }

  let findings: Findings
  var levelNames = NameTable()
  var levels: [Level] = []
  var holds: [HoldNumber: Hold] = [:]
  /// Open holds of kits, and whether they have left the warehouse that they name.
  var kits: [HoldNumber: (hold: Reservation, hasLeft: Bool)] = [:]
  var salesNames = NameTable()
  var sales: [Sales] = []
  var products = LatestEntries()
  var warehouses = LatestEntries()
  var lastWarehouseChange: UInt64 = 0
  /// The sequence that has been reached.
  private(set) var sequence: UInt64 = 0
  var key = KeyBuffer()
  private let arena = MessageArena()
  let otherArena = MessageArena()
  /// Where the command began whose entries are being read.
  private var commandStart: UInt64 = 1

  /// An empty ledger.
  init(_ findings: Findings) { self.findings = findings }

  /// Goes on with the entry after `sequence`.
  func start(after sequence: UInt64) {
    self.sequence = sequence
    commandStart = sequence + 1
  }

  /// Adds up the entries of `journal` behind ``sequence`` up to `last`.
  ///
  /// - Parameter state: must know of each entry; nil = none has to.
  /// - Returns: how many they were.
  func read(_ journal: JournalReader, through last: UInt64, _ state: VerifiedState? = nil, step: String)
    throws(EngineError) -> UInt64
  {
    let start = sequence
    guard start < last, start + 1 < journal.endSequence else { return 0 }
    let end = min(last, journal.endSequence - 1)
    var records: JournalCursor
    do throws(JournalError) { records = try journal.records(from: start + 1) } catch {
      throw EngineError.journal(error)
    }
    while sequence < end {
      let next: JournalRecord?
      do throws(JournalError) { next = try records.next() } catch { throw EngineError.journal(error) }
      guard let record = next else { break }
      try record.forEachEntry(from: start + 1) { (stored) throws(EngineError) in
        if stored.sequence <= end { try add(stored, journal, state) }
      }
      findings.progress(step, sequence - start, end - start)
    }
    return sequence - start
  }

  private func add(_ stored: JournalEntry, _ journal: JournalReader, _ state: VerifiedState?) throws(EngineError) {
    let entry = try Entry(stored, in: arena)
    if sequence + 1 != stored.sequence {
      fault(stored.sequence, found: "comes after \(sequence)", expected: "entry \(sequence + 1)")
    }
    sequence = stored.sequence
    if let change = entry.level {
      add(entry, change, stored)
    } else {
      switch entry.subject {
      case .product(let product): products.set(product.productID, stored.sequence)
      case .warehouse(let warehouse):
        warehouses.set(warehouse.warehouseID, stored.sequence)
        lastWarehouseChange = stored.sequence
      default: break
      }
    }
    try checkReferences(entry, stored.sequence, journal)
    if let state { try checkRows(of: entry, stored.sequence, state) }
    if stored.endsCommand { commandStart = stored.sequence + 1 }
  }

  private func add(_ entry: Entry, _ change: LevelChange, _ stored: JournalEntry) {
    let name = LevelKey(product: change.productID, variant: change.variantID, warehouse: change.warehouseID)
    key.set(level: name)
    let number = levelNames.number(of: key)
    if number == levels.count { levels.append(Level()) }
    let before = levels[number]
    let after = Quantities(change.after ?? LevelState())
    checkChain(entry, change, before, after, stored, name)
    if entry.hold?.components.isEmpty == false || kits[entry.holdSequence] != nil {
      checkKit(entry, after.reserved &- before.state.reserved, stored.sequence, name)
    } else {
      checkHold(entry, number, after.reserved &- before.state.reserved, stored.sequence, name)
    }
    if entry.type == .sale || entry.type == .return {
      let units = Int64(clamping: entry.quantity.magnitude)
      count(entry, name, units, stored.time)
      if let hold = entry.hold, let last = hold.components.last, Int(entry.kitPart) == hold.components.count {
        let kit = LevelKey(product: hold.productID, variant: "", warehouse: "")
        count(entry, kit, units / max(1, last.quantity), stored.time)
      }
    }
    var level = before
    level.state = after
    level.exists = true
    level.ordinal = change.ordinal
    level.last = stored.sequence
    if change.ordinal % 64 == 0 { level.lastBy64 = stored.sequence }
    if change.ordinal % 4096 == 0 { level.lastBy4096 = stored.sequence }
    level.updatedAt = stored.time
    if !before.exists { level.madeAt = stored.sequence }
    levels[number] = level
  }

  private func count(_ entry: Entry, _ level: LevelKey, _ units: Int64, _ time: Int64) {
    let channel = entry.hold?.channelID ?? entry.channelID
    key.set(salesOf: level, channel: channel, day: UInt32(clamping: time / 86_400_000_000))
    let number = salesNames.number(of: key)
    if number == sales.count { sales.append(Sales()) }
    if entry.type == .sale {
      sales[number].sold = sales[number].sold.addingSaturated(units)
    } else {
      sales[number].returned = sales[number].returned.addingSaturated(units)
    }
  }

  /// Checks that an entry goes on from the level's last one, and leaves what a level can be.
  private func checkChain(
    _ entry: Entry, _ change: LevelChange, _ before: Level, _ after: Quantities, _ stored: JournalEntry,
    _ name: LevelKey
  ) {
    let sequence = stored.sequence
    if change.after == nil { fault(sequence, found: "says nothing of \(describe(name)) after it") }
    let said = change.before.map { Quantities($0) }
    if said != (before.exists ? before.state : nil) {
      fault(
        sequence, found: "\(describe(name)) before it is \(said.map { "\($0)" } ?? "not there")",
        expected: before.exists ? "\(before.state), as after entry \(before.last)" : "not there yet")
    }
    let skip = (before.ordinal + 1) % 64 == 0 ? before.lastBy4096 : before.lastBy64
    for (what, found, expected) in [
      ("ordinal", change.ordinal, before.ordinal + 1), ("previous", change.previous, before.last),
      ("skip", change.skip, skip),
    ] where found != expected {
      fault(sequence, found: "\(what) in the chain of \(describe(name)) is \(found)", expected: "\(expected)")
    }
    if after.onHand < 0 || after.reserved < 0 || after.quarantined < 0 || after.incoming < 0 {
      fault(sequence, found: "leaves \(describe(name)) with \(after)", expected: "0 or more of each")
    }
    let (held, overflow) = after.reserved.addingReportingOverflow(after.quarantined)
    guard !overflow, held <= after.onHand || after.available >= before.state.available || mayOversell(entry, before)
    else {
      fault(
        sequence, found: "leaves \(describe(name)) with \(after)", expected: "reserved + quarantined within on_hand")
      return
    }
  }

  /// Whether an administrator can have made the entry so that more is held than is there: by counting or correcting
  /// on_hand, or with the opening holds of a level that the same command made.
  private func mayOversell(_ entry: Entry, _ before: Level) -> Bool {
    switch entry.type {
    case .set, .adjustment, .damage: true
    case .sale, .return: entry.hold == nil
    case .reserve: before.madeAt >= commandStart
    default: false
    }
  }

  func fault(_ sequence: UInt64, found: String, expected: String = "") {
    findings.add("journal", "entry \(sequence)", found: found, expected: expected)
  }
}

/// Which entry said last how something is, by its name.
struct LatestEntries {
  private(set) var names = NameTable()
  /// 0 where it is not in the journal any more.
  private(set) var sequences: [UInt64] = []

  /// Says that the entry `sequence` is about `name`.
  mutating func set(_ name: String, _ sequence: UInt64) {
    let number = unsafe names.number(of: [UInt8](name.utf8).span.bytes)
    if number == sequences.count { sequences.append(sequence) } else { sequences[number] = sequence }
  }
}

/// The quantities and settings of a level.
struct Quantities: Equatable, CustomStringConvertible {
  var onHand: Int64 = 0
  var reserved: Int64 = 0
  var quarantined: Int64 = 0
  var incoming: Int64 = 0
  var safetyStock: Int64 = 0
  var reorderPoint: Int64 = 0
  var reorderQuantity: Int64 = 0

  init() {}

  init(_ state: LevelState) {
    onHand = state.onHand
    reserved = state.reserved
    quarantined = state.quarantined
    incoming = state.incoming
    safetyStock = state.safetyStock
    reorderPoint = state.reorderPoint
    reorderQuantity = state.reorderQuantity
  }

  init(_ row: LevelRow) {
    onHand = row.onHand
    reserved = row.reserved
    quarantined = row.quarantined
    incoming = row.incoming
    safetyStock = row.safetyStock
    reorderPoint = row.reorderPoint
    reorderQuantity = row.reorderQuantity
  }

  var available: Int64 { onHand &- reserved &- quarantined }

  /// All of them, for people.
  var description: String {
    "on_hand \(onHand), reserved \(reserved), quarantined \(quarantined), incoming \(incoming), safety_stock \(safetyStock), "
      + "reorder_point \(reorderPoint), reorder_quantity \(reorderQuantity)"
  }
}
