internal import EventLoop
package import Messages
internal import TLS

extension FramedConnection {
  @usableFromInline
  func takeBuffer() { group.pool.take(into: &output) }

  @usableFromInline
  func withSink<R>(_ body: (inout OutputBuffer) -> R) -> R {
    defer { group.sink.reset(keeping: 0) }
    return body(&group.sink)
  }

  @usableFromInline
  func outputDidGrow() {
    let count = output.count
    guard count > 0 else { return }
    markDirty()
    guard count > limits.highWaterBytes else { return }
    if count > limits.outputLimitBytes { end(.outputOverLimit) } else { pause(.output) }
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
    if !output.isEmpty { send() }
    if output.isEmpty {
      if output.allocatedBytes > 0 { group.pool.put(&output) }
      if state == .flushing { sayGoodbye() }
    }
    if state == .open, pauses.contains(.output), output.count <= limits.lowWaterBytes {
      resume(.output)
      owner?.connectionDidDrain(self)
    }
    watch()
  }

  private func send() {
    writeWaitsForRoom = false
    writeWaitsForBytes = false
    let most = group.bytesPerTurn
    let step = unsafe output.withBytes { bytes in
      unsafe session?.write(UnsafeRawBufferPointer(rebasing: bytes.prefix(most)))
    }
    switch step {
    case nil: return
    case .bytes(let count):
      let wasCut = output.count > most
      output.consume(count)
      lastActivity = group.loop.now
      sentBytes &+= UInt64(count)
      group.sentBytes &+= UInt64(count)
      if wasCut && count == most { markDirty() } else { writeWaitsForRoom = !output.isEmpty }
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
