internal import EventLoop
internal import Messages
internal import TLS
internal import Wire

extension ClientCore {
  /// Begins a call: from here on it ends exactly once, through ``finish(_:_:)``.
  func start(_ call: PendingCall, _ receiver: PendingCall.Receiver) {
    lastCallID += 1
    call.begin(lastCallID, receiver)
    guard !call.isCancelled else {
      call.resume(with: .failure(CancellationError()))
      return
    }
    guard life == .open else {
      call.resume(with: .failure(call.failure(.closed)))
      return
    }
    calls[call.id] = call
    let (deadline, isForEver) = now.addingReportingOverflow(call.timeout)
    if !isForEver {
      call.deadline = deadline
      call.deadlineTimer = shared.loop.schedule(after: call.timeout) { [weak self] in self?.ranOut(call) }
    } else if call.isStream {
      call.heardAt = now
      call.granted = UInt64(call.window)
      watchForStall(of: call)
    }
    send(call)
  }

  /// Ends a call whose task was cancelled, before it has started or while it goes on.
  func cancel(_ call: PendingCall) {
    call.isCancelled = true
    guard call.id != 0, !call.isFinished else { return }
    let connection = call.connection
    connection?.write { output in CallFrame.writeCancel(callID: call.id, into: &output) }
    finish(call, .failure(CancellationError()))
    if connection?.callCount == 0 { connection?.silentSince = nil }
  }

  private func send(_ call: PendingCall) {
    queue.append(call)
    sendWaiting()
  }

  /// Sends what waits, in order, as long as the connection has room.
  func sendWaiting() {
    while let call = queue.first() {
      guard let connection = current else {
        ensureConnection()
        return
      }
      guard connection.isOpen else { return }
      guard !connection.isCrowded else {
        shared.remember(self)
        return
      }
      queue.removeFirst()
      write(call, on: connection)
    }
  }

  private func write(_ call: PendingCall, on connection: ServerConnection) {
    guard let method = call.method else {
      finish(call, .success(Answer(message: [], sequence: 0, isRepeated: false)))
      return
    }
    guard now < call.deadline else {
      ranOut(call)
      return
    }
    call.connection = connection
    call.sendCount += 1
    call.attempts += 1
    connection.callCount += 1
    if call.isStream { call.granted = UInt64(call.window) }
    if connection.silentSince == nil { connection.silentSince = now }
    connection.write { output in
      unsafe CallFrame.write(
        callID: call.id, method: method.info.name, timeoutMs: call.remainingMs(now),
        commandID: call.commandID?.bytes ?? [], actor: call.actor, traceID: call.traceID,
        credit: call.isStream ? call.window : 0, requestSize: call.request.count, into: &output,
        pack: { target in
          unsafe UnsafeMutableRawBufferPointer(start: target, count: call.request.count).copyBytes(from: call.request)
        })
    }
  }

  func received(_ reply: ReplyHeader, on connection: ServerConnection) {
    if reply.callID == 0, let status = unsafe reply.status {
      connection.refusal = unsafe decode(status)
      return
    }
    failureCount = 0
    if reply.callID == 0 {
      received(noticeIn: reply, on: connection)
      return
    }
    // Nobody waits any more for the answer to a call that was cancelled or ran out.
    guard let call = calls[reply.callID], call.connection === connection else { return }
    if reply.more {
      received(partOf: call, reply, on: connection)
      return
    }
    if let status = unsafe reply.status {
      received(unsafe decode(status), reply, call)
    } else {
      succeed(call, reply)
    }
  }

  private func succeed(_ call: PendingCall, _ reply: ReplyHeader) {
    let message = unsafe Array(reply.response)
    if call.isStream, !message.isEmpty {
      call.push(Answer(message: message, sequence: reply.sequence, isRepeated: reply.isRepeated))
    }
    finish(call, .success(Answer(message: message, sequence: reply.sequence, isRepeated: reply.isRepeated)))
  }

  private func received(noticeIn reply: ReplyHeader, on connection: ServerConnection) {
    defer { shared.arena.reset() }
    guard let notice = unsafe try? Notice(decoding: reply.response, in: shared.arena), notice.kind == .goingAway
    else { return }
    retire(connection)
  }

  private func decode(_ status: UnsafeRawBufferPointer) -> Status {
    defer { shared.arena.reset() }
    return unsafe (try? Status(decoding: status, in: shared.arena))
      ?? Status(code: UInt32(StatusCode.internal.rawValue), message: "the server's status cannot be read")
  }

  private func received(_ status: Status, _ reply: ReplyHeader, _ call: PendingCall) {
    if status.statusCode == .ok {
      succeed(call, reply)
      return
    }
    guard !retry(call, status) else { return }
    var error = HoldfastError(status)
    error.sequence = reply.sequence
    // These say nothing of what became of it when it was sent before.
    if [.unavailable, .resourceExhausted, .deadlineExceeded, .cancelled].contains(error.code) {
      error.isOutcomeUnknown = call.wasLost && call.method?.kind != .query
    }
    finish(call, .failure(call.failure(error)))
  }

  /// Has a call sent again in a while if the server wishes it and the call's own limits allow it; whether they do.
  private func retry(_ call: PendingCall, _ status: Status) -> Bool {
    let code = status.statusCode
    // Without a word on when, only a server that is not there for the moment is worth another try, and only if the call can do no
    // more the second time.
    let isWished =
      status.retryAfterMs > 0 && (code == .unavailable || code == .resourceExhausted)
      || code == .unavailable && call.isRepeatable
    guard isWished, call.allowsRetry, call.received == 0, call.attempts < configuration.maximumAttempts else {
      return false
    }
    let delay = UInt64(status.retryAfterMs) * 1_000_000 + configuration.backoff.nanoseconds(failures: call.attempts)
    let (time, isNever) = now.addingReportingOverflow(delay)
    guard !isNever, time < call.deadline else { return false }
    call.lastFailure = "\(code.name): \(status.message)"
    detach(call)
    call.retryTimer = shared.loop.schedule(after: delay) { [weak self] in
      call.retryTimer = nil
      self?.send(call)
    }
    return true
  }

  /// The call's time is over.
  private func ranOut(_ call: PendingCall) { ranOut(call, after: call.timeout) }

  /// A call was not answered for too long.
  func ranOut(_ call: PendingCall, after timeout: UInt64) {
    guard !call.isFinished else { return }
    let connection = call.connection
    let answer = call.method == nil ? "connection" : call.isStream ? "end of the stream" : "answer"
    let time = Duration.nanoseconds(Int64(clamping: timeout))
    var text = call.timeout == .max ? "nothing came of the stream for \(time)" : "no \(answer) within \(time)"
    if !call.lastFailure.isEmpty { text += "; before that: \(call.lastFailure)" }
    finish(call, throwing: HoldfastError(.deadlineExceeded, text))
    guard let connection, connection.isOpen, let since = connection.silentSince else { return }
    if now - since >= configuration.silenceLimit.wholeNanoseconds {
      abandon(connection, "the server said nothing for \(Duration.nanoseconds(Int64(clamping: now - since)))")
    }
  }

  /// Ends a call that failed for want of an answer.
  func finish(_ call: PendingCall, throwing error: HoldfastError) {
    var error = error
    error.isOutcomeUnknown = call.mayHaveTakenEffect
    finish(call, .failure(call.failure(error)))
  }

  func finish(_ call: PendingCall, _ result: Result<Answer<[UInt8]>, any Error>) {
    guard calls.removeValue(forKey: call.id) != nil else { return }
    if let timer = call.deadlineTimer { shared.loop.cancel(timer) }
    if let timer = call.retryTimer { shared.loop.cancel(timer) }
    detach(call)
    call.resume(with: result)
    if life == .closing, calls.isEmpty { shutDown() }
  }

  /// Takes a call off its connection, which may have been waiting for that.
  private func detach(_ call: PendingCall) {
    guard let connection = call.connection.take() else { return }
    connection.callCount -= 1
    if connection.isRetiring, connection.callCount == 0 { connection.closeAfterFlush() }
  }
}

extension PendingCall {
  /// What is left of its time, in milliseconds for the wire: rounded up, 0 for ever.
  fileprivate func remainingMs(_ now: UInt64) -> UInt32 {
    guard deadline != .max else { return 0 }
    return UInt32(clamping: (deadline - now + 999_999) / 1_000_000)
  }
}
