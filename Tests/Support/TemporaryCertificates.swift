internal import Glibc
package import TLS

/// A private authority, a server certificate for `localhost`, `127.0.0.1` and `::1`, and client certificates by role, in a directory of
/// their own that goes away with this object.
package final class TemporaryCertificates: Sendable {
  /// The files, by what they are for.
  package let files: DevelopmentCertificates

  /// Makes everything anew; takes about two milliseconds.
  ///
  /// - Throws: ``TLSConfigurationError`` when the directory cannot be written.
  package init(roles: [String] = ["operator", "checkout", "reader"]) throws {
    let name = UInt64.random(in: 0 ... .max)
    files = DevelopmentCertificates(directory: "/tmp/holdfast-certificates-\(getpid())-\(name)")
    _ = try files.make(serverNames: ["localhost", "127.0.0.1", "::1"], roles: roles)
  }

  deinit {
    guard let folder = unsafe opendir(files.directory) else { return }
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { unsafe unlink("\(files.directory)/\(name)") }
    }
    unsafe closedir(folder)
    unsafe rmdir(files.directory)
  }

  /// What a server of this authority is configured with; the revocation list is checked.
  package var serverConfiguration: ServerTLSConfiguration {
    ServerTLSConfiguration(
      certificateChainFile: files.serverFile, privateKeyFile: files.serverKeyFile,
      clientAuthoritiesFile: files.authorityFile, revocationListFile: files.revocationListFile)
  }

  /// What the client with that role is configured with.
  package func clientConfiguration(_ role: String = "operator") -> ClientTLSConfiguration {
    ClientTLSConfiguration(
      authoritiesFile: files.authorityFile, certificateChainFile: files.clientFile(role),
      privateKeyFile: files.clientKeyFile(role))
  }

  /// The authority itself, to make other certificates with.
  package func authority() throws(TLSConfigurationError) -> CertificateAuthority {
    try CertificateAuthority(certificateFile: files.authorityFile, keyFile: files.authorityKeyFile)
  }

  /// Puts the certificate of the client with that role on the revocation list; servers made from then on refuse it.
  package func revoke(_ role: String) throws(TLSConfigurationError) {
    let serial = try authority().serial(ofCertificateFile: files.clientFile(role))
    try authority().revoke(serials: [serial], listFile: files.revocationListFile, nextUpdateSeconds: 86_400)
  }
}
