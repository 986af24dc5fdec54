internal import EventLoop
internal import Messages
internal import TLS
internal import Transport
internal import Wire

/// The client as it is on its thread: connections, and the calls that wait, are in flight or are to be tried again.
///
/// Sendable: everything is confined to the loop's thread; other threads post.
final class ClientCore: @unchecked Sendable {
  enum Life { case open, closing, closed }

  /// Past so much output on a connection, calls wait with the client.
  static let crowdedBytes = 1 << 20

  let configuration: HoldfastClient.Configuration
  let shared: ClientLoop
  let limits: ConnectionLimits
  /// How the host's name becomes addresses; called on a thread that may be blocked.
  var resolve: @Sendable (String, UInt16) throws(SystemError) -> [SocketAddress] = { host, port throws(SystemError) in
    try SocketAddress.resolve(host, port: port)
  }
  var context: TLSContext
  var life = Life.open

  /// Every call that has started and not ended, by its number.
  var calls: [UInt64: PendingCall] = [:]
  /// Those that wait for a connection or for room in its output.
  var queue = CallQueue()
  var lastCallID: UInt64 = 0

  /// Where new calls go, once it is open.
  var current: ServerConnection?
  /// All there are, with those that connect or retire.
  var connections: [ServerConnection] = []
  /// Addresses that are still to be tried, and how the others failed.
  var candidates: ArraySlice<SocketAddress> = []
  var failuresOfThisRound: [String] = []
  /// Which look-up of the host's name is the last; its answer is awaited while `isResolving`.
  var resolution = 0
  var isResolving = false
  /// Connections in a row that came to nothing, and when the next may be tried, by the loop's clock.
  var failureCount = 0
  var notBefore: UInt64 = 0
  var reconnectTimer: TimerToken?

  var closers: [CheckedContinuation<Void, Never>] = []
  var graceTimer: TimerToken?

  init(_ configuration: HoldfastClient.Configuration, _ context: TLSContext, _ shared: ClientLoop) {
    self.configuration = configuration
    self.context = context
    self.shared = shared
    // Reading must go on however much there is to send, or two full peers would wait for each other: the output never gets to the
    // high-water mark, because it grows by one frame at most once it is crowded.
    limits = ConnectionLimits(
      maximumFrameBytes: WireLimits.maximumFrameBytes,
      highWaterBytes: 2 * (Self.crowdedBytes + WireLimits.maximumFrameBytes), lowWaterBytes: Self.crowdedBytes,
      outputLimitBytes: 4 * (Self.crowdedBytes + WireLimits.maximumFrameBytes),
      handshakeNanoseconds: max(1, configuration.connectTimeout.wholeNanoseconds),
      idleNanoseconds: 0)
  }

  var now: UInt64 { shared.loop.now }

  /// Where the server is, for people.
  var serverName: String { "\(configuration.host):\(configuration.port)" }

  /// Uses another context from the next connection on, and makes that the next one used.
  func use(_ context: TLSContext) {
    self.context = context
    failureCount = 0
    notBefore = 0
    if let current { retire(current) }
  }

  /// Ends once there are no calls, or after so many nanoseconds.
  func close(grace: UInt64, _ continuation: CheckedContinuation<Void, Never>) {
    guard life != .closed else {
      continuation.resume()
      return
    }
    closers.append(continuation)
    life = .closing
    if calls.isEmpty {
      shutDown()
    } else if graceTimer == nil {
      graceTimer = shared.loop.schedule(after: grace) { [weak self] in self?.shutDown() }
    }
  }

  /// Ends now, with all calls.
  func shutDown() {
    guard life != .closed else { return }
    life = .closed
    if let reconnectTimer { shared.loop.cancel(reconnectTimer) }
    if let graceTimer { shared.loop.cancel(graceTimer) }
    for call in calls.values.sorted(by: { $0.id < $1.id }) {
      finish(call, throwing: HoldfastError(.unavailable, "the client was closed before the answer came"))
    }
    _ = queue.removeAll()
    current = nil
    for connection in connections { connection.close() }
    for closer in closers { closer.resume() }
    closers = []
  }
}
