import Engine
import Messages

/// One command of a run. Ids that the service makes stand in it by handles that say which command made them, so that the
/// same step does the same in a run from which others were taken away.
struct PlannedCommand: Sendable {
  /// Its number in the run.
  var serial: Int
  var request: CommandRequest
  var caller: Caller
  /// Empty = none.
  var commandID: [UInt8]
}

/// What a run consists of.
enum Step: Sendable {
  /// Commands in one batch with this stamp.
  case batch([PlannedCommand], time: Int64, sweepLimit: Int)
  /// The process is killed and starts again.
  case kill
  /// The machine crashes and starts again.
  case crash(losingState: Bool)
  case checkpoint
  /// The whole journal is folded into an empty state.
  case fold
  /// Everything is looked at.
  case compare
}

extension Step: CustomStringConvertible {
  var description: String {
    switch self {
    case .batch(let commands, let time, let sweepLimit):
      let sweep = sweepLimit > 0 ? ", then up to \(sweepLimit) due holds released" : ""
      return "batch at \(time)\(sweep)" + commands.map { "\n    \($0)" }.joined()
    case .kill: return "kill the process, and start again"
    case .crash(let losingState):
      return "crash the machine, \(losingState ? "losing" : "spoiling") the state, and start again"
    case .checkpoint: return "make a checkpoint"
    case .fold: return "fold the whole journal into an empty state"
    case .compare: return "look at everything"
    }
  }
}

extension PlannedCommand: CustomStringConvertible {
  var description: String {
    let id = commandID.isEmpty ? "" : ", id \(String(decoding: commandID, as: UTF8.self))"
    let channels = caller.channels.isEmpty ? "" : " of \(caller.channels)"
    return
      "\(serial). \(request.method.info.rpc) \(words(request.message)) by \(caller.principal) (\(caller.role)\(channels))\(id)"
  }
}

extension CommandRequest {
  /// The request message.
  var message: any MessageCodec {
    guard let message = Mirror(reflecting: self).children.first?.value as? any MessageCodec else {
      fatalError("a command without a message")
    }
    return message
  }

  /// The request with its reservation ids renamed.
  func renamed(_ name: (String) -> String) -> CommandRequest {
    switch self {
    case .release(var request):
      request.reservationIDs = request.reservationIDs.map(name)
      return .release(request)
    case .extend(var request):
      request.reservationIDs = request.reservationIDs.map(name)
      return .extend(request)
    case .convertReservation(var request):
      request.reservationIDs = request.reservationIDs.map(name)
      return .convertReservation(request)
    case .changeReservation(var request):
      request.reservationID = name(request.reservationID)
      return .changeReservation(request)
    case .fulfill(var request):
      for index in request.lines.indices {
        request.lines[index].reservationID = name(request.lines[index].reservationID)
      }
      return .fulfill(request)
    case .shipTransfer(var request):
      request.transferID = name(request.transferID)
      return .shipTransfer(request)
    case .receiveTransfer(var request):
      request.transferID = name(request.transferID)
      return .receiveTransfer(request)
    case .cancelTransfer(var request):
      request.transferID = name(request.transferID)
      return .cancelTransfer(request)
    case .resolveDiscrepancy(var request):
      request.discrepancyID = name(request.discrepancyID)
      return .resolveDiscrepancy(request)
    case .resolveReview(var request):
      request.reviewID = name(request.reviewID)
      return .resolveReview(request)
    case .acknowledgeAlert(var request):
      request.alertIDs = request.alertIDs.map(name)
      return .acknowledgeAlert(request)
    default: return self
    }
  }

  /// Whether holds are made whose ids the answer does not tell: they are looked up after the batch, which ends here.
  var endsBatch: Bool {
    switch self {
    case .setStock(let request): request.settings.contains { !$0.openingHolds.isEmpty }
    case .createTransfer: true
    default: false
    }
  }
}
