package import EventLoop
package import TLS

/// Why a connection is over.
package enum CloseReason: Error, Sendable, Equatable {
  /// We closed it.
  case closedByUs
  /// The peer said that it sends nothing more.
  case peerClosed
  /// The connection ended or broke without the peer's saying so; `errno` is 0 where the system reported none.
  case peerVanished(errno: Int32)
  /// The connection could not be made.
  case connectFailed(errno: Int32)
  /// TLS failed: the peer was refused, refused us, or did not speak it.
  case tlsFailed(TLSFailure)
  /// A frame was announced that is longer than the limit.
  case frameTooLarge(length: UInt32)
  /// The unfinished frames of all connections take as much as they may.
  case inputOverLimit
  /// Connecting and shaking hands took too long.
  case handshakeTimedOut
  /// Neither side sent anything for too long.
  case idleTimedOut
  /// More output piled up than is allowed.
  case outputOverLimit
}

/// Why a connection could not be begun.
package enum ConnectionError: Error, Sendable, Equatable {
  /// There is no TLS session to be had.
  case tls(TLSFailure)
  /// The descriptor cannot be watched.
  case system(SystemError)
}
