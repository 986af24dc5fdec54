internal import EventLoop
internal import Messages
internal import TLS

extension FramedConnection {
  /// How many bytes a closing connection takes from its peer, to throw them away, before it gives up on a polite end.
  static let discardLimit = 64 << 20

  func finishConnecting() {
    let code = pendingError
    guard code == 0 else {
      end(.connectFailed(errno: code))
      return
    }
    state = .handshaking
    shakeHands()
  }

  func shakeHands() {
    switch session?.handshake() {
    case nil: return
    case .done: open()
    case .wantsRead: handshakeInterest = .readable
    case .wantsWrite: handshakeInterest = .writable
    case .failed(let failure): fail(failure)
    }
    watch()
  }

  private func open() {
    state = .open
    lastActivity = group.loop.now
    setDeadline(after: limits.idleNanoseconds)
    owner?.connectionDidOpen(self)
    if unsafe !output.pointee.isEmpty { markDirty() }
    // The peer's first frames may have come together with the end of its handshake.
    if state == .open, pauses.isEmpty { read() }
  }

  /// Goes on until what waits is sent, then ends with `reason`.
  func finish(_ reason: CloseReason) {
    guard state == .open else { return }
    self.reason = reason
    state = .flushing
    acceptsOutput = false
    setDeadline(after: limits.closeNanoseconds)
    markDirty()
    watch()
  }

  /// Ends our side and waits for the peer's end.
  func linger() {
    guard state != .ended else { return }
    guard !hasPeerEnded, let number = descriptor?.number else {
      end(reason)
      return
    }
    Socket.endSending(number)
    if state != .flushing { setDeadline(after: limits.closeNanoseconds) }
    state = .lingering
    acceptsOutput = false
    watch()
  }

  /// Throws away what arrived while closing.
  func discardInput(_ readiness: Readiness) {
    guard let number = descriptor?.number else { return }
    switch Socket.discard(number, limit: 1 << 20) {
    case .none: if readiness.contains(.hungUp) { end(reason) }
    case .some(let count) where count > 0:
      discardedBytes += count
      if discardedBytes > Self.discardLimit { end(reason) }
    case .some(0) where state == .flushing:
      hasPeerEnded = true
      watch()
    case .some: end(reason)
    }
  }

  func fail(_ failure: TLSFailure) {
    switch failure.kind {
    case _ where state == .flushing: end(reason)
    case .truncated, .connectionLost: end(.peerVanished(errno: failure.systemError))
    case _ where failure.isFromPeer: end(.tlsFailed(failure))
    default:
      // The peer learns from the alert what was wrong, if it gets the chance to read it.
      reason = .tlsFailed(failure)
      linger()
    }
  }

  func vanish() { end(.peerVanished(errno: pendingError)) }

  var pendingError: Int32 {
    guard let number = descriptor?.number else { return 0 }
    return Socket.pendingError(of: number)
  }

  /// Takes the connection off its loop; the rest is done at the end of the round, because what calls this may still be in the midst of using it.
  func end(_ reason: CloseReason) {
    guard state != .ended else { return }
    let wasOpen = state == .open
    self.reason = reason
    state = .ended
    acceptsOutput = false
    if let registration { group.loop.remove(registration) }
    registration = nil
    if let deadline { group.loop.cancel(deadline) }
    deadline = nil
    if wasOpen { _ = session?.shutdown() }
    group.addEnded(self)
  }

  /// Frees everything and tells the owner.
  func letGo() {
    session = nil
    descriptor = nil
    held.release()
    unsafe output.pointee.reset(keeping: 0)
    group.count -= 1
    let owner = self.owner.take()
    owner?.connectionDidClose(self, reason)
  }

  /// Replaces the one deadline that a connection has at any time; 0 for none.
  func setDeadline(after nanoseconds: UInt64) {
    if let deadline { group.loop.cancel(deadline) }
    deadline = nil
    guard nanoseconds > 0 else { return }
    // Cancelled when the connection ends, which its loop outlives.
    deadline = group.loop.schedule(after: nanoseconds) { [unowned self] in deadlineCame() }
  }

  private func deadlineCame() {
    deadline = nil
    switch state {
    case .connecting, .handshaking: end(.handshakeTimedOut)
    case .open:
      // Nothing is set again for each frame: the deadline looks how long it really is.
      let idle = group.loop.now &- lastActivity
      if idle >= limits.idleNanoseconds {
        end(.idleTimedOut)
      } else {
        setDeadline(after: limits.idleNanoseconds - idle)
      }
    case .flushing, .lingering: end(reason)
    case .ended: return
    }
  }

  /// Tells the loop what the connection waits for now.
  func watch() {
    guard let registration else { return }
    var interest: Readiness = []
    switch state {
    case .connecting: interest = .writable
    case .handshaking: interest = handshakeInterest
    case .open:
      if pauses.isEmpty || writeWaitsForBytes { interest.insert(.readable) }
      if writeWaitsForRoom || readWaitsForRoom { interest.insert(.writable) }
    case .flushing:
      if !hasPeerEnded { interest.insert(.readable) }
      if writeWaitsForRoom { interest.insert(.writable) }
    case .lingering: interest = .readable
    case .ended: return
    }
    group.loop.change(registration, interest)
  }
}
