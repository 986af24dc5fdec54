import Messages
import Server
import Support
import Testing

/// Good calls, and too many of them, or with words that make no sense.
@Suite("Calls in flight") struct FlightTests {
  private static let reserve = Messages.Method.reservationServiceReserve

  private func reserveOne(_ order: Int) -> ReserveRequest {
    ReserveRequest(
      reference: Reference(type: .order, id: "O\(order)"),
      items: [OrderItem(productID: "P1", quantity: 1, warehouseID: "W1")])
  }

  @Test(
    "thousands of commands over a limit, the connection's or the queue's, are each answered once: taken, or told to wait",
    arguments: [(50, 16_384), (100_000, 40)])
  func overTheLimit(_ callLimit: Int, _ queueLimit: Int) throws {
    let server = try LoopbackServer { configuration in
      configuration.callLimit = callLimit
      configuration.batchLimit = 10
      configuration.queueLimit = queueLimit
    }
    let client = try CallClient(port: server.port, server.client("operator"))
    _ = try World.make(client)
    let count = 3000
    var bytes: [UInt8] = []
    for id in 1...count { bytes += try client.frame(UInt64(id), Self.reserve, reserveOne(id)) }
    try client.send(bytes)
    var codes: [UInt64: StatusCode] = [:]
    for _ in 1...count {
      let answer = try client.answer()
      #expect(codes.updateValue(answer.code, forKey: answer.callID) == nil, "\(answer.callID) is answered twice")
      if answer.code != .ok { #expect(answer.status.map { $0.retryAfterMs > 0 } == true, "\(answer.summary)") }
    }
    let taken = codes.values.count { $0 == .ok }
    #expect(Set(codes.values) == [.ok, .resourceExhausted])
    #expect(codes.count == count)
    #expect(try World.level(client).reserved == Int64(5 + taken))
  }

  @Test("ids that are in flight already are refused, words about other calls and credit for a plain one do nothing")
  func words() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("operator"))
    _ = try World.make(client)
    var bytes: [UInt8] = []
    for order in 0..<200 {
      bytes += try client.frame(7, Self.reserve, reserveOne(order))
      bytes += frame(ProtoBytes.message([(1, .varint(7)), (9, .varint(UInt64(order + 1)))]))
      bytes += frame(ProtoBytes.message([(1, .varint(8)), (8, .varint(1))]))
      bytes += frame(ProtoBytes.message([(1, .varint(.max)), (8, .varint(.max)), (9, .varint(.max))]))
    }
    try client.send(bytes)
    var taken = 0
    for _ in 0..<200 {
      let answer = try client.answer()
      #expect(answer.callID == 7)
      if answer.code == .ok { taken += 1 } else { #expect(answer.wrongFields == ["call_id"], "\(answer.summary)") }
    }
    #expect(taken > 0)
    #expect(try World.level(client).reserved == Int64(5 + taken))
  }

  @Test("a call that is cancelled again and again is answered once")
  func cancelled() throws {
    let server = try LoopbackServer { $0.batchLimit = 1 }
    let client = try CallClient(port: server.port, server.client("operator"))
    _ = try World.make(client)
    var bytes: [UInt8] = []
    let cancel = { (id: UInt64) in frame(ProtoBytes.message([(1, .varint(id)), (8, .varint(1))])) }
    for id in 1...200 {
      bytes += try client.frame(UInt64(id), Self.reserve, reserveOne(id))
      bytes += cancel(UInt64(id)) + cancel(UInt64(id)) + cancel(UInt64(id))
    }
    try client.send(bytes)
    let answers = try client.answers(200)
    #expect(answers.count == 200)
    #expect(answers.values.allSatisfy { [.ok, .cancelled].contains($0.code) })
    let taken = answers.values.count { $0.code == .ok }
    #expect(try World.level(client).reserved == Int64(5 + taken))
  }

  @Test(
    "with a deadline of a millisecond a command is taken and answered, or not taken", arguments: [1, 2, UInt32.max])
  func deadlines(_ timeoutMs: UInt32) throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("operator"))
    _ = try World.make(client)
    var bytes: [UInt8] = []
    for id in 1...500 { bytes += try client.frame(UInt64(id), Self.reserve, reserveOne(id), timeoutMs: timeoutMs) }
    try client.send(bytes)
    let answers = try client.answers(500)
    #expect(answers.count == 500)
    #expect(answers.values.allSatisfy { [.ok, .deadlineExceeded].contains($0.code) })
    let taken = answers.values.count { $0.code == .ok }
    if timeoutMs == .max { #expect(taken == 500) }
    #expect(try World.level(client).reserved == Int64(5 + taken))
  }

  @Test("a client that leaves with a thousand commands in flight leaves nothing half done")
  func leaves() throws {
    let server = try LoopbackServer { $0.batchLimit = 10 }
    let witness = try CallClient(port: server.port, server.client("operator"))
    _ = try World.make(witness)
    do {
      let client = try CallClient(port: server.port, server.client("operator"))
      var bytes: [UInt8] = []
      for id in 1...1000 { bytes += try client.frame(UInt64(id), Self.reserve, reserveOne(id)) }
      try client.send(bytes)
    }
    // Ordered behind whatever of them is in the queue.
    let product = PutProductRequest(product: Product(productID: "P9", name: "last"))
    try witness.must(.stockServicePutProduct, product)
    let status = try World.status(witness)
    let level = try World.level(witness)
    #expect(UInt64(level.reserved - 5) == status.openReservations - 1)
    #expect(status.acceptsCommands)
    try witness.must(Self.reserve, reserveOne(5000))
  }

  @Test("one command id for different requests is taken once, whoever is first")
  func sharedCommandID() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("operator"))
    _ = try World.make(client)
    var bytes: [UInt8] = []
    for id in 1...100 { bytes += try client.frame(UInt64(id), Self.reserve, reserveOne(id), commandID: "same") }
    try client.send(bytes)
    let answers = try client.answers(100)
    #expect(answers.values.count { $0.code == .ok } == 1)
    #expect(answers.values.allSatisfy { [.ok, .alreadyExists].contains($0.code) })
    #expect(try World.level(client).reserved == 6)
  }
}
