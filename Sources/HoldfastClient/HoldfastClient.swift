internal import EventLoop
// A program that calls Holdfast speaks of products, stock levels and reservations: it should have their types with the client, without
// knowing in which module they are made.
@_exported public import Messages
internal import TLS

/// A client of a Holdfast server: one TLS connection that carries any number of calls at once, made when it is first needed and made anew
/// when it is lost.
///
/// ```swift
/// let client = try HoldfastClient(
///   .init(host: "stock.internal", authoritiesFile: "ca.pem", certificateFile: "checkout.pem", keyFile: "checkout.key"))
/// let level = try await client.stock.getStock(.init(productID: "P1", warehouseID: "DC-001"))
/// print(level.available, "at sequence", level.sequence)
/// await client.close()
/// ```
///
/// The calls are methods of ``stock``, ``reservation``, ``warehouse`` and ``admin``. Each throws ``HoldfastError``, or `CancellationError` when its
/// task is cancelled; the server is told then that nobody waits any more.
///
/// **Repeats.** A call is sent again when its connection was lost, or the server says to try again later, as long as its timeout and
/// ``Configuration/maximumAttempts`` allow it: queries always, commands because each carries a ``CommandID``, under which it takes effect at most once. What must
/// not be repeated fails with UNAVAILABLE and ``HoldfastError/isOutcomeUnknown``.
///
/// All of it may be used from any task or thread.
public final class HoldfastClient: Sendable {
  /// How the client was set up.
  public let configuration: Configuration

  private let thread: ClientThread
  let core: ClientCore
  let arenas = ArenaPool()

  /// A client that connects with its first call.
  ///
  /// - Parameter other: a client whose thread is to serve this one too; nil gives it one of its own.
  /// - Throws: ``HoldfastError`` that names the file and what is wrong with it, when a certificate or a key cannot be used.
  public init(_ configuration: Configuration, sharingThreadOf other: HoldfastClient? = nil) throws {
    self.configuration = configuration
    let context = try Self.makeContext(configuration)
    thread = try other?.thread ?? ClientThread()
    core = ClientCore(configuration, context, thread.shared)
  }

  deinit {
    let core = core
    core.shared.loop.post { core.shutDown() }
  }

  /// Connects, unless there is a connection; to find out early whether there is a server.
  ///
  /// A server may refuse the client's certificate after this: that comes with the first call, as UNAUTHENTICATED.
  ///
  /// - Throws: ``HoldfastError``, when no connection could be made within `timeout` and the configured attempts.
  public func connect(timeout: Duration? = nil) async throws {
    _ = try await perform(PendingCall(connecting: timeout ?? configuration.defaultTimeout))
  }

  /// Takes no new calls, waits for those in flight, `grace` at most, fails what is left, and closes the connection.
  public func close(grace: Duration = .seconds(5)) async {
    let core = core
    await withCheckedContinuation { continuation in
      let isPosted = core.shared.loop.post { core.close(grace: grace.wholeNanoseconds, continuation) }
      if !isPosted { continuation.resume() }
    }
  }

  /// Reads the certificate files again: new connections use them, and new calls go to a new connection, while the old one finishes its own.
  ///
  /// - Throws: ``HoldfastError`` that names the file and what is wrong with it; then everything stays as it is.
  public func reloadCertificates() throws {
    let context = try Self.makeContext(configuration)
    let core = core
    core.shared.loop.post { core.use(context) }
  }

  /// Calls any method with an encoded request, and gives the encoded response: for tools that know the messages at run time only.
  ///
  /// - Throws: ``HoldfastError``, or `CancellationError` when the task is cancelled.
  public func call(
    _ method: Method, bytes: [UInt8], options: CallOptions = CallOptions()
  ) async throws -> Answer<[UInt8]> {
    try await perform(try PendingCall(method, bytes, options, configuration))
  }

  /// Opens any stream with an encoded request, and gives the encoded replies: for tools that know the messages at run time only.
  ///
  /// - Throws: ``HoldfastError`` for what no server would take. What comes of the call is told by the stream.
  public func stream(
    _ method: Method, bytes: [UInt8], options: CallOptions = CallOptions()
  ) throws -> AnswerStream<[UInt8]> {
    AnswerStream(reading: try open(method, bytes, options), decode: { $0 })
  }

  func open(_ method: Method, _ bytes: [UInt8], _ options: CallOptions) throws -> StreamReading {
    let call = try PendingCall(method, bytes, options, configuration, isStream: true)
    let buffer = ReplyBuffer()
    let core = core
    let isPosted = core.shared.loop.post { core.start(call, .stream(buffer)) }
    if !isPosted { buffer.finish(.failure(HoldfastError.closed)) }
    return StreamReading(self, call, buffer)
  }

  /// Hands a call to the thread and waits for its end.
  private func perform(_ call: PendingCall) async throws -> Answer<[UInt8]> {
    let core = core
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let isPosted = core.shared.loop.post { core.start(call, .answer(continuation)) }
        if !isPosted { continuation.resume(throwing: HoldfastError.closed) }
      }
    } onCancel: {
      core.shared.loop.post { core.cancel(call) }
    }
  }

  private static func makeContext(_ configuration: Configuration) throws -> TLSContext {
    do throws(TLSConfigurationError) {
      return try TLSContext.client(
        ClientTLSConfiguration(
          authoritiesFile: configuration.authoritiesFile, certificateChainFile: configuration.certificateFile,
          privateKeyFile: configuration.keyFile))
    } catch {
      throw HoldfastError(.invalidArgument, "\(error)")
    }
  }
}

extension HoldfastError {
  static var closed: HoldfastError { HoldfastError(.unavailable, "the client is closed") }
}
