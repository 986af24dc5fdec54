import Messages
import Support
import Testing

/// Bytes inside TLS that are no frames, and frames that are no calls.
@Suite("Frames that are none") struct FrameTests {
  /// A server with something to read, and a client that nothing here may disturb.
  private struct Stage {
    // In this order they go away: a server waits for its clients at its end.
    let witness: CallClient
    let server: LoopbackServer
    let sequence: UInt64

    init() throws {
      server = try LoopbackServer()
      witness = try CallClient(port: server.port, server.client("operator"))
      _ = try World.make(witness)
      sequence = try World.status(witness).sequence
    }

    func client() throws -> CallClient { try CallClient(port: server.port, server.client("operator")) }

    /// The witness is served at once, on its connection and on a new one, and nothing has changed.
    func expectUnharmed() throws {
      #expect(try World.level(witness).onHand == World.onHand)
      #expect(try World.status(client()).sequence == sequence)
    }
  }

  private static let good = ProtoBytes.message([(1, .varint(7)), (2, .text(getStock))])

  @Test(
    "a frame that is no Call is answered with what is wrong, and the connection closes",
    arguments: [
      NamedBytes("nothing at all", []),
      NamedBytes("no id", ProtoBytes.message([(2, .text(getStock))])),
      NamedBytes("the id 0", ProtoBytes.message([(1, .varint(0)), (2, .text(getStock))])),
      NamedBytes("an id as text", ProtoBytes.message([(1, .text("1")), (2, .text(getStock))])),
      NamedBytes("a method as number", ProtoBytes.message([(1, .varint(7)), (2, .varint(1))])),
      NamedBytes("a request as number", good + ProtoBytes.message([(7, .varint(1))])),
      NamedBytes("a command id of 32 bits", good + ProtoBytes.message([(4, .fixed32(1))])),
      NamedBytes("a group", good + ProtoBytes.message([(9, .raw(type: 3, []))])),
      NamedBytes("the end of a group", good + ProtoBytes.message([(100, .raw(type: 4, []))])),
      NamedBytes("an unknown group", good + ProtoBytes.message([(100, .raw(type: 3, [0xA4, 0x06]))])),
      NamedBytes("the wire type 6", good + ProtoBytes.message([(100, .raw(type: 6, []))])),
      NamedBytes("the wire type 7", good + ProtoBytes.message([(100, .raw(type: 7, []))])),
      NamedBytes("the field 0", good + [0x00, 0x00]),
      NamedBytes("a field beyond its range", good + ProtoBytes.varint(0xFFFF_FFFF_F8) + [0]),
      NamedBytes("a cut key", good + [0x80]),
      NamedBytes("a cut number", good + [0x18, 0xFF, 0xFF]),
      NamedBytes("a cut text", good + [0x2A, 0x05, 0x61]),
      NamedBytes("a cut unknown field", good + [0xA1, 0x06, 1, 2, 3]),
      NamedBytes("a length beyond the frame", good + [0x3A] + ProtoBytes.varint(0xFFFF_FFFF)),
      NamedBytes("a length of 64 bits", good + [0x3A] + ProtoBytes.varint(.max)),
      NamedBytes("a length below 0", good + [0x3A] + ProtoBytes.varint(1 << 63)),
      NamedBytes("a number of eleven bytes", good + [0x18] + [UInt8](repeating: 0x80, count: 10) + [1]),
      NamedBytes("a number beyond 64 bits", good + [0x18] + [UInt8](repeating: 0xFF, count: 9) + [0x7F]),
      NamedBytes("an endless number", [0x08] + [UInt8](repeating: 0xFF, count: 4096)),
      NamedBytes("text", [UInt8]("GET / HTTP/1.1".utf8)),
      NamedBytes("zeros", [UInt8](repeating: 0, count: 1 << 20)),
      NamedBytes("ones", [UInt8](repeating: 0xFF, count: 1 << 20)),
    ])
  func malformed(_ attack: NamedBytes) throws {
    let name = attack.name
    let stage = try Stage()
    let client = try stage.client()
    // What comes behind it on the same connection is not looked at.
    try client.send(frame(attack.bytes) + call(8, "holdfast.v1.StockService/SetStock"))
    let (answers, end) = client.answersUntilEnd()
    #expect(answers.count == 1, "\(name)")
    #expect(answers.first?.code == .invalidArgument, "\(name): \(answers.first?.summary ?? "")")
    #expect(answers.first?.status?.message.contains("well-formed Call") == true)
    #expect(answers.first.map { $0.byteCount < 1024 } == true)
    #expect(end == .closed, "\(name)")
    try stage.expectUnharmed()
  }

  @Test(
    "a length over the limit is told and closed before anything is kept",
    arguments: [(4 << 20) + 1, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF, 0x4745_5420] as [UInt32])
  func oversize(_ length: UInt32) throws {
    let stage = try Stage()
    let client = try stage.client()
    try client.send(frame([UInt8](repeating: 0x2F, count: 8192), length: length))
    let (answers, end) = client.answersUntilEnd()
    #expect(answers.map(\.code) == [.resourceExhausted])
    #expect(answers.first?.callID == 0)
    #expect(answers.first?.status?.message.contains("\(length)") == true)
    #expect(end == .closed)
    try stage.expectUnharmed()
  }

  @Test("frames that are cut short, at every length of the first bytes, leave nothing behind")
  func truncated() throws {
    let stage = try Stage()
    let whole = call(1, getStock, ProtoBytes.message([(1, .text("P1"))]))
    for count in Array(1...8) + [whole.count - 1] {
      try stage.client().send(Array(whole[..<count]))
    }
    // A big one is announced, some of it comes, and no more.
    try stage.client().send(frame([UInt8](repeating: 1, count: 100_000), length: 4 << 20))
    try stage.expectUnharmed()
  }

  @Test("a frame that comes byte by byte is a frame")
  func dripFed() throws {
    let stage = try Stage()
    let client = try stage.client()
    let request = ProtoBytes.message([(1, .text("P1")), (3, .text("W1"))])
    for byte in call(1, getStock, request) + call(2, getStock, request) { try client.send([byte]) }
    let answers = try client.answers(2)
    #expect(answers.values.allSatisfy { $0.code == .ok })
    try stage.expectUnharmed()
  }

  @Test("many tiny frames are all answered, and words about no call cost nothing")
  func tiny() throws {
    let stage = try Stage()
    let client = try stage.client()
    // An empty method is none.
    try client.send(again(call(5, ""), upTo: 40_000))
    let count = 40_000 / call(5, "").count
    for _ in 0..<count {
      let answer = try client.answer()
      guard answer.code == .unimplemented, answer.callID == 5 else {
        Issue.record("\(answer.summary)")
        break
      }
    }
    let cancel = frame(ProtoBytes.message([(1, .varint(99)), (8, .varint(1))]))
    let credit = frame(ProtoBytes.message([(1, .varint(99)), (9, .varint(0xFFFF_FFFF))]))
    try client.send(again(cancel + credit, upTo: 1 << 20))
    #expect(try World.level(client).onHand == World.onHand)
    try stage.expectUnharmed()
  }

  @Test(
    "a method that does not exist is UNIMPLEMENTED, whatever it is called, and the connection goes on",
    arguments: [
      "", "/", "GetStock", "StockService/GetStock", "holdfast.v1.StockService/getStock",
      "holdfast.v1.StockService/GetStock ",
      "holdfast.v1.StockService/GetStock\u{0}", "\u{0}", "holdfast.v1.StockService/GetStock\u{0}x", "a\r\nb",
      "\u{1B}[2J",
      String(repeating: "x", count: 1 << 20), String(repeating: "holdfast.v1.", count: 1000), "é",
      "grpc.health.v1.Health/Check",
    ])
  func unknownMethod(_ name: String) throws {
    let stage = try Stage()
    let client = try stage.client()
    try client.send(call(3, name))
    let answer = try client.answer()
    #expect(answer.code == .unimplemented)
    #expect(answer.callID == 3)
    let message = try #require(answer.status?.message)
    #expect(message.utf8.count < 2048)
    #expect(!message.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }, "\(message)")
    try client.send(frame(ProtoBytes.message([(1, .varint(4)), (2, .bytes([0xFF, 0xC0, 0x80]))])))
    #expect(try client.answer().code == .unimplemented)
    #expect(try World.level(client).onHand == World.onHand)
  }

  @Test(
    "a field of the call that breaks its limit is refused by name",
    arguments: [4, 5, 6])
  func header(_ field: UInt32) throws {
    let name = [4: "command_id", 5: "actor", 6: "trace_id"][field]
    let long = [[UInt8](repeating: 0x61, count: 129), [UInt8](repeating: 0x61, count: 4_000_000)]
    let noText: [[UInt8]] = [[0xFF], [0x61, 0], [0x0A], [0xC3], [0x80], [0x1B], [0xED, 0xA0, 0x80]]
    let stage = try Stage()
    let client = try stage.client()
    let adjust = ProtoBytes.message([
      (1, .bytes(ProtoBytes.message([(1, .text("P1")), (3, .text("W1")), (4, .varint(1)), (5, .varint(1))])))
    ])
    // A command id may be any bytes, 64 of them.
    for bytes in field == 4 ? long + [[UInt8](repeating: 0, count: 65)] : long + noText {
      try client.send(call(3, "holdfast.v1.StockService/AdjustStock", adjust, [(field, .bytes(bytes))]))
      let answer = try client.answer()
      #expect(answer.code == .invalidArgument)
      #expect(answer.wrongFields == [name])
      #expect(answer.byteCount < 1024)
    }
    try stage.expectUnharmed()
  }

  @Test("unknown fields of a call are passed over, and of two alike the last counts")
  func unknownAndDuplicate() throws {
    let stage = try Stage()
    let client = try stage.client()
    let request = ProtoBytes.message([(1, .text("P1")), (3, .text("W1"))])
    let others: [(UInt32, ProtoBytes.Value)] = [
      (1, .varint(9)), (10, .varint(1)), (11, .bytes([1, 2])), (12, .fixed32(1)), (13, .fixed64(1)),
      (7, .bytes([0xFF])),
      (7, .bytes(request)), (2, .text("nothing")), (2, .text(getStock)),
    ]
    try client.send(call(3, getStock, [0xFF], others))
    let answer = try client.answer()
    #expect(answer.callID == 9)
    #expect(answer.code == .ok)
  }

  @Test("garbage inside TLS ends its own connection alone")
  func garbage() throws {
    let stage = try Stage()
    var random = SystemRandomNumberGenerator()
    for _ in 0..<20 {
      let client = try stage.client()
      let bytes = (0..<20_000).map { _ in UInt8.random(in: 1...255, using: &random) }
      // The server may be through with it before all is sent.
      try? client.send(bytes)
      // The first byte is not 0, so that the length is over the limit.
      let (answers, _) = client.answersUntilEnd()
      #expect(answers.allSatisfy { $0.code == .resourceExhausted })
    }
    try stage.expectUnharmed()
  }
}
