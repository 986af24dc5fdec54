internal import COpenSSL
internal import Glibc

/// What OpenSSL's end of a socket remembers; lives as long as its BIO.
struct SocketState {
  /// The socket; not owned.
  var descriptor: Int32
  /// The `errno` of the last call that failed for another reason than "not now", or 0.
  var systemError: Int32 = 0
  /// How often the peer has changed keys since its last application data.
  var keyUpdates: UInt32 = 0
}

/// A BIO over a non-blocking socket.
///
/// OpenSSL has one of its own, but that one writes with `write`, which kills the process by SIGPIPE when the peer has gone;
/// a client library cannot ask its host to ignore the signal. This one sends with `MSG_NOSIGNAL`.
enum SocketBIO {
  /// A new BIO, or `nil` if there is no memory. The session that it is given to frees it.
  static func make(_ descriptor: Int32) -> OpaquePointer? {
    guard let method = unsafe shared.method, let bio = unsafe BIO_new(method) else { return nil }
    let state = UnsafeMutablePointer<SocketState>.allocate(capacity: 1)
    unsafe state.initialize(to: SocketState(descriptor: descriptor))
    unsafe BIO_set_data(bio, state)
    unsafe BIO_set_init(bio, 1)
    return unsafe bio
  }

  /// The state behind a BIO that ``make(_:)`` made.
  @inline(__always)
  static func state(_ bio: OpaquePointer?) -> UnsafeMutablePointer<SocketState>? {
    unsafe BIO_get_data(bio)?.assumingMemoryBound(to: SocketState.self)
  }

  private static let shared = Method()

  /// The table of functions, made once in the life of the process.
  ///
  /// Sendable: never changed after it is made.
  @safe
  private struct Method: @unchecked Sendable {
    let method: OpaquePointer?

    init() {
      let method = unsafe BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "holdfast socket")
      unsafe self.method = method
      guard unsafe method != nil else { return }
      unsafe BIO_meth_set_read(method) { bio, bytes, count in
        guard let state = unsafe SocketBIO.state(bio), let bytes = unsafe bytes else { return -1 }
        unsafe holdfast_bio_clear_retry(bio)
        let received = unsafe recv(state.pointee.descriptor, bytes, Int(count), 0)
        if received < 0 {
          if SocketBIO.meansNotNow(errno) {
            unsafe holdfast_bio_set_retry_read(bio)
          } else {
            unsafe state.pointee.systemError = errno
          }
        } else if received == 0 {
          unsafe BIO_set_flags(bio, BIO_FLAGS_IN_EOF)
        }
        return Int32(truncatingIfNeeded: received)
      }
      unsafe BIO_meth_set_write(method) { bio, bytes, count in
        guard let state = unsafe SocketBIO.state(bio), let bytes = unsafe bytes else { return -1 }
        unsafe holdfast_bio_clear_retry(bio)
        let sent = unsafe send(state.pointee.descriptor, bytes, Int(count), Int32(MSG_NOSIGNAL))
        if sent < 0 {
          if SocketBIO.meansNotNow(errno) {
            unsafe holdfast_bio_set_retry_write(bio)
          } else {
            unsafe state.pointee.systemError = errno
          }
        }
        return Int32(truncatingIfNeeded: sent)
      }
      unsafe BIO_meth_set_ctrl(method) { bio, command, _, _ in
        switch command {
        case BIO_CTRL_FLUSH: 1
        case BIO_CTRL_EOF: unsafe BIO_test_flags(bio, BIO_FLAGS_IN_EOF) != 0 ? 1 : 0
        default: 0
        }
      }
      unsafe BIO_meth_set_destroy(method) { bio in
        guard let state = unsafe SocketBIO.state(bio) else { return 0 }
        unsafe BIO_set_data(bio, nil)
        unsafe state.deallocate()
        return 1
      }
    }
  }

  @inline(__always)
  private static func meansNotNow(_ error: Int32) -> Bool {
    error == EAGAIN || error == EWOULDBLOCK || error == EINTR
  }
}
