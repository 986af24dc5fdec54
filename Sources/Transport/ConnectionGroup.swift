package import EventLoop
internal import Messages

/// What the connections of one loop share: the buffer that they read into, buffers to write from, and the list of those that have something
/// to send at the end of the round. One a loop; to be made on its thread.
@safe
package final class ConnectionGroup {
  /// The loop of these connections.
  package let loop: EventLoop
  /// How many connections there are, closing ones included.
  package internal(set) var count = 0
  /// Bytes that arrived in frames and their lengths, over all connections that there were.
  package internal(set) var receivedBytes: UInt64 = 0
  /// Bytes of output that were sent, over all connections that there were.
  package internal(set) var sentBytes: UInt64 = 0
  /// Frames that arrived, over all connections that there were.
  package internal(set) var receivedFrames: UInt64 = 0

  let readBuffer: UnsafeMutableRawBufferPointer
  let bytesPerTurn: Int
  let inputBudget: InputBudget
  var pool = BufferPool()
  /// Where output goes that nobody will read any more.
  var sink = OutputBuffer()

  private var dirty: [FramedConnection] = []
  private var sending: [FramedConnection] = []
  private var ended: [FramedConnection] = []
  private var flushedRound: UInt64?

  /// Reads up to `readBufferBytes` at a time; a connection that has read or written `bytesPerTurn` lets the others have their turn.
  /// What they hold of unfinished frames is taken from `inputBudget`.
  package init(
    _ loop: EventLoop, readBufferBytes: Int = 256 << 10, bytesPerTurn: Int = 1 << 20,
    inputBudget: InputBudget = InputBudget()
  ) {
    assert(loop.isOnThread)
    self.loop = loop
    self.bytesPerTurn = bytesPerTurn
    self.inputBudget = inputBudget
    unsafe readBuffer = .allocate(byteCount: readBufferBytes, alignment: 64)
    loop.onRoundFlush { self.flush() }
  }

  deinit { unsafe readBuffer.deallocate() }

  func addDirty(_ connection: FramedConnection) {
    dirty.append(connection)
    if flushedRound == loop.round { loop.requestRound() }
  }

  func addEnded(_ connection: FramedConnection) {
    ended.append(connection)
    if flushedRound == loop.round { loop.requestRound() }
  }

  /// Sends what the round has brought, one write a connection; what that brings in turn waits for the next round.
  private func flush() {
    flushedRound = loop.round
    // Two lists that change places, so that neither is allocated anew each round.
    swap(&dirty, &sending)
    for connection in sending { connection.flush() }
    sending.removeAll(keepingCapacity: true)
    while !ended.isEmpty {
      let connections = ended
      ended.removeAll()
      for connection in connections { connection.letGo() }
    }
  }
}
