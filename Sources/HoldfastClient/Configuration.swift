extension HoldfastClient {
  /// Which server to call, who calls, and how patiently.
  public struct Configuration: Sendable, Hashable {
    /// The server's name or address.
    public var host: String
    /// The server's port.
    public var port: UInt16
    /// The name that the server's certificate must be for; nil means ``host``.
    public var serverName: String?

    /// PEM file with the authorities that the server's certificate must lead to.
    public var authoritiesFile: String
    /// PEM file with the client's certificate, followed by any intermediate ones; nil shows none, which most servers refuse.
    public var certificateFile: String?
    /// PEM file with the key of that certificate, not encrypted.
    public var keyFile: String?

    /// On whose behalf the service calls, if it says so: at most 128 bytes. Goes into the journal. A call may name another one.
    public var actor: String = ""

    /// How long a call may take that does not say so itself, repeats and all.
    public var defaultTimeout: Duration = .seconds(10)
    /// How long connecting to one address and shaking hands may take together.
    public var connectTimeout: Duration = .seconds(5)
    /// How often a call is tried: sent, or kept waiting by a connection that could not be made. 1 means never again.
    public var maximumAttempts: Int = 8
    /// How long to wait before trying again.
    public var backoff = BackoffPolicy()
    /// How long a connection is kept that has no calls to carry. The next call makes a new one.
    public var idleTimeout: Duration = .seconds(300)
    /// A server from which nothing came for so long while it was due an answer is taken for dead once a call runs out of time: the connection is
    /// given up, and calls that may be repeated go to a new one.
    public var silenceLimit: Duration = .seconds(5)

    /// A client that calls `host` and shows the certificate, if one is given.
    public init(
      host: String = "localhost", port: UInt16 = 7117, authoritiesFile: String, certificateFile: String? = nil,
      keyFile: String? = nil
    ) {
      self.host = host
      self.port = port
      self.authoritiesFile = authoritiesFile
      self.certificateFile = certificateFile
      self.keyFile = keyFile
    }
  }
}
