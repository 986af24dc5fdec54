import Foundation
import Messages
import Support
import TLS
import Testing

/// All attacks again and again on the real server.
@Suite("What attacks leave behind") struct EnduranceTests {
  private let server: ServerProcess
  private let shape: RequestShape

  init() throws {
    server = try ServerProcess()
    shape = try World.make(server.client())
  }

  @Test("round after round of attacks, the real server grows by nothing: memory, descriptors, connections, state")
  func rounds() throws {
    let sequence = try World.status(server.client()).sequence
    var memory: [Int] = []
    var descriptors: [Int] = []
    for _ in 0..<7 {
      try attack()
      let client = try server.client("reader")
      try waitUntilAlone(client)
      memory.append(server.memoryBytes)
      descriptors.append(server.descriptorCount)
    }
    // The first rounds fill what is kept for use again: buffers, tables, the allocator's own store.
    #expect(memory[6] < memory[1] + (5 << 20), "\(memory.map { $0 >> 10 }) KiB")
    #expect(Set(descriptors[2...]).count == 1, "\(descriptors)")
    let client = try server.client()
    #expect(try World.status(client).sequence == sequence)
    #expect(try World.level(client).onHand == World.onHand)
    #expect(server.stop() == 0, "it stops politely after all that")
  }

  @Test("clients that never read, and unfinished frames, take no more than their limits while they last")
  func bound() throws {
    let before = server.memoryBytes
    let stuck = try (0..<3).map { _ in try server.client("reader") }
    for client in stuck { try flood(client) }
    let unfinished = try (0..<16).map { _ in try server.client("reader") }
    for client in unfinished { try client.send(frame([UInt8](repeating: 0, count: 100_000), length: 4 << 20)) }
    #expect(try World.level(server.client()).onHand == World.onHand)
    // A client that does not read: its high-water mark of 1 MiB in a buffer that doubles, an answer more, and what waits to be read. An unfinished
    // frame: twice what has come of it.
    let bound = 3 * (5 << 20) + 16 * (256 << 10) + (4 << 20)
    #expect(server.memoryBytes < before + bound, "\((server.memoryBytes - before) >> 10) KiB more")
    withExtendedLifetime((stuck, unfinished)) {}
  }

  private func attack() throws {
    // Not TLS, or only the start of it.
    for bytes in [[UInt8]("GET / HTTP/1.1\r\n\r\n".utf8), PeerTests.halfHello, [UInt8](repeating: 0, count: 5000), []] {
      for isAbrupt in [true, false] {
        let socket = try RawSocket(port: server.port)
        socket.send(bytes)
        if isAbrupt { socket.makeCloseAbrupt() } else { socket.endSending() }
      }
    }
    // Handshakes that come to nothing.
    if let certificates = server.certificates {
      for _ in 0..<4 {
        var nobody = certificates.clientConfiguration("reader")
        nobody.certificateChainFile = nil
        nobody.privateKeyFile = nil
        if let client = try? CallClient(port: server.port, nobody) { _ = client.answersUntilEnd() }
      }
    }
    // Frames that are none, announced and not sent, or sent and no calls.
    for length in [UInt32.max, (4 << 20) + 1, 4 << 20, 1 << 20, 5] as [UInt32] {
      for count in [0, 3, 1_000_000] {
        try? server.client("reader").send(frame([UInt8](repeating: 0x55, count: count), length: length))
      }
    }
    // Requests that fill the arena, and the heap with what comes of them.
    let client = try server.client()
    let many = again([0x0A, 0], upTo: 50_000)
    for method in Messages.Method.allCases where method != .adminServiceGetStatus {
      let answer = try client.call(method, raw: many)
      #expect(!answer.isFault, "\(method): \(answer.summary)")
    }
    for method in [Messages.Method.stockServiceSetStock, .reservationServiceRelease, .stockServiceBatchGetStock] {
      let answer = try client.call(method, raw: again([0x0A, 0], upTo: 4_000_000))
      #expect(answer.code == .invalidArgument, "\(method): \(answer.summary)")
    }
    // Bad text in every field.
    for site in Site.of("string") where site.method.info.role.rawValue <= Role.operator.rawValue {
      let answer = try client.call(site.method, raw: shape.request(site, with: .bytes([0x41, 0, 0xFF])))
      #expect(answer.code == .invalidArgument)
    }
    // Methods of many names, ids of many kinds.
    for id in 1...500 as ClosedRange<UInt64> { try client.send(call(id << 40, "method \(id)")) }
    _ = try client.answers(500)
    // Questions by the thousand whose answers nobody wants.
    try flood(server.client("reader"))
  }

  /// Asks until the server reads no more.
  private func flood(_ client: CallClient) throws {
    let key = ProtoBytes.message([(1, .bytes(ProtoBytes.message([(1, .text("P1")), (3, .text("W1"))])))])
    let questions = again(call(1, "holdfast.v1.StockService/BatchGetStock", again(key, upTo: 9000)), upTo: 64 << 10)
    var offset = 0
    var refusals = 0
    while refusals < 30 {
      let count = try client.sendSome(Array(questions[offset...]))
      offset = (offset + count) % questions.count
      refusals = count == 0 ? refusals + 1 : 0
      if count == 0 { usleep(1000) }
    }
  }

  /// Waits until the server has let go of every connection but that of `client`.
  private func waitUntilAlone(_ client: CallClient) throws {
    let end = Date(timeIntervalSinceNow: 20)
    while try World.status(client).connections > 1 {
      guard Date() < end else {
        Issue.record("\(try World.status(client).connections) connections are still there")
        return
      }
      usleep(10_000)
    }
  }
}
