internal import EventLoop
internal import Foundation
package import Logging
internal import Messages
package import Server
internal import Services
package import TLS

/// A server on a port of the system's choice, with certificates and data of its own, which go away with this object.
///
/// The clients `reader`, `seller`, `operator` and `admin` have the roles of these names; `stranger` has a certificate and no role.
package final class LoopbackServer {
  /// Certificates of the server and of clients by role.
  package let certificates: TemporaryCertificates
  /// How it is configured; what is changed counts from the next ``restart()`` on.
  package var configuration: ServerConfiguration
  /// The server, while it runs.
  package private(set) var server: Server?

  private let directory: URL
  private let logger: Logger

  /// The names that there are certificates for.
  package static let clients = ["reader", "seller", "operator", "admin", "stranger"]

  /// Starts at once, with one network thread and a small journal unless `configure` says otherwise.
  package init(logger: Logger = .silent, configure: (inout ServerConfiguration) -> Void = { _ in }) throws {
    certificates = try TemporaryCertificates(roles: Self.clients)
    directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("holdfast-server-\(UInt64.random(in: 0 ... .max))")
    self.logger = logger
    var configuration = ServerConfiguration()
    configuration.listenPort = 0
    configuration.dataDirectory = directory.path
    configuration.certificateFile = certificates.files.serverFile
    configuration.keyFile = certificates.files.serverKeyFile
    configuration.clientAuthorityFile = certificates.files.authorityFile
    configuration.revocationListFile = certificates.files.revocationListFile
    configuration.networkThreads = 1
    configuration.stateByteLimit = 1 << 30
    configuration.residentByteLimit = 16 << 20
    configuration.segmentByteCount = 1 << 20
    configuration.drainTime = .seconds(5)
    for role in [Role.reader, .seller, .operator, .admin] {
      let identity = DevelopmentCertificates.identity(role.name).name
      configuration.roles.append(RoleMap.Entry(identity: identity, role: role))
    }
    configure(&configuration)
    self.configuration = configuration
    try start()
  }

  deinit {
    stop()
    try? FileManager.default.removeItem(at: directory)
  }

  /// The port that it listens on; 0 while it is stopped.
  package var port: UInt16 { server?.address.port ?? 0 }

  /// How a client with the certificate of that name connects.
  package func client(_ name: String) -> ClientTLSConfiguration { certificates.clientConfiguration(name) }

  /// Starts on the same data; nothing happens while it runs.
  package func start() throws {
    guard server == nil else { return }
    server = try Server.start(configuration, logger: logger)
  }

  /// Stops politely.
  package func stop() {
    server?.stop()
    server = nil
  }

  /// Stops, and starts on the same data; on another port, unless one is configured.
  package func restart() throws {
    stop()
    try start()
  }
}
