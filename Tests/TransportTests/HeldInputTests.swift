import Testing

@testable import Transport

@Suite struct HeldInputTests {
  @Test("room is never more than the unfinished frame lacks")
  func room() {
    var held = HeldInput()
    append(&held, [0, 0])
    #expect(unsafe held.room()?.count ?? 0 == 2)
    fill(&held, [0, 10])
    #expect(unsafe held.room()?.count ?? 0 == 10)
    fill(&held, [1, 2, 3])
    #expect(unsafe held.room()?.count ?? 0 == 7)
    fill(&held, [4, 5, 6, 7, 8, 9, 10])
    #expect(unsafe [UInt8](held.bytes) == [0, 0, 0, 10, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    held.consume(14)
    #expect(held.isEmpty && held.allocatedBytes == 0)
  }

  @Test("memory grows with what has come, and never past what was announced")
  func growth() {
    var held = HeldInput()
    let announced = 100_000
    append(&held, header(UInt32(announced)))
    var count = 4
    while count < announced + 4 {
      let room = unsafe held.room()?.count ?? 0
      #expect(room > 0)
      fill(&held, [UInt8](repeating: 3, count: min(room, 1_000)))
      count += min(room, 1_000)
      #expect(held.allocatedBytes <= max(HeldInput.leastCapacity, 2 * count))
      #expect(held.allocatedBytes <= announced + 4)
    }
    #expect(held.count == announced + 4)
  }

  @Test("what is left after a part was dropped moves to the front")
  func moving() {
    var held = HeldInput()
    append(&held, [9, 9, 9, 0, 0, 0, 2, 5])
    held.consume(3)
    #expect(unsafe held.room()?.count ?? 0 == 1)
    fill(&held, [6])
    #expect(unsafe [UInt8](held.bytes) == [0, 0, 0, 2, 5, 6])
  }

  @Test("what is held is taken from the budget, refused past it, and given back")
  func budget() {
    let budget = InputBudget(limit: 10_000)
    var first = HeldInput(budget)
    append(&first, header(100_000))
    fill(&first, [1])
    #expect(budget.usedBytes == first.allocatedBytes)
    do {
      var second = HeldInput(budget)
      append(&second, header(100_000))
      fill(&second, [1])
      #expect(budget.usedBytes == first.allocatedBytes + second.allocatedBytes)
      let before = second.allocatedBytes
      #expect(unsafe [UInt8](repeating: 1, count: 9000).withUnsafeBytes { unsafe !second.append($0) })
      #expect(second.allocatedBytes == before && second.count == 5)
    }
    #expect(budget.usedBytes == first.allocatedBytes)
    first.release()
    #expect(budget.usedBytes == 0)
  }
}

private func append(_ held: inout HeldInput, _ bytes: [UInt8]) {
  #expect(unsafe bytes.withUnsafeBytes { unsafe held.append($0) })
}

private func fill(_ held: inout HeldInput, _ bytes: [UInt8]) {
  guard let room = unsafe held.room() else {
    Issue.record("there is no room")
    return
  }
  unsafe bytes.withUnsafeBytes { unsafe room.copyMemory(from: $0) }
  held.advance(by: bytes.count)
}
