import HoldfastClient
import Messages
import Synchronization
import Testing

@Suite("Calls and their answers")
struct CallTests {
  @Test("an answer brings message, sequence and whether it was given before")
  func answers() async throws {
    let server = try FakeServer { call in
      call.answer(StockLevel(productID: "P1", available: 7), sequence: 42, isRepeated: true)
    }
    let client = try HoldfastClient(.init(server))
    let answer = try await client.stock.getStock(GetStockRequest(productID: "P1", warehouseID: "DC-001"))
    #expect(answer.message == StockLevel(productID: "P1", available: 7))
    #expect(answer.available == 7)
    #expect(answer.sequence == 42)
    #expect(answer.isRepeated)
    #expect(server.seen.calls.map(\.method) == [.stockServiceGetStock])
    await client.close()
    server.stop()
  }

  @Test("answers find their calls in any order")
  func anyOrder() async throws {
    let held = Mutex<[FakeCall]>([])
    let server = try FakeServer { call in
      let all = held.withLock { held in
        held.append(call)
        return held.count == 50 ? held : []
      }
      for call in all.reversed() { call.answer(call.request, sequence: UInt64(call.request[0])) }
    }
    let client = try HoldfastClient(.init(server))
    try await withThrowingTaskGroup { group in
      for number: UInt8 in 0..<50 {
        group.addTask {
          let answer = try await client.call(.stockServiceGetStock, bytes: [number, number])
          #expect(answer.message == [number, number] && answer.sequence == UInt64(number))
        }
      }
      try await group.waitForAll()
    }
    #expect(server.seen.openedCount == 1)
    await client.close()
    server.stop()
  }

  @Test("a call carries actor, trace id, what is left of its time, and its command id")
  func headers() async throws {
    let server = try FakeServer { $0.answer() }
    var configuration = HoldfastClient.Configuration(server)
    configuration.actor = "Ada"
    let client = try HoldfastClient(configuration)
    let method = Method.stockServiceSetStock
    _ = try await client.call(.stockServiceGetStock, bytes: [])
    _ = try await client.call(method, bytes: [])
    _ = try await client.call(method, bytes: [])
    _ = try await client.call(
      method, bytes: [], options: .init(timeout: .seconds(3), commandID: "order-1", traceID: "t-1", actor: "Eve"))
    _ = try await client.call(method, bytes: [], options: .init(timeout: .seconds(1 << 60), commandID: .omitted))
    let calls = server.seen.calls
    #expect(calls.map(\.actor) == ["Ada", "Ada", "Ada", "Eve", "Ada"])
    #expect(calls.map(\.traceID) == ["", "", "", "t-1", ""])
    #expect(calls.map(\.commandID.count) == [0, 16, 16, 7, 0])
    #expect(calls[1].commandID != calls[2].commandID)
    #expect(calls[3].commandID == Array("order-1".utf8))
    #expect((2_000...3_000).contains(calls[3].timeoutMs) && (9_000...10_000).contains(calls[0].timeoutMs))
    #expect(calls[4].timeoutMs == 0)
    await client.close()
    server.stop()
  }

  @Test("a refusal says all that the server said")
  func refusals() async throws {
    let status = Status(
      code: 9, message: "not enough stock", violations: [FieldViolation(field: "items[0]", message: "wrong")],
      refusals: [
        Refusal(
          productID: "P1", warehouseID: "DC-001", requested: 5, available: 2, currentVersion: 3, reason: .notEnoughStock
        )
      ], retryAfterMs: 1500)
    let server = try FakeServer { $0.refuse(status, sequence: 77) }
    let client = try HoldfastClient(.init(server))
    let error = try #require(
      await failure { try await client.reservation.reserve(ReserveRequest(), options: .init(commandID: "c-1")) })
    #expect(error.code == .failedPrecondition && error.message == "not enough stock")
    #expect(error.violations == status.violations && error.refusals == status.refusals)
    #expect(error.retryAfter == .milliseconds(1500) && error.sequence == 77)
    #expect(error.method == "holdfast.v1.ReservationService/Reserve" && error.commandID == "c-1")
    #expect(!error.isOutcomeUnknown && error.attempts == 1)
    let text = error.description
    for part in [
      "FAILED_PRECONDITION", "ReservationService/Reserve", "not enough stock", "items[0]: wrong", "product P1",
      "warehouse DC-001", "NOT_ENOUGH_STOCK", "requested 5, available 2", "current version 3", "1.5 seconds",
    ] { #expect(text.contains(part), "\(part) in \(text)") }
    await client.close()
    server.stop()
  }

  @Test("what no server would take is not sent")
  func localLimits() async throws {
    let server = try FakeServer { $0.answer() }
    let client = try HoldfastClient(.init(server))
    let long = String(repeating: "x", count: 129)
    let options: [(CallOptions, String)] = [
      (.init(commandID: CommandID(bytes: .init(repeating: 1, count: 65))), "command_id"), (.init(actor: long), "actor"),
      (.init(traceID: long), "trace_id"), (.init(actor: "a\nb"), "actor"),
    ]
    for (options, field) in options {
      let error = await failure { try await client.call(.stockServiceSetStock, bytes: [], options: options) }
      #expect(error?.code == .invalidArgument && error?.violations.first?.field == field)
    }
    let tooLong = [UInt8](repeating: 0, count: 4 << 20)
    let error = await failure { try await client.call(.stockServiceGetStock, bytes: tooLong) }
    #expect(error?.code == .invalidArgument && error?.method == "holdfast.v1.StockService/GetStock")
    let nul = await failure { try await client.stock.getStock(GetStockRequest(productID: "a\0")) }
    #expect(nul?.violations.first?.field == "product_id")
    #expect(server.seen.calls.isEmpty)
    await client.close()
    server.stop()
  }

  @Test("an answer that cannot be read is an error of that call alone")
  func unreadableAnswers() async throws {
    let server = try FakeServer { call in
      if call.ordinal == 0 { call.answer([0xFF]) } else { call.answer(StockLevel(available: 1)) }
    }
    let client = try HoldfastClient(.init(server))
    let error = await failure { try await client.stock.getStock(GetStockRequest()) }
    #expect(error?.code == .internal)
    #expect(try await client.stock.getStock(GetStockRequest()).available == 1)
    #expect(server.seen.openedCount == 1)
    await client.close()
    server.stop()
  }

  @Test("a row of replies to a call that has one answer is refused and ended")
  func unexpectedStream() async throws {
    let server = try FakeServer { $0.answer([], more: true) }
    let client = try HoldfastClient(.init(server))
    let error = await failure { try await client.call(.stockServiceGetStock, bytes: []) }
    #expect(error?.code == .internal)
    #expect(await eventually { server.seen.cancels.count == 1 })
    await client.close()
    server.stop()
  }

  @Test("large requests at once wait for room, and all arrive")
  func largeRequests() async throws {
    let server = try FakeServer { $0.answer([UInt8(truncatingIfNeeded: $0.request.count)]) }
    var configuration = HoldfastClient.Configuration(server)
    configuration.defaultTimeout = .seconds(60)
    let client = try HoldfastClient(configuration)
    try await withThrowingTaskGroup { group in
      for number in 0..<40 {
        group.addTask {
          let answer = try await client.call(
            .stockServiceGetStock, bytes: .init(repeating: 1, count: 1 << 20 + number))
          #expect(answer.message == [UInt8(number)])
        }
      }
      try await group.waitForAll()
    }
    #expect(server.seen.openedCount == 1)
    #expect(server.seen.calls.count == 40)
    await client.close()
    server.stop()
  }
}
