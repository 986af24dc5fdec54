import Foundation
import Messages

/// Judges from where an order's units come, by trying every set of warehouses: slow, plain, and written from the page for
/// callers alone. Scores, the last tie-breaker, are not looked at.
struct PlanReferee {
  let world: World
  let strategy: SplitStrategy
  let shipTo: Address?
  let pickup: Name
  /// Units that the service was to find a warehouse for.
  let wanted: [Ware: Int64]
  /// Units that were left for them at each level.
  let left: [Place: Int64]
  /// Units that the order takes from warehouses that it names.
  let pinned: [Place: Int64]
  /// Whether things to be placed are made of the same components: then the best plan is not promised.
  var isShared = false

  /// What is wrong with `placed`, units by level without the pinned ones; nil = nothing.
  func fault(in placed: [Place: Int64]) -> String? {
    let takesPart = world.takesPart
    for (ware, units) in wanted {
      let given = placed.filter { $0.key.ware == ware }.reduce(Int64(0)) { $0.addingClamped($1.value) }
      if given != units { return "holds \(given) units of \(ware) instead of \(units)" }
    }
    for (place, units) in placed {
      if wanted[place.ware] == nil { return "holds \(units) units at \(place), which nobody asked for" }
      if !takesPart.contains(place.warehouse) { return "holds at \(place), which takes no part" }
      if units < 0 || units > left[place] ?? 0 {
        return "holds \(units) at \(place), where \(left[place] ?? 0) are left"
      }
    }
    if isShared { return nil }
    for (ware, units) in wanted where takesPart.contains(pickup) {
      let place = Place(ware, pickup)
      let first = min(units, left[place] ?? 0)
      if placed[place] ?? 0 < first {
        return "takes \(placed[place] ?? 0) from the pick-up \(place), and \(first) can be"
      }
    }
    switch strategy {
    case .priority, .nearest:
      let walked = walk(in: order(takesPart))
      return walked == placed ? nil : "takes \(placed), and by \(strategy) it must be \(walked)"
    default: return costFault(placed, takesPart)
    }
  }

  /// The warehouses in the order that the strategy walks them, the pick-up first.
  private func order(_ takesPart: Set<Name>) -> [Name] {
    takesPart.sorted { left, right in
      if (left == pickup) != (right == pickup) { return left == pickup }
      if strategy == .priority {
        let (one, other) = (world.warehouses[left]?.priority ?? 0, world.warehouses[right]?.priority ?? 0)
        if one != other { return one > other }
      } else {
        let (one, other) = (metres(left) ?? .max, metres(right) ?? .max)
        if one != other { return one < other }
      }
      return left < right
    }
  }

  /// Units taken from warehouses in this order, as many as each has.
  private func walk(in order: [Name]) -> [Place: Int64] {
    var taken: [Place: Int64] = [:]
    for (ware, units) in wanted {
      var rest = units
      for warehouse in order where rest > 0 {
        let place = Place(ware, warehouse)
        let units = min(rest, left[place] ?? 0)
        if units > 0 { taken[place] = units }
        rest -= units
      }
    }
    return taken
  }

  /// Compares with the best of all sets of warehouses, each emptied from the cheapest unit on.
  private func costFault(_ placed: [Place: Int64], _ takesPart: Set<Name>) -> String? {
    let all = takesPart.sorted()
    let value = value(of: placed)
    for set in 0..<(1 << all.count) {
      let members = all.indices.filter { set >> $0 & 1 == 1 }.map { all[$0] }.sorted { left, right in
        if (left == pickup) != (right == pickup) { return left == pickup }
        return unitCost(left) < unitCost(right)
      }
      if takesPart.contains(pickup), !members.contains(pickup) { continue }
      let taken = walk(in: members)
      let isWhole = wanted.allSatisfy { ware, units in
        taken.filter { $0.key.ware == ware }.reduce(0) { $0 + $1.value } == units
      }
      if isWhole, self.value(of: taken).isBetter(than: value, strategy) {
        return "takes \(placed), and \(taken) is better by \(strategy): \(self.value(of: taken)) instead of \(value)"
      }
    }
    return nil
  }

  private struct Value {
    var shipments: Int
    /// In thousandths of a micro. A double, since units can be near 2⁶³.
    var cost: Double

    /// Costs that differ by less than distances are rounded are the same.
    func isBetter(than other: Value, _ strategy: SplitStrategy) -> Bool {
      let isCheaper = cost < other.cost * (1 - 1e-6) - 1
      let isDearer = cost > other.cost * (1 + 1e-6) + 1
      if strategy == .lowestCost {
        return isCheaper || (!isDearer && cost == other.cost && shipments < other.shipments)
      }
      return shipments < other.shipments || (shipments == other.shipments && isCheaper)
    }
  }

  private func value(of placed: [Place: Int64]) -> Value {
    var units: [Name: Double] = [:]
    for (place, taken) in placed { units[place.warehouse, default: 0] += Double(taken) }
    for (place, taken) in pinned { units[place.warehouse, default: 0] += Double(taken) }
    let cost = units.sorted { $0.key < $1.key }.reduce(0.0) {
      $0 + Double(world.warehouses[$1.key]?.shippingRate?.baseMicros ?? 0) * 1000 + $1.value * unitCost($1.key)
    }
    return Value(shipments: units.count, cost: cost)
  }

  /// What a unit from a warehouse costs, in thousandths of a micro.
  private func unitCost(_ warehouse: Name) -> Double {
    guard let rate = world.warehouses[warehouse]?.shippingRate else { return 0 }
    return Double(rate.perUnitMicros) * 1000 + Double(rate.perUnitKmMicros) * Double(metres(warehouse) ?? 0)
  }

  /// Great-circle metres, R = 6,371 km; nil where either place has no coordinates.
  private func metres(_ warehouse: Name) -> Int64? {
    guard let from = world.warehouses[warehouse]?.address, let fromLatitude = from.latitude,
      let fromLongitude = from.longitude, let toLatitude = shipTo?.latitude, let toLongitude = shipTo?.longitude
    else { return nil }
    let (one, other) = (fromLatitude * .pi / 180, toLatitude * .pi / 180)
    let across = (toLongitude - fromLongitude) * .pi / 180
    let half = pow(sin((other - one) / 2), 2) + cos(one) * cos(other) * pow(sin(across / 2), 2)
    return Int64((2 * 6_371_000 * asin(min(1, half.squareRoot()))).rounded())
  }
}
