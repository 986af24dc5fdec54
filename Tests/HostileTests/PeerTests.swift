import Messages
import Server
import Support
import TLS
import Testing

/// Peers that do not play along.
@Suite("Peers that do not play along") struct PeerTests {
  /// The start of a ClientHello that promises more.
  static let halfHello: [UInt8] =
    [0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xFC, 0x03, 0x03] + [UInt8](repeating: 7, count: 40)

  @Test(
    "what is no TLS is answered with an alert or nothing, and closed",
    arguments: [
      NamedBytes("HTTP", [UInt8]("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n".utf8)),
      NamedBytes("a call in plain text", call(1, getStock)),
      NamedBytes("SSL 2", [0x80, 0x2E, 0x01, 0x00, 0x02] + [UInt8](repeating: 0, count: 43)),
      NamedBytes("a record that is too long", [0x16, 0x03, 0x01, 0xFF, 0xFF] + [UInt8](repeating: 1, count: 70_000)),
      NamedBytes("an alert", [0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28]),
      NamedBytes("application data", [0x17, 0x03, 0x03, 0x00, 0x10] + [UInt8](repeating: 9, count: 16)),
      NamedBytes("zeros", [UInt8](repeating: 0, count: 100_000)),
      NamedBytes("ones", [UInt8](repeating: 0xFF, count: 100_000)),
      NamedBytes("a hello of nothing", [0x16, 0x03, 0x01, 0x00, 0x04, 0x01, 0x00, 0x00, 0x00]),
    ])
  func plainText(_ attack: NamedBytes) throws {
    let name = attack.name
    let server = try LoopbackServer()
    let witness = try CallClient(port: server.port, server.client("operator"))
    _ = try World.make(witness)
    let socket = try RawSocket(port: server.port)
    socket.send(attack.bytes)
    let answer = try #require(socket.bytesUntilEnd(), "\(name): the server did not close")
    #expect(answer.isEmpty || answer.first == 0x15 && answer.count < 64, "\(name): \(answer)")
    #expect(try World.level(witness).onHand == World.onHand)
  }

  @Test("whoever connects and says nothing, or half a hello, is closed when its time is over; others are not")
  func silent() throws {
    let server = try LoopbackServer { $0.handshakeTime = .milliseconds(400) }
    let witness = try CallClient(port: server.port, server.client("operator"))
    _ = try World.make(witness)
    let silent = try (0..<20).map { _ in try RawSocket(port: server.port) }
    let half = try (0..<20).map { _ in try RawSocket(port: server.port) }
    for socket in half { socket.send(Self.halfHello) }
    // Half open: they say that nothing more comes, or are gone at once.
    for socket in half[..<5] { socket.endSending() }
    for _ in 0..<20 {
      let gone = try RawSocket(port: server.port)
      gone.send(Self.halfHello)
      gone.makeCloseAbrupt()
    }
    for socket in silent + half {
      let answer = try #require(socket.bytesUntilEnd(), "the server did not close")
      #expect(answer.count < 64)
    }
    #expect(try World.level(witness).onHand == World.onHand)
    #expect(try World.status(witness).connections == 1)
  }

  @Test("a client that shook hands and then says nothing is closed when it was idle for too long")
  func idle() throws {
    let server = try LoopbackServer { $0.idleTime = .milliseconds(400) }
    let idle = try CallClient(port: server.port, server.client("reader"))
    let unfinished = try CallClient(port: server.port, server.client("reader"))
    try unfinished.send(frame([UInt8](repeating: 0, count: 1000), length: 4 << 20))
    #expect(idle.answersUntilEnd().end == .closed)
    #expect(unfinished.answersUntilEnd().end == .closed)
  }

  @Test("connections over the limit are told so, and there is room again once others are gone")
  func tooMany() throws {
    let server = try LoopbackServer { $0.addressConnectionLimit = 10 }
    var clients = try (0..<10).map { _ in try CallClient(port: server.port, server.client("reader")) }
    for _ in 0..<30 {
      let surplus = try CallClient(port: server.port, server.client("reader"))
      let (answers, end) = surplus.answersUntilEnd()
      #expect(answers.map(\.code) == [.resourceExhausted])
      #expect(answers.first?.status.map { $0.retryAfterMs > 0 } == true)
      #expect(end == .closed)
    }
    #expect(try World.status(clients[0]).connections == 10)
    clients.removeLast(5)
    while try World.status(clients[0]).connections > 5 {}
    let next = try CallClient(port: server.port, server.client("reader"))
    #expect(try World.status(next).connections == 6)
  }

  @Test(
    "a client that asks and never reads is not read any more, holds up nobody, and gets all its answers when it reads")
  func neverReadsAnswers() throws {
    let server = try LoopbackServer()
    let witness = try CallClient(port: server.port, server.client("operator"))
    _ = try World.make(witness)
    let client = try CallClient(port: server.port, server.client("reader"))
    let keys = again(
      ProtoBytes.message([(1, .bytes(ProtoBytes.message([(1, .text("P1")), (3, .text("W1"))])))]), upTo: 9000)
    let batch = again(call(1, "holdfast.v1.StockService/BatchGetStock", keys), upTo: 64 << 10)
    var sent: [UInt8] = []
    // As long as the server reads, TCP makes room; it must stop long before all of this is taken.
    var refusals = 0
    while refusals < 200, sent.count < 64 << 20 {
      let count = try client.sendSome(Array(batch[(sent.count % batch.count)...]))
      sent += batch[(sent.count % batch.count)..<(sent.count % batch.count + count)]
      refusals = count == 0 ? refusals + 1 : 0
      #expect(try World.level(witness).onHand == World.onHand)
    }
    #expect(refusals == 200, "the server went on reading")
    let frame = call(1, "holdfast.v1.StockService/BatchGetStock", keys).count
    for _ in 0..<(sent.count / frame) {
      guard try client.answer().code == .ok else {
        Issue.record("not answered")
        break
      }
    }
  }

  @Test(
    "a client that sends commands and never reads what became of them is closed at the limit, and the commands count")
  func neverReadsOutcomes() throws {
    let server = try LoopbackServer { $0.bufferedByteLimit = 2 << 20 }
    let witness = try CallClient(port: server.port, server.client("operator"))
    _ = try World.make(witness)
    let client = try CallClient(port: server.port, server.client("operator"))
    let variants = (0..<200).map { Variant(variantID: "V\($0)", name: String(repeating: "x", count: 500)) }
    let put = PutProductRequest(product: Product(productID: "P2", name: "Long", variants: variants))
    var bytes: [UInt8] = []
    for id in 1...120 { bytes += try client.frame(UInt64(id), .stockServicePutProduct, put) }
    // It may be closed before all is sent.
    try? client.send(bytes)
    let (answers, end) = client.answersUntilEnd()
    #expect(answers.count < 120)
    #expect(end != nil && end != .timedOut)
    #expect(try World.level(witness).onHand == World.onHand)
    #expect(try World.status(witness).acceptsCommands)
  }
}
