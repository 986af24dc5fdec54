extension SplitSearch {
  /// Branch and bound over all sets; whether it came to its end within the budget.
  ///
  /// It decides warehouse by warehouse in the problem's order, so that each that is opened takes at once what the cheapest
  /// assignment gives it, and the cost so far is exact. A branch is left where not even the bounds reach the best set.
  mutating func searchTree() -> Bool {
    let bounds = SplitBounds(problem, most: bestValue.shipments)
    for item in 0..<problem.itemCount { unmet[item] = problem.demand[item] }
    for position in 0..<problem.count { chosen[position] = false }
    var room = [Int64](repeating: 0, count: problem.itemCount)
    return descend(0, SplitValue(), open: problem.units, bounds, &room)
  }

  private mutating func descend(
    _ position: Int, _ value: SplitValue, open: Int64, _ bounds: borrowing SplitBounds, _ room: inout [Int64]
  ) -> Bool {
    if open == 0 {
      keep(value)
      return true
    }
    if isSpent { return false }
    countStep()
    if isHopeless(position, value, open: open, bounds, &room) { return true }
    let items = problem.itemCount
    let row = position &* items
    var next = value
    var units: Int64 = 0
    for item in 0..<items {
      let need = unmet[row &+ item]
      let taken = min(need, problem.stock[row &+ item])
      units &+= taken
      unmet[row &+ items &+ item] = need &- taken
    }
    var isComplete = true
    if units > 0 {
      next.cost &+= problem.fixed[position] &+ units &* problem.unit[position]
      next.shipments &+= problem.shipments[position]
      next.score &+= problem.score[position]
      chosen[position] = true
      isComplete = descend(position &+ 1, next, open: open &- units, bounds, &room)
      chosen[position] = false
      // One that ships anyway costs nothing to open and no later one is cheaper.
      if !isComplete || problem.shipments[position] == 0 { return isComplete }
    }
    for item in 0..<items { unmet[row &+ items &+ item] = unmet[row &+ item] }
    isComplete = descend(position &+ 1, value, open: open, bounds, &room)
    return isComplete
  }

  /// Whether nothing from `position` on can lead from `value` to a set as good as the best one.
  private func isHopeless(
    _ position: Int, _ value: SplitValue, open: Int64, _ bounds: borrowing SplitBounds, _ room: inout [Int64]
  ) -> Bool {
    let extra = bestValue.shipments &- value.shipments
    if fewestFirst {
      if !covers(position, extra, open: open, bounds) { return true }
      if covers(position, extra &- 1, open: open, bounds) { return false }
    } else if !reaches(position, bounds) {
      return true
    }
    let allowed = bestValue.cost &- value.cost
    if allowed < 0 { return true }
    let least = leastCost(position, open: open, upTo: allowed, bounds, &room)
    if least != allowed { return least > allowed }
    // The cost may still be as low as the best one's: only the rest of the comparison can rule it out.
    if !fewestFirst {
      if !covers(position, extra, open: open, bounds) { return true }
      if covers(position, extra &- 1, open: open, bounds) { return false }
    }
    if extra > bounds.most { return false }
    return value.score &+ bounds.score[position &* (bounds.most &+ 1) &+ extra] < bestValue.score
  }

  /// Whether `extra` more shipments may be enough for what is unmet; true where the tables do not reach so far.
  @inline(__always)
  private func covers(_ position: Int, _ extra: Int, open: Int64, _ bounds: borrowing SplitBounds) -> Bool {
    if extra < 0 { return false }
    if extra > bounds.most { return true }
    let items = problem.itemCount
    let row = (position &* (bounds.most &+ 1) &+ extra) &* (items &+ 1)
    if bounds.cover[row &+ items] < open { return false }
    for item in 0..<items where bounds.cover[row &+ item] < unmet[position &* items &+ item] { return false }
    return true
  }

  /// Whether all warehouses from `position` on together have what is unmet.
  @inline(__always)
  private func reaches(_ position: Int, _ bounds: borrowing SplitBounds) -> Bool {
    let items = problem.itemCount
    let row = position &* items
    for item in 0..<items where bounds.reach[row &+ item] < unmet[row &+ item] { return false }
    return true
  }

  /// A cost that what is unmet has at least: each warehouse sells at its price, with no cost for opening. Where it comes out
  /// above `limit`, it may be any value above.
  private func leastCost(
    _ position: Int, open: Int64, upTo limit: Int64, _ bounds: borrowing SplitBounds, _ room: inout [Int64]
  ) -> Int64 {
    let (quick, overflow) = bounds.lowestPrice[position].multipliedReportingOverflow(by: open)
    if overflow || quick > limit { return .max }
    let items = problem.itemCount
    for item in 0..<items { room[item] = unmet[position &* items &+ item] }
    var open = open
    var cost: Int64 = 0
    for other in bounds.byPrice where other >= position {
      var units: Int64 = 0
      for item in 0..<items {
        let taken = min(room[item], problem.stock[other &* items &+ item])
        room[item] &-= taken
        units &+= taken
      }
      cost &+= units &* bounds.price[other]
      open &-= units
      if open == 0 || cost > limit { break }
    }
    return cost
  }
}
