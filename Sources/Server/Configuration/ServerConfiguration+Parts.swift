internal import Engine
internal import Journal
internal import TLS
internal import Transport

/// What the parts that the server is built of are configured with.
extension ServerConfiguration {
  /// How the engine is opened.
  var engineOptions: Engine.Options {
    var options = Engine.Options(directory: dataDirectory)
    options.stateByteLimit = stateByteLimit
    options.residentByteLimit = residentByteLimit
    options.readerLimit = max(128, 2 * networkThreads + 32) + streamLimit
    options.queueLimit = queueLimit
    options.batchLimit = batchLimit
    options.queueByteLimit = queueByteLimit
    options.batchByteLimit = batchByteLimit
    options.journal.segmentByteCount = segmentByteCount
    options.checkpointByteInterval = checkpointInterval
    options.checkpointBytesPerSecond = checkpointRate
    options.diskReserveBytes = diskReserve
    options.retention.archiveDirectory = archiveDirectory.isEmpty ? nil : archiveDirectory
    options.retention.cursorGraceMicroseconds = Int64(clamping: cursorGrace.wholeNanoseconds / 1000)
    options.timeJumpLimit = Int64(clamping: timeJumpLimit.wholeNanoseconds / 1000)
    options.acceptsTimeJump = acceptsTimeJump
    return options
  }

  /// What the TLS context is made of; nil without a certificate.
  var tls: ServerTLSConfiguration? {
    guard !certificateFile.isEmpty, !keyFile.isEmpty else { return nil }
    var tls = ServerTLSConfiguration(
      certificateChainFile: certificateFile, privateKeyFile: keyFile,
      clientAuthoritiesFile: clientAuthorityFile.isEmpty ? nil : clientAuthorityFile,
      revocationListFile: revocationListFile.isEmpty ? nil : revocationListFile)
    tls.requiresClientCertificate = requiresClientCertificates
    tls.allowsTLS12 = allowsTLS12
    return tls
  }

  /// What one connection may cost. Reading stops at a sixteenth of what may wait, so that a client that does not read stops itself long before
  /// it is closed.
  var connectionLimits: ConnectionLimits {
    let highWater = max(64 << 10, min(1 << 20, bufferedByteLimit / 16))
    return ConnectionLimits(
      maximumFrameBytes: requestByteLimit, highWaterBytes: highWater, lowWaterBytes: highWater / 4,
      outputLimitBytes: bufferedByteLimit, handshakeNanoseconds: handshakeTime.wholeNanoseconds,
      idleNanoseconds: idleTime.wholeNanoseconds)
  }

  /// Memory to decode a request in, or to encode an answer: four times the request and at least 16 MiB of addresses.
  var arenaCapacity: Int { max(16 << 20, 4 * requestByteLimit) }
}
