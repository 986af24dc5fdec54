/// Whom a connection tells what happens to it, on its loop's thread.
///
/// All of these may call any of the connection's functions; closing takes effect at once, and is told at the end of the round.
package protocol FramedConnectionOwner: AnyObject {
  /// The handshake is done. A client's server may still refuse its certificate: that comes as a close.
  func connectionDidOpen(_ connection: FramedConnection)

  /// A frame has arrived, without its length. The bytes are good during this call only.
  func connection(_ connection: FramedConnection, received frame: UnsafeRawBufferPointer)

  /// All frames of this turn have been told, at least one.
  func connectionDidReceiveRound(_ connection: FramedConnection)

  /// The peer announced a frame of `length` bytes, which is over the limit. What is written to the output during this call is still sent;
  /// then the connection closes.
  func connection(_ connection: FramedConnection, refusedFrameOf length: UInt32)

  /// The unfinished frames of all connections take as much as they may, and this one would need more. What is written to the output during this
  /// call is still sent; then the connection closes.
  func connectionRefusedInput(_ connection: FramedConnection)

  /// The output had passed the high-water mark and is now down to the low one.
  func connectionDidDrain(_ connection: FramedConnection)

  /// The connection is over; told exactly once, as the last thing. It lets go of its owner afterwards.
  func connectionDidClose(_ connection: FramedConnection, _ reason: CloseReason)
}

extension FramedConnectionOwner {
  package func connectionDidReceiveRound(_ connection: FramedConnection) {}
  package func connection(_ connection: FramedConnection, refusedFrameOf length: UInt32) {}
  package func connectionRefusedInput(_ connection: FramedConnection) {}
  package func connectionDidDrain(_ connection: FramedConnection) {}
}
