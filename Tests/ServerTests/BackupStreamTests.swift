import Messages
import Support
import Testing

@testable import Server

@Suite("Backup over the wire") struct BackupStreamTests {
  @Test("a backup comes in order and whole, for an admin alone, while commands go on")
  func backup() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("operator"))
    try client.makeStock(onHand: 10)
    #expect(try client.call(.adminServiceBackup, BackupRequest()).code == .permissionDenied)
    let admin = try CallClient(port: server.port, server.client("admin"))
    try admin.send(1, .adminServiceBackup, BackupRequest(), credit: 1)
    var bytes: [UInt8] = []
    var facts: BackupFacts?
    while true {
      let answer = try admin.answer()
      guard answer.more else {
        #expect(answer.code == .ok)
        break
      }
      let part = try answer.decode(BackupResponse.self)
      #expect(part.offset == UInt64(bytes.count) && !part.data.isEmpty && (part.facts != nil) == bytes.isEmpty)
      facts = facts ?? part.facts
      bytes += part.data
      #expect(try client.call(.reservationServiceReserve, reserveOne(order: bytes.count)).callID == 1)
      try admin.grant(1, 1)
    }
    let told = try #require(facts)
    #expect(told.sequence > 0 && told.historyID.utf8.count == 32)
    #expect(bytes.count > Int(told.byteCount) && bytes.count.isMultiple(of: 512))
    #expect(String(decoding: bytes.prefix(6), as: UTF8.self) == "state/")
    let counts = try #require(server.server?.threads.first?.work.streams.counts)
    #expect(eventually { counts.now == (0, 0) })
  }
}
