internal import Glibc

/// A directory with everything that a development server and its clients need: an authority, its revocation list, a server certificate and
/// client certificates by role.
package struct DevelopmentCertificates: Sendable {
  /// The directory, without a slash at its end.
  package let directory: String

  package init(directory: String) {
    self.directory = directory
  }

  /// The authority's certificate: what both sides trust.
  package var authorityFile: String { "\(directory)/ca.pem" }
  /// The authority's key.
  package var authorityKeyFile: String { "\(directory)/ca.key" }
  /// The authority's revocation list.
  package var revocationListFile: String { "\(directory)/revoked.pem" }
  /// The server's certificate.
  package var serverFile: String { "\(directory)/server.pem" }
  /// The server's key.
  package var serverKeyFile: String { "\(directory)/server.key" }
  /// The certificate of the client with that role.
  package func clientFile(_ role: String) -> String { "\(directory)/client-\(role).pem" }
  /// The key of the client with that role.
  package func clientKeyFile(_ role: String) -> String { "\(directory)/client-\(role).key" }
  /// The identity in that client's certificate.
  package static func identity(_ role: String) -> PeerIdentity {
    PeerIdentity(kind: .uri, name: "spiffe://holdfast/dev/\(role)")
  }

  /// Lifetimes of what is made, in seconds from now.
  package struct Lifetimes: Sendable {
    /// The authority's.
    package var authoritySeconds = 3650 * 86_400
    /// The server's and the clients'.
    package var leafSeconds = 397 * 86_400
    /// The revocation list's.
    package var revocationListSeconds = 397 * 86_400

    package init() {}
  }

  /// Makes what is missing and leaves alone what is there; or, `replacing`, makes everything anew, authority included.
  ///
  /// - Parameters:
  ///   - serverNames: DNS names and addresses that the server is called by.
  ///   - roles: one client certificate each; ASCII letters, digits, `-` and `_`.
  /// - Returns: the certificates made, by file, in order of making.
  /// - Throws: `exists` when of a pair of certificate and key one is there and the other is not; `contradiction` on a role that
  ///   cannot be part of a file name; `unwritable` and what reading an authority throws.
  package func make(
    serverNames: [String], roles: [String], lifetimes: Lifetimes = Lifetimes(), replacing: Bool = false
  ) throws(TLSConfigurationError) -> [(file: String, facts: CertificateFacts)] {
    for role in roles where role.isEmpty || !role.utf8.allSatisfy(Self.isPlain) {
      throw .contradiction(reason: "\"\(role)\" is no name for a role")
    }
    if unsafe mkdir(directory, 0o755) != 0, errno != EEXIST {
      throw .unwritable(file: directory, reason: systemText(errno))
    }
    var made: [(file: String, facts: CertificateFacts)] = []
    let authority: CertificateAuthority
    if !replacing, bothExist(authorityFile, authorityKeyFile) {
      authority = try CertificateAuthority(certificateFile: authorityFile, keyFile: authorityKeyFile)
    } else {
      // During a rotation two of them are trusted: their names must differ.
      let mark = String(UInt32.random(in: 0 ... .max), radix: 16)
      authority = try CertificateAuthority(
        commonName: "Holdfast development authority \(mark)", lifetimeSeconds: lifetimes.authoritySeconds)
      try authority.save(certificateFile: authorityFile, keyFile: authorityKeyFile, replacing: replacing)
      made.append((authorityFile, authority.facts))
    }
    if replacing, unsafe unlink(revocationListFile) != 0, errno != ENOENT {
      throw .unwritable(file: revocationListFile, reason: systemText(errno))
    }
    if !CertificateFile.exists(revocationListFile) {
      try authority.revoke(
        serials: [], listFile: revocationListFile, nextUpdateSeconds: lifetimes.revocationListSeconds)
    }
    var requests = [
      (serverFile, serverKeyFile, CertificateRequest.server(names: serverNames, lifetimeSeconds: lifetimes.leafSeconds))
    ]
    for role in roles {
      let request = CertificateRequest.client(uri: Self.identity(role).name, lifetimeSeconds: lifetimes.leafSeconds)
      requests.append((clientFile(role), clientKeyFile(role), request))
    }
    for (file, keyFile, request) in requests where replacing || !bothExist(file, keyFile) {
      let issued = try authority.issue(request)
      try issued.save(certificateFile: file, keyFile: keyFile, replacing: replacing)
      made.append((file, issued.facts))
    }
    return made
  }

  private func bothExist(_ one: String, _ other: String) -> Bool {
    CertificateFile.exists(one) && CertificateFile.exists(other)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
