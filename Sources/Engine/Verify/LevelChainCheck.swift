package import Journal
internal import Messages

/// Walks the chain of one level's entries backwards, from its row, and checks each link: for a server that verifies a
/// level while it works.
///
/// Bounded and resumable: ``walk(_:steps:)`` goes so many entries and can be called again, from any thread, one at a time.
package struct LevelChainCheck: Sendable {
  /// The level.
  package let key: LevelKey
  /// What is wrong; the walk ends with the first link that does not hold.
  package private(set) var faults: [VerifyFault] = []
  /// How many entries were looked at.
  package private(set) var entries: UInt64 = 0
  /// Whether there is nothing left to walk: the beginning of the level, or of the journal as it is kept, was reached.
  package private(set) var isDone: Bool
  /// The first sequence that was looked at; entries before it are covered by the baseline.
  package private(set) var reached: UInt64

  /// The sequence of the entry to look at next, and what must be true of it.
  private var next: UInt64
  private var ordinal: UInt64
  private var after: Quantities?

  /// A check of the level `key`, whose row is `row`.
  package init(_ key: LevelKey, _ row: LevelRow) {
    self.key = key
    next = row.lastSequence
    reached = row.lastSequence
    ordinal = row.version
    after = Quantities(row)
    isDone = row.lastSequence == 0
    if isDone { fault("version \(row.version), but no entry", "an entry") }
  }

  /// A check that goes on behind `entry`, the entry of the level `key` that another check has ended with.
  ///
  /// Nil where the entry is not about that level.
  init?(_ key: LevelKey, after entry: Entry, at sequence: UInt64) {
    guard let change = entry.level,
      LevelKey(product: change.productID, variant: change.variantID, warehouse: change.warehouseID) == key,
      change.ordinal > 0, change.previous < sequence
    else { return nil }
    self.key = key
    next = change.previous
    reached = sequence
    ordinal = change.ordinal - 1
    self.after = change.before.map { Quantities($0) }
    isDone = change.previous == 0
  }

  /// Goes on for up to `steps` entries.
  ///
  /// - Returns: whether the walk is over.
  /// - Throws: what reading the journal throws.
  package mutating func walk(_ journal: JournalReader, steps: Int) throws(EngineError) -> Bool {
    let arena = MessageArena()
    for _ in 0..<steps {
      if isDone { return true }
      if next < journal.facts.firstSequence {
        isDone = true
        return true
      }
      guard let entry = try journal.entry(at: next, arena), let change = entry.level else {
        fault("entry \(next) is not about it", "entry number \(ordinal) of the level")
        return true
      }
      check(change)
      entries += 1
      reached = next
      next = change.previous
      ordinal -= 1
      after = change.before.map { Quantities($0) }
      if next == 0 {
        isDone = true
        if ordinal != 0 || after != nil { fault("the chain ends before entry number \(ordinal)", "its first entry") }
      } else if ordinal == 0 {
        fault("entry \(next) lies before the first", "nothing")
      }
    }
    return isDone
  }

  private mutating func check(_ change: LevelChange) {
    let name = LevelKey(product: change.productID, variant: change.variantID, warehouse: change.warehouseID)
    if name != key { fault("entry \(next) is about \(describe(name))", describe(key)) }
    if change.ordinal != ordinal { fault("entry \(next) is number \(change.ordinal) of the level", "\(ordinal)") }
    let said = change.after.map { Quantities($0) }
    if said != after {
      fault(
        "after entry \(next) it is \(said.map { "\($0)" } ?? "nothing")", after.map { "\($0)" } ?? "not there")
    }
    if change.previous >= next { fault("entry \(next) points forward, to \(change.previous)", "an earlier one") }
  }

  private mutating func fault(_ found: String, _ expected: String) {
    faults.append(VerifyFault(place: "journal", key: describe(key), found: found, expected: expected))
    isDone = true
  }
}
