internal import EventLoop
internal import Messages
internal import Services
internal import Transport
internal import Wire

extension ClientConnection {
  // MARK: Opening

  /// Opens a stream; its first replies are pulled as soon as a stream thread is free.
  func open(_ call: CallHeader, _ method: Messages.Method) throws(CallFailure) {
    try checkCallLimit()
    guard !isGoingAway else { throw .unavailable("the server is stopping") }
    let limit = thread.service.streamLimit
    guard streamCount < limit else {
      throw .resourceExhausted(
        "\(limit) streams are open on this connection, which is the limit", retryAfterMs: 1000)
    }
    try thread.work.streams.counts.enter()
    let work = StreamWork(
      connection: number, callID: call.callID, method: method, request: unsafe [UInt8](call.request),
      counts: thread.work.streams.counts)
    let stream = OpenStream(work, credit: UInt64(call.credit == 0 ? WireLimits.defaultCredit : call.credit))
    inFlight[call.callID] = .stream(stream)
    streamCount += 1
    if call.timeoutMs > 0 {
      stream.deadline = thread.loop.schedule(after: UInt64(call.timeoutMs) * 1_000_000) {
        [weak self, weak stream] in
        guard let self, let stream else { return }
        stream.deadline = nil
        end(stream, .deadlineExceeded("the stream was not over within \(call.timeoutMs) ms"))
      }
    }
    enqueue(stream)
  }

  // MARK: Words about a stream

  /// Takes word that the client takes more replies; of a call that is no stream, or over, nothing comes.
  func addCredit(_ call: CallHeader) {
    guard case .stream(let stream)? = inFlight[call.callID] else { return }
    stream.add(credit: call.credit)
    enqueue(stream)
  }

  /// Ends every stream with `failure`.
  func endStreams(_ failure: CallFailure) {
    for case .stream(let stream) in Array(inFlight.values) { end(stream, failure) }
  }

  /// Ends a stream before its time, and tells the client why.
  func end(_ stream: OpenStream, _ failure: CallFailure) {
    remove(stream)
    reply(stream.work.callID, failure, sequence: 0)
    letGo(stream)
  }

  /// Ends a stream whose client is gone.
  func forget(_ stream: OpenStream) {
    cancelTimers(of: stream)
    letGo(stream)
  }

  /// Has what a stream reads from closed: now, or by the thread that is about to pull from it.
  private func letGo(_ stream: OpenStream) {
    stream.work.giveUp()
    if !stream.isRunning { thread.work.streams.close(stream.work) }
  }

  private func remove(_ stream: OpenStream) {
    inFlight[stream.work.callID] = nil
    streamCount -= 1
    streamQueue.removeAll { $0 === stream }
    cancelTimers(of: stream)
  }

  private func cancelTimers(of stream: OpenStream) {
    for case let timer? in [stream.deadline, stream.snapshotEnd] { thread.loop.cancel(timer) }
    stream.deadline = nil
    stream.snapshotEnd = nil
  }

  // MARK: Replies

  /// Has the stream wait for its turn, unless it has one or its client takes nothing.
  private func enqueue(_ stream: OpenStream) {
    guard stream.credit > 0, !stream.isRunning, !stream.isQueued else { return }
    stream.isQueued = true
    streamQueue.append(stream)
    pumpStreams()
  }

  /// Has replies pulled, as long as there is room for them: a client that does not read must not grow the server's memory.
  func pumpStreams() {
    guard let connection, connection.isOpen else { return }
    // Well below where reading from the client would stop, and with it the hearing of its credit.
    let mark = connection.limits.highWaterBytes / 2
    while let stream = streamQueue.first {
      guard connection.waitingOutputBytes + slicesRunning * StreamWork.sliceBytes < mark else {
        thread.rememberCrowded(self)
        return
      }
      streamQueue.removeFirst()
      stream.isQueued = false
      stream.isRunning = true
      slicesRunning += 1
      thread.work.streams.pull(stream.work, stream.credit, into: thread.streamLetters, thread.wakeUp)
    }
  }

  /// Sends what was pulled. Whether the stream is still one of this connection's; otherwise it is to be closed.
  func deliver(_ work: StreamWork) -> Bool {
    slicesRunning -= 1
    guard case .stream(let stream)? = inFlight[work.callID], stream.work === work else {
      pumpStreams()
      return false
    }
    stream.isRunning = false
    stream.use(work.replyCount)
    unsafe work.output.withBytes { bytes in connection?.withOutput { unsafe $0.append(bytes) } }
    work.output.reset(keeping: stream.credit > 0 ? 2 * StreamWork.sliceBytes : 0)
    switch work.ending {
    case .finished:
      remove(stream)
      connection?.withOutput { output in
        unsafe ReplyFrame.write(
          callID: work.callID, sequence: work.sequence, responseSize: 0, into: &output, pack: { _ in })
      }
    case .failed(let failure):
      remove(stream)
      if failure.code == .internal {
        thread.log.failed(peer, work.method.info.name, traceID: "", failure.status.message)
      }
      reply(work.callID, failure)
    case nil:
      watchSnapshot(of: stream)
      enqueue(stream)
    }
    pumpStreams()
    return true
  }

  /// Sees that the stream's snapshot is let go of in time, however slow the client is.
  private func watchSnapshot(of stream: OpenStream) {
    guard stream.work.holdsSnapshot, stream.snapshotEnd == nil else { return }
    let time = thread.service.snapshotNanoseconds
    stream.snapshotEnd = thread.loop.schedule(after: time) { [weak self, weak stream] in
      guard let self, let stream else { return }
      stream.snapshotEnd = nil
      end(
        stream,
        .resourceExhausted(
          "the stream held its snapshot for \(time / 1_000_000) ms, which is the limit: take its replies faster, or ask for less at once"
        ))
    }
  }
}
