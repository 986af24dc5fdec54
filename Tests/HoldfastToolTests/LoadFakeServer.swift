import EventLoop
import Glibc
import Messages
import Synchronization
import TLS
import Transport
import Wire

@testable import holdfast

/// A server that answers load without having any stock, as well or as badly as a test says.
final class LoadFakeServer: Sendable {
  /// How it answers.
  enum Manner: Sendable {
    /// Rightly, to what is asked.
    case honest
    /// With the level of another product.
    case mistaken
    /// With this status.
    case refusing(StatusCode)
    /// Rightly, but each connection ends after so many answers.
    case dropping(after: Int)
    /// Rightly, but says after so many answers on a connection that it goes away.
    case leaving(after: Int)
    /// Not at all from the n-th call on a connection on.
    case silent(from: Int)
  }

  private let loop: EventLoop
  private let files: DevelopmentCertificates
  private let port: UInt16
  private let box: Box
  private let state = Mutex(State())

  private struct State {
    var connections = 0
    var calls: [String: Int] = [:]
    var commandIDs: Set<[UInt8]> = []
  }

  /// Connections that were taken.
  var connections: Int { state.withLock { $0.connections } }
  /// Calls by method.
  var calls: [String: Int] { state.withLock { $0.calls } }
  /// Command ids that came.
  var commandIDs: Set<[UInt8]> { state.withLock { $0.commandIDs } }

  /// Listens, on a thread of its own.
  init(_ manner: Manner) throws {
    files = DevelopmentCertificates(directory: "/tmp/holdfast-load-test-\(getpid())-\(UInt64.random(in: 0 ... .max))")
    _ = try files.make(serverNames: ["127.0.0.1"], roles: ["operator"])
    let context = try TLSContext.server(
      ServerTLSConfiguration(
        certificateChainFile: files.serverFile, privateKeyFile: files.serverKeyFile,
        clientAuthoritiesFile: files.authorityFile))
    let loop = try EventLoop(name: "fake")
    self.loop = loop
    let group = ConnectionGroup(loop)
    let box = Box()
    self.box = box
    let listener = try Listener(loop, Listener.Options()) { descriptor, _ in
      guard let server = box.server else { return }
      server.state.withLock { $0.connections += 1 }
      let peer = Peer(server, manner)
      _ = try? FramedConnection(group, descriptor, context, .server, ConnectionLimits(), owner: peer)
    }
    port = listener.address.port
    box.listener = listener
    box.server = self
    try loop.start()
  }

  /// Ends it, which a test must do.
  func stop() {
    // The socket must go, or the system would go on taking connections into its backlog.
    loop.post { [box] in box.listener?.close() }
    loop.stop()
    loop.join()
    for name in ["ca", "server", "client-operator"] {
      unlink("\(files.directory)/\(name).pem")
      unlink("\(files.directory)/\(name).key")
    }
    unlink(files.revocationListFile)
    rmdir(files.directory)
  }

  /// Where load finds it.
  func target() throws -> LoadTarget {
    try LoadTarget(
      ConnectionTarget(
        ConnectionSettings(
          server: "127.0.0.1:\(port)", certificates: files.directory, identity: "operator")))
  }

  fileprivate func count(_ call: CallHeader) {
    let method = String(decoding: call.method, as: UTF8.self)
    let commandID = Array(call.commandID)
    state.withLock { state in
      state.calls[String(method.split(separator: "/").last ?? ""), default: 0] += 1
      if !commandID.isEmpty { state.commandIDs.insert(commandID) }
    }
  }

  /// Unchecked: it is touched on the loop's thread only, once that is started.
  private final class Box: @unchecked Sendable {
    weak var server: LoadFakeServer?
    var listener: Listener?
  }

  private final class Peer: FramedConnectionOwner {
    private let server: LoadFakeServer
    private let manner: Manner
    private let arena = MessageArena()
    private var count = 0

    init(_ server: LoadFakeServer, _ manner: Manner) {
      self.server = server
      self.manner = manner
    }

    func connectionDidOpen(_ connection: FramedConnection) {}

    func connection(_ connection: FramedConnection, received frame: UnsafeRawBufferPointer) {
      guard let call = try? CallHeader(frame) else { return connection.close() }
      count += 1
      server.count(call)
      if case .silent(let first) = manner, count >= first { return }
      if case .refusing(let code) = manner {
        let status = Status(code: UInt32(code.rawValue), message: "no")
        connection.withOutput { ReplyFrame.write(callID: call.callID, status: status, in: arena, into: &$0) }
        return
      }
      let answer = (try? answer(call)) ?? []
      connection.withOutput { output in
        ReplyFrame.write(callID: call.callID, responseSize: answer.count, into: &output) { target in
          UnsafeMutableRawBufferPointer(start: target, count: answer.count).copyBytes(from: answer)
        }
      }
      if case .dropping(let most) = manner, count >= most { connection.closeAfterFlush() }
      if case .leaving(let most) = manner, count == most {
        connection.withOutput { ReplyFrame.write(notice: Notice(kind: .goingAway), in: arena, into: &$0) }
      }
    }

    func connectionDidClose(_ connection: FramedConnection, _ reason: CloseReason) {}

    private func answer(_ call: CallHeader) throws -> [UInt8] {
      let reservations = [Reservation(reservationID: "r-1")]
      switch Method(name: String(decoding: call.method, as: UTF8.self)) {
      case .stockServiceGetStock:
        let request = try GetStockRequest(decoding: Array(call.request), in: arena)
        var isMistaken = false
        if case .mistaken = manner { isMistaken = true }
        return try StockLevel(
          productID: isMistaken ? Dataset.productID(999_999) : request.productID, warehouseID: request.warehouseID,
          onHand: 1, available: 1
        ).encoded(in: arena)
      case .reservationServiceReserve: return try ReserveResponse(reservations: reservations).encoded(in: arena)
      case .reservationServiceConvertReservation:
        return try ConvertReservationResponse(reservations: reservations).encoded(in: arena)
      case .reservationServiceFulfill: return try FulfillResponse(reservations: reservations).encoded(in: arena)
      case .adminServiceGetStatus: return try ServerStatus(version: "fake").encoded(in: arena)
      default: return []
      }
    }
  }
}
