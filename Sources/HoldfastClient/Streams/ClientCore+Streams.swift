internal import EventLoop
internal import Messages
internal import Wire

extension ClientCore {
  /// Grants the server more replies of a stream that goes on.
  func grant(_ credit: UInt32, to call: PendingCall) {
    guard calls[call.id] === call, let connection = call.connection else { return }
    if call.received == call.granted { call.heardAt = now }
    call.granted += UInt64(credit)
    connection.write { output in CallFrame.writeCredit(callID: call.id, credit, into: &output) }
  }

  /// Takes a reply that others follow.
  func received(partOf call: PendingCall, _ reply: ReplyHeader, on connection: ServerConnection) {
    guard call.isStream else {
      connection.write { output in CallFrame.writeCancel(callID: call.id, into: &output) }
      finish(call, throwing: HoldfastError(.internal, "the server answered with a row of replies"))
      return
    }
    call.received += 1
    call.heardAt = now
    guard call.received <= call.granted else {
      // Whoever does not keep to the credit would grow our memory.
      abandon(connection, "the server sent more replies of a stream than it was granted")
      return
    }
    call.push(Answer(message: unsafe Array(reply.response), sequence: reply.sequence, isRepeated: reply.isRepeated))
  }

  /// Ends a stream without a timeout of its own on which the server owes replies and is silent for too long.
  func watchForStall(of call: PendingCall) {
    let limit = configuration.defaultTimeout.wholeNanoseconds
    let silent = now &- call.heardAt
    let isOwed = call.received < call.granted
    guard isOwed, silent >= limit else {
      let rest = isOwed ? limit - silent : limit
      let (_, isNever) = now.addingReportingOverflow(rest)
      if !isNever {
        call.deadlineTimer = shared.loop.schedule(after: max(rest, 1_000_000)) { [weak self] in
          guard let self, !call.isFinished else { return }
          watchForStall(of: call)
        }
      }
      return
    }
    if let connection = call.connection {
      connection.write { output in CallFrame.writeCancel(callID: call.id, into: &output) }
    }
    ranOut(call, after: limit)
  }
}
