import Engine
import Messages
import Testing

@testable import Services

@Suite("Reservation queries, status, and the intake of commands")
struct ReservationQueryTests {
  private func reserve(_ stage: Stage, cart: String, _ quantity: Int64, variant: String = "", ttl: UInt32 = 600) throws
  {
    try stage.run(
      .reserve(
        ReserveRequest(
          reference: Reference(type: .cart, id: cart),
          items: [OrderItem(productID: "P1", variantID: variant, quantity: quantity, warehouseID: "W1")],
          timeToLiveSeconds: ttl)))
  }

  @Test("reservations are listed by reference, stock, warehouse and expiry")
  func lists() throws {
    let stage = try Stage()
    try stage.stocked()
    try reserve(stage, cart: "A", 1)
    try reserve(stage, cart: "B", 2, ttl: 300)
    try reserve(stage, cart: "C", 3, variant: "red", ttl: 0)
    func list(_ by: ListReservationsRequest.By, size: UInt32 = 0, token: String = "") throws -> ListReservationsResponse
    {
      try stage.ask(
        .reservationServiceListReservations, ListReservationsRequest(by: by, pageSize: size, pageToken: token))
    }
    #expect(try list(.reference(Reference(type: .cart, id: "B"))).reservations.map(\.quantity) == [2])
    #expect(try list(.stock(ReservationStockFilter(productID: "P1"))).reservations.count == 3)
    #expect(
      try list(.stock(ReservationStockFilter(productID: "P1", warehouseID: "W1"))).reservations.map(\.quantity) == [
        2, 1,
      ])
    #expect(
      try list(.stock(ReservationStockFilter(productID: "P1", variantID: "red"))).reservations.map(\.quantity) == [3])
    #expect(try list(.warehouseID("W1")).reservations.map(\.quantity) == [1, 2, 3])
    #expect(try list(.warehouseID("W2")).reservations.isEmpty)
    #expect(try list(.expiresBefore(.max)).reservations.map(\.quantity) == [2, 1])
    let page = try list(.warehouseID("W1"), size: 2)
    #expect(page.reservations.map(\.quantity) == [1, 2])
    #expect(try list(.warehouseID("W1"), size: 2, token: page.nextPageToken).reservations.map(\.quantity) == [3])
    let id = page.reservations[0].reservationID
    let one: Reservation = try stage.ask(
      .reservationServiceGetReservation, GetReservationRequest(reservationID: id))
    #expect(one == page.reservations[0])
    for bad in ["x", "0000000000000000-1", id + "0"] {
      #expect(
        try stage.refusal(.reservationServiceGetReservation, GetReservationRequest(reservationID: bad)).code
          == .notFound)
    }
  }

  @Test("status tells what there is")
  func status() throws {
    let stage = try Stage()
    try stage.stocked()
    try reserve(stage, cart: "A", 1)
    let status: ServerStatus = try stage.ask(.adminServiceGetStatus, GetStatusRequest())
    #expect((status.warehouses, status.products, status.stockLevels, status.openReservations) == (3, 2, 4, 1))
    #expect(status.acceptsCommands)
    #expect(status.historyID.count == 32)
    #expect(status.connections == 3)
    #expect(status.sequence == 13)
  }

  @Test("a command is decoded and checked before it is ordered")
  func intake() throws {
    let stage = try Stage()
    func intake<M: MessageCodec>(
      _ method: Messages.Method, _ request: M, role: Role = .operator
    ) throws -> Command {
      let bytes = try request.encoded(in: stage.arena)
      stage.arena.reset()
      return try bytes.withUnsafeBytes { raw in
        try CommandIntake.command(
          method, request: raw, commandID: raw.isEmpty ? raw : UnsafeRawBufferPointer(rebasing: raw.prefix(1)),
          caller: Caller(principal: "p", role: role), queries: stage.queries, in: stage.arena)
      }
    }
    let release = ReleaseRequest(reference: Reference(type: .cart, id: "A"))
    let one = try intake(.reservationServiceRelease, release)
    #expect(one.requestHash.count == 16)
    #expect(one.requestHash == (try intake(.reservationServiceRelease, release)).requestHash)
    let other = try intake(.reservationServiceRelease, ReleaseRequest(reference: Reference(type: .cart, id: "B")))
    #expect(one.requestHash != other.requestHash)
    func refused(_ body: () throws -> Command) -> CallFailure? {
      do {
        _ = try body()
        return nil
      } catch {
        return error as? CallFailure
      }
    }
    let mars = CreateWarehouseRequest(warehouse: Warehouse(code: "M", name: "Mars", timezone: "Mars/Olympus"))
    #expect(
      refused { try intake(.warehouseServiceCreateWarehouse, mars) }?.status.violations.map(\.field)
        == ["warehouse.timezone"])
    let oversold = SetStockRequest(
      settings: [StockSetting(productID: "P1", warehouseID: "W1", onHand: 1)], allowOversold: true)
    #expect(refused { try intake(.stockServiceSetStock, oversold) }?.code == .permissionDenied)
    #expect(refused { try intake(.stockServiceSetStock, oversold, role: .admin) } == nil)
  }

  @Test("each role may do what the ones before it may, and nobody more")
  func roles() {
    let roles: [(Role, Int)] = [(.unspecified, 0), (.reader, 1), (.seller, 2), (.operator, 3), (.admin, 4)]
    for (role, rank) in roles {
      let principal = Principal(name: "p", role: role)
      for method in Messages.Method.allCases {
        let needed = roles.first { $0.0.rawValue == method.info.role.rawValue }?.1 ?? 9
        #expect(principal.mayCall(method) == (rank >= needed))
        #expect(needed > 0 && needed < 9, "every rpc names its role")
      }
    }
    let map = RoleMap([.init(identity: "spiffe://x", role: .seller, channels: ["POS"])])
    #expect(map.principal(for: "spiffe://x")?.channels == ["POS"])
    #expect(map.principal(for: "spiffe://y") == nil, "default deny")
  }
}
