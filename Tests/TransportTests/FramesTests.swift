import EventLoop
import TLS
import Testing
import Transport

@Suite struct FramesTests {
  @Test("both sides open, know the protocol, and the server knows who calls")
  func opening() throws {
    let stage = try Stage()
    let client = try stage.client()
    stage.when(client.opened == 1 && stage.servers.first?.opened == 1) {
      #expect(client.connection?.withSession { $0.applicationProtocol } == "holdfast/1")
      #expect(
        (try? stage.servers[0].connection?.withSession { try $0.peerIdentity() })
          == DevelopmentCertificates.identity("test"))
      client.connection?.closeAfterFlush()
    }
    stage.when(!client.closes.isEmpty && !stage.servers[0].closes.isEmpty)
    #expect(stage.run() == 0)
    #expect(client.closes == [.closedByUs])
    #expect(stage.servers[0].closes == [.peerClosed])
    #expect(stage.group.count == 0)
    #expect(client.connection?.withSession { _ in 1 } == nil)
  }

  @Test("frames written before the connection is open arrive, in one round and in order")
  func manyInOneWrite() throws {
    let stage = try Stage()
    let client = try stage.client()
    let sent = (0..<500).map { [UInt8](repeating: UInt8(truncatingIfNeeded: $0), count: $0 % 7) }
    for payload in sent { client.send(payload) }
    stage.when(stage.servers.first?.frameCount == sent.count)
    #expect(stage.run() == 0)
    #expect(stage.servers[0].frames == sent)
    #expect(stage.servers[0].rounds == 1)
    #expect(stage.servers[0].connection?.receivedFrames == 500)
    #expect(stage.group.receivedFrames == 500)
  }

  @Test("frames that come byte by byte, each in a record of its own, are put together")
  func dripFeed() throws {
    let stage = try Stage()
    let client = try stage.client()
    let sent: [[UInt8]] = [[], Array(1...20), [7], Array(0..<255)]
    var bytes = sent.flatMap(frame)[...]
    stage.loop.onRoundEnd {
      guard client.opened == 1, !bytes.isEmpty else { return }
      client.sendRaw(bytes.prefix(1))
      bytes = bytes.dropFirst()
    }
    stage.when(stage.servers.first?.frameCount == sent.count)
    #expect(stage.run() == 0)
    #expect(stage.servers[0].frames == sent)
    #expect(stage.servers[0].connection?.heldInputBytes == 0)
  }

  @Test("two frames cut in two at any place arrive whole")
  func cuts() throws {
    let stage = try Stage()
    let client = try stage.client()
    let payloads: [[UInt8]] = [Array(1...11), Array(100...117)]
    let bytes = payloads.flatMap(frame)
    stage.when(stage.servers.first?.opened == 1)
    for cut in 1..<bytes.count {
      stage.when(true) { client.sendRaw(bytes[..<cut]) }
      stage.when(stage.servers[0].connection?.receivedBytes == UInt64((cut - 1) * bytes.count + cut)) {
        client.sendRaw(bytes[cut...])
      }
      stage.when(stage.servers[0].frameCount == 2 * cut)
    }
    #expect(stage.run() == 0)
    #expect(stage.servers[0].frames == (1..<bytes.count).flatMap { _ in payloads })
    #expect(stage.servers[0].connection?.heldInputBytes == 0)
  }

  @Test("a frame many times as long as the read buffer arrives, and its memory is given back")
  func longFrame() throws {
    let stage = try Stage(readBufferBytes: 16 << 10)
    let client = try stage.client()
    var random = SplitMix(state: 1)
    let long = (0..<1_000_000).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    for payload in [[1], long, [2]] { client.send(payload) }
    stage.when(stage.servers.first?.frameCount == 3)
    #expect(stage.run() == 0)
    #expect(stage.servers[0].frames == [[1], long, [2]])
    #expect(stage.servers[0].connection?.heldInputBytes == 0)
  }

  /// Ten thousand peers that announce 4 MiB each must not cost 40 GB.
  @Test("an announced length costs no memory before its bytes come")
  func announcing() throws {
    let stage = try Stage()
    let client = try stage.client()
    client.sendRaw(header(4 << 20) + [1, 2, 3])
    stage.when(stage.servers.first?.connection?.receivedBytes == 7) { client.sendRaw([4]) }
    stage.when(stage.servers[0].connection?.receivedBytes == 8)
    #expect(stage.run() == 0)
    let held = try #require(stage.servers[0].connection?.heldInputBytes)
    #expect(held >= 8 && held <= 8192)
  }

  @Test("a connection that may read little in its turn loses nothing that TLS holds", arguments: [1, 1000, 20_000])
  func shortTurns(bytesPerTurn: Int) throws {
    let stage = try Stage(readBufferBytes: 4096, bytesPerTurn: bytesPerTurn)
    let client = try stage.client()
    let sent = (0..<40).map { [UInt8](repeating: UInt8($0), count: 1_500) }
    for payload in sent { client.send(payload) }
    stage.when(stage.servers.first?.frameCount == sent.count)
    #expect(stage.run() == 0)
    #expect(stage.servers[0].frames == sent)
  }

  @Test("two hundred connections get back each frame that they sent")
  func echo() throws {
    let stage = try Stage(readBufferBytes: 32 << 10) { $0.echo() }
    var random = SplitMix(state: 42)
    var clients: [(probe: Probe, sent: [[UInt8]])] = []
    for _ in 0..<200 {
      let sent = (0..<10).map { _ in
        let length = random.next() % 20 == 0 ? Int(random.next() % 100_000) : Int(random.next() % 3_000)
        return [UInt8](repeating: UInt8(truncatingIfNeeded: random.next()), count: length)
      }
      let probe = try stage.client()
      for payload in sent { probe.send(payload) }
      clients.append((probe, sent))
    }
    stage.when(clients.allSatisfy { $0.probe.frameCount == $0.sent.count }) {
      for client in clients { client.probe.connection?.closeAfterFlush() }
    }
    stage.when(stage.group.count == 0 && stage.clientGroup.count == 0)
    #expect(stage.run() == 0)
    for client in clients {
      #expect(client.probe.frames == client.sent)
      #expect(client.probe.closes == [.closedByUs])
    }
    #expect(stage.servers.count == 200)
    #expect(stage.servers.allSatisfy { $0.closes == [.peerClosed] })
    #expect(stage.group.receivedFrames == 2_000)
    #expect(stage.group.receivedBytes == stage.group.sentBytes)
    #expect(stage.clientGroup.receivedBytes == stage.group.sentBytes)
  }
}
