internal import LMDB

/// Gives names, which are bytes, numbers from 0 on: a million of them in the memory of their bytes and some 20 more each.
struct NameTable {
  /// All names, one after the other.
  private var bytes: [UInt8] = []
  /// Where each name ends.
  private var ends: [Int] = []
  /// Open-addressed: the number of a name + 1, or 0. At most half full.
  private var slots = [UInt32](repeating: 0, count: 64)

  /// How many names there are.
  var count: Int { ends.count }

  /// The name with this number.
  func name(_ number: Int) -> [UInt8] { Array(bytes[range(number)]) }

  /// The number of a name; nil where it has none.
  func find(_ name: RawSpan) -> Int? {
    let slot = slots[place(of: name)]
    return slot == 0 ? nil : Int(slot) - 1
  }

  /// The number of a name, which gets the next one where it has none.
  mutating func number(of name: RawSpan) -> Int {
    var place = place(of: name)
    if slots[place] != 0 { return Int(slots[place]) - 1 }
    if ends.count * 2 >= slots.count {
      grow()
      place = self.place(of: name)
    }
    for index in 0..<name.byteCount { bytes.append(unsafe name.unsafeLoad(fromByteOffset: index, as: UInt8.self)) }
    ends.append(bytes.count)
    slots[place] = UInt32(ends.count)
    return ends.count - 1
  }

  /// The number of a name; nil where it has none.
  func find(_ name: borrowing KeyBuffer) -> Int? { find(name.bytes) }

  /// The number of a name, which gets the next one where it has none.
  mutating func number(of name: borrowing KeyBuffer) -> Int { number(of: name.bytes) }

  private func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

  /// The slot that holds the name, or the empty one where it belongs.
  private func place(of name: RawSpan) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: Self.hash(name)) & mask
    while slots[place] != 0, !matches(Int(slots[place]) - 1, name) { place = (place + 1) & mask }
    return place
  }

  private func matches(_ number: Int, _ name: RawSpan) -> Bool {
    let range = range(number)
    guard range.count == name.byteCount else { return false }
    return unsafe bytes.span.bytes.extracting(range).equals(name)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for number in 0..<ends.count {
      var place = Int(truncatingIfNeeded: unsafe Self.hash(bytes.span.bytes.extracting(range(number)))) & mask
      while slots[place] != 0 { place = (place + 1) & mask }
      slots[place] = UInt32(number + 1)
    }
  }

  /// FNV-1a, mixed.
  private static func hash(_ name: RawSpan) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in 0..<name.byteCount {
      hash = (hash ^ UInt64(unsafe name.unsafeLoad(fromByteOffset: index, as: UInt8.self))) &* 0x100_0000_01b3
    }
    return hash ^ hash >> 32
  }
}
