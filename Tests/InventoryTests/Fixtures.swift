@testable import Inventory

/// A stream of numbers that is the same on every machine (Steele, Lea and Flood's SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64
  init(seed: Int) { state = UInt64(seed) &* 0x2545_F491_4F6C_DD1D }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
  mutating func chance(of percent: Int) -> Bool { below(100) < percent }
}

extension SplitRequest {
  /// A random order. Coarse rates make for many ties; what is available is sometimes short.
  static func random(seed: Int, warehouses count: Int, items: Int, lines: Int, most: Int) -> SplitRequest {
    var numbers = SeededNumbers(seed: seed)
    let isCoarse = numbers.chance(of: 50)
    func rate(_ numbers: inout SeededNumbers) -> ShippingRate {
      isCoarse
        ? ShippingRate(
          base: Int64(numbers.below(3)) * 1_000_000, perUnit: Int64(numbers.below(2)) * 500_000,
          perUnitKilometre: 0, currency: "EUR")
        : ShippingRate(
          base: Int64(numbers.below(6_000_000)), perUnit: Int64(numbers.below(900_000)),
          perUnitKilometre: Int64(numbers.below(2_000)), currency: "EUR")
    }
    let warehouses = (0..<count).map { index in
      ShippingWarehouse(
        id: "warehouse \(index * 37 % 101)",
        coordinates: numbers.chance(of: 85)
          ? Coordinates(latitude: Double(numbers.below(60)), longitude: Double(numbers.below(40))) : nil,
        priority: numbers.below(isCoarse ? 2 : 11), isActive: numbers.chance(of: 92),
        capabilities: numbers.chance(of: 92) ? [.shipping, .storage] : [.storage],
        dailyCapacity: Int64(numbers.below(3) * 100), rate: rate(&numbers),
        openReservedUnits: Int64(numbers.below(150)))
    }
    let available = (0..<items * count).map { _ in
      numbers.chance(of: 65) ? Int64(numbers.below(most + 1)) : Int64(-numbers.below(2))
    }
    let orderLines = (0..<lines).map { _ in
      OrderLine(
        item: numbers.below(items), quantity: Int64(1 + numbers.below(most)),
        pinnedWarehouse: numbers.chance(of: 15) ? numbers.below(count) : nil)
    }
    return SplitRequest(
      lines: orderLines, warehouses: warehouses, available: available,
      shipTo: numbers.chance(of: 90) ? Coordinates(latitude: 50, longitude: 10) : nil, allowsPartial: true,
      wholeLinesOnly: numbers.chance(of: 30), pickUpWarehouse: numbers.chance(of: 25) ? numbers.below(count) : nil)
  }

  /// What a unit from `warehouse` costs, in thousandths of a micro.
  func unitThousandths(_ warehouse: Int) -> Int64 {
    let facts = warehouses[warehouse]
    return facts.rate.perUnit * 1000 + facts.rate.perUnitKilometre * (facts.metres(to: shipTo) ?? 0)
  }
}

extension SplitOutcome {
  /// The plan, where there is one.
  var plan: SplitPlan? {
    if case .plan(let plan) = self { plan } else { nil }
  }
}
