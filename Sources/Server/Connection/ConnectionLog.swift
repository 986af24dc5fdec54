internal import EventLoop
internal import Logging
internal import TLS
internal import Transport

/// What is logged of one thread's connections. Whoever makes many of them fail does not fill the log.
struct ConnectionLog {
  private let logger: Logger
  private let loop: EventLoop
  private var lines = LineBudget()

  init(_ logger: Logger, _ loop: EventLoop) {
    self.logger = logger
    self.loop = loop
  }

  func opened(_ peer: SocketAddress, principal: String?, identity: String) {
    logger.debug(
      "connection open",
      metadata: ["peer": "\(peer)", "principal": "\(principal ?? "")", "identity": "\(identity)"])
  }

  mutating func refused(_ peer: SocketAddress, because reason: String) {
    notice("connection refused", ["peer": "\(peer)", "reason": "\(reason)"])
  }

  mutating func ended(_ peer: SocketAddress, principal: String?, because reason: String) {
    notice("connection ended", ["peer": "\(peer)", "principal": "\(principal ?? "")", "reason": "\(reason)"])
  }

  mutating func closed(_ peer: SocketAddress, principal: String?, _ reason: CloseReason) {
    switch reason {
    case .tlsFailed(let failure):
      notice("handshake failed", ["peer": "\(peer)", "kind": "\(failure.kind)", "reason": "\(failure)"])
    case .outputOverLimit:
      let metadata: Logger.Metadata = ["peer": "\(peer)", "principal": "\(principal ?? "")"]
      notice("connection closed: the client does not read its answers", metadata)
    case .handshakeTimedOut: notice("handshake timed out", ["peer": "\(peer)"])
    default:
      logger.debug(
        "connection closed",
        metadata: ["peer": "\(peer)", "principal": "\(principal ?? "")", "reason": "\(reason)"])
    }
  }

  mutating func failed(_ peer: SocketAddress, _ method: String, traceID: String, _ message: String) {
    guard let suppressed = lines.take(now: loop.now) else { return }
    var metadata: Logger.Metadata = [
      "peer": "\(peer)", "method": "\(method)", "trace_id": "\(traceID)", "reason": "\(message)",
    ]
    if suppressed > 0 { metadata["suppressed"] = "\(suppressed)" }
    logger.error("call failed", metadata: metadata)
  }

  private mutating func notice(_ message: Logger.Message, _ metadata: Logger.Metadata) {
    guard logger.logLevel <= .notice, let suppressed = lines.take(now: loop.now) else { return }
    var metadata = metadata
    if suppressed > 0 { metadata["suppressed"] = "\(suppressed)" }
    logger.notice(message, metadata: metadata)
  }
}

/// So many lines a second, and a count of those that were left out.
struct LineBudget {
  /// Lines in any one second.
  static let linesPerSecond = 10

  private var secondStart: UInt64 = 0
  private var used = 0
  private var suppressed = 0

  /// Takes one line; nil if there is none left in this second, otherwise how many were left out since the last.
  mutating func take(now nanoseconds: UInt64) -> Int? {
    if nanoseconds &- secondStart >= 1_000_000_000 {
      secondStart = nanoseconds
      used = 0
    }
    guard used < Self.linesPerSecond else {
      suppressed += 1
      return nil
    }
    used += 1
    defer { suppressed = 0 }
    return suppressed
  }
}
