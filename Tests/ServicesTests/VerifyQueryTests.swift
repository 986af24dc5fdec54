import Engine
import LMDB
import Messages
import Testing

@testable import Services

@Suite("Verifying stock while it is served")
struct VerifyQueryTests {
  private func all(_ stage: Stage, _ request: VerifyStockRequest) throws -> VerifyStockResponse {
    var request = request
    var sum = VerifyStockResponse()
    repeat {
      let page: VerifyStockResponse = try stage.ask(.auditServiceVerifyStock, request)
      #expect(page.entries <= 2000 + 1)
      sum.levels += page.levels
      sum.entries += page.entries
      sum.faults += page.faults
      request.pageToken = page.nextPageToken
    } while !request.pageToken.isEmpty
    return sum
  }

  @Test("every level is walked to its first entry, over as many pages as that takes")
  func sound() throws {
    let stage = try Stage()
    try stage.stocked()
    let line = AdjustmentLine(productID: "P1", warehouseID: "W1", type: .adjustment, quantity: 1)
    for _ in 0..<5 { try stage.run(.adjustStock(.init(lines: Array(repeating: line, count: 1000), reason: "more"))) }
    let everything = try all(stage, VerifyStockRequest())
    #expect(everything.levels == 4 && everything.entries == 5004 && everything.faults.isEmpty)
    let one = try all(stage, VerifyStockRequest(productID: "P1", warehouseID: "W2"))
    #expect(one.levels == 1 && one.entries == 1)
    #expect(try all(stage, VerifyStockRequest(warehouseID: "W1")).levels == 2)
    #expect(try stage.refusal(.auditServiceVerifyStock, VerifyStockRequest(productID: "P9")).code == .notFound)
    #expect(
      try stage.refusal(.auditServiceVerifyStock, VerifyStockRequest(pageToken: "00")).code == .invalidArgument)
  }

  @Test("a level that differs from its journal is named, stops commands, and is right again after the next start")
  func fault() throws {
    let stage = try Stage()
    try stage.stocked()
    try stage.reopen { environment in
      let transaction = try WriteTransaction(environment)
      let levels = try transaction.open(table: "levels", create: false)
      var key = KeyBuffer()
      key.append(utf8: "P1")
      key.append(byte: 0)
      key.append(byte: 0)
      key.append(utf8: "W1")
      _ = try transaction.update(levels, key) { $0.store(Int64(51), at: 0) }
      try transaction.commit()
    }
    let found = try all(stage, VerifyStockRequest(productID: "P1"))
    #expect(found.faults.map(\.warehouseID) == ["", "W1"])
    #expect(found.faults.last?.stored?.onHand == 51 && found.faults.last?.expected?.onHand == 50)
    #expect(stage.engine.figures.refusing?.contains("differs from its journal") == true)
    #expect(try stage.refused(.putProduct(.init(product: Product(productID: "P3")))))
    try stage.reopen()
    #expect(try all(stage, VerifyStockRequest()).faults.isEmpty)
    let level: StockLevel = try stage.ask(
      .stockServiceGetStock, GetStockRequest(productID: "P1", warehouseID: "W1"))
    #expect(level.onHand == 50)
  }
}

extension Stage {
  /// Whether the command is not taken.
  fileprivate func refused(_ request: CommandRequest) throws -> Bool {
    do {
      try run(request)
      return false
    } catch let failure as CallFailure {
      return failure.code == .unavailable
    }
  }
}
