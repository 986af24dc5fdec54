internal import Engine
internal import EventLoop
internal import Glibc
internal import Messages
internal import Services
internal import TLS
internal import Transport

/// One network thread: its loop, its listener, its connections, and what it answers queries with.
///
/// `@unchecked Sendable`, because it is confined to its loop's thread, or to the one that makes it until the loop is started. Other threads
/// only pass it on, to work that they post to the loop.
final class NetworkThread: @unchecked Sendable {
  let loop: EventLoop
  let group: ConnectionGroup
  let engine: Engine
  let queries: QueryService
  let arena: MessageArena
  let service: ServiceRules
  let commandLetters = Mailbox<CommandLetter>()
  let operationLetters = Mailbox<OperationLetter>()
  let streamLetters = Mailbox<StreamWork>()
  let work: BackgroundWork
  private(set) var wakeUp: WakeUp?
  var log: ConnectionLog

  private var context: TLSContext
  private var listener: Listener?
  private var connections: [UInt64: ClientConnection] = [:]
  private var nextConnection: UInt64 = 1
  private var arrivedCommands: [CommandLetter] = []
  private var arrivedOperations: [OperationLetter] = []
  private var arrivedStreams: [StreamWork] = []
  private var crowded: [ClientConnection] = []
  private var drain: Drain?

  /// What is needed once the server stops.
  private struct Drain {
    /// On the loop's clock, nanoseconds.
    var deadline: UInt64
    let reason: String
    let completion: @Sendable () -> Void
    var isDone = false
  }

  init(
    _ loop: EventLoop, _ engine: Engine, _ queries: QueryService, _ service: ServiceRules, _ work: BackgroundWork,
    _ context: TLSContext, _ log: ConnectionLog
  ) {
    self.loop = loop
    self.engine = engine
    self.queries = queries
    self.service = service
    self.work = work
    self.context = context
    self.log = log
    group = ConnectionGroup(loop, inputBudget: service.inputBudget)
    arena = MessageArena(capacity: service.arenaCapacity)
    wakeUp = WakeUp(loop) { [weak self] in self?.deliverLetters() }
    // An idle thread must not pin pages of the state.
    loop.onRoundEnd { [queries] in queries.endRound() }
    loop.onRoundEnd { [weak self] in self?.pumpCrowded() }
  }

  /// Listens; returns where.
  func listen(_ options: Listener.Options) throws(SystemError) -> SocketAddress {
    let listener = try Listener(loop, options) { [weak self] descriptor, peer in self?.accept(descriptor, peer) }
    self.listener = listener
    return listener.address
  }

  /// Uses `context` for new connections.
  func use(_ context: TLSContext) { self.context = context }

  private func accept(_ descriptor: consuming Descriptor, _ peer: SocketAddress) {
    let refusal: CallFailure?
    switch service.admission.enter(peer.host) {
    case .admitted: refusal = nil
    case .refused(let failure): refusal = failure
    case .dropped:
      log.refused(peer, because: "over a limit, and too many are being told so")
      return
    }
    let connection = ClientConnection(self, number: nextConnection, peer: peer, refusal: refusal)
    nextConnection += 1
    do throws(ConnectionError) {
      try connection.begin(descriptor, context)
      connections[connection.number] = connection
    } catch {
      service.admission.leave(peer.host, wasRefused: refusal != nil)
      log.refused(peer, because: "\(error)")
    }
  }

  /// Forgets a connection that is over.
  func remove(_ connection: ClientConnection) {
    guard connections.removeValue(forKey: connection.number) != nil else { return }
    service.admission.leave(connection.peer.host, wasRefused: connection.isRefused)
    if drain != nil, connections.isEmpty { finishDrain() }
  }

  /// How many bytes of answers wait for clients to read them.
  var waitingOutputBytes: Int {
    connections.values.reduce(0) { $0 + ($1.connection?.waitingOutputBytes ?? 0) }
  }

  /// Gives what other threads have for connections to these.
  func deliverLetters() {
    commandLetters.take(into: &arrivedCommands)
    for letter in arrivedCommands { connections[letter.connection]?.deliver(letter) }
    arrivedCommands.removeAll(keepingCapacity: true)
    operationLetters.take(into: &arrivedOperations)
    for letter in arrivedOperations { connections[letter.connection]?.deliver(letter) }
    arrivedOperations.removeAll(keepingCapacity: true)
    streamLetters.take(into: &arrivedStreams)
    for stream in arrivedStreams where connections[stream.connection]?.deliver(stream) != true {
      work.streams.close(stream)
    }
    arrivedStreams.removeAll(keepingCapacity: true)
  }

  /// Has a connection's streams looked at again at the end of the round, when its output was sent as far as the socket had room.
  func rememberCrowded(_ connection: ClientConnection) {
    guard !connection.isRemembered else { return }
    connection.isRemembered = true
    crowded.append(connection)
  }

  private func pumpCrowded() {
    guard !crowded.isEmpty else { return }
    let connections = crowded
    crowded = []
    for connection in connections {
      connection.isRemembered = false
      connection.pumpStreams()
    }
  }

  // MARK: The end

  /// Stops listening, tells every connection that the server is going away, lets calls in flight finish for up to `nanoseconds`, and closes.
  ///
  /// `completion` is called once, when there is no connection left.
  func drain(nanoseconds: UInt64, reason: String, completion: @escaping @Sendable () -> Void) {
    guard drain == nil else { return }
    listener?.close()
    let (deadline, overflow) = loop.now.addingReportingOverflow(nanoseconds)
    drain = Drain(deadline: overflow ? .max : deadline, reason: reason, completion: completion)
    for connection in Array(connections.values) { connection.goAway(reason) }
    loop.schedule(after: Self.drainStepNanoseconds) { [weak self] in self?.drainStep() }
    if connections.isEmpty { finishDrain() }
  }

  /// What a client sent before it heard of the end must have time to arrive: a connection is quiet, and closed, when nothing came for so long.
  private static let drainStepNanoseconds: UInt64 = 50_000_000
  /// How long past the deadline a polite end may take.
  private static let politenessNanoseconds: UInt64 = 1_000_000_000

  private func drainStep() {
    guard let drain, !drain.isDone else { return }
    let isOver = loop.now >= drain.deadline
    let isLongOver = isOver && loop.now - drain.deadline >= Self.politenessNanoseconds
    for connection in Array(connections.values) {
      if isLongOver {
        connection.closeAtOnce()
      } else {
        connection.closeIfQuiet(evenIfNot: isOver)
      }
    }
    loop.schedule(after: Self.drainStepNanoseconds) { [weak self] in self?.drainStep() }
  }

  private func finishDrain() {
    guard let drain, !drain.isDone else { return }
    self.drain?.isDone = true
    drain.completion()
  }
}
