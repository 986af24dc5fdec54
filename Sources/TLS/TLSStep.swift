/// What became of a handshake or of a shutdown.
package enum Step: Sendable, Equatable {
  /// It is done.
  case done
  /// Call again when the socket can be read.
  case wantsRead
  /// Call again when the socket can be written.
  case wantsWrite
  /// The session is over; only dropping it makes sense.
  case failed(TLSFailure)
}

/// What became of a read.
package enum ReadStep: Sendable, Equatable {
  /// So many bytes, at least one, lie at the start of the buffer.
  case bytes(Int)
  /// Nothing there: call again when the socket can be read.
  case wantsRead
  /// TLS has to send something first: call again when the socket can be written.
  case wantsWrite
  /// The peer has said that it sends nothing more.
  case closed
  /// The session is over; only dropping it makes sense.
  case failed(TLSFailure)
}

/// What became of a write.
package enum WriteStep: Sendable, Equatable {
  /// So many bytes are on their way. Fewer than were given: the socket is full, call again with the rest when it can be written.
  case bytes(Int)
  /// TLS needs something from the peer first: call again, with the same bytes or more, when the socket can be read.
  case wantsRead
  /// The socket is full: call again, with the same bytes or more, when the socket can be written.
  case wantsWrite
  /// The session is over; only dropping it makes sense.
  case failed(TLSFailure)
}
