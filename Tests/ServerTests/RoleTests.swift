import Messages
import Services
import Support
import TLS
import Testing
import Transport

@testable import Server

@Suite("Who may do what") struct RoleTests {
  @Test(
    "each role may do what it may, and is told what it lacks",
    arguments: [("reader", 1), ("seller", 2), ("operator", 3), ("admin", 3)])
  func roles(_ name: String, _ allowed: Int) throws {
    let server = try LoopbackServer()
    try CallClient(port: server.port, server.client("operator")).makeStock(onHand: 10)
    let client = try CallClient(port: server.port, server.client(name))
    let setting = StockSetting(productID: "P1", warehouseID: "W1", onHand: 11)
    let answers = [
      try client.call(.stockServiceGetStock, readP1),
      try client.call(.reservationServiceReserve, reserveOne(order: 1)),
      try client.call(.stockServiceSetStock, SetStockRequest(settings: [setting])),
    ]
    for (index, answer) in answers.enumerated() {
      #expect(answer.code == (index < allowed ? .ok : .permissionDenied))
      if index >= allowed {
        #expect(answer.status?.message.contains(name) == true)
        #expect(answer.status?.message.contains(index == 1 ? "seller" : "operator") == true)
      }
    }
    #expect(try client.call(.stockServiceGetStock, readP1).code == .ok, "a refusal closes nothing")
  }

  @Test("only an admin may oversell")
  func oversold() throws {
    let server = try LoopbackServer()
    let other = try CallClient(port: server.port, server.client("operator"))
    try other.makeStock(onHand: 1)
    try other.must(.reservationServiceReserve, reserveOne(order: 1))
    let setting = StockSetting(productID: "P1", warehouseID: "W1", onHand: 0)
    let request = SetStockRequest(settings: [setting], allowOversold: true)
    #expect(try other.call(.stockServiceSetStock, request).code == .permissionDenied)
    let admin = try CallClient(port: server.port, server.client("admin"))
    #expect(try admin.call(.stockServiceSetStock, request).code == .ok)
  }

  @Test("a certificate without a role is told its identity, and closed before it has said anything")
  func stranger() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("stranger"))
    let answer = try client.answer()
    #expect(answer.callID == 0)
    #expect(answer.code == .unauthenticated)
    #expect(answer.status?.message.contains("spiffe://holdfast/dev/stranger") == true)
    #expect(client.end() == .closed)
  }

  @Test("what a certificate without a role sends in spite of that is thrown away, however long it is")
  func strangerSends() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("stranger"))
    let frame = try client.frame(4, .stockServiceGetStock, readP1)
    try client.send(frame + [0, 0x3F, 0xFF, 0xFF] + [UInt8](repeating: 0, count: 100_000))
    #expect(try client.answer().callID == 0)
    #expect(client.end() == .closed)
    #expect(server.server?.threads.first?.service.inputBudget.usedBytes == 0)
  }

  @Test("without a certificate nobody is let in, unless the operator said so")
  func anonymous() throws {
    let server = try LoopbackServer()
    let nobody = ClientTLSConfiguration(authoritiesFile: server.certificates.files.authorityFile)
    #expect(throws: CallClient.Failure.self) {
      try CallClient(port: server.port, nobody).call(.stockServiceGetStock, readP1)
    }
    server.configuration.requiresClientCertificates = false
    try server.restart()
    let client = try CallClient(port: server.port, nobody)
    #expect(try client.call(.stockServiceGetStock, readP1).code == .notFound)
    #expect(try client.call(.reservationServiceReserve, reserveOne(order: 1)).code == .permissionDenied)
  }

  @Test("a common name that looks like somebody's URI has not its role")
  func lookalike() throws {
    let server = try LoopbackServer()
    let files = server.certificates.files
    let identity = DevelopmentCertificates.identity("admin").name
    let request = CertificateRequest(commonName: identity, purposes: [.client], lifetimeSeconds: 3600)
    let issued = try server.certificates.authority().issue(request)
    try issued.save(certificateFile: files.clientFile("fake"), keyFile: files.clientKeyFile("fake"), replacing: false)
    let client = try CallClient(port: server.port, server.client("fake"))
    #expect(try client.call(.stockServiceGetStock, readP1).code == .unauthenticated)
  }

  @Test("a seller that is bound to channels reserves for these alone")
  func channels() throws {
    let server = try LoopbackServer { configuration in
      configuration.roles.removeAll { $0.role == .seller }
      configuration.roles.append(
        RoleMap.Entry(identity: DevelopmentCertificates.identity("seller").name, role: .seller, channels: ["POS"]))
    }
    let client = try CallClient(port: server.port, server.client("seller"))
    #expect(try client.call(.reservationServiceReserve, reserveOne(order: 1)).code == .permissionDenied)
  }
}
