/// How a total of a product is divided among channels.
package enum AllocationStrategy: CaseIterable, Sendable {
  /// In proportion to sales, equal shares where there are none; a tenth is withheld.
  case proportional
  /// From the highest priority down, each channel ``supplyDays`` of its demand; ties by channel id.
  case priority
  /// The same from the fastest channel on; ties by channel id; 15 % is withheld.
  case velocity
  /// In proportion to weights.
  case custom

  /// What is withheld from the total first, in hundredths of a percent.
  var bufferBasisPoints: Int64 {
    switch self {
    case .proportional: 1_000
    case .velocity: 1_500
    case .priority, .custom: 0
    }
  }
}

/// A channel that takes part in an allocation.
package struct ChannelShare: Equatable, Sendable {
  /// Its id; no two channels have the same.
  package var id: String
  /// Higher is served first, by ``AllocationStrategy/priority``.
  package var priority: Int64
  /// Units that it sold in the last ``velocityDays`` days, ≥ 0.
  package var sold: Int64
  /// Its weight, ≥ 0, by ``AllocationStrategy/custom``.
  package var weight: Int64

  /// A channel.
  package init(id: String, priority: Int64 = 0, sold: Int64 = 0, weight: Int64 = 0) {
    self.id = id
    self.priority = priority
    self.sold = sold
    self.weight = weight
  }

  /// Units that it will sell in ``supplyDays`` days, if it goes on as in the last ``velocityDays``: ⌈14 · sold / 30⌉.
  package var supply: Int64 {
    let (days, window) = (UInt128(supplyDays), UInt128(velocityDays))
    // Less than `sold`, since 14 / 30 is less than 1 (and 1 unit gives 1).
    return Int64((UInt128(sold) * days + window - 1) / window)
  }
}

/// Over how many days sales are counted.
package let velocityDays: Int64 = 30

/// How many days of sales a channel is given.
package let supplyDays: Int64 = 14

/// A total, divided.
package struct ChannelAllocation: Equatable, Sendable {
  /// Units for each channel, in the order that the channels were given in.
  package var units: [Int64]
  /// Units withheld: ⌈percent × total⌉.
  package var buffer: Int64
  /// Units that no channel takes. Together with the other two: the total.
  package var left: Int64
}

/// Divides `total` units (≥ 0) among `channels`. No unit is lost, and the order of the channels does not matter.
///
/// - Throws: ``InventoryError/outOfRange`` for a negative total, number of units sold or weight.
package func allocate(_ total: Int64, among channels: [ChannelShare], _ strategy: AllocationStrategy)
  throws(InventoryError) -> ChannelAllocation
{
  guard total >= 0, channels.allSatisfy({ $0.sold >= 0 && $0.weight >= 0 }) else { throw .outOfRange }
  let buffer = portion(of: total, basisPoints: strategy.bufferBasisPoints)
  let rest = total - buffer
  let units =
    switch strategy {
    case .proportional:
      shares(of: rest, channels, channels.allSatisfy { $0.sold == 0 } ? channels.map { _ in 1 } : channels.map(\.sold))
    case .custom: shares(of: rest, channels, channels.map(\.weight))
    case .priority: supplies(of: rest, channels) { $0.priority }
    case .velocity: supplies(of: rest, channels) { $0.sold }
    }
  return ChannelAllocation(units: units, buffer: buffer, left: rest - units.reduce(0, +))
}

/// Divides `units` in proportion to `weights` by the method of the largest remainder (Hamilton's): each channel gets
/// ⌊units · weight / sum⌋, and the units that are left go one each to the largest remainders, ties by channel id. Nobody gets
/// anything where all weights are 0.
private func shares(of units: Int64, _ channels: [ChannelShare], _ weights: [Int64]) -> [Int64] {
  let sum = weights.reduce(UInt128(0)) { $0 + UInt128($1) }
  guard sum > 0 else { return channels.map { _ in 0 } }
  // 2⁶³ units times a weight below 2⁶³ stay below 2¹²⁶.
  let products = weights.map { UInt128(units) * UInt128($0) }
  var shares = products.map { Int64($0 / sum) }
  // Fewer than there are channels with a remainder: the remainders add up to this many times the sum, and each is less.
  let left = Int(units - shares.reduce(0, +))
  let byRemainder = channels.indices.sorted { one, other in
    let (first, second) = (products[one] % sum, products[other] % sum)
    return first != second ? first > second : identifierPrecedes(channels[one].id, channels[other].id)
  }
  for index in byRemainder.prefix(left) { shares[index] += 1 }
  return shares
}

/// Gives each channel its supply as far as `units` reach, the highest `rank` first, ties by channel id.
private func supplies(of units: Int64, _ channels: [ChannelShare], rank: (ChannelShare) -> Int64) -> [Int64] {
  var left = units
  var given = channels.map { _ in Int64(0) }
  for index in ranked(channels, by: rank) {
    given[index] = min(left, channels[index].supply)
    left -= given[index]
  }
  return given
}

/// Places of the channels, the highest `rank` first, ties by channel id.
private func ranked(_ channels: [ChannelShare], by rank: (ChannelShare) -> Int64) -> [Int] {
  channels.indices.sorted { one, other in
    let (first, second) = (rank(channels[one]), rank(channels[other]))
    return first != second ? first > second : identifierPrecedes(channels[one].id, channels[other].id)
  }
}

/// Divides `unsold` units (≥ 0) that a channel gives up among others that need them: each gets up to its supply less what it
/// has free already, the fastest first, ties by channel id.
///
/// - Parameter free: units allocated to each of `channels` and not held; below zero where it holds more than that.
/// - Returns: units for each channel, in the order given; what nobody needs is in none.
/// - Throws: ``InventoryError/outOfRange`` for a negative number of units or another number of channels.
package func reallocate(_ unsold: Int64, among channels: [ChannelShare], free: [Int64]) throws(InventoryError)
  -> [Int64]
{
  guard unsold >= 0, channels.count == free.count, channels.allSatisfy({ $0.sold >= 0 }) else { throw .outOfRange }
  var left = unsold
  var given = channels.map { _ in Int64(0) }
  for index in ranked(channels, by: { $0.sold }) {
    let (need, overflow) = channels[index].supply.subtractingReportingOverflow(free[index])
    given[index] = max(0, min(left, overflow ? .max : need))
    left -= given[index]
  }
  return given
}
