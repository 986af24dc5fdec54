internal import EventLoop
internal import Messages
internal import Synchronization

/// The replies to a call that is answered by a row of them, in their order.
///
/// ```swift
/// for try await reply in try client.stock.exportStock(.init()) {
///   for row in reply.rows { print(row.productID, row.available) }
/// }
/// ```
///
/// The server sends no more than ``CallOptions/streamWindow`` replies ahead of the reader: whoever reads slowly is sent them slowly. Reading
/// throws ``HoldfastError``, or `CancellationError` when the task is cancelled. The call is cancelled, and the server told, when the stream is
/// let go of before its end. A stream is read once, by one task at a time.
public struct AnswerStream<Message: Sendable>: AsyncSequence, Sendable {
  public typealias Element = Answer<Message>

  let reading: StreamReading
  let decode: @Sendable ([UInt8]) throws -> Message

  /// Ends the call; a task that waits for a reply gets `CancellationError`.
  public func cancel() { reading.cancel() }

  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(reading: reading, decode: decode) }

  /// Reads the replies.
  public struct AsyncIterator: AsyncIteratorProtocol {
    let reading: StreamReading
    let decode: @Sendable ([UInt8]) throws -> Message

    /// The next reply; nil at the end.
    public mutating func next() async throws -> Answer<Message>? {
      guard let reply = try await reading.next() else { return nil }
      return Answer(message: try decode(reply.message), sequence: reply.sequence, isRepeated: reply.isRepeated)
    }
  }
}

/// A stream that somebody reads: cancelled when nobody does any more.
final class StreamReading: Sendable {
  // Held, so that the client lives as long as one of its streams.
  private let client: HoldfastClient
  private let call: PendingCall
  private let buffer: ReplyBuffer
  /// Replies that were read and not yet granted anew.
  private let taken = Mutex<UInt32>(0)

  init(_ client: HoldfastClient, _ call: PendingCall, _ buffer: ReplyBuffer) {
    self.client = client
    self.call = call
    self.buffer = buffer
  }

  deinit { cancel() }

  func cancel() {
    let (core, call) = (client.core, call)
    core.shared.loop.post { core.cancel(call) }
  }

  func next() async throws -> Answer<[UInt8]>? {
    let reply: Answer<[UInt8]>?
    if let there = try buffer.takeAtOnce() {
      reply = there
    } else {
      reply = try await withTaskCancellationHandler {
        try await buffer.next()
      } onCancel: {
        cancel()
      }
    }
    if reply != nil { grantMore() }
    return reply
  }

  /// Grants what was read, half a window at a time.
  private func grantMore() {
    let (core, read) = (client.core, call)
    let credit = taken.withLock { taken -> UInt32 in
      taken += 1
      guard taken >= max(1, read.window / 2) else { return 0 }
      defer { taken = 0 }
      return taken
    }
    guard credit > 0 else { return }
    core.shared.loop.post { core.grant(credit, to: read) }
  }
}
