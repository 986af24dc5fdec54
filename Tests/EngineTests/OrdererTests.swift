import Journal
import Messages
import Synchronization
import Testing

@testable import Engine

@Suite("The orderer's queue")
struct OrdererTests {
  /// Codes of what was answered, in order.
  private final class Answers: Sendable {
    let codes = Mutex<[StatusCode]>([])
    func add(_ answer: OrderedAnswer) {
      guard case .outcome(let outcome) = answer else { return }
      codes.withLock { $0.append(outcome.failure?.statusCode ?? .ok) }
    }
  }

  private let answers = Answers()

  /// Hands in a command that counts for so many bytes; returns what it was refused with.
  private func submit(_ orderer: Orderer, _ bench: Bench, order: Int, bytes: Int) throws -> CallFailure? {
    let command = try Command(
      bench.reserve(1, order: "O\(order)"), caller: Caller(principal: "t", role: .seller), byteCount: bytes)
    do {
      try orderer.submit(command, deadline: .max, cancellation: nil) { [answers] in answers.add($0) }
      return nil
    } catch {
      return error
    }
  }

  /// Orders what waits, on this thread; returns how many commands each record that came of it has.
  private func run(_ orderer: Orderer, _ bench: Bench) throws -> [Int] {
    let before = bench.writer.facts.sequence
    orderer.stop()
    var clock = OrderClock(after: bench.now, .now())
    orderer.run(bench.writer, clock: &clock) { false }
    var records = try bench.writer.journal.reader.records(from: before + 1)
    var counts: [Int] = []
    while let record = try records.next() { counts.append(record.commandCount) }
    return counts
  }

  @Test("commands are refused once those that wait have the bytes that may wait, however few they are")
  func queueBytes() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    let orderer = Orderer(
      queueLimit: .init(commands: 100, bytes: 1000), batchLimit: .init(commands: 100, bytes: 1000), diskReserve: 0)
    #expect(try submit(orderer, bench, order: 1, bytes: 600) == nil)
    let refusal = try #require(try submit(orderer, bench, order: 2, bytes: 401))
    expect(refusal, .resourceExhausted)
    #expect(refusal.status.retryAfterMs > 0)
    #expect(try submit(orderer, bench, order: 3, bytes: 400) == nil)
    #expect(orderer.queued == (2, 1000))
    #expect(try run(orderer, bench) == [2])
    #expect(orderer.queued == (0, 0))
    #expect(answers.codes.withLock { $0 } == [.ok, .ok])
  }

  @Test("an empty queue takes one command, however large it is")
  func largeCommand() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    let orderer = Orderer(
      queueLimit: .init(commands: 100, bytes: 1000), batchLimit: .init(commands: 100, bytes: 100), diskReserve: 0)
    #expect(try submit(orderer, bench, order: 1, bytes: 5000) == nil)
    expect(try #require(try submit(orderer, bench, order: 2, bytes: 0 + 1)), .resourceExhausted)
    #expect(try run(orderer, bench) == [1])
  }

  @Test("a batch has no more bytes than it may, and a command that is larger goes alone")
  func batchBytes() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    let orderer = Orderer(
      queueLimit: .init(commands: 100, bytes: 10_000), batchLimit: .init(commands: 3, bytes: 1000), diskReserve: 0)
    for (order, bytes) in [400, 600, 1, 2000, 500, 501, 1, 1, 1].enumerated() {
      #expect(try submit(orderer, bench, order: order, bytes: bytes) == nil)
    }
    #expect(try run(orderer, bench) == [2, 1, 1, 1, 3, 1])
    #expect(answers.codes.withLock { $0 } == [StatusCode](repeating: .ok, count: 9))
  }

  @Test("a wall clock that differs by more than a minute is told when it begins")
  func clock() throws {
    let bench = try Bench()
    let events = Events()
    let orderer = Orderer(
      queueLimit: .init(commands: 1, bytes: 1), batchLimit: .init(commands: 1, bytes: 1), diskReserve: 0
    ) { events.add($0) }
    orderer.stop()
    let now = OrderClock.Reading.now()
    var clock = OrderClock(after: now.wall + 3_600_000_000, now)
    orderer.run(bench.writer, clock: &clock) { false }
    #expect(orderer.clockAhead < -3_500_000_000)
    guard case .clockDiffers(let micros)? = events.all.first else {
      Issue.record("\(events.all)")
      return
    }
    #expect(micros == orderer.clockAhead)
    #expect(orderer.watchClock(-31_000_000, differed: true))
    #expect(!orderer.watchClock(29_000_000, differed: true))
    #expect(!orderer.watchClock(59_000_000, differed: false))
    #expect(events.all.count == 2)
    #expect(events.all.last == .clockAgrees(micros: 29_000_000))
  }
}
