import Testing

@testable import Inventory

@Suite("Channels")
struct ChannelTests {
  private struct Case: CustomTestStringConvertible {
    var allocated: Int64?
    var held: Int64
    var available: Int64
    var basisPoints: Int64 = 500
    var buffer: Int64
    var sellable: Int64
    var testDescription: String { "\(allocated.map { "\($0)" } ?? "none") \(held) \(available) \(basisPoints)" }
  }

  @Test(
    "a channel may sell what is allocated less buffer and holds, within what is available",
    arguments: [
      Case(allocated: 100, held: 0, available: 1000, buffer: 5, sellable: 95),
      Case(allocated: 100, held: 90, available: 1000, buffer: 5, sellable: 5),
      Case(allocated: 100, held: 96, available: 1000, buffer: 5, sellable: 0),
      Case(allocated: 100, held: 500, available: 1000, buffer: 5, sellable: 0),
      Case(allocated: 100, held: 0, available: 7, buffer: 5, sellable: 7),
      Case(allocated: 100, held: 0, available: -3, buffer: 5, sellable: 0),
      Case(allocated: 1, held: 0, available: 9, buffer: 1, sellable: 0),
      Case(allocated: 21, held: 0, available: 99, buffer: 2, sellable: 19),
      Case(allocated: 0, held: 0, available: 99, buffer: 0, sellable: 0),
      Case(allocated: nil, held: 4, available: 100, buffer: 5, sellable: 95),
      Case(allocated: nil, held: 0, available: 101, buffer: 6, sellable: 95),
      Case(allocated: nil, held: 0, available: -1, buffer: 0, sellable: 0),
      Case(allocated: nil, held: 0, available: 5, basisPoints: 10_000, buffer: 5, sellable: 0),
      Case(allocated: nil, held: 0, available: 5, basisPoints: 0, buffer: 0, sellable: 5),
      Case(allocated: .max, held: .max, available: .max, basisPoints: 10_000, buffer: .max, sellable: 0),
      Case(allocated: nil, held: 0, available: .max, basisPoints: 10_000, buffer: .max, sellable: 0),
    ])
  private func limit(_ test: Case) {
    let limit = ChannelLimit(
      allocated: test.allocated, held: test.held, available: test.available, bufferBasisPoints: test.basisPoints)
    #expect(limit.buffer == test.buffer)
    #expect(limit.sellable == test.sellable)
  }

  private func divide(_ total: Int64, _ strategy: AllocationStrategy, _ channels: [ChannelShare]) throws -> [Int64] {
    let result = try allocate(total, among: channels, strategy)
    return result.units + [result.buffer, result.left]
  }

  @Test("in proportion to sales, by largest remainder, after a tenth is withheld")
  func proportional() throws {
    let sold = [("A", 50), ("B", 30), ("C", 20)].map { ChannelShare(id: $0, sold: $1) }
    #expect(try divide(1000, .proportional, sold) == [450, 270, 180, 100, 0])
    #expect(try divide(5, .proportional, sold) == [2, 1, 1, 1, 0], "4 to divide: 2, 1.2, 0.8")
    #expect(try divide(1, .proportional, sold) == [0, 0, 0, 1, 0], "the buffer is rounded up")
    let none = ["C", "A", "B"].map { ChannelShare(id: $0) }
    #expect(try divide(100, .proportional, none) == [30, 30, 30, 10, 0])
    #expect(try divide(12, .proportional, none) == [3, 4, 3, 2, 0], "10 to divide: the first id takes the odd unit")
    #expect(try divide(100, .proportional, []) == [10, 90])
  }

  @Test("in proportion to weights, without a buffer")
  func custom() throws {
    let channels = [("A", 1), ("B", 1), ("C", 1), ("D", 0)].map { ChannelShare(id: $0, weight: $1) }
    #expect(try divide(11, .custom, channels) == [4, 4, 3, 0, 0, 0])
    #expect(
      try divide(Int64.max, .custom, channels).prefix(3).allSatisfy { $0 == Int64.max / 3 || $0 == Int64.max / 3 + 1 })
    #expect(try divide(7, .custom, [ChannelShare(id: "A")]) == [0, 0, 7], "no weight, no share")
  }

  @Test("by priority, each up to 14 days of its demand, the rest is left")
  func priority() throws {
    let channels = [
      ChannelShare(id: "SLOW", priority: 100, sold: 1), ChannelShare(id: "B", priority: 90, sold: 30),
      ChannelShare(id: "A", priority: 90, sold: 60), ChannelShare(id: "NONE", priority: 80),
    ]
    #expect(try divide(100, .priority, channels) == [1, 14, 28, 0, 0, 57])
    #expect(try divide(20, .priority, channels) == [1, 0, 19, 0, 0, 0], "of equal priority the first id comes first")
    #expect(try divide(0, .priority, channels) == [0, 0, 0, 0, 0, 0])
  }

  @Test("by velocity, 14 days each, the fastest first, after 15 % is withheld")
  func velocity() throws {
    let channels = [
      ChannelShare(id: "B", priority: 100, sold: 31), ChannelShare(id: "A", sold: 31),
      ChannelShare(id: "FAST", sold: 300),
    ]
    #expect(try divide(1000, .velocity, channels) == [15, 15, 140, 150, 680])
    #expect(try divide(178, .velocity, channels) == [0, 11, 140, 27, 0])
  }

  @Test("what is unsold goes to the fastest that need it, and what nobody needs stays")
  func unsold() throws {
    let channels = [
      ChannelShare(id: "B", sold: 30), ChannelShare(id: "A", sold: 30), ChannelShare(id: "FAST", sold: 60),
    ]
    #expect(try reallocate(100, among: channels, free: [0, 0, 0]) == [14, 14, 28])
    #expect(try reallocate(30, among: channels, free: [0, 0, 0]) == [0, 2, 28])
    #expect(
      try reallocate(100, among: channels, free: [14, 20, -2]) == [0, 0, 30], "what it holds past it is needed too")
    #expect(try reallocate(0, among: channels, free: [0, 0, 0]) == [0, 0, 0])
    #expect(try reallocate(.max, among: [ChannelShare(id: "A", sold: .max)], free: [-.max]) == [.max])
  }

  @Test("a negative total, number of sales or weight is an error")
  func outOfRange() {
    for (total, share) in [
      (-1, ChannelShare(id: "A")), (1, ChannelShare(id: "A", sold: -1)), (1, ChannelShare(id: "A", weight: -1)),
    ] {
      #expect(throws: InventoryError.outOfRange) { try allocate(Int64(total), among: [share], .custom) }
    }
    #expect(throws: InventoryError.outOfRange) { try reallocate(1, among: [], free: [1]) }
  }

  @Test("no unit is lost or made, nothing is negative, and the order of the channels does not matter")
  func properties() throws {
    var random = SeededNumbers(seed: 7)
    for round in 0..<2_000 {
      // Every fourth round near the ends of the range.
      let bound: Int64 = round % 4 == 0 ? .max : [10, 1_000, 1_000_000][round % 3]
      let channels = (0..<Int.random(in: 0...12, using: &random)).map { number in
        ChannelShare(
          id: "C\(number)", priority: Int64.random(in: 0...3, using: &random),
          sold: round % 5 == 0 ? 0 : Int64.random(in: 0...bound, using: &random),
          weight: Int64.random(in: 0...bound, using: &random))
      }
      let total =
        round % 8 == 0 ? .max - Int64.random(in: 0...9, using: &random) : Int64.random(in: 0...bound, using: &random)
      for strategy in AllocationStrategy.allCases {
        let result = try allocate(total, among: channels, strategy)
        #expect(
          result.units.reduce(UInt64(0)) { $0 + UInt64($1) } + UInt64(result.buffer) + UInt64(result.left)
            == UInt64(total))
        #expect(result.units.allSatisfy { $0 >= 0 } && result.buffer >= 0 && result.left >= 0)
        let order = channels.indices.shuffled(using: &random)
        let again = try allocate(total, among: order.map { channels[$0] }, strategy)
        #expect(again.units == order.map { result.units[$0] } && again.left == result.left)
        check(result, total - result.buffer, channels, strategy)
      }
      let free = channels.map { _ in Int64.random(in: -bound...bound, using: &random) }
      let moved = try reallocate(total, among: channels, free: free)
      #expect(moved.allSatisfy { $0 >= 0 } && moved.reduce(UInt64(0)) { $0 + UInt64($1) } <= UInt64(total))
    }
  }

  /// What each strategy says of single channels.
  private func check(
    _ result: ChannelAllocation, _ rest: Int64, _ channels: [ChannelShare], _ strategy: AllocationStrategy
  ) {
    switch strategy {
    case .proportional, .custom:
      let weights = channels.map { strategy == .custom ? $0.weight : $0.sold }
      let sum = weights.reduce(UInt128(0)) { $0 + UInt128($1) }
      guard sum > 0 else { return }
      for (units, weight) in zip(result.units, weights) {
        let exact = UInt128(rest) * UInt128(weight)
        #expect(
          UInt128(units) * sum + sum > exact && UInt128(units) * sum < exact + sum, "within one unit of its share")
      }
      #expect(result.left == 0)
    case .priority, .velocity:
      #expect(zip(result.units, channels).allSatisfy { $0 <= $1.supply })
      #expect(result.left == 0 || zip(result.units, channels).allSatisfy { $0 == $1.supply })
    }
  }
}
