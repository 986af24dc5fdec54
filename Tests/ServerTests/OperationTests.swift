import Foundation
import Messages
import Support
import TLS
import Testing

@testable import Server

@Suite("Operations") struct OperationTests {
  @Test("certificates are read again on an admin's word, and on nobody else's")
  func reload() throws {
    let server = try LoopbackServer()
    let admin = try CallClient(port: server.port, server.client("admin"))
    let reply = try admin.call(.adminServiceReloadCertificates, ReloadCertificatesRequest())
    #expect(reply.code == .ok)
    let certificates = try reply.decode(ReloadCertificatesResponse.self).certificates
    #expect(certificates.map(\.purpose) == ["server", "client CA"])
    let other = try CallClient(port: server.port, server.client("operator"))
    #expect(try other.call(.adminServiceReloadCertificates, ReloadCertificatesRequest()).code == .permissionDenied)
  }

  @Test("certificates that cannot be used are named, and the old ones stay")
  func unusable() throws {
    let server = try LoopbackServer()
    let admin = try CallClient(port: server.port, server.client("admin"))
    let file = server.certificates.files.serverFile
    let good = try String(contentsOfFile: file, encoding: .utf8)
    try "no certificate".write(toFile: file, atomically: true, encoding: .utf8)
    let refused = try admin.call(.adminServiceReloadCertificates, ReloadCertificatesRequest())
    #expect(refused.code == .failedPrecondition)
    #expect(refused.status?.message.contains(file) == true)
    #expect(try CallClient(port: server.port, server.client("reader")).call(.stockServiceGetStock, readP1).callID == 1)
    try good.write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try admin.call(.adminServiceReloadCertificates, ReloadCertificatesRequest()).code == .ok)
  }

  @Test("queries overtake an operation on one connection, and more of them than may wait are refused")
  func many() throws {
    let server = try LoopbackServer()
    let admin = try CallClient(port: server.port, server.client("admin"))
    let count = 200
    let frames = try (1...count).map {
      try admin.frame(UInt64($0), .adminServiceReloadCertificates, ReloadCertificatesRequest())
    }
    try admin.send(Array(frames.joined()) + admin.frame(999, .stockServiceGetStock, readP1))
    var codes: [UInt64: StatusCode] = [:]
    var isOvertaken = false
    for _ in 0...count {
      let answer = try admin.answer()
      codes[answer.callID] = answer.code
      if answer.callID == 999, codes.values.filter({ $0 == .ok }).isEmpty { isOvertaken = true }
    }
    #expect(isOvertaken)
    #expect(codes[1] == .ok)
    #expect(codes.values.contains(.resourceExhausted))
    #expect(codes.values.allSatisfy { [.ok, .resourceExhausted, .notFound].contains($0) })
  }
}
