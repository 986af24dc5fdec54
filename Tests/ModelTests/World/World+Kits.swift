import Messages

extension World {
  /// What one unit of something takes from stock.
  struct Part {
    var ware: Ware
    var units: Int64
  }

  /// What one unit is put together of: a kit of its components, anything else of itself.
  func parts(of ware: Ware) -> [Part] {
    guard ware.variant.isEmpty, let product = products[ware.product], !product.components.isEmpty else {
      return [Part(ware: ware, units: 1)]
    }
    return product.components.map(Part.init)
  }

  /// Whether a product is made of others.
  func isKit(_ product: Name) -> Bool { products[product]?.components.isEmpty == false }

  /// The levels that a place takes its units from.
  func sources(of place: Place) -> [Place] { parts(of: place.ware).map { Place($0.ware, place.warehouse) } }

  /// Whole kits, or units, that can be put together at a warehouse of what each level has.
  func whole(_ place: Place, of units: (Place) -> Int64) -> Int64 {
    parts(of: place.ware).map { max(0, units(Place($0.ware, place.warehouse))) / $0.units }.min() ?? 0
  }

  /// Kits as GetStock shows them.
  func shownKit(_ place: Place) -> StockLevel {
    let kits = available(place)
    // Where a component is not stocked there is nothing that could have changed.
    let times = sources(of: place).map { levels[$0]?.updatedAt }
    let changed = times.contains(nil) ? 0 : times.compactMap { $0 }.max() ?? 0
    return StockLevel(
      productID: place.ware.product.text, warehouseID: place.warehouse.text, onHand: kits, available: kits,
      updatedAt: changed)
  }

  /// Kits over all warehouses: none is put together out of two.
  func totalOfKits(_ ware: Ware) -> StockLevel {
    let kits = warehouses.keys.reduce(Int64(0)) { $0.addingClamped(available(Place(ware, $1))) }
    let changed = warehouses.keys.map { shownKit(Place(ware, $0)).updatedAt }.max() ?? 0
    return StockLevel(productID: ware.product.text, onHand: kits, available: kits, updatedAt: changed)
  }

  /// One entry for each level that a hold takes units from; `body` gets the level and what one unit of the hold takes.
  mutating func change(_ hold: Hold, _ type: EntryType, _ body: (inout Level, Int64) -> Void = { _, _ in }) {
    for part in hold.parts {
      change(Place(part.ware, hold.place.warehouse), type) { body(&$0, part.units) }
      note(hold.reference)
    }
  }
}

extension World.Part {
  init(_ component: KitComponent) {
    ware = Ware(product: Name(component.productID), variant: Name(component.variantID))
    units = component.quantity
  }
}

extension World.Hold {
  /// What one unit of it takes: as it was when it was held, whatever becomes of the kit.
  var parts: [World.Part] {
    message.components.isEmpty
      ? [World.Part(ware: place.ware, units: 1)] : message.components.map(World.Part.init)
  }

  /// The levels that it takes units from.
  var levels: [Place] { parts.map { Place($0.ware, place.warehouse) } }

  /// Units that it takes from a level.
  func units(at place: Place) -> Int64 {
    guard place.warehouse == self.place.warehouse else { return 0 }
    return parts.reduce(0) { $1.ware == place.ware ? $0.addingClamped($1.units.timesClamped(message.quantity)) : $0 }
  }
}

extension Int64 {
  /// The product, or the greatest number where that is less.
  func timesClamped(_ other: Int64) -> Int64 {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max : product
  }
}
