import Journal
import Messages

/// What a level comes to.
struct LevelSum: Equatable {
  var onHand: Int64 = 0
  var reserved: Int64 = 0
  var version: UInt64 = 0
}

/// Reads a journal from its first entry to its last, and adds up what it says; knows nothing of the state.
struct JournalAudit {
  /// What each level comes to by the quantities of its entries alone.
  private(set) var sums: [StockKey: LevelSum] = [:]
  /// Open holds by id of their number: the sequence of the entry that made them.
  private(set) var holds: [UInt64: Reservation] = [:]
  /// How many commands with an id the journal has an answer for.
  private(set) var answers = 0
  /// Entries by type.
  private(set) var entries: [EntryType: Int] = [:]
  private(set) var lastSequence: UInt64 = 0
  /// Where the journal contradicts itself or a promise.
  private(set) var faults = Faults()

  private var states: [StockKey: LevelState] = [:]
  private var commandIDs: Set<[UInt8]> = []

  /// Reads the journal of a server that is stopped.
  init(dataDirectory: String) throws {
    var options = JournalOptions()
    options.verification = .everything
    options.syncMode = .none
    let journal = try Journal.open(directory: dataDirectory + "/journal", options: options)
    var records = try journal.reader.records(from: 1)
    let arena = MessageArena()
    while let record = try records.next() {
      try record.forEachEntry { stored in
        arena.reset()
        take(try Entry(decoding: stored.bytes, in: arena), stored.sequence)
      }
    }
  }

  private mutating func take(_ entry: Entry, _ sequence: UInt64) {
    faults.check(sequence == lastSequence + 1, "entry \(sequence) follows \(lastSequence)")
    lastSequence = sequence
    entries[entry.type, default: 0] += 1
    if let change = entry.level { take(entry, change, sequence) }
    if case .commandResult(let result)? = entry.subject {
      answers += 1
      let id = Array(entry.principal.utf8) + [0] + result.commandID
      faults.check(commandIDs.insert(id).inserted, "entry \(sequence) answers a command that was answered before")
    }
  }

  private mutating func take(_ entry: Entry, _ change: LevelChange, _ sequence: UInt64) {
    let key = StockKey(productID: change.productID, variantID: change.variantID, warehouseID: change.warehouseID)
    let name = "entry \(sequence), \(entry.type) of \(key.productID) at \(key.warehouseID)"
    guard let after = change.after else { return faults.note("\(name) does not say what the level is now") }
    faults.check(change.before == states[key], "\(name): before is not what the entry before it left")
    let available = after.onHand - after.reserved - after.quarantined
    faults.check(available >= 0 && after.reserved >= 0, "\(name): oversold, \(after)")

    let (onHand, reserved) = effect(of: entry, on: key, name)
    var sum = sums[key, default: LevelSum()]
    faults.check(change.ordinal == sum.version + 1, "\(name) is change \(change.ordinal) after \(sum.version)")
    sum = LevelSum(onHand: sum.onHand + onHand, reserved: sum.reserved + reserved, version: change.ordinal)
    faults.check(
      sum.onHand == after.onHand && sum.reserved == after.reserved,
      "\(name): the entries add up to \(sum), it says \(after)")
    sums[key] = sum
    states[key] = after
    follow(entry, key, sequence, name)
  }

  /// What an entry does to its level, by its type and quantity.
  private mutating func effect(of entry: Entry, on key: StockKey, _ name: String) -> (onHand: Int64, reserved: Int64) {
    let quantity = entry.quantity
    switch entry.type {
    case .set, .adjustment, .return, .damage, .transferIn, .transferOut: return (quantity, 0)
    case .sale: return (quantity, entry.hold == nil ? 0 : quantity)
    case .reserve, .change: return (0, quantity)
    case .release, .expire: return (0, -quantity)
    case .convert, .extend: return (0, 0)
    default:
      faults.note("\(name): a type that this test knows nothing of")
      return (0, 0)
    }
  }

  /// Follows the hold that an entry is about.
  private mutating func follow(_ entry: Entry, _ key: StockKey, _ sequence: UInt64, _ name: String) {
    guard var hold = entry.hold else { return }
    let number = entry.holdSequence == 0 ? sequence : entry.holdSequence
    hold.productID = key.productID
    hold.variantID = key.variantID
    hold.warehouseID = key.warehouseID
    let before = holds[number]
    faults.check((before == nil) == (entry.holdSequence == 0), "\(name) is about hold \(number), which is not open")
    switch entry.type {
    case .convert: faults.check(before?.reference == entry.previousReference, "\(name): the hold had another reference")
    case .sale, .release, .expire, .change:
      let quantity = entry.type == .sale || entry.type == .change ? entry.quantity : -entry.quantity
      faults.check(
        hold.quantity == (before?.quantity ?? 0) + quantity, "\(name): the hold's quantity does not follow")
    case .reserve: faults.check(hold.quantity == entry.quantity, "\(name): the hold has another quantity")
    default: break
    }
    holds[number] = hold.quantity > 0 ? hold : nil
  }

  /// Compares what the journal adds up to with what a server said: each level, and no level more.
  func compare(with levels: [StockLevel]) -> Faults {
    var faults = faults
    var open: [StockKey: Int64] = [:]
    for hold in holds.values { open[hold.key, default: 0] += hold.quantity }
    for level in levels {
      let said = LevelSum(onHand: level.onHand, reserved: level.reserved, version: level.version)
      let name = "\(level.productID) at \(level.warehouseID)"
      faults.check(sums[level.key] == said, "\(name) is \(said), the journal says \(sums[level.key] as Any)")
      faults.check(
        level.available == level.onHand - level.reserved - level.quarantined, "\(name): available is \(level.available)"
      )
      faults.check(
        level.reserved == open[level.key] ?? 0,
        "\(name): \(level.reserved) reserved, holds of \(open[level.key] ?? 0)")
    }
    faults.check(Set(levels.map(\.key)) == Set(sums.keys), "the journal has other levels than the server")
    faults.check(levels.count == sums.count, "\(levels.count) levels, the journal has \(sums.count)")
    return faults
  }
}

extension StockLevel {
  var key: StockKey { StockKey(productID: productID, variantID: variantID, warehouseID: warehouseID) }
}

extension Reservation {
  var key: StockKey { StockKey(productID: productID, variantID: variantID, warehouseID: warehouseID) }
}
