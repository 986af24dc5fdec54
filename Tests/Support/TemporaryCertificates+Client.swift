package import HoldfastClient
internal import TLS

extension TemporaryCertificates {
  /// A client of a server on this machine, with the certificate of that role. Its timeouts are long: a machine that does other things too must
  /// not fail a test.
  package func client(
    _ role: String, port: UInt16, sharingThreadOf other: HoldfastClient? = nil,
    configure: (inout HoldfastClient.Configuration) -> Void = { _ in }
  ) throws -> HoldfastClient {
    var configuration = HoldfastClient.Configuration(
      host: "127.0.0.1", port: port, authoritiesFile: files.authorityFile, certificateFile: files.clientFile(role),
      keyFile: files.clientKeyFile(role))
    configuration.defaultTimeout = .seconds(120)
    configuration.connectTimeout = .seconds(60)
    configure(&configuration)
    return try HoldfastClient(configuration, sharingThreadOf: other)
  }
}
