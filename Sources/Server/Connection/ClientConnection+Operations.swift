internal import EventLoop
internal import Messages
internal import Transport
internal import Wire

extension ClientConnection {
  /// Has an operation done on the operations' thread.
  func operate(_ call: CallHeader, _ method: Messages.Method) throws(CallFailure) {
    try checkCallLimit()
    let work = thread.work
    guard work.operationThread.waitingCount < BackgroundWork.operationQueueLimit else {
      throw .resourceExhausted("\(BackgroundWork.operationQueueLimit) operations wait to be done", retryAfterMs: 1000)
    }
    let (number, callID, request) = (number, call.callID, unsafe [UInt8](call.request))
    let isTaken = work.operationThread.add {
      [operations = work.operations, letters = thread.operationLetters, wakeUp = thread.wakeUp] arena in
      let result = unsafe request.withUnsafeBytes { bytes in
        Result { () throws(CallFailure) in
          try unsafe OperationDispatch.answer(method, request: bytes, with: operations, in: arena).bytes
        }
      }
      if letters.add(OperationLetter(connection: number, callID: callID, result: result)) { wakeUp?.signal() }
    }
    guard isTaken else { throw .unavailable("the server is stopping") }
    inFlight[callID] = .operation
  }

  /// Answers an operation with what became of it.
  func deliver(_ arrived: OperationLetter) {
    guard inFlight.removeValue(forKey: arrived.callID) != nil else { return }
    switch arrived.result {
    case .success(let bytes) where bytes.count <= WireLimits.maximumMessageBytes:
      connection?.withOutput { output in
        unsafe ReplyFrame.write(
          callID: arrived.callID, responseSize: bytes.count, into: &output,
          pack: { unsafe UnsafeMutableRawBufferPointer(start: $0, count: bytes.count).copyBytes(from: bytes) })
      }
    case .success(let bytes): reply(arrived.callID, tooLarge(bytes.count))
    case .failure(let failure):
      if failure.code == .internal { thread.log.failed(peer, "an operation", traceID: "", failure.status.message) }
      reply(arrived.callID, failure)
    }
  }
}
