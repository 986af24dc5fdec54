import EventLoop
import Glibc
import Synchronization
import Testing

@Suite(.serialized) struct SocketTests {
  @Test(
    "numeric addresses are read and written", arguments: [("127.0.0.1", "127.0.0.1:80"), ("::1", "[::1]:80")])
  func addresses(text: String, written: String) throws {
    #expect(try #require(SocketAddress(numeric: text, port: 80)).description == written)
  }

  @Test(
    "what is no numeric address is refused",
    arguments: ["", "localhost", "127.0.0.1:80", "256.0.0.1", "[::1]", "127.0.0.1\u{0}"])
  func badAddresses(text: String) { #expect(SocketAddress(numeric: text, port: 80) == nil) }

  @Test("names are looked up, and an unknown one is an error")
  func names() throws {
    #expect(try SocketAddress.resolve("localhost", port: 7).contains { $0.port == 7 })
    #expect(throws: SystemError.self) { try SocketAddress.resolve("no.such.host.invalid", port: 7) }
  }

  @Test("a listener hands over each connection with its peer's address", arguments: ["127.0.0.1", "::1"])
  func accepting(host: String) throws {
    let loop = try EventLoop(name: "accept")
    var peers: [String] = []
    let address = try #require(SocketAddress(numeric: host, port: 0))
    let listener = try Listener(loop, Listener.Options(address: address)) { descriptor, peer in
      peers.append(peer.host.description)
      if peers.count == 100 { loop.stop() }
    }
    #expect(listener.address.port != 0)
    var clients: [Client] = []
    for _ in 0..<100 { clients.append(Client(try Socket.connect(to: listener.address))) }
    loop.schedule(after: 10_000_000_000) { loop.stop() }
    loop.run()
    #expect(peers == Array(repeating: host, count: 100))
    listener.close()
  }

  @Test("a port that is taken is an error with its reason")
  func taken() throws {
    let loop = try EventLoop(name: "taken")
    let listener = try Listener(loop, Listener.Options()) { _, _ in }
    let again = Listener.Options(address: listener.address)
    #expect(throws: SystemError.listening(listener.address, errno: EADDRINUSE)) {
      try Listener(loop, again) { _, _ in }
    }
    #expect(SystemError.text(errno: EADDRINUSE) == "Address already in use")
    listener.close()
    try Listener(loop, again) { _, _ in }.close()
  }

  @Test("two listeners can share a port")
  func sharing() throws {
    let loop = try EventLoop(name: "sharing")
    let first = try Listener(loop, Listener.Options(sharesPort: true)) { _, _ in }
    let second = try Listener(loop, Listener.Options(address: first.address, sharesPort: true)) { _, _ in }
    #expect(first.address == second.address)
    first.close()
    second.close()
  }

  @Test("a connect that nobody answers reports its error when it is decided")
  func refusedConnect() throws {
    let loop = try EventLoop(name: "refused")
    let listener = try Listener(loop, Listener.Options()) { _, _ in }
    let address = listener.address
    listener.close()
    let client = Client(try Socket.connect(to: address))
    var code: Int32 = 0
    _ = try loop.register(
      client.number,
      Recorder { _ in
        code = Socket.pendingError(of: client.number)
        loop.stop()
      }, .writable)
    loop.run()
    #expect(code == ECONNREFUSED)
  }

  @Test("a listener that is paused takes nothing, and takes what waited when it resumes")
  func pausing() throws {
    let loop = try EventLoop(name: "pausing")
    var accepted = 0
    let listener = try Listener(loop, Listener.Options()) { _, _ in
      accepted += 1
      loop.stop()
    }
    listener.pause()
    let client = Client(try Socket.connect(to: listener.address))
    loop.schedule(after: 3_000_000) {
      #expect(accepted == 0)
      listener.resume()
    }
    loop.run()
    #expect(accepted == 1)
    withExtendedLifetime(client) {}
    listener.close()
  }

  /// The limit is the process's, so that descriptors are used up for the length of this test and nothing else may open any.
  @Test(
    "without descriptors what waits is closed at once, the loop rests, and takes connections again when there are some")
  func exhaustion() async {
    await #expect(processExitsWith: .success) {
      signal(SIGPIPE, SIG_IGN)
      let loop = try EventLoop(name: "exhausted")
      var accepted = 0
      let listener = try Listener(loop, Listener.Options()) { _, _ in accepted += 1 }
      let client = Client(try Socket.connect(to: listener.address))
      var limit = rlimit(rlim_cur: 256, rlim_max: 256)
      guard unsafe setrlimit(__rlimit_resource_t(7), &limit) == 0 else { exit(2) }
      var hoard: [Int32] = []
      while case let number = dup(0), number >= 0 { hoard.append(number) }
      loop.schedule(after: 300_000_000) {
        // Some hundred milliseconds of rest are a few rounds; a loop that spins has thousands.
        guard listener.shedCount == 1, accepted == 0, loop.round < 20 else { exit(3) }
        for number in hoard { close(number) }
        guard let second = try? Socket.connect(to: listener.address) else { exit(4) }
        _ = second.release()
      }
      loop.schedule(after: 600_000_000) { loop.stop() }
      loop.run()
      guard accepted == 1 else { exit(5) }
      withExtendedLifetime(client) {}
      exit(0)
    }
  }

  @Test("signals are read like everything else")
  func signals() throws {
    let running = try RunningLoop("signals")
    let seen = Mutex<[Signal]>([])
    running.sync {
      guard (try? SignalSource(running.loop, handler: { signal in seen.withLock { $0.append(signal) } })) != nil else {
        return
      }
      // Sent to this thread alone, which blocks them: the process of the tests must not see them.
      raise(SIGHUP)
      raise(SIGTERM)
    }
    eventually { seen.withLock { $0.count == 2 } }
    #expect(Set(seen.withLock { $0 }) == [.hangUp, .terminate])
  }
}

/// A descriptor that can be kept in an array.
final class Client: Sendable {
  private let descriptor: Descriptor
  var number: Int32 { descriptor.number }

  init(_ descriptor: consuming Descriptor) { self.descriptor = descriptor }
}
