internal import Glibc

/// A fast, seeded source of random numbers (SplitMix64: a counter, mixed).
struct RandomSource: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// The source with this seed.
  init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  @inline(__always)
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number below `bound`, which is not 0; each as likely as the next but for one part in 2⁶⁴ / `bound`.
  @inline(__always)
  mutating func below(_ bound: UInt64) -> UInt64 { next().multipliedFullWidth(by: bound).high }

  /// A number from 0 up to, but not including, 1.
  @inline(__always)
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number with the exponential distribution of mean 1.
  @inline(__always)
  mutating func exponential() -> Double { -log1p(-unit()) }
}
