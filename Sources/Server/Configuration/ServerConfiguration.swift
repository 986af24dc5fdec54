internal import Foundation
package import Logging
package import Messages
package import Services

/// Everything that an operator can set. ``settings`` has each one's name, unit, range and explanation.
package struct ServerConfiguration: Sendable, Equatable {
  /// Name or numeric address to listen on.
  package var listenHost = "127.0.0.1"
  /// Port to listen on; 0 lets the system choose one.
  package var listenPort = 7117
  /// Directory of the journal and the state. Made if need be.
  package var dataDirectory = "data"

  /// PEM file with the server's certificate, followed by any intermediate ones; empty = not set.
  package var certificateFile = ""
  /// PEM file with the key of that certificate; empty = not set.
  package var keyFile = ""
  /// PEM file with the authorities that client certificates must lead to; empty = not set.
  package var clientAuthorityFile = ""
  /// PEM file with revocation lists; empty = none is checked.
  package var revocationListFile = ""
  /// Whether a client must show a certificate.
  package var requiresClientCertificates = true
  /// What a client without a certificate may do, where none is required.
  package var anonymousRole = Role.reader
  /// Whether TLS 1.2 is accepted beside 1.3.
  package var allowsTLS12 = false
  /// Which identity has which role; what is not in here has none.
  package var roles: [RoleMap.Entry] = []

  /// Network threads, each with an event loop.
  package var networkThreads = ServerConfiguration.defaultNetworkThreads
  /// Connections in all.
  package var connectionLimit = 16_384
  /// Connections from one address.
  package var addressConnectionLimit = 4096
  /// How long connecting and shaking hands may take.
  package var handshakeTime = Duration.seconds(10)
  /// How long a connection may be without a byte in either direction; zero = for ever.
  package var idleTime = Duration.seconds(600)
  /// The longest request frame, in bytes.
  package var requestByteLimit = 4 << 20
  /// Bytes that the unfinished requests of all connections may take.
  package var heldInputLimit = 256 << 20
  /// Calls that one connection may have in flight.
  package var callLimit = 1024
  /// Threads that pull the replies of streams.
  package var streamThreads = 2
  /// Streams at once.
  package var streamLimit = 256
  /// Streams at once on one connection.
  package var connectionStreamLimit = 32
  /// How long one stream may hold a snapshot of the state.
  package var snapshotTime = Duration.seconds(60)
  /// Bytes of answers that may wait for one connection before it is closed.
  package var bufferedByteLimit = 16 << 20

  /// Commands that may wait to be ordered.
  package var queueLimit = 16_384
  /// Commands in one batch.
  package var batchLimit = 4096
  /// Bytes of the requests of commands that may wait to be ordered.
  package var queueByteLimit = 256 << 20
  /// Bytes of the requests in one batch.
  package var batchByteLimit = 16 << 20
  /// Bytes that the state may grow to.
  package var stateByteLimit = 1 << 40
  /// Bytes of memory for resident rows.
  package var residentByteLimit = 1 << 30
  /// Bytes of a journal segment.
  package var segmentByteCount = 64 << 20
  /// Directory that old segments of the journal are copied to before they are removed; empty = they are dropped.
  package var archiveDirectory = ""
  /// For how much longer than the policy keeps it a reader with a cursor holds journal back.
  package var cursorGrace = Duration.seconds(7 * 86_400)
  /// Bytes of journal between two checkpoints of the state.
  package var checkpointInterval = 256 << 20
  /// How fast a checkpoint is written, at most, in bytes a second.
  package var checkpointRate = 64 << 20
  /// While less than this is left of the disk, bytes, no commands are taken.
  package var diskReserve = 256 << 20
  /// How far the clock may have gone on since the last batch before commands wait for the operator's word.
  package var timeJumpLimit = Duration.seconds(86_400)
  /// The operator's word: the clock is right, however far it has gone on.
  package var acceptsTimeJump = false

  /// How long calls in flight may take to finish when the server stops.
  package var drainTime = Duration.seconds(10)
  /// The least important events that are logged.
  package var logLevel = Logger.Level.info

  /// The defaults.
  package init() {}

  /// One for each processor that this process may run on but one, which is the writer's; at least one.
  package static var defaultNetworkThreads: Int {
    max(1, min(ProcessInfo.processInfo.activeProcessorCount - 1, maximumNetworkThreads))
  }

  /// The most network threads that can be set.
  package static let maximumNetworkThreads = 64
}

extension Duration {
  /// Whole nanoseconds; what does not fit becomes the most that does, what is negative 0.
  var wholeNanoseconds: UInt64 {
    let (seconds, attoseconds) = components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    let (product, overflow) = UInt64(seconds).multipliedReportingOverflow(by: 1_000_000_000)
    return overflow ? .max : product.addingReportingOverflow(UInt64(attoseconds / 1_000_000_000)).partialValue
  }
}
