import EventLoop
import Glibc
import TLS
import Testing
import Transport

@Suite struct EndsTests {
  @Test("a frame over the limit is refused from its length alone, and the peer can still read why")
  func tooLong() throws {
    let stage = try Stage(limits: ConnectionLimits(maximumFrameBytes: 1_000)) { probe in
      probe.onRefusal = { [unowned probe] _, _ in probe.send(Array("too long".utf8)) }
    }
    let client = try stage.client()
    client.send([UInt8](repeating: 1, count: 1_000))
    client.sendRaw(header(1_001))
    stage.when(stage.servers.first?.refusals.isEmpty == false) {
      #expect(stage.servers[0].connection?.heldInputBytes == 0)
      // What goes on arriving must not make the system throw the answer away.
      client.sendRaw([UInt8](repeating: 7, count: 300_000))
    }
    stage.when(!client.closes.isEmpty && !stage.servers[0].closes.isEmpty)
    #expect(stage.run() == 0)
    #expect(stage.servers[0].frames.count == 1)
    #expect(stage.servers[0].refusals == [1_001])
    #expect(stage.servers[0].closes == [.frameTooLarge(length: 1_001)])
    #expect(client.frames == [Array("too long".utf8)])
    #expect(client.closes == [.peerClosed])
  }

  @Test("closing within a batch ends the telling of frames at once, and is told once")
  func closeInCallback() throws {
    let stage = try Stage { probe in
      probe.onFrame = { connection, payload in
        guard payload == [2] else { return }
        connection.close()
        connection.close()
        connection.closeAfterFlush()
      }
    }
    let client = try stage.client()
    for number in 1...9 { client.send([UInt8(number)]) }
    stage.when(!client.closes.isEmpty && !stage.servers[0].closes.isEmpty)
    #expect(stage.run() == 0)
    #expect(stage.servers[0].frames == [[1], [2]])
    #expect(stage.servers[0].closes == [.closedByUs])
  }

  @Test("a peer that vanishes is told from one that says goodbye", arguments: [false, true])
  func vanishing(reset: Bool) throws {
    let stage = try Stage()
    let raw = try stage.rawClient()
    var isDone = false
    stage.loop.onRoundEnd { if !isDone { isDone = raw.shakeHands() } }
    stage.when(stage.servers.first?.opened == 1) { raw.vanish(reset: reset) }
    stage.when(!stage.servers[0].closes.isEmpty)
    #expect(stage.run() == 0)
    #expect(stage.servers[0].closes == [.peerVanished(errno: reset ? ECONNRESET : 0)])
  }

  @Test("writing to a peer that is gone ends the connection and nothing else")
  func brokenPipe() throws {
    let stage = try Stage { probe in
      probe.onOpen = { [unowned probe] _ in probe.send([UInt8](repeating: 0, count: 900_000)) }
    }
    let raw = try stage.rawClient()
    var isDone = false
    stage.loop.onRoundEnd { if !isDone { isDone = raw.shakeHands() } }
    stage.when(stage.servers.first?.opened == 1) {
      raw.vanish(reset: true)
      stage.servers[0].send([UInt8](repeating: 0, count: 10_000))
    }
    stage.when(!stage.servers[0].closes.isEmpty)
    #expect(stage.run() == 0)
    #expect(stage.servers[0].closes.count == 1)
  }

  @Test("a peer that connects and stays silent is given up on")
  func silence() throws {
    let stage = try Stage(limits: ConnectionLimits(handshakeNanoseconds: 20_000_000))
    let raw = try stage.rawClient()
    stage.when(stage.servers.first?.closes.isEmpty == false)
    #expect(stage.run() == 0)
    #expect(stage.servers[0].closes == [.handshakeTimedOut])
    #expect(stage.servers[0].opened == 0)
    raw.vanish(reset: false)
  }

  @Test(
    "what is not TLS is refused",
    arguments: ["GET / HTTP/1.1\r\n\r\n", "\u{16}\u{3}\u{1}\u{0}\u{5}hello", String(repeating: "\u{0}", count: 5_000)])
  func garbage(text: String) throws {
    let stage = try Stage(limits: ConnectionLimits(closeNanoseconds: 20_000_000))
    let raw = try stage.rawClient()
    raw.write(Array(text.utf8))
    stage.when(stage.servers.first?.closes.isEmpty == false)
    #expect(stage.run() == 0)
    guard case .tlsFailed = stage.servers[0].closes[0] else {
      Issue.record("\(stage.servers[0].closes)")
      return
    }
    raw.vanish(reset: false)
  }

  @Test("a client without a certificate is refused, and learns it from the server's alert")
  func noCertificate() throws {
    let stage = try Stage()
    let client = try stage.client(ConnectionLimits(), Certificates.anonymousClient)
    for _ in 0..<100 { client.send([UInt8](repeating: 1, count: 1_000)) }
    stage.when(stage.servers.first?.closes.isEmpty == false && !client.closes.isEmpty)
    #expect(stage.run() == 0)
    guard case .tlsFailed(let failure) = stage.servers[0].closes[0], case .tlsFailed(let told) = client.closes[0] else {
      Issue.record("\(stage.servers[0].closes) \(client.closes)")
      return
    }
    #expect(failure.kind == .noCertificate && !failure.isFromPeer)
    #expect(told.isFromPeer)
    #expect(stage.servers[0].opened == 0)
  }

  @Test("a connection on which nothing is sent is closed, and one on which something is stays")
  func idling() throws {
    let stage = try Stage(limits: ConnectionLimits(idleNanoseconds: 250_000_000)) { $0.echo() }
    let idle = try stage.client()
    let busy = try stage.client()
    func tick() {
      busy.send([1])
      stage.loop.schedule(after: 2_000_000, tick)
    }
    tick()
    stage.when(!idle.closes.isEmpty)
    #expect(stage.run() == 0)
    #expect(idle.closes == [.peerClosed])
    #expect(busy.closes.isEmpty)
    #expect(stage.servers.contains { $0.closes == [.idleTimedOut] })
  }

  @Test("a connect that nobody answers is told as a close")
  func connectRefused() throws {
    let stage = try Stage()
    stage.listener.close()
    let client = try stage.client()
    client.send([1])
    stage.when(!client.closes.isEmpty)
    #expect(stage.run() == 0)
    #expect(client.closes == [.connectFailed(errno: ECONNREFUSED)])
    #expect(client.opened == 0)
  }

  @Test("output after the end is thrown away without a trace")
  func lateOutput() throws {
    let stage = try Stage()
    let client = try stage.client()
    stage.when(client.opened == 1) { client.connection?.close() }
    stage.when(!client.closes.isEmpty) { client.send([UInt8](repeating: 1, count: 1 << 20)) }
    #expect(stage.run() == 0)
    #expect(client.connection?.waitingOutputBytes == 0)
    #expect(client.closes == [.closedByUs])
  }

  @Test("a connection that is over is let go of by its loop and its owner")
  func release() throws {
    let stage = try Stage()
    weak var observed: FramedConnection?
    let client = try stage.client()
    observed = client.connection
    stage.when(client.opened == 1) { client.connection?.closeAfterFlush() }
    stage.when(!client.closes.isEmpty) { client.connection = nil }
    #expect(stage.run() == 0)
    #expect(observed == nil)
  }
}
