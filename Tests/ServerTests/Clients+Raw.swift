import EventLoop
import Glibc

/// A connection that says nothing.
final class SilentClient {
  private let descriptor: Descriptor

  init(port: UInt16) throws { descriptor = try Socket.connect(to: .loopback(port: port)) }

  /// Whether the server ended it within twenty seconds.
  func waitForEnd() -> Bool {
    var watched = pollfd(fd: descriptor.number, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&watched, 1, 20_000) == 1 else { return false }
    var byte: UInt8 = 0
    return unsafe recv(descriptor.number, &byte, 1, 0) <= 0
  }
}

/// Made-up peers.
enum Peers {
  static func host(_ numeric: String) -> SocketAddress.Host {
    SocketAddress(numeric: numeric, port: 1)?.host ?? SocketAddress.loopback(port: 1).host
  }
}

/// Lets the other side do something.
func pause(milliseconds: UInt32) { usleep(milliseconds * 1000) }
