/// The limits of the wire format, with the relations between them (tested in `WireLimitsTests`).
package enum WireLimits {
  /// Bytes of length in front of each frame, big-endian; they do not count themselves.
  package static let lengthBytes = 4

  /// The longest frame that is taken unless the operator says otherwise: 4 MiB, without its length.
  package static let maximumFrameBytes = 4 << 20

  /// The longest command id, in bytes.
  package static let maximumCommandIDBytes = 64

  /// The longest actor, in bytes of UTF-8.
  package static let maximumActorBytes = 128

  /// The longest trace id, in bytes of UTF-8.
  package static let maximumTraceIDBytes = 128

  /// The longest method name, in bytes.
  package static let maximumMethodBytes = 128

  /// What all fields of a Call but `request`, or of a Reply but `status` and `response`, take at most in a frame, in bytes.
  package static let headerBytes = 1024

  /// The longest request or response that fits in a frame of ``maximumFrameBytes`` under any header.
  package static let maximumMessageBytes = maximumFrameBytes - headerBytes

  /// How many replies of a stream the opening call grants when it says 0.
  package static let defaultCredit: UInt32 = 16

  /// The longest timeout that a call can carry, in milliseconds: nearly fifty days.
  package static let maximumTimeoutMs = UInt32.max
}
