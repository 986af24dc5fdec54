import EventLoop
import Messages
import Support
import Synchronization
import TLS
import Testing
import Transport

@testable import HoldfastClient

@Suite("Connections: made, moved, given up")
struct ConnectionTests {
  @Test("going away moves new calls to a new connection while the old one finishes its own")
  func goingAway() async throws {
    let held = Mutex<FakeCall?>(nil)
    let server = try FakeServer { call in
      switch call.ordinal {
      case 0: held.withLock { $0 = call }
      case 1:
        call.goAway()
        call.answer([1])
      default: call.answer([2])
      }
    }
    let client = try HoldfastClient(.init(server))
    let first = Task { try await client.call(.stockServiceSetStock, bytes: []) }
    #expect(await eventually { server.seen.calls.count == 1 })
    #expect(try await client.call(.stockServiceGetStock, bytes: []).message == [1])
    #expect(try await client.call(.stockServiceGetStock, bytes: []).message == [2])
    #expect(server.seen.calls.map(\.connection) == [1, 1, 2])
    #expect(server.seen.closedCount == 0)
    held.withLock { $0 }?.answer([7])
    #expect(try await first.value.message == [7])
    // The last answer ends the old connection, from the client's side.
    #expect(await eventually { server.seen.closedCount == 1 && server.seen.lastClose == .peerClosed })
    #expect(try await client.call(.stockServiceGetStock, bytes: []).message == [2])
    #expect(server.seen.openedCount == 2)
    await client.close()
    server.stop()
  }

  @Test("a server that nobody listens for is unavailable, and the failure says where and why")
  func nobodyListens() async throws {
    let port = QuietPort()
    var configuration = HoldfastClient.Configuration(port: port.number)
    configuration.maximumAttempts = 3
    let client = try HoldfastClient(configuration)
    for error in [
      await failure { try await client.call(.stockServiceSetStock, bytes: []) },
      await failure { try await client.connect() },
    ] {
      #expect(error?.code == .unavailable && error?.isOutcomeUnknown == false && error?.attempts == 0)
      #expect(error?.message.contains("127.0.0.1:\(port.number)") == true)
      #expect(error?.message.contains("refused") == true)
    }
    await client.close()
  }

  @Test("a call that may not be tried again fails with the first connection that cannot be made")
  func triedOnce() async throws {
    let port = QuietPort()
    var configuration = HoldfastClient.Configuration(port: port.number)
    configuration.maximumAttempts = 1_000_000
    let client = try HoldfastClient(configuration)
    let error = await failure {
      try await client.call(.stockServiceGetStock, bytes: [], options: .init(allowsRetry: false))
    }
    #expect(error?.code == .unavailable)
    await client.close()
  }

  @Test("calls wait for a server that comes late")
  func lateServer() async throws {
    var port: QuietPort? = QuietPort()
    let number = try #require(port?.number)
    var configuration = HoldfastClient.Configuration(port: number)
    configuration.maximumAttempts = 10_000
    let client = try HoldfastClient(configuration)
    let task = Task { try await client.call(.stockServiceSetStock, bytes: [1]) }
    try await Task.sleep(for: .milliseconds(30))
    port = nil
    let late = try FakeServer(port: number) { $0.answer([4]) }
    #expect(try await task.value.message == [4])
    #expect(late.seen.calls.count == 1)
    await client.close()
    late.stop()
  }

  @Test("a call that runs out while it waits for a connection says what was in the way")
  func runsOutWaiting() async throws {
    let port = QuietPort()
    var configuration = HoldfastClient.Configuration(port: port.number)
    configuration.maximumAttempts = 1_000_000
    let client = try HoldfastClient(configuration)
    let error = await failure {
      try await client.call(.stockServiceSetStock, bytes: [], options: .init(timeout: .milliseconds(60)))
    }
    #expect(error?.code == .deadlineExceeded && error?.isOutcomeUnknown == false)
    #expect(error?.message.contains("refused") == true)
    await client.close()
  }

  @Test("the addresses of a name are tried in turn, and a failure tells of each")
  func severalAddresses() async throws {
    let gone = QuietPort()
    let server = try FakeServer { $0.answer() }
    var configuration = HoldfastClient.Configuration(server)
    configuration.host = "stock.example"
    configuration.serverName = "localhost"
    configuration.maximumAttempts = 1
    let client = try HoldfastClient(configuration)
    client.core.resolve = { _, port throws(SystemError) in
      [.loopback(port: gone.number), .loopback(port: gone.number), .loopback(port: port)]
    }
    _ = try await client.call(.stockServiceGetStock, bytes: [])
    server.stop()
    let error = await failure { try await client.call(.stockServiceGetStock, bytes: []) }
    #expect(error?.message.contains("stock.example:\(server.port)") == true)
    for port in [gone.number, server.port] { #expect(error?.message.contains("127.0.0.1:\(port)") == true) }
    await client.close()
  }

  @Test("a name is looked up")
  func names() async throws {
    let server = try FakeServer { $0.answer() }
    var configuration = HoldfastClient.Configuration(server)
    configuration.host = "localhost"
    let client = try HoldfastClient(configuration)
    _ = try await client.call(.stockServiceGetStock, bytes: [])
    configuration.host = "no-such-host.invalid"
    configuration.maximumAttempts = 1
    let lost = try HoldfastClient(configuration)
    let error = await failure { try await lost.connect() }
    #expect(error?.code == .unavailable && error?.message.contains("no-such-host.invalid") == true)
    await client.close()
    await lost.close()
    server.stop()
  }

  @Test("a server of another name or of an unknown authority is refused at once")
  func wrongServers() async throws {
    let server = try FakeServer { $0.answer() }
    var configuration = HoldfastClient.Configuration(server)
    configuration.serverName = "other.example"
    let named = try HoldfastClient(configuration)
    let name = await failure { try await named.call(.stockServiceGetStock, bytes: []) }
    #expect(name?.code == .unavailable && name?.message.contains("for another name") == true)
    #expect(await eventually { server.seen.closedCount == 1 })
    configuration.serverName = "localhost"
    let right = try HoldfastClient(configuration)
    _ = try await right.call(.stockServiceGetStock, bytes: [])
    let strangers = try TemporaryCertificates()
    let stranger = try HoldfastClient(.init(port: server.port, strangers))
    let authority = await failure { try await stranger.call(.stockServiceGetStock, bytes: []) }
    #expect(authority?.code == .unavailable && authority?.attempts == 0)
    #expect(authority?.message.contains("authority") == true)
    #expect(await eventually { server.seen.closedCount == 2 })
    for client in [named, right, stranger] { await client.close() }
    server.stop()
  }

  @Test("a client whose certificate is refused is told so, once")
  func refusedCertificate() async throws {
    let server = try FakeServer { $0.answer() }
    let strangers = try TemporaryCertificates()
    var configuration = HoldfastClient.Configuration(port: server.port, strangers)
    configuration.authoritiesFile = TemporaryCertificates.shared.files.authorityFile
    for isBare in [false, true] {
      if isBare {
        configuration.certificateFile = nil
        configuration.keyFile = nil
      }
      let client = try HoldfastClient(configuration)
      let error = await failure { try await client.call(.stockServiceSetStock, bytes: []) }
      #expect(error?.code == .unauthenticated && error?.isOutcomeUnknown == false)
      #expect(error?.message.contains("refused us") == true)
      await client.close()
    }
    #expect(server.seen.calls.isEmpty && server.seen.closedCount == 2)
    server.stop()
  }

  @Test("a certificate file that cannot be used is named")
  func badFiles() async throws {
    var configuration = HoldfastClient.Configuration(port: 1)
    configuration.certificateFile = "/nowhere/client.pem"
    let error = await failure { try HoldfastClient(configuration) }
    #expect(error?.code == .invalidArgument && error?.message.contains("/nowhere/client.pem") == true)
  }

  @Test("certificates that were read again are used by the next call, on a new connection")
  func reloading() async throws {
    let server = try FakeServer { $0.answer() }
    let client = try HoldfastClient(.init(server))
    _ = try await client.call(.stockServiceGetStock, bytes: [])
    try client.reloadCertificates()
    _ = try await client.call(.stockServiceGetStock, bytes: [])
    #expect(server.seen.calls.map(\.connection) == [1, 2])
    await client.close()
    server.stop()
  }

  @Test("a server that does not speak the protocol is left, and its calls go elsewhere")
  func garbage() async throws {
    let server = try FakeServer { call in
      if call.ordinal == 0 { call.writeRaw([0, 0, 0, 2, 0x0B, 0x01]) } else { call.answer([6]) }
    }
    let client = try HoldfastClient(.init(server))
    #expect(try await client.call(.stockServiceGetStock, bytes: []).message == [6])
    #expect(server.seen.calls.map(\.connection) == [1, 2])
    await client.close()
    server.stop()
  }

  @Test("answers to nobody, unknown notices and pings are passed over")
  func strayFrames() async throws {
    let server = try FakeServer { call in
      call.writeRaw([0, 0, 0, 2, 0x08, 0x63])
      call.writeRaw([0, 0, 0, 4, 0x22, 0x02, 0x08, 0x02])
      call.writeRaw([0, 0, 0, 4, 0x22, 0x02, 0x08, 0x63])
      call.writeRaw([0, 0, 0, 3, 0x22, 0x01, 0xFF])
      call.writeRaw([0, 0, 0, 0])
      call.answer([8])
    }
    let client = try HoldfastClient(.init(server))
    #expect(try await client.call(.stockServiceGetStock, bytes: []).message == [8])
    #expect(try await client.call(.stockServiceGetStock, bytes: []).message == [8])
    #expect(server.seen.openedCount == 1)
    await client.close()
    server.stop()
  }

  @Test("an answer that is too long fails its call, and says how long it is")
  func longAnswer() async throws {
    let server = try FakeServer { call in
      if call.ordinal < 2 { call.writeRaw([0, 0x50, 0, 0]) } else { call.answer([1]) }
    }
    var configuration = HoldfastClient.Configuration(server)
    configuration.maximumAttempts = 2
    let client = try HoldfastClient(configuration)
    let error = await failure { try await client.call(.stockServiceGetStock, bytes: []) }
    #expect(error?.code == .unavailable && error?.message.contains("\(0x50_0000) bytes") == true)
    #expect(try await client.call(.stockServiceGetStock, bytes: []).message == [1])
    await client.close()
    server.stop()
  }

  @Test("a server that has gone silent is left for a new connection, and what can be repeated is")
  func silence() async throws {
    let server = try FakeServer { call in if call.connection > 1 { call.answer([5]) } }
    var configuration = HoldfastClient.Configuration(server)
    configuration.silenceLimit = .milliseconds(20)
    let client = try HoldfastClient(configuration)
    let patient = Task { try await client.call(.stockServiceSetStock, bytes: []) }
    #expect(await eventually { server.seen.calls.count == 1 })
    let error = await failure {
      try await client.call(.stockServiceGetStock, bytes: [], options: .init(timeout: .milliseconds(60)))
    }
    #expect(error?.code == .deadlineExceeded)
    #expect(try await patient.value.message == [5])
    #expect(server.seen.calls.map(\.connection) == [1, 1, 2])
    await client.close()
    server.stop()
  }

  @Test("calls that run out do not end a connection on which answers come")
  func slowCallsAreNotSilence() async throws {
    let server = try FakeServer { call in if call.method == .stockServiceGetStock { call.answer() } }
    var configuration = HoldfastClient.Configuration(server)
    configuration.silenceLimit = .seconds(1)
    let client = try HoldfastClient(configuration)
    _ = try await client.call(.stockServiceGetStock, bytes: [])
    // Nobody owes an answer in this time.
    try await Task.sleep(for: .milliseconds(1100))
    let error = await failure {
      try await client.call(.stockServiceListStock, bytes: [], options: .init(timeout: .milliseconds(10)))
    }
    #expect(error?.code == .deadlineExceeded)
    _ = try await client.call(.stockServiceGetStock, bytes: [])
    #expect(server.seen.openedCount == 1)
    await client.close()
    server.stop()
  }

  @Test("an idle connection is let go, and the next call makes another")
  func idle() async throws {
    let server = try FakeServer { $0.answer() }
    var configuration = HoldfastClient.Configuration(server)
    configuration.idleTimeout = .milliseconds(20)
    let client = try HoldfastClient(configuration)
    _ = try await client.call(.stockServiceGetStock, bytes: [])
    #expect(await eventually { server.seen.closedCount == 1 })
    _ = try await client.call(.stockServiceGetStock, bytes: [])
    #expect(server.seen.openedCount == 2)
    await client.close()
    server.stop()
  }

  /// An idle limit of the transport's once ended connections whose server was still at work on a call.
  @Test("a connection that waits for a slow answer is not idle")
  func slowIsNotIdle() async throws {
    let server = try FakeServer { _ in }
    var configuration = HoldfastClient.Configuration(server)
    configuration.idleTimeout = .milliseconds(10)
    let client = try HoldfastClient(configuration)
    let task = Task { try await client.call(.stockServiceGetStock, bytes: []) }
    #expect(await eventually { server.seen.calls.count == 1 })
    try await Task.sleep(for: .milliseconds(60))
    let second = Task { try await client.call(.stockServiceListStock, bytes: []) }
    #expect(await eventually { server.seen.calls.count == 2 })
    for call in server.seen.calls { call.answer([3]) }
    #expect(try await task.value.message == [3])
    #expect(try await second.value.message == [3])
    #expect(server.seen.calls.map(\.connection) == [1, 1])
    await client.close()
    server.stop()
  }
}
