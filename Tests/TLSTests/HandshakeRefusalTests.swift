internal import COpenSSL
internal import Testing

@testable internal import TLS

/// Who is not let in, and that both sides know why.
@Suite struct HandshakeRefusalTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  /// Expects the server to refuse for `kind`, and the client to be told by an alert of kind `told`.
  private func expectRefusal(
    _ kind: TLSFailure.Kind, told: TLSFailure.Kind, _ server: TLSContext, _ client: TLSContext,
    _ prepare: (Loopback) -> Void = { _ in }, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let loopback = try Loopback(server, client)
    prepare(loopback)
    let failures = loopback.failures()
    #expect(failures.server?.kind == kind, sourceLocation: sourceLocation)
    #expect(failures.server?.isFromPeer == false, sourceLocation: sourceLocation)
    #expect(failures.client?.kind == told, sourceLocation: sourceLocation)
    #expect(failures.client?.isFromPeer == true, sourceLocation: sourceLocation)
  }

  @Test("a client of an unknown authority is refused")
  func unknownAuthority() throws {
    let stranger = try CertificateAuthority(commonName: "stranger", lifetimeSeconds: 3600)
    try expectRefusal(
      .unknownAuthority, told: .unknownAuthority, folder.server(), folder.client(by: stranger))
  }

  @Test("a client of an authority that only has the same name is refused")
  func sameNameAuthority() throws {
    let impostor = try CertificateAuthority(commonName: "tests", lifetimeSeconds: 3600)
    try expectRefusal(
      .unknownAuthority, told: .unknownAuthority, folder.server(), folder.client(by: impostor))
  }

  @Test("a client whose certificate has expired is refused")
  func expiredClient() throws {
    var request = Folder.operatorRequest
    request.lifetimeSeconds = 2
    let client = try folder.client(request)
    let loopback = try Loopback(folder.server(), client)
    // A context is not made from an expired certificate, so the server's clock is moved instead.
    let parameters = unsafe SSL_get0_param(loopback.server.ssl)
    unsafe X509_VERIFY_PARAM_set_time(parameters, client.chain[0].notAfterSeconds + 1)
    let failures = loopback.failures()
    #expect(failures.server?.kind == .certificateExpired)
    #expect(failures.client?.kind == .certificateExpired)
    #expect(failures.client?.isFromPeer == true)
    #expect(failures.server?.reason.contains("certificate has expired") == true)
  }

  @Test("a client whose certificate is not valid yet is refused")
  func earlyClient() throws {
    let client = try folder.client()
    let loopback = try Loopback(folder.server(), client)
    let parameters = unsafe SSL_get0_param(loopback.server.ssl)
    unsafe X509_VERIFY_PARAM_set_time(parameters, client.chain[0].notBeforeSeconds - 1)
    #expect(loopback.failures().server?.kind == .certificateNotYetValid)
  }

  @Test("a server whose certificate has expired is refused by the client")
  func expiredServer() throws {
    let server = try folder.server()
    let loopback = try Loopback(server, folder.client())
    let parameters = unsafe SSL_get0_param(loopback.client.ssl)
    unsafe X509_VERIFY_PARAM_set_time(parameters, server.chain[0].notAfterSeconds + 1)
    let failures = loopback.failures()
    #expect(failures.client?.kind == .certificateExpired)
    #expect(failures.server?.kind == .certificateExpired)
    #expect(failures.server?.isFromPeer == true)
  }

  @Test("a client without a certificate is refused")
  func noCertificate() throws {
    let client = try TLSContext.client(ClientTLSConfiguration(authoritiesFile: folder.file("ca.pem")))
    try expectRefusal(.noCertificate, told: .noCertificate, folder.server(), client)
  }

  @Test("a client without a certificate is let in where none is asked for")
  func certificatesTurnedOff() throws {
    let client = try TLSContext.client(ClientTLSConfiguration(authoritiesFile: folder.file("ca.pem")))
    let server = try folder.server {
      $0.requiresClientCertificate = false
      $0.clientAuthoritiesFile = nil
    }
    let loopback = try Loopback(server, client)
    #expect(loopback.shakeHands() == (.done, .done))
    #expect(loopback.server.peerCertificate == nil)
    #expect(throws: IdentityRefusal.noCertificate) { try loopback.server.peerIdentity() }
  }

  @Test("a revoked client is refused, and the others are not")
  func revoked() throws {
    let client = try folder.client()
    try folder.authority.revoke(
      serials: [client.chain[0].serial], listFile: folder.file("revoked.pem"), nextUpdateSeconds: 3600)
    let server = try folder.server { $0.revocationListFile = folder.file("revoked.pem") }
    try expectRefusal(.certificateRevoked, told: .certificateRevoked, server, client)
    #expect(try Loopback(server, folder.client()).shakeHands() == (.done, .done))
  }

  @Test("where lists are checked, a client whose authority has none is refused")
  func noList() throws {
    let other = try CertificateAuthority(commonName: "other", lifetimeSeconds: 3600)
    folder.write(folder.read("ca.pem") + (try other.certificatePEM()), "both.pem")
    try folder.authority.revoke(serials: [], listFile: folder.file("revoked.pem"), nextUpdateSeconds: 3600)
    let server = try folder.server {
      $0.clientAuthoritiesFile = folder.file("both.pem")
      $0.revocationListFile = folder.file("revoked.pem")
    }
    #expect(try Loopback(server, folder.client()).shakeHands() == (.done, .done))
    #expect(try Loopback(server, folder.client(by: other)).failures().server?.kind == .revocationUnknown)
    try other.revoke(serials: [], listFile: folder.file("revoked.pem"), nextUpdateSeconds: 3600)
    let newer = try folder.server {
      $0.clientAuthoritiesFile = folder.file("both.pem")
      $0.revocationListFile = folder.file("revoked.pem")
    }
    #expect(try Loopback(newer, folder.client(by: other)).shakeHands() == (.done, .done))
  }

  @Test("a certificate with two URIs is refused")
  func twoURIs() throws {
    var request = Folder.operatorRequest
    request.uris.append("spiffe://holdfast/dev/reader")
    try expectRefusal(.identityRefused, told: .other, folder.server(), folder.client(request))
  }

  @Test("a certificate that is good for everything is not good enough for a client")
  func noPurpose() throws {
    var request = Folder.operatorRequest
    request.purposes = []
    try expectRefusal(.wrongPurpose, told: .wrongPurpose, folder.server(), folder.client(request))
  }

  @Test("a server's certificate does not make a client")
  func serverAsClient() throws {
    var request = Folder.operatorRequest
    request.purposes = [.server]
    #expect(throws: TLSConfigurationError.wrongPurpose(file: folder.file("client.pem"), purpose: "clients")) {
      try folder.client(request)
    }
    // Our own client does not even load it, so one is made that does: a certificate put into a session by hand.
    let loopback = try Loopback(folder.server(), folder.client())
    let certificate = try folder.authority.issue(request)
    folder.write(certificate.certificatePEM, "wrong.pem")
    folder.write(certificate.keyPEM, "wrong.key")
    #expect(unsafe SSL_use_certificate_file(loopback.client.ssl, folder.file("wrong.pem"), SSL_FILETYPE_PEM) == 1)
    #expect(unsafe SSL_use_PrivateKey_file(loopback.client.ssl, folder.file("wrong.key"), SSL_FILETYPE_PEM) == 1)
    let failures = loopback.failures()
    #expect(failures.server?.kind == .wrongPurpose)
    #expect(failures.client?.isFromPeer == true)
  }

  @Test("a client that speaks another application protocol is refused")
  func otherProtocol() throws {
    let client = try folder.client { $0.applicationProtocols = ["h2", "http/1.1"] }
    try expectRefusal(.applicationProtocol, told: .applicationProtocol, folder.server(), client)
  }

  @Test("a client that names no application protocol is refused")
  func noProtocol() throws {
    let client = try folder.client { $0.applicationProtocols = [] }
    try expectRefusal(.applicationProtocol, told: .applicationProtocol, folder.server(), client)
  }

  @Test("the server's preferred application protocol is taken, whatever the client prefers")
  func preferredProtocol() throws {
    let server = try folder.server { $0.applicationProtocols = ["holdfast/1", "h2"] }
    let client = try folder.client { $0.applicationProtocols = ["h2", "holdfast/1"] }
    let loopback = try Loopback(server, client)
    #expect(loopback.shakeHands() == (.done, .done))
    #expect(loopback.client.applicationProtocol == "holdfast/1")
  }

  @Test("a server that ignores our application protocols is refused by the client")
  func ignorantServer() throws {
    let server = try folder.server { $0.applicationProtocols = [] }
    let loopback = try Loopback(server, folder.client())
    #expect(loopback.failures().client?.kind == .applicationProtocol)
  }

  @Test("TLS 1.2 is refused unless it is allowed")
  func oldVersion() throws {
    let client = try folder.client { $0.allowsTLS12 = true }
    let makeOld = { (loopback: Loopback) in
      #expect(unsafe holdfast_ssl_set_max_version(loopback.client.ssl, TLS1_2_VERSION) == 1)
    }
    try expectRefusal(.protocolVersion, told: .protocolVersion, folder.server(), client, makeOld)
    let loopback = try Loopback(folder.server { $0.allowsTLS12 = true }, client)
    makeOld(loopback)
    #expect(loopback.shakeHands() == (.done, .done))
    #expect(loopback.server.protocolVersion == "TLSv1.2")
    #expect(loopback.server.applicationProtocol == "holdfast/1")
    let bytes = pattern(100_000)
    #expect(loopback.carry(bytes, toServer: true, readSize: 4096) == bytes)
    #expect(unsafe SSL_renegotiate(loopback.client.ssl) == 0 || SSL_do_handshake(loopback.client.ssl) != 1)
  }

  @Test("the server must have the name that was called", arguments: ["localhost", "127.0.0.1"])
  func rightName(name: String) throws {
    #expect(try Loopback(folder.server(), folder.client(), name: name).shakeHands() == (.done, .done))
  }

  @Test(
    "a server with another name is refused", arguments: ["example.org", "127.0.0.2", "::1", "local", "localhost.evil"])
  func wrongName(name: String) throws {
    let failures = try Loopback(folder.server(), folder.client(), name: name).failures()
    #expect(failures.client?.kind == .nameMismatch)
  }

  @Test("a server's common name is no name to call it by")
  func commonNameOnly() throws {
    let request = CertificateRequest(commonName: "localhost", purposes: [.server], lifetimeSeconds: 3600)
    #expect(try Loopback(folder.server(request), folder.client()).failures().client?.kind == .nameMismatch)
  }

  @Test("a client does not believe a server of an unknown authority")
  func unknownServer() throws {
    let other = try CertificateAuthority(commonName: "other", lifetimeSeconds: 3600)
    folder.write(try other.certificatePEM(), "other.pem")
    let client = try folder.client { $0.authoritiesFile = folder.file("other.pem") }
    let failures = try Loopback(folder.server(), client).failures()
    #expect(failures.client?.kind == .unknownAuthority)
    #expect(failures.server?.kind == .unknownAuthority)
    #expect(failures.server?.isFromPeer == true)
  }

  @Test("a live session is refused by a newer context that has revoked its peer or lost its authority")
  func liveSession() throws {
    let client = try folder.client()
    let loopback = try Loopback(folder.server(), client)
    #expect(loopback.shakeHands() == (.done, .done))
    #expect(loopback.server.refusal(by: try folder.server()) == nil)

    try folder.authority.revoke(
      serials: [client.chain[0].serial], listFile: folder.file("revoked.pem"), nextUpdateSeconds: 3600)
    let revoking = try folder.server { $0.revocationListFile = folder.file("revoked.pem") }
    #expect(loopback.server.refusal(by: revoking)?.kind == .certificateRevoked)

    let other = try CertificateAuthority(commonName: "other", lifetimeSeconds: 3600)
    folder.write(try other.certificatePEM(), "other.pem")
    let elsewhere = try folder.server { $0.clientAuthoritiesFile = folder.file("other.pem") }
    #expect(loopback.server.refusal(by: elsewhere)?.kind == .unknownAuthority)

    folder.write(try other.certificatePEM() + folder.authority.certificatePEM(), "both.pem")
    let overlapping = try folder.server { $0.clientAuthoritiesFile = folder.file("both.pem") }
    #expect(loopback.server.refusal(by: overlapping) == nil)
  }

  @Test("a session outlives the context it was made with")
  func contextGone() throws {
    var server: TLSContext? = try folder.server()
    var client: TLSContext? = try folder.client()
    let loopback = try Loopback(try #require(server), try #require(client))
    server = nil
    client = nil
    #expect(loopback.shakeHands() == (.done, .done))
  }
}
