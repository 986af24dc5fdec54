/// What the warehouses from a position on can do at best: tables for the bounds of the tree search.
struct SplitBounds {
  /// The positions by the least that a unit from there can cost, its share of the fixed cost included.
  let byPrice: [Int]
  /// That price: `unit + fixed / most units it can give`, rounded down.
  let price: [Int64]
  /// The lowest price from a position on.
  let lowestPrice: [Int64]
  /// Units of each item that all warehouses from a position on have: `position × items + item`.
  let reach: [Int64]
  /// Units of each item, and, as the last column, of all together, that those from a position on which ship anyway and the best
  /// `extra` of the others can give: `(position × (most + 1) + extra) × (items + 1) + item`.
  let cover: [Int64]
  /// The most score that `extra` of the others can add: `position × (most + 1) + extra`.
  let score: [Int64]
  /// The most shipments that the tables reckon with.
  let most: Int

  /// - Parameter most: the shipments of a plan that is already known.
  init(_ problem: SplitProblem, most: Int) {
    let count = problem.count
    let items = problem.itemCount
    let columns = items + 1
    self.most = most
    var price = [Int64](repeating: 0, count: count)
    var capacity = price
    for position in 0..<count {
      var units: Int64 = 0
      for item in 0..<items { units += problem.stock[position * items + item] }
      capacity[position] = units
      price[position] = problem.unit[position] + problem.fixed[position] / units
    }
    var lowest = [Int64](repeating: .max, count: count + 1)
    for position in (0..<count).reversed() { lowest[position] = min(lowest[position + 1], price[position]) }
    var reach = [Int64](repeating: 0, count: (count + 1) * items)
    for cell in (0..<count * items).reversed() { reach[cell] = reach[cell + items] + problem.stock[cell] }

    var cover = [Int64](repeating: 0, count: (count + 1) * (most + 1) * columns)
    var score = [Int64](repeating: 0, count: (count + 1) * (most + 1))
    // The largest `most` so far, by column, largest first; the columns are the items, all items, and the score.
    var largest = [Int64](repeating: 0, count: (columns + 1) * most)
    var held = [Int](repeating: 0, count: columns + 1)
    var free = [Int64](repeating: 0, count: columns)
    for position in (0..<count).reversed() {
      for column in 0...columns {
        let value =
          column < items
          ? problem.stock[position * items + column] : column == items ? capacity[position] : problem.score[position]
        if problem.shipments[position] == 0 {
          if column < columns { free[column] += value }
        } else if most > 0 {
          Self.insert(value, into: &largest, at: column * most, held: &held[column], most: most)
        }
        var sum = column < columns ? free[column] : 0
        for extra in 0...most {
          if extra > 0, extra <= held[column] { sum += largest[column * most + extra - 1] }
          let cell = position * (most + 1) + extra
          if column < columns { cover[cell * columns + column] = sum } else { score[cell] = sum }
        }
      }
    }
    byPrice = (0..<count).sorted { price[$0] < price[$1] }
    self.price = price
    lowestPrice = lowest
    self.reach = reach
    self.cover = cover
    self.score = score
  }

  /// Puts `value` in its place among the `most` largest.
  private static func insert(_ value: Int64, into largest: inout [Int64], at start: Int, held: inout Int, most: Int) {
    var place = held
    if held < most {
      held += 1
    } else {
      place -= 1
      if largest[start + place] >= value { return }
    }
    while place > 0, largest[start + place - 1] < value {
      largest[start + place] = largest[start + place - 1]
      place -= 1
    }
    largest[start + place] = value
  }
}
