import Messages
import Support
import Testing

@testable import Server

@Suite("Frames that are not calls") struct HostileFrameTests {
  @Test(
    "a frame over the limit is told with its length and the limit, after the answers before it; then the connection closes"
  )
  func oversize() throws {
    let server = try LoopbackServer { $0.requestByteLimit = 10_000 }
    let client = try CallClient(port: server.port, server.client("operator"))
    try client.makeStock(onHand: 10)
    try client.send(client.frame(1, .stockServiceGetStock, readP1) + [0, 0, 0x27, 0x11])
    #expect(try client.answer().callID == 1)
    let refusal = try client.answer()
    #expect(refusal.callID == 0)
    #expect(refusal.code == .resourceExhausted)
    #expect(refusal.status?.message.contains("10001") == true)
    #expect(refusal.status?.message.contains("10000") == true)
    #expect(client.end() == .closed)
    #expect(try CallClient(port: server.port, server.client("reader")).available() == 10)
  }

  @Test("a frame of exactly the limit is taken")
  func longest() throws {
    let server = try LoopbackServer { $0.requestByteLimit = 10_000 }
    let client = try CallClient(port: server.port, server.client("operator"))
    var frame = try client.frame(1, .stockServiceGetStock, readP1)
    // An unknown field of the right length fills it up.
    let filler = 10_000 - (frame.count - 4) - 4
    frame += [0xFA, 0x01, UInt8(filler & 0x7F | 0x80), UInt8(filler >> 7)] + [UInt8](repeating: 1, count: filler)
    frame.replaceSubrange(0..<4, with: [0, 0, 0x27, 0x10])
    try client.send(frame)
    #expect(try client.answer().code == .notFound)
  }

  @Test(
    "a malformed call is answered under its id, as far as it has one, and the connection closes",
    arguments: [
      ([0x08, 0x07, 0x0F], 7), ([0x08, 0x96, 0x01, 0x12, 0x7F], 150), ([0x12, 0x01], 0), ([], 0), ([0x08], 0),
      ([0x08, 0xFF, 0xFF], 0), ([0x08, 0x00], 0),
    ] as [([UInt8], UInt64)])
  func malformed(_ frame: [UInt8], _ callID: UInt64) throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("operator"))
    try client.send([0, 0, 0, UInt8(frame.count)] + frame)
    let answer = try client.answer()
    #expect(answer.callID == callID)
    #expect(answer.code == .invalidArgument)
    #expect(client.end() == .closed)
  }

  @Test("a request that is no message is INVALID_ARGUMENT for that call alone")
  func malformedRequest() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("operator"))
    try client.makeStock(onHand: 10)
    // Read as a GetStock, its product is not UTF-8.
    let name = [UInt8]("holdfast.v1.StockService/GetStock".utf8)
    let call: [UInt8] = [0x08, 0x01, 0x12, UInt8(name.count)] + name + [0x3A, 0x03, 0x0A, 0x01, 0xFF]
    try client.send([0, 0, 0, UInt8(call.count)] + call)
    #expect(try client.answer().code == .invalidArgument)
    #expect(try client.available() == 10)
  }
}
