internal import EventLoop
internal import Messages
internal import TLS

extension FramedConnection {
  func beginOutput() {
    if unsafe output.pointee.allocatedBytes == 0 { unsafe group.pool.take(into: &output.pointee) }
    markDirty()
  }

  func withSink<R>(_ body: (inout OutputBuffer) -> R) -> R {
    defer { group.sink.reset(keeping: 0) }
    return body(&group.sink)
  }

  func outputDidPassHighWater() {
    if unsafe output.pointee.count > limits.outputLimitBytes { end(.outputOverLimit) } else { pause(.output) }
  }

  func markDirty() {
    guard !isDirty else { return }
    isDirty = true
    group.addDirty(self)
  }

  /// Sends what waits, as much as the socket takes, and goes on closing when that was all.
  func flush() {
    isDirty = false
    guard state == .open || state == .flushing else { return }
    if unsafe !output.pointee.isEmpty { send() }
    if unsafe output.pointee.isEmpty {
      if unsafe output.pointee.allocatedBytes > 0 { unsafe group.pool.put(&output.pointee) }
      if state == .flushing { sayGoodbye() }
    }
    if state == .open, pauses.contains(.output), unsafe output.pointee.count <= limits.lowWaterBytes {
      resume(.output)
      owner?.connectionDidDrain(self)
    }
    watch()
  }

  private func send() {
    writeWaitsForRoom = false
    writeWaitsForBytes = false
    let most = group.bytesPerTurn
    let step = unsafe output.pointee.withBytes { bytes in
      unsafe session?.write(UnsafeRawBufferPointer(rebasing: bytes.prefix(most)))
    }
    switch step {
    case nil: return
    case .bytes(let count):
      let wasCut = unsafe output.pointee.count > most
      unsafe output.pointee.consume(count)
      lastActivity = group.loop.now
      sentBytes &+= UInt64(count)
      group.sentBytes &+= UInt64(count)
      if wasCut && count == most { markDirty() } else { writeWaitsForRoom = unsafe !output.pointee.isEmpty }
    case .wantsWrite: writeWaitsForRoom = true
    case .wantsRead: writeWaitsForBytes = true
    case .failed(let failure): fail(failure)
    }
  }

  private func sayGoodbye() {
    writeWaitsForRoom = false
    switch session?.shutdown() {
    case .done, .wantsRead: linger()
    case .wantsWrite: writeWaitsForRoom = true
    case .failed, nil: end(reason)
    }
  }
}
