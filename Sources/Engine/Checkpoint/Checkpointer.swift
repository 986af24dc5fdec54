internal import CSystem
internal import Dispatch
internal import LMDB
internal import Synchronization

/// Makes a checkpoint every so many bytes of journal, on a thread of its own that yields to the others.
final class Checkpointer: Sendable {
  private struct State {
    /// Bytes of journal since the last checkpoint.
    var bytes = 0
    var isStopping = false
    var latest: (sequence: UInt64, at: Int64)?
    var failure: String?
  }

  private let state: Mutex<State>
  private let wanted = DispatchSemaphore(value: 0)
  private let byteInterval: Int
  private let bytesPerSecond: Int

  /// - Parameters:
  ///   - byteInterval: bytes of journal between two checkpoints.
  ///   - bytesPerSecond: how fast a copy is written, at most.
  ///   - latest: the checkpoint that there is.
  init(byteInterval: Int, bytesPerSecond: Int, latest: Checkpoint?) {
    self.byteInterval = byteInterval
    self.bytesPerSecond = bytesPerSecond
    state = Mutex(State(latest: latest.map { ($0.sequence, 0) }))
  }

  /// Counts a batch that the journal has grown by.
  func count(_ bytes: Int) {
    let isDue = state.withLock { state in
      state.bytes += bytes
      return state.bytes >= byteInterval
    }
    if isDue { wanted.signal() }
  }

  /// The last checkpoint's sequence and time, bytes of journal since, and why the last try failed.
  var figures: (latest: (sequence: UInt64, at: Int64)?, bytesSince: Int, failure: String?) {
    state.withLock { ($0.latest, $0.bytes, $0.failure) }
  }

  /// Ends ``run(_:in:)`` after the checkpoint that is being made.
  func stop() {
    state.withLock { $0.isStopping = true }
    wanted.signal()
  }

  /// Makes checkpoints until ``stop()``; calls `after` when one is made.
  func run(_ environment: Environment, in folder: String, after: () -> Void = {}) {
    holdfast_lower_priority()
    while true {
      wanted.wait()
      let (isDue, isStopping) = state.withLock { ($0.bytes >= byteInterval, $0.isStopping) }
      if isStopping { return }
      if isDue, make(environment, folder) { after() }
    }
  }

  private func make(_ environment: Environment, _ folder: String) -> Bool {
    let before = state.withLock { $0.bytes }
    do throws(EngineError) {
      let checkpoint = try Checkpoint.make(of: environment, in: folder, bytesPerSecond: bytesPerSecond)
      try Checkpoint.prune(in: folder, keeping: 2)
      state.withLock { state in
        state.bytes -= before
        state.latest = (checkpoint.sequence, OrderClock.Reading.now().wall)
        state.failure = nil
      }
      return true
    } catch {
      // The journal has everything: only the way back after a crash of the machine stays longer. Tried again an interval on.
      state.withLock { state in
        state.bytes = 0
        state.failure = error.description
      }
      return false
    }
  }
}
