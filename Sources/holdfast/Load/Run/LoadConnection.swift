internal import EventLoop
internal import Messages
internal import TLS
internal import Transport
internal import Wire

/// One connection that calls are made on. Confined to its worker's thread.
final class LoadConnection: FramedConnectionOwner {
  private let worker: LoadWorker
  private var transport: FramedConnection?
  private let slots: CallSlots
  private var isReady = false
  private var isGoingAway = false
  /// When the first frame of this turn was read; 0 between turns.
  private var turnTime: UInt64 = 0

  /// A connection with room for `inFlight` calls, not connected yet.
  init(_ worker: LoadWorker, inFlight: Int) {
    self.worker = worker
    slots = CallSlots(capacity: inFlight)
  }

  /// Whether a call can be sent now.
  var hasRoom: Bool { isReady && slots.freeCount > 0 }

  /// Begins to connect.
  func connect() {
    do {
      transport = try worker.dial(self)
    } catch {
      worker.connectionFailed(self, error)
    }
  }

  /// Fills all free slots with calls that are due now, and sends them.
  func fill(_ now: UInt64) {
    guard hasRoom, let transport else { return }
    transport.withOutput { output in
      while slots.freeCount > 0, worker.takeCall(now) { begin(now, now, &output) }
    }
    transport.sendNow()
  }

  /// Makes one call that was to be made at `intended`; it is sent at the end of the round.
  func call(intended: UInt64, now: UInt64) {
    transport?.withOutput { output in begin(intended, now, &output) }
  }

  /// Closes; calls in flight count as unanswered.
  func close() {
    slots.releaseAll { worker.ended($0, .unanswered) }
    isReady = false
    transport?.close()
    transport = nil
  }

  private func begin(_ intended: UInt64, _ now: UInt64, _ output: inout OutputBuffer) {
    guard let slot = slots.take() else { return }
    let operation = worker.nextOperation()
    let subject = worker.nextSubject()
    let callID = slots.begin(slot, operation, subject, intended: intended)
    worker.frames.write(operation, callID: callID, subject, into: &output)
    worker.didSend(intended: intended, now: now)
  }

  func connectionDidOpen(_ connection: FramedConnection) {
    isReady = true
    worker.connectionOpened(self)
  }

  func connection(_ connection: FramedConnection, received frame: UnsafeRawBufferPointer) {
    if turnTime == 0 { turnTime = MonotonicClock.nanoseconds }
    do throws(WireError) {
      let reply = unsafe try ReplyHeader(frame)
      guard reply.callID != 0 else { return unsafe noticed(reply.response) }
      guard let index = slots.index(of: reply.callID) else { return worker.receivedStrayReply() }
      let slot = slots[index]
      let outcome = unsafe ReplyCheck.outcome(
        of: slot.operation, slot.subject, status: reply.status, response: reply.response)
      worker.answered(slot, outcome, turnTime)
      if outcome == .ok, let next = slot.operation.next {
        let callID = slots.begin(index, next, slot.subject, intended: turnTime)
        connection.withOutput { worker.frames.write(next, callID: callID, slot.subject, into: &$0) }
        worker.continued()
      } else {
        slots.release(index)
        worker.released()
      }
    } catch {
      worker.receivedStrayReply()
      connection.close()
    }
  }

  func connectionDidReceiveRound(_ connection: FramedConnection) {
    let now = turnTime
    turnTime = 0
    if isGoingAway, slots.busyCount == 0 { return connection.closeAfterFlush() }
    if worker.isClosedLoop { fill(now) }
    if connection.waitingOutputBytes > 0 { connection.sendNow() }
  }

  func connectionDidClose(_ connection: FramedConnection, _ reason: CloseReason) {
    guard transport === connection || transport == nil else { return }
    transport = nil
    let wasReady = isReady || isGoingAway
    isReady = false
    isGoingAway = false
    turnTime = 0
    slots.releaseAll { worker.ended($0, .lost) }
    worker.connectionClosed(self, reason, wasOpen: wasReady)
  }

  /// The server's own voice: it may go away, and then gets no new calls on this connection.
  private func noticed(_ bytes: UnsafeRawBufferPointer) {
    guard let notice = try? unsafe Notice(decoding: bytes, in: worker.arena), notice.kind == .goingAway else { return }
    isReady = false
    isGoingAway = true
  }
}
