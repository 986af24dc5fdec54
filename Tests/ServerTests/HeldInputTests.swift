import Messages
import Support
import Testing
import Transport

@testable import Server

@Suite("Unfinished requests") struct UnfinishedTests {
  @Test("past what all of them may take, whoever asks for more is told so and closed, and the others go on")
  func budget() throws {
    let server = try LoopbackServer { $0.heldInputLimit = 300 << 10 }
    let budget = try #require(server.server?.threads.first?.service.inputBudget)
    let keys = (0..<1000).map { StockKey(productID: String(repeating: "p", count: 110) + "\($0)", warehouseID: "W1") }
    let clients = try (0..<3).map { _ in try CallClient(port: server.port, server.client("reader")) }
    let frame = try clients[0].frame(1, .stockServiceBatchGetStock, BatchGetStockRequest(keys: keys))
    #expect(frame.count > 110_000 && frame.count < 140_000)
    for (index, client) in clients.prefix(2).enumerated() {
      try client.send(Array(frame.dropLast(10)))
      #expect(eventually { budget.usedBytes >= (index + 1) * (frame.count - 10) })
    }
    try clients[2].send(Array(frame.dropLast(10)))
    let told = try clients[2].answer()
    #expect(told.callID == 0 && told.code == .resourceExhausted)
    #expect((told.status?.retryAfterMs ?? 0) > 0)
    #expect(clients[2].end() == .closed)
    for client in clients.prefix(2) {
      try client.send(Array(frame.suffix(10)))
      #expect(try client.answer().code == .ok)
    }
    #expect(eventually { budget.usedBytes == 0 }, "\(budget.usedBytes) bytes are still counted")
  }
}
