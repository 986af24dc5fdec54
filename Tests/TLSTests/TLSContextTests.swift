internal import Glibc
internal import Testing

@testable internal import TLS

@Suite struct TLSContextTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  /// The description of what making a server's context throws.
  private func complaint(
    _ request: CertificateRequest? = nil, _ change: (inout ServerTLSConfiguration) -> Void
  ) -> String {
    do {
      _ = try folder.server(request, change)
      return "none"
    } catch {
      return "\(error)"
    }
  }

  @Test("a good context passes its own check and tells its dates")
  func good() throws {
    let now = time(nil)
    let context = try folder.server()
    try context.selfCheck()
    #expect(context.chain.map(\.subject) == ["CN=localhost"])
    #expect(context.authorities.map(\.subject) == ["CN=tests"])
    #expect(abs(context.chain[0].notAfterSeconds - now - 3600) <= 2)
    #expect(abs(context.chain[0].notBeforeSeconds - now + 300) <= 2)
    #expect(context.chain[0].notAfterMicroseconds == Int64(context.chain[0].notAfterSeconds) * 1_000_000)
    #expect(context.revocationListsDueSeconds == nil)
    try folder.client().selfCheck()
  }

  @Test("a context without application protocols passes its own check")
  func goodWithoutProtocols() throws {
    try folder.server { $0.applicationProtocols = [] }.selfCheck()
  }

  @Test("a missing file names itself")
  func missing() {
    let file = folder.file("nowhere.pem")
    #expect(complaint { $0.certificateChainFile = file } == "\(file): cannot be read: No such file or directory")
    #expect(complaint { $0.privateKeyFile = file } == "\(file): cannot be read: No such file or directory")
    #expect(complaint { $0.clientAuthoritiesFile = file } == "\(file): cannot be read: No such file or directory")
    #expect(complaint { $0.revocationListFile = file } == "\(file): cannot be read: No such file or directory")
    #expect(complaint { $0.certificateChainFile = folder.path } == "\(folder.path): cannot be read: Is a directory")
  }

  @Test("a key of another certificate is noticed")
  func mismatch() throws {
    try folder.issue("other", .server(names: ["other"], lifetimeSeconds: 3600))
    #expect(
      complaint { $0.privateKeyFile = folder.file("other.key") }
        == "\(folder.file("other.key")): is not the key of \(folder.file("server.pem"))")
  }

  @Test("an expired certificate names its file and its day")
  func expired() {
    let text = complaint(.server(names: ["localhost"], lifetimeSeconds: -60)) { _ in }
    #expect(text.hasPrefix("\(folder.file("server.pem")): expired on 20"))
    #expect(text.hasSuffix("Z"))
  }

  @Test("a certificate of tomorrow is not taken today")
  func early() {
    var request = CertificateRequest.server(names: ["localhost"], lifetimeSeconds: 7200)
    request.startSeconds = 3600
    #expect(complaint(request) { _ in }.hasPrefix("\(folder.file("server.pem")): is not valid before 20"))
  }

  @Test("an authority that has expired is of no use, unless another is beside it")
  func expiredAuthority() throws {
    let old = try CertificateAuthority(commonName: "old", lifetimeSeconds: -60)
    folder.write(try old.certificatePEM(), "old.pem")
    #expect(
      complaint { $0.clientAuthoritiesFile = folder.file("old.pem") }.hasPrefix("\(folder.file("old.pem")): expired on")
    )
    folder.write(try old.certificatePEM() + folder.authority.certificatePEM(), "both.pem")
    #expect(complaint { $0.clientAuthoritiesFile = folder.file("both.pem") } == "none")
  }

  @Test("an expired revocation list is refused, and a good one tells when it is due")
  func lists() throws {
    let file = folder.file("revoked.pem")
    try folder.authority.revoke(serials: [], listFile: file, nextUpdateSeconds: -60)
    #expect(complaint { $0.revocationListFile = file }.hasPrefix("\(file): expired on"))
    try folder.authority.revoke(serials: [], listFile: file, nextUpdateSeconds: 3600)
    let due = try #require(try folder.server { $0.revocationListFile = file }.revocationListsDueSeconds)
    #expect(abs(due - time(nil) - 3600) <= 2)
  }

  @Test("a client's certificate does not make a server, nor a leaf an authority")
  func purposes() {
    #expect(
      complaint(Folder.operatorRequest) { _ in }
        == "\(folder.file("server.pem")): is not a certificate for servers")
    #expect(
      complaint { $0.clientAuthoritiesFile = folder.file("server.pem") }
        == "\(folder.file("server.pem")): is not a certificate for authorities")
  }

  @Test("files that hold something else are refused by name")
  func wrongContents() {
    folder.write(Array("nothing of the kind".utf8), "text.pem")
    let text = folder.file("text.pem")
    #expect(complaint { $0.certificateChainFile = text } == "\(text): holds no certificate")
    #expect(complaint { $0.privateKeyFile = text } == "\(text): holds no private key")
    #expect(complaint { $0.revocationListFile = text } == "\(text): holds no revocation list")
    folder.write([], "empty.pem")
    #expect(complaint { $0.certificateChainFile = folder.file("empty.pem") }.hasSuffix("holds no certificate"))
  }

  @Test("a certificate that is cut off is refused, wherever the cut is")
  func cutOff() throws {
    let whole = try folder.authority.certificatePEM()
    for length in stride(from: 28, to: whole.count - 30, by: 37) {
      folder.write(whole + Array(whole[..<length]), "cut.pem")
      let text = complaint { $0.clientAuthoritiesFile = folder.file("cut.pem") }
      #expect(text.hasPrefix("\(folder.file("cut.pem")): holds no proper certificate"), "cut at \(length)")
    }
  }

  // OpenSSL would ask on the terminal, and a server would stand still.
  @Test("an encrypted key is refused without asking for its password")
  func encryptedKey() throws {
    let pem = """
      -----BEGIN EC PRIVATE KEY-----
      Proc-Type: 4,ENCRYPTED
      DEK-Info: AES-128-CBC,00112233445566778899AABBCCDDEEFF

      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
      -----END EC PRIVATE KEY-----

      """
    folder.write(Array(pem.utf8), "locked.key")
    let text = complaint { $0.privateKeyFile = folder.file("locked.key") }
    #expect(text.hasPrefix("\(folder.file("locked.key")): holds no proper private key"))
  }

  @Test("settings that contradict each other are refused")
  func contradictions() throws {
    #expect(complaint { $0.clientAuthoritiesFile = nil }.contains("no file of their authorities"))
    #expect(complaint { $0.applicationProtocols = [""] }.contains("1 to 255 bytes"))
    #expect(complaint { $0.applicationProtocols = [String(repeating: "x", count: 256)] }.contains("1 to 255 bytes"))
    #expect(throws: TLSConfigurationError.self) { try folder.client { $0.privateKeyFile = nil } }
    #expect(throws: TLSConfigurationError.self) { try folder.client { $0.certificateChainFile = nil } }
  }

  @Test("days left count down through zero")
  func daysLeft() throws {
    let facts = try folder.server().chain[0]
    #expect(facts.daysLeft(nowSeconds: facts.notAfterSeconds - 86_400) == 1)
    #expect(facts.daysLeft(nowSeconds: facts.notAfterSeconds - 86_399) == 0)
    #expect(facts.daysLeft(nowSeconds: facts.notAfterSeconds + 1) == -1)
  }

  @Test("every failure has words of its own")
  func words() {
    #expect(Set(TLSFailure.Kind.allCases.map(\.words)).count == TLSFailure.Kind.allCases.count)
    #expect(TLSFailure(.notTLS).description == "this is not TLS")
  }
}
