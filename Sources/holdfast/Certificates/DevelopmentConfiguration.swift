internal import TLS

/// A configuration of holdfastd that goes with development certificates.
enum DevelopmentConfiguration {
  /// The file's text. Paths are relative to the file, so that the directory can move.
  static func json(_ certificates: DevelopmentCertificates, roles: [String]) -> String {
    func name(_ file: String) -> String { String(file.dropFirst(certificates.directory.count + 1)) }
    let identities = roles.map { "    \"\(DevelopmentCertificates.identity($0).name)\": \"\($0)\"" }
    return """
      {
        "certificate_file": "\(name(certificates.serverFile))",
        "key_file": "\(name(certificates.serverKeyFile))",
        "client_authority_file": "\(name(certificates.authorityFile))",
        "revocation_list_file": "\(name(certificates.revocationListFile))",
        "roles": {
      \(identities.joined(separator: ",\n"))
        }
      }

      """
  }
}
