import Foundation
import LMDB
import Messages
import Synchronization
import Testing

@testable import Engine

/// What was reported, in order.
final class Events: Sendable {
  private let list = Mutex<[EngineEvent]>([])
  var all: [EngineEvent] { list.withLock { $0 } }
  func add(_ event: EngineEvent) { list.withLock { $0.append(event) } }
}

@Suite("Making checkpoints")
struct CheckpointerTests {
  private func wait(_ condition: () -> Bool) -> Bool {
    for _ in 0..<5000 where !condition() { usleep(1000) }
    return condition()
  }

  private func start(_ checkpointer: Checkpointer, _ bench: Bench) throws -> EngineThread {
    let (environment, folder) = (bench.writer.environment, bench.directory + "/checkpoints")
    return try #require(EngineThread(name: "test") { checkpointer.run(environment, in: folder) })
  }

  @Test("a stop gives up a checkpoint that is being made at once, and leaves nothing of it")
  func stop() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10_000])
    for batch in 0..<4 { try bench.run((0..<200).map { bench.reserve(1, order: "O\(batch)-\($0)") }) }
    // At this rate it would take minutes.
    let checkpointer = Checkpointer(byteInterval: 1, bytesPerSecond: 4096, latest: nil)
    let thread = try start(checkpointer, bench)
    checkpointer.count(1)
    let folder = bench.directory + "/checkpoints"
    let half = folder + "/making/data.mdb"
    #expect(wait { FileManager.default.fileExists(atPath: half) })
    checkpointer.stop()
    thread.join()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
    #expect(checkpointer.figures.latest == nil)
    #expect(checkpointer.figures.failure == nil)
    // The environment and its readers are as good as before.
    #expect(try bench.checkpoint().sequence == bench.writer.facts.sequence)
  }

  @Test("a checkpoint that cannot be made is told once, tried again an interval on, and told when it is made again")
  func failure() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    let folder = bench.directory + "/checkpoints"
    try FileManager.default.removeItem(atPath: folder)
    try Data().write(to: URL(fileURLWithPath: folder))
    let events = Events()
    let checkpointer = Checkpointer(byteInterval: 100, bytesPerSecond: .max, latest: nil) { events.add($0) }
    let thread = try start(checkpointer, bench)
    checkpointer.count(100)
    #expect(wait { checkpointer.figures.failure != nil })
    #expect(checkpointer.figures.bytesSince == 100, "what a start would fold in is not forgotten")
    checkpointer.count(100)
    usleep(20_000)
    try FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    checkpointer.count(100)
    #expect(wait { checkpointer.figures.latest != nil })
    checkpointer.stop()
    thread.join()
    #expect(checkpointer.figures.failure == nil)
    guard case .checkpointFailed(let reason)? = events.all.first else {
      Issue.record("\(events.all)")
      return
    }
    #expect(reason.contains("making"))
    #expect(events.all.dropFirst() == [.checkpointMade(sequence: bench.writer.facts.sequence)])
  }

  @Test("after a start, what lies behind the last checkpoint counts, and says how long a recovery would take")
  func bound() throws {
    let bench = try Bench()
    try bench.stock(["W1": 1000])
    let checkpoint = try bench.checkpoint()
    try bench.run((0..<50).map { bench.reserve(1, order: "O\($0)") })
    let last = bench.writer.facts.sequence
    try bench.withEngine { engine in
      let figures = engine.figures
      #expect(figures.checkpointSequence == checkpoint.sequence)
      #expect(figures.entriesSinceCheckpoint == last - checkpoint.sequence)
      #expect(figures.bytesSinceCheckpoint > 50 * 100)
      #expect(figures.bytesSinceCheckpoint < 50 * 1000)
      #expect(figures.recoverySeconds == 1)
    }
  }

  @Test("an estimate goes by the measured rate where enough was folded in, and by a cautious one otherwise")
  func estimate() {
    let measured = Recovery(entries: 100_000, micros: 1_000_000)
    #expect(measured.seconds(entries: 500_000, checkpointBytes: 0) == 5)
    #expect(measured.seconds(entries: 500_000, checkpointBytes: 1_000_000_000) == 15)
    let cautious = Recovery(entries: 10, micros: 1)
    #expect(cautious.seconds(entries: 500_000, checkpointBytes: 0) == 25)
    #expect(cautious.seconds(entries: 0, checkpointBytes: 0) == 1)
    #expect(cautious.seconds(entries: .max, checkpointBytes: .max) == 1_000_000_000)
  }
}
