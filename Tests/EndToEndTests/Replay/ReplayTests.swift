import HoldfastClient
import RetailOrders
import Server
import Support
import Testing

extension EndToEnd {
  /// A year of a real shop's orders, against a real server over TLS.
  @Suite(
    "Replay of 30,000 real order lines",
    .enabled(
      if: RetailData.isPresent, "the order lines are not part of this project: \(RetailData.folder) is not there"))
  struct ReplayTests {
    /// All that was answered, and all that is left when everything has stopped.
    struct Outcome {
      var plan: ReplayPlan
      var model: StockModel
      var history: [Answered]
      var levels: [StockLevel]
      var journal: JournalAudit

      /// Units in the building, product by product, as the server says.
      var onHand: [String: Int64] { levels.reduce(into: [:]) { $0[$1.productID, default: 0] += $1.onHand } }

      /// What was received, less what was sold and written off, with what came back, as the answers say.
      var answeredUnits: [String: Int64] {
        history.reduce(into: plan.receivedUnits) { units, answered in answered.add(to: &units) }
      }
    }

    private func replay(_ plan: ReplayPlan) async throws -> Outcome {
      let server = try LoopbackServer()
      let replay = try Replay(plan, server)
      try await replay.receive()
      try await replay.run()
      let levels = try await replay.allLevels()
      let status = try await replay.status()
      #expect(status.openReservations == 0)
      #expect(status.stockLevels == UInt64(plan.received.count))
      await replay.close()
      server.stop()
      var model = StockModel(received: plan.received)
      let history = replay.history
      model.take(history)
      model.compareAll(levels)
      let journal = try JournalAudit(dataDirectory: server.configuration.dataDirectory)
      #expect(journal.lastSequence == status.sequence)
      return Outcome(plan: plan, model: model, history: history, levels: levels, journal: journal)
    }

    /// What holds however much stock there was.
    private func expectPromises(_ outcome: Outcome) {
      outcome.model.faults.expectNone("the model decides otherwise than the server")
      outcome.journal.compare(with: outcome.levels).expectNone("journal and levels")
      #expect(outcome.levels.allSatisfy { $0.reserved == 0 && $0.available == $0.onHand && $0.onHand >= 0 })
      #expect(outcome.model.holds.isEmpty)
      #expect(outcome.journal.holds.isEmpty)
      let commands = outcome.history.count { !$0.isQuery }
      // Each command with an id has an answer in the journal, those that made warehouses, products and levels too.
      let setUp = outcome.plan.warehouses.count + outcome.plan.places.count + (outcome.plan.received.count + 999) / 1000
      #expect(outcome.journal.answers == commands + setUp)
    }

    @Test("with enough of everything, every order ships, and each product's stock is what the lines add up to")
    func ample() async throws {
      let data = try RetailData()
      try #require(data.invoices.reduce(0) { $0 + $1.lines.count } == 30_000)
      let outcome = try await replay(ReplayPlan(data, .ample, seed: 2010))
      expectPromises(outcome)
      var expected = outcome.plan.receivedUnits
      for invoice in data.invoices {
        for line in invoice.lines where expected[line.product] != nil {
          // Sold and written off goods left, returned ones came back: the sign of the line, but for the write-off.
          let isWriteOff = line.quantity < 0 && !invoice.isReturn
          expected[line.product, default: 0] -= isWriteOff ? -line.quantity : line.quantity
        }
      }
      #expect(outcome.onHand == expected)
      #expect(outcome.onHand == outcome.answeredUnits)
      for case .reserve(_, .failure(let error)) in outcome.history.map(\.call) { Issue.record(error) }
      #expect(outcome.model.splitLines > 0, "some lines must have needed more than one warehouse")
    }

    @Test("with too little, sold and left make what was received, and nothing is refused while there is enough")
    func scarce() async throws {
      let outcome = try await replay(ReplayPlan(try RetailData(), .scarce, seed: 2011))
      expectPromises(outcome)
      #expect(outcome.onHand == outcome.answeredUnits)
      #expect(outcome.model.refusals > 500, "there must have been too little, over and over")
    }
  }
}

extension Answered {
  /// What this call did to the units in the building, by its answer alone.
  fileprivate func add(to units: inout [String: Int64]) {
    switch call {
    case .fulfill(_, let response):
      // A hold that is closed says what has left under it in all.
      for hold in response.reservations where hold.quantity == 0 {
        units[hold.productID, default: 0] -= hold.fulfilledQuantity
      }
    case .adjust(let request, .success):
      for line in request.lines { units[line.productID, default: 0] += line.quantity }
    default: break
    }
  }
}
