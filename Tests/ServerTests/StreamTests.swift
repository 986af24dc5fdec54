import Messages
import Support
import Testing

@testable import Server

private let export = ExportStockRequest()

@Suite("Streams") struct StreamTests {
  @Test("a stream gives every level once, then ends with a reply that no other follows")
  func whole() throws {
    let (server, client, catalogue) = try stocked()
    try client.send(7, .stockServiceExportStock, export, credit: .max)
    let (rows, end) = try client.rows(of: 7)
    #expect(end.code == .ok && end.response.isEmpty && end.sequence > 0)
    #expect(rows.count == catalogue.count)
    let names = rows.map { $0.variantID + $0.warehouseID }
    #expect(names == names.sorted())
    #expect(Set(names).count == catalogue.count)
    #expect(rows.allSatisfy { $0.onHand == Catalogue.onHand && $0.warehouseCode == "C" + $0.warehouseID.dropFirst() })
    try expectNothingOpen(server)
  }

  @Test("replies are sent as far as they were granted and not one more, while other calls go on")
  func credit() throws {
    let (_, client, catalogue) = try stocked()
    try client.send(1, .stockServiceExportStock, export, credit: 3)
    var count = 0
    for _ in 0..<3 {
      let answer = try client.answer()
      #expect(answer.callID == 1 && answer.more)
      count += try answer.decode(ExportStockResponse.self).rows.count
    }
    try expectSilence(client)
    try client.grant(1, 2)
    for _ in 0..<2 { count += try client.answer().decode(ExportStockResponse.self).rows.count }
    try expectSilence(client)
    try client.grant(1, 1000)
    let (rest, end) = try client.rows(of: 1)
    #expect(end.code == .ok)
    #expect(count + rest.count == catalogue.count)
  }

  @Test("an opening call that grants nothing grants sixteen")
  func defaultCredit() throws {
    let (_, client, _) = try stocked(warehouses: 12)
    try client.send(1, .stockServiceExportStock, export)
    for _ in 0..<16 { #expect(try client.answer().more) }
    try expectSilence(client)
  }

  @Test("a stream whose last reply takes the last credit ends all the same")
  func exactCredit() throws {
    let (_, client, _) = try stocked()
    try client.send(1, .stockServiceExportStock, export, credit: .max)
    var replies: UInt32 = 0
    while try client.answer().more { replies += 1 }
    try client.send(2, .stockServiceExportStock, export, credit: replies)
    for _ in 0..<replies { #expect(try client.answer().more) }
    let end = try client.answer()
    #expect(!end.more && end.code == .ok && end.callID == 2)
  }

  @Test("credit that is absurd, or for calls that are none, does no harm")
  func hostileCredit() throws {
    let (server, client, catalogue) = try stocked()
    try client.grant(99, .max)
    try client.send(1, .stockServiceExportStock, export, credit: 1)
    for _ in 0..<100 { try client.grant(1, .max) }
    try client.grant(2, 5)
    let (rows, end) = try client.rows(of: 1)
    #expect(end.code == .ok && rows.count == catalogue.count)
    try client.grant(1, .max)
    #expect(try client.call(.stockServiceGetStock, readP1).code == .notFound)
    try expectNothingOpen(server)
  }

  @Test("a stream that is cancelled says so as its last word, and its id may be used again")
  func cancelled() throws {
    let (server, client, catalogue) = try stocked()
    for _ in 0..<20 {
      try client.send(5, .stockServiceExportStock, export, credit: 2)
      try client.cancel(5)
      #expect(try client.rows(of: 5).end.code == .cancelled)
    }
    try client.send(5, .stockServiceExportStock, export, credit: 1)
    #expect(try client.answer().more)
    try client.cancel(5)
    let end = try client.answer()
    #expect(end.callID == 5 && end.code == .cancelled)
    try client.cancel(5)
    try client.grant(5, 100)
    try expectSilence(client)
    try client.send(5, .stockServiceExportStock, export, credit: .max)
    #expect(try client.rows(of: 5).rows.count == catalogue.count)
    try expectNothingOpen(server)
  }

  @Test("a stream whose id is in flight is refused, and the first one goes on")
  func sameID() throws {
    let (_, client, catalogue) = try stocked()
    try client.send(1, .stockServiceExportStock, export, credit: 1)
    #expect(try client.answer().more)
    try client.send(1, .stockServiceExportStock, export, credit: 1)
    #expect(try client.answer().code == .invalidArgument)
    try client.send(1, .stockServiceGetStock, readP1)
    #expect(try client.answer().code == .invalidArgument)
    try client.grant(1, 1000)
    #expect(try client.rows(of: 1).rows.count < catalogue.count)
  }

  @Test("a stream ends when its deadline passes, however slowly its client takes it")
  func deadline() throws {
    let (server, client, _) = try stocked()
    try client.send(1, .stockServiceExportStock, export, timeoutMs: 100, credit: 2)
    #expect(try client.rows(of: 1).end.code == .deadlineExceeded)
    try expectNothingOpen(server)
  }

  @Test("a stream that holds its snapshot for too long ends, and the snapshot with it")
  func snapshotTime() throws {
    let (server, client, _) = try stocked { $0.snapshotTime = .milliseconds(100) }
    try client.send(1, .stockServiceExportStock, export, credit: 2)
    let end = try client.rows(of: 1).end
    #expect(end.code == .resourceExhausted)
    #expect(end.status?.message.contains("100 ms") == true)
    try expectNothingOpen(server)
  }

  @Test("status counts streams and the snapshots that they hold; a client that goes away gives them back")
  func goneClient() throws {
    let (server, client, _) = try stocked()
    var other: CallClient? = try CallClient(port: server.port, server.client("reader"))
    for id in 1...5 as ClosedRange<UInt64> {
      try other?.send(id, .stockServiceExportStock, export, credit: 1)
      #expect(try other?.answer().more == true)
    }
    let status = try client.call(.adminServiceGetStatus, GetStatusRequest()).decode(ServerStatus.self)
    #expect(status.openStreams == 5 && status.heldSnapshots == 5)
    other = nil
    try expectNothingOpen(server)
  }

  @Test("what cannot be opened is refused, and counts no longer")
  func refused() throws {
    let (server, client, _) = try stocked()
    let unknown = try client.call(.stockServiceExportStock, ExportStockRequest(productID: "none"))
    #expect(unknown.code == .notFound && !unknown.more)
    #expect(try client.call(.stockServiceExportStock, ExportStockRequest(productID: "\u{7}")).code == .invalidArgument)
    try expectNothingOpen(server)
  }

  // MARK: Helpers

  /// Held by the suite's value, so that the server lives as long as its test.
  private final class Scene {
    var servers: [LoopbackServer] = []
  }

  private let scene = Scene()

  private func stocked(
    warehouses: Int = 8, configure: (inout ServerConfiguration) -> Void = { _ in }
  ) throws -> (LoopbackServer, CallClient, Catalogue) {
    let server = try LoopbackServer(configure: configure)
    scene.servers.append(server)
    let client = try CallClient(port: server.port, server.client("operator"))
    return (server, client, try Catalogue(client, warehouses: warehouses))
  }

  /// Nothing comes before the answer to a call that is sent after a while.
  private func expectSilence(_ client: CallClient) throws {
    pause(milliseconds: 30)
    let answer = try client.call(.stockServiceGetStock, readP1, callID: 1_000_000)
    #expect(answer.callID == 1_000_000, "a reply came that was not granted")
  }

  private func expectNothingOpen(_ server: LoopbackServer) throws {
    let counts = try #require(server.server?.threads.first?.work.streams.counts)
    #expect(eventually { counts.now == (0, 0) }, "\(counts.now)")
  }
}

@Suite("Many streams") struct ManyStreamsTests {
  @Test("a hundred streams at once, on several connections, are all given whole")
  func hundred() throws {
    let server = try LoopbackServer {
      $0.connectionStreamLimit = 25
      $0.networkThreads = 2
    }
    let first = try CallClient(port: server.port, server.client("operator"))
    let catalogue = try Catalogue(first, warehouses: 2)
    let clients = try (0..<4).map { _ in try CallClient(port: server.port, server.client("reader")) }
    for client in clients {
      for id in 1...25 as ClosedRange<UInt64> { try client.send(id, .stockServiceExportStock, export, credit: 1) }
    }
    for client in clients {
      var counts: [UInt64: Int] = [:]
      var ended = 0
      while ended < 25 {
        let answer = try client.answer()
        #expect(answer.code == .ok)
        if answer.more {
          counts[answer.callID, default: 0] += try answer.decode(ExportStockResponse.self).rows.count
          try client.grant(answer.callID, 1)
        } else {
          ended += 1
        }
      }
      #expect(counts.count == 25 && counts.values.allSatisfy { $0 == catalogue.count })
    }
  }

  @Test("streams past the limit of a connection, or of the server, are refused one by one")
  func limits() throws {
    let server = try LoopbackServer {
      $0.connectionStreamLimit = 3
      $0.streamLimit = 4
    }
    let client = try CallClient(port: server.port, server.client("operator"))
    _ = try Catalogue(client, warehouses: 2)
    for id in 1...5 as ClosedRange<UInt64> { try client.send(id, .stockServiceExportStock, export, credit: 1) }
    let codes = try (0..<5).map { _ in try client.answer() }
    #expect(codes.filter { $0.code == .ok && $0.more }.count == 3)
    #expect(codes.filter { $0.status?.message.contains("on this connection") == true }.count == 2)
    let other = try CallClient(port: server.port, server.client("reader"))
    for id in 1...2 as ClosedRange<UInt64> { try other.send(id, .stockServiceExportStock, export, credit: 1) }
    let more = try (0..<2).map { _ in try other.answer() }
    #expect(more.filter { $0.code == .ok }.count == 1)
    #expect(more.filter { $0.status?.message.contains("4 streams") == true }.count == 1)
    try client.cancel(1)
    #expect(try client.answer().code == .cancelled)
    // Its slot is free once its snapshot is.
    #expect(eventually { (try? other.call(.stockServiceExportStock, export, callID: 9).more) == true })
  }

  @Test("a client that reads nothing does not grow what the server keeps, whatever it grants")
  func slowReader() throws {
    let server = try LoopbackServer()
    let maker = try CallClient(port: server.port, server.client("operator"))
    let catalogue = try Catalogue(maker, warehouses: 40)
    let client = try CallClient(port: server.port, server.client("reader"), bufferBytes: 32 << 10)
    for id in 1...8 as ClosedRange<UInt64> { try client.send(id, .stockServiceExportStock, export, credit: .max) }
    var waiting = 0
    for _ in 0..<20 {
      pause(milliseconds: 20)
      waiting = max(waiting, try #require(server.server?.waitingOutputBytes))
    }
    // In all they would be some 50 MB.
    #expect(waiting > 0 && waiting < 1 << 20, "\(waiting) bytes wait")
    #expect(try maker.call(.stockServiceGetStock, readP1).code == .notFound, "others go on")
    var rows = 0
    var ended = 0
    while ended < 8 {
      let answer = try client.answer()
      if answer.more { rows += try answer.decode(ExportStockResponse.self).rows.count } else { ended += 1 }
    }
    #expect(rows == 8 * catalogue.count)
  }

  @Test("an export is one snapshot: stock that is moved meanwhile is neither lost nor doubled")
  func oneSnapshot() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("operator"))
    let catalogue = try Catalogue(client, warehouses: 4)
    let reader = try CallClient(port: server.port, server.client("reader"))
    var generator = SystemRandomNumberGenerator()
    var isMoved = false
    for round in 0..<10 as Range<UInt64> {
      try reader.send(round + 1, .stockServiceExportStock, export, credit: 1)
      var units: Int64 = 0
      while true {
        // Between any two replies the stock goes elsewhere.
        let moves = try (0..<20).map { index in
          let place = Int.random(in: 0..<4, using: &generator)
          let request = MoveStockRequest(
            productID: "P1", variantID: Catalogue.variant(Int.random(in: 0..<200, using: &generator)),
            fromWarehouseID: Catalogue.warehouse(place), toWarehouseID: Catalogue.warehouse((place + 1) % 4),
            quantity: 10)
          return try client.frame(UInt64(index + 1), .stockServiceMoveStock, request)
        }
        try client.send(Array(moves.joined()))
        isMoved = try client.answers(20).values.contains { $0.code == .ok } || isMoved
        let answer = try reader.answer()
        guard answer.more else { break }
        for row in try answer.decode(ExportStockResponse.self).rows { units += row.onHand }
        try reader.grant(round + 1, 1)
      }
      #expect(units == Int64(catalogue.count) * Catalogue.onHand)
    }
    #expect(isMoved)
  }

  @Test("a server that stops says so first, then ends its streams, and stops without waiting for them")
  func stopping() throws {
    let server = try LoopbackServer { $0.drainTime = .seconds(60) }
    let client = try CallClient(port: server.port, server.client("operator"))
    let catalogue = try Catalogue(client, warehouses: 8)
    for id in 1...3 as ClosedRange<UInt64> { try client.send(id, .stockServiceExportStock, export, credit: 1) }
    for _ in 1...3 { #expect(try client.answer().more) }
    server.stop()
    let notice = try client.answer()
    #expect(notice.callID == 0 && notice.status == nil)
    for _ in 1...3 {
      let end = try client.answer()
      #expect(!end.more && end.code == .unavailable)
    }
    #expect(client.end() == .closed)
    try server.start()
    let again = try CallClient(port: server.port, server.client("reader"))
    try again.send(1, .stockServiceExportStock, export, credit: .max)
    #expect(try again.rows(of: 1).rows.count == catalogue.count)
  }
}
