internal import CSystem
internal import Dispatch
internal import LMDB
internal import Synchronization

/// Makes a checkpoint every so many bytes of journal, on a thread of its own that yields to the others.
final class Checkpointer: Sendable {
  private struct State {
    /// Bytes of journal since the last checkpoint.
    var bytes = 0
    /// The number of bytes at which the next is made: an interval, or one more than at the last failure.
    var due = 0
    var isStopping = false
    var latest: (sequence: UInt64, at: Int64)?
    var failure: String?
  }

  private let state: Mutex<State>
  private let wanted = DispatchSemaphore(value: 0)
  private let byteInterval: Int
  private let bytesPerSecond: Int
  private let report: @Sendable (EngineEvent) -> Void

  /// - Parameters:
  ///   - byteInterval: bytes of journal between two checkpoints.
  ///   - bytesPerSecond: how fast a copy is written, at most.
  ///   - latest: the checkpoint that there is.
  ///   - bytesSince: bytes of journal since then.
  ///   - report: told when checkpoints begin to fail, and when one was made after that.
  init(
    byteInterval: Int, bytesPerSecond: Int, latest: Checkpoint?, bytesSince: Int = 0,
    report: @escaping @Sendable (EngineEvent) -> Void = { _ in }
  ) {
    self.report = report
    self.byteInterval = byteInterval
    self.bytesPerSecond = bytesPerSecond
    state = Mutex(State(bytes: bytesSince, latest: latest.map { ($0.sequence, 0) }))
    if bytesSince >= byteInterval { wanted.signal() }
  }

  /// Counts a batch that the journal has grown by.
  func count(_ bytes: Int) {
    let isDue = state.withLock { state in
      state.bytes += bytes
      return state.bytes >= max(byteInterval, state.due)
    }
    if isDue { wanted.signal() }
  }

  /// The last checkpoint's sequence and time, bytes of journal since, and why the last try failed.
  var figures: (latest: (sequence: UInt64, at: Int64)?, bytesSince: Int, failure: String?) {
    state.withLock { ($0.latest, $0.bytes, $0.failure) }
  }

  /// Ends ``run(_:in:)``; a checkpoint that is being made is given up.
  func stop() {
    state.withLock { $0.isStopping = true }
    wanted.signal()
  }

  /// Makes checkpoints until ``stop()``; calls `after` when one is made.
  func run(_ environment: Environment, in folder: String, after: () -> Void = {}) {
    holdfast_lower_priority()
    while true {
      wanted.wait()
      let (isDue, isStopping) = state.withLock { ($0.bytes >= max(byteInterval, $0.due), $0.isStopping) }
      if isStopping { return }
      if isDue, make(environment, folder) { after() }
    }
  }

  private func make(_ environment: Environment, _ folder: String) -> Bool {
    let before = state.withLock { $0.bytes }
    do throws(EngineError) {
      let made = try Checkpoint.make(of: environment, in: folder, bytesPerSecond: bytesPerSecond) {
        state.withLock { $0.isStopping }
      }
      guard let checkpoint = made else { return false }
      try Checkpoint.prune(in: folder, keeping: 2)
      let hadFailed = state.withLock { state in
        defer { state.failure = nil }
        state.bytes -= before
        state.due = 0
        state.latest = (checkpoint.sequence, OrderClock.Reading.now().wall)
        return state.failure != nil
      }
      if hadFailed { report(.checkpointMade(sequence: checkpoint.sequence)) }
      return true
    } catch {
      // The journal has everything: only the way back after a crash of the machine stays longer. Tried again an interval on.
      let text = error.description
      let isNews = state.withLock { state in
        defer { state.failure = text }
        state.due = state.bytes + byteInterval
        return state.failure != text
      }
      if isNews { report(.checkpointFailed(text)) }
      return false
    }
  }
}
