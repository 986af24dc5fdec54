import HoldfastClient
import Messages
import Synchronization
import Testing
import Transport

@Suite("Calls that run out, are cancelled or outlive their client")
struct EndingTests {
  @Test("a call that is never answered runs out by the client's own clock, and a late answer harms nobody")
  func runsOut() async throws {
    let held = Mutex<[FakeCall]>([])
    let server = try FakeServer { call in
      if call.ordinal < 2 { held.withLock { $0.append(call) } } else { call.answer([9]) }
    }
    let client = try HoldfastClient(.init(server))
    // Or the time could be over before anything is sent.
    try await client.connect()
    let options = CallOptions(timeout: .milliseconds(50))
    let query = await failure { try await client.call(.stockServiceGetStock, bytes: [], options: options) }
    #expect(query?.code == .deadlineExceeded && query?.isOutcomeUnknown == false)
    let command = await failure { try await client.call(.stockServiceSetStock, bytes: [], options: options) }
    #expect(command?.code == .deadlineExceeded && command?.isOutcomeUnknown == true)
    #expect(command?.commandID?.bytes == server.seen.calls.last?.commandID)
    for call in held.withLock({ $0 }) { call.answer([1]) }
    #expect(try await client.call(.stockServiceGetStock, bytes: []).message == [9])
    #expect(server.seen.openedCount == 1)
    await client.close()
    server.stop()
  }

  @Test("no time at all means no call at all")
  func noTime() async throws {
    let server = try FakeServer { $0.answer() }
    let client = try HoldfastClient(.init(server))
    try await client.connect()
    for timeout in [Duration.zero, .seconds(-5)] {
      let error = await failure {
        try await client.call(.stockServiceSetStock, bytes: [], options: .init(timeout: timeout))
      }
      #expect(error?.code == .deadlineExceeded && error?.isOutcomeUnknown == false)
    }
    #expect(server.seen.calls.isEmpty)
    await client.close()
    server.stop()
  }

  @Test("cancelling the task ends the call here and there")
  func cancelled() async throws {
    let server = try FakeServer { call in if call.ordinal > 0 { call.answer() } }
    let client = try HoldfastClient(.init(server))
    let task = Task { try await client.call(.stockServiceGetStock, bytes: []) }
    #expect(await eventually { server.seen.calls.count == 1 })
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(await eventually { server.seen.cancels == [server.seen.calls[0].id] })
    _ = try await client.call(.stockServiceGetStock, bytes: [])
    await client.close()
    server.stop()
  }

  @Test("a task that was cancelled before sends nothing")
  func cancelledBefore() async throws {
    let server = try FakeServer { $0.answer() }
    let client = try HoldfastClient(.init(server))
    try await client.connect()
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return try await client.call(.stockServiceGetStock, bytes: [])
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    _ = try await client.call(.stockServiceSetStock, bytes: [])
    #expect(server.seen.calls.map(\.method) == [.stockServiceSetStock])
    await client.close()
    server.stop()
  }

  @Test("closing waits for what is in flight and takes nothing new")
  func closesInPeace() async throws {
    let server = try FakeServer { _ in }
    let client = try HoldfastClient(.init(server))
    let task = Task { try await client.call(.stockServiceGetStock, bytes: []) }
    #expect(await eventually { server.seen.calls.count == 1 })
    let closing = Task { await client.close(grace: .seconds(60)) }
    var refused = false
    while !refused {
      // Until the close has got there, calls are still taken; none of these is answered.
      let error = await failure {
        try await client.call(.stockServiceListStock, bytes: [], options: .init(timeout: .milliseconds(5)))
      }
      refused = error?.code == .unavailable
    }
    server.seen.calls.first?.answer([5])
    #expect(try await task.value.message == [5])
    await closing.value
    #expect(await eventually { server.seen.closedCount == 1 })
    server.stop()
  }

  @Test("closing fails what is not answered within the grace")
  func closesAnyway() async throws {
    let server = try FakeServer { _ in }
    let client = try HoldfastClient(.init(server))
    let task = Task { await failure { try await client.call(.stockServiceSetStock, bytes: []) } }
    #expect(await eventually { server.seen.calls.count == 1 })
    await client.close(grace: .milliseconds(20))
    let error = await task.value
    #expect(error?.code == .unavailable && error?.isOutcomeUnknown == true)
    await client.close()
    #expect(
      await failure { try await client.call(.stockServiceGetStock, bytes: []) }?.message == "the client is closed")
    #expect(await failure { try await client.connect() }?.code == .unavailable)
    server.stop()
  }

  @Test("a client that nobody holds any more ends its connection politely")
  func lettingGo() async throws {
    let server = try FakeServer { $0.answer() }
    do {
      let client = try HoldfastClient(.init(server))
      _ = try await client.call(.stockServiceGetStock, bytes: [])
    }
    #expect(await eventually { server.seen.lastClose == .peerClosed })
    server.stop()
  }

  @Test("a client can be shared by thread, and outlives the one that it shares with")
  func sharedThreads() async throws {
    let server = try FakeServer { $0.answer() }
    var first: HoldfastClient? = try HoldfastClient(.init(server))
    let second = try HoldfastClient(.init(server), sharingThreadOf: first)
    _ = try await first?.call(.stockServiceGetStock, bytes: [])
    _ = try await second.call(.stockServiceGetStock, bytes: [])
    first = nil
    #expect(await eventually { server.seen.closedCount == 1 })
    _ = try await second.call(.stockServiceGetStock, bytes: [])
    #expect(server.seen.openedCount == 2)
    await second.close()
    server.stop()
  }

  @Test("whatever becomes of calls, each ends once")
  func everyCallEnds() async throws {
    let server = try FakeServer { call in
      switch call.ordinal % 11 {
      case 0: call.drop()
      case 1: break
      case 2: call.refuse(.notFound)
      case 3: call.refuse(.unavailable, retryAfterMs: 1)
      case 4:
        call.goAway()
        call.answer()
      case 5: call.refuse(.resourceExhausted, retryAfterMs: 2)
      default: call.answer()
      }
    }
    var configuration = HoldfastClient.Configuration(server)
    configuration.defaultTimeout = .milliseconds(300)
    let client = try HoldfastClient(configuration)
    let ended = await withTaskGroup { group in
      for number in 0..<600 {
        group.addTask {
          let method: Method = number % 2 == 0 ? .stockServiceGetStock : .stockServiceSetStock
          let task = Task { try await client.call(method, bytes: [1], options: .init(allowsRetry: number % 5 != 0)) }
          if number % 7 == 0 {
            try? await Task.sleep(for: .milliseconds(number % 30))
            task.cancel()
          }
          _ = await task.result
          return 1
        }
      }
      return await group.reduce(0, +)
    }
    #expect(ended == 600)
    await client.close(grace: .zero)
    server.stop()
  }
}
