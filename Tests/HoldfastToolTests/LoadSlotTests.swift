import Histogram
import Testing

@testable import holdfast

@Suite("Load: calls in flight")
struct LoadSlotTests {
  @Test("answers find their calls in any order, and no id is given twice", arguments: [1, 2, 3, 16, 100])
  func anyOrder(capacity: Int) {
    let slots = CallSlots(capacity: capacity)
    var random = RandomSource(seed: 3)
    var flying: [UInt64: UInt64] = [:]
    var seen: Set<UInt64> = []
    for number in 0..<UInt64(5000) {
      if let slot = slots.take() {
        let id = slots.begin(slot, .read, Subject(serial: number), intended: number)
        #expect(id != 0 && seen.insert(id).inserted)
        flying[id] = number
      }
      guard slots.freeCount == 0 || random.below(3) == 0, let id = flying.keys.randomElement(using: &random),
        let index = slots.index(of: id)
      else { continue }
      #expect(slots[index].subject.serial == flying[id])
      slots.release(index)
      flying[id] = nil
      #expect(slots.index(of: id) == nil)
    }
    #expect(slots.busyCount == flying.count)
  }

  @Test("answers to nobody are told from answers to somebody")
  func strays() {
    let slots = CallSlots(capacity: 3)
    #expect([0, 1, 2, 3, 4, .max].allSatisfy { slots.index(of: $0) == nil })
    guard let slot = slots.take() else { return }
    let id = slots.begin(slot, .read, Subject(), intended: 0)
    #expect(slots.index(of: id) == slot)
    // The slot has three neighbours at most, and a later call of the same slot is four numbers on.
    #expect(slots.index(of: id + 4) == nil)
    #expect(slots.index(of: 0) == nil)
  }

  @Test("when a connection is lost everything in flight is told once")
  func lost() {
    let slots = CallSlots(capacity: 8)
    for number in 0..<5 {
      guard let slot = slots.take() else { return }
      _ = slots.begin(slot, .reserve, Subject(serial: UInt64(number)), intended: 0)
    }
    var serials: Set<UInt64> = []
    slots.releaseAll { serials.insert($0.subject.serial) }
    #expect(serials == [0, 1, 2, 3, 4])
    #expect(slots.freeCount == 8)
    slots.releaseAll { _ in Issue.record("nothing was in flight") }
  }
}

@Suite("Load: counting")
struct LoadTallyTests {
  @Test("measured calls are counted by operation and outcome, others only as answered")
  func counting() {
    var tally = Tally([.read, .reserve])
    tally.answered(.read, .ok, nanoseconds: 1000, isMeasured: true)
    tally.answered(.reserve, .failedPrecondition, nanoseconds: 2000, isMeasured: true)
    tally.answered(.reserve, .wrong, nanoseconds: 3000, isMeasured: true)
    tally.answered(.read, .ok, nanoseconds: 4000, isMeasured: false)
    tally.ended(.read, .lost, isMeasured: true)
    #expect(tally.answered == 4)
    #expect(tally.failed == 2)
    #expect(tally.count(.read, .ok) == 1)
    #expect(tally.count(.reserve, .failedPrecondition) == 1)
    #expect(tally.count(.reserve, .wrong) == 1)
    #expect(tally.count(.read, .lost) == 1)
    #expect(tally.latencies.map(\.totalCount) == [1, 2])
    #expect(tally.allLatencies.totalCount == 4)
  }

  @Test("tallies add up, and one that was reset counts like a new one")
  func adding() {
    var one = Tally([.read])
    var two = Tally([.read])
    for value in UInt64(1)...1000 { one.answered(.read, .ok, nanoseconds: value * 1000, isMeasured: true) }
    for value in UInt64(1001)...2000 { two.answered(.read, .ok, nanoseconds: value * 1000, isMeasured: true) }
    two.offered = 5
    one.add(two)
    #expect(one.answered == 2000 && one.offered == 5)
    let median = one.latencies[0].valueAtPercentile(50)
    #expect(abs(Double(median) - 1_000_000) < 2_000)
    one.reset()
    one.add(two)
    #expect(one.answered == 1000 && one.latencies[0].totalCount == 1000)
    #expect(one.latencies[0].min > 1_000_000)
  }

  @Test("a latency beyond the longest counts as the longest, not as none")
  func longest() {
    var tally = Tally([.read])
    tally.answered(.read, .ok, nanoseconds: .max, isMeasured: true)
    #expect(tally.latencies[0].totalCount == 1)
    #expect(tally.latencies[0].maxRecorded == LatencyHistogram.longestNanoseconds)
  }

  @Test("threads share calls and connections without a rest")
  func shares() {
    var plan = LoadPlan()
    plan.threads = 3
    #expect((0..<3).map { plan.share(of: 16, thread: $0) } == [6, 5, 5])
  }
}
