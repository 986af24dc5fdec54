package import Inventory
package import Messages

/// An order on its way to be split over warehouses: what SplitOrder and Reserve have in common.
package struct OrderPlan {
  /// The warehouses, in the order of their ids.
  package let warehouses: [ShippingWarehouse]
  /// What is asked for; `item` numbers the rows of ``available``.
  package var lines: [Inventory.OrderLine] = []
  /// Units available, one row of all warehouses an item.
  package private(set) var available: [Int64] = []
  private var itemCount = 0
  /// What kits among the items are made of: by item, the items of the components and how many units of each.
  private var kits: [Int: [(item: Int, quantity: Int64)]] = [:]

  /// A plan over `warehouses` for nothing.
  package init(warehouses: [ShippingWarehouse]) {
    self.warehouses = warehouses
  }

  /// Adds an item of which nothing is available; returns its number.
  package mutating func addItem() -> Int {
    available.append(contentsOf: repeatElement(0, count: warehouses.count))
    itemCount += 1
    return itemCount - 1
  }

  /// Adds a kit that is made of `parts`, items of this plan; returns its number. What is available of it follows from theirs.
  package mutating func addKit(_ parts: [(item: Int, quantity: Int64)]) -> Int {
    let item = addItem()
    kits[item] = parts
    return item
  }

  /// What an item is made of; empty where it is no kit.
  package func parts(of item: Int) -> [(item: Int, quantity: Int64)] { kits.isEmpty ? [] : kits[item] ?? [] }

  /// Says how much of `item` there is at the warehouse with this number.
  package mutating func set(item: Int, warehouse: Int, available units: Int64) {
    available[item * warehouses.count + warehouse] = max(0, units)
  }

  /// Splits the order.
  ///
  /// - Throws: INVALID_ARGUMENT for a pick-up warehouse that does not exist, OUT_OF_RANGE for costs out of range,
  ///   FAILED_PRECONDITION for warehouses with different currencies.
  package mutating func split(
    _ strategy: Messages.SplitStrategy, shipTo: Address?, pickUp: String, allowsPartial: Bool, wholeLinesOnly: Bool,
    needsCosts: Bool, policy: PolicyInForce
  ) throws(CallFailure) -> SplitOutcome {
    var pickUpWarehouse: Int?
    if !pickUp.isEmpty {
      pickUpWarehouse = warehouses.firstIndex { isSameIdentifier($0.id, pickUp) }
      if pickUpWarehouse == nil {
        var refusal = Refusal()
        refusal.warehouseID = pickUp
        refusal.reason = .unknownWarehouse
        throw CallFailure.notFound("pickup_warehouse_id: there is no warehouse \(pickUp)", [refusal])
      }
    }
    countKits()
    var request = SplitRequest(
      lines: lines, warehouses: warehouses, available: available, shipTo: Coordinates(shipTo),
      strategy: Inventory.SplitStrategy(strategy), allowsPartial: allowsPartial, wholeLinesOnly: wholeLinesOnly,
      pickUpWarehouse: pickUpWarehouse, weights: policy.weights, searchSteps: policy.splitSteps)
    let sharing = sharedParts
    func split(_ request: SplitRequest) throws(InventoryError) -> SplitOutcome {
      sharing.isEmpty ? try splitOrder(request) : try splitOrder(request, parts: sharing)
    }
    if let outcome = try? split(request) { return outcome }
    // Costs are too large to be searched over. The order is met all the same, without a claim that the plan is the best.
    if needsCosts {
      request.strategy = .priority
    } else {
      for number in request.warehouses.indices { request.warehouses[number].rate = .free }
    }
    do {
      var outcome = try split(request)
      if case .plan(var plan) = outcome {
        plan.isProvenOptimal = false
        outcome = .plan(plan)
      }
      return outcome
    } catch {
      throw CallFailure.outOfRange("the cost of a shipment does not fit in 64 bits")
    }
  }
}

extension OrderPlan {
  /// Works out how many of each kit there are at each warehouse.
  private mutating func countKits() {
    for (item, parts) in kits {
      for warehouse in warehouses.indices {
        let units = parts.map { available[$0.item * warehouses.count + warehouse] / $0.quantity }.min() ?? 0
        set(item: item, warehouse: warehouse, available: units)
      }
    }
  }

  /// What each item is made of, where two of the items that are ordered share a part; empty where none do, and each can be
  /// split as if it were a product of its own.
  private var sharedParts: [[SplitPart]] {
    if kits.isEmpty { return [] }
    var users: [Int: Int] = [:]
    for item in Set(lines.map(\.item)) {
      for part in kits[item]?.map(\.item) ?? [item] { users[part, default: 0] += 1 }
    }
    guard users.values.contains(where: { $0 > 1 }) else { return [] }
    return (0..<itemCount).map { item in
      kits[item]?.map { SplitPart(item: $0.item, quantity: $0.quantity) } ?? [SplitPart(item: item, quantity: 1)]
    }
  }
}

extension Inventory.ShippingRate {
  /// Costs nothing.
  fileprivate static var free: Self { Self(base: 0, perUnit: 0, perUnitKilometre: 0, currency: "") }
}

extension Inventory.SplitStrategy {
  /// The rule of that name.
  package init(_ strategy: Messages.SplitStrategy) {
    self =
      switch strategy {
      case .priority: .priority
      case .nearest: .nearest
      case .lowestCost: .lowestCost
      default: .fewestShipments
      }
  }
}

extension CurrencyMismatch {
  /// FAILED_PRECONDITION that names the two warehouses.
  package func failure(_ warehouses: [ShippingWarehouse]) -> CallFailure {
    let (one, other) = (warehouses[first], warehouses[second])
    return .failedPrecondition(
      "costs cannot be compared: \(one.id) charges in \(one.rate.currency), \(other.id) in \(other.rate.currency)", [])
  }
}
