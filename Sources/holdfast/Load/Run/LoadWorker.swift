internal import EventLoop
internal import Glibc
internal import Histogram
internal import Messages
internal import Synchronization
internal import TLS
internal import Transport

/// One thread of load: an event loop with its share of the connections and of the calls.
///
/// What it has counted goes to the thread that directs the run in a ``Mutex``, once a second.
@safe
final class LoadWorker: @unchecked Sendable {
  // Unchecked: everything but `exchange` is touched on the loop's thread only, once it is started.

  /// What the directing thread may look at.
  struct Exchange: Sendable {
    /// Connections that were opened, until the run began.
    var opened = 0
    /// Why this thread cannot go on, for people.
    var failure: String?
    /// Connections that were lost while the run went on.
    var lostConnections = 0
    /// Whether there is nothing in flight and nothing left to do.
    var isDrained = false
    /// What was counted, oldest first.
    var published: [Published] = []
    /// Tallies to be used again.
    var spare: [Tally] = []
  }

  /// What was counted until some instant since the one before.
  struct Published: Sendable {
    /// The instant, in nanoseconds of the monotonic clock.
    var time: UInt64
    /// Processor time that the thread has used since it began, without waiting for the next call to be due.
    var busyNanoseconds: UInt64
    /// The count.
    var tally: Tally
  }

  let plan: LoadPlan
  let frames: LoadFrames
  let arena = MessageArena(capacity: 1 << 20)
  let exchange = Mutex(Exchange())
  let isClosedLoop: Bool

  private let number: Int
  private let target: LoadTarget
  private let loop: EventLoop
  private let keys: KeyChooser
  private var group: ConnectionGroup?
  private var connections: [LoadConnection] = []
  private var handshakes: [HandshakeCaller] = []
  /// Behind a pointer, because each change of a stored property by a function of its own would be tracked while the
  /// program runs.
  private let tally: UnsafeMutablePointer<Tally>
  private var random: RandomSource
  private var pacer: Pacer?
  private var serial: UInt64
  private var remaining: UInt64
  private var busy = 0
  private var nextToOpen = 0
  private var nextToCall = 0
  private var failures = 0
  private var measureFrom = UInt64.max
  private var stopAt: UInt64 = 0
  private var isRunning = false
  private var isDrained = false

  /// The most connections that shake hands at a time before the run.
  private static let openingAtOnce = 32
  /// How long it takes until a lost connection is made again.
  private static let reconnectNanoseconds: UInt64 = 100_000_000
  /// So many attempts in a row without a connection end the run.
  private static let mostFailures = 100

  /// The thread with this number, not started.
  init(_ plan: LoadPlan, _ frames: LoadFrames, _ target: LoadTarget, number: Int) throws(SystemError) {
    self.plan = plan
    self.frames = frames
    self.target = target
    self.number = number
    isClosedLoop = plan.arrivals == .closedLoop
    loop = try EventLoop(name: "load-\(number)")
    keys = KeyChooser(plan.keys, count: UInt64(plan.dataset.products))
    unsafe tally = .allocate(capacity: 1)
    unsafe tally.initialize(to: Tally(plan.scenario.operations))
    random = RandomSource(seed: plan.seed &+ UInt64(number) &* 0x1000_0000_01B3)
    // Threads draw from ranges of their own.
    serial = UInt64(number) << 40
    remaining =
      plan.count.map { $0 / UInt64(plan.threads) + (UInt64(number) < $0 % UInt64(plan.threads) ? 1 : 0) } ?? .max
  }

  deinit {
    unsafe tally.deinitialize(count: 1)
    unsafe tally.deallocate()
  }

  /// Connections that this thread is to have.
  var connectionCount: Int { plan.share(of: plan.connections, thread: number) }

  /// Starts the thread, which begins to connect.
  func start() throws(SystemError) {
    try loop.start(cpu: number < plan.processors.count ? plan.processors[number] : nil)
    loop.post { [self] in prepare() }
  }

  /// Begins the run at an instant of the monotonic clock, from any thread.
  func begin(at start: UInt64) {
    loop.post { [self] in run(from: start) }
  }

  /// Has what was counted since the last time put into the exchange, from any thread.
  func publish() {
    loop.post { [self] in
      let used = threadNanoseconds()
      let busy = used - min(used, pacer?.idleNanoseconds ?? 0)
      let now = MonotonicClock.nanoseconds
      exchange.withLock { exchange in
        var taken = exchange.spare.popLast() ?? Tally(plan.scenario.operations)
        unsafe swap(&taken, &tally.pointee)
        exchange.published.append(Published(time: now, busyNanoseconds: busy, tally: taken))
      }
    }
  }

  /// Makes no new calls from now on, from any thread.
  func stopCalling() {
    loop.post { [self] in
      stopAt = min(stopAt, loop.now)
      remaining = 0
    }
  }

  /// Has the thread look again whether there is anything left to do, from any thread.
  func nudge() {
    loop.post {}
  }

  /// Counts what is still in flight as unanswered, closes everything, and waits for the thread's end; what was counted
  /// last is then in the exchange.
  func finish() {
    loop.post { [self] in abandon() }
    publish()
    loop.post { [self] in loop.stop() }
    loop.join()
  }

  // MARK: What connections ask and tell

  /// Begins a connection to the server.
  func dial(_ owner: any FramedConnectionOwner) throws -> FramedConnection {
    guard let group else { throw ConnectionError.system(.makingLoop(errno: EINVAL)) }
    let limits = ConnectionLimits(highWaterBytes: 8 << 20, idleNanoseconds: 0)
    let descriptor = try Socket.connect(to: target.address)
    return try FramedConnection(
      group, descriptor, target.context, .client(serverName: target.host), limits, owner: owner)
  }

  /// Whether a closed loop makes another call now; counts it.
  @inline(__always)
  func takeCall(_ now: UInt64) -> Bool {
    guard isRunning, now < stopAt, remaining > 0 else { return false }
    if now >= measureFrom { remaining &-= 1 }
    return true
  }

  /// What the next call does.
  @inline(__always)
  func nextOperation() -> Operation {
    switch plan.scenario {
    case .read: .read
    case .reserve, .flash: .reserve
    case .mixed: random.below(100) < plan.readPercent ? .read : .reserve
    case .checkout: .hold
    case .connect: .handshake
    }
  }

  /// What the next call is about.
  @inline(__always)
  func nextSubject() -> Subject {
    serial &+= 1
    if plan.scenario == .flash { return Subject(product: 0, warehouse: 0, serial: serial) }
    return Subject(
      product: UInt32(truncatingIfNeeded: keys.choose(&random)),
      warehouse: UInt32(truncatingIfNeeded: random.below(UInt64(plan.dataset.warehouses))), serial: serial)
  }

  /// Counts a call that was written at `now`.
  @inline(__always)
  func didSend(intended: UInt64, now: UInt64) {
    busy &+= 1
    guard intended >= measureFrom else { return }
    unsafe tally.pointee.offered &+= 1
    if !isClosedLoop { unsafe tally.pointee.lags.record(now &- intended) }
  }

  /// Counts a further step of a checkout.
  func continued() { unsafe tally.pointee.offered &+= 1 }

  /// Counts an answer that was read at `now`.
  @inline(__always)
  func answered(_ call: CallSlot, _ outcome: Outcome, _ now: UInt64) {
    unsafe tally.pointee.answered(
      call.operation, outcome, nanoseconds: now &- call.intended, isMeasured: call.intended >= measureFrom)
  }

  /// Counts that a slot is free again.
  func released() { busy &-= 1 }

  /// Counts a call that has no answer.
  func ended(_ call: CallSlot, _ outcome: Outcome) {
    busy &-= 1
    unsafe tally.pointee.ended(call.operation, outcome, isMeasured: call.intended >= measureFrom)
  }

  /// An answer came to a question that nobody asked, or one that is none.
  func receivedStrayReply() { unsafe tally.pointee.ended(tally.pointee.operations[0], .wrong, isMeasured: isRunning) }

  /// A connection has shaken hands.
  func connectionOpened(_ connection: LoadConnection) {
    failures = 0
    if isRunning {
      if isClosedLoop { connection.fill(loop.now) }
      return
    }
    exchange.withLock { $0.opened += 1 }
    openNext()
  }

  /// A connection could not be begun.
  func connectionFailed(_ connection: LoadConnection, _ error: any Error) {
    lost(connection, "cannot connect: \(error)", wasOpen: false)
  }

  /// A connection is over.
  func connectionClosed(_ connection: LoadConnection, _ reason: CloseReason, wasOpen: Bool) {
    lost(connection, "the connection ended: \(reason.words)", wasOpen: wasOpen)
  }

  /// An attempt to connect, shake hands and call has failed or not.
  func handshakeEnded(_ caller: HandshakeCaller, _ call: CallSlot, isFailure: Bool) {
    if isFailure { ended(call, .lost) } else { released() }
    failures = isFailure ? failures + 1 : 0
    guard isClosedLoop else {
      // Calls that were due may have waited for this one's end, which came after they were looked at.
      loop.requestRound()
      return
    }
    // A server that refuses at once would otherwise be asked again at once.
    if isFailure {
      loop.schedule(after: Self.reconnectNanoseconds / 10) { [self] in callAgain(caller) }
    } else {
      callAgain(caller)
    }
  }

  // MARK: The run

  private func prepare() {
    loop.onRoundFlush { [self] in pump() }
    let group = ConnectionGroup(loop)
    self.group = group
    loop.onRoundEnd { [self] in endRound() }
    if plan.scenario == .connect {
      handshakes = (0..<connectionCount).map { _ in HandshakeCaller(self) }
      exchange.withLock { $0.opened = connectionCount }
      return
    }
    connections = (0..<connectionCount).map { _ in LoadConnection(self, inFlight: plan.inFlight) }
    for _ in 0..<Self.openingAtOnce { openNext() }
  }

  private func openNext() {
    guard nextToOpen < connections.count else { return }
    nextToOpen += 1
    connections[nextToOpen - 1].connect()
  }

  private func run(from start: UInt64) {
    measureFrom = start + plan.leadNanoseconds
    stopAt = measureFrom + plan.durationNanoseconds
    isRunning = true
    if let rate = plan.arrivals.perSecond {
      startPacer(rate * Double(connectionCount) / Double(plan.connections), start)
    } else {
      startCalling(start)
    }
  }

  private func startPacer(_ rate: Double, _ start: UInt64) {
    var isPoisson = false
    if case .poisson = plan.arrivals { isPoisson = true }
    let schedule = ArrivalSchedule(
      ratePerSecond: rate, isPoisson: isPoisson, start: start, rampNanoseconds: plan.rampNanoseconds,
      phase: Double(number) / Double(plan.threads), seed: random.next())
    do {
      pacer = try Pacer(loop, schedule)
      loop.requestRound()
    } catch {
      fail("\(error)")
    }
  }

  /// A closed loop's connections begin one after the other over the ramp.
  private func startCalling(_ start: UInt64) {
    let count = max(connections.count, handshakes.count)
    for index in 0..<count {
      let offset = plan.rampNanoseconds / UInt64(count) * UInt64(index)
      let now = MonotonicClock.nanoseconds
      loop.schedule(after: start + offset > now ? start + offset - now : 0) { [self] in
        if plan.scenario == .connect { callAgain(handshakes[index]) } else { connections[index].fill(loop.now) }
      }
    }
  }

  private func callAgain(_ caller: HandshakeCaller) {
    let now = MonotonicClock.nanoseconds
    if takeCall(now) { caller.call(nextSubject(), intended: now, now: now) }
  }

  /// Makes the calls of an open loop that are due.
  private func pump() {
    guard let pacer else { return }
    let now = MonotonicClock.nanoseconds
    pacer.isBlocked = false
    while remaining > 0, let intended = pacer.due(now, before: stopAt) {
      guard call(intended: intended, now: now) else {
        pacer.isBlocked = true
        return
      }
      if intended >= measureFrom { remaining &-= 1 }
      pacer.advance()
    }
  }

  /// Makes a call on the next connection, round robin, that has room; false if none has.
  private func call(intended: UInt64, now: UInt64) -> Bool {
    let count = max(connections.count, handshakes.count)
    for _ in 0..<count {
      nextToCall = nextToCall + 1 < count ? nextToCall + 1 : 0
      if plan.scenario == .connect {
        guard !handshakes[nextToCall].isBusy else { continue }
        handshakes[nextToCall].call(nextSubject(), intended: intended, now: now)
      } else {
        guard connections[nextToCall].hasRoom else { continue }
        connections[nextToCall].call(intended: intended, now: now)
      }
      return true
    }
    return false
  }

  private func endRound() {
    guard isRunning else { return }
    let isOver = remaining == 0 || loop.now >= stopAt && pacer?.due(.max, before: stopAt) == nil
    if isOver {
      if busy == 0, !isDrained {
        isDrained = true
        exchange.withLock { $0.isDrained = true }
      }
    }
    pacer?.wait(
      isOver: remaining == 0, before: stopAt, activity: unsafe tally.pointee.answered &+ tally.pointee.offered)
  }

  /// Ends what is in flight, and counts what was due and never sent.
  private func abandon() {
    isRunning = false
    for connection in connections { connection.close() }
    for caller in handshakes { caller.close() }
    // They hold on to this worker.
    connections = []
    handshakes = []
    guard let pacer, remaining > 0 else { return }
    while remaining > 0, let intended = pacer.due(.max, before: stopAt) {
      unsafe tally.pointee.ended(tally.pointee.operations[0], .unsent, isMeasured: intended >= measureFrom)
      if intended >= measureFrom { unsafe tally.pointee.offered += 1 }
      remaining -= 1
      pacer.advance()
    }
  }

  private func lost(_ connection: LoadConnection, _ message: String, wasOpen: Bool) {
    guard isRunning else { return fail(message) }
    failures += 1
    if wasOpen { exchange.withLock { $0.lostConnections += 1 } }
    if failures > Self.mostFailures { return fail(message) }
    loop.schedule(after: Self.reconnectNanoseconds) { [self] in
      if isRunning { connection.connect() }
    }
  }

  private func fail(_ message: String) {
    exchange.withLock { exchange in
      if exchange.failure == nil { exchange.failure = message }
    }
  }
}

/// Processor time of the calling thread.
private func threadNanoseconds() -> UInt64 {
  var time = timespec()
  unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
