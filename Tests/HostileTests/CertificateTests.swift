import Messages
import Support
import TLS
import Testing

/// Certificates that must open nothing. Each is shown by a client that would otherwise be served.
@Suite("Certificates that open nothing") struct CertificateTests {
  // In this order they go away: a server waits for its clients at its end.
  private let witness: CallClient
  private let server: LoopbackServer

  init() throws {
    server = try LoopbackServer()
    witness = try CallClient(port: server.port, server.client("operator"))
    _ = try World.make(witness)
  }

  private enum Refusal: Equatable {
    /// By TLS, before any call.
    case handshake
    /// By an answer to the first call.
    case call(message: String)
  }

  /// A client with a certificate of `authority`, this server's unless said otherwise.
  private func client(_ request: CertificateRequest, by authority: CertificateAuthority? = nil) throws
    -> ClientTLSConfiguration
  {
    let files = server.certificates.files
    let issued = try (authority ?? server.certificates.authority()).issue(request)
    try issued.save(certificateFile: files.clientFile("made"), keyFile: files.clientKeyFile("made"), replacing: true)
    return server.client("made")
  }

  private func refusal(_ configuration: ClientTLSConfiguration) throws -> Refusal? {
    do {
      let client = try CallClient(port: server.port, configuration)
      let answer = try client.call(.stockServiceGetStock, GetStockRequest(productID: "P1", warehouseID: "W1"))
      guard answer.code == .unauthenticated else { return nil }
      #expect(answer.response.isEmpty)
      #expect(client.answersUntilEnd().end == .closed)
      return .call(message: answer.status?.message ?? "")
    } catch is CallClient.Failure {
      return .handshake
    }
  }

  private var good: CertificateRequest {
    .client(uri: DevelopmentCertificates.identity("operator").name, lifetimeSeconds: 3600)
  }

  @Test("a good certificate opens the door: the others differ from it in one thing each")
  func goodOne() throws {
    #expect(try refusal(client(good)) == nil)
  }

  @Test("none, and one of another authority, even of the same name, are refused in the handshake")
  func otherAuthority() throws {
    #expect(try refusal(ClientTLSConfiguration(authoritiesFile: server.certificates.files.authorityFile)) == .handshake)
    let name = try server.certificates.authority().facts.subject.replacing("CN=", with: "")
    for name in ["stranger", String(name.prefix(64))] {
      let other = try CertificateAuthority(commonName: name, lifetimeSeconds: 3600)
      #expect(try refusal(client(good, by: other)) == .handshake)
    }
    #expect(try World.level(witness).onHand == World.onHand)
  }

  @Test("two names of the deciding kind are refused in the handshake")
  func twoNames() throws {
    var request = good
    request.uris.append(DevelopmentCertificates.identity("reader").name)
    #expect(try refusal(client(request)) == .handshake)
    request.uris = []
    request.dnsNames = ["operator.example", "reader.example"]
    #expect(try refusal(client(request)) == .handshake)
  }

  @Test(
    "names that have no role, or look like one that has, are refused",
    arguments: [
      "spiffe://holdfast/dev/nobody", "spiffe://holdfast/dev/operator/", "spiffe://holdfast/dev/Operator",
      "spiffe://holdfast/dev/operator ",
      "spiffe://holdfast/dev/operator\u{0}x", "spiffe://holdfast/dev/operator\n", "operator", "",
    ])
  func lookalikes(_ uri: String) throws {
    var request = good
    request.uris = [uri]
    #expect(try refusal(client(request)) != nil)
  }

  @Test("what one without a role sends is not looked at, however much it is")
  func floods() throws {
    for _ in 0..<5 {
      let client = try CallClient(port: server.port, server.client("stranger"))
      try? client.send(again(call(1, getStock), upTo: 1 << 20))
      let (answers, _) = client.answersUntilEnd()
      #expect(answers.count <= 1, "one refusal is enough")
    }
    #expect(try World.level(witness).onHand == World.onHand)
  }
}
