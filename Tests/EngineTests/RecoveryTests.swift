import Foundation
import Journal
import Messages
import Testing

@testable import Engine

@Suite("Recovery")
struct RecoveryTests {
  /// A bench with some history.
  private func used() throws -> Bench {
    let bench = try Bench()
    try bench.stock(["W1": 1000])
    try book(bench, 0..<40)
    return bench
  }

  private func book(_ bench: Bench, _ orders: Range<Int>) throws {
    for order in orders {
      bench.now += 1_000_000
      try bench.run(
        [bench.reserve(3, order: "O\(order)", ttl: order % 3 == 0 ? 60 : 0)], commandIDs: [[UInt8(order), 1]])
    }
  }

  @Test("after a clean stop the state is trusted whatever the machine did since")
  func clean() throws {
    let bench = try used()
    let before = try bench.dump()
    try bench.withEngine { #expect($0.origin == .process) }
    try bench.withEngine { engine in
      #expect(engine.origin == .clean)
      #expect(engine.recoveredEntries == 0)
    }
    try bench.reopen()
    #expect(try bench.dump() == before)
  }

  @Test("after a crash of the machine the state is folded from the journal, whatever is left of it")
  func machineCrash() throws {
    let bench = try used()
    let before = try bench.dump()
    try bench.crashMachine {
      try Data(repeating: 0xab, count: 1 << 16).write(to: URL(fileURLWithPath: bench.directory + "/state/data.mdb"))
    }
    #expect(try bench.dump() == before)
    #expect(try bench.faults() == [])
  }

  @Test("after a crash of the machine the newest good checkpoint is where folding starts")
  func checkpoint() throws {
    let bench = try used()
    let first = try bench.checkpoint()
    try book(bench, 40..<60)
    let second = try bench.checkpoint()
    try book(bench, 60..<80)
    let before = try bench.dump()
    #expect(first.sequence < second.sequence)
    try bench.crashMachine()
    #expect(try bench.dump() == before)
    try bench.crashMachine {
      let file = URL(fileURLWithPath: second.path + "/data.mdb")
      var bytes = try Data(contentsOf: file)
      bytes[bytes.count / 2] ^= 1
      try bytes.write(to: file)
    }
    #expect(try bench.dump() == before, "a damaged checkpoint is passed over for the one before")
    #expect(try bench.faults() == [])
  }

  @Test("a state that was swapped for another file is not trusted")
  func swapped() throws {
    let bench = try used()
    let before = try bench.dump()
    bench.close()
    let file = bench.directory + "/state/data.mdb"
    try FileManager.default.copyItem(atPath: file, toPath: file + ".other")
    try FileManager.default.removeItem(atPath: file)
    try FileManager.default.moveItem(atPath: file + ".other", toPath: file)
    try bench.withEngine { #expect($0.origin == .journal) }
    try bench.reopen()
    #expect(try bench.dump() == before)
  }

  @Test("a checkpoint is made every so many bytes of journal, and the last two are kept")
  func regularly() throws {
    let bench = try used()
    for round in 0..<4 {
      let checkpointer = Checkpointer(byteInterval: 4096, bytesPerSecond: .max, latest: nil)
      bench.writer.checkpointer = checkpointer
      try book(bench, 100 + round * 20..<120 + round * 20)
      #expect(checkpointer.figures.bytesSince >= 4096)
      let (environment, folder) = (bench.writer.environment, bench.directory + "/checkpoints")
      let started = EngineThread(name: "test") { checkpointer.run(environment, in: folder) }
      guard let thread = started else {
        Issue.record("there is no thread")
        return
      }
      while checkpointer.figures.bytesSince > 0 { usleep(1000) }
      checkpointer.stop()
      thread.join()
      #expect(checkpointer.figures.latest?.sequence == bench.writer.facts.sequence)
    }
    #expect(Checkpoint.all(in: bench.directory + "/checkpoints").count == 2)
  }

  @Test("a directory that is in use is refused")
  func locked() throws {
    let bench = try used()
    do {
      _ = try Engine.openWriter(Engine.Options(directory: bench.directory))
      Issue.record("it was opened twice")
    } catch {
      #expect("\(error)".contains("in use"))
    }
  }

  @Test("a state that is ahead of its journal is refused")
  func ahead() throws {
    let bench = try used()
    bench.close()
    for name in try FileManager.default.contentsOfDirectory(atPath: bench.directory + "/journal") {
      try FileManager.default.removeItem(atPath: bench.directory + "/journal/" + name)
    }
    do {
      _ = try Engine.openWriter(Engine.Options(directory: bench.directory))
      Issue.record("it was opened")
    } catch {
      #expect("\(error)".contains("endsEarly"), "\(error)")
    }
  }

  /// Two directories that went apart: the same history up to a point, then other commands.
  private func fork() throws -> (one: Bench, other: Bench) {
    let one = try used()
    let other = try one.replayed()
    try book(one, 40..<45)
    for order in 40..<45 {
      other.now = one.now
      try other.run([other.reserve(2, order: "X\(order)", ttl: 0)], commandIDs: [[UInt8(order), 9]])
    }
    #expect(one.writer.facts.sequence == other.writer.facts.sequence)
    return (one, other)
  }

  private func take(_ name: String, of other: Bench, for bench: Bench) throws {
    try FileManager.default.removeItem(atPath: bench.directory + "/" + name)
    try FileManager.default.copyItem(atPath: other.directory + "/" + name, toPath: bench.directory + "/" + name)
  }

  @Test("a state that another journal has made is refused, though history and sequence are the same")
  func otherJournal() throws {
    let (one, other) = try fork()
    one.close()
    try take("journal", of: other, for: one)
    do {
      try one.reopen()
      Issue.record("it was opened")
    } catch EngineError.mismatch(let text) {
      #expect(text.contains("running hashes differ"))
      #expect(text.contains("move \(one.directory)/state"), "it says what to do")
    }
    // What it says helps.
    try FileManager.default.removeItem(atPath: one.directory + "/state")
    try one.reopen()
    #expect(try one.dump() == other.dump())
  }

  @Test("a checkpoint of another journal is refused when the machine's crash brings it back")
  func otherCheckpoint() throws {
    let (one, other) = try fork()
    try other.checkpoint()
    try book(one, 50..<55)
    do {
      try one.crashMachine { try take("checkpoints", of: other, for: one) }
      Issue.record("it was opened")
    } catch EngineError.mismatch(let text) {
      #expect(text.contains("running hashes differ"))
    }
  }

  @Test("commands wait for the operator's word where the clock has gone on too far")
  func timeJump() throws {
    let bench = try used()
    let before = bench.writer.facts.sequence
    #expect(bench.writer.nextExpiry < .max)
    bench.close()
    var options = Engine.Options(directory: bench.directory)
    options.reading = .init(wall: bench.now + 2 * 86_400_000_000, monotonic: 0)
    let engine = try Engine.open(options)
    defer { engine.stop() }
    do {
      try engine.submit(Command(bench.reserve(1, order: "X"), caller: Caller(principal: "t", role: .seller))) { _ in }
      Issue.record("it was taken")
    } catch {
      expect(error, .unavailable)
      #expect(error.status.message.contains("accept-time-jump"))
    }
    // Long enough for a sweep that should not be.
    usleep(50_000)
    #expect(engine.journal.endSequence == before + 1, "nothing expires by a clock that nobody vouches for")
  }
}

@Suite("The orderer's clock")
struct OrderClockTests {
  @Test("a wall clock that jumps expires nothing, and a stamp never runs backwards")
  func slew() {
    var clock = OrderClock(after: 1_000_000, .init(wall: 2_000_000, monotonic: 0))
    #expect(clock.stamp == 2_000_000)
    #expect(clock.next(.init(wall: 2_000_100, monotonic: 100)) == 2_000_100)
    // An hour ahead: only a tenth more than what passed.
    #expect(clock.next(.init(wall: 3_602_000_200, monotonic: 200)) == 2_000_210)
    #expect(clock.wallAhead > OrderClock.reportedDifference)
    // An hour behind: a tenth less.
    #expect(clock.next(.init(wall: -3_600_000_000, monotonic: 300)) == 2_000_300)
    #expect(clock.next(.init(wall: 0, monotonic: 0)) == 2_000_300)
  }

  @Test("a stamp goes on after the last one, however far behind the wall clock is")
  func after() {
    let clock = OrderClock(after: 9_000_000, .init(wall: 2_000_000, monotonic: 0))
    #expect(clock.stamp == 9_000_000)
  }
}

@Suite("A disk that is nearly full")
struct DiskTests {
  @Test("commands are refused at once, and reads go on")
  func refused() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    bench.close()
    var options = Engine.Options(directory: bench.directory)
    options.acceptsTimeJump = true
    options.diskReserveBytes = .max
    let engine = try Engine.open(options)
    defer { engine.stop() }
    while engine.figures.refusing == nil { usleep(1000) }
    do {
      try engine.submit(Command(bench.reserve(1), caller: Caller(principal: "t", role: .seller))) { _ in }
      Issue.record("it was taken")
    } catch {
      expect(error, .resourceExhausted)
      #expect(error.status.retryAfterMs > 0)
    }
    let reader = try engine.makeReader()
    try reader.refresh()
    #expect(try reader.level(LevelKey(product: "P1", variant: "", warehouse: "W1"))?.onHand == 10)
  }
}
