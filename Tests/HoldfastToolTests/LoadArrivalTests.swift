import Testing

@testable import holdfast

@Suite("Load: when calls are due")
struct LoadArrivalTests {
  private func times(_ count: Int, _ schedule: ArrivalSchedule) -> [UInt64] {
    var schedule = schedule
    return (0..<count).map { _ in
      defer { schedule.advance() }
      return schedule.next
    }
  }

  @Test("a constant rate is kept to the nanosecond over a million calls")
  func constant() {
    let times = times(1_000_001, ArrivalSchedule(ratePerSecond: 30_000, isPoisson: false, start: 5_000))
    #expect(times[0] == 5_000)
    #expect(times[3] == 105_000)
    #expect(times[1_000_000] == 5_000 + 33_333_333_333)
  }

  @Test("threads that share a rate take turns")
  func phases() {
    let schedules = (0..<4).map { number in
      ArrivalSchedule(ratePerSecond: 250, isPoisson: false, start: 0, phase: Double(number) / 4)
    }
    let all = schedules.flatMap { times(10, $0) }.sorted()
    #expect(all == (0..<40).map { UInt64($0) * 1_000_000 })
  }

  @Test("a ramp makes half as many calls as the full rate would, and ends at that rate")
  func ramp() {
    let schedule = ArrivalSchedule(ratePerSecond: 1000, isPoisson: false, start: 0, rampNanoseconds: 2_000_000_000)
    let times = times(2000, schedule)
    #expect(times.filter { $0 < 1_000_000_000 }.count == 250)
    #expect(times.filter { $0 < 2_000_000_000 }.count == 1000)
    #expect(times[1500] - times[1499] == 1_000_000)
    #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test("a Poisson process has the rate that was asked for, and gaps that vary as much as they last")
  func poisson() {
    let times = times(200_001, ArrivalSchedule(ratePerSecond: 1000, isPoisson: true, start: 0, seed: 7))
    let gaps = zip(times, times.dropFirst()).map { Double($1 - $0) }
    let mean = gaps.reduce(0, +) / Double(gaps.count)
    let variance = gaps.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(gaps.count)
    #expect(abs(mean - 1_000_000) < 10_000)
    #expect(abs(variance.squareRoot() - 1_000_000) < 15_000)
    let short = gaps.filter { $0 < 100_000 }.count
    // 1 − e^(−0.1)
    #expect(abs(Double(short) / Double(gaps.count) - 0.09516) < 0.003)
  }

  @Test("what a second is said to offer is what the schedule makes due in it")
  func offered() {
    var plan = LoadPlan()
    plan.arrivals = .constant(perSecond: 1000)
    plan.rampNanoseconds = 2_500_000_000
    let schedule = ArrivalSchedule(
      ratePerSecond: 1000, isPoisson: false, start: 0, rampNanoseconds: plan.rampNanoseconds, phase: 0.5)
    let times = times(6000, schedule)
    for second in UInt64(0)..<5 {
      let range = second * 1_000_000_000..<(second + 1) * 1_000_000_000
      let due = times.filter(range.contains).count
      let said = plan.offeredPerSecond(from: range.lowerBound, to: range.upperBound) ?? 0
      #expect(abs(Double(due) - said) <= 1, "second \(second)")
    }
    plan.arrivals = .closedLoop
    #expect(plan.offeredPerSecond(from: 0, to: 1) == nil)
  }

  @Test("the same seed gives the same calls, another seed others")
  func seeds() {
    func first(_ seed: UInt64) -> [UInt64] {
      times(50, ArrivalSchedule(ratePerSecond: 10, isPoisson: true, start: 0, seed: seed))
    }
    #expect(first(1) == first(1))
    #expect(first(1) != first(2))
  }
}
