extension SplitSearch {
  /// Branch and bound over all sets for the lowest cost; whether it came to its end within the budget.
  ///
  /// It decides warehouse by warehouse in the problem's order, so that each that is opened takes at once what the cheapest
  /// assignment gives it, and the cost so far is exact. A branch is left where not even ``LowestBounds`` reach the best set.
  mutating func searchLowest() -> Bool {
    if problem.count > deepestTree || isSpent { return false }
    var bounds = LowestBounds(problem)
    for item in 0..<problem.itemCount { unmet[item] = problem.demand[item] }
    for position in 0..<problem.count { chosen[position] = false }
    return descend(0, SplitValue(), open: problem.units, &bounds)
  }

  private mutating func descend(
    _ position: Int, _ value: SplitValue, open: Int64, _ bounds: inout LowestBounds
  ) -> Bool {
    if open == 0 {
      keep(value)
      return true
    }
    if isSpent { return false }
    countStep()
    let allowed = bestValue.cost &- value.cost
    if allowed < 0 || !bounds.reach(unmet, from: position, problem) { return true }
    let least = bounds.leastCost(unmet, from: position, open: open, upTo: allowed, problem)
    if least > allowed || (least == allowed && value.shipments > bestValue.shipments) { return true }

    let items = problem.itemCount
    let row = position &* items
    var units: Int64 = 0
    for item in 0..<items {
      let need = unmet[row &+ item]
      let taken = min(need, problem.stock[row &+ item])
      units &+= taken
      unmet[row &+ items &+ item] = need &- taken
    }
    if units > 0 {
      var next = value
      next.cost &+= problem.fixed[position] &+ units &* problem.unit[position]
      next.shipments &+= problem.shipments[position]
      next.score &+= problem.score[position]
      chosen[position] = true
      let isComplete = descend(position &+ 1, next, open: open &- units, &bounds)
      chosen[position] = false
      // One that ships anyway costs nothing to open, and no later one is cheaper.
      if !isComplete || problem.shipments[position] == 0 { return isComplete }
    }
    for item in 0..<items { unmet[row &+ items &+ item] = unmet[row &+ item] }
    return descend(position &+ 1, value, open: open, &bounds)
  }
}

/// What the warehouses from a position on can do at best.
struct LowestBounds {
  private let byPrice: [Int]
  private let price: [Int64]
  /// The lowest price from a position on.
  private let lowestPrice: [Int64]
  /// Units of each item that all from a position on have: `position × items + item`.
  private let held: [Int64]
  private var room: [Int64]

  init(_ problem: borrowing SplitProblem) {
    let count = problem.count
    let items = problem.itemCount
    (byPrice, price) = problem.prices()
    var lowest = [Int64](repeating: .max, count: count + 1)
    for position in (0..<count).reversed() { lowest[position] = min(lowest[position + 1], price[position]) }
    lowestPrice = lowest
    var sums = [Int64](repeating: 0, count: (count + 1) * items)
    for cell in (0..<count * items).reversed() { sums[cell] = sums[cell + items] + problem.stock[cell] }
    held = sums
    room = problem.demand
  }

  /// Whether all warehouses from `position` on together have what is unmet.
  @inline(__always)
  func reach(_ unmet: borrowing [Int64], from position: Int, _ problem: borrowing SplitProblem) -> Bool {
    let row = position &* problem.itemCount
    for item in 0..<problem.itemCount where held[row &+ item] < unmet[row &+ item] { return false }
    return true
  }

  /// A cost that what is unmet has at least: each warehouse sells at its price, with no cost for opening. Where it comes out
  /// above `limit`, it may be any value above.
  mutating func leastCost(
    _ unmet: borrowing [Int64], from position: Int, open: Int64, upTo limit: Int64, _ problem: borrowing SplitProblem
  ) -> Int64 {
    let (quick, overflow) = lowestPrice[position].multipliedReportingOverflow(by: open)
    if overflow || quick > limit { return .max }
    let items = problem.itemCount
    for item in 0..<items { room[item] = unmet[position &* items &+ item] }
    var open = open
    var cost: Int64 = 0
    for other in byPrice where other >= position {
      var units: Int64 = 0
      for item in 0..<items {
        let taken = min(room[item], problem.stock[other &* items &+ item])
        room[item] &-= taken
        units &+= taken
      }
      cost &+= units &* price[other]
      open &-= units
      if open == 0 || cost > limit { break }
    }
    return cost
  }
}
