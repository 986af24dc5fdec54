import Engine
import EventLoop
import Messages
import Support
import Testing
import Wire

@testable import Server

@Suite("Calls") struct CallTests {
  @Test("a level that was set is read, and a reservation holds it")
  func endToEnd() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("operator"))
    try client.makeStock(onHand: 10)
    let read = try client.call(.stockServiceGetStock, readP1, callID: 7)
    #expect(read.callID == 7)
    #expect(try read.decode(StockLevel.self).onHand == 10)
    let reserved = try client.call(.reservationServiceReserve, reserveOne(order: 1), callID: .max)
    #expect(reserved.callID == .max)
    #expect(reserved.code == .ok)
    #expect(reserved.sequence > read.sequence)
    let again = try client.call(.stockServiceGetStock, readP1)
    #expect(try again.decode(StockLevel.self).available == 9)
    #expect(again.sequence >= reserved.sequence)
  }

  @Test("queries overtake commands on one connection, and each answer finds its call")
  func outOfOrder() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("operator"))
    try client.makeStock(onHand: 1000)
    var bytes: [UInt8] = []
    for id in 1...40 as ClosedRange<UInt64> {
      bytes +=
        try id % 2 == 1
        ? client.frame(id, .reservationServiceReserve, reserveOne(order: Int(id)))
        : client.frame(id, .stockServiceGetStock, readP1)
    }
    // One record, so that the server reads all of it in one round.
    #expect(bytes.count < 16_000)
    try client.send(bytes)
    let answers = try (0..<40).map { _ in try client.answer() }
    #expect(answers.prefix(20).allSatisfy { $0.callID % 2 == 0 }, "a query waits for no command")
    #expect(Set(answers.map(\.callID)) == Set(1...40))
    #expect(answers.allSatisfy { $0.code == .ok })
    #expect(try client.available() == 980)
  }

  @Test("a thousand calls in flight on each of several connections are all answered once")
  func manyInFlight() throws {
    let server = try LoopbackServer { $0.networkThreads = 2 }
    let clients = try (0..<4).map { _ in try CallClient(port: server.port, server.client("operator")) }
    try clients[0].makeStock(onHand: 10_000)
    for (number, client) in clients.enumerated() {
      let frames = try (1...1000).map { id in
        try client.frame(UInt64(id), .reservationServiceReserve, reserveOne(order: number * 1000 + id))
      }
      try client.send(Array(frames.joined()))
    }
    for client in clients {
      let answers = try client.answers(1000)
      #expect(answers.count == 1000)
      #expect(answers.values.allSatisfy { $0.code == .ok })
    }
    #expect(try clients[0].available() == 6000)
  }

  @Test("whoever saw an answer sees its effect, on every connection and thread")
  func readYourWrites() throws {
    let server = try LoopbackServer { $0.networkThreads = 3 }
    let writer = try CallClient(port: server.port, server.client("operator"))
    let readers = try (0..<6).map { _ in try CallClient(port: server.port, server.client("reader")) }
    try writer.makeStock(onHand: 100)
    for order in 1...20 {
      try writer.must(.reservationServiceReserve, reserveOne(order: order))
      for reader in readers { #expect(try reader.available() == Int64(100 - order)) }
    }
  }

  @Test("a command sent again with its id is answered with the first answer")
  func repeated() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("operator"))
    try client.makeStock(onHand: 10)
    let first = try client.call(.reservationServiceReserve, reserveOne(order: 1), commandID: "a")
    let second = try client.call(.reservationServiceReserve, reserveOne(order: 1), callID: 9, commandID: "a")
    #expect(!first.isRepeated && second.isRepeated)
    #expect(second.response == first.response)
    #expect(second.sequence == first.sequence)
    #expect(try client.available() == 9)
  }

  @Test("what the state does not allow is answered with refusals, and the connection goes on")
  func refusal() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("operator"))
    try client.makeStock(onHand: 0)
    let answer = try client.call(.reservationServiceReserve, reserveOne(order: 1))
    #expect(answer.code == .failedPrecondition)
    #expect(answer.status?.refusals.first?.reason == .notEnoughStock)
    #expect(answer.response.isEmpty)
    let missing = try client.call(.stockServiceGetStock, GetStockRequest(productID: "P1", warehouseID: "W9"))
    #expect(missing.code == .notFound)
    #expect(try client.available() == 0)
  }

  @Test("status counts this connection and names the certificates")
  func status() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("reader"))
    let status = try client.call(.adminServiceGetStatus, GetStatusRequest()).decode(ServerStatus.self)
    #expect(status.connections == 1)
    #expect(status.version == ServerVersion.current)
    #expect(status.certificates.map(\.purpose) == ["server", "client CA"])
    #expect(status.acceptsCommands)
  }
}

@Suite("Words about calls") struct CallWordTests {
  @Test("a call whose deadline has passed is not applied")
  func deadline() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("operator"))
    try client.makeStock(onHand: 10)
    for number in 1...300 {
      let product = Product(productID: "Q\(number)", name: "Q\(number)")
      try client.send(UInt64(number), .stockServicePutProduct, PutProductRequest(product: product))
    }
    _ = try client.answers(300)
    // The same round first does what takes far longer than the deadlines behind it.
    let slow = try (1...20).map { id in
      try client.frame(id, .stockServiceListProducts, ListProductsRequest(pageSize: 300))
    }
    let read = try client.frame(100, .stockServiceGetStock, readP1, timeoutMs: 1)
    let reserve = try client.frame(101, .reservationServiceReserve, reserveOne(order: 1), timeoutMs: 1)
    let patient = try client.frame(102, .stockServiceGetStock, readP1, timeoutMs: 60_000)
    let bytes = Array(slow.joined()) + read + reserve + patient
    #expect(bytes.count < 16_000)
    try client.send(bytes)
    let answers = try client.answers(23)
    #expect(answers[100]?.code == .deadlineExceeded)
    #expect(answers[101]?.code == .deadlineExceeded)
    #expect(answers[102]?.code == .ok)
    #expect(try client.available() == 10)
  }

  @Test("a command that still waits can be cancelled; what is not in flight, or ordered already, cannot")
  func cancel() throws {
    let server = try LoopbackServer { $0.batchLimit = 1 }
    let client = try CallClient(port: server.port, server.client("operator"))
    try client.makeStock(onHand: 10)
    var bytes = try client.frame(1, .stockServiceAdjustStock, longCommand)
    bytes += try client.frame(2, .stockServiceAdjustStock, longCommand)
    try client.send(bytes)
    let word =
      try client.frame(3, .reservationServiceReserve, reserveOne(order: 1))
      + client.bytes { CallFrame.writeCancel(callID: 3, into: &$0) }
      + client.bytes { CallFrame.writeCancel(callID: 77, into: &$0) }
    try client.send(word)
    let answers = try client.answers(3)
    #expect(answers[3]?.code == .cancelled)
    #expect(answers[1]?.code == .ok)
    #expect(try client.available() == 10)
  }

  @Test("a command of which nobody knows what became of it is not answered: the connection closes, and others go on")
  func unknownOutcome() throws {
    let server = try LoopbackServer { $0.batchLimit = 1 }
    let client = try CallClient(port: server.port, server.client("operator"))
    let other = try CallClient(port: server.port, server.client("reader"))
    try client.makeStock(onHand: 10)
    let bytes =
      try client.frame(1, .stockServiceAdjustStock, longCommand)
      + client.frame(2, .reservationServiceReserve, reserveOne(order: 1))
    try client.send(bytes + client.frame(3, .stockServiceGetStock, readP1))
    #expect(try client.answer().callID == 3)
    // What the engine says when it stops in the middle of a batch.
    let thread = try #require(server.server?.threads.first)
    _ = thread.commandLetters.add(CommandLetter(connection: 1, callID: 2, answer: .unknown))
    thread.wakeUp?.signal()
    var answered: [UInt64] = []
    let end = #expect(throws: CallClient.Failure.self) {
      while true { answered.append(try client.answer().callID) }
    }
    #expect(end == .closed)
    #expect(!answered.contains(2))
    #expect(try other.call(.stockServiceGetStock, readP1).code == .ok)
  }

  @Test("credit for a call that is no stream changes nothing")
  func credit() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("operator"))
    try client.makeStock(onHand: 10)
    try client.send(client.bytes { CallFrame.writeCredit(callID: 5, 16, into: &$0) })
    #expect(try client.available() == 10)
  }

  @Test("an id that is in flight cannot be used again, and the first call is answered all the same")
  func duplicate() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("operator"))
    try client.makeStock(onHand: 10)
    let bytes =
      try client.frame(5, .reservationServiceReserve, reserveOne(order: 1))
      + client.frame(5, .reservationServiceReserve, reserveOne(order: 2))
      + client.frame(5, .stockServiceGetStock, readP1)
    try client.send(bytes)
    let answers = try (0..<3).map { _ in try client.answer() }
    #expect(answers.map(\.code) == [.invalidArgument, .invalidArgument, .ok])
    #expect(answers[0].status?.violations.first?.field == "call_id")
    #expect(try client.call(.stockServiceGetStock, readP1, callID: 5).code == .ok, "the id is free again")
    #expect(try client.available() == 9)
  }

  @Test("a method that does not exist is UNIMPLEMENTED, and names itself")
  func unknownMethod() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("reader"))
    try client.send(
      client.bytes { output in
        unsafe CallFrame.write(
          callID: 3, method: "holdfast.v1.StockService/GetStick", requestSize: 0, into: &output, pack: { _ in })
      })
    let answer = try client.answer()
    #expect(answer.code == .unimplemented)
    #expect(answer.status?.message.contains("GetStick") == true)
  }

  @Test("an actor that would forge a line of the log is refused")
  func actor() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("operator"))
    try client.send(1, .reservationServiceReserve, reserveOne(order: 1), actor: "me\nlevel=error")
    #expect(try client.answer().status?.violations.first?.field == "actor")
    try client.send(2, .stockServiceGetStock, GetStockRequest(productID: "P1"), actor: "me\nlevel=error")
    #expect(try client.answer().status?.violations.first?.field == "actor", "the short way looks at it too")
  }
}
