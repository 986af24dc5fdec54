internal import Glibc
internal import TLS

/// A directory that goes away with this object, and an authority whose certificates are written into it.
final class Folder: Sendable {
  let path: String
  let authority: CertificateAuthority

  init() throws {
    path = "/tmp/holdfast-tls-tests-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    unsafe mkdir(path, 0o755)
    authority = try CertificateAuthority(commonName: "tests", lifetimeSeconds: 86_400)
    try authority.save(certificateFile: file("ca.pem"), keyFile: file("ca.key"))
  }

  deinit {
    guard let folder = unsafe opendir(path) else { return }
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { unsafe unlink(file(name)) }
    }
    unsafe closedir(folder)
    unsafe rmdir(path)
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  func mode(_ name: String) -> UInt32 {
    var facts = stat()
    return unsafe lstat(file(name), &facts) == 0 ? facts.st_mode & 0o777 : 0
  }

  func read(_ name: String) -> [UInt8] {
    let descriptor = unsafe open(file(name), O_RDONLY)
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = unsafe Glibc.read(descriptor, &bytes, bytes.count)
    return Array(bytes.prefix(max(count, 0)))
  }

  func write(_ bytes: [UInt8], _ name: String) {
    let descriptor = unsafe open(file(name), O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    defer { close(descriptor) }
    _ = unsafe Glibc.write(descriptor, bytes, bytes.count)
  }

  /// Issues and saves `NAME.pem` and `NAME.key`.
  @discardableResult
  func issue(
    _ name: String, _ request: CertificateRequest, by authority: CertificateAuthority? = nil
  ) throws -> IssuedCertificate {
    let issued = try (authority ?? self.authority).issue(request)
    try issued.save(certificateFile: file("\(name).pem"), keyFile: file("\(name).key"), replacing: true)
    return issued
  }

  /// A server's context with a certificate for `localhost` and 127.0.0.1.
  func server(
    _ request: CertificateRequest? = nil, _ change: (inout ServerTLSConfiguration) -> Void = { _ in }
  ) throws -> TLSContext {
    try issue("server", request ?? .server(names: ["localhost", "127.0.0.1"], lifetimeSeconds: 3600))
    var configuration = ServerTLSConfiguration(
      certificateChainFile: file("server.pem"), privateKeyFile: file("server.key"),
      clientAuthoritiesFile: file("ca.pem"))
    change(&configuration)
    return try .server(configuration)
  }

  /// A client's context with the identity `spiffe://holdfast/dev/operator`.
  func client(
    _ request: CertificateRequest? = nil, by authority: CertificateAuthority? = nil,
    _ change: (inout ClientTLSConfiguration) -> Void = { _ in }
  ) throws -> TLSContext {
    try issue("client", request ?? Self.operatorRequest, by: authority)
    var configuration = ClientTLSConfiguration(
      authoritiesFile: file("ca.pem"), certificateChainFile: file("client.pem"), privateKeyFile: file("client.key"))
    change(&configuration)
    return try .client(configuration)
  }

  static var operatorRequest: CertificateRequest {
    .client(uri: "spiffe://holdfast/dev/operator", lifetimeSeconds: 3600)
  }
}
