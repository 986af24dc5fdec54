import EventLoop
import Testing
import Transport

@Suite struct FlowTests {
  @Test("a peer that doesn't read stops being read, costs bounded memory, and loses nothing when it goes on")
  func slowReader() throws {
    let limits = ConnectionLimits(highWaterBytes: 100_000, lowWaterBytes: 20_000, outputLimitBytes: 200_000)
    let reply = 10_000
    var most = 0
    let stage = try Stage(limits: limits) { probe in
      probe.keepsFrames = false
      probe.onFrame = { [unowned probe] connection, request in
        probe.send(request + [UInt8](repeating: 9, count: reply))
        most = max(most, connection.waitingOutputBytes)
      }
    }
    let client = try stage.client(ConnectionLimits(highWaterBytes: 50 << 20, outputLimitBytes: 100 << 20))
    let count = 3_000
    var got = 0
    client.keepsFrames = false
    client.onFrame = { _, payload in
      #expect(payload.count == reply + 2 && Int(payload[0]) << 8 | Int(payload[1]) == got)
      got += 1
    }
    client.onOpen = { connection in
      connection.pauseReading()
      for number in 0..<count { client.send([UInt8(number >> 8), UInt8(number & 255)]) }
    }
    // Nothing moves any more once the kernel's buffers are full and the server has stopped reading.
    var quiet = 0
    var last: (UInt64, UInt64) = (0, 0)
    func tick() {
      let now = (stage.group.sentBytes, stage.group.receivedBytes)
      quiet = now == last ? quiet + 1 : 0
      last = now
      if quiet < 20 { stage.loop.schedule(after: 2_000_000, tick) }
    }
    tick()
    stage.when(quiet == 20) {
      #expect(stage.servers[0].frameCount < count)
      #expect(stage.servers[0].connection.map { $0.waitingOutputBytes > 20_000 } == true)
      client.connection?.resumeReading()
    }
    stage.when(got == count)
    #expect(stage.run() == 0)
    #expect(got == count)
    #expect(most <= 100_000 + reply + 6)
    #expect(stage.servers[0].drains > 0)
    #expect(stage.servers[0].closes.isEmpty)
  }

  @Test("output beyond the limit closes the connection, once")
  func overLimit() throws {
    let limits = ConnectionLimits(highWaterBytes: 1_000, lowWaterBytes: 100, outputLimitBytes: 10_000)
    let stage = try Stage(limits: limits) { probe in
      probe.onFrame = { [unowned probe] _, _ in
        probe.send([UInt8](repeating: 1, count: 9_000))
        probe.send([UInt8](repeating: 2, count: 9_000))
        probe.send([UInt8](repeating: 3, count: 9_000))
      }
    }
    let client = try stage.client()
    client.send([1])
    stage.when(stage.servers.first?.closes.isEmpty == false && !client.closes.isEmpty)
    #expect(stage.run() == 0)
    #expect(stage.servers[0].closes == [.outputOverLimit])
    #expect(client.frames.isEmpty)
    #expect(client.closes == [.peerClosed])
  }

  @Test("an owner that pauses within a batch gets the rest when it resumes, in order, though nothing new arrives")
  func ownerPauses() throws {
    let stage = try Stage { probe in
      probe.onFrame = { connection, payload in if payload[0] % 10 == 0 { connection.pauseReading() } }
    }
    let client = try stage.client()
    for number in 1...35 { client.send([UInt8(number)]) }
    for expected in [10, 20, 30] {
      stage.when(stage.servers.first?.frameCount == expected) { stage.servers[0].connection?.resumeReading() }
    }
    stage.when(stage.servers[0].frameCount == 35)
    #expect(stage.run() == 0)
    #expect(stage.servers[0].frames == (1...35).map { [UInt8($0)] })
    #expect(stage.servers[0].connection?.heldInputBytes == 0)
  }

  @Test("a peer that resets while it is not being read is noticed, and not again and again")
  func resetWhilePaused() throws {
    let stage = try Stage { probe in probe.onOpen = { $0.pauseReading() } }
    let raw = try stage.rawClient()
    var isDone = false
    stage.loop.onRoundEnd { if !isDone { isDone = raw.shakeHands() } }
    stage.when(stage.servers.first?.opened == 1) { raw.vanish(reset: true) }
    stage.when(!stage.servers[0].closes.isEmpty)
    #expect(stage.run() == 0)
    guard case .peerVanished = stage.servers[0].closes[0] else {
      Issue.record("\(stage.servers[0].closes)")
      return
    }
    #expect(stage.group.count == 0)
  }

  @Test("what waits is sent before a graceful close, however much it is")
  func closeAfterFlush() throws {
    let stage = try Stage(bytesPerTurn: 100_000) { probe in
      probe.onFrame = { [unowned probe] connection, _ in
        for number in 0..<60 { probe.send([UInt8](repeating: UInt8(number), count: 100_000)) }
        connection.closeAfterFlush()
        probe.send([255])
      }
    }
    let client = try stage.client()
    client.send([1])
    stage.when(!client.closes.isEmpty && !stage.servers[0].closes.isEmpty)
    #expect(stage.run() == 0)
    #expect(client.frames.map { $0.first } == (0..<60).map { UInt8($0) })
    #expect(client.frames.allSatisfy { $0.count == 100_000 })
    #expect(client.closes == [.peerClosed])
    #expect(stage.servers[0].closes == [.closedByUs])
  }

  /// Closing a socket that holds unread bytes resets the connection, and may take the last answer away from its reader.
  @Test("a graceful close waits for the peer's end")
  func lingering() throws {
    let stage = try Stage { probe in probe.onOpen = { $0.closeAfterFlush() } }
    let raw = try stage.rawClient()
    var isDone = false
    stage.loop.onRoundEnd { if !isDone { isDone = raw.shakeHands() } }
    var hasWaited = false
    stage.when(stage.servers.first?.opened == 1) {
      raw.write([UInt8](repeating: 1, count: 1_000))
      stage.loop.schedule(after: 20_000_000) { hasWaited = true }
    }
    stage.when(hasWaited) {
      #expect(stage.servers[0].closes.isEmpty)
      raw.vanish(reset: false)
    }
    stage.when(!stage.servers[0].closes.isEmpty)
    #expect(stage.run() == 0)
    #expect(stage.servers[0].closes == [.closedByUs])
  }

  @Test("a peer that never ends and never reads cannot hold up a graceful close for ever")
  func closeDeadline() throws {
    let limits = ConnectionLimits(outputLimitBytes: 64 << 20, closeNanoseconds: 50_000_000)
    let stage = try Stage(limits: limits) { probe in
      probe.onOpen = { [unowned probe] connection in
        probe.send([UInt8](repeating: 1, count: 32 << 20))
        connection.closeAfterFlush()
      }
    }
    let raw = try stage.rawClient()
    var isDone = false
    stage.loop.onRoundEnd { if !isDone { isDone = raw.shakeHands() } }
    stage.when(stage.servers.first?.closes.isEmpty == false)
    #expect(stage.run() == 0)
    #expect(stage.servers[0].closes == [.closedByUs])
    raw.vanish(reset: false)
  }
}
