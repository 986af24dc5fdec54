/// Random numbers from one 64-bit seed, the same in every run and on every machine (SplitMix64).
struct SplitMix: RandomNumberGenerator, Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// True once in `count` times.
  mutating func once(in count: UInt64) -> Bool { next() % count == 0 }

  /// A number of the range.
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// One of the elements, which must not be empty.
  mutating func pick<T>(_ elements: [T]) -> T { elements[Int(next() % UInt64(elements.count))] }

  /// One of the elements, or nil where there is none.
  mutating func pickAny<T>(_ elements: [T]) -> T? { elements.isEmpty ? nil : pick(elements) }

  /// Mostly a small number of units; now and then one that overflows when two of them meet.
  mutating func units(upTo most: Int = 12) -> Int64 {
    if once(in: 60) { return pick([.max, .max - 1, .max / 2, .max / 2 + 1, 1 << 62]) }
    return Int64(number(1...most))
  }
}
