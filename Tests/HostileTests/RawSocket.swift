import Glibc

/// A TCP connection to a server on this machine, without TLS.
final class RawSocket {
  enum Failure: Error {
    case notConnected(errno: Int32)
  }

  private let descriptor: Int32

  init(port: UInt16) throws(Failure) {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else {
      close(descriptor)
      throw .notConnected(errno: errno)
    }
  }

  deinit { close(descriptor) }

  /// Sends what the peer still takes.
  func send(_ bytes: [UInt8]) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { return }
      sent += count
    }
  }

  /// Says that nothing more comes.
  func endSending() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// Closing will be a reset.
  func makeCloseAbrupt() {
    var linger = linger(l_onoff: 1, l_linger: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
  }

  /// All that the peer sends until it ends; nil if it does not end within twenty seconds.
  func bytesUntilEnd() -> [UInt8]? {
    var all: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 4096)
    while true {
      var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&watched, 1, 20_000) > 0 else { return nil }
      let count = recv(descriptor, &room, room.count, 0)
      guard count > 0 else { return all }
      all += room[..<count]
    }
  }
}
