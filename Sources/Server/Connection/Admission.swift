internal import EventLoop
internal import Messages
internal import Synchronization

/// Counts connections, in all and by address, over all network threads.
final class Admission: Sendable {
  /// What becomes of a connection that was accepted.
  enum Decision {
    /// It is served.
    case admitted
    /// It is over a limit: told so, then closed.
    case refused(CallFailure)
    /// Too many are being told already: it is closed at once.
    case dropped
  }

  private struct Counts {
    var admitted = 0
    var byHost: [SocketAddress.Host: Int] = [:]
    var beingRefused = 0
  }

  private let limit: Int
  private let addressLimit: Int
  private let counts = Mutex(Counts())

  /// Telling costs a handshake: no more than so many are told at a time.
  static let refusalLimit = 64

  init(limit: Int, addressLimit: Int) {
    self.limit = limit
    self.addressLimit = addressLimit
  }

  /// How many connections are served.
  var admittedCount: Int { counts.withLock { $0.admitted } }

  /// Counts a connection from `host`. Each but a dropped one is given back with ``leave(_:wasRefused:)``.
  func enter(_ host: SocketAddress.Host) -> Decision {
    counts.withLock { counts in
      let fromHost = counts.byHost[host, default: 0]
      let failure: CallFailure
      if counts.admitted >= limit {
        failure = .resourceExhausted("\(limit) connections are open, which is the limit: try again", retryAfterMs: 1000)
      } else if fromHost >= addressLimit {
        failure = .resourceExhausted(
          "\(addressLimit) connections from \(host) are open, which is the limit for one address", retryAfterMs: 1000)
      } else {
        counts.admitted += 1
        counts.byHost[host] = fromHost + 1
        return .admitted
      }
      guard counts.beingRefused < Self.refusalLimit else { return .dropped }
      counts.beingRefused += 1
      return .refused(failure)
    }
  }

  /// Counts the end of a connection.
  func leave(_ host: SocketAddress.Host, wasRefused: Bool) {
    counts.withLock { counts in
      if wasRefused {
        counts.beingRefused -= 1
        return
      }
      counts.admitted -= 1
      let left = counts.byHost[host, default: 1] - 1
      counts.byHost[host] = left > 0 ? left : nil
    }
  }
}
