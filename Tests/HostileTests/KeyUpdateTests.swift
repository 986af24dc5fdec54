import COpenSSL
import EventLoop
import Glibc
import Messages
import Support
import Testing

@testable import TLS

/// TLS 1.3 lets a peer change its keys, which costs the other side work and itself nothing.
@Suite("Floods of key changes") struct KeyUpdateTests {
  @Test("a client that only changes keys, and asks for the server's, is cut off; another is not disturbed")
  func flood() throws {
    let server = try LoopbackServer()
    let witness = try CallClient(port: server.port, server.client("operator"))
    _ = try World.make(witness)
    let descriptor = try Socket.connect(to: .loopback(port: server.port))
    let number = descriptor.number
    var session = try TLSSession(
      context: TLSContext.client(server.client("reader")), descriptor: number, role: .client(serverName: "localhost"))
    func wait(_ events: Int32) -> Bool {
      var watched = pollfd(fd: number, events: Int16(events), revents: 0)
      return poll(&watched, 1, 20_000) > 0
    }
    shaking: while true {
      switch session.handshake() {
      case .done: break shaking
      case .wantsRead: try #require(wait(POLLIN))
      case .wantsWrite: try #require(wait(POLLOUT))
      case .failed(let failure): throw failure
      }
    }
    for _ in 0..<5000 {
      guard SSL_key_update(session.ssl, SSL_KEY_UPDATE_REQUESTED) == 1 else { break }
      while case let result = SSL_do_handshake(session.ssl), result != 1 {
        // It may be cut off in the midst of it.
        guard SSL_get_error(session.ssl, result) == SSL_ERROR_WANT_WRITE, wait(POLLOUT) else { break }
      }
    }
    var room = [UInt8](repeating: 0, count: 4096)
    reading: while true {
      let step = room.withUnsafeMutableBytes { session.read(into: $0) }
      switch step {
      case .wantsRead: try #require(wait(POLLIN), "it is not cut off")
      case .wantsWrite: try #require(wait(POLLOUT), "it is not cut off")
      case .bytes: Issue.record("nobody asked for anything")
      case .closed, .failed: break reading
      }
    }
    #expect(try World.level(witness).onHand == World.onHand)
    #expect(try World.status(CallClient(port: server.port, server.client("reader"))).acceptsCommands)
    withExtendedLifetime(descriptor) {}
  }
}
