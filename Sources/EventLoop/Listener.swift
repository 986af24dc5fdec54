internal import Glibc

/// A listening TCP socket on a loop: takes connections and hands them over.
///
/// When the process runs out of descriptors, the connections that wait are closed at once (a descriptor is kept in reserve for that), and
/// the listener rests for a while: it never spins.
package final class Listener: EventSource {
  /// How and where to listen.
  package struct Options: Sendable {
    /// Where to listen; port 0 lets the system choose.
    package var address: SocketAddress
    /// How many connections may wait to be taken.
    package var backlog: Int32
    /// Whether several listeners, each on its own loop, share the port and have the kernel spread connections over them.
    package var sharesPort: Bool

    /// Loopback, a port of the system's choice, and no sharing, unless told otherwise.
    package init(address: SocketAddress = .loopback(port: 0), backlog: Int32 = 1024, sharesPort: Bool = false) {
      self.address = address
      self.backlog = backlog
      self.sharesPort = sharesPort
    }
  }

  /// Where it listens, with the port that the system chose.
  package let address: SocketAddress
  /// How many connections were closed at once for want of descriptors.
  package private(set) var shedCount = 0

  private let loop: EventLoop
  private let onAccept: (consuming Descriptor, SocketAddress) -> Void
  private var socket: Descriptor?
  private var reserve: Descriptor?
  private var registration: Registration?
  private var isPaused = false
  private var rest: TimerToken?

  static let connectionsPerRound = 64
  static let restNanoseconds: UInt64 = 100_000_000

  /// Listens at once; `onAccept` gets each connection and its peer's address, on the loop's thread. To be made there.
  package init(
    _ loop: EventLoop, _ options: Options, onAccept: @escaping (consuming Descriptor, SocketAddress) -> Void
  ) throws(SystemError) {
    let socket = try Socket.listen(on: options.address, backlog: options.backlog, reusePort: options.sharesPort)
    address = Socket.boundAddress(of: socket.number) ?? options.address
    let number = socket.number
    self.loop = loop
    self.onAccept = onAccept
    self.socket = consume socket
    reserve = Self.makeReserve()
    registration = try loop.register(number, self, .readable)
  }

  /// Takes no connections until ``resume()``: they wait in the backlog.
  package func pause() {
    isPaused = true
    watch()
  }

  /// Takes connections again.
  package func resume() {
    isPaused = false
    watch()
  }

  /// Stops listening: the port is free, and the connections that waited are refused.
  package func close() {
    if let registration { loop.remove(registration) }
    registration = nil
    if let rest { loop.cancel(rest) }
    rest = nil
    socket = nil
    reserve = nil
  }

  package func ready(_ readiness: Readiness) {
    for _ in 0..<Self.connectionsPerRound {
      guard registration != nil, !isPaused, rest == nil else { return }
      switch acceptOne() {
      case .accepted, .gone: continue
      case .nothing: return
      case .exhausted: shed()
      }
    }
  }

  private enum Outcome { case accepted, gone, nothing, exhausted }

  private func acceptOne() -> Outcome {
    guard let number = socket?.number else { return .nothing }
    switch Socket.accept(number) {
    case .connection(let accepted, let peer):
      onAccept(Descriptor(owning: accepted), peer)
      return .accepted
    case .failed(EAGAIN): return .nothing
    // The process or the system has no room, or the socket is of no use: each would be the same again at once.
    case .failed(EMFILE), .failed(ENFILE), .failed(ENOBUFS), .failed(ENOMEM), .failed(EBADF), .failed(EINVAL),
      .failed(ENOTSOCK):
      return .exhausted
    // This one connection failed while it waited.
    case .failed: return .gone
    }
  }

  /// Closes what waits, as far as the descriptor in reserve allows, and rests.
  private func shed() {
    reserve = nil
    if let number = socket?.number {
      for _ in 0..<Self.connectionsPerRound {
        guard case .connection(let accepted, _) = Socket.accept(number) else { break }
        _ = Descriptor(owning: accepted)
        shedCount += 1
      }
    }
    reserve = Self.makeReserve()
    rest = loop.schedule(after: Self.restNanoseconds) { [weak self] in
      guard let self else { return }
      rest = nil
      if reserve == nil { reserve = Self.makeReserve() }
      watch()
    }
    watch()
  }

  private func watch() {
    guard let registration else { return }
    loop.change(registration, isPaused || rest != nil ? [] : .readable)
  }

  private static func makeReserve() -> Descriptor? {
    let number = unsafe open("/dev/null", O_RDONLY | O_CLOEXEC)
    return number >= 0 ? Descriptor(owning: number) : nil
  }
}
