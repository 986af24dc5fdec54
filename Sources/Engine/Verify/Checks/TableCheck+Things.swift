internal import Inventory
internal import LMDB
internal import Messages

extension TableCheck {
  /// Each product is named by its key, and SKUs and barcodes lead to their owners both ways.
  static var products: TableCheck {
    TableCheck(subject: "products, indexes: skus, barcodes") { (state, findings) throws(EngineError) in
      let arena = MessageArena()
      var count: UInt64 = 0
      try state.scan(state.tables.products) { (name, value) throws(EngineError) in
        count += 1
        let product = try state.decode(value, as: Product.self, arena)
        findings.require([UInt8](product.productID.utf8), name.array, "the id", "state, products", shown(name.array))
      }
      for (table, name, kind) in [
        (state.tables.skus, "skus", Product.CodeKind.sku), (state.tables.barcodes, "barcodes", .barcodes),
      ] {
        let box = KeyBox()
        count += try state.check(index: table, named: name, of: state.tables.products, findings) {
          (_, value) throws(EngineError) in
          let product = try state.decode(value, as: Product.self, arena)
          return product.codes(kind).map { code, variant in
            ([UInt8](code.utf8), [UInt8](product.productID.utf8) + [0] + [UInt8](variant.utf8))
          }
        } origin: { (code, owner) throws(EngineError) in
          let parts = owner.parts()
          guard parts.count == 2 else { return false }
          box.key.set(text: parts[0])
          let stored = try state.value(state.tables.products, box.key) { $0.array }
          guard let stored else { return false }
          let product = try state.decode(unsafe stored.span.bytes, as: Product.self, arena)
          let text = code.text()
          return product.codes(kind).contains { found, variant in
            isSameIdentifier(found, text) && isSameIdentifier(variant, parts[1])
          }
        }
      }
      return count
    }
  }

  /// Each warehouse is named by its key, codes lead to their warehouses both ways, and its load is what its levels hold.
  static var warehouses: TableCheck {
    TableCheck(subject: "warehouses, index: warehouse_codes, loads") { (state, findings) throws(EngineError) in
      let arena = MessageArena()
      let box = KeyBox()
      let count = try state.check(
        index: state.tables.warehouseCodes, named: "warehouse_codes", of: state.tables.warehouses, findings
      ) { (name, value) throws(EngineError) in
        let warehouse = try state.decode(value, as: Warehouse.self, arena)
        findings.require(
          [UInt8](warehouse.warehouseID.utf8), name.array, "the id", "state, warehouses", shown(name.array))
        return [([UInt8](warehouse.code.utf8), [UInt8](warehouse.warehouseID.utf8))]
      } origin: { (code, id) throws(EngineError) in
        box.key.set(bytes: id.array)
        let stored = try state.value(state.tables.warehouses, box.key) { $0.array }
        guard let stored else { return false }
        let warehouse = try state.decode(unsafe stored.span.bytes, as: Warehouse.self, arena)
        return isSameIdentifier(warehouse.code, code.text())
      }
      var loads: [[UInt8]: Int64] = [:]
      try state.scan(state.tables.levels) { (name, value) throws(EngineError) in
        guard let end = name.array.lastIndex(of: 0), end + 1 < name.byteCount, value.byteCount == LevelRow.byteCount
        else { return }
        loads[Array(name.array[(end + 1)...]), default: 0] &+= LevelRow(value).reserved
      }
      try state.scan(state.tables.warehouseLoads) { (name, value) throws(EngineError) in
        let load = value.byteCount == 8 ? value.int64(at: 0) : -1
        findings.require(
          load, loads.removeValue(forKey: name.array) ?? 0, "units in open reservations", "state, warehouse_loads",
          shown(name.array))
      }
      for (name, load) in loads.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) where load != 0 {
        findings.add("state, warehouse_loads", shown(name), found: "nothing is there", expected: "\(load)")
      }
      return count
    }
  }

  /// The numbers that the state says of itself are those of its tables.
  static var counts: TableCheck {
    TableCheck(subject: "counts of the state") { (state, findings) throws(EngineError) in
      let tables = state.tables
      let facts = state.facts
      var levels: UInt64 = 0
      try state.scan(tables.levels) { (name, _) throws(EngineError) in
        if name.byteCount > 0, name.uint8(at: name.byteCount - 1) != 0 { levels += 1 }
      }
      func count(_ table: Table) throws(EngineError) -> UInt64 {
        UInt64(try state.view.stored { () throws(LMDBError) in try state.transaction.count(table) })
      }
      let rows = [
        ("levels", facts.levels, levels), ("products", facts.products, try count(tables.products)),
        ("warehouses", facts.warehouses, try count(tables.warehouses)),
        ("reservations", facts.holds, try count(tables.holds)),
        ("kept answers", facts.commandResults, try count(tables.commandResults)),
      ]
      for (what, found, expected) in rows {
        findings.require(found, expected, "the number of \(what)", "state, metadata", "facts")
      }
      return UInt64(rows.count)
    }
  }
}
