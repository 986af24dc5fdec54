internal import CSystem
internal import Glibc

/// A file descriptor that is closed when its owner lets go of it.
package struct Descriptor: ~Copyable, Sendable {
  /// The number the system knows it by: good while this value lives.
  package let number: Int32

  /// Takes over an open descriptor.
  package init(owning number: Int32) { self.number = number }

  deinit { _ = close(number) }

  /// Gives the descriptor up without closing it.
  package consuming func release() -> Int32 {
    let number = self.number
    discard self
    return number
  }
}

/// A TCP socket's calls.
package enum Socket {
  /// A non-blocking socket without Nagle's delay that is connecting to `address`: writable once that is decided, and then
  /// ``pendingError(of:)`` tells how.
  package static func connect(to address: SocketAddress) throws(SystemError) -> Descriptor {
    var system = address.system
    let number = unsafe holdfast_connect(&system)
    guard number >= 0 else { throw .connecting(address, errno: -number) }
    return Descriptor(owning: number)
  }

  /// The errno that a socket has pending, 0 for none.
  package static func pendingError(of number: Int32) -> Int32 { holdfast_socket_error(number) }

  /// Says that nothing more will be sent; the peer reads an end after what was sent before.
  package static func endSending(_ number: Int32) { _ = shutdown(number, Int32(SHUT_WR)) }

  /// Throws away what has arrived on a socket, `limit` bytes at most.
  ///
  /// Returns how many bytes there were: 0 at the peer's end, nil when there is nothing now, and -1 when the socket failed.
  package static func discard(_ number: Int32, limit: Int) -> Int? {
    let count = holdfast_discard(number, limit)
    if count >= 0 { return count }
    return count == -Int(EAGAIN) || count == -Int(EINTR) ? nil : -1
  }

  static func listen(on address: SocketAddress, backlog: Int32, reusePort: Bool) throws(SystemError) -> Descriptor {
    var system = address.system
    let number = unsafe holdfast_listen(&system, backlog, reusePort ? 1 : 0)
    guard number >= 0 else { throw .listening(address, errno: -number) }
    return Descriptor(owning: number)
  }

  enum Accepted {
    case connection(Int32, SocketAddress)
    case failed(Int32)
  }

  static func accept(_ listener: Int32) -> Accepted {
    var peer = holdfast_address()
    let number = unsafe holdfast_accept(listener, &peer)
    return number >= 0 ? .connection(number, SocketAddress(peer)) : .failed(-number)
  }

  static func boundAddress(of number: Int32) -> SocketAddress? {
    var system = holdfast_address()
    guard unsafe holdfast_bound_address(number, &system) == 0 else { return nil }
    return SocketAddress(system)
  }
}
