internal import Dispatch
internal import Messages
internal import Synchronization

/// What became of a command that was handed to the orderer.
package enum OrderedAnswer: Sendable {
  /// It was decided, or refused before.
  case outcome(CommandOutcome)
  /// Nobody knows: the engine stopped in the middle of its batch. Nothing is to be answered.
  case unknown
}

/// Lets whoever handed in a command take it back before it is ordered.
package final class CommandCancellation: Sendable {
  private let flag = Atomic(false)

  /// Nothing is cancelled yet.
  package init() {}

  /// Takes the command back, if it is not ordered yet.
  package func cancel() { flag.store(true, ordering: .relaxed) }

  var isCancelled: Bool { flag.load(ordering: .relaxed) }
}

/// The embedded orderer: a bounded queue, and one thread that takes everything that queued up while the last batch was on
/// its way to disk.
///
/// The queue is full: RESOURCE_EXHAUSTED at once, and reads go on.
final class Orderer: Sendable {
  /// A command that waits.
  fileprivate struct Waiting: Sendable {
    var command: Command
    /// On the monotonic clock, microseconds; `Int64.max` = none.
    var deadline: Int64
    var cancellation: CommandCancellation?
    var completion: @Sendable (OrderedAnswer) -> Void

    func refuse(_ failure: CallFailure) {
      completion(.outcome(CommandOutcome(failure: failure.status)))
    }
  }

  private struct State {
    var waiting: [Waiting] = []
    /// Bytes of their requests.
    var waitingBytes = 0
    var isStopping = false
    /// Why no commands are taken; nil = they are.
    var refusing: String?
    /// So little is left of the disk that commands wait for room.
    var isDiskFull = false
  }

  private let state = Mutex(State())
  private let wallAhead = Atomic<Int64>(0)
  private let report: @Sendable (EngineEvent) -> Void
  private let arrived = DispatchSemaphore(value: 0)
  /// So many commands, and so many bytes of their requests, at most.
  struct Limit: Sendable {
    var commands: Int
    var bytes: Int
  }

  private let queueLimit: Limit
  private let batchLimit: Limit
  private let diskReserve: Int

  /// An orderer whose queue holds up to `queueLimit`, of which up to `batchLimit` make a batch, and that takes no commands
  /// while less than `diskReserve` bytes of the disk are left.
  ///
  /// One command is taken however large it is: an empty queue takes it, and it makes a batch of its own.
  /// - Parameter report: told when the wall clock begins to differ by more than a minute from the stamps, and when it ends.
  init(
    queueLimit: Limit, batchLimit: Limit, diskReserve: Int,
    report: @escaping @Sendable (EngineEvent) -> Void = { _ in }
  ) {
    self.report = report
    self.queueLimit = queueLimit
    self.batchLimit = batchLimit
    self.diskReserve = diskReserve
  }

  /// Commands that wait, and bytes of their requests.
  var queued: (commands: Int, bytes: Int) { state.withLock { ($0.waiting.count, $0.waitingBytes) } }

  /// How far the wall clock is ahead of the stamps, microseconds, as of the last second.
  var clockAhead: Int64 { wallAhead.load(ordering: .relaxed) }

  /// Compares the clocks; returns whether they differ by more than is to be reported.
  func watchClock(_ ahead: Int64, differed: Bool) -> Bool {
    wallAhead.store(ahead, ordering: .relaxed)
    // It ends at half of it, so that it is not said again and again at the edge.
    let limit = Int64(OrderClock.reportedDifference).magnitude
    let differs = ahead.magnitude > (differed ? limit / 2 : limit)
    if differs != differed { report(differs ? .clockDiffers(micros: ahead) : .clockAgrees(micros: ahead)) }
    return differs
  }

  /// Why commands are not taken; nil if they are.
  var refusing: String? { state.withLock { $0.refusing ?? ($0.isDiskFull ? diskText : nil) } }

  private var diskText: String { "less than \(diskReserve >> 20) MiB of the disk are left" }

  /// Stops commands before the disk is full, and takes them again when there is room.
  private func watchDisk(_ writer: Writer) {
    guard let bytes = writer.availableBytes else { return }
    state.withLock { $0.isDiskFull = bytes < diskReserve }
  }

  /// Takes no more commands, and says why.
  func refuse(because reason: String) { state.withLock { $0.refusing = $0.refusing ?? reason } }

  /// Hands in a command; `completion` is called once, on the writing thread, unless this throws.
  ///
  /// - Throws: RESOURCE_EXHAUSTED if the queue is full, UNAVAILABLE if no commands are taken.
  func submit(
    _ command: Command, deadline: Int64, cancellation: CommandCancellation?,
    completion: @escaping @Sendable (OrderedAnswer) -> Void
  ) throws(CallFailure) {
    let waiting = Waiting(command: command, deadline: deadline, cancellation: cancellation, completion: completion)
    let refusal = state.withLock { state -> CallFailure? in
      if let reason = state.refusing { return .unavailable("no commands are taken: \(reason)") }
      if state.isDiskFull {
        return .resourceExhausted("no commands are taken: \(diskText)", retryAfterMs: 1000)
      }
      if state.isStopping {
        return .unavailable("the server is stopping: try another or try again", retryAfterMs: 1000)
      }
      if state.waiting.count >= queueLimit.commands {
        return .resourceExhausted("\(queueLimit.commands) commands wait already: try again", retryAfterMs: 50)
      }
      if !state.waiting.isEmpty, command.byteCount > queueLimit.bytes - state.waitingBytes {
        return .resourceExhausted(
          "commands of \(state.waitingBytes) bytes wait already, and \(queueLimit.bytes) may: try again",
          retryAfterMs: 50)
      }
      state.waiting.append(waiting)
      state.waitingBytes += command.byteCount
      if state.waiting.count == 1 { arrived.signal() }
      return nil
    }
    if let refusal { throw refusal }
  }

  /// Takes no more commands; those that wait are still taken.
  func stop() {
    state.withLock { $0.isStopping = true }
    arrived.signal()
  }

  /// Orders batches until ``stop()`` is called or the writer fails. On the writing thread.
  ///
  /// - Parameters:
  ///   - clock: gives the stamps.
  ///   - idle: something to do while no command waits; returns whether there is more of it.
  func run(_ writer: Writer, clock: inout OrderClock, idle: () -> Bool) {
    var hasIdleWork = true
    var nextLook = Int64.min
    var differs = false
    while true {
      let seconds = OrderClock.Reading.now().monotonic / 1_000_000
      if seconds >= nextLook {
        watchDisk(writer)
      }
      let stamp = clock.next(.now())
      if seconds >= nextLook {
        differs = watchClock(clock.wallAhead, differed: differs)
        nextLook = seconds + 1
      }
      // While commands wait for the operator or for room, nothing is released either.
      let isSweepDue = writer.nextExpiry <= stamp && state.withLock { $0.refusing == nil && !$0.isDiskFull }
      if !hasIdleWork, !isSweepDue {
        // Wakes for the next hold that is due, and once a second so that the stamps follow the clock.
        let untilExpiry = writer.nextExpiry.subtractingReportingOverflow(stamp).partialValue
        let wait = untilExpiry <= 0 ? 1_000_000 : min(1_000_000, max(1000, untilExpiry))
        _ = arrived.wait(timeout: .now() + .microseconds(Int(wait)))
      }
      let (taken, isStopping) = take()
      if !taken.isEmpty || isSweepDue && !isStopping {
        guard order(taken, writer, time: clock.next(.now()), sweepLimit: isSweepDue ? 1000 : 0) else { return }
      } else if isStopping {
        return
      }
      if hasIdleWork { hasIdleWork = idle() }
    }
  }

  private func take() -> (taken: [Waiting], isStopping: Bool) {
    state.withLock { state in
      var taken: [Waiting] = []
      if state.waiting.count <= batchLimit.commands, state.waitingBytes <= batchLimit.bytes {
        swap(&taken, &state.waiting)
        state.waiting.reserveCapacity(taken.count)
        state.waitingBytes = 0
      } else {
        var bytes = 0
        var count = 0
        while count < min(state.waiting.count, batchLimit.commands),
          count == 0 || state.waiting[count].command.byteCount <= batchLimit.bytes - bytes
        {
          bytes += state.waiting[count].command.byteCount
          count += 1
        }
        taken = Array(state.waiting[..<count])
        state.waiting.removeFirst(count)
        state.waitingBytes -= bytes
        // What is left will not announce itself again.
        arrived.signal()
      }
      return (taken, state.isStopping)
    }
  }

  /// Orders one batch and answers it. Returns false if that was the end.
  private func order(_ taken: [Waiting], _ writer: Writer, time: Int64, sweepLimit: Int) -> Bool {
    let now = OrderClock.Reading.now().monotonic
    var ordered: [Waiting] = []
    ordered.reserveCapacity(taken.count)
    for waiting in taken {
      if waiting.deadline <= now {
        waiting.refuse(.deadlineExceeded("the deadline passed before the command was ordered: it was not applied"))
      } else if waiting.cancellation?.isCancelled == true {
        waiting.refuse(CallFailure(.cancelled, "cancelled before the command was ordered: it was not applied"))
      } else {
        ordered.append(waiting)
      }
    }
    do {
      let outcomes = try writer.process(Batch(ordered.map(\.command), time: time, sweepLimit: sweepLimit))
      for (waiting, outcome) in zip(ordered, outcomes) { waiting.completion(.outcome(outcome)) }
      return true
    } catch {
      let left = state.withLock { state in
        state.refusing = "\(error.description); restart the server"
        defer {
          state.waiting = []
          state.waitingBytes = 0
        }
        return state.waiting
      }
      for waiting in ordered { waiting.completion(.unknown) }
      for waiting in left { waiting.refuse(.unavailable("no commands are taken: \(error.description)")) }
      return false
    }
  }
}
