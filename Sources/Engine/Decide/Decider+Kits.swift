internal import Inventory
internal import Messages

/// Kits: products that are made of others and have no stock of their own.
extension Decider {
  /// Throws FAILED_PRECONDITION where a product cannot be the kit, or no longer be the kit, that it is to be.
  func requireKitRules(_ product: Product, _ old: Product?) throws(CallFailure) {
    if let old, old.isKit != product.isKit {
      let name = product.productID
      if try view.hasLevels(ofProduct: name) {
        throw CallFailure.failedPrecondition("\(name) has stock levels and cannot become a kit", [])
      }
      if try view.hasHolds(ofProduct: name) {
        throw CallFailure.failedPrecondition(
          "\(name) has open reservations: whether it is a kit cannot change until they are closed", [])
      }
    }
    if let old { try requireVariantsOfKits(product, old) }
    guard product.isKit else { return }
    if let kit = try view.kits(withComponent: product.productID).first {
      throw CallFailure.failedPrecondition(
        "\(product.productID) is a component of kit \(kit): kits are one level deep", [])
    }
    for component in product.components {
      if let refusal = try view.unknownPart(component.level(at: "")) { throw refusal.missing }
      if try !view.components(of: component.productID).isEmpty {
        throw CallFailure.failedPrecondition(
          "component \(component.productID) is a kit itself: kits are one level deep", [])
      }
    }
  }

  /// Throws FAILED_PRECONDITION where a product loses a variant that a kit is made of.
  private func requireVariantsOfKits(_ product: Product, _ old: Product) throws(CallFailure) {
    let lost = old.variants.map(\.variantID).filter { id in
      !product.variants.contains { isSameIdentifier($0.variantID, id) }
    }
    if lost.isEmpty { return }
    for kit in try view.kits(withComponent: product.productID) {
      for component in try view.components(of: kit)
      where isSameIdentifier(component.productID, product.productID)
        && lost.contains(where: { isSameIdentifier($0, component.variantID) })
      {
        throw CallFailure.failedPrecondition(
          "variant \(component.variantID) of \(product.productID) is a component of kit \(kit): it cannot be removed",
          [])
      }
    }
  }

  /// The levels of a kit's components at a warehouse, as places in the draft; nil where one is not stocked there.
  func kitLevels(_ components: [KitComponent], at warehouse: String) throws(CallFailure) -> [Int]? {
    var places: [Int] = []
    for component in components {
      let place = try level(component.level(at: warehouse))
      guard draft.levels[place].exists else { return nil }
      places.append(place)
    }
    return places
  }

  /// Drafts a new hold of `quantity` kits on the components' levels; what allows it has been checked.
  func reserveKit(
    _ kit: String, _ components: [KitComponent], _ places: [Int], quantity: Int64, reference: Reference,
    channelID: String, expiresAt: Int64
  ) throws(CallFailure) -> Reservation {
    let number = draft.nextSequence
    var hold = Reservation()
    hold.reservationID = view.reservationID(number)
    hold.reference = reference
    hold.productID = kit
    hold.warehouseID = draft.levels[places[0]].key.warehouse
    hold.quantity = quantity
    hold.channelID = channelID
    hold.createdAt = now
    hold.expiresAt = expiresAt
    hold.components = components
    for (part, place) in places.enumerated() {
      let units = try self.units(quantity, of: components[part])
      var entry = entry(.reserve, quantity: units)
      entry.hold = hold
      entry.holdSequence = part == 0 ? 0 : number
      entry.kitPart = UInt32(part + 1)
      try change(place, entry) { (row) throws(InventoryError) in row.reserved = try row.reserved.adding(units) }
      draft.levels[place].row.earliestExpiry = min(draft.levels[place].row.earliestExpiry, expiryOrder(expiresAt))
    }
    touched.insert(number)
    count(quantity, heldBy: channelID, LevelKey(product: kit, variant: "", warehouse: ""))
    return hold
  }

  /// Units of a component in so many kits.
  func units(_ kits: Int64, of component: KitComponent) throws(CallFailure) -> Int64 {
    do {
      return try kits.multiplying(by: component.quantity)
    } catch {
      throw CallFailure.outOfRange(
        "\(kits) kits take more of \(component.productID) than fits in signed 64-bit")
    }
  }
}
