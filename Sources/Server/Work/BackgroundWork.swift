internal import Engine
internal import EventLoop
internal import Glibc
internal import Messages
internal import Services

/// What is done for all connections by threads that are not network threads.
final class BackgroundWork: Sendable {
  /// Does operations.
  let operations: ServerOperations
  /// The operations' thread: one, because operations are rare, and some exclude each other.
  let operationThread: WorkerPool

  /// The streams' threads.
  let streams: StreamThreads

  /// Operations that may wait for their thread.
  static let operationQueueLimit = 16

  /// Starts the threads.
  init(
    _ configuration: ServerConfiguration, _ engine: Engine, _ operations: ServerOperations
  ) throws(SystemError) {
    guard
      let operationThread = WorkerPool(
        name: "operations", count: 1, arenaCapacity: configuration.arenaCapacity)
    else { throw .makingLoop(errno: EAGAIN) }
    do throws(SystemError) {
      streams = try StreamThreads(configuration, StreamService(engine))
    } catch {
      operationThread.stop()
      throw error
    }
    self.operations = operations
    self.operationThread = operationThread
  }

  /// Does what was begun, and ends the threads. Blocks until that is done.
  func stop() {
    operationThread.stop()
    streams.stop()
  }
}
