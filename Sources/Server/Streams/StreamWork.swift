internal import CSystem
internal import Messages
internal import Services
internal import Synchronization
internal import Wire

/// A stream as the threads see it that pull its replies, a slice at a time.
///
/// `@unchecked Sendable`, because one thread uses it at a time: a stream thread from when a slice is asked for until it has put the stream in its
/// network thread's mailbox, and the network thread from when it takes it out. The locks of queue and mailbox make one's writes seen by the other.
final class StreamWork: @unchecked Sendable {
  /// How it ended.
  enum Ending {
    /// All replies were given.
    case finished
    /// It cannot go on.
    case failed(CallFailure)
  }

  /// Where its replies go.
  let connection: UInt64
  let callID: UInt64
  let method: Messages.Method
  private let counts: StreamCounts
  private var request: [UInt8]
  private var source: (any ReplySource)?
  private var isClosed = false
  private let isUnwanted = Atomic(false)

  /// The frames of the last slice.
  var output = OutputBuffer()
  /// How many replies these are.
  private(set) var replyCount = 0
  /// The sequence that they carry.
  private(set) var sequence: UInt64 = 0
  /// Whether it holds a snapshot.
  private(set) var holdsSnapshot = false
  /// How it ended; nil while it has not.
  private(set) var ending: Ending?

  /// A stream that was counted, and is not opened yet.
  init(
    connection: UInt64, callID: UInt64, method: Messages.Method, request: [UInt8], counts: StreamCounts
  ) {
    self.connection = connection
    self.callID = callID
    self.method = method
    self.request = request
    self.counts = counts
  }

  /// How long a slice may take, in nanoseconds, before other streams have their turn.
  static let sliceNanoseconds: UInt64 = 10_000_000
  /// A slice of so many bytes is complete; the last reply may go beyond.
  static let sliceBytes = 128 << 10

  /// Pulls up to `limit` replies, and opens the stream for the first. On a stream thread.
  func pull(_ limit: UInt64, from service: StreamService, in arena: MessageArena) {
    replyCount = 0
    do throws(CallFailure) {
      let source = try opened(service, arena)
      let end = holdfast_monotonic_nanoseconds() + Self.sliceNanoseconds
      while replyCount < limit, output.count < Self.sliceBytes, !isUnwanted.load(ordering: .relaxed) {
        arena.reset()
        guard let message = try source.next(in: arena) else {
          close(.finished)
          return
        }
        try append(message)
        if source.isExhausted {
          close(.finished)
          return
        }
        if holdfast_monotonic_nanoseconds() >= end { return }
      }
    } catch {
      close(.failed(error))
    }
  }

  private func opened(_ service: StreamService, _ arena: MessageArena) throws(CallFailure) -> any ReplySource {
    if let source { return source }
    let opened: Result<any ReplySource, CallFailure> = unsafe request.withUnsafeBytes { bytes in
      Result { () throws(CallFailure) in
        try unsafe StreamDispatch.open(method, request: bytes, with: service, in: arena)
      }
    }
    let source = try opened.get()
    self.source = source
    request = []
    sequence = source.sequence
    if source.holdsSnapshot {
      holdsSnapshot = true
      counts.snapshotOpened()
    }
    return source
  }

  private func append(_ message: PreparedMessage) throws(CallFailure) {
    guard message.size <= WireLimits.maximumMessageBytes else {
      throw .internal("a reply of the stream has \(message.size) bytes, which is too large to be sent")
    }
    unsafe ReplyFrame.write(
      callID: callID, sequence: sequence, more: true, responseSize: message.size, into: &output,
      pack: { unsafe message.pack(to: $0) })
    replyCount += 1
  }

  private func close(_ ending: Ending) {
    self.ending = ending
    close()
  }

  /// Nobody waits for it any more: a slice that is being pulled need not be completed. By its network thread, at any time.
  func giveUp() { isUnwanted.store(true, ordering: .relaxed) }

  /// Lets go of what it reads from, snapshot and all; once. Not on a network thread, where that can be helped: it may take its time.
  func close() {
    guard !isClosed else { return }
    isClosed = true
    source = nil
    if holdsSnapshot { counts.snapshotClosed() }
    counts.leave()
  }
}
