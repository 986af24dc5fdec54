internal import COpenSSL
internal import Glibc
internal import Testing

@testable internal import TLS

@Suite struct CertificateAuthorityTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  @Test("keys are for their owner alone, and certificates for everyone")
  func modes() throws {
    let before = umask(0)
    defer { umask(before) }
    try folder.issue("client", Folder.operatorRequest)
    #expect(folder.mode("client.key") == 0o600)
    #expect(folder.mode("client.pem") == 0o644)
    #expect(folder.mode("ca.key") == 0o600)
  }

  @Test("a file that is there is not replaced unless one says so")
  func noReplacing() throws {
    let other = try CertificateAuthority(commonName: "other", lifetimeSeconds: 3600)
    let (certificate, key) = (folder.read("ca.pem"), folder.read("ca.key"))
    #expect(throws: TLSConfigurationError.exists(file: folder.file("ca.pem"))) {
      try other.save(certificateFile: folder.file("ca.pem"), keyFile: folder.file("new.key"))
    }
    #expect(throws: TLSConfigurationError.exists(file: folder.file("ca.key"))) {
      try other.save(certificateFile: folder.file("new.pem"), keyFile: folder.file("ca.key"))
    }
    #expect(folder.read("ca.pem") == certificate)
    #expect(folder.read("ca.key") == key)
    #expect(folder.mode("new.pem") == 0)
    #expect(folder.mode("new.key") == 0)
    try other.save(certificateFile: folder.file("ca.pem"), keyFile: folder.file("ca.key"), replacing: true)
    #expect(folder.read("ca.pem") != certificate)
    #expect(folder.mode("ca.key") == 0o600)
  }

  @Test("the writer itself does not replace a file that came in between")
  func noReplacingUnderneath() throws {
    folder.write([1, 2, 3], "taken")
    #expect(throws: TLSConfigurationError.exists(file: folder.file("taken"))) {
      try CertificateFile.write([4], to: folder.file("taken"), mode: 0o600, replacing: false)
    }
    #expect(folder.read("taken") == [1, 2, 3])
  }

  @Test("a directory that cannot be written names the file")
  func unwritable() throws {
    let issued = try folder.authority.issue(Folder.operatorRequest)
    let file = "/nowhere/at/all.key"
    #expect(throws: TLSConfigurationError.unwritable(file: file, reason: "No such file or directory")) {
      try issued.save(certificateFile: "/nowhere/at/all.pem", keyFile: file)
    }
  }

  @Test("an authority read back from its files issues certificates that its first self vouches for")
  func reload() throws {
    let again = try CertificateAuthority(certificateFile: folder.file("ca.pem"), keyFile: folder.file("ca.key"))
    #expect(again.facts == folder.authority.facts)
    #expect(try Loopback(folder.server(), folder.client(by: again)).shakeHands() == (.done, .done))
  }

  @Test("an authority is not read from a leaf's files or with another's key")
  func badReload() throws {
    try folder.issue("client", Folder.operatorRequest)
    #expect(throws: TLSConfigurationError.wrongPurpose(file: folder.file("client.pem"), purpose: "authorities")) {
      try CertificateAuthority(certificateFile: folder.file("client.pem"), keyFile: folder.file("client.key"))
    }
    #expect(
      throws: TLSConfigurationError.keyMismatch(
        certificateFile: folder.file("ca.pem"), keyFile: folder.file("client.key"))
    ) {
      try CertificateAuthority(certificateFile: folder.file("ca.pem"), keyFile: folder.file("client.key"))
    }
  }

  @Test("serial numbers are random, positive and long")
  func serials() throws {
    let serials = try (0..<20).map { _ in try folder.authority.issue(Folder.operatorRequest).facts.serial }
    #expect(Set(serials).count == 20)
    #expect(serials.allSatisfy { (20...32).contains($0.count) && !$0.hasPrefix("-") })
  }

  @Test("certificates carry the extensions that verifiers look for")
  func extensions() throws {
    try folder.issue("client", Folder.operatorRequest)
    let leaf = try PEM.certificates(in: folder.file("client.pem"))[0]
    let root = folder.authority.certificate
    #expect(unsafe X509_get_key_usage(leaf.pointer) == UInt32(KU_DIGITAL_SIGNATURE))
    #expect(unsafe X509_get_extended_key_usage(leaf.pointer) == UInt32(XKU_SSL_CLIENT))
    #expect(unsafe X509_check_ca(leaf.pointer) == 0)
    #expect(unsafe X509_get_key_usage(root.pointer) == UInt32(KU_KEY_CERT_SIGN | KU_CRL_SIGN))
    #expect(unsafe X509_check_ca(root.pointer) == 1)
    #expect(unsafe X509_get_pathlen(root.pointer) == 0)
    let rootKey = unsafe X509_get0_subject_key_id(root.pointer)
    #expect(unsafe ASN1_OCTET_STRING_cmp(X509_get0_authority_key_id(leaf.pointer), rootKey) == 0)
    #expect(unsafe X509_check_issued(root.pointer, leaf.pointer) == X509_V_OK)
    #expect(unsafe X509_get_version(leaf.pointer) == 2)
  }

  @Test("an authority cannot make another authority by way of a leaf")
  func noChainOfLeaves() throws {
    try folder.issue("client", Folder.operatorRequest)
    let leafKey = try PEM.privateKey(in: folder.file("client.key"))
    let leaf = try PEM.certificates(in: folder.file("client.pem"))[0]
    let request = Folder.operatorRequest
    let builder = try CertificateBuilder(key: leafKey)
    try builder.setSubject(request)
    try builder.setLife(request)
    try builder.addLeafExtensions(request)
    let child = try builder.sign(issuer: leaf, key: leafKey)
    folder.write(try child.pem() + leaf.pem(), "chain.pem")
    let client = try TLSContext.client(
      ClientTLSConfiguration(
        authoritiesFile: folder.file("ca.pem"), certificateChainFile: folder.file("chain.pem"),
        privateKeyFile: folder.file("client.key")))
    #expect(client.chain.count == 2)
    #expect(try Loopback(folder.server(), client).failures().server?.kind == .unknownAuthority)
  }

  @Test("what cannot be made is refused")
  func refusals() {
    var request = CertificateRequest.server(names: ["localhost"], lifetimeSeconds: 3600)
    request.addresses = ["not an address"]
    #expect(throws: TLSConfigurationError.contradiction(reason: "\"not an address\" is not an IP address")) {
      try folder.authority.issue(request)
    }
    request.addresses = []
    request.commonName = String(repeating: "x", count: 65)
    #expect(throws: TLSConfigurationError.self) { try folder.authority.issue(request) }
  }

  @Test("a revocation list grows, keeps what it has and numbers itself")
  func growingList() throws {
    let file = folder.file("revoked.pem")
    let serials = try (0..<3).map { _ in try folder.authority.issue(Folder.operatorRequest).facts.serial }
    try folder.authority.revoke(serials: [serials[0]], listFile: file, nextUpdateSeconds: 3600)
    try folder.authority.revoke(serials: [serials[1], serials[0]], listFile: file, nextUpdateSeconds: 7200)
    try folder.authority.revoke(serials: [], listFile: file, nextUpdateSeconds: 7200)
    let lists = try PEM.revocationLists(in: file)
    #expect(lists.count == 1)
    let entries = unsafe X509_CRL_get_REVOKED(lists[0].pointer)
    #expect(unsafe OPENSSL_sk_num(entries) == 2)
    let number = unsafe X509_CRL_get_ext_d2i(lists[0].pointer, NID_crl_number, nil, nil)
    let value = unsafe ASN1_INTEGER_get(number?.assumingMemoryBound(to: ASN1_INTEGER.self))
    #expect(value == 3)
    unsafe ASN1_INTEGER_free(number?.assumingMemoryBound(to: ASN1_INTEGER.self))
  }

  @Test("a list that an impostor has signed is not built upon")
  func impostorsList() throws {
    let impostor = try CertificateAuthority(commonName: "tests", lifetimeSeconds: 3600)
    try impostor.revoke(serials: [], listFile: folder.file("revoked.pem"), nextUpdateSeconds: 3600)
    #expect(throws: TLSConfigurationError.self) {
      try folder.authority.revoke(serials: [], listFile: folder.file("revoked.pem"), nextUpdateSeconds: 3600)
    }
  }

  @Test(
    "only numbers are revoked, and only one's own certificates are named", arguments: ["", "xyz", "12 34", "12\u{0}"])
  func badSerials(serial: String) throws {
    #expect(throws: TLSConfigurationError.self) {
      try folder.authority.revoke(serials: [serial], listFile: folder.file("revoked.pem"), nextUpdateSeconds: 3600)
    }
    let other = try CertificateAuthority(commonName: "other", lifetimeSeconds: 3600)
    let issued = try folder.issue("client", Folder.operatorRequest)
    #expect(try folder.authority.serial(ofCertificateFile: folder.file("client.pem")) == issued.facts.serial)
    #expect(throws: TLSConfigurationError.self) {
      try other.serial(ofCertificateFile: folder.file("client.pem"))
    }
  }
}
