import EventLoop
import Foundation
import Glibc
import Messages
import TLS
import Transport

/// A server and its clients, all on one loop that the test's own thread runs: what happens when is decided by rounds and not by chance.
final class Stage {
  let loop: EventLoop
  /// The server's connections.
  let group: ConnectionGroup
  /// The clients' connections, which read and write as much as they like.
  let clientGroup: ConnectionGroup
  private(set) var listener: Listener!
  private(set) var servers: [Probe] = []
  private var steps: [(condition: () -> Bool, action: () -> Void)] = []
  private var nextStep = 0

  /// Each accepted connection gets a probe that `prepare` may set up.
  init(
    readBufferBytes: Int = 256 << 10, bytesPerTurn: Int = 1 << 20, limits: ConnectionLimits = ConnectionLimits(),
    prepare: @escaping (Probe) -> Void = { _ in }
  ) throws {
    loop = try EventLoop(name: "stage")
    group = ConnectionGroup(loop, readBufferBytes: readBufferBytes, bytesPerTurn: bytesPerTurn)
    clientGroup = ConnectionGroup(loop)
    listener = try Listener(loop, Listener.Options()) { [unowned self] descriptor, _ in
      let probe = Probe()
      prepare(probe)
      servers.append(probe)
      probe.connection = try? FramedConnection(group, descriptor, Certificates.server, .server, limits, owner: probe)
    }
    loop.onRoundEnd { [unowned self] in advance() }
  }

  /// A client that connects.
  func client(_ limits: ConnectionLimits = ConnectionLimits(), _ context: TLSContext = Certificates.client) throws
    -> Probe
  {
    let probe = Probe()
    probe.connection = try FramedConnection(
      clientGroup, Socket.connect(to: listener.address), context, .client(serverName: "localhost"), limits, owner: probe
    )
    return probe
  }

  /// A plain TCP client.
  func rawClient() throws -> RawClient { RawClient(try Socket.connect(to: listener.address)) }

  /// Does `action` at the end of the first round in which `condition` holds and all earlier steps are done.
  func when(_ condition: @autoclosure @escaping () -> Bool, do action: @escaping () -> Void = {}) {
    steps.append((condition, action))
  }

  /// Runs until all steps are done; how many were not, after twenty seconds.
  func run() -> Int {
    loop.schedule(after: 20_000_000_000) { [unowned self] in loop.stop() }
    loop.requestRound()
    loop.run()
    return steps.count - nextStep
  }

  private func advance() {
    while nextStep < steps.count, steps[nextStep].condition() {
      let action = steps[nextStep].action
      nextStep += 1
      action()
    }
    if nextStep == steps.count { loop.stop() }
  }
}

/// An owner that keeps what it is told, and does what a test says.
final class Probe: FramedConnectionOwner {
  var connection: FramedConnection?
  var onOpen: (FramedConnection) -> Void = { _ in }
  var onFrame: (FramedConnection, [UInt8]) -> Void = { _, _ in }
  var onRefusal: (FramedConnection, UInt32) -> Void = { _, _ in }
  var onDrain: (FramedConnection) -> Void = { _ in }
  var keepsFrames = true

  private(set) var opened = 0
  private(set) var frames: [[UInt8]] = []
  private(set) var frameCount = 0
  private(set) var rounds = 0
  private(set) var drains = 0
  private(set) var refusals: [UInt32] = []
  private(set) var closes: [CloseReason] = []

  func connectionDidOpen(_ connection: FramedConnection) {
    opened += 1
    onOpen(connection)
  }

  func connection(_ connection: FramedConnection, received frame: UnsafeRawBufferPointer) {
    frameCount += 1
    let copy = unsafe [UInt8](frame)
    if keepsFrames { frames.append(copy) }
    onFrame(connection, copy)
  }

  func connectionDidReceiveRound(_ connection: FramedConnection) { rounds += 1 }

  func connection(_ connection: FramedConnection, refusedFrameOf length: UInt32) {
    refusals.append(length)
    onRefusal(connection, length)
  }

  func connectionDidDrain(_ connection: FramedConnection) {
    drains += 1
    onDrain(connection)
  }

  func connectionDidClose(_ connection: FramedConnection, _ reason: CloseReason) { closes.append(reason) }

  /// Writes a frame.
  func send(_ payload: [UInt8]) { sendRaw(frame(payload)) }

  /// Writes bytes that may be anything.
  func sendRaw(_ bytes: some Collection<UInt8>) {
    let bytes = Array(bytes)
    connection?.withOutput { output in unsafe bytes.withUnsafeBytes { unsafe output.append($0) } }
  }

  /// Sends every frame back.
  func echo() { onFrame = { [unowned self] _, payload in send(payload) } }
}

/// A plain TCP client, which may shake hands by hand.
final class RawClient {
  private var session: TLSSession?
  private var descriptor: Descriptor?

  init(_ descriptor: consuming Descriptor) { self.descriptor = consume descriptor }

  func write(_ bytes: [UInt8]) {
    guard let number = descriptor?.number else { return }
    _ = unsafe Glibc.send(number, bytes, bytes.count, Int32(MSG_NOSIGNAL))
  }

  /// One step of a handshake; whether it is done.
  func shakeHands() -> Bool {
    guard let number = descriptor?.number else { return false }
    if session == nil {
      session = try? TLSSession(
        context: Certificates.client, descriptor: number, role: .client(serverName: "localhost"))
    }
    return session?.handshake() == .done
  }

  /// Ends without a word; with `reset`, by throwing the connection away.
  func vanish(reset: Bool) {
    if reset, let number = descriptor?.number {
      var hard = linger(l_onoff: 1, l_linger: 0)
      _ = unsafe setsockopt(number, SOL_SOCKET, SO_LINGER, &hard, socklen_t(MemoryLayout<linger>.size))
    }
    session = nil
    descriptor = nil
  }
}

/// The frame of a payload.
func frame(_ payload: [UInt8]) -> [UInt8] { header(UInt32(payload.count)) + payload }

/// The four bytes that announce a frame.
func header(_ length: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: length >> (24 - 8 * $0)) } }

/// Certificates made once for all tests of the process.
enum Certificates {
  static let files: DevelopmentCertificates = {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent("holdfast-transport-\(getpid())").path
    let files = DevelopmentCertificates(directory: directory)
    do {
      _ = try files.make(serverNames: ["localhost"], roles: ["test"])
    } catch { fatalError("\(error)") }
    return files
  }()

  static let server: TLSContext = {
    do {
      return try TLSContext.server(
        ServerTLSConfiguration(
          certificateChainFile: files.serverFile, privateKeyFile: files.serverKeyFile,
          clientAuthoritiesFile: files.authorityFile))
    } catch { fatalError("\(error)") }
  }()

  static let client: TLSContext = context(certificate: true)
  static let anonymousClient: TLSContext = context(certificate: false)

  private static func context(certificate: Bool) -> TLSContext {
    do {
      return try TLSContext.client(
        ClientTLSConfiguration(
          authoritiesFile: files.authorityFile, certificateChainFile: certificate ? files.clientFile("test") : nil,
          privateKeyFile: certificate ? files.clientKeyFile("test") : nil))
    } catch { fatalError("\(error)") }
  }
}

/// The same numbers each time.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
