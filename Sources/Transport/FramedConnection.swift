package import EventLoop
package import Messages
package import TLS

/// One TLS connection on an event loop: bytes on one side, frames on the other. Confined to its loop's thread.
///
/// A frame is its length (four bytes, big-endian) and so many bytes. Frames that arrive are told to the owner in place; frames that leave
/// are written by it, lengths included, into the output, which is sent at the end of the round with one write.
///
/// From its making until ``FramedConnectionOwner/connectionDidClose(_:_:)`` the connection is held by its loop, and holds its owner.
@safe
package final class FramedConnection: EventSource {
  enum State {
    case connecting, handshaking, open
    /// What is left is sent, then the closing message; what arrives is thrown away.
    case flushing
    /// Our side has ended; what arrives is thrown away until the peer ends too, because closing a socket that holds unread bytes would make
    /// the system throw away what the peer has not read yet.
    case lingering
    case ended
  }

  struct Pauses: OptionSet {
    let rawValue: UInt8
    static let output = Pauses(rawValue: 1)
    static let owner = Pauses(rawValue: 2)
  }

  /// Which end of the connection this is.
  package let role: TLSSession.Role
  /// What it may cost.
  package let limits: ConnectionLimits
  /// Bytes that arrived in frames and their lengths.
  package internal(set) var receivedBytes: UInt64 = 0
  /// Bytes of output that were sent.
  package internal(set) var sentBytes: UInt64 = 0
  /// Frames that arrived.
  package internal(set) var receivedFrames: UInt64 = 0

  let group: ConnectionGroup
  var owner: (any FramedConnectionOwner)?
  var state: State
  var session: TLSSession?
  var descriptor: Descriptor?
  var registration: Registration?
  var held: HeldInput
  var pauses: Pauses = []
  var deadline: TimerToken?
  var lastActivity: UInt64
  var reason = CloseReason.closedByUs
  var hasTurn = false
  var hasPeerEnded = false
  var discardedBytes = 0
  /// What the handshake, a read or a write has said it waits for.
  var handshakeInterest: Readiness = .readable
  var readWaitsForRoom = false
  var writeWaitsForRoom = false
  var writeWaitsForBytes = false
  var acceptsOutput = true
  /// Whether the connection is on the group's list of those that are flushed at the end of the round.
  var isDirty = false
  /// Owned, and behind a pointer because each access to a stored property that is lent to the owner would be tracked while the program
  /// runs: that costs more than writing a small frame.
  let output: UnsafeMutablePointer<OutputBuffer>
  let highWaterBytes: Int

  /// Begins a connection on an accepted descriptor (as a server) or on one that is connecting (as a client); it closes the descriptor.
  package init(
    _ group: ConnectionGroup, _ descriptor: consuming Descriptor, _ context: TLSContext, _ role: TLSSession.Role,
    _ limits: ConnectionLimits, owner: any FramedConnectionOwner
  ) throws(ConnectionError) {
    let number = descriptor.number
    highWaterBytes = limits.highWaterBytes
    held = HeldInput(group.inputBudget)
    do throws(TLSFailure) {
      session = try TLSSession(context: context, descriptor: number, role: role)
    } catch { throw .tls(error) }
    unsafe output = .allocate(capacity: 1)
    unsafe output.initialize(to: OutputBuffer())
    self.group = group
    self.role = role
    self.limits = limits
    self.owner = owner
    self.descriptor = consume descriptor
    lastActivity = group.loop.now
    state = role == .server ? .handshaking : .connecting
    do throws(SystemError) {
      registration = try group.loop.register(number, self, role == .server ? .readable : .writable)
    } catch { throw .system(error) }
    group.count += 1
    setDeadline(after: limits.handshakeNanoseconds)
  }

  deinit {
    unsafe output.deinitialize(count: 1)
    unsafe output.deallocate()
  }

  /// Whether the handshake is done and the connection is neither closing nor closed.
  package var isOpen: Bool { state == .open }

  /// How many bytes of output wait to be sent.
  package var waitingOutputBytes: Int { unsafe output.pointee.count }

  /// How many bytes of memory the connection holds for an unfinished frame or for frames that wait.
  package var heldInputBytes: Int { held.allocatedBytes }

  /// Looks at the TLS session: the peer's identity, the application protocol; nil once the connection is over.
  package func withSession<R, E: Error>(_ body: (borrowing TLSSession) throws(E) -> R) throws(E) -> R? {
    switch session {
    case .some(let session): try body(session)
    case .none: nil
    }
  }

  /// Lets `body` write whole frames, lengths included, to the end of the output, and sees that they are sent. Before the connection is open they wait;
  /// once it is closing they are thrown away. `body` must not use the connection.
  package func withOutput<R>(_ body: (inout OutputBuffer) -> R) -> R {
    guard acceptsOutput else { return withSink(body) }
    if !isDirty { beginOutput() }
    let result = unsafe body(&output.pointee)
    if unsafe output.pointee.count > highWaterBytes { outputDidPassHighWater() }
    return result
  }

  /// Reads nothing more from the peer until ``resumeReading()``, not even frames that have arrived already.
  package func pauseReading() { pause(.owner) }

  /// Goes on reading.
  package func resumeReading() { resume(.owner) }

  /// Sends the output that waits and the closing message, waits for the peer's end, and closes; at the latest after
  /// ``ConnectionLimits/closeNanoseconds``. No more frames are told.
  package func closeAfterFlush() {
    switch state {
    case .connecting, .handshaking: end(.closedByUs)
    case .open: finish(.closedByUs)
    case .flushing, .lingering, .ended: return
    }
  }

  /// Closes at once; output that waits is thrown away.
  package func close() { end(.closedByUs) }

  package func ready(_ readiness: Readiness) {
    if readiness.isEmpty { hasTurn = false }
    switch state {
    case .connecting: finishConnecting()
    case .handshaking: shakeHands()
    case .open: readyWhileOpen(readiness)
    case .flushing: readyWhileFlushing(readiness)
    case .lingering: discardInput(readiness)
    case .ended: return
    }
  }

  private func readyWhileOpen(_ readiness: Readiness) {
    if writeWaitsForRoom && readiness.contains(.writable) || writeWaitsForBytes && readiness.contains(.readable) {
      markDirty()
    }
    guard pauses.isEmpty else {
      // Neither direction is left: nothing will come of waiting, and the system would report it for ever.
      if !readiness.isDisjoint(with: [.hungUp, .failed]) { vanish() }
      return
    }
    if readiness != .writable || readWaitsForRoom { read() }
  }

  private func readyWhileFlushing(_ readiness: Readiness) {
    if readiness.contains(.failed) || hasPeerEnded && readiness.contains(.hungUp) {
      end(reason)
      return
    }
    if readiness.contains(.writable) { markDirty() }
    if readiness.contains(.readable) { discardInput(readiness) }
  }
}
