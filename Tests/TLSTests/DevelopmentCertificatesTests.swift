internal import Glibc
internal import Testing

@testable internal import TLS

@Suite struct DevelopmentCertificatesTests {
  let folder: Folder
  let files: DevelopmentCertificates

  init() throws {
    folder = try Folder()
    // Its own authority must not stand in the way.
    for name in ["ca.pem", "ca.key"] { unsafe unlink(folder.file(name)) }
    files = DevelopmentCertificates(directory: folder.path)
  }

  @Test("a server and its clients can talk with what is made")
  func works() throws {
    let made = try files.make(serverNames: ["localhost", "127.0.0.1", "::1"], roles: ["operator", "checkout"])
    #expect(
      made.map(\.file) == [
        files.authorityFile, files.serverFile, files.clientFile("operator"), files.clientFile("checkout"),
      ])
    let server = try TLSContext.server(
      ServerTLSConfiguration(
        certificateChainFile: files.serverFile, privateKeyFile: files.serverKeyFile,
        clientAuthoritiesFile: files.authorityFile, revocationListFile: files.revocationListFile))
    try server.selfCheck()
    let client = try TLSContext.client(
      ClientTLSConfiguration(
        authoritiesFile: files.authorityFile, certificateChainFile: files.clientFile("checkout"),
        privateKeyFile: files.clientKeyFile("checkout")))
    for name in ["localhost", "127.0.0.1", "::1"] {
      let loopback = try Loopback(server, client, name: name)
      #expect(loopback.shakeHands() == (.done, .done))
      #expect(try loopback.server.peerIdentity() == DevelopmentCertificates.identity("checkout"))
    }
    for name in ["ca.key", "server.key", "client-operator.key", "client-checkout.key"] {
      #expect(folder.mode(name) == 0o600)
    }
  }

  @Test("a second run makes only what is missing")
  func secondRun() throws {
    _ = try files.make(serverNames: ["localhost"], roles: ["operator"])
    let before = (folder.read("ca.pem"), folder.read("server.pem"), folder.read("client-operator.key"))
    #expect(try files.make(serverNames: ["localhost"], roles: ["operator"]).isEmpty)
    let made = try files.make(serverNames: ["localhost"], roles: ["operator", "reader"])
    #expect(made.map(\.file) == [files.clientFile("reader")])
    #expect(before == (folder.read("ca.pem"), folder.read("server.pem"), folder.read("client-operator.key")))
    #expect(made[0].facts.issuer == (try CertificateFacts.read(file: files.authorityFile)[0].subject))
  }

  @Test("a run that replaces starts all over, authority and list included")
  func replacing() throws {
    _ = try files.make(serverNames: ["localhost"], roles: ["operator"])
    let before = try CertificateFacts.read(file: files.authorityFile)[0]
    let list = folder.read("revoked.pem")
    #expect(try files.make(serverNames: ["localhost"], roles: ["operator"], replacing: true).count == 3)
    let after = try CertificateFacts.read(file: files.authorityFile)[0]
    #expect(before.serial != after.serial)
    #expect(before.subject != after.subject)
    #expect(list != folder.read("revoked.pem"))
  }

  @Test("half a pair is not completed")
  func halfAPair() throws {
    _ = try files.make(serverNames: ["localhost"], roles: ["operator"])
    unsafe unlink(files.serverKeyFile)
    #expect(throws: TLSConfigurationError.exists(file: files.serverFile)) {
      try files.make(serverNames: ["localhost"], roles: ["operator"])
    }
  }

  @Test("a role that would be another file is refused", arguments: ["", "../evil", "a b", "a/b", "ä"])
  func badRole(role: String) {
    #expect(throws: TLSConfigurationError.self) { try files.make(serverNames: ["localhost"], roles: [role]) }
    #expect(folder.mode("ca.pem") == 0)
  }
}
