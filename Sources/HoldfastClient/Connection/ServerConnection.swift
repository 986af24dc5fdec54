internal import EventLoop
internal import Messages
internal import TLS
internal import Transport
internal import Wire

/// One connection to the server, from the first attempt to its end.
final class ServerConnection: FramedConnectionOwner {
  let address: SocketAddress
  /// How many calls it owes an answer.
  var callCount = 0
  /// Whether new calls go elsewhere.
  var isRetiring = false
  /// Why the client gives it up, for the calls that it fails.
  var abandonReason: String?
  /// What the server said of the connection as a whole, if it refused it.
  var refusal: Status?
  /// Whether it got as far as an open connection.
  private(set) var wasOpen = false
  /// Whether a frame ever arrived.
  private(set) var hasAnswered = false
  /// Since when the server owes an answer without a word, by the loop's clock; nil when it does not.
  var silentSince: UInt64?

  /// An idle limit below this would keep the thread busy with looking.
  private static let leastIdleNanoseconds: UInt64 = 1_000_000

  private let core: ClientCore
  private var idleTimer: TimerToken?
  /// When something was last written or read, by the loop's clock.
  private var usedAt: UInt64 = 0
  private var connection: FramedConnection?

  /// Begins to connect.
  init(_ core: ClientCore, _ address: SocketAddress, _ context: TLSContext) throws(ConnectionError) {
    self.core = core
    self.address = address
    let descriptor: Descriptor
    do throws(SystemError) { descriptor = try Socket.connect(to: address) } catch { throw .system(error) }
    connection = try FramedConnection(
      core.shared.group, descriptor, context,
      .client(serverName: core.configuration.serverName ?? core.configuration.host), core.limits, owner: self)
  }

  var isOpen: Bool { connection?.isOpen ?? false }

  /// Whether the output holds as much as it should: the rest waits where it can still be taken back.
  var isCrowded: Bool { (connection?.waitingOutputBytes ?? 0) >= ClientCore.crowdedBytes }

  func write(_ body: (inout OutputBuffer) -> Void) {
    usedAt = core.now
    connection?.withOutput(body)
  }

  /// Ends it once everything is sent.
  func closeAfterFlush() { connection?.closeAfterFlush() }

  /// Ends it at once.
  func close() { connection?.close() }

  func connectionDidOpen(_ connection: FramedConnection) {
    wasOpen = true
    usedAt = core.now
    watchForIdleness()
    core.didOpen(self)
  }

  func connection(_ connection: FramedConnection, received frame: UnsafeRawBufferPointer) {
    hasAnswered = true
    if callCount > 0 { usedAt = core.now }
    defer { silentSince = callCount > 0 ? core.now : nil }
    do throws(WireError) {
      let reply = unsafe try ReplyHeader(frame)
      core.received(reply, on: self)
    } catch {
      core.abandon(self, "the server does not speak the protocol: \(error)")
    }
  }

  func connection(_ connection: FramedConnection, refusedFrameOf length: UInt32) {
    abandonReason = "the server sent an answer of \(length) bytes; at most \(core.limits.maximumFrameBytes) are taken"
  }

  /// Retires the connection once it is of no use. Not left to the transport, for which a call that takes its time is idle as well.
  private func watchForIdleness() {
    let limit = max(Self.leastIdleNanoseconds, core.configuration.idleTimeout.wholeNanoseconds)
    let unused = callCount == 0 ? core.now - usedAt : 0
    guard unused < limit else {
      core.retire(self)
      return
    }
    // Cancelled when the connection closes, and held by it until then.
    idleTimer = core.shared.loop.schedule(after: limit - unused) { [unowned self] in
      idleTimer = nil
      if isOpen { watchForIdleness() }
    }
  }

  func connectionDidClose(_ connection: FramedConnection, _ reason: CloseReason) {
    self.connection = nil
    if let idleTimer { core.shared.loop.cancel(idleTimer) }
    core.didClose(self, reason)
  }
}
