import Testing

@testable import holdfast

@Suite("Load: what calls are about")
struct LoadKeyTests {
  private func counts(_ distribution: KeyDistribution, _ count: Int, _ draws: Int) -> [Int] {
    let chooser = KeyChooser(distribution, count: UInt64(count))
    var random = RandomSource(seed: 42)
    var counts = Array(repeating: 0, count: count)
    for _ in 0..<draws { counts[Int(chooser.choose(&random))] += 1 }
    return counts
  }

  @Test("uniform keys come equally often")
  func uniform() {
    let counts = counts(.uniform, 10, 100_000)
    #expect(counts.allSatisfy { abs($0 - 10_000) < 500 })
  }

  @Test("Zipf's ranks come as often as the formula says", arguments: [0.5, 0.99, 1.0, 1.3, 3.0])
  func zipf(exponent: Double) {
    let count = 1000
    let draws = 200_000
    let chooser = KeyChooser(.zipf(exponent: exponent), count: UInt64(count))
    let found = counts(.zipf(exponent: exponent), count, draws)
    let sum = (1...count).reduce(0.0) { $0 + 1 / power(Double($1), exponent) }
    for rank in [1, 2, 3, 10, 100] {
      let expected = Double(draws) / power(Double(rank), exponent) / sum
      let actual = Double(found[Int(chooser.key(ofRank: UInt64(rank - 1)))])
      // Five standard deviations of a count.
      #expect(abs(actual - expected) < 5 * expected.squareRoot() + 1, "rank \(rank) of exponent \(exponent)")
    }
  }

  private func power(_ base: Double, _ exponent: Double) -> Double {
    // By squares of the exponent's binary digits, so that the test does not lean on what it tests.
    var result = 1.0
    var root = base
    var rest = exponent
    while rest >= 1 {
      result *= base
      rest -= 1
    }
    for _ in 0..<40 {
      root = root.squareRoot()
      rest *= 2
      if rest >= 1 {
        result *= root
        rest -= 1
      }
    }
    return result
  }

  @Test("each rank has a key of its own, and popular ones are not neighbours", arguments: [1, 2, 10, 1000, 65_536])
  func spread(count: UInt64) {
    let chooser = KeyChooser(.zipf(exponent: 1), count: count)
    let keys = (0..<count).map { chooser.key(ofRank: $0) }
    #expect(Set(keys).count == Int(count))
    #expect(keys.allSatisfy { $0 < count })
    if count > 100 { #expect(abs(Int64(keys[1]) - Int64(keys[0])) > 1) }
  }

  @Test("a single product is drawn by every distribution")
  func single() {
    #expect(counts(.uniform, 1, 10) == [10])
    #expect(counts(.zipf(exponent: 1.2), 1, 10) == [10])
  }

  @Test("the number of things is found for every number", arguments: [0, 1, 2, 3, 7, 64, 1000, 99_999, 1 << 32 - 1])
  func search(count: UInt64) {
    var search = CountSearch(most: 1 << 32 - 1)
    var asked = 0
    while let question = search.question {
      asked += 1
      search.learn(question < count)
    }
    #expect(search.count == count)
    #expect(asked <= 66)
  }

  @Test("names have the same length, and the number can be read from them")
  func names() {
    #expect(Dataset.productID(42) == "LP0000000042")
    #expect(Dataset.warehouseID(7) == "L007")
    #expect(Dataset(products: 3_000_000_000, warehouses: 1000).levels == 3_000_000_000_000)
  }
}
