internal import EventLoop
internal import Glibc
internal import Messages
internal import Services

/// The threads that pull the replies of all streams: a slice of one stream, then one of the next.
final class StreamThreads: Sendable {
  /// Counts the streams.
  let counts: StreamCounts
  private let service: StreamService
  private let pool: WorkerPool

  /// Starts the threads.
  init(_ configuration: ServerConfiguration, _ service: StreamService) throws(SystemError) {
    guard
      let pool = WorkerPool(
        name: "streams", count: configuration.streamThreads, arenaCapacity: MessageArena.defaultCapacity)
    else { throw .makingLoop(errno: EAGAIN) }
    self.pool = pool
    self.service = service
    counts = StreamCounts(limit: configuration.streamLimit)
  }

  /// Has up to `limit` replies pulled, and the stream put into `mailbox` then.
  func pull(_ work: StreamWork, _ limit: UInt64, into mailbox: Mailbox<StreamWork>, _ wakeUp: WakeUp?) {
    let isTaken = pool.add { [service] arena in
      work.pull(limit, from: service, in: arena)
      if mailbox.add(work) { wakeUp?.signal() }
    }
    // The server has stopped: nobody will ask for more.
    if !isTaken { work.close() }
  }

  /// Has a stream closed that no thread is about to pull from.
  func close(_ work: StreamWork) {
    if !pool.add({ _ in work.close() }) { work.close() }
  }

  /// Does what was begun, and ends the threads. Blocks until that is done.
  func stop() { pool.stop() }
}
