import EventLoop
import Glibc
import Testing

@Suite struct SourcesTests {
  @Test("a source removed by another in the same round is not called, though its event had arrived")
  func removalByAnother() throws {
    let loop = try EventLoop(name: "removal")
    let pipes = [Pipe(), Pipe()]
    var registrations: [Registration] = []
    var calls = 0
    for (index, pipe) in pipes.enumerated() {
      let source = Recorder { _ in
        calls += 1
        loop.remove(registrations[1 - index])
        loop.stop()
      }
      registrations.append(try loop.register(pipe.readEnd, source, .readable))
      pipe.put()
    }
    loop.run()
    #expect(calls == 1)
  }

  /// The descriptor's number is given out again at once: an event that was meant for the first source must not reach the second.
  @Test("an event for a removed source does not reach the source that took its place in the same round")
  func recycling() throws {
    let loop = try EventLoop(name: "recycling")
    let first = Pipe()
    let fresh = Pipe()
    var victim: Pipe? = Pipe()
    var victimRegistration: Registration?
    var wasRegisteredAnew = false
    var strayCalls = 0
    let replaced = Recorder { _ in strayCalls += 1 }
    let attacker = Recorder { _ in
      guard let old = victimRegistration else { return }
      loop.remove(old)
      victimRegistration = nil
      let number = victim?.readEnd
      victim = nil
      // The empty pipe gets the number and the place of the one that had something to read.
      #expect(number.map { dup2(fresh.readEnd, $0) } == number)
      if let number { wasRegisteredAnew = (try? loop.register(number, replaced, .readable)) != nil }
    }
    _ = try loop.register(first.readEnd, attacker, .readable)
    first.put()
    if let victim {
      victimRegistration = try loop.register(victim.readEnd, Recorder { _ in strayCalls += 1 }, .readable)
      victim.put()
    }
    loop.schedule(after: 2_000_000) { loop.stop() }
    loop.run()
    #expect(wasRegisteredAnew)
    #expect(strayCalls == 0)
  }

  @Test("a source that removes itself is let go of after its call, not during it")
  func selfRemoval() throws {
    let loop = try EventLoop(name: "self")
    let pipe = Pipe()
    var registration: Registration?
    weak var observed: Recorder?
    var wasAliveAtTheEnd = false
    do {
      let source = Recorder { _ in
        if let registration { loop.remove(registration) }
        wasAliveAtTheEnd = observed != nil
        loop.stop()
      }
      observed = source
      registration = try loop.register(pipe.readEnd, source, .readable)
    }
    pipe.put()
    loop.run()
    #expect(wasAliveAtTheEnd)
    #expect(observed == nil)
  }

  @Test("a source that watches for nothing is not called until it is changed")
  func interest() throws {
    let loop = try EventLoop(name: "interest")
    let pipe = Pipe()
    var rounds: [UInt64] = []
    let source = Recorder { _ in
      _ = pipe.take()
      rounds.append(loop.round)
      loop.stop()
    }
    let registration = try loop.register(pipe.readEnd, source, [])
    pipe.put()
    loop.schedule(after: 2_000_000) { loop.change(registration, .readable) }
    loop.run()
    #expect(rounds.count == 1)
    #expect(rounds[0] > 1)
  }

  @Test("a descriptor that cannot be watched is an error, and leaves no trace")
  func refusal() throws {
    let loop = try EventLoop(name: "refusal")
    #expect(throws: SystemError.watching(errno: EBADF)) { try loop.register(9_999, Recorder { _ in }, .readable) }
    #expect(loop.registeredCount == 0)
  }
}
