internal import Engine

/// A call that has been taken and not been answered to its end.
enum CallInFlight {
  /// A command, which can be taken back until it is ordered.
  case command(CommandCancellation)
  /// An operation. Nothing stops it.
  case operation
  /// A stream, until its last reply.
  case stream(OpenStream)
}
