import Engine
import Messages
import Testing

@testable import Services

@Suite("Histories")
struct HistoryQueryTests {
  /// All pages of a history, in the order asked for.
  private func all(_ stage: Stage, _ request: GetHistoryRequest, size: UInt32) throws -> [HistoryEntry] {
    var request = request
    request.pageSize = size
    var entries: [HistoryEntry] = []
    repeat {
      let page: GetHistoryResponse = try stage.ask(.auditServiceGetHistory, request)
      #expect(page.entries.count <= Int(size))
      #expect(!page.isCutOff)
      entries += page.entries
      request.pageToken = page.nextPageToken
    } while !request.pageToken.isEmpty
    return entries
  }

  /// Many changes of a few levels, by orders and by adjustments, with a chain of more than 4,096 entries.
  private func busy(_ stage: Stage) throws {
    try stage.stocked()
    for round in 0..<6 {
      let line = AdjustmentLine(
        productID: "P1", warehouseID: round % 3 == 0 ? "W2" : "W1", type: .adjustment, quantity: 1)
      try stage.run(.adjustStock(.init(lines: Array(repeating: line, count: 1000), reason: "round \(round)")))
      let cart = Reference(type: .cart, id: "C\(round % 2)")
      try stage.run(
        .reserve(
          ReserveRequest(
            reference: cart,
            items: [
              OrderItem(productID: "P1", quantity: 2, warehouseID: "W1"),
              OrderItem(productID: "P1", variantID: "red", quantity: 1, warehouseID: "W1"),
            ])))
    }
    let many = AdjustmentLine(productID: "P1", warehouseID: "W1", type: .adjustment, quantity: 1)
    for _ in 0..<2 { try stage.run(.adjustStock(.init(lines: Array(repeating: many, count: 1000), reason: "more"))) }
    try stage.run(.convertReservation(.init(cartID: "C1", orderID: "O1")))
  }

  @Test("every history, in both orders and at any size of page, is what reading the whole journal gives")
  func agreesWithTheJournal() throws {
    let stage = try Stage()
    try busy(stage)
    let journal = try all(stage, GetHistoryRequest(order: .oldestFirst), size: 1000)
    #expect(journal.map(\.sequence) == journal.map(\.sequence).sorted())
    #expect(journal.count > 8000)
    #expect(journal.filter { $0.entry?.level?.warehouseID == "W1" && $0.entry?.level?.variantID == "" }.count > 4096)
    let middle = journal[journal.count / 2].time
    let cart = Reference(type: .cart, id: "C1")
    let cases: [(GetHistoryRequest, (Entry) -> Bool)] = [
      (GetHistoryRequest(productID: "P1", variantID: "", warehouseID: "W1"), { $0.isAt("P1", "", "W1") }),
      (GetHistoryRequest(productID: "P1", variantID: "red", warehouseID: "W1"), { $0.isAt("P1", "red", "W1") }),
      (GetHistoryRequest(productID: "P1"), { $0.level?.productID == "P1" }),
      (GetHistoryRequest(productID: "P1", warehouseID: "W1"), { $0.isAt("P1", nil, "W1") }),
      (
        GetHistoryRequest(productID: "P1", types: [.reserve, .convert]), { $0.type == .reserve || $0.type == .convert }
      ),
      (
        GetHistoryRequest(reference: cart),
        { $0.hold?.reference == cart || $0.previousReference == cart }
      ),
      (GetHistoryRequest(warehouseID: "W2"), { $0.level?.warehouseID == "W2" }),
      (GetHistoryRequest(types: [.warehouse, .product]), { $0.type == .warehouse || $0.type == .product }),
    ]
    for (request, isWanted) in cases {
      let wanted = journal.filter { $0.entry.map(isWanted) ?? false }
      #expect(!wanted.isEmpty)
      for (from, until) in [(0, 0), (middle, 0), (0, middle), (middle, middle + 1)] as [(Int64, Int64)] {
        var request = request
        request.from = from
        request.until = until
        let within = wanted.filter { $0.time >= from && (until == 0 || $0.time < until) }
        for size: UInt32 in [7, 1000] where size > 100 || within.count < 200 {
          request.order = .oldestFirst
          #expect(try all(stage, request, size: size) == within)
          request.order = .newestFirst
          #expect(try all(stage, request, size: size) == within.reversed())
        }
      }
    }
  }

  @Test("entries of a level follow one another: what one leaves is what the next finds")
  func continuity() throws {
    let stage = try Stage()
    try busy(stage)
    let entries = try all(
      stage, GetHistoryRequest(productID: "P1", variantID: "", warehouseID: "W1", order: .oldestFirst), size: 500)
    var before: LevelState?
    for (place, entry) in entries.enumerated() {
      let level = try #require(entry.entry?.level)
      #expect(level.ordinal == UInt64(place + 1))
      #expect(level.before == before)
      before = level.after
    }
  }

  @Test("what a history cannot show is refused, and says why")
  func refusals() throws {
    let stage = try Stage()
    try stage.stocked()
    func refused(_ request: GetHistoryRequest) throws -> CallFailure {
      try stage.refusal(.auditServiceGetHistory, request)
    }
    #expect(try refused(GetHistoryRequest(productID: "P9")).code == .notFound)
    #expect(try refused(GetHistoryRequest(productID: "P1", warehouseID: "W9")).code == .notFound)
    #expect(try refused(GetHistoryRequest(variantID: "red")).status.violations.map(\.field) == ["variant_id"])
    #expect(
      try refused(GetHistoryRequest(productID: "P1", reference: Reference(type: .cart, id: "C"))).status.violations.map(
        \.field) == ["product_id"])
    #expect(try refused(GetHistoryRequest(types: [.commandResult])).status.violations.map(\.field) == ["types[0]"])
    #expect(try refused(GetHistoryRequest(pageToken: "00ff")).status.violations.map(\.field) == ["page_token"])
    let nobody: GetHistoryResponse = try stage.ask(
      .auditServiceGetHistory, GetHistoryRequest(reference: Reference(type: .order, id: "nobody")))
    #expect(nobody.entries.isEmpty)
  }
}

extension Entry {
  fileprivate func isAt(_ product: String, _ variant: String?, _ warehouse: String) -> Bool {
    level?.productID == product && (variant == nil || level?.variantID == variant) && level?.warehouseID == warehouse
  }
}
