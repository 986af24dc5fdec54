internal import LMDB
internal import Messages

extension TableCheck {
  /// Each level is one that can be; each total is the sum of its levels and stands in front of them.
  static var levels: TableCheck {
    TableCheck(subject: "levels and product totals") { (state, findings) throws(EngineError) in
      let totals = Totals(findings)
      let warehouses = try state.keys(of: state.tables.warehouses)
      let products = try state.variants()
      var count: UInt64 = 0
      try state.scan(state.tables.levels) { (name, value) throws(EngineError) in
        count += 1
        let place = "state, levels"
        let parts = name.parts()
        guard parts.count == 3, value.byteCount == LevelRow.byteCount else {
          findings.add(
            place, shown(name.array), found: "\(parts.count) names with \(value.byteCount) bytes",
            expected: "3 names with \(LevelRow.byteCount)")
          return
        }
        let key = LevelKey(product: parts[0], variant: parts[1], warehouse: parts[2])
        let row = LevelRow(value)
        if key.warehouse.isEmpty { return totals.begin(key, row) }
        totals.add(key, row)
        if !products.contains([UInt8](key.product.utf8) + [0] + [UInt8](key.variant.utf8)) {
          findings.add(place, shown(name.array), found: "there is no such product or variant", expected: "a known one")
        }
        if !warehouses.contains([UInt8](key.warehouse.utf8)) {
          findings.add(place, shown(name.array), found: "there is no such warehouse", expected: "a known one")
        }
        let quantities = Quantities(row)
        if row.onHand < 0 || row.reserved < 0 || row.quarantined < 0 || row.incoming < 0
          || row.reserved.addingReportingOverflow(row.quarantined).overflow
        {
          findings.add(place, shown(name.array), found: quantities.description, expected: "0 or more of each")
        }
        if row.version == 0 || row.lastSequence == 0 || row.lastSequence > state.facts.sequence {
          findings.add(
            place, shown(name.array), found: "version \(row.version), last entry \(row.lastSequence)",
            expected: "at least 1, and an entry up to \(state.facts.sequence)")
        }
      }
      totals.end()
      return count
    }
  }

  /// `levels_by_warehouse` has each level, and no other.
  static var levelsByWarehouse: TableCheck {
    TableCheck(subject: "index: levels_by_warehouse") { (state, findings) throws(EngineError) in
      let box = KeyBox()
      return try state.check(
        index: state.tables.levelsByWarehouse, named: "levels_by_warehouse", of: state.tables.levels, findings
      ) { (name, _) throws(EngineError) in
        let parts = name.parts()
        guard parts.count == 3, !parts[2].isEmpty else { return [] }
        box.key.set(byWarehouse: LevelKey(product: parts[0], variant: parts[1], warehouse: parts[2]))
        return [(box.key.copied, [])]
      } origin: { (name, _) throws(EngineError) in
        let parts = name.parts()
        guard parts.count == 3 else { return false }
        box.key.set(level: parts[1], parts[2], parts[0])
        return try state.has(state.tables.levels, box.key)
      }
    }
  }

  /// Adds up levels, which come in the order of their keys.
  private final class Totals {
    private let findings: Findings
    private var total: (key: LevelKey, row: LevelRow)?
    private var sum = LevelRow()
    private var levels = 0

    init(_ findings: Findings) { self.findings = findings }

    func begin(_ key: LevelKey, _ row: LevelRow) {
      end()
      total = (key, row)
    }

    func add(_ key: LevelKey, _ row: LevelRow) {
      if total.map({ $0.key == key.total }) != true {
        end()
        findings.add(
          "state, levels", describe(key.total), found: "there is no total", expected: "one before its levels")
        total = nil
      }
      levels += 1
      sum.onHand &+= row.onHand
      sum.reserved &+= row.reserved
      sum.quarantined &+= row.quarantined
      sum.incoming &+= row.incoming
      sum.version &+= row.version
      sum.updatedAt = max(sum.updatedAt, row.updatedAt)
      sum.lastSequence = max(sum.lastSequence, row.lastSequence)
    }

    /// Compares the total that is open with the sum of its levels.
    func end() {
      if let total {
        let place = "state, levels"
        let name = "the total of \(describe(total.key))"
        findings.require(Quantities(total.row), Quantities(sum), "it", place, name)
        findings.require(total.row.version, sum.version, "its version", place, name)
        findings.require(total.row.lastSequence, sum.lastSequence, "its last entry", place, name)
        findings.require(total.row.updatedAt, sum.updatedAt, "its time", place, name)
        if levels == 0 { findings.add(place, name, found: "it has no levels", expected: "at least one") }
      }
      total = nil
      sum = LevelRow()
      levels = 0
    }
  }
}

extension VerifiedState {
  /// All keys of a small table.
  func keys(of table: Table) throws(EngineError) -> Set<[UInt8]> {
    var keys: Set<[UInt8]> = []
    try scan(table) { (name, _) throws(EngineError) in keys.insert(name.array) }
    return keys
  }

  /// product ␀ variant of all that can be stocked.
  fileprivate func variants() throws(EngineError) -> Variants {
    let arena = MessageArena()
    var names = NameTable()
    try scan(tables.products) { (name, value) throws(EngineError) in
      // One that cannot be decoded is a fault of another check.
      guard let product = try? decode(value, as: Product.self, arena) else { return }
      let start = name.array + [0]
      for variant in [""] + product.variants.map(\.variantID) {
        _ = unsafe names.number(of: (start + [UInt8](variant.utf8)).span.bytes)
      }
    }
    return Variants(names: names)
  }
}

private struct Variants {
  let names: NameTable
  func contains(_ name: [UInt8]) -> Bool { unsafe names.find(name.span.bytes) != nil }
}
