import Testing

@testable import EventLoop

@Suite struct TimerTests {
  @Test("timers come in the order of their deadlines, equal ones in the order in which they were set")
  func order() {
    var generator = SplitMix(state: 7)
    for _ in 0..<50 {
      var heap = TimerHeap<Int>()
      var model: [(deadline: UInt64, value: Int)] = []
      var tokens: [TimerToken] = []
      for value in 0..<200 {
        let deadline = generator.next() % 20
        tokens.append(heap.set(deadline: deadline, value))
        model.append((deadline, value))
        if generator.next() % 3 == 0 {
          let victim = Int(generator.next() % UInt64(tokens.count))
          let expected = model.contains { $0.value == victim } ? victim : nil
          #expect(heap.cancel(tokens[victim]) == expected)
          model.removeAll { $0.value == victim }
        }
        if generator.next() % 10 == 0 {
          let now = generator.next() % 20
          let due = model.filter { $0.deadline <= now }.sorted { ($0.deadline, $0.value) < ($1.deadline, $1.value) }
          for expected in due { #expect(heap.takeDue(now: now) == expected.value) }
          #expect(heap.takeDue(now: now) == nil)
          model.removeAll { $0.deadline <= now }
        }
        #expect(heap.count == model.count)
        #expect(heap.firstDeadline() == model.map(\.deadline).min())
      }
    }
  }

  @Test("an old token does not cancel the timer that took its place")
  func tokens() {
    var heap = TimerHeap<String>()
    let old = heap.set(deadline: 1, "old")
    #expect(heap.takeDue(now: 1) == "old")
    _ = heap.set(deadline: 2, "new")
    #expect(heap.cancel(old) == nil)
    #expect(heap.takeDue(now: 2) == "new")
  }

  @Test("cancelled deadlines don't pile up")
  func cancelling() {
    var heap = TimerHeap<Int>()
    for number in 0..<10_000 { #expect(heap.cancel(heap.set(deadline: .max, number)) == number) }
    #expect(heap.heldCount <= 65)
    #expect(heap.count == 0)
  }

  @Test("a timer does not come before its time, and one that was cancelled never comes")
  func loop() throws {
    let loop = try EventLoop(name: "timers")
    let start = loop.now
    var came: [(Int, UInt64)] = []
    loop.schedule(after: 3_000_000) { came.append((3, loop.now - start)) }
    let cancelled = loop.schedule(after: 2_000_000) { came.append((2, loop.now - start)) }
    loop.schedule(after: 1_000_000) {
      came.append((1, loop.now - start))
      loop.cancel(cancelled)
    }
    loop.schedule(after: 6_000_000) { loop.stop() }
    loop.run()
    #expect(came.map(\.0) == [1, 3])
    for (number, elapsed) in came { #expect(elapsed >= UInt64(number) * 1_000_000) }
  }

  @Test("a timer that is set again from its own action comes again, in a later round")
  func repeating() throws {
    let loop = try EventLoop(name: "repeating")
    var rounds: [UInt64] = []
    func again() {
      rounds.append(loop.round)
      if rounds.count == 3 { loop.stop() } else { loop.schedule(after: 1, again) }
    }
    loop.schedule(after: 1, again)
    loop.run()
    #expect(rounds.count == 3)
    #expect(Set(rounds).count == 3)
  }
}

/// The same numbers each time.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
