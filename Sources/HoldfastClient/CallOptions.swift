/// What one call asks for besides its request. Everything has a sensible default.
public struct CallOptions: Sendable, Hashable {
  /// How long the call may take, repeats and all; nil means the client's ``HoldfastClient/Configuration/defaultTimeout``. A stream without one
  /// may take for ever, but not be silent for so long while it owes replies.
  ///
  /// The server is told, and does not begin what nobody waits for any more.
  public var timeout: Duration?
  /// The idempotency key of a command; nil gives each command a new one, ``CommandID/omitted`` none. Queries take none.
  public var commandID: CommandID?
  /// Joins the log lines of one request across services: at most 128 bytes. Empty for none.
  public var traceID: String
  /// On whose behalf the service calls; nil means the client's ``HoldfastClient/Configuration/actor``.
  public var actor: String?
  /// Whether the client may send the call again where that is safe: after a lost connection, and when the server says to try again later.
  public var allowsRetry: Bool

  /// How many replies of a stream the server may send ahead of the reader: 1 to 65,536.
  public var streamWindow: Int

  /// The options with these values.
  public init(
    timeout: Duration? = nil, commandID: CommandID? = nil, traceID: String = "", actor: String? = nil,
    allowsRetry: Bool = true, streamWindow: Int = 16
  ) {
    self.timeout = timeout
    self.commandID = commandID
    self.traceID = traceID
    self.actor = actor
    self.allowsRetry = allowsRetry
    self.streamWindow = streamWindow
  }
}
