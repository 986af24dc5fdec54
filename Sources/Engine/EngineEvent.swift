/// Something about the engine that an operator should be told of.
package enum EngineEvent: Sendable, Equatable {
  /// The wall clock is more than a minute ahead of the stamps of batches, or behind them if negative; microseconds.
  case clockDiffers(micros: Int64)
  /// The stamps have come near the wall clock again.
  case clockAgrees(micros: Int64)
  /// No checkpoint could be made, and why.
  case checkpointFailed(String)
  /// A checkpoint was made after tries that failed.
  case checkpointMade(sequence: UInt64)
}
