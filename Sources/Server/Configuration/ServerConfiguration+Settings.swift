extension ServerConfiguration {
  /// Settings that belong together.
  package struct Section: Sendable {
    /// What they are about.
    package let title: String
    /// The settings.
    package let settings: [Setting]
  }

  /// The one table of all settings: files, environment, command line and help are made from it.
  package static let sections: [Section] = [
    Section(title: "Where", settings: whereSettings), Section(title: "Who", settings: whoSettings),
    Section(title: "How much", settings: limitSettings), Section(title: "Store", settings: storeSettings),
    Section(title: "Life", settings: lifeSettings),
  ]

  /// All settings, in the order of the help.
  package static let settings: [Setting] = sections.flatMap(\.settings)

  private static let whereSettings: [Setting] = [
    .text(
      "listen_host", "HOST", \.listenHost,
      "Name or numeric address to listen on. The default takes calls from this machine only; 0.0.0.0 takes them from anywhere."
    ),
    .number("listen_port", \.listenPort, 0...65_535, "Port to listen on; 0 lets the system choose one."),
    .path("data_directory", "DIR", \.dataDirectory, "Directory of the journal and the state; made if need be."),
  ]

  private static let whoSettings: [Setting] = [
    .path(
      "certificate_file", "FILE", \.certificateFile, canBeEmpty: true,
      "PEM file with the server's certificate, followed by any intermediate ones."),
    .path("key_file", "FILE", \.keyFile, canBeEmpty: true, "PEM file with the key of that certificate."),
    .path(
      "client_authority_file", "FILE", \.clientAuthorityFile, canBeEmpty: true,
      "PEM file with the authorities that client certificates must lead to."),
    .path(
      "revocation_list_file", "FILE", \.revocationListFile, canBeEmpty: true,
      "PEM file with revocation lists, one for each authority. With it, certificates of authorities without a current list are refused."
    ),
    .yesOrNo("client_certificates", \.requiresClientCertificates, "Whether a client must show a certificate."),
    .role(
      "anonymous_role", \.anonymousRole, "What any client may do where client_certificates is false."),
    .yesOrNo("allow_tls_1_2", \.allowsTLS12, "Whether TLS 1.2 is accepted beside 1.3."),
    .roles(
      "roles", \.roles,
      "Which identity has which role, and which sales channels it is bound to. An identity is a certificate's SAN URI, else its SAN "
        + "DNS name, else its common name; who is not in the list may do nothing."),
  ]

  private static let limitSettings: [Setting] = [
    .number(
      "network_threads", \.networkThreads, 1...maximumNetworkThreads,
      "Threads that serve connections; by default one for each processor but one, which is left to the writer."),
    .number("connections", \.connectionLimit, 1...1_000_000, "Connections in all."),
    .number("connections_per_address", \.addressConnectionLimit, 1...1_000_000, "Connections from one address."),
    .time(
      "handshake_time", \.handshakeTime, .milliseconds(100)...(.seconds(3600)),
      "How long a client may take to shake hands."),
    .time(
      "idle_time", \.idleTime, .zero...(.seconds(30 * 86_400)),
      "How long a connection may be without a byte in either direction; 0 for ever."),
    .bytes("request_size", \.requestByteLimit, 1 << 10...64 << 20, "The longest request."),
    .bytes(
      "unfinished_size", \.heldInputLimit, 8 << 20...1 << 40,
      "Memory for requests that have not arrived wholly, of all connections; one that would need more is told so and closed."
    ),
    .number(
      "calls_in_flight", \.callLimit, 1...100_000, "Commands of one connection that may wait for their answers."),
    .number("stream_threads", \.streamThreads, 1...64, "Threads that read what streams send."),
    .number("streams", \.streamLimit, 1...10_000, "Streams at once, such as exports."),
    .number("streams_per_connection", \.connectionStreamLimit, 1...10_000, "Streams at once on one connection."),
    .time(
      "snapshot_time", \.snapshotTime, .milliseconds(100)...(.seconds(86_400)),
      "How long a stream may hold its snapshot of the state, which cannot use again meanwhile what is freed. A stream whose client takes its "
        + "replies too slowly ends then."),
    .bytes(
      "buffered_size", \.bufferedByteLimit, 8 << 20...1 << 30,
      "Answers that may wait for a client that does not read them, before it is disconnected. At a sixteenth of it nothing more is read "
        + "from the client."),
  ]

  private static let storeSettings: [Setting] = [
    .number("queue_length", \.queueLimit, 1...1_000_000, "Commands that may wait to be ordered."),
    .number("batch_length", \.batchLimit, 1...100_000, "Commands that are made durable together."),
    .bytes(
      "queue_size", \.queueByteLimit, 64 << 10...1 << 40,
      "Bytes of the requests of the commands that may wait to be ordered."),
    .bytes(
      "batch_size", \.batchByteLimit, 4 << 10...1 << 30,
      "Bytes of the requests of the commands that are made durable together; a larger one goes alone."),
    .bytes("state_size", \.stateByteLimit, 16 << 20...16 << 40, "What the state may grow to."),
    .bytes("resident_size", \.residentByteLimit, 1 << 20...1 << 40, "Memory for the levels that are kept resident."),
    .bytes("segment_size", \.segmentByteCount, 8 << 10...1 << 30, "A segment of the journal."),
    .path(
      "archive_directory", "DIR", \.archiveDirectory, canBeEmpty: true,
      "Where segments of the journal go that are older than the policy's journal_days; not set, they are dropped. A baseline stands for them."
    ),
    .time(
      "cursor_grace", \.cursorGrace, .zero...(.seconds(3650 * 86_400)),
      "For how much longer than journal_days a reader with a cursor holds journal back before its cursor expires."),
    .bytes(
      "checkpoint_interval", \.checkpointInterval, 1 << 20...1 << 40,
      "How much journal may follow the last checkpoint of the state: it bounds how long a start takes after the machine stopped."
    ),
    .bytes(
      "checkpoint_rate", \.checkpointRate, 1 << 20...1 << 34, "How fast a checkpoint is written, at most, a second."),
    .bytes(
      "disk_reserve", \.diskReserve, 1 << 20...1 << 40,
      "While less than this is left of the disk, no commands are taken; reads go on."),
    .time(
      "time_jump", \.timeJumpLimit, .seconds(60)...(.seconds(3650 * 86_400)),
      "How far the clock may have gone on since the last batch, before commands wait for accept_time_jump."),
    .yesOrNo(
      "accept_time_jump", \.acceptsTimeJump, "The operator's word that the clock is right, however far it has gone on."),
  ]

  private static let lifeSettings: [Setting] = [
    .time(
      "drain_time", \.drainTime, .zero...(.seconds(3600)),
      "How long calls in flight may take to finish when the server stops."),
    .logLevel("log_level", \.logLevel, "The least important events that are logged."),
  ]
}
