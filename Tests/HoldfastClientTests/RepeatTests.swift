import HoldfastClient
import Messages
import Testing

@Suite("Calls that are sent again, and those that must not be")
struct RepeatTests {
  @Test("a query on a lost connection is sent again on a new one")
  func lostQuery() async throws {
    let server = try FakeServer { call in if call.ordinal == 0 { call.drop() } else { call.answer([3]) } }
    let client = try HoldfastClient(.init(server))
    #expect(try await client.call(.stockServiceGetStock, bytes: [1, 2]).message == [3])
    #expect(server.seen.calls.map(\.connection) == [1, 2])
    #expect(server.seen.calls.map(\.request) == [[1, 2], [1, 2]])
    await client.close()
    server.stop()
  }

  @Test("a command on a lost connection is sent again with the same id")
  func lostCommand() async throws {
    let server = try FakeServer { call in
      if call.ordinal < 2 { call.drop() } else { call.answer(sequence: 5, isRepeated: true) }
    }
    let client = try HoldfastClient(.init(server))
    let answer = try await client.call(.stockServiceSetStock, bytes: [1, 2])
    #expect(answer.isRepeated && answer.sequence == 5)
    let calls = server.seen.calls
    #expect(calls.map(\.connection) == [1, 2, 3])
    #expect(Set(calls.map(\.commandID)).count == 1 && calls[0].commandID.count == 16)
    #expect(calls.map(\.request) == [[1, 2], [1, 2], [1, 2]])
    await client.close()
    server.stop()
  }

  @Test("a command without an id is not sent again, and its outcome is unknown")
  func lostCommandWithoutID() async throws {
    let server = try FakeServer { $0.drop() }
    let client = try HoldfastClient(.init(server))
    let error = await failure {
      try await client.call(.stockServiceSetStock, bytes: [], options: .init(commandID: .omitted))
    }
    #expect(error?.code == .unavailable && error?.isOutcomeUnknown == true && error?.attempts == 1)
    #expect(error?.description.contains("not known whether the command took effect") == true)
    #expect(server.seen.calls.count == 1)
    await client.close()
    server.stop()
  }

  @Test("a call that forbids it is not sent again")
  func retryForbidden() async throws {
    let server = try FakeServer { call in if call.ordinal == 0 { call.drop() } else { call.refuse(.unavailable) } }
    let client = try HoldfastClient(.init(server))
    for _ in 0..<2 {
      let error = await failure {
        try await client.call(.stockServiceGetStock, bytes: [], options: .init(allowsRetry: false))
      }
      #expect(error?.code == .unavailable && error?.attempts == 1 && error?.isOutcomeUnknown == false)
    }
    #expect(server.seen.calls.count == 2)
    await client.close()
    server.stop()
  }

  @Test("a call is sent as often as is allowed and no more")
  func attemptsEnd() async throws {
    let server = try FakeServer { $0.drop() }
    var configuration = HoldfastClient.Configuration(server)
    configuration.maximumAttempts = 3
    let client = try HoldfastClient(configuration)
    let query = await failure { try await client.call(.stockServiceGetStock, bytes: []) }
    #expect(query?.code == .unavailable && query?.attempts == 3 && query?.isOutcomeUnknown == false)
    let command = await failure { try await client.call(.stockServiceSetStock, bytes: []) }
    #expect(command?.attempts == 3 && command?.isOutcomeUnknown == true && command?.commandID != nil)
    #expect(server.seen.calls.count == 6)
    await client.close()
    server.stop()
  }

  @Test("a server that drops everybody is not called without pause")
  func pauses() async throws {
    let server = try FakeServer { $0.drop() }
    var configuration = HoldfastClient.Configuration(server)
    configuration.maximumAttempts = 1000
    configuration.backoff = BackoffPolicy(initial: .milliseconds(100), maximum: .milliseconds(100))
    let client = try HoldfastClient(configuration)
    let error = await failure {
      try await client.call(.stockServiceGetStock, bytes: [], options: .init(timeout: .seconds(1)))
    }
    #expect(error?.code == .deadlineExceeded && error?.message.contains("was lost") == true)
    // No two within the least pause of 50 ms.
    #expect((2...21).contains(server.seen.calls.count))
    await client.close()
    server.stop()
  }

  @Test("a server that says when to try again is called then, not sooner", arguments: [8, 14])
  func retryAfter(_ code: Int32) async throws {
    let server = try FakeServer { call in
      if call.ordinal == 0 { call.refuse(StatusCode(rawValue: code), retryAfterMs: 40) } else { call.answer() }
    }
    let client = try HoldfastClient(.init(server))
    _ = try await client.call(.stockServiceSetStock, bytes: [], options: .init(commandID: .omitted))
    let calls = server.seen.calls
    #expect(calls.count == 2)
    #expect(calls[1].atNanoseconds - calls[0].atNanoseconds >= 39_000_000)
    #expect(calls[1].timeoutMs <= calls[0].timeoutMs - 39)
    await client.close()
    server.stop()
  }

  @Test("a server that is not there for the moment is called again where that is safe")
  func unavailableForTheMoment() async throws {
    let server = try FakeServer { call in if call.ordinal % 2 == 0 { call.refuse(.unavailable) } else { call.answer() }
    }
    let client = try HoldfastClient(.init(server))
    _ = try await client.call(.stockServiceGetStock, bytes: [])
    _ = try await client.call(.stockServiceSetStock, bytes: [])
    let error = await failure {
      try await client.call(.stockServiceSetStock, bytes: [], options: .init(commandID: .omitted))
    }
    #expect(error?.code == .unavailable && error?.attempts == 1)
    #expect(server.seen.calls.count == 5)
    await client.close()
    server.stop()
  }

  @Test("no other refusal is answered by calling again")
  func finalRefusals() async throws {
    let server = try FakeServer { call in
      call.refuse(StatusCode(rawValue: Int32(call.request[0])), retryAfterMs: UInt32(call.request[1]))
    }
    let client = try HoldfastClient(.init(server))
    var count = 0
    for code: UInt8 in 1...17 where code != 14 {
      for retryAfter: UInt8 in [0, 1] where code != 8 || retryAfter == 0 {
        let error = await failure { try await client.call(.stockServiceSetStock, bytes: [code, retryAfter]) }
        #expect(error?.code.rawValue == Int32(code))
        count += 1
      }
    }
    #expect(server.seen.calls.count == count)
    await client.close()
    server.stop()
  }

  @Test("a wait that would take longer than the call has is not begun")
  func noTimeToWait() async throws {
    let server = try FakeServer { $0.refuse(.resourceExhausted, "full", retryAfterMs: 4_000_000) }
    var configuration = HoldfastClient.Configuration(server)
    configuration.defaultTimeout = .seconds(3600)
    let client = try HoldfastClient(configuration)
    let error = await failure { try await client.call(.stockServiceGetStock, bytes: []) }
    #expect(error?.code == .resourceExhausted && error?.message == "full" && error?.retryAfter == .seconds(4000))
    await client.close()
    server.stop()
  }

  @Test("the end of a command that was lost before and finds the server busy is unknown")
  func lostThenBusy() async throws {
    let server = try FakeServer { call in
      if call.ordinal == 0 { call.drop() } else { call.refuse(.resourceExhausted, "busy") }
    }
    let client = try HoldfastClient(.init(server))
    let error = await failure { try await client.call(.stockServiceSetStock, bytes: []) }
    #expect(error?.code == .resourceExhausted && error?.isOutcomeUnknown == true && error?.attempts == 2)
    await client.close()
    server.stop()
  }
}
