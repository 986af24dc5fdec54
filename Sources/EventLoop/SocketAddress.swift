internal import CSystem
internal import Glibc

/// An IPv4 or IPv6 address and a TCP port.
package struct SocketAddress: Hashable, Sendable {
  /// The address without its port: what limits per peer count by. An IPv4 address mapped into IPv6 is an IPv4 address.
  package struct Host: Hashable, Sendable {
    /// The first eight bytes in network order; an IPv4 address lies in the first four.
    let high: UInt64
    /// The last eight bytes of an IPv6 address.
    let low: UInt64
    /// The interface of a link-local IPv6 address.
    let scope: UInt32
    /// Whether this is an IPv6 address.
    package let isIPv6: Bool
  }

  /// The address without its port.
  package let host: Host
  /// The port; 0 lets the system choose one when listening.
  package let port: UInt16

  /// `host` and `port`.
  package init(host: Host, port: UInt16) {
    self.host = host
    self.port = port
  }

  /// Reads a numeric address, such as `127.0.0.1`, `::1` or `fe80::1%eth0`; nil when it is none.
  package init?(numeric host: String, port: UInt16) {
    var system = holdfast_address()
    guard !host.utf8.contains(0), unsafe holdfast_parse_address(host, port, &system) == 0 else { return nil }
    self.init(system)
  }

  /// 127.0.0.1 with `port`.
  package static func loopback(port: UInt16) -> SocketAddress {
    var system = holdfast_address()
    system.bytes.0 = 127
    system.bytes.3 = 1
    system.port = port
    return SocketAddress(system)
  }

  /// The addresses of a host's name or numeric address, at most sixteen, in the order to try them. Blocks: not for a loop's thread.
  package static func resolve(_ host: String, port: UInt16) throws(SystemError) -> [SocketAddress] {
    guard !host.utf8.contains(0) else { throw .resolving(host: host, code: EAI_NONAME) }
    var found = [holdfast_address](repeating: holdfast_address(), count: 16)
    let count = unsafe holdfast_resolve(host, port, &found, Int32(found.count))
    guard count > 0 else { throw .resolving(host: host, code: count) }
    return found.prefix(Int(count)).map(SocketAddress.init)
  }

  init(_ system: holdfast_address) {
    let (high, low) = unsafe withUnsafeBytes(of: system.bytes) { bytes in
      unsafe (bytes.load(as: UInt64.self), bytes.load(fromByteOffset: 8, as: UInt64.self))
    }
    host = Host(high: high, low: low, scope: system.scope, isIPv6: system.is_ipv6 != 0)
    port = system.port
  }

  var system: holdfast_address {
    var system = holdfast_address()
    unsafe withUnsafeMutableBytes(of: &system.bytes) { bytes in
      unsafe bytes.storeBytes(of: host.high, as: UInt64.self)
      unsafe bytes.storeBytes(of: host.low, toByteOffset: 8, as: UInt64.self)
    }
    system.scope = host.scope
    system.port = port
    system.is_ipv6 = host.isIPv6 ? 1 : 0
    return system
  }
}

extension SocketAddress: CustomStringConvertible {
  /// `127.0.0.1:7117` or `[::1]:7117`.
  package var description: String { host.isIPv6 ? "[\(host)]:\(port)" : "\(host):\(port)" }
}

extension SocketAddress.Host: CustomStringConvertible {
  /// `127.0.0.1` or `::1`.
  package var description: String {
    var system = SocketAddress(host: self, port: 0).system
    return unsafe String(unsafeUninitializedCapacity: 80) { buffer in
      let start = unsafe UnsafeMutableRawPointer(buffer.baseAddress.unsafelyUnwrapped)
      unsafe holdfast_format_address(&system, start.assumingMemoryBound(to: CChar.self), buffer.count)
      return unsafe strnlen(start.assumingMemoryBound(to: CChar.self), buffer.count)
    }
  }
}
