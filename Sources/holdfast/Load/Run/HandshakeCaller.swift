internal import EventLoop
internal import Transport
internal import Wire

/// Makes one connection after the other, each for a single call: a client is not let in before its certificate was
/// looked at, which only an answer shows. Confined to its worker's thread.
final class HandshakeCaller: FramedConnectionOwner {
  private let worker: LoadWorker
  private var transport: FramedConnection?
  private var slot = CallSlot()
  private var isAnswered = false

  /// Whether a connection is under way.
  private(set) var isBusy = false

  init(_ worker: LoadWorker) { self.worker = worker }

  /// Connects, to call once.
  func call(_ subject: Subject, intended: UInt64, now: UInt64) {
    isBusy = true
    isAnswered = false
    slot = CallSlot(callID: 1, intended: intended, subject: subject, operation: .handshake)
    worker.didSend(intended: intended, now: now)
    do {
      transport = try worker.dial(self)
    } catch {
      over()
    }
  }

  /// Closes; a call in flight counts as unanswered.
  func close() {
    guard isBusy, !isAnswered else { return }
    worker.ended(slot, .unanswered)
    isBusy = false
    transport?.close()
  }

  func connectionDidOpen(_ connection: FramedConnection) {
    connection.withOutput { worker.frames.write(.handshake, callID: 1, slot.subject, into: &$0) }
  }

  func connection(_ connection: FramedConnection, received frame: UnsafeRawBufferPointer) {
    guard !isAnswered, let reply = try? unsafe ReplyHeader(frame), reply.callID == 1 else { return }
    isAnswered = true
    let outcome = unsafe ReplyCheck.outcome(
      of: .handshake, slot.subject, status: reply.status, response: reply.response)
    worker.answered(slot, outcome, MonotonicClock.nanoseconds)
    connection.close()
  }

  func connectionDidClose(_ connection: FramedConnection, _ reason: CloseReason) { over() }

  private func over() {
    transport = nil
    guard isBusy else { return }
    isBusy = false
    worker.handshakeEnded(self, slot, isFailure: !isAnswered)
  }
}
