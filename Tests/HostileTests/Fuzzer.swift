/// A small generator with a seed, so that a failure can be repeated.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  /// SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// 0 up to but not `bound`.
  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}

/// Changes messages a little or much.
struct Mutator {
  var random: SeededRandom
  /// What pieces of other messages are taken from.
  let corpus: [[UInt8]]

  private static let telling: [UInt8] = [0, 1, 0x7F, 0x80, 0xFF, 0x0A, 0x12, 0x3A, 0x20, 0xC0, 0xED]

  /// `bytes` with one change or a few; now and then as they are, so that the state goes on.
  mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<[0, 1, 1, 1, 2, 4][random.below(6)] { change(&bytes) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else {
      bytes = corpus[random.below(corpus.count)]
      return
    }
    let place = random.below(bytes.count)
    let count = 1 + random.below(min(16, bytes.count - place))
    switch random.below(12) {
    case 0: bytes[place] ^= 1 << UInt8(random.below(8))
    case 1: bytes[place] = Self.telling[random.below(Self.telling.count)]
    case 2: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 3: bytes.removeSubrange(place..<place + count)
    case 4: bytes.insert(contentsOf: bytes[place..<place + count], at: random.below(bytes.count + 1))
    case 5: bytes.removeLast(bytes.count - place)
    case 6: bytes.insert(contentsOf: ProtoBytes.varint(random.next() >> UInt64(random.below(64))), at: place)
    case 7:
      let other = corpus[random.below(corpus.count)]
      guard !other.isEmpty else { return }
      let start = random.below(other.count)
      bytes.insert(contentsOf: other[start..<min(other.count, start + 40)], at: place)
    case 8: bytes += corpus[random.below(corpus.count)]
    default:
      // A small byte for another one: most often a letter or a number, and the shape stays.
      if bytes[place] < 0x80 { bytes[place] = UInt8(random.below(0x80)) }
    }
  }
}
