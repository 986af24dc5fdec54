import EventLoop
import Foundation
import Glibc
import Synchronization
import Testing

@Suite struct EventLoopTests {
  @Test("work posted from many threads is done on the loop's thread, each thread's in order, none lost")
  func posting() throws {
    let running = try RunningLoop()
    let seen = Mutex<[[Int]]>(Array(repeating: [], count: 4))
    let wrongThread = Atomic(0)
    inParallel(4) { thread in
      for number in 0..<2_000 {
        running.loop.post {
          if !running.loop.isOnThread { wrongThread.add(1, ordering: .relaxed) }
          seen.withLock { $0[thread].append(number) }
        }
      }
    }
    running.sync {}
    #expect(wrongThread.load(ordering: .relaxed) == 0)
    for thread in 0..<4 { #expect(seen.withLock { $0[thread] } == Array(0..<2_000)) }
  }

  @Test("a wake-up handler sees everything that was done before any signal, however signals coalesce")
  func wakeUps() throws {
    let running = try RunningLoop()
    let written = Atomic(0)
    let read = Atomic(0)
    let calls = Atomic(0)
    let wakeUp = Mutex<WakeUp?>(nil)
    running.sync {
      let made = WakeUp(running.loop) {
        calls.add(1, ordering: .relaxed)
        read.store(written.load(ordering: .acquiring), ordering: .releasing)
      }
      wakeUp.withLock { $0 = made }
    }
    let signal = try #require(wakeUp.withLock { $0 })
    for _ in 0..<20 {
      inParallel(2) { _ in
        for _ in 0..<500 {
          written.add(1, ordering: .sequentiallyConsistent)
          signal.signal()
        }
      }
      let total = written.load(ordering: .acquiring)
      eventually { read.load(ordering: .acquiring) == total }
    }
    #expect(read.load(ordering: .relaxed) == 20_000)
    #expect(calls.load(ordering: .relaxed) <= 20_000)
  }

  @Test("a loop that is over refuses work, after it has done what was posted before")
  func stopping() throws {
    let loop = try EventLoop(name: "stopping")
    let done = Atomic(0)
    for _ in 0..<100 { loop.post { done.add(1, ordering: .relaxed) } }
    try loop.start()
    loop.stop()
    loop.join()
    #expect(done.load(ordering: .relaxed) == 100)
    let accepted = loop.post {}
    #expect(!accepted)
    loop.join()
  }

  @Test("a round calls its start, events, work, flush and end in this order, and ends before it waits")
  func hooks() throws {
    let loop = try EventLoop(name: "hooks")
    var order: [String] = []
    let pipe = Pipe()
    let source = Recorder { _ in
      order.append("event")
      _ = pipe.take()
    }
    loop.onRoundStart { order.append("start") }
    loop.onRoundEnd {
      order.append("end")
      if order.contains("timer") { loop.stop() }
    }
    loop.onRoundFlush { order.append("flush") }
    _ = try loop.register(pipe.readEnd, source, .readable)
    pipe.put()
    loop.schedule(after: 1_000_000) { order.append("timer") }
    loop.run()
    #expect(Array(order.prefix(4)) == ["start", "event", "flush", "end"])
    #expect(Array(order.suffix(4)) == ["start", "timer", "flush", "end"])
  }

  @Test("a source that asks for a turn gets it in the next round, without anything being ready")
  func turns() throws {
    let loop = try EventLoop(name: "turns")
    var rounds: [UInt64] = []
    let source = Recorder { readiness in
      #expect(readiness.isEmpty)
      rounds.append(loop.round)
    }
    source.then = { [unowned source] in if rounds.count < 3 { loop.runNextRound(source) } else { loop.stop() } }
    loop.runNextRound(source)
    loop.run()
    #expect(rounds == [1, 2, 3])
  }

  @Test("a pinned thread runs on its processor, and an impossible processor is refused")
  func pinning() throws {
    let loop = try EventLoop(name: "pinned")
    try loop.start(cpu: 0)
    let status = Mutex("")
    loop.post {
      let text = try? String(contentsOfFile: "/proc/thread-self/status", encoding: .utf8)
      status.withLock { $0 = text ?? "" }
    }
    loop.stop()
    loop.join()
    #expect(status.withLock { $0 }.contains("Cpus_allowed_list:\t0\n"))
    #expect(status.withLock { $0 }.contains("Name:\tpinned\n"))
    let other = try EventLoop(name: "nowhere")
    #expect(throws: SystemError.startingThread(errno: EINVAL)) { try other.start(cpu: 1_000) }
  }
}
