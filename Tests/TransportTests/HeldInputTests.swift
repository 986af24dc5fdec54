import Testing

@testable import Transport

@Suite struct HeldInputTests {
  @Test("room is never more than the unfinished frame lacks")
  func room() {
    var held = HeldInput()
    append(&held, [0, 0])
    #expect(unsafe held.room().count == 2)
    fill(&held, [0, 10])
    #expect(unsafe held.room().count == 10)
    fill(&held, [1, 2, 3])
    #expect(unsafe held.room().count == 7)
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
      let room = unsafe held.room().count
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
    #expect(unsafe held.room().count == 1)
    fill(&held, [6])
    #expect(unsafe [UInt8](held.bytes) == [0, 0, 0, 2, 5, 6])
  }
}

private func append(_ held: inout HeldInput, _ bytes: [UInt8]) {
  unsafe bytes.withUnsafeBytes { unsafe held.append($0) }
}

private func fill(_ held: inout HeldInput, _ bytes: [UInt8]) {
  let room = unsafe held.room()
  unsafe bytes.withUnsafeBytes { unsafe room.copyMemory(from: $0) }
  held.advance(by: bytes.count)
}
