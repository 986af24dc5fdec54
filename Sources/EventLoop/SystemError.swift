internal import CSystem
internal import Glibc

/// What the system refused, with its errno.
package enum SystemError: Error, Hashable {
  /// epoll or eventfd could not be made.
  case makingLoop(errno: Int32)
  /// The loop's thread could not be started, named or pinned.
  case startingThread(errno: Int32)
  /// A descriptor could not be watched.
  case watching(errno: Int32)
  /// The address could not be listened on.
  case listening(SocketAddress, errno: Int32)
  /// The address could not be connected to.
  case connecting(SocketAddress, errno: Int32)
  /// The name could not be looked up; `code` is one of getaddrinfo's.
  case resolving(host: String, code: Int32)
  /// Signals could not be blocked or read.
  case watchingSignals(errno: Int32)

  /// The system's text for an errno.
  package static func text(errno code: Int32) -> String {
    unsafe String(unsafeUninitializedCapacity: 128) { buffer in
      let start = unsafe UnsafeMutableRawPointer(buffer.baseAddress.unsafelyUnwrapped)
      unsafe holdfast_error_text(code, start.assumingMemoryBound(to: CChar.self), buffer.count)
      return unsafe strnlen(start.assumingMemoryBound(to: CChar.self), buffer.count)
    }
  }
}

extension SystemError {
  /// The system's text for a code of getaddrinfo's.
  private static func text(resolving code: Int32) -> String {
    guard let text = unsafe gai_strerror(code) else { return "code \(code)" }
    return unsafe String(cString: text)
  }
}

extension SystemError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .makingLoop(let code): "cannot make an event loop: \(Self.text(errno: code))"
    case .startingThread(let code): "cannot start an event loop's thread: \(Self.text(errno: code))"
    case .watching(let code): "cannot watch a descriptor: \(Self.text(errno: code))"
    case .listening(let address, let code): "cannot listen on \(address): \(Self.text(errno: code))"
    case .connecting(let address, let code): "cannot connect to \(address): \(Self.text(errno: code))"
    case .resolving(let host, let code): "cannot look up \(host): \(Self.text(resolving: code))"
    case .watchingSignals(let code): "cannot watch signals: \(Self.text(errno: code))"
    }
  }
}
