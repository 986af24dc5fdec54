/// What a set of warehouses is worth.
struct SplitValue: Equatable {
  /// Thousandths of a micro.
  var cost: Int64 = 0
  var shipments = 0
  /// Millionths of a point; more is better.
  var score: Int64 = 0

  /// Whether it is better than `other`.
  @inline(__always)
  func precedes(_ other: SplitValue, fewestFirst: Bool) -> Bool {
    if fewestFirst, shipments != other.shipments { return shipments < other.shipments }
    if cost != other.cost { return cost < other.cost }
    if shipments != other.shipments { return shipments < other.shipments }
    return score > other.score
  }
}

/// Looks for the best set of warehouses: a greedy start, local search where there are many, then a search of all sets with
/// bounds, by the objective.
///
/// It counts each set that it looks at as a step, and never looks at a clock.
struct SplitSearch: ~Copyable {
  let problem: SplitProblem
  /// Whether shipments count before costs.
  let fewestFirst: Bool
  /// The best set so far, by the problem's positions.
  private(set) var best: [Bool]
  private(set) var bestValue = SplitValue(cost: .max, shipments: .max, score: .min)
  private(set) var steps = 0
  private(set) var isProvenOptimal = false

  /// The set that is looked at.
  var chosen: [Bool]
  /// What is unmet, by item: one row for each depth of the tree, the first of which serves the other searches too.
  var unmet: [Int64]
  var budget = 0

  init(_ problem: consuming SplitProblem, fewestFirst: Bool) {
    best = [Bool](repeating: false, count: problem.count)
    chosen = best
    let rows = problem.count <= deepestTree ? problem.count + 1 : 1
    unmet = [Int64](repeating: 0, count: rows * problem.itemCount)
    // Where no choice makes a difference to the cost, the fewest shipments are what is looked for.
    self.fewestFirst = fewestFirst || problem.hasOneCost
    self.problem = problem
  }

  /// Searches until nothing better is possible or, beyond ``alwaysExactWarehouses``, `budget` steps are spent.
  mutating func run(budget: Int) {
    let isSmall = problem.count <= alwaysExactWarehouses
    self.budget = isSmall ? .max : budget
    startGreedily()
    dropSpare()
    if !isSmall { improve() }
    if self.fewestFirst {
      isProvenOptimal = searchFewest()
      return
    }
    if isSmall {
      isProvenOptimal = searchLowest()
      return
    }
    // Most searches end within a quarter of the budget. Where opening is what costs, they do not: few shipments are cheap ones
    // there, and those that look for them get further.
    isProvenOptimal = spend(1, of: 4) { search in search.searchLowest() }
    if isProvenOptimal { return }
    let before = bestValue
    _ = spend(1, of: 2) { search in search.searchFewest() }
    if bestValue != before { improve() }
    isProvenOptimal = searchLowest()
  }

  /// Lets `search` have a part of what is left of the budget.
  private mutating func spend(_ part: Int, of parts: Int, _ search: (inout SplitSearch) -> Bool) -> Bool {
    let whole = budget
    defer { budget = whole }
    budget = steps + max(0, whole - steps) / parts * part
    return search(&self)
  }

  /// Whether the budget is spent.
  var isSpent: Bool { steps >= budget }

  /// Counts a step.
  @inline(__always)
  mutating func countStep() { steps &+= 1 }

  /// Keeps the chosen set where it is better than the best one, or as good with its first ids before the other's.
  @discardableResult
  mutating func keep(_ value: SplitValue) -> Bool {
    let isBetter = value.precedes(bestValue, fewestFirst: fewestFirst) || (value == bestValue && comesFirstById)
    if isBetter {
      bestValue = value
      for position in 0..<problem.count { best[position] = chosen[position] }
    }
    return isBetter
  }

  private var comesFirstById: Bool {
    for position in problem.byId where problem.shipments[position] > 0 {
      if chosen[position] != best[position] { return chosen[position] }
    }
    return false
  }

  /// Goes back to the best set.
  mutating func chooseBest() {
    for position in 0..<problem.count { chosen[position] = best[position] }
  }

  /// The value of the chosen set; nil where it cannot meet all of demand.
  mutating func evaluate() -> SplitValue? {
    countStep()
    let items = problem.itemCount
    for item in 0..<items { unmet[item] = problem.demand[item] }
    var open = problem.units
    var value = SplitValue()
    for position in 0..<problem.count where chosen[position] {
      value.cost &+= problem.fixed[position]
      value.shipments &+= problem.shipments[position]
      value.score &+= problem.score[position]
      if open == 0 { continue }
      let row = position &* items
      var units: Int64 = 0
      for item in 0..<items {
        let taken = min(unmet[item], problem.stock[row &+ item])
        unmet[item] &-= taken
        units &+= taken
      }
      open &-= units
      value.cost &+= units &* problem.unit[position]
    }
    return open == 0 ? value : nil
  }

  /// Opens one warehouse after the other, each time the one that is worth most for what is still unmet, until nothing is.
  private mutating func startGreedily() {
    let items = problem.itemCount
    for item in 0..<items { unmet[item] = problem.demand[item] }
    var open = problem.units
    for position in 0..<problem.count {
      chosen[position] = problem.shipments[position] == 0
      if chosen[position] { open &-= takeGreedily(position) }
    }
    while open > 0 {
      var next = -1
      var nextPrice = Int64.max
      var nextUnits: Int64 = 0
      for position in 0..<problem.count where !chosen[position] {
        countStep()
        var units: Int64 = 0
        for item in 0..<items { units &+= min(unmet[item], problem.stock[position &* items &+ item]) }
        if units == 0 { continue }
        let price = problem.unit[position] &+ problem.fixed[position] / units
        let isBetter =
          fewestFirst ? units > nextUnits || (units == nextUnits && price < nextPrice) : price < nextPrice
        if isBetter || next < 0 { (next, nextPrice, nextUnits) = (position, price, units) }
      }
      // There is always one: demand is what all of them together have.
      if next < 0 { break }
      chosen[next] = true
      open &-= takeGreedily(next)
    }
    if let value = evaluate() { keep(value) }
  }

  private mutating func takeGreedily(_ position: Int) -> Int64 {
    var units: Int64 = 0
    for item in 0..<problem.itemCount {
      let taken = min(unmet[item], problem.stock[position * problem.itemCount + item])
      unmet[item] -= taken
      units += taken
    }
    return units
  }

  /// Closes the warehouses that the best set is better without, the dearest units first.
  private mutating func dropSpare() {
    chooseBest()
    for position in (0..<problem.count).reversed() where chosen[position] && problem.shipments[position] > 0 {
      chosen[position] = false
      if let value = evaluate(), keep(value) { continue }
      chosen[position] = true
    }
  }
}

/// Up to this many warehouses, what is left of the budget goes into a search of all sets for the lowest cost; beyond, its depth
/// would be of no use.
let deepestTree = 64
