/// Finds how many things there are that are numbered from 0 without a gap, by asking whether single ones are there:
/// pure. Takes twice the logarithm of their number.
struct CountSearch {
  /// So many are known to be there.
  private var low: UInt64 = 0
  /// The first that is known not to be there.
  private var high: UInt64?

  /// There are not more than this.
  let most: UInt64

  init(most: UInt64) { self.most = most }

  /// The number to ask for next; nil when ``count`` is known.
  var question: UInt64? {
    if let high { return low < high ? low + (high - low) / 2 : nil }
    return low < most ? min(low == 0 ? 0 : low * 2 - 1, most - 1) : nil
  }

  /// Says whether the thing with the number asked for is there.
  mutating func learn(_ isThere: Bool) {
    guard let question else { return }
    if isThere { low = question + 1 } else { high = question }
  }

  /// How many there are, once there is no question left.
  var count: UInt64 { low }
}
