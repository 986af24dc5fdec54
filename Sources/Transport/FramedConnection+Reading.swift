internal import EventLoop
internal import TLS

extension FramedConnection {
  /// Reads and tells frames until there are no more, reading is paused, or others should have their turn.
  ///
  /// Bytes are read only while what is held is nothing or one unfinished frame.
  func read() {
    let before = receivedFrames
    if !held.isEmpty { deliverHeld() }
    var budget = group.bytesPerTurn
    reading: while state == .open, pauses.isEmpty {
      readWaitsForRoom = false
      switch held.isEmpty ? readInPlace() : readHeld() {
      case .bytes(let count):
        budget -= count
        // Without this question each turn would end with a call to the system that finds nothing.
        guard state == .open, pauses.isEmpty, session?.hasPending == true else { break reading }
        if budget <= 0 {
          takeTurn()
          break reading
        }
      case .wantsRead: break reading
      case .wantsWrite:
        readWaitsForRoom = true
        break reading
      case .closed:
        hasPeerEnded = true
        finish(.peerClosed)
      case .failed(let failure): fail(failure)
      }
    }
    if receivedFrames != before { owner?.connectionDidReceiveRound(self) }
    watch()
  }

  /// Reads into the buffer that all connections share, and keeps what is left over.
  private func readInPlace() -> ReadStep {
    let step = unsafe session?.read(into: group.readBuffer) ?? .closed
    guard case .bytes(let count) = step else { return step }
    didReceive(count)
    let bytes = unsafe UnsafeRawBufferPointer(rebasing: group.readBuffer[..<count])
    let delivered = unsafe deliver(bytes)
    if delivered < count, state == .open,
      unsafe !held.append(UnsafeRawBufferPointer(rebasing: bytes[delivered...]))
    {
      refuseInput()
    }
    return step
  }

  /// Reads what the unfinished frame lacks.
  private func readHeld() -> ReadStep {
    guard let room = unsafe held.room() else {
      refuseInput()
      return .bytes(0)
    }
    let step = unsafe session?.read(into: room) ?? .closed
    guard case .bytes(let count) = step else { return step }
    didReceive(count)
    held.advance(by: count)
    deliverHeld()
    return step
  }

  /// There is no room for what the peer sends.
  private func refuseInput() {
    owner?.connectionRefusedInput(self)
    held.release()
    finish(.inputOverLimit)
  }

  private func deliverHeld() {
    let delivered = unsafe deliver(held.bytes)
    held.consume(delivered)
  }

  private func didReceive(_ count: Int) {
    lastActivity = group.loop.now
    receivedBytes &+= UInt64(count)
    group.receivedBytes &+= UInt64(count)
  }

  /// Tells the frames that `bytes` begins with; how many bytes these are.
  private func deliver(_ bytes: UnsafeRawBufferPointer) -> Int {
    guard let owner else { return 0 }
    var offset = 0
    var frames: UInt64 = 0
    while state == .open, pauses.isEmpty, bytes.count - offset >= 4 {
      let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[offset...])
      let length = unsafe frameLength(rest)
      guard Int(length) <= limits.maximumFrameBytes else {
        owner.connection(self, refusedFrameOf: length)
        finish(.frameTooLarge(length: length))
        break
      }
      let end = 4 + Int(length)
      guard rest.count >= end else { break }
      offset += end
      frames += 1
      unsafe owner.connection(self, received: UnsafeRawBufferPointer(rebasing: rest[4..<end]))
    }
    receivedFrames &+= frames
    group.receivedFrames &+= frames
    return offset
  }

  func pause(_ pause: Pauses) {
    guard pauses.insert(pause).inserted else { return }
    watch()
  }

  func resume(_ pause: Pauses) {
    guard pauses.remove(pause) != nil, pauses.isEmpty, state == .open else { return }
    // Frames may wait here or in TLS, where the system knows nothing of them.
    takeTurn()
    watch()
  }

  private func takeTurn() {
    guard !hasTurn else { return }
    hasTurn = true
    group.loop.runNextRound(self)
  }
}
