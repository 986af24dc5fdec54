extension SplitSearch {
  /// Looks through all sets of the fewest shipments that can meet demand; whether it came to its end within the budget.
  ///
  /// Sizes are tried from the least possible on. With `extra` warehouses still to be opened, one of them gives at least an
  /// `extra`-th of what is unmet of an item: it branches over those that can, for the item with the fewest of them, and
  /// closes for good each that it has tried, so that no set is looked at twice.
  mutating func searchFewest() -> Bool {
    var state = FewestState(problem)
    for position in 0..<problem.count where problem.shipments[position] == 0 { state.open(position, problem) }
    if state.isMet { return true }
    var size = 1
    while size <= bestValue.shipments {
      for position in 0..<problem.count { chosen[position] = problem.shipments[position] == 0 }
      if !extend(&state, extra: size, fixed: 0) { return false }
      if fewestFirst, bestValue.shipments == size { return true }
      size += 1
    }
    return true
  }

  private mutating func extend(_ state: inout FewestState, extra: Int, fixed: Int64) -> Bool {
    if isSpent { return false }
    countStep()
    let start = state.candidates.count
    state.findCandidates(problem, chosen, extra: extra)
    let end = state.candidates.count
    defer {
      for index in start..<end { state.isClosed[state.candidates[index]] = false }
      state.candidates.removeLast(end - start)
    }
    if start == end { return true }
    if extra > 1, state.least(problem, chosen, fixed: fixed) > bestValue.cost, bestValue.shipments <= state.size(extra)
    {
      return true
    }
    for index in start..<end {
      let position = state.candidates[index]
      if extra == 1 {
        if state.meets(position, problem) {
          chosen[position] = true
          if let value = evaluate() { keep(value) }
          chosen[position] = false
        }
      } else {
        chosen[position] = true
        state.open(position, problem)
        let isComplete = extend(&state, extra: extra - 1, fixed: fixed + problem.fixed[position])
        state.close(position, problem)
        chosen[position] = false
        if !isComplete { return false }
      }
      state.isClosed[position] = true
    }
    return true
  }
}

/// Where a search for the fewest shipments stands.
struct FewestState {
  /// Demand less what the open warehouses hold, by item; ≤ 0: met.
  private(set) var lacking: [Int64]
  /// Whether a warehouse may not be opened any more.
  var isClosed: [Bool]
  /// The candidates of all branches that are being looked at, one after the other.
  var candidates: [Int] = []
  /// How many have been opened that add a shipment.
  private var opened = 0
  private var room: [Int64]
  private let byPrice: [Int]
  private let price: [Int64]

  init(_ problem: borrowing SplitProblem) {
    lacking = problem.demand
    room = problem.demand
    isClosed = [Bool](repeating: false, count: problem.count)
    candidates.reserveCapacity(problem.count * 2)
    (byPrice, price) = problem.prices()
  }

  var isMet: Bool { lacking.allSatisfy { $0 <= 0 } }

  /// The shipments of a set that is `extra` away.
  func size(_ extra: Int) -> Int { opened + extra }

  mutating func open(_ position: Int, _ problem: borrowing SplitProblem) {
    let row = position * problem.itemCount
    for item in 0..<problem.itemCount { lacking[item] &-= problem.stock[row &+ item] }
    opened += problem.shipments[position]
  }

  mutating func close(_ position: Int, _ problem: borrowing SplitProblem) {
    let row = position * problem.itemCount
    for item in 0..<problem.itemCount { lacking[item] &+= problem.stock[row &+ item] }
    opened -= problem.shipments[position]
  }

  /// Whether `position` alone has all that is lacking.
  func meets(_ position: Int, _ problem: borrowing SplitProblem) -> Bool {
    let row = position * problem.itemCount
    for item in 0..<problem.itemCount where problem.stock[row &+ item] < lacking[item] { return false }
    return true
  }

  /// Appends the warehouses that could give an `extra`-th of what is lacking of the item with the fewest such warehouses.
  mutating func findCandidates(_ problem: borrowing SplitProblem, _ chosen: borrowing [Bool], extra: Int) {
    let items = problem.itemCount
    var rarest = -1
    var fewest = Int.max
    for item in 0..<items where lacking[item] > 0 {
      let share = (lacking[item] &- 1) / Int64(extra) &+ 1
      var count = 0
      for position in 0..<problem.count where problem.stock[position &* items &+ item] >= share {
        if !isClosed[position], !chosen[position] { count &+= 1 }
      }
      if count < fewest { (rarest, fewest) = (item, count) }
      if count == 0 { return }
    }
    if rarest < 0 { return }
    let share = (lacking[rarest] &- 1) / Int64(extra) &+ 1
    for position in 0..<problem.count where problem.stock[position &* items &+ rarest] >= share {
      if !isClosed[position], !chosen[position] { candidates.append(position) }
    }
  }

  /// A cost that every set has at least that keeps the chosen warehouses, whose opening costs `fixed`, and opens no closed one.
  mutating func least(_ problem: borrowing SplitProblem, _ chosen: borrowing [Bool], fixed: Int64) -> Int64 {
    let items = problem.itemCount
    for item in 0..<items { room[item] = problem.demand[item] }
    var open = problem.units
    var cost = fixed
    var nextChosen = 0
    var nextOther = 0
    while open > 0 {
      while nextChosen < problem.count, !chosen[nextChosen] { nextChosen &+= 1 }
      while nextOther < problem.count, isClosed[byPrice[nextOther]] || chosen[byPrice[nextOther]] { nextOther &+= 1 }
      let own = nextChosen < problem.count ? problem.unit[nextChosen] : .max
      let other = nextOther < problem.count ? price[byPrice[nextOther]] : .max
      // What is left cannot be met at all.
      if own == .max, other == .max { return .max }
      let position = own <= other ? nextChosen : byPrice[nextOther]
      if own <= other { nextChosen &+= 1 } else { nextOther &+= 1 }
      var units: Int64 = 0
      for item in 0..<items {
        let taken = min(room[item], problem.stock[position &* items &+ item])
        room[item] &-= taken
        units &+= taken
      }
      cost &+= units &* min(own, other)
      open &-= units
    }
    return cost
  }
}
