internal import COpenSSL

/// One TLS connection over a non-blocking socket: bytes in, bytes out, and never a wait.
///
/// The socket stays its owner's: close it after the session is gone. Not `Sendable`: it belongs to the thread of its connection.
/// Reading and writing allocate nothing (OpenSSL's own record buffers aside) and build no text.
@safe
package struct TLSSession: ~Copyable {
  /// Which end of the connection this is.
  package enum Role: Sendable, Equatable {
    /// We accept; the context must be a server's.
    case server
    /// We connect, to a server that must prove that it is `serverName` (a DNS name or an IP address); the context must be a client's.
    case client(serverName: String)
  }

  /// How many times in a row a peer may change keys without sending a byte of its application's. A key is good for millions of
  /// records; each change costs us a derivation and perhaps a reply, so a peer could otherwise make us work for nothing.
  package static let keyUpdateLimit: UInt32 = 32

  /// Which side of it, and what it trusts; also keeps alive what OpenSSL's callbacks point at.
  package let context: TLSContext
  let ssl: OpaquePointer
  private let socket: UnsafeMutablePointer<SocketState>
  /// How a read that had already brought bytes ended: told by the next read.
  private var deferredRead: ReadStep?
  /// What ended the session; told again by every later call.
  private var death: TLSFailure?
  /// Whether the socket has taken a part of a record only.
  private var isMidWrite = false
  private var hasSaidGoodbye = false

  /// A session on `descriptor` that has yet to shake hands.
  ///
  /// - Throws: a ``TLSFailure`` of kind `other` when memory is short or the role does not fit the context, and of kind
  ///   `nameMismatch` when `serverName` is no name.
  package init(context: TLSContext, descriptor: Int32, role: Role) throws(TLSFailure) {
    let ssl = unsafe try Self.makeSSL(context, role)
    guard let bio = unsafe SocketBIO.make(descriptor), let socket = unsafe SocketBIO.state(bio) else {
      unsafe SSL_free(ssl)
      throw TLSFailure(.other)
    }
    unsafe SSL_set_bio(ssl, bio, bio)
    self.context = context
    unsafe self.ssl = ssl
    unsafe self.socket = socket
  }

  deinit { unsafe SSL_free(ssl) }

  /// Goes on with the handshake as far as the socket lets it.
  ///
  /// A client's handshake is done before the server has looked at the client's certificate (TLS 1.3): a refusal comes with the first read.
  package mutating func handshake() -> Step {
    if let death { return .failed(death) }
    ERR_clear_error()
    let result = unsafe SSL_do_handshake(ssl)
    if result == 1 {
      // A hello without application protocols is refused on sight; this is for a server that ignores ours.
      guard context.requiresApplicationProtocol == false || selectedProtocolLength > 0 else {
        return .failed(die(TLSFailure(.applicationProtocol)))
      }
      return .done
    }
    switch unsafe SSL_get_error(ssl, result) {
    case SSL_ERROR_WANT_READ: return .wantsRead
    case SSL_ERROR_WANT_WRITE: return .wantsWrite
    default: return .failed(die())
    }
  }

  /// Decrypts into `buffer` (not empty) all that it holds of what has come, reading from the socket at least once.
  ///
  /// One call takes many records: it goes on while ``hasPending`` and there is room. The caller calls again while ``hasPending``.
  package mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> ReadStep {
    if deferredRead != nil || death != nil { return takeDeferredRead() }
    guard let base = buffer.baseAddress else { return .wantsRead }
    ERR_clear_error()
    var total = 0
    let room = buffer.count
    while true {
      let count = unsafe SSL_read(ssl, base + total, Int32(clamping: room &- total))
      if count <= 0 {
        let end = endOfRead(count)
        if total == 0 { return end }
        if end != .wantsRead { deferredRead = end }
        return .bytes(total)
      }
      total &+= Int(count)
      unsafe socket.pointee.keyUpdates = 0
      if unsafe total == room || SSL_has_pending(ssl) == 0 { return .bytes(total) }
    }
  }

  /// Encrypts `bytes` and sends as much as the socket takes, record by record.
  ///
  /// After a write that did not take everything the next one must begin with the first byte not taken (it may lie elsewhere,
  /// and more may follow): TLS may have encrypted it already.
  package mutating func write(_ bytes: UnsafeRawBufferPointer) -> WriteStep {
    guard let base = bytes.baseAddress, unsafe !bytes.isEmpty else { return .bytes(0) }
    if let death { return .failed(death) }
    ERR_clear_error()
    var total = 0
    let wanted = bytes.count
    while total < wanted {
      let count = unsafe SSL_write(ssl, base + total, Int32(clamping: wanted &- total))
      if count <= 0 { return endOfWrite(count, total) }
      isMidWrite = false
      total &+= Int(count)
    }
    return .bytes(total)
  }

  /// Whether a read can give something, or tell something, without anything new on the socket.
  ///
  /// It may be no more than a part of a record: then that read says `wantsRead`.
  package var hasPending: Bool {
    unsafe deferredRead != nil || SSL_has_pending(ssl) != 0
  }

  /// Tells the peer that nothing more comes. Only the first call sends something; the peer's answer is not waited for.
  ///
  /// `wantsWrite` also when a write has been left half done: nothing can be sent before it has been finished.
  package mutating func shutdown() -> Step {
    if unsafe death != nil || hasSaidGoodbye || SSL_is_init_finished(ssl) == 0 { return .done }
    if isMidWrite { return .wantsWrite }
    ERR_clear_error()
    let result = unsafe SSL_shutdown(ssl)
    if result >= 0 {
      hasSaidGoodbye = true
      return .done
    }
    switch unsafe SSL_get_error(ssl, result) {
    case SSL_ERROR_WANT_WRITE: return .wantsWrite
    case SSL_ERROR_WANT_READ: return .wantsRead
    default: return .failed(die())
    }
  }

  private static func makeSSL(_ context: TLSContext, _ role: Role) throws(TLSFailure) -> OpaquePointer {
    ERR_clear_error()
    guard context.isServer == (role == .server) else { throw TLSFailure(.other) }
    guard let ssl = unsafe SSL_new(context.pointer) else {
      throw TLSFailure.takeFromQueue(verification: 0, systemError: 0)
    }
    switch role {
    case .server:
      unsafe SSL_set_accept_state(ssl)
    case .client(let serverName):
      unsafe SSL_set_connect_state(ssl)
      guard unsafe ServerName.require(serverName, of: ssl) else {
        unsafe SSL_free(ssl)
        ERR_clear_error()
        throw TLSFailure(.nameMismatch)
      }
    }
    return unsafe ssl
  }

  private var selectedProtocolLength: UInt32 {
    var name: UnsafePointer<UInt8>?
    var length: UInt32 = 0
    unsafe SSL_get0_alpn_selected(ssl, &name, &length)
    return length
  }

  @inline(never)
  private mutating func takeDeferredRead() -> ReadStep {
    guard let end = deferredRead else { return .failed(death ?? TLSFailure(.other)) }
    // A closing message and a failure are final; wishing to write is not.
    if end == .wantsWrite { deferredRead = nil }
    return end
  }

  private mutating func endOfRead(_ result: Int32) -> ReadStep {
    if unsafe socket.pointee.keyUpdates > Self.keyUpdateLimit { return .failed(die(TLSFailure(.tooManyKeyUpdates))) }
    switch unsafe SSL_get_error(ssl, result) {
    case SSL_ERROR_WANT_READ: return .wantsRead
    case SSL_ERROR_WANT_WRITE: return .wantsWrite
    case SSL_ERROR_ZERO_RETURN: return .closed
    default: return .failed(die())
    }
  }

  @inline(never)
  private mutating func endOfWrite(_ result: Int32, _ total: Int) -> WriteStep {
    switch unsafe SSL_get_error(ssl, result) {
    case SSL_ERROR_WANT_WRITE:
      isMidWrite = true
      return total > 0 ? .bytes(total) : .wantsWrite
    case SSL_ERROR_WANT_READ: return total > 0 ? .bytes(total) : .wantsRead
    default: return .failed(die())
    }
  }

  private mutating func die() -> TLSFailure {
    unsafe die(
      TLSFailure.takeFromQueue(verification: SSL_get_verify_result(ssl), systemError: socket.pointee.systemError))
  }

  private mutating func die(_ failure: TLSFailure) -> TLSFailure {
    death = failure
    return failure
  }
}
