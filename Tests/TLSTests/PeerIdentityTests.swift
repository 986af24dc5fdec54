internal import Testing

@testable internal import TLS

@Suite struct PeerIdentityTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  /// The identity in a client certificate made as `change` says; it starts out with no name at all.
  private func identity(_ change: (inout CertificateRequest) -> Void) throws -> PeerIdentity {
    var request = CertificateRequest(commonName: "", purposes: [.client], lifetimeSeconds: 3600)
    change(&request)
    try folder.issue("peer", request)
    let certificate = try PEM.certificates(in: folder.file("peer.pem"))[0]
    return try unsafe PeerIdentity(of: certificate.pointer)
  }

  @Test("one URI is the identity, whatever else there is")
  func uri() throws {
    let identity = try identity {
      $0.uris = ["spiffe://holdfast/dev/operator"]
      $0.dnsNames = ["a", "b"]
      $0.addresses = ["10.0.0.1"]
      $0.commonName = "someone"
    }
    #expect(identity == PeerIdentity(kind: .uri, name: "spiffe://holdfast/dev/operator"))
    #expect("\(identity)" == "uri:spiffe://holdfast/dev/operator")
  }

  @Test("without a URI one DNS name is the identity")
  func dns() throws {
    let identity = try identity {
      $0.dnsNames = ["checkout.internal"]
      $0.addresses = ["10.0.0.1", "::1"]
      $0.commonName = "someone"
    }
    #expect(identity == PeerIdentity(kind: .dns, name: "checkout.internal"))
  }

  @Test("without either the common name is the identity")
  func commonName() throws {
    #expect(try identity { $0.commonName = "käse" } == PeerIdentity(kind: .commonName, name: "käse"))
    let addressed = try identity {
      $0.commonName = "pos"
      $0.addresses = ["10.0.0.1"]
    }
    #expect(addressed == PeerIdentity(kind: .commonName, name: "pos"))
  }

  @Test("two of the deciding kind are refused")
  func two() {
    #expect(throws: IdentityRefusal.severalURIs) { try identity { $0.uris = ["a:1", "a:2"] } }
    #expect(throws: IdentityRefusal.severalURIs) { try identity { $0.uris = ["a:1", "a:1"] } }
    #expect(throws: IdentityRefusal.severalDNSNames) { try identity { $0.dnsNames = ["a", "b"] } }
  }

  @Test("a certificate without any name is refused")
  func none() {
    #expect(throws: IdentityRefusal.noName) { try identity { _ in } }
    #expect(throws: IdentityRefusal.noName) { try identity { $0.addresses = ["10.0.0.1"] } }
  }

  @Test(
    "names that could be mistaken for others are refused",
    arguments: [
      "", "spiffe://holdfast/operator\u{0}.evil", "\u{0}", "a\nb", "a\u{7F}", "a\u{85}b",
      String(repeating: "x", count: 256),
    ])
  func malformed(name: String) {
    #expect(throws: IdentityRefusal.malformedName) { try identity { $0.uris = [name] } }
    #expect(throws: IdentityRefusal.malformedName) { try identity { $0.dnsNames = [name] } }
  }

  @Test("a common name with a NUL inside is refused")
  func malformedCommonName() {
    #expect(throws: IdentityRefusal.malformedName) { try identity { $0.commonName = "operator\u{0}.evil" } }
  }

  @Test("a malformed URI does not make way for a good DNS name")
  func noFallback() {
    #expect(throws: IdentityRefusal.malformedName) {
      try identity {
        $0.uris = ["a\u{0}"]
        $0.dnsNames = ["checkout"]
        $0.commonName = "checkout"
      }
    }
  }

  @Test("a name may be as long as it may be")
  func longest() throws {
    let name = String(repeating: "x", count: 255)
    #expect(try identity { $0.uris = [name] }.name == name)
  }

  @Test("a comma in a name adds no other name")
  func comma() throws {
    #expect(try identity { $0.uris = ["a:1,DNS:evil,URI:a:2"] }.name == "a:1,DNS:evil,URI:a:2")
  }

  @Test("client authentication must be among the purposes")
  func purposes() throws {
    #expect(throws: IdentityRefusal.notForClients) {
      try identity {
        $0.uris = ["a:1"]
        $0.purposes = []
      }
    }
    #expect(throws: IdentityRefusal.notForClients) {
      try identity {
        $0.uris = ["a:1"]
        $0.purposes = [.server]
      }
    }
    let both = try identity {
      $0.uris = ["a:1"]
      $0.purposes = [.server, .client]
    }
    #expect(both.name == "a:1")
  }
}
