internal import Inventory
internal import LMDB
package import Messages

extension Product {
  /// Whether it is made of components, and has no stock of its own.
  package var isKit: Bool { !components.isEmpty }
}

/// What a kit's components have at one warehouse.
package struct KitStock {
  /// The warehouse.
  package var warehouse: String
  /// Kits that can be made of what is available: min ⌊available / quantity⌋ over the components, never negative.
  package var available: Int64
  /// The components' rows, in their order.
  package var rows: [LevelRow]
}

extension KitComponent {
  /// The component's level at a warehouse, or its total.
  package func level(at warehouse: String) -> LevelKey {
    LevelKey(product: productID, variant: variantID, warehouse: warehouse)
  }
}

extension [KitComponent] {
  /// Kits that can be made of these units of each component: min ⌊available / quantity⌋, never negative.
  package func kits(of available: [Int64]) -> Int64 {
    var kits = Int64.max
    for (component, units) in zip(self, available) {
      kits = Swift.min(kits, Swift.max(0, units) / Swift.max(1, component.quantity))
    }
    return isEmpty ? 0 : kits
  }
}

extension StateView {
  /// What a product is made of; empty where it is no kit, or unknown.
  package final func components(of product: String) throws(CallFailure) -> [KitComponent] {
    try self.product(product)?.components ?? []
  }

  /// What a kit has, at each warehouse that stocks every one of its components, in the order of the warehouses' ids.
  package final func kitStock(_ components: [KitComponent]) throws(CallFailure) -> [KitStock] {
    guard let first = components.first else { return [] }
    var found: [KitStock] = []
    for (warehouse, row) in try levels(product: first.productID, variant: first.variantID) {
      if let stock = try kitStock(components, first: row, at: warehouse) { found.append(stock) }
    }
    return found
  }

  private final func kitStock(_ components: [KitComponent], first: LevelRow, at warehouse: String) throws(CallFailure)
    -> KitStock?
  {
    var rows = [first]
    for component in components.dropFirst() {
      guard let row = try level(component.level(at: warehouse)) else { return nil }
      rows.append(row)
    }
    return KitStock(warehouse: warehouse, available: components.kits(of: rows.map(\.available)), rows: rows)
  }

  /// What a kit has at one warehouse; nothing where a component is not stocked there.
  package final func kitStock(_ components: [KitComponent], at warehouse: String) throws(CallFailure) -> KitStock? {
    guard let first = components.first, let row = try level(first.level(at: warehouse)) else { return nil }
    return try kitStock(components, first: row, at: warehouse)
  }

  /// The stock of a kit as a level shows it: what is available counts as on hand.
  package final func kitLevel(_ key: LevelKey, _ components: [KitComponent]) throws(CallFailure) -> StockLevel {
    let stocks =
      key.warehouse.isEmpty
      ? try kitStock(components) : try kitStock(components, at: key.warehouse).map { [$0] } ?? []
    var level = StockLevel(key, LevelRow())
    for stock in stocks {
      level.available = level.available.addingSaturated(stock.available)
      for row in stock.rows { level.updatedAt = max(level.updatedAt, row.updatedAt) }
    }
    level.onHand = level.available
    return level
  }

  /// What is available of a product, or kit, at each warehouse that stocks it, in the order of the warehouses' ids.
  package final func availability(of product: LevelKey) throws(CallFailure) -> [(warehouse: String, available: Int64)] {
    let levels = try levels(product: product.product, variant: product.variant)
    if !levels.isEmpty { return levels.map { ($0.warehouse, $0.row.available) } }
    return try kitStock(try components(of: product.product)).map { ($0.warehouse, $0.available) }
  }

  /// Kits that a product is part of, in the order of their ids.
  final func kits(withComponent product: String) throws(CallFailure) -> [String] {
    try reading { () throws(EngineError) in
      key.set(product: product)
      let prefix = key.count
      return try stored { () throws(LMDBError) in
        var kits: [String] = []
        try transaction.forEach(tables.kitsByComponent, prefix: key) { (name, _) throws(LMDBError) in
          kits.append(name.text(from: prefix))
          return true
        }
        return kits
      }
    }
  }

  /// Whether anything of the product is held.
  final func hasHolds(ofProduct product: String) throws(CallFailure) -> Bool {
    try reading { () throws(EngineError) in
      key.set(product: product)
      var hasHolds = false
      try stored { () throws(LMDBError) in
        try transaction.forEach(tables.holdsByLevel, prefix: key) { (_, _) throws(LMDBError) in
          hasHolds = true
          return false
        }
      }
      return hasHolds
    }
  }

  /// Whether the product has levels, of any variant.
  final func hasLevels(ofProduct product: String) throws(CallFailure) -> Bool {
    try reading { () throws(EngineError) in
      key.set(product: product)
      var hasLevels = false
      try stored { () throws(LMDBError) in
        try transaction.forEach(tables.levels, prefix: key) { (_, _) throws(LMDBError) in
          hasLevels = true
          return false
        }
      }
      return hasLevels
    }
  }
}
