import Messages
import Testing

@testable import HoldfastClient

@Suite("The values that calls are made of")
struct ValueTests {
  @Test("the backoff doubles up to its limit, and jitter takes off half at most")
  func backoff() {
    let policy = BackoffPolicy(initial: .milliseconds(50), maximum: .seconds(2))
    let milliseconds = (0...8).map { policy.nanoseconds(failures: $0, jitter: 0) / 1_000_000 }
    #expect(milliseconds == [0, 25, 50, 100, 200, 400, 800, 1000, 1000])
    #expect(policy.nanoseconds(failures: 1, jitter: 0.5) == 37_500_000)
    #expect(policy.nanoseconds(failures: .max, jitter: 0.999) < 2_000_000_000)
    #expect(
      BackoffPolicy(initial: .seconds(1 << 40), maximum: .seconds(3)).nanoseconds(failures: 30, jitter: 0)
        == 1_500_000_000)
    #expect(Set((0..<20).map { _ in policy.nanoseconds(failures: 3) }).count > 1)
  }

  @Test("durations become nanoseconds without overflow")
  func durations() {
    #expect(Duration.seconds(-1).wholeNanoseconds == 0)
    #expect(Duration.milliseconds(1500).wholeNanoseconds == 1_500_000_000)
    #expect(Duration.seconds(Int64.max).wholeNanoseconds == .max)
  }

  @Test("a unique command id is a UUID of version 7 that begins with its time")
  func uniqueIDs() {
    let id = CommandID.unique(milliseconds: 0x0123_4567_89AB, random: (.max, .max))
    #expect(id.description == "01234567-89ab-7fff-bfff-ffffffffffff")
    let zeros = CommandID.unique(milliseconds: 0, random: (0, 0))
    #expect(zeros.description == "00000000-0000-7000-8000-000000000000")
    let ids = (0..<1000).map { _ in CommandID.unique() }
    #expect(Set(ids).count == 1000 && ids.allSatisfy { $0.bytes.count == 16 })
    #expect(
      ids[0].bytes.prefix(6).lexicographicallyPrecedes(ids[999].bytes.prefix(6))
        || ids[0].bytes.prefix(6) == ids[999].bytes.prefix(6))
  }

  @Test("a command id shows as text where it is text")
  func idDescriptions() {
    #expect(CommandID("order-4711").description == "order-4711")
    #expect(CommandID(bytes: [0, 0xAB]).description == "00ab")
    #expect(CommandID.omitted.description == "")
  }

  @Test(
    "calls that wait keep their order, those that were sent before come first, and those that ended are passed over")
  func queue() {
    let calls = (0..<300).map { _ in PendingCall(connecting: .seconds(1)) }
    var queue = CallQueue()
    #expect(queue.first() == nil)
    for call in calls[2...] { queue.append(call) }
    queue.prepend(Array(calls[..<2]))
    // One that has a number and nobody who waits for it has ended.
    for (index, call) in calls.enumerated() where index % 3 == 1 { call.id = 1 }
    var order: [PendingCall] = []
    while let call = queue.first(), order.count < 150 {
      order.append(call)
      queue.removeFirst()
    }
    order += queue.removeAll()
    let expected = calls.enumerated().filter { $0.offset % 3 != 1 }.map(\.element)
    #expect(order.map { ObjectIdentifier($0) } == expected.map { ObjectIdentifier($0) })
    #expect(queue.first() == nil)
  }

  @Test("an error says everything")
  func errors() {
    var error = HoldfastError(.unavailable, "gone")
    error.method = "holdfast.v1.StockService/SetStock"
    error.commandID = "c-1"
    error.isOutcomeUnknown = true
    error.attempts = 3
    #expect(
      error.description == """
        UNAVAILABLE from holdfast.v1.StockService/SetStock: gone
          it is not known whether the command took effect; repeat it with the command id c-1 to find out
          the call was sent 3 times
        """)
    #expect(HoldfastError(StatusCode(rawValue: 99), "").description == "CODE 99")
    #expect(Refusal(reservationID: "R1").summary == "reservation R1: UNSPECIFIED")
    #expect(
      Refusal(productID: "P", variantID: "V", requested: 1, reason: .notEnoughStock).summary
        == "product P/V: NOT_ENOUGH_STOCK, requested 1, available 0")
  }
}
