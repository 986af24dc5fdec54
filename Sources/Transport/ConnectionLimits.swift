/// What one connection may cost, in bytes and nanoseconds.
package struct ConnectionLimits: Sendable, Equatable {
  /// The longest frame that is taken, without its four bytes of length.
  package var maximumFrameBytes: Int
  /// Past so many bytes of output nothing more is read from the peer.
  package var highWaterBytes: Int
  /// At so many bytes of output or fewer reading goes on.
  package var lowWaterBytes: Int
  /// Past so many bytes of output the connection is closed. Holds ``highWaterBytes`` and at least one frame more.
  package var outputLimitBytes: Int
  /// How long connecting and shaking hands may take together.
  package var handshakeNanoseconds: UInt64
  /// How long neither side may have sent anything; 0 for ever.
  package var idleNanoseconds: UInt64
  /// How long a closing connection may take to send what is left and to see the peer's end.
  package var closeNanoseconds: UInt64

  /// 4 MiB a frame, reading stops past 1 MiB of output and goes on at 256 KiB, the end at 16 MiB; 10 s to shake hands, 10 min idle,
  /// 5 s to close.
  package init(
    maximumFrameBytes: Int = 4 << 20, highWaterBytes: Int = 1 << 20, lowWaterBytes: Int = 256 << 10,
    outputLimitBytes: Int = 16 << 20, handshakeNanoseconds: UInt64 = 10_000_000_000,
    idleNanoseconds: UInt64 = 600_000_000_000, closeNanoseconds: UInt64 = 5_000_000_000
  ) {
    precondition(maximumFrameBytes > 0 && maximumFrameBytes <= Int(UInt32.max))
    precondition(0 <= lowWaterBytes && lowWaterBytes < highWaterBytes && highWaterBytes < outputLimitBytes)
    self.maximumFrameBytes = maximumFrameBytes
    self.highWaterBytes = highWaterBytes
    self.lowWaterBytes = lowWaterBytes
    self.outputLimitBytes = outputLimitBytes
    self.handshakeNanoseconds = handshakeNanoseconds
    self.idleNanoseconds = idleNanoseconds
    self.closeNanoseconds = closeNanoseconds
  }
}
