internal import Engine
internal import Logging

extension EngineEvent {
  /// One line for the operator.
  func log(to logger: Logger) {
    switch self {
    case .clockDiffers(let micros):
      logger.warning(
        "the wall clock differs from the time of the journal: it follows by a tenth of the time that passes",
        metadata: ["ahead_seconds": "\(micros / 1_000_000)"])
    case .clockAgrees(let micros):
      logger.notice(
        "the time of the journal has come near the wall clock again",
        metadata: ["ahead_seconds": "\(micros / 1_000_000)"])
    case .checkpointFailed(let reason):
      logger.error(
        "no checkpoint could be made: tried again after as much journal as lies between two",
        metadata: ["reason": "\(reason)"])
    case .checkpointMade(let sequence):
      logger.notice("a checkpoint was made again", metadata: ["sequence": "\(sequence)"])
    }
  }
}
