import LMDB
import Messages
import Testing

@testable import Engine

@Suite("Recording, repeating, reopening")
struct DurabilityTests {
  /// How long an answer is kept where no policy says, in microseconds.
  private let defaultWindow: Int64 = 86_400_000_000

  @Test("a repeat of a command gets the first answer, marked, and changes nothing")
  func repeats() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    let first = try bench.run([bench.reserve(6, order: "O1")], commandIDs: [[1]])[0]
    #expect(first.failure == nil)
    let again = try bench.run([bench.reserve(6, order: "O1")], commandIDs: [[1]])[0]
    #expect(again.isRepeated)
    #expect(again.response == first.response)
    #expect(again.sequence == first.sequence)
    #expect(try bench.level("P1", "W1")?.reserved == 6)
    let other = try bench.run([bench.reserve(5, order: "O2")], commandIDs: [[1]])[0]
    #expect(other.failure?.statusCode == .alreadyExists)
    try bench.reopen()
    let reopened = try bench.run([bench.reserve(6, order: "O1")], commandIDs: [[1]])[0]
    #expect(reopened.isRepeated)
    #expect(reopened.response == first.response)
  }

  @Test("a repeat in the same batch gets the first answer")
  func repeatInBatch() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    let outcomes = try bench.run(
      [bench.reserve(6, order: "O1"), bench.reserve(6, order: "O1")], commandIDs: [[1], [1]])
    #expect(outcomes.map(\.isRepeated) == [false, true])
    #expect(outcomes[0].response == outcomes[1].response)
    #expect(try bench.level("P1", "W1")?.reserved == 6)
  }

  @Test("a refusal that depends on the state is kept: a retry never changes the outcome")
  func keptRefusal() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    let refused = try bench.run([bench.reserve(11, order: "O1")], commandIDs: [[1]])[0]
    #expect(refused.failure?.statusCode == .failedPrecondition)
    _ = try bench.ok(
      .adjustStock(.init(lines: [.init(productID: "P1", warehouseID: "W1", type: .return, quantity: 10)])),
      as: AdjustStockResponse.self)
    let again = try bench.run([bench.reserve(11, order: "O1")], commandIDs: [[1]])[0]
    #expect(again.isRepeated)
    #expect(again.failure == refused.failure)
  }

  @Test("an id is forgotten after its window, by record time")
  func window() throws {
    let bench = try Bench()
    try bench.stock(["W1": 100])
    try bench.run([bench.reserve(1, order: "O1")], commandIDs: [[1]])
    bench.now += defaultWindow - 1
    #expect(try bench.run([bench.reserve(1, order: "O1")], commandIDs: [[1]])[0].isRepeated)
    bench.now += 1
    let other = try bench.run([bench.reserve(2, order: "O2")], commandIDs: [[1]])[0]
    #expect(other.failure == nil)
    #expect(!other.isRepeated)
    #expect(bench.writer.facts.commandResults == 1)
  }

  @Test("a policy sets the window, for answers that are kept already too")
  func windowOfPolicy() throws {
    let bench = try Bench()
    try bench.stock(["W1": 100])
    try bench.run([bench.reserve(1, order: "O1")], commandIDs: [[1]])
    bench.now += 61_000_000
    #expect(try bench.run([bench.reserve(1, order: "O1")], commandIDs: [[1]])[0].isRepeated)
    let policy = CommandRequest.putPolicy(.init(policy: Policy(commandResultSeconds: 60)))
    #expect(try bench.run([policy], role: .admin)[0].failure == nil)
    #expect(try !bench.run([bench.reserve(1, order: "O2")], commandIDs: [[1]])[0].isRepeated)
    #expect(bench.writer.facts.commandResults == 1)
    #expect(try bench.replayed().dump() == bench.dump())
  }

  @Test("past its number a principal's new ids are refused, and the old ones are still known")
  func resultLimit() throws {
    let bench = try Bench()
    try bench.stock(["W1": 2000])
    let policy = CommandRequest.putPolicy(.init(policy: Policy(commandResultsPerPrincipal: 1_000)))
    #expect(try bench.run([policy], role: .admin)[0].failure == nil)
    let ids = (1...1_000).map { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    let outcomes = try bench.run(ids.indices.map { bench.reserve(1, order: "O\($0)") }, commandIDs: ids)
    #expect(outcomes.allSatisfy { $0.failure == nil })
    let third = bench.reserve(1, order: "P3")
    #expect(try bench.run([third], commandIDs: [[3]])[0].failure?.statusCode == .resourceExhausted)
    #expect(try bench.run([bench.reserve(1, order: "O0")], commandIDs: [ids[0]])[0].isRepeated)
    #expect(try bench.run([third])[0].failure == nil, "without an id it is taken")
    bench.now += defaultWindow
    let fourth = try bench.run([bench.reserve(1, order: "P4")], commandIDs: [[4]])[0]
    #expect(fourth.failure == nil, "what is past the window does not count")
    #expect(bench.writer.facts.commandResults == 999)
    let fifth = try bench.run([bench.reserve(1, order: "P5")], commandIDs: [[5]])[0]
    #expect(fifth.failure == nil, "two were forgotten")
  }

  @Test("within a batch each command is decided on what those before it did")
  func batch() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    let outcomes = try bench.run((0..<20).map { bench.reserve(1, order: "O\($0)") })
    #expect(outcomes.prefix(10).allSatisfy { $0.failure == nil })
    #expect(outcomes.suffix(10).allSatisfy { $0.failure?.statusCode == .failedPrecondition })
    #expect(try bench.level("P1", "W1")?.available == 0)
    #expect(try bench.faults() == [])
  }

  @Test("reopening shows the same, and a state folded from the journal alone is the same to the byte")
  func replay() throws {
    let bench = try Bench()
    try bench.stock(["W1": 50, "W2": 20])
    try bench.stock(["W1": 5], product: "P2")
    var generator = SplitMix(seed: 7)
    for step in 0..<300 {
      bench.now += Int64(generator.next() % 20_000_000)
      let id: [UInt8] = generator.next() % 2 == 0 ? [1, UInt8(step % 256), UInt8(step / 256)] : []
      let cart = "C\(generator.next() % 5)"
      let request: CommandRequest
      switch generator.next() % 6 {
      case 0, 1:
        request = bench.reserve(
          Int64(generator.next() % 9) + 1, at: generator.next() % 3 == 0 ? "" : "W1", cart: cart,
          ttl: UInt32(generator.next() % 60))
      case 2: request = .convertReservation(.init(cartID: cart, orderID: "O\(step)"))
      case 3: request = .fulfill(.init(reference: Reference(type: .order, id: "O\(generator.next() % 300)")))
      case 4: request = .release(.init(reference: Reference(type: .cart, id: cart)))
      default:
        request = .adjustStock(
          .init(lines: [
            .init(productID: "P1", warehouseID: "W1", type: .return, quantity: Int64(generator.next() % 4) + 1)
          ]))
      }
      try bench.run([request], commandIDs: [id], sweepLimit: step % 10 == 0 ? 3 : 0)
    }
    #expect(try bench.faults() == [])
    let before = try bench.dump()
    try bench.reopen()
    #expect(try bench.dump() == before)
    let replayed = try bench.replayed()
    #expect(try replayed.dump() == before)
    #expect(replayed.writer.facts == bench.writer.facts)
  }

  @Test("a full map refuses the command that needs the room and keeps serving the others")
  func fullMap() throws {
    let bench = try Bench(stateByteLimit: 4 << 20)
    try bench.stock(["W1": 1_000_000])
    var refused = 0
    for batch in 0..<260 {
      let outcomes = try bench.run((0..<100).map { bench.reserve(1, order: "O\(batch)-\($0)") })
      refused += outcomes.count { $0.failure?.statusCode == .resourceExhausted }
      #expect(outcomes.allSatisfy { $0.failure == nil || $0.failure?.statusCode == .resourceExhausted })
    }
    #expect(refused > 0)
    #expect(try bench.faults() == [])
    let before = try bench.dump()
    try bench.reopen()
    #expect(try bench.dump() == before)
  }

  @Test("a full map takes what gives room back, and then takes everything again, though its file never shrinks")
  func fullMapRecovers() throws {
    let bench = try Bench(stateByteLimit: 2 << 20)
    try bench.stock(["W1": 1_000_000])
    func fill() throws -> [String] {
      var taken: [String] = []
      for number in 0..<400 {
        bench.now += 1_000_000
        let orders = (0..<50).map { "O\(number)-\($0)" }
        let outcomes = try bench.run(orders.map { bench.reserve(1, order: $0) })
        for (order, outcome) in zip(orders, outcomes) where outcome.failure == nil { taken.append(order) }
        if outcomes.contains(where: { $0.failure != nil }) { return taken }
      }
      Issue.record("it was never full")
      return taken
    }
    var taken = try fill()
    let lastPage = bench.writer.environment.information.lastPage
    let first = taken.count
    for round in 1...2 {
      #expect(taken.count > first / 2, "round \(round)")
      for start in stride(from: 0, to: taken.count - 10, by: 40) {
        bench.now += 1_000
        let releases = taken[start..<min(start + 40, taken.count - 10)].map {
          CommandRequest.release(.init(reference: Reference(type: .order, id: $0)))
        }
        #expect(try bench.run(releases).allSatisfy { $0.failure == nil })
      }
      for order in taken.suffix(10) {
        let request = CommandRequest.fulfill(.init(reference: Reference(type: .order, id: order)))
        #expect(try bench.run([request])[0].failure == nil)
      }
      #expect(bench.writer.facts.holds == 0)
      taken = try fill()
    }
    #expect(bench.writer.environment.information.lastPage < lastPage + 64)
    #expect(try bench.faults() == [])
    let before = try bench.dump()
    try bench.reopen()
    #expect(try bench.dump() == before)
  }
}

/// SplitMix64, public domain: the same numbers for the same seed everywhere.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
