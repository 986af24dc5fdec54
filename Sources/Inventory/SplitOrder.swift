/// How an order is spread over warehouses.
package enum SplitStrategy: UInt8, CaseIterable, Sendable {
  /// Walk the warehouses from the highest priority down, taking what each has; ties by warehouse id.
  case priority = 1
  /// Walk them from the nearest on, those at an unknown distance last; ties by warehouse id.
  case nearest = 2
  /// The lowest total cost, then the fewest shipments, then the best score, then the first warehouse ids.
  case lowestCost = 3
  /// The fewest shipments, then the lowest total cost, then the best score, then the first warehouse ids.
  case fewestShipments = 4
}

/// One line of an order.
package struct OrderLine: Equatable, Sendable {
  /// The product's number in the caller's table of available stock. Lines of one item compete for the same stock.
  package var item: Int
  /// Units asked for, > 0.
  package var quantity: Int64
  /// The only warehouse that the line may ship from; nil: the split chooses.
  package var pinnedWarehouse: Int?

  /// A line.
  package init(item: Int, quantity: Int64, pinnedWarehouse: Int? = nil) {
    self.item = item
    self.quantity = quantity
    self.pinnedWarehouse = pinnedWarehouse
  }
}

/// What is to be split, and everything that the split depends on.
package struct SplitRequest: Equatable, Sendable {
  /// The lines.
  package var lines: [OrderLine]
  /// The warehouses. Only active ones with SHIPPING take part, but for lines that are pinned elsewhere: whether a pinned
  /// warehouse may be used is the caller's to say.
  package var warehouses: [ShippingWarehouse]
  /// Units available, one row of all warehouses an item: `available[item × warehouses + warehouse]`. Below zero counts as zero.
  package var available: [Int64]
  /// The destination; nil: unknown.
  package var shipTo: Coordinates?
  /// How to choose.
  package var strategy: SplitStrategy
  /// Whether a shortfall still gives a plan, for what can be met; otherwise it is ``SplitOutcome/short(_:)``.
  package var allowsPartial: Bool
  /// Whether each line is met wholly or not at all.
  package var wholeLinesOnly: Bool
  /// A warehouse whose stock is used first, where it takes part.
  package var pickUpWarehouse: Int?
  /// The weights of the score that breaks ties.
  package var weights: ScoringWeights
  /// How many steps the search may take beyond ``alwaysExactWarehouses``; a step looks at one set of warehouses.
  package var searchSteps: Int

  /// A request; whatever is left out has its default.
  package init(
    lines: [OrderLine], warehouses: [ShippingWarehouse], available: [Int64], shipTo: Coordinates? = nil,
    strategy: SplitStrategy = .fewestShipments, allowsPartial: Bool = false, wholeLinesOnly: Bool = false,
    pickUpWarehouse: Int? = nil, weights: ScoringWeights = ScoringWeights(), searchSteps: Int = defaultSearchSteps
  ) {
    self.lines = lines
    self.warehouses = warehouses
    self.available = available
    self.shipTo = shipTo
    self.strategy = strategy
    self.allowsPartial = allowsPartial
    self.wholeLinesOnly = wholeLinesOnly
    self.pickUpWarehouse = pickUpWarehouse
    self.weights = weights
    self.searchSteps = searchSteps
  }
}

/// Up to this many warehouses that hold anything of what is left to choose, a split is exact whatever its budget.
package let alwaysExactWarehouses = 10

/// The steps of a search where the caller says nothing.
package let defaultSearchSteps = 2_000

/// Units of one line in one shipment.
package struct ShipmentPart: Equatable, Sendable {
  /// Where the line stands in the request.
  package var line: Int
  /// Units of it, > 0.
  package var quantity: Int64
}

/// What one warehouse ships.
package struct Shipment: Equatable, Sendable {
  /// Where the warehouse stands in the request.
  package var warehouse: Int
  /// What is in it, by line; no line twice.
  package var parts: [ShipmentPart]
  /// The parts' units added up.
  package var units: Int64
  /// Its cost in micros, rounded up; an unknown distance counts 0 metres.
  package var costMicros: Int64
  /// Whole metres to the destination; nil: unknown.
  package var metres: Int64?
}

/// What became of a line.
package struct LineResult: Equatable, Sendable {
  /// Units asked for.
  package var requested: Int64
  /// Units that are in no shipment.
  package var unmet: Int64
  /// Units of the item available, before any line took of them: at the pinned warehouse, else over all that take part.
  /// (At most 2⁶³ − 1.)
  package var available: Int64
}

/// A way to ship an order.
package struct SplitPlan: Equatable, Sendable {
  /// The shipments, by warehouse id.
  package var shipments: [Shipment]
  /// What became of each line, in the order of the request.
  package var lines: [LineResult]
  /// The shipments' costs added up, in micros.
  package var costMicros: Int64
  /// The currency of the costs; empty where no warehouse has a rate.
  package var currency: String
  /// Whether no other plan is better by the strategy; always so for the two that only walk.
  ///
  /// Costs are compared before they are rounded up, in thousandths of a micro: among plans that differ by less than a micro a
  /// shipment, the rounded costs may be in another order.
  package var isProvenOptimal: Bool
  /// Steps that the search took.
  package var steps: Int

  /// Whether every line is met.
  package var isComplete: Bool { lines.allSatisfy { $0.unmet == 0 } }
}

/// What became of a split.
package enum SplitOutcome: Equatable, Sendable {
  /// A plan.
  case plan(SplitPlan)
  /// There is not enough, and a part will not do: all lines, those that are short with what they lack.
  case short([LineResult])
  /// Warehouses that could take part have rates in different currencies.
  case currencies(CurrencyMismatch)
}

/// Splits an order into shipments.
///
/// 1. Pinned lines take from their warehouses, in the order of the lines.
/// 2. The other lines claim what is left of their items at the warehouses that take part, in the order of the lines: so what is
///    met, and what is short, does not depend on the strategy, and nothing is short that those warehouses together have.
/// 3. What is claimed comes first from the pick-up warehouse, then from where the strategy says. A warehouse that ships
///    anyway, for a pinned line or as the pick-up warehouse, adds no shipment and no base.
///
/// The same request gives the same plan on every machine.
///
/// - Throws: ``InventoryError/outOfRange`` for an index, a quantity or a rate out of range or a table of another shape;
///   ``InventoryError/overflow`` where a cost does not fit, or, for the strategies that search, where the thousandths of all that
///   could be shipped at all do not.
package func splitOrder(_ request: SplitRequest) throws(InventoryError) -> SplitOutcome {
  var order = try SplitClaims(request)
  if !request.allowsPartial, order.isShort { return .short(order.lines) }
  if let mismatch = order.currency.mismatch { return .currencies(mismatch) }
  order.takeFromPickUpWarehouse()
  var isProvenOptimal = true
  var steps = 0
  if order.isOpen {
    switch request.strategy {
    case .priority: order.walkByPriority()
    case .nearest: order.walkByDistance()
    case .lowestCost, .fewestShipments:
      var search = SplitSearch(try SplitProblem(order), fewestFirst: request.strategy == .fewestShipments)
      search.run(budget: request.searchSteps)
      order.take(search.problem.assignment(to: search.best), of: search.problem)
      isProvenOptimal = search.isProvenOptimal
      steps = search.steps
    }
  }
  return .plan(try order.plan(isProvenOptimal: isProvenOptimal, steps: steps))
}
