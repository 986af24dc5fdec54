import Messages
import Support
import Testing

@testable import Server

@Suite("Limits") struct LimitTests {
  @Test("a connection past the limit of its address is told so and closed; when one ends there is room again")
  func perAddress() throws {
    let server = try LoopbackServer { $0.addressConnectionLimit = 2 }
    var first: CallClient? = try CallClient(port: server.port, server.client("reader"))
    let second = try CallClient(port: server.port, server.client("reader"))
    for _ in 0..<3 {
      let third = try CallClient(port: server.port, server.client("reader"))
      let told = try third.answer()
      #expect(told.callID == 0)
      #expect(told.code == .resourceExhausted)
      #expect(told.status?.message.contains("2 connections from 127.0.0.1") == true)
      #expect((told.status?.retryAfterMs ?? 0) > 0)
      #expect(third.end() == .closed)
    }
    #expect(try second.call(.stockServiceGetStock, readP1).code == .notFound, "the others go on")
    _ = try first?.call(.stockServiceGetStock, readP1)
    first = nil
    #expect(try untilServed(server).code == .notFound)
  }

  @Test("the limit in all holds over all threads")
  func inAll() throws {
    let server = try LoopbackServer {
      $0.connectionLimit = 3
      $0.networkThreads = 3
    }
    let clients = try (0..<3).map { _ in try CallClient(port: server.port, server.client("reader")) }
    let told = try CallClient(port: server.port, server.client("reader")).answer()
    #expect(told.code == .resourceExhausted)
    for client in clients { #expect(try client.call(.stockServiceGetStock, readP1).code == .notFound) }
  }

  /// The server hears of an end a moment later than we do.
  private func untilServed(_ server: LoopbackServer) throws -> CallClient.Answer {
    while true {
      let client = try CallClient(port: server.port, server.client("reader"))
      // One that is refused may be closed before it can call.
      guard let answer = try? client.call(.stockServiceGetStock, readP1) else { continue }
      if answer.callID != 0 { return answer }
    }
  }

  @Test("calls past the limit in flight are refused one by one, and the others are answered")
  func callsInFlight() throws {
    let server = try LoopbackServer { $0.callLimit = 4 }
    let client = try CallClient(port: server.port, server.client("operator"))
    try client.makeStock(onHand: 1000)
    let frames = try (1...100).map { id in
      try client.frame(UInt64(id), .reservationServiceReserve, reserveOne(order: id))
    }
    let bytes = Array(frames.joined())
    #expect(bytes.count < 16_000)
    try client.send(bytes)
    let answers = try client.answers(100)
    // All of them came in one round, in which no answer could make room.
    #expect(Set(answers.filter { $0.value.code == .ok }.keys) == [1, 2, 3, 4])
    let refused = answers.values.filter { $0.code == .resourceExhausted }
    #expect(refused.count == 96)
    #expect(refused.allSatisfy { ($0.status?.retryAfterMs ?? 0) > 0 })
    #expect(try client.available() == 996)
    #expect(try client.call(.reservationServiceReserve, reserveOne(order: 500)).code == .ok)
  }

  @Test("a full queue refuses commands at once, and reads go on")
  func queue() throws {
    let server = try LoopbackServer {
      $0.queueLimit = 2
      $0.batchLimit = 1
    }
    let client = try CallClient(port: server.port, server.client("operator"))
    try client.makeStock(onHand: 1000)
    try client.send(client.frame(1, .stockServiceAdjustStock, longCommand))
    let frames = try (2...30).map { id in
      try client.frame(UInt64(id), .reservationServiceReserve, reserveOne(order: id))
    }
    try client.send(Array(frames.joined()) + client.frame(99, .stockServiceGetStock, readP1))
    let answers = try client.answers(31)
    let refused = answers.values.filter { $0.code == .resourceExhausted }
    #expect(!refused.isEmpty)
    #expect(refused.allSatisfy { ($0.status?.retryAfterMs ?? 0) > 0 })
    #expect(answers[99]?.code == .ok)
    let held = answers.filter { (2...30).contains($0.key) && $0.value.code == .ok }.count
    #expect(try client.available() == Int64(1000 - held))
  }

  @Test("a client that does not read is not read from, and gets every answer once it does")
  func slowReader() throws {
    let server = try LoopbackServer { $0.bufferedByteLimit = 8 << 20 }
    let client = try CallClient(port: server.port, server.client("operator"), bufferBytes: 32 << 10)
    try client.makeStock(onHand: 10)
    let keys = (0..<1000).map { _ in StockKey(productID: "P1", warehouseID: "W1") }
    let frame = try client.frame(1, .stockServiceBatchGetStock, BatchGetStockRequest(keys: keys))
    // Each answer is several times as long as its request: to read all of these would take 40 MB of them.
    let bytes = Array([[UInt8]](repeating: frame, count: 1000).joined())
    var sent = 0
    var idle = 0
    while sent < bytes.count, idle < 50 {
      let count = try client.sendSome(Array(bytes[sent..<min(sent + 65_536, bytes.count)]))
      sent += count
      idle = count == 0 ? idle + 1 : 0
      if count == 0 { pause(milliseconds: 10) }
    }
    #expect(sent < bytes.count / 2, "the server stopped reading")
    // What waits is one answer past the mark at which reading stops, and far from the limit.
    let waiting = try #require(server.server?.waitingOutputBytes)
    #expect(waiting > 0)
    #expect(waiting < 1 << 20)
    let whole = sent / frame.count
    for _ in 0..<whole { #expect(try client.answer().code == .ok) }
  }

  @Test("a client that shakes no hands is closed in time, and others are served meanwhile")
  func handshakeTime() throws {
    let server = try LoopbackServer { $0.handshakeTime = .milliseconds(100) }
    let silent = try SilentClient(port: server.port)
    let client = try CallClient(port: server.port, server.client("reader"))
    #expect(try client.call(.stockServiceGetStock, readP1).code == .notFound)
    #expect(silent.waitForEnd())
    #expect(try client.call(.stockServiceGetStock, readP1).code == .notFound)
  }

  @Test("an idle connection is closed, with a closing message")
  func idleTime() throws {
    let server = try LoopbackServer { $0.idleTime = .milliseconds(100) }
    let client = try CallClient(port: server.port, server.client("reader"))
    #expect(try client.call(.stockServiceGetStock, readP1).code == .notFound)
    #expect(client.end() == .closed)
  }
}

@Suite("Admission") struct AdmissionTests {
  @Test("no more are told at a time than a handshake each is worth; the rest are dropped")
  func refusals() {
    let admission = Admission(limit: 1, addressLimit: 10)
    let host = Peers.host("10.0.0.1")
    guard case .admitted = admission.enter(host) else { return #expect(Bool(false), "the first is admitted") }
    for _ in 0..<Admission.refusalLimit {
      guard case .refused = admission.enter(host) else { return #expect(Bool(false), "it is told") }
    }
    guard case .dropped = admission.enter(host) else { return #expect(Bool(false), "it is dropped") }
    admission.leave(host, wasRefused: true)
    guard case .refused = admission.enter(host) else { return #expect(Bool(false), "there is room to tell again") }
    admission.leave(host, wasRefused: false)
    #expect(admission.admittedCount == 0)
    guard case .admitted = admission.enter(host) else { return #expect(Bool(false), "there is room again") }
  }

  @Test("addresses are counted each by itself, and forgotten when they are gone")
  func addresses() {
    let admission = Admission(limit: 100, addressLimit: 1)
    let (one, other) = (Peers.host("10.0.0.1"), Peers.host("10.0.0.2"))
    guard case .admitted = admission.enter(one), case .admitted = admission.enter(other) else {
      return #expect(Bool(false), "both are admitted")
    }
    guard case .refused = admission.enter(one) else { return #expect(Bool(false), "the second of one is refused") }
    admission.leave(one, wasRefused: false)
    guard case .admitted = admission.enter(one) else { return #expect(Bool(false), "there is room again") }
    #expect(admission.admittedCount == 2)
  }
}
