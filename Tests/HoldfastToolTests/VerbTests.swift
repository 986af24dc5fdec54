import ArgumentParser
import Messages
import Testing

@testable import holdfast

@Suite("Verbs")
struct VerbTests {
  private static func commands(_ root: any ParsableCommand.Type = Holdfast.self) -> [any ParsableCommand.Type] {
    let groups = root.configuration.groupedSubcommands.flatMap(\.subcommands)
    return [root] + (root.configuration.ungroupedSubcommands + groups).flatMap { commands($0) }
  }

  private static func hasRightMessages<V: Verb>(_ verb: V.Type) -> Bool {
    V.Request.fullName == V.method.info.request && V.Response.fullName == V.method.info.response
  }

  @Test("each verb's request and response are those of its rpc")
  func messages() {
    let verbs = Self.commands().compactMap { $0 as? any Verb.Type }
    #expect(verbs.count > 20)
    for verb in verbs {
      let isRight = Self.hasRightMessages(verb)
      #expect(isRight, "\(verb)")
    }
  }

  @Test("every rpc but those that import and batches use can be reached by a verb")
  func coverage() {
    let reached = Set(Self.commands().compactMap { ($0 as? any Verb.Type)?.method })
    let others: Set<Method> = [
      .stockServiceImportStock, .stockServiceExportStock, .stockServiceBatchGetStock, .adminServiceBackup,
      .auditServiceReconcile,
    ]
    for method in Method.allCases where !others.contains(method) { #expect(reached.contains(method), "\(method)") }
  }

  @Test("no two commands of one parent have the same name")
  func names() {
    for command in Self.commands() {
      let configuration = command.configuration
      let groups = configuration.groupedSubcommands.flatMap(\.subcommands)
      let names = (configuration.ungroupedSubcommands + groups).map { $0._commandName }
      #expect(Set(names).count == names.count)
    }
  }

  private func request<V: Verb>(_ line: String, _ type: V.Type) throws -> V.Request {
    let arguments = line.split(separator: " ").map(String.init)
    return try #require(try Holdfast.parseAsRoot(arguments) as? V).request()
  }

  @Test("what stands on the command line stands in the request")
  func requests() throws {
    #expect(
      try request("stock get P --variant V --warehouse W", StockGet.self)
        == GetStockRequest(productID: "P", variantID: "V", warehouseID: "W"))
    let adjust = try request("stock adjust P --warehouse W --by -3 --type damage --reason broken", StockAdjust.self)
    #expect(adjust.lines == [AdjustmentLine(productID: "P", warehouseID: "W", type: .damage, quantity: -3)])
    #expect(adjust.reason == "broken")
    let set = try request("stock set P --warehouse A --warehouse B --on-hand 0 --expected-version 0", StockSet.self)
    #expect(set.settings.map(\.warehouseID) == ["A", "B"])
    #expect(set.settings[0].onHand == 0 && set.settings[0].safetyStock == nil && set.settings[0].expectedVersion == 0)
    let list = try request("stock list --warehouse W --below-reorder --limit 7", StockList.self)
    #expect(list == ListStockRequest(by: .warehouseID("W"), belowReorderPoint: true, pageSize: 7))
    let reserve = try request("reserve --cart C --item Px2 --item Q/Vx1@W --ttl 0 --best-effort --add", Reserve.self)
    #expect(reserve.reference == Reference(type: .cart, id: "C"))
    #expect(reserve.items.count == 2 && reserve.timeToLiveSeconds == 0 && reserve.existing == .add)
    #expect(reserve.mode == .bestEffort && reserve.shipTo == nil)
    let split = try request("order split --item Px1 --ship-to=-33.9,151.2 --strategy nearest", OrderSplit.self)
    #expect(split.shipTo == Address(latitude: -33.9, longitude: 151.2) && split.strategy == .nearest)
    let create = try request("transfer create --from A --to B --item P/Vx3 --ttl 2d", TransferCreate.self)
    #expect(create.fromWarehouseID == "A" && create.toWarehouseID == "B" && create.timeToLiveSeconds == 172_800)
    #expect(create.lines == [TransferLine(productID: "P", variantID: "V", quantity: 3)])
    let receive = try request("transfer receive T --item Px3 --quarantine Px1 --final", TransferReceive.self)
    #expect(receive.lines == [ReceiptLine(productID: "P", quantity: 3, quarantineQuantity: 1)] && receive.final)
    let count = try request("count submit --warehouse W --count C P/V=47@50", CountSubmit.self)
    #expect(count.lines == [CountLine(productID: "P", variantID: "V", counted: 47, bookOnHand: 50)])
    let review = try request("review resolve R --correct --allow-oversold", ReviewResolve.self)
    #expect(review == ResolveReviewRequest(reviewID: "R", correct: true, allowOversold: true))
    #expect(
      try request("fulfill R1x2 R2", Fulfill.self).lines == [
        FulfillLine(reservationID: "R1", quantity: 2), FulfillLine(reservationID: "R2"),
      ])
    #expect(
      try request("convert --cart C --order O", Convert.self) == ConvertReservationRequest(cartID: "C", orderID: "O"))
  }

  @Test("channels and policies on the command line stand in the request")
  func channelsAndPolicies() throws {
    #expect(
      try request("channel put WEB --kind mobile-app --interval 10m --buffer 2.5% --no-protection", ChannelPut.self)
        == PutChannelRequest(
          channelID: "WEB", kind: .mobileApp, batchIntervalSeconds: 600, safetyBufferBasisPoints: 250,
          oversellProtection: false))
    #expect(
      try request("channel set-stock WEB P --none", ChannelStockSet.self)
        == SetChannelStockRequest(channelID: "WEB", productID: "P"))
    #expect(
      try request("channel allocate P --strategy custom --weight A=B=3 --weight POS=0 --total 9", ChannelAllocate.self)
        == AllocateStockRequest(
          productID: "P", total: 9, strategy: .custom,
          weights: [ChannelWeight(channelID: "A=B", weight: 3), ChannelWeight(channelID: "POS", weight: 0)]))
    #expect(
      try request("channel reallocate EBAY --unsold-days 60", ChannelReallocate.self)
        == ReallocateUnsoldRequest(channelID: "EBAY", unsoldDays: 60))
    #expect(
      try request("policy set --cart-time 45m --order-time 0", PolicySet.self)
        == PutPolicyRequest(policy: Policy(cartSeconds: 2700, orderSeconds: 0)))
    let line = "policy set --score-base 7".split(separator: " ").map(String.init)
    let set = try #require(try Holdfast.parseAsRoot(line) as? PolicySet)
    #expect(
      set.request(changing: ScoringWeights(base: 1, priorityWeight: 2)).policy?.scoring
        == ScoringWeights(base: 7, priorityWeight: 2), "the others stay")
    #expect(
      try request("policy reset cart-seconds scoring", PolicyReset.self)
        == PutPolicyRequest(resetFields: ["cart_seconds", "scoring"]))
  }

  @Test(
    "what cannot be meant is refused before anything is sent",
    arguments: [
      "stock list", "stock list --product P --warehouse W", "stock set P --on-hand 1", "reserve --item Px1",
      "reserve --cart C --order O --item Px1", "reserve --cart C --item P", "release", "release R --cart C",
      "stock get P --json --quiet", "change R", "product get", "warehouse get A --code B", "reservations list",
      "stock list --warehouse W --all --limit 3", "stock import a.csv --command-id x", "nonsense",
      "channel set-stock W P", "channel set-stock W P --units 1 --none", "channel allocate P --strategy custom",
      "channel allocate P --strategy velocity --weight A=1", "channel allocate P --strategy custom --weight A=",
      "channel put W --buffer -1", "channel reallocate W --variant V", "policy set", "policy reset",
    ])
  func refusals(_ line: String) {
    #expect(throws: (any Error).self) { try Holdfast.parseAsRoot(line.split(separator: " ").map(String.init)) }
  }

  @Test("an update names the fields that were said, and keeps the rest of an address")
  func update() throws {
    let line = "warehouse update W --city Cicero --priority 0 --rate 1.5"
    let command = try #require(
      try Holdfast.parseAsRoot(line.split(separator: " ").map(String.init)) as? WarehouseUpdate)
    let old = Warehouse(
      warehouseID: "W", name: "Old", address: Address(street: "Main St", city: "Chicago", latitude: 1, longitude: 2),
      priority: 5, shippingRate: ShippingRate(perUnitMicros: 7, currency: "USD"))
    let request = try command.request(changing: old)
    #expect(Set(request.updateMask) == ["priority", "address", "shipping_rate"])
    #expect(request.warehouse?.address == Address(street: "Main St", city: "Cicero", latitude: 1, longitude: 2))
    #expect(
      request.warehouse?.shippingRate == ShippingRate(baseMicros: 1_500_000, perUnitMicros: 7, currency: "USD"))
    #expect(request.warehouse?.priority == 0)
  }

  @Test("the first conversation is made of commands that parse, for any id")
  func conversation() throws {
    let steps = Demo.steps(order: "O-1")
    #expect(steps.count == 6)
    for step in steps { #expect(throws: Never.self) { try Holdfast.parseAsRoot(step.arguments) } }
    #expect(Demo.quoted("a b'c") == "'a b'\\''c'")
    #expect(Demo.quoted("40.7,-74") == "40.7,-74")
    #expect(Demo.quoted("") == "''")
  }

  @Test("statuses become exit codes", arguments: StatusCode.allValues)
  func exitCodes(_ code: StatusCode) {
    let failure = ToolFailure(
      Status(code: UInt32(code.rawValue), message: "why"), method: "holdfast.v1.StockService/SetStock")
    #expect((failure.exit == .ok) == (code == .ok))
    #expect(failure.exit != .local)
    #expect(failure.lines(width: 80)[0].contains("why (\(code.shortName))"))
  }

  @Test("a lost answer to a verb of many calls advises to run it again, not an id that it does not take")
  func interrupted() throws {
    #expect(MadeCommandID.isMade("sample-0a1b") && MadeCommandID.isMade("import-x-2-3-y"))
    #expect(!MadeCommandID.isMade("0a1b"))
  }

  @Test("the status tells what the last look at old segments came to")
  func compaction() throws {
    let verb = try #require(try Holdfast.parseAsRoot(["status"]) as? StatusCommand)
    func line(_ status: ServerStatus) -> String? {
      verb.view(of: status).lines(width: nil).first { $0.hasPrefix("Old segments") }
    }
    #expect(line(ServerStatus()) == nil)
    let kept = ServerStatus(
      compactedAt: 1_795_564_800_000_000, compactedSegments: 2, compactedBytes: 2048,
      compactionKeptBecause: "it is young")
    #expect(
      line(kept)
        == "Old segments       2 segments, 2.0 KiB taken out at 2026-11-25 00:00:00Z; the oldest left stays: it is young"
    )
    #expect(line(ServerStatus(compactedAt: 1, compactionFailure: "no room"))?.hasSuffix(": no room") ?? false)
  }

  @Test("refused items are told once: in the message or below it")
  func refusalLines() {
    let refusal = Refusal(productID: "P-1", warehouseID: "W", requested: 5, available: 2, reason: .notEnoughStock)
    let silent = ToolFailure(Status(code: 9, message: "not enough", refusals: [refusal]), method: "")
    #expect(silent.lines(width: 80)[1] == "  P-1 at W: not enough stock, 5 asked for, 2 available")
    let telling = ToolFailure(Status(code: 9, message: "P-1 at W: 2 left", refusals: [refusal]), method: "")
    #expect(telling.lines(width: 80).count == 1)
  }
}
