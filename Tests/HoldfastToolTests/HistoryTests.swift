import ArgumentParser
import Messages
import Testing

@testable import holdfast

@Suite("History and other verbs of the journal")
struct HistoryTests {
  private func request<V: Verb>(_ line: String, _ type: V.Type) throws -> V.Request {
    try #require(try Holdfast.parseAsRoot(line.split(separator: " ").map(String.init)) as? V).request()
  }

  @Test(
    "instants",
    arguments: [
      ("1970-01-01", 0), ("1970-01-01T00:01Z", 60), ("2026-11-25T04:06:12Z", 1_795_579_572),
      ("2026-11-25 04:06:12", 1_795_579_572), ("2024-02-29", 1_709_164_800), ("2100-03-01", 4_107_542_400),
      ("1h", 1_795_579_572 - 3600),
    ])
  func instants(_ text: String, _ seconds: Int64) {
    #expect(InstantArgument(text, now: 1_795_579_572_000_000)?.microseconds == seconds * 1_000_000)
  }

  @Test(
    "what is no instant is refused",
    arguments: [
      "", "Z", "2026", "2026-13-01", "2025-02-29", "2100-02-29", "2026-11-31", "2026-11-25T24:00", "2026-11-25T04",
      "2026-11-25T04:60", "2026-11-25T", "1969-12-31", "2026-11-٣", "-1h", "90", "99999999999d",
      "2026-11-25T04:06:12:00",
    ])
  func noInstants(_ text: String) {
    #expect(InstantArgument(text, now: 1_795_579_572_000_000) == nil)
  }

  @Test("what stands on the command line stands in the request")
  func requests() throws {
    #expect(
      try request(
        "history P/V --warehouse W --from 2026-11-25 --oldest --type damage --type sale --limit 7", HistoryCommand.self)
        == GetHistoryRequest(
          productID: "P", variantID: "V", warehouseID: "W", from: 1_795_564_800_000_000, types: [.damage, .sale],
          order: .oldestFirst, pageSize: 7))
    #expect(
      try request("history --order O", HistoryCommand.self)
        == GetHistoryRequest(reference: Reference(type: .order, id: "O"), order: .newestFirst, pageSize: 100))
    #expect(try request("history P", HistoryCommand.self).variantID == nil)
    #expect(
      try request("product put K --name N --component A:1 --component B/C:D:2", ProductPut.self).product?.components
        == [KitComponent(productID: "A", quantity: 1), KitComponent(productID: "B", variantID: "C:D", quantity: 2)])
    #expect(
      try request("command result x --principal p", CommandResultVerb.self)
        == GetCommandResultRequest(commandID: Array("x".utf8), principal: "p"))
    #expect(try request("journal compact --dry-run", JournalCompact.self).dryRun)
    #expect(
      try request("stock verify --product P", StockVerify.self) == VerifyStockRequest(productID: "P"))
  }

  @Test(
    "what cannot be meant is refused before anything is sent",
    arguments: [
      "history P --order O", "history --from 2026-11-25 --until 2026-11-24", "history --from yesterday",
      "product put K --name N --component A", "product put K --name N --component A:0", "command result",
      "product put K --name N --component :1",
    ])
  func refusals(_ line: String) {
    #expect(throws: (any Error).self) { try Holdfast.parseAsRoot(line.split(separator: " ").map(String.init)) }
  }

  @Test("an entry tells before and after, what for, who and why")
  func entries() throws {
    let entry = Entry(
      type: .damage, quantity: -3,
      level: LevelChange(
        productID: "P", variantID: "V", warehouseID: "W", before: LevelState(onHand: 10, reserved: 1),
        after: LevelState(onHand: 7, reserved: 1)),
      reason: "fell", referenceID: "R", principal: "pos", actor: "ann")
    #expect(
      EntryTable.row(5, 0, entry) == ["5", "", "damage", "-3", "P/V at W", "10 → 7", "1", "", "", "R", "ann", "fell"])
    let made = Entry(
      type: .reserve, quantity: 2, level: LevelChange(productID: "P", warehouseID: "W", after: LevelState(reserved: 2)),
      hold: Reservation(reference: Reference(type: .cart, id: "C")), source: .system)
    #expect(
      EntryTable.row(6, 0, made) == ["6", "", "reserve", "2", "P at W", "0", "0 → 2", "", "", "cart C", "system", ""])
  }

  @Test("what became of a command is told with the answer that it had")
  func commandResult() throws {
    let verb = try #require(try Holdfast.parseAsRoot(["command", "result", "x"]) as? CommandResultVerb)
    let answer = try Coding.encode(StockLevel(productID: "P-1"))
    let good = verb.view(
      of: GetCommandResultResponse(method: "holdfast.v1.StockService/GetStock", response: answer, sequence: 9))
    #expect(good.lines(width: nil).contains { $0.contains("\"productId\": \"P-1\"") })
    let bad = verb.view(of: GetCommandResultResponse(method: "x", status: Status(code: 9, message: "no"), sequence: 9))
    #expect(bad.lines(width: nil).contains("Outcome   FAILED_PRECONDITION: no"))
  }
}
