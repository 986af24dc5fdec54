/// A hash without collisions over a known set of names; computed in the same way by `Method.hash` in Messages.
struct NameHash {
  var multiplier: UInt64
  /// How many of the top bits are the slot.
  var bits: Int

  /// Finds the first multiplier, in a fixed row of candidates, that gives every name a slot of its own.
  static func search(_ names: [String]) throws(SchemaError) -> NameHash {
    if let short = names.first(where: { $0.utf8.count < 8 }) {
      throw SchemaError(place: short, problem: "the full name of a method must have 8 bytes or more")
    }
    // With n names in n²/4 slots or more, each candidate succeeds with a probability of about exp(−2) or more.
    var bits = 1
    while 4 << bits < names.count * names.count { bits += 1 }
    var candidate: UInt64 = 0x9E37_79B9_7F4A_7C15
    for _ in 0..<10_000 {
      let hash = NameHash(multiplier: candidate | 1, bits: bits)
      if Set(names.map(hash.slot)).count == names.count { return hash }
      candidate = candidate &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    }
    throw SchemaError(place: "methods", problem: "no hash without collisions was found; enlarge the table")
  }

  /// Takes the name 8 bytes at a time, little-endian; the last 8 may overlap those before.
  func slot(of name: String) -> UInt64 {
    let bytes = Array(name.utf8)
    var hash = UInt64(bytes.count)
    func mix(_ offset: Int) {
      let word = bytes[offset..<offset + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      hash = (hash ^ word) &* multiplier
      hash ^= hash >> 32
    }
    var offset = 0
    while offset + 8 < bytes.count {
      mix(offset)
      offset += 8
    }
    mix(bytes.count - 8)
    return (hash &* multiplier) >> UInt64(64 - bits)
  }
}
