/// What a channel may sell of a product, and what that is made of.
package struct ChannelLimit: Equatable, Sendable {
  /// Units allocated to the channel, ≥ 0; nil: nothing is, and only what is available limits it.
  package var allocated: Int64?
  /// Units in open holds of the channel, ≥ 0.
  package var held: Int64
  /// Units available over all warehouses; below zero counts as zero.
  package var available: Int64
  /// What the channel may not sell, in hundredths of a percent, 0 to 10,000.
  package var bufferBasisPoints: Int64

  /// A limit of these parts.
  package init(allocated: Int64?, held: Int64, available: Int64, bufferBasisPoints: Int64) {
    self.allocated = allocated
    self.held = held
    self.available = max(0, available)
    self.bufferBasisPoints = bufferBasisPoints
  }

  /// ⌈bufferBasisPoints / 10,000 × base⌉, where the base is what is allocated, or what is available where nothing is.
  package var buffer: Int64 { portion(of: allocated ?? available, basisPoints: bufferBasisPoints) }

  /// Units that the channel may sell now, ≥ 0: `min(allocated − buffer − held, available)`, or `available − buffer` where
  /// nothing is allocated. What is available is without what is held already, the channel's own holds among it.
  package var sellable: Int64 {
    guard let allocated else { return available - buffer }
    return max(0, min(allocated - buffer - held, available))
  }
}

/// ⌈basisPoints / 10,000 × units⌉ for `units` ≥ 0 and `basisPoints` from 0 to 10,000.
func portion(of units: Int64, basisPoints: Int64) -> Int64 {
  // At most `units`, since basisPoints / 10,000 is at most 1.
  Int64((UInt128(units) * UInt128(basisPoints) + 9_999) / 10_000)
}
