internal import Journal
internal import LMDB
internal import Messages

extension Ledger {
  /// Begins with a state that is vouched for: what the entries up to it added up to.
  func begin(with baseline: VerifiedState) throws(EngineError) {
    let tables = baseline.tables
    try baseline.scan(tables.levels) { (name, value) throws(EngineError) in
      guard name.byteCount > 0, name.uint8(at: name.byteCount - 1) != 0, value.byteCount == LevelRow.byteCount else {
        return
      }
      let row = LevelRow(value)
      _ = levelNames.number(of: name)
      levels.append(
        Level(
          state: Quantities(row), exists: true, ordinal: row.version, last: row.lastSequence,
          lastBy64: row.lastSequenceBy64, lastBy4096: row.lastSequenceBy4096, updatedAt: row.updatedAt))
    }
    let arena = MessageArena()
    try baseline.scan(tables.holds) { (name, value) throws(EngineError) in
      guard name.byteCount == 8 else { return }
      let hold = try baseline.decode(value, as: Reservation.self, arena)
      guard hold.components.isEmpty else {
        kits[name.bigEndianUInt64(at: 0)] = (hold, false)
        return
      }
      key.set(level: hold.productID, hold.variantID, hold.warehouseID)
      guard let level = levelNames.find(key) else { return }
      holds[name.bigEndianUInt64(at: 0)] = Hold(level: level, quantity: hold.quantity, expiresAt: hold.expiresAt)
    }
    try baseline.scan(tables.sales) { (name, value) throws(EngineError) in
      guard value.byteCount == 16 else { return }
      _ = salesNames.number(of: name)
      sales.append(Sales(sold: value.int64(at: 0), returned: value.int64(at: 8)))
    }
    try baseline.scan(tables.products) { (name, _) throws(EngineError) in
      products.set(name.text(), 0)
    }
    try baseline.scan(tables.warehouses) { (name, _) throws(EngineError) in
      warehouses.set(name.text(), 0)
    }
    lastWarehouseChange = baseline.facts.lastWarehouseChange
    start(after: baseline.facts.sequence)
  }

  /// Compares with the state what the entries up to its sequence add up to.
  ///
  /// - Parameter baseline: what the ledger began with.
  func compare(with state: VerifiedState, _ journal: JournalReader, baseline: VerifiedState?) {
    findings.check("levels against their entries") { () throws(EngineError) in try compareLevels(state) }
    findings.check("reservations against their entries") { () throws(EngineError) in try compareHolds(state) }
    findings.check("histories of references") { () throws(EngineError) in try compareReferences(state, journal) }
    findings.check("sales against their entries") { () throws(EngineError) in try compareSales(state) }
    findings.check("products against their entries") { () throws(EngineError) in
      try compareLatest(
        state, state.tables.products, products, journal, baseline, "products"
      ) { entry in
        if case .product(let product) = entry.subject { product } else { nil }
      }
    }
    findings.check("warehouses against their entries") { () throws(EngineError) in
      findings.require(
        state.facts.lastWarehouseChange, lastWarehouseChange, "the last entry about a warehouse", "state, metadata",
        "facts")
      return try compareLatest(
        state, state.tables.warehouses, warehouses, journal, baseline, "warehouses"
      ) { entry in
        if case .warehouse(let warehouse) = entry.subject { warehouse } else { nil }
      }
    }
  }

  private func compareLevels(_ state: VerifiedState) throws(EngineError) -> UInt64 {
    var seen: UInt64 = 0
    let place = "state, levels"
    try state.scan(state.tables.levels) { (name, value) throws(EngineError) in
      guard name.byteCount > 0, name.uint8(at: name.byteCount - 1) != 0, value.byteCount == LevelRow.byteCount else {
        return
      }
      guard let number = levelNames.find(name) else {
        findings.add(place, shown(name.array), found: "no entry speaks of it", expected: "no level")
        return
      }
      seen += 1
      let row = LevelRow(value)
      let level = levels[number]
      findings.require(Quantities(row), level.state, "the level", place, shown(name.array))
      for (what, found, expected) in [
        ("version", row.version, level.ordinal), ("the last entry", row.lastSequence, level.last),
        ("the last 64th entry", row.lastSequenceBy64, level.lastBy64),
        ("the last 4,096th entry", row.lastSequenceBy4096, level.lastBy4096),
      ] where found != expected {
        findings.add(place, shown(name.array), found: "\(what) is \(found)", expected: "\(expected)")
      }
      findings.require(row.updatedAt, level.updatedAt, "the time of the last entry", place, shown(name.array))
    }
    if seen < UInt64(levels.count) {
      for number in levels.indices {
        let name = levelNames.name(number)
        key.set(bytes: name)
        if try state.row(key) == nil {
          findings.add(
            place, shown(name), found: "there is no such level", expected: "as entry \(levels[number].last) left it")
        }
      }
    }
    return seen
  }

  private func compareHolds(_ state: VerifiedState) throws(EngineError) -> UInt64 {
    let arena = MessageArena()
    var seen: UInt64 = 0
    try state.scan(state.tables.holds) { (name, value) throws(EngineError) in
      guard name.byteCount == 8 else { return }
      let number = name.bigEndianUInt64(at: 0)
      let hold = try state.decode(value, as: Reservation.self, arena)
      if let kit = kits[number] {
        seen += 1
        if kit.hold != hold {
          findings.add("state, holds", "\(number)", found: "it differs from its last entry", expected: "the same")
        }
        return
      }
      guard let expected = holds[number] else {
        findings.add("state, holds", "\(number)", found: "no entry left it open", expected: "no reservation")
        return
      }
      seen += 1
      key.set(level: hold.productID, hold.variantID, hold.warehouseID)
      let level = levelNames.find(key)
      if level != expected.level {
        findings.add(
          "state, holds", "\(number)", found: "it is held at \(shown(key.copied))",
          expected: shown(levelNames.name(expected.level)))
      }
      findings.require(hold.quantity, expected.quantity, "the quantity", "state, holds", "\(number)")
      findings.require(hold.expiresAt, expected.expiresAt, "expires_at", "state, holds", "\(number)")
    }
    if seen < UInt64(holds.count + kits.count) {
      for number in (Array(holds.keys) + Array(kits.keys)).sorted() {
        key.set(hold: number)
        if try !state.has(state.tables.holds, key) {
          findings.add("state, holds", "\(number)", found: "there is none", expected: "an open reservation")
        }
      }
    }
    return seen
  }

  private func compareSales(_ state: VerifiedState) throws(EngineError) -> UInt64 {
    var seen: UInt64 = 0
    try state.scan(state.tables.sales) { (name, value) throws(EngineError) in
      guard let number = salesNames.find(name), value.byteCount == 16 else {
        findings.add("state, sales", shown(name.array), found: "no entry counts here", expected: "nothing")
        return
      }
      seen += 1
      findings.require(value.int64(at: 0), sales[number].sold, "units sold", "state, sales", shown(name.array))
      findings.require(
        value.int64(at: 8), sales[number].returned, "units returned", "state, sales", shown(name.array))
    }
    if seen < UInt64(sales.count) {
      for number in sales.indices {
        key.set(bytes: salesNames.name(number))
        if try !state.has(state.tables.sales, key) {
          findings.add(
            "state, sales", shown(salesNames.name(number)), found: "nothing is there",
            expected: "\(sales[number].sold) sold, \(sales[number].returned) returned")
        }
      }
    }
    return seen
  }

  /// Compares what is stored with what the last entry about it says.
  private func compareLatest<Value: MessageCodec & Equatable>(
    _ state: VerifiedState, _ table: Table, _ latest: LatestEntries, _ journal: JournalReader,
    _ baseline: VerifiedState?, _ place: String, _ part: (Entry) -> Value?
  ) throws(EngineError) -> UInt64 {
    let (names, sequences) = (latest.names, latest.sequences)
    let arena = MessageArena()
    for number in sequences.indices {
      let name = names.name(number)
      key.set(bytes: name)
      let stored = try state.value(table, key) { $0.array }
      guard let stored else {
        findings.add("state, \(place)", shown(name), found: "there is none", expected: "what its last entry says")
        continue
      }
      if sequences[number] == 0 {
        let before = try baseline?.value(table, key) { $0.array }
        if let before, before != stored {
          findings.add("state, \(place)", shown(name), found: "it differs from the baseline", expected: "the same")
        }
        continue
      }
      let entry = try journal.entry(at: sequences[number], arena)
      let found = try state.decode(unsafe stored.span.bytes, as: Value.self, arena)
      if entry.flatMap(part) != found {
        findings.add(
          "state, \(place)", shown(name), found: "it differs from entry \(sequences[number])", expected: "the same")
      }
    }
    let count = try state.view.stored { () throws(LMDBError) in try state.transaction.count(table) }
    if count > sequences.count {
      try state.scan(table) { (name, _) throws(EngineError) in
        if names.find(name) == nil {
          findings.add("state, \(place)", shown(name.array), found: "no entry speaks of it", expected: "nothing")
        }
      }
    }
    return UInt64(sequences.count)
  }
}

extension JournalReader {
  /// The entry with this sequence; nil where it is not on disk.
  ///
  /// - Throws: `damaged` where it cannot be decoded; what the journal throws.
  func entry(at sequence: UInt64, _ arena: MessageArena) throws(EngineError) -> Entry? {
    let found: Result<Entry, EngineError>?
    do throws(JournalError) {
      found = try withEntry(at: sequence) { stored in
        Result { () throws(EngineError) in try Entry(stored, in: arena) }
      }
    } catch {
      throw EngineError.journal(error)
    }
    return try found?.get()
  }
}
