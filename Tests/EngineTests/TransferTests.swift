import LMDB
import Messages
import Testing

@testable import Engine

@Suite("Transfers")
struct TransferTests {
  private func create(
    _ bench: Bench, _ quantity: Int64 = 4, of product: String = "P1", from: String = "W1", to: String = "W3",
    ttl: UInt32? = nil
  ) throws -> Transfer {
    try bench.ok(
      .createTransfer(
        .init(
          fromWarehouseID: from, toWarehouseID: to,
          lines: [TransferLine(productID: product, quantity: quantity)], timeToLiveSeconds: ttl)))
  }

  private func supply(_ bench: Bench, _ quantity: Int64, to: String = "W3") throws -> Transfer {
    try bench.ok(
      .createTransfer(
        .init(
          toWarehouseID: to, supplier: "ACME", purchaseReference: "PO-1",
          lines: [TransferLine(productID: "P1", quantity: quantity)])))
  }

  private func ship(_ bench: Bench, _ transfer: Transfer) throws -> Transfer {
    try bench.ok(.shipTransfer(.init(transferID: transfer.transferID, trackingNumber: "TRACK-1")))
  }

  private func receive(
    _ bench: Bench, _ transfer: Transfer, _ quantity: Int64? = nil, quarantine: Int64 = 0, final: Bool = false,
    reason: String = ""
  ) throws -> ReceiveTransferResponse {
    let lines = quantity.map {
      [
        ReceiptLine(
          productID: "P1", quantity: $0, quarantineQuantity: quarantine, discrepancyReason: reason)
      ]
    }
    return try bench.ok(.receiveTransfer(.init(transferID: transfer.transferID, lines: lines ?? [], final: final)))
  }

  @Test("a transfer holds at the source, leaves, is on its way, and arrives")
  func life() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    let made = try create(bench)
    #expect(made.status == .pending)
    #expect(made.holdsExpireAt == bench.now + 86_400_000_000)
    #expect(try bench.level("P1", "W1")?.reserved == 4)
    #expect(try bench.level("P1", "W3") == nil)
    let holds = try bench.reading { try $0.holds(Reference(type: .transfer, id: made.transferID)) }
    #expect(holds.map(\.hold.quantity) == [4])
    let shipped = try ship(bench, made)
    #expect(shipped.status == .inTransit)
    #expect(shipped.trackingNumber == "TRACK-1")
    #expect(shipped.holdsExpireAt == 0)
    let source = try #require(try bench.level("P1", "W1"))
    #expect((source.onHand, source.reserved) == (6, 0))
    let coming = try #require(try bench.level("P1", "W3"))
    #expect((coming.onHand, coming.incoming, coming.safetyStock, coming.reorderPoint) == (0, 4, 10, 20))
    let part = try receive(bench, made, 3, quarantine: 1)
    #expect(part.transfer?.status == .inTransit)
    #expect(part.transfer?.lines.map(\.incomingQuantity) == [1])
    let rest = try receive(bench, made)
    #expect(rest.transfer?.status == .completed)
    #expect(rest.discrepancies.isEmpty)
    let there = try #require(try bench.level("P1", "W3"))
    #expect((there.onHand, there.quarantined, there.incoming) == (4, 1, 0))
    #expect(try bench.faults() == [])
    #expect(try bench.reading { try $0.transfer(id: made.transferID)?.transfer } == rest.transfer)
    #expect(try bench.replayed().dump() == bench.dump())
  }

  @Test("a refusal names every line that is short, and holds nothing")
  func short() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    try bench.stock(["W1": 1], product: "P2")
    let failure = try bench.refusal(
      .createTransfer(
        .init(
          fromWarehouseID: "W1", toWarehouseID: "W2",
          lines: [
            TransferLine(productID: "P1", quantity: 6), TransferLine(productID: "P2", quantity: 2),
            TransferLine(productID: "P1", quantity: 5), TransferLine(productID: "P9", quantity: 1),
          ])))
    expect(failure, .failedPrecondition)
    #expect(failure.status.refusals.map(\.productID) == ["P1", "P2", "P9"])
    #expect(failure.status.refusals.map(\.requested) == [11, 2, 1])
    #expect(failure.status.refusals.map(\.available) == [10, 1, 0])
    #expect(failure.status.refusals.last?.reason == .unknownProduct)
    #expect(try bench.level("P1", "W1")?.reserved == 0)
  }

  @Test("both ends must exist and be active, and the destination must receive")
  func ends() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10, "W2": 10])
    func refused(_ from: String, _ to: String) throws -> CallFailure {
      try bench.refusal(
        .createTransfer(
          .init(
            fromWarehouseID: from, toWarehouseID: to, supplier: from.isEmpty ? "S" : "",
            lines: [TransferLine(productID: "P1", quantity: 1)])))
    }
    expect(try refused("W1", "nowhere"), .notFound)
    expect(try refused("nowhere", "W1"), .notFound)
    expect(try refused("W1", "W1"), .invalidArgument)
    _ = try bench.ok(
      .updateWarehouse(.init(warehouse: Warehouse(warehouseID: "W3", capabilities: [.shipping]))), as: Warehouse.self)
    #expect(try refused("W1", "W3").status.refusals.map(\.reason) == [.warehouseDoesNotReceive])
    #expect(try refused("", "W3").status.refusals.map(\.reason) == [.warehouseDoesNotReceive])
    _ = try bench.ok(.deactivateWarehouse(.init(warehouseID: "W2")), as: Warehouse.self)
    #expect(try refused("W1", "W2").status.refusals.map(\.reason) == [.warehouseInactive])
    #expect(try refused("W2", "W1").status.refusals.map(\.reason) == [.warehouseInactive])
  }

  @Test("a transfer's holds change only with it, and nobody can make holds in its name")
  func ownHolds() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    let made = try create(bench)
    let reference = Reference(type: .transfer, id: made.transferID)
    let id = try #require(try bench.reading { try $0.holds(reference).first?.hold.reservationID })
    let number = try #require(holdNumber(of: made.transferID))
    let ahead = String(made.transferID.dropLast(String(number).count)) + "999999"
    let item = OrderItem(productID: "P1", quantity: 1, warehouseID: "W1")
    let requests: [CommandRequest] = [
      .release(.init(reservationIDs: [id])), .release(.init(reference: reference)),
      .extend(.init(reservationIDs: [id], until: .timeToLiveSeconds(5))),
      .extend(.init(reference: reference, until: .timeToLiveSeconds(5))),
      .changeReservation(.init(reservationID: id, quantity: 1)),
      .fulfill(.init(lines: [FulfillLine(reservationID: id, quantity: 1)])), .fulfill(.init(reference: reference)),
      .convertReservation(.init(reservationIDs: [id], orderID: "O1")),
      .reserve(.init(reference: reference, items: [item], existing: .add)),
      .reserve(.init(reference: reference, items: [item], existing: .replace)),
      .reserve(.init(reference: Reference(type: .transfer, id: ahead), items: [item])),
      .setStock(
        .init(settings: [
          StockSetting(
            productID: "P1", warehouseID: "W2", onHand: 5,
            openingHolds: [OpeningHold(reference: reference, quantity: 1)])
        ])),
    ]
    for request in requests { expect(try bench.refusal(request), .failedPrecondition) }
    #expect(try bench.level("P1", "W1")?.reserved == 4)
    // A reference of the caller's own is a hold like any other.
    let own = Reference(type: .transfer, id: "mine")
    _ = try bench.ok(.reserve(.init(reference: own, items: [item])), as: ReserveResponse.self)
    let released: ReleaseResponse = try bench.ok(.release(.init(reference: own)))
    #expect(released.released.count == 1)
  }

  @Test("when its holds expire it stays pending, and ships with what is available, or not")
  func expired() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    let made = try create(bench, 6, ttl: 60)
    bench.now += 60_000_000
    try bench.run([], sweepLimit: 10)
    #expect(try bench.level("P1", "W1")?.reserved == 0)
    #expect(try bench.reading { try $0.transfer(id: made.transferID)?.transfer.status } == .pending)
    _ = try bench.ok(bench.reserve(5), as: ReserveResponse.self)
    let failure = try bench.refusal(.shipTransfer(.init(transferID: made.transferID)))
    expect(failure, .failedPrecondition)
    #expect(failure.status.refusals.map(\.available) == [5])
    _ = try bench.ok(.release(.init(reference: Reference(type: .order, id: "O1"))), as: ReleaseResponse.self)
    #expect(try ship(bench, made).status == .inTransit)
    #expect(try bench.level("P1", "W1")?.onHand == 4)
    // Due, and not swept yet: the ship itself releases it, and takes available stock.
    let next = try create(bench, 4, ttl: 60)
    bench.now += 60_000_000
    #expect(try ship(bench, next).status == .inTransit)
    let level = try #require(try bench.level("P1", "W1"))
    #expect((level.onHand, level.reserved) == (0, 0))
    #expect(try bench.faults() == [])
    #expect(try bench.replayed().dump() == bench.dump())
  }

  @Test("goods that an admin has written off cannot leave")
  func oversold() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    let made = try create(bench, 6)
    _ = try bench.ok(
      .setStock(
        .init(settings: [StockSetting(productID: "P1", warehouseID: "W1", onHand: 5)], allowOversold: true)),
      as: SetStockResponse.self, role: .admin)
    let failure = try bench.refusal(.shipTransfer(.init(transferID: made.transferID)))
    expect(failure, .failedPrecondition)
    #expect(failure.status.refusals.map(\.available) == [5])
  }

  @Test("a supplier's transfer is incoming at once, and needs no shipping")
  func supplier() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    let made = try supply(bench, 20)
    #expect((made.status, made.holdsExpireAt) == (.pending, 0))
    #expect(try bench.level("P1", "W3")?.incoming == 20)
    let shipped = try ship(bench, made)
    #expect(shipped.lines.map(\.incomingQuantity) == [20])
    #expect(try bench.level("P1", "W3")?.incoming == 20)
    _ = try receive(bench, made)
    let next = try supply(bench, 5)
    #expect(try receive(bench, next, 2).transfer?.status == .inTransit)
    expect(try bench.refusal(.cancelTransfer(.init(transferID: next.transferID))), .failedPrecondition)
    let third = try supply(bench, 7)
    let cancelled: Transfer = try bench.ok(.cancelTransfer(.init(transferID: third.transferID)))
    #expect((cancelled.status, cancelled.closedAt) == (.cancelled, bench.now))
    let level = try #require(try bench.level("P1", "W3"))
    #expect((level.onHand, level.incoming) == (22, 3))
    #expect(try bench.replayed().dump() == bench.dump())
  }

  @Test("a cancelled transfer gives its holds back, and can be done nothing with")
  func cancel() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    let made = try create(bench)
    _ = try bench.ok(.cancelTransfer(.init(transferID: made.transferID, reason: "no truck")), as: Transfer.self)
    #expect(try bench.level("P1", "W1")?.reserved == 0)
    for request: CommandRequest in [
      .cancelTransfer(.init(transferID: made.transferID)), .shipTransfer(.init(transferID: made.transferID)),
      .receiveTransfer(.init(transferID: made.transferID)),
    ] { expect(try bench.refusal(request), .failedPrecondition) }
    expect(try bench.refusal(.shipTransfer(.init(transferID: "no-1"))), .notFound)
  }

  @Test("what is missing when the receipt is final makes a discrepancy, and is on its way no longer")
  func missing() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    let made = try ship(bench, try create(bench, 8))
    #expect(try receive(bench, made, 3).discrepancies.isEmpty)
    let last = try receive(bench, made, 2, final: true, reason: "torn box")
    #expect(last.transfer?.status == .completed)
    let found = try #require(last.discrepancies.first)
    #expect((found.expected, found.received, found.difference) == (8, 5, -3))
    #expect((found.reason, found.status) == ("torn box", .pendingInvestigation))
    let level = try #require(try bench.level("P1", "W3"))
    #expect((level.onHand, level.incoming) == (5, 0))
    expect(try bench.refusal(.receiveTransfer(.init(transferID: made.transferID))), .failedPrecondition)
    let resolve = ResolveDiscrepancyRequest(discrepancyID: found.discrepancyID, resolution: "driver found them")
    let resolved: Discrepancy = try bench.ok(.resolveDiscrepancy(resolve))
    #expect((resolved.status, resolved.resolvedAt) == (.resolved, bench.now))
    expect(try bench.refusal(.resolveDiscrepancy(resolve)), .failedPrecondition)
    #expect(try bench.replayed().dump() == bench.dump())
  }

  @Test("more than was sent is taken, and its one discrepancy goes on when more comes")
  func surplus() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    try bench.stock(["W1": 10], product: "P2")
    let created: Transfer = try bench.ok(
      .createTransfer(
        .init(
          fromWarehouseID: "W1", toWarehouseID: "W3",
          lines: [TransferLine(productID: "P1", quantity: 2), TransferLine(productID: "P2", quantity: 2)])))
    let made = try ship(bench, created)
    let first = try receive(bench, made, 3)
    #expect(first.transfer?.status == .inTransit)
    #expect(first.discrepancies.map(\.difference) == [1])
    #expect(first.discrepancies.map(\.reason) == ["UNKNOWN"])
    let id = first.discrepancies[0].discrepancyID
    _ = try bench.ok(
      .resolveDiscrepancy(.init(discrepancyID: id, resolution: "a gift")), as: Discrepancy.self)
    let second = try receive(bench, made, 2)
    #expect(second.discrepancies.map(\.discrepancyID) == [id])
    #expect(second.discrepancies.map(\.difference) == [3])
    #expect(second.discrepancies.map(\.status) == [.pendingInvestigation])
    let last: ReceiveTransferResponse = try bench.ok(
      .receiveTransfer(.init(transferID: made.transferID, final: true)))
    #expect(last.discrepancies.map(\.productID) == ["P2"])
    #expect(last.discrepancies.map(\.difference) == [-2])
    #expect(try bench.level("P1", "W3")?.onHand == 5)
    #expect(try bench.level("P1", "W3")?.incoming == 0)
    #expect(try bench.level("P2", "W3")?.incoming == 0)
    expect(
      try bench.refusal(
        .receiveTransfer(.init(transferID: made.transferID, lines: [ReceiptLine(productID: "P9", quantity: 1)]))),
      .failedPrecondition)
    #expect(try bench.replayed().dump() == bench.dump())
  }

  @Test("a receipt of nothing writes nothing, and a product that was not sent is NOT_FOUND")
  func nothing() throws {
    let bench = try Bench()
    try bench.stock(["W1": 10])
    let made = try ship(bench, try create(bench, 8))
    let before = bench.writer.facts.sequence
    #expect(try receive(bench, made, 0).transfer?.status == .inTransit)
    #expect(bench.writer.facts.sequence == before)
    expect(
      try bench.refusal(
        .receiveTransfer(.init(transferID: made.transferID, lines: [ReceiptLine(productID: "P2", quantity: 1)]))),
      .notFound)
  }

  @Test(
    "whatever happens to many transfers, what is on its way to a level is the sum of their lines, and no unit is lost")
  func properties() throws {
    var generator = SplitMix(seed: 20_261_125)
    for _ in 0..<12 {
      let bench = try Bench()
      try bench.stock(["W1": 60, "W2": 60])
      try bench.stock(["W1": 60, "W2": 60], product: "P2")
      var ids: [String] = []
      for _ in 0..<60 {
        bench.now += Int64(generator.below(40)) * 1_000_000
        _ = try bench.run([try request(&generator, &ids, bench)], sweepLimit: generator.below(2))
        if let id = try newest(bench), !ids.contains(id) { ids.append(id) }
      }
      try check(bench, ids)
      #expect(try bench.faults() == [])
      #expect(try bench.replayed().dump() == bench.dump())
    }
  }

  private func request(_ generator: inout SplitMix, _ ids: inout [String], _ bench: Bench) throws -> CommandRequest {
    let products = ["P1", "P2"]
    let warehouses = ["W1", "W2", "W3"]
    let id = ids.isEmpty ? "none" : ids[generator.below(ids.count)]
    func units(_ most: Int) -> Int64 { Int64(generator.below(most)) }
    switch generator.below(7) {
    case 0, 1:
      let from = generator.below(4)
      let to = warehouses[generator.below(3)]
      let lines = products.prefix(1 + generator.below(2)).map { TransferLine(productID: $0, quantity: 1 + units(9)) }
      return .createTransfer(
        from > 2 || warehouses[from] == to
          ? .init(toWarehouseID: to, supplier: "S", lines: Array(lines))
          : .init(
            fromWarehouseID: warehouses[from], toWarehouseID: to, lines: Array(lines),
            timeToLiveSeconds: UInt32(generator.below(120))))
    case 2, 3: return .shipTransfer(.init(transferID: id))
    case 4, 5:
      let lines = products.prefix(generator.below(3)).map { product in
        let quantity = units(8)
        return ReceiptLine(
          productID: product, quantity: quantity, quarantineQuantity: min(quantity, units(3)))
      }
      return .receiveTransfer(
        .init(transferID: id, lines: Array(lines), final: generator.below(4) == 0))
    default: return .cancelTransfer(.init(transferID: id))
    }
  }

  private func newest(_ bench: Bench) throws -> String? {
    try bench.reading { view in
      var number: UInt64?
      for status in TransferStatus.allValues {
        let found = try view.numbers(in: view.tables.transfersByStatus) { $0.set(status: status) }
        number = [number, found.max()].compactMap { $0 }.max()
      }
      return try number.flatMap { try view.transfer($0)?.transferID }
    }
  }

  private func check(_ bench: Bench, _ ids: [String]) throws {
    #expect(!ids.isEmpty)
    var incoming: [LevelKey: Int64] = [:]
    var units: Int64 = 240
    for id in ids {
      let found = try #require(try bench.reading { try $0.transfer(id: id) })
      let transfer = found.transfer
      let discrepancies = try bench.reading { try $0.discrepancies(ofTransfer: found.number) }
      for line in transfer.lines {
        incoming[line.level(at: transfer.toWarehouseID), default: 0] += line.incomingQuantity
        let own = discrepancies.filter { $0.productID == line.productID }
        #expect(own.count <= 1)
        let difference = own.first?.difference ?? 0
        let wasOnItsWay = line.receivedQuantity > 0 || line.incomingQuantity > 0 || transfer.status == .completed
        if wasOnItsWay {
          // received + incoming + missing = sent + surplus
          #expect(
            line.receivedQuantity + line.incomingQuantity + max(0, -difference) == line.quantity + max(0, difference))
        }
        let hasLeft = !transfer.fromWarehouseID.isEmpty && [.inTransit, .completed].contains(transfer.status)
        units += line.receivedQuantity - (hasLeft ? line.quantity : 0)
      }
      if transfer.status == .completed { #expect(transfer.lines.allSatisfy { $0.incomingQuantity == 0 }) }
    }
    var there: Int64 = 0
    for product in ["P1", "P2"] {
      for warehouse in ["W1", "W2", "W3"] {
        let row = try bench.level(product, warehouse) ?? LevelRow()
        #expect(row.incoming == incoming[LevelKey(product: product, variant: "", warehouse: warehouse), default: 0])
        there += row.onHand
      }
    }
    #expect(there == units)
  }
}

extension KeyBuffer {
  fileprivate mutating func set(status: TransferStatus) {
    reset()
    append(byte: UInt8(status.rawValue))
  }
}

extension SplitMix {
  fileprivate mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
