extension SplitSearch {
  /// Local search from the best set: opens, closes and exchanges warehouses as long as that makes it better.
  mutating func improve() {
    chooseBest()
    var improved = true
    while improved, !isSpent {
      improved = toggleEach()
      if !improved { improved = exchangeEach() }
    }
  }

  /// Opens or closes each warehouse in turn, keeping what is better.
  private mutating func toggleEach() -> Bool {
    var improved = false
    for position in 0..<problem.count where problem.shipments[position] > 0 {
      if isSpent { break }
      if fewestFirst, !chosen[position] { continue }
      chosen[position].toggle()
      if let value = evaluate(), keep(value) {
        improved = true
      } else {
        chosen[position].toggle()
      }
    }
    return improved
  }

  /// Exchanges each open warehouse for each closed one, keeping what is better.
  private mutating func exchangeEach() -> Bool {
    var improved = false
    for closing in 0..<problem.count where chosen[closing] && problem.shipments[closing] > 0 {
      chosen[closing] = false
      var replaced = false
      for opening in 0..<problem.count where !chosen[opening] && opening != closing {
        if isSpent { break }
        chosen[opening] = true
        if let value = evaluate(), keep(value) {
          replaced = true
          break
        }
        chosen[opening] = false
      }
      if replaced { improved = true } else { chosen[closing] = true }
    }
    return improved
  }
}
