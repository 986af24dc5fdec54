import HoldfastClient
import Messages
import Synchronization
import Testing

@Suite("Streams that are read")
struct StreamTests {
  @Test("replies come in their order, and the end after them")
  func order() async throws {
    let server = try FakeServer { call in
      for number in 0..<10 { call.answer(row(number), sequence: 5, more: true) }
      call.answer(sequence: 5)
    }
    let client = try HoldfastClient(.init(server))
    var seen: [Int64] = []
    for try await reply in try client.stock.exportStock(.init(warehouseID: "W1")) {
      #expect(reply.sequence == 5)
      seen += reply.rows.map(\.onHand)
    }
    #expect(seen == Array(0..<10))
    let call = try #require(server.seen.calls.first)
    #expect(call.credit == 16 && call.timeoutMs == 0 && call.method == .stockServiceExportStock)
    await client.close()
    server.stop()
  }

  @Test("what was read is granted anew, and never more than the window lies ahead of the reader")
  func credit() async throws {
    let opened = Mutex<FakeCall?>(nil)
    let server = try FakeServer { call in
      opened.withLock { $0 = call }
      for number in 0..<4 { call.answer(row(number), more: true) }
    }
    let client = try HoldfastClient(.init(server))
    var stream = try client.stock.exportStock(.init(), options: .init(streamWindow: 4)).makeAsyncIterator()
    #expect(await eventually { opened.withLock { $0 } != nil })
    let call = try #require(opened.withLock { $0 })
    #expect(call.credit == 4)
    #expect(server.seen.credits.isEmpty, "nobody has read anything")
    _ = try await stream.next()
    #expect(try await stream.next()?.rows.map(\.onHand) == [1])
    #expect(await eventually { server.seen.credits.map(\.credit) == [2] })
    #expect(server.seen.credits.map(\.callID) == [call.id])
    for number in 4..<6 { call.answer(row(number), more: true) }
    for number: Int64 in 2..<6 { #expect(try await stream.next()?.rows.map(\.onHand) == [number]) }
    #expect(await eventually { server.seen.credits.map(\.credit) == [2, 2, 2] })
    call.answer()
    #expect(try await stream.next() == nil)
    #expect(try await stream.next() == nil)
    await client.close()
    server.stop()
  }

  @Test("a server that sends more than it was granted is given up")
  func overrun() async throws {
    let server = try FakeServer { call in
      for number in 0..<10 { call.answer(row(number), more: true) }
    }
    let client = try HoldfastClient(.init(server))
    let failure = await failure {
      for try await _ in try client.stock.exportStock(.init(), options: .init(streamWindow: 2)) {
        try await Task.sleep(for: .milliseconds(200))
      }
    }
    #expect(failure?.code == .unavailable)
    #expect(failure?.message.contains("more replies") == true, "\(String(describing: failure))")
    await client.close()
    server.stop()
  }

  @Test("a failure comes after the replies before it")
  func failing() async throws {
    let server = try FakeServer { call in
      call.answer(row(1), more: true)
      call.refuse(.resourceExhausted, "too slow")
    }
    let client = try HoldfastClient(.init(server))
    var stream = try client.stock.exportStock(.init()).makeAsyncIterator()
    #expect(try await stream.next()?.rows.count == 1)
    let failure = await failure { try await stream.next() }
    #expect(failure?.code == .resourceExhausted && failure?.message == "too slow")
    #expect(failure?.isOutcomeUnknown == false)
    await client.close()
    server.stop()
  }

  @Test("a stream that nobody reads any more is cancelled, and so is one whose task is cancelled")
  func cancelling() async throws {
    let server = try FakeServer { call in call.answer(row(1), more: true) }
    let client = try HoldfastClient(.init(server))
    for try await _ in try client.stock.exportStock(.init()) { break }
    #expect(await eventually { server.seen.cancels.count == 1 }, "\(server.seen)")
    let reading = Task {
      var count = 0
      for try await _ in try client.stock.exportStock(.init()) { count += 1 }
      return count
    }
    #expect(await eventually { server.seen.calls.count == 2 })
    reading.cancel()
    await #expect(throws: CancellationError.self) { try await reading.value }
    #expect(await eventually { server.seen.cancels == server.seen.calls.map(\.id) }, "\(server.seen)")
    await client.close(grace: .zero)
    server.stop()
  }

  @Test("a stream is opened again where its connection was lost before the first reply, and not later")
  func lost() async throws {
    let server = try FakeServer { call in
      if call.ordinal == 0 { return call.drop() }
      call.answer(row(1), more: true)
      if call.ordinal == 1 { call.answer() } else { call.hangUp() }
    }
    let client = try HoldfastClient(.init(server))
    var count = 0
    for try await reply in try client.stock.exportStock(.init()) { count += reply.rows.count }
    #expect(count == 1 && server.seen.calls.count == 2)
    let failure = await failure {
      for try await reply in try client.stock.exportStock(.init()) { count += reply.rows.count }
    }
    #expect(failure?.code == .unavailable)
    #expect(server.seen.calls.count == 3)
    await client.close()
    server.stop()
  }

  @Test("a stream on which the server is silent for too long ends; one with a timeout ends when that is over")
  func silent() async throws {
    let server = try FakeServer { _ in }
    var configuration = HoldfastClient.Configuration(server)
    configuration.defaultTimeout = .milliseconds(50)
    let client = try HoldfastClient(configuration)
    var stream = try client.stock.exportStock(.init()).makeAsyncIterator()
    let silence = await failure { try await stream.next() }
    #expect(silence?.code == .deadlineExceeded && silence?.message.contains("nothing came") == true)
    var other = try client.stock.exportStock(.init(), options: .init(timeout: .milliseconds(20))).makeAsyncIterator()
    #expect(await failure { try await other.next() }?.code == .deadlineExceeded)
    #expect(server.seen.calls.map { $0.timeoutMs > 0 } == [false, true])
    await client.close()
    server.stop()
  }

  @Test("a stream that is not read owes nobody anything, however long that takes")
  func unread() async throws {
    let server = try FakeServer { call in
      for number in 0..<2 { call.answer(row(number), more: true) }
    }
    var configuration = HoldfastClient.Configuration(server)
    configuration.defaultTimeout = .milliseconds(50)
    let client = try HoldfastClient(configuration)
    var stream = try client.stock.exportStock(.init(), options: .init(streamWindow: 2)).makeAsyncIterator()
    #expect(await eventually { server.seen.calls.count == 1 })
    try await Task.sleep(for: .milliseconds(200))
    #expect(try await stream.next() != nil)
    await client.close(grace: .zero)
    server.stop()
  }

  @Test("a method is called in its own way alone")
  func wrongWay() async throws {
    let server = try FakeServer { $0.answer() }
    let client = try HoldfastClient(.init(server))
    #expect(await failure { try await client.call(.stockServiceExportStock, bytes: []) }?.code == .unimplemented)
    #expect(await failure { try client.stream(.stockServiceGetStock, bytes: []) }?.code == .unimplemented)
    await client.close()
    server.stop()
  }

  @Test("a server that refuses the connection as a whole says why, and is not asked again where that is of no use")
  func refusedConnection() async throws {
    let server = try FakeServer { call in call.refuseConnection(.unauthenticated, "no role") }
    let client = try HoldfastClient(.init(server))
    let failure = await failure { try await client.stock.getStock(.init(productID: "P1")) }
    #expect(failure?.code == .unauthenticated && failure?.message.contains("no role") == true)
    #expect(server.seen.calls.count == 1)
    await client.close()
    server.stop()
  }
}

private func row(_ number: Int) -> [UInt8] {
  let response = ExportStockResponse(rows: [ExportRow(onHand: Int64(number))])
  return (try? response.encoded(in: MessageArena(capacity: 1 << 16))) ?? []
}
