import HoldfastClient
import Server
import Support
import Synchronization
import Testing

extension EndToEnd {
  @Suite("A race for the last units") struct RaceTests {
    /// What became of one attempt.
    enum Ending: Hashable {
      case held, refused
      case other(String)
    }

    private static let warehouses = ["EAST": 50, "MID": 30, "WEST": 20] as [String: Int64]

    private func prepare(_ server: LoopbackServer) async throws {
      let client = try server.certificates.client("operator", port: server.port)
      for id in Self.warehouses.keys.sorted() {
        let warehouse = Warehouse(warehouseID: id, code: "DC-\(id)", name: id)
        _ = try await client.warehouse.createWarehouse(CreateWarehouseRequest(warehouse: warehouse))
      }
      _ = try await client.stock.putProduct(PutProductRequest(product: Product(productID: "P1", name: "rare")))
      let settings = Self.warehouses.sorted { $0.key < $1.key }.map {
        StockSetting(productID: "P1", warehouseID: $0.key, onHand: $0.value)
      }
      _ = try await client.stock.setStock(SetStockRequest(settings: settings))
      await client.close()
    }

    private func attempt(_ number: Int, _ client: HoldfastClient) async -> (Ending, Reservation?) {
      let request = ReserveRequest(
        reference: Reference(type: .order, id: "order \(number)"), items: [OrderItem(productID: "P1", quantity: 1)])
      do {
        let answer = try await client.reservation.reserve(request)
        let hold = answer.reservations.first
        let isRight = answer.reservations.count == 1 && hold?.quantity == 1 && hold?.reference == request.reference
        return (isRight ? .held : .other("\(answer)"), hold)
      } catch let error as HoldfastError {
        let expected = Refusal(productID: "P1", requested: 1, available: 0, reason: .notEnoughStock)
        let isRight = error.code == .failedPrecondition && error.refusals == [expected]
        return (isRight ? .refused : .other("\(error)"), nil)
      } catch {
        return (.other("\(error)"), nil)
      }
    }

    @Test(
      "64 clients on connections of their own race for 100 units: exactly 100 are sold, and every attempt is answered")
    func hundredUnits() async throws {
      let clients = 64
      let attempts = 3200
      let server = try LoopbackServer { $0.networkThreads = 2 }
      try await prepare(server)
      let first = try server.certificates.client("seller", port: server.port)
      let racers =
        try [first]
        + (1..<clients).map { _ in
          try server.certificates.client("seller", port: server.port, sharingThreadOf: first)
        }
      for racer in racers { try await racer.connect() }
      #expect(try await first.admin.getStatus(GetStatusRequest()).connections == UInt32(clients))

      let endings = Mutex<[Ending: Int]>([:])
      let holds = Mutex<[Reservation]>([])
      // Two attempts of each client are always on their way.
      try await inFlight(2 * clients, count: attempts) { number in
        let (ending, hold) = await attempt(number, racers[number % clients])
        endings.withLock { $0[ending, default: 0] += 1 }
        if let hold { holds.withLock { $0.append(hold) } }
      }
      #expect(endings.withLock { $0 } == [.held: 100, .refused: attempts - 100])
      let won = holds.withLock { $0 }
      #expect(Set(won.map(\.reservationID)).count == 100)
      #expect(won.reduce(into: [:]) { $0[$1.warehouseID, default: 0] += $1.quantity } == Self.warehouses)

      let total = GetStockRequest(productID: "P1")
      let held = try await first.stock.getStock(total)
      #expect((held.onHand, held.reserved, held.available) == (100, 100, 0))
      for hold in won {
        _ = try await first.reservation.fulfill(FulfillRequest(reference: hold.reference))
      }
      let sold = try await first.stock.getStock(total)
      #expect((sold.onHand, sold.reserved, sold.available) == (0, 0, 0))
      let levels = try await first.allLevels(of: Self.warehouses.keys.sorted())
      for racer in racers { await racer.close() }
      server.stop()
      let journal = try JournalAudit(dataDirectory: server.configuration.dataDirectory)
      journal.compare(with: levels).expectNone("journal and levels")
      #expect(journal.entries[.sale] == 100)
    }
  }
}
