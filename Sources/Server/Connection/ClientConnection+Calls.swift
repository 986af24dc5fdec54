internal import Engine
internal import EventLoop
internal import Glibc
internal import Messages
internal import Services
internal import Transport
internal import Wire

extension ClientConnection {
  /// Takes any call, or word about a call, on its way.
  func take(_ call: CallHeader, _ method: Messages.Method?) {
    if call.cancel {
      cancel(call.callID)
      return
    }
    if call.addsCredit {
      addCredit(call)
      return
    }
    // Who has none is told so as soon as it is connected, and not listened to.
    guard let principal else { return }
    do throws(CallFailure) {
      guard let method else { throw unsafe unknownMethod(call.method) }
      guard principal.mayCall(method) else { throw principal.refusal(of: method) }
      if isLate(call) {
        throw .deadlineExceeded("the deadline passed before the call was looked at: it was not applied")
      }
      guard inFlight[call.callID] == nil else {
        throw .invalid("call_id", "\(call.callID) is in flight already: give each call in flight an id of its own")
      }
      if let violation = call.violation { throw .invalid([violation]) }
      switch method.kind {
      case _ where method.isServerStreaming: try open(call, method)
      case .query: try answer(call, method, principal)
      case .command: try submit(call, method, principal)
      case .operation: try operate(call, method)
      default: throw .unimplemented(method)
      }
    } catch {
      if error.code == .internal {
        thread.log.failed(peer, method?.info.name ?? "", traceID: unsafe text(call.traceID), error.status.message)
      }
      reply(call.callID, error)
    }
  }

  private func answer(_ call: CallHeader, _ method: Messages.Method, _ principal: Principal) throws(CallFailure) {
    let (message, sequence) = try unsafe thread.queries.answer(
      method, request: call.request, by: principal, in: thread.arena)
    guard message.size <= WireLimits.maximumMessageBytes else { throw tooLarge(message.size) }
    connection?.withOutput { output in
      unsafe ReplyFrame.write(
        callID: call.callID, sequence: sequence, responseSize: message.size, into: &output,
        pack: { unsafe message.pack(to: $0) })
    }
  }

  private func submit(_ call: CallHeader, _ method: Messages.Method, _ principal: Principal) throws(CallFailure) {
    try checkCallLimit()
    thread.arena.reset()
    let caller = Caller(
      principal: principal.name, role: principal.role, actor: unsafe text(call.actor), channels: principal.channels)
    let command = try unsafe CommandIntake.command(
      method, request: call.request, commandID: call.commandID, caller: caller, queries: thread.queries,
      in: thread.arena)
    let cancellation = CommandCancellation()
    let (number, callID) = (number, call.callID)
    inFlight[callID] = .command(cancellation)
    do throws(CallFailure) {
      try thread.engine.submit(command, deadline: deadline(call), cancellation: cancellation) {
        [letters = thread.commandLetters, wakeUp = thread.wakeUp] answer in
        if letters.add(CommandLetter(connection: number, callID: callID, answer: answer)) { wakeUp?.signal() }
      }
    } catch {
      inFlight[callID] = nil
      throw error
    }
  }

  func checkCallLimit() throws(CallFailure) {
    guard inFlight.count < thread.service.callLimit else {
      throw .resourceExhausted(
        "\(thread.service.callLimit) calls are in flight on this connection, which is the limit: wait for answers",
        retryAfterMs: 50)
    }
  }

  /// The caller does not want a call any more. A command answers for itself: as cancelled if it still waited, otherwise with what became of it.
  /// Nothing stops an operation.
  private func cancel(_ callID: UInt64) {
    switch inFlight[callID] {
    case .command(let cancellation): cancellation.cancel()
    case .stream(let stream): end(stream, CallFailure(.cancelled, "the caller cancelled the stream"))
    case .operation, nil: return
    }
  }

  /// The connection of a call is gone. What is ordered already takes effect, and its answer is kept if it has a command id.
  func abandon(_ call: CallInFlight) {
    switch call {
    case .command(let cancellation): cancellation.cancel()
    case .stream(let stream): forget(stream)
    case .operation: return
    }
  }

  /// Answers a command with what became of it.
  func deliver(_ arrived: CommandLetter) {
    guard inFlight.removeValue(forKey: arrived.callID) != nil else { return }
    guard case .outcome(let outcome) = arrived.answer else {
      // Whether it took effect is not known: any answer would be a guess.
      thread.log.ended(peer, principal: principal?.name, because: "what became of a command is not known")
      connection?.closeAfterFlush()
      return
    }
    if let status = outcome.failure {
      reply(arrived.callID, CallFailure(status), sequence: outcome.sequence, isRepeated: outcome.isRepeated)
      return
    }
    guard outcome.response.count <= WireLimits.maximumMessageBytes else {
      reply(
        arrived.callID,
        CallFailure(.resourceExhausted, "the command took effect, but its answer is too large to be sent"),
        sequence: outcome.sequence, isRepeated: outcome.isRepeated)
      return
    }
    connection?.withOutput { output in
      unsafe ReplyFrame.write(
        callID: arrived.callID, sequence: outcome.sequence, isRepeated: outcome.isRepeated,
        responseSize: outcome.response.count, into: &output,
        pack: { target in
          unsafe UnsafeMutableRawBufferPointer(start: target, count: outcome.response.count)
            .copyBytes(from: outcome.response)
        })
    }
  }

  // MARK: Deadlines

  /// Whether the call's time is over already: counted from the start of the round that read it.
  ///
  /// By the coarse clock, which lags by up to 4 ms and costs next to nothing.
  func isLate(_ call: CallHeader) -> Bool {
    guard call.timeoutMs > 0 else { return false }
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC_COARSE, &time)
    let now = UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
    return now >= thread.loop.now &+ UInt64(call.timeoutMs) &* 1_000_000
  }

  /// The deadline of a command, on the monotonic clock in microseconds.
  private func deadline(_ call: CallHeader) -> Int64 {
    call.timeoutMs == 0 ? .max : Int64(clamping: thread.loop.now / 1000) + Int64(call.timeoutMs) * 1000
  }

  // MARK: Words

  private func unknownMethod(_ name: UnsafeRawBufferPointer) -> CallFailure {
    let shown = unsafe String(decoding: name.prefix(WireLimits.maximumMethodBytes), as: UTF8.self)
    let message = "there is no method \(shown.debugDescription); one is holdfast.v1.StockService/GetStock"
    return CallFailure(.unimplemented, message)
  }

  func tooLarge(_ size: Int) -> CallFailure {
    .resourceExhausted(
      "the answer has \(size) bytes, at most \(WireLimits.maximumMessageBytes) are sent; ask for less at once")
  }

  func text(_ bytes: UnsafeRawBufferPointer) -> String {
    unsafe bytes.isEmpty ? "" : String(decoding: bytes, as: UTF8.self)
  }
}
