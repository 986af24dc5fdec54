import Messages
import Support
import Testing

/// Requests of the right method and the wrong shape.
@Suite("Requests that are none") struct RequestTests {
  @Test("an empty request of every method is answered clearly, and says what is missing")
  func empty() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("admin"))
    _ = try World.make(client)
    let before = try World.status(client).sequence
    let needNothing: Set<Messages.Method> = [
      .adminServiceGetStatus, .stockServiceListProducts, .warehouseServiceListWarehouses, .stockServiceExportStock,
      .adminServiceReloadCertificates, .adminServiceCompactJournal, .adminServiceBackup, .adminServiceGetPolicy,
      .alertServiceListAlerts, .auditServiceGetHistory, .auditServiceVerifyStock, .auditServiceListReviews,
      .channelServiceListChannels, .transferServiceListTransfers, .transferServiceListDiscrepancies,
      .forecastServiceSuggestReorders,
    ]
    for method in Messages.Method.allCases {
      let answer = try client.call(method, raw: [])
      #expect(answer.code == (needNothing.contains(method) ? .ok : .invalidArgument), "\(method): \(answer.summary)")
      if answer.code != .ok { #expect(!answer.wrongFields.isEmpty, "\(method): \(answer.summary)") }
    }
    #expect(try World.status(client).sequence == before)
  }

  @Test("a good request of every method, as the tests make it, is no fault of its shape")
  func shape() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("admin"))
    let shape = try World.make(client)
    for method in Messages.Method.allCases {
      let answer = try client.call(method, raw: shape.request(of: method))
      // Otherwise the tests that make one field bad would not test that field.
      #expect(answer.code != .invalidArgument, "\(method): \(answer.summary)")
      #expect(!answer.isFault, "\(method): \(answer.summary)")
    }
  }

  @Test("every field may be missing, and be an empty message, with a clear status")
  func missing() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("admin"))
    let shape = try World.make(client)
    for site in Site.all {
      let without = try client.call(site.method, raw: shape.request(site, with: nil))
      #expect(!without.isFault, "without \(site): \(without.summary)")
      guard site.field.type.hasPrefix("holdfast.") else { continue }
      let hollow = try client.call(site.method, raw: shape.request(site, with: .raw(type: 2, [0])))
      #expect(!hollow.isFault, "hollow \(site): \(hollow.summary)")
    }
    #expect(try World.status(client).acceptsCommands)
  }

  @Test("what contradicts itself is refused by name")
  func contradictions() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("admin"))
    var shape = try World.make(client)
    shape.rivals = []
    for method in [
      Messages.Method.reservationServiceRelease, .reservationServiceExtend, .reservationServiceConvertReservation,
      .reservationServiceFulfill,
    ] {
      let answer = try client.call(method, raw: shape.request(of: method))
      #expect(answer.code == .invalidArgument, "\(method): \(answer.summary)")
      #expect(answer.wrongFields == ["reference"] || answer.wrongFields == ["cart_id"], "\(method): \(answer.summary)")
    }
    let move = MoveStockRequest(productID: "P1", fromWarehouseID: "W1", toWarehouseID: "W1", quantity: 1)
    #expect(try client.call(.stockServiceMoveStock, move).wrongFields == ["to_warehouse_id"])
    let twice = (0..<2).map { _ in StockSetting(productID: "P1", warehouseID: "W1", onHand: 1) }
    #expect(try client.call(.stockServiceSetStock, SetStockRequest(settings: twice)).wrongFields == ["settings[1]"])
    #expect(try World.level(client).reserved == 5)
  }

  @Test("a field of the wrong wire type, a group, a cut or an overlong number is INVALID_ARGUMENT in every field")
  func wireTypes() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("admin"))
    let shape = try World.make(client)
    let before = try World.status(client).sequence
    let overlong = [UInt8](repeating: 0x80, count: 10) + [1]
    for site in Site.all {
      let isNumber = !["string", "bytes", "double"].contains(site.field.type) && !hasFields(site.field.type)
      var bad: [(String, ProtoBytes.Value)] = [
        ("group", .raw(type: 3, [])), ("end of group", .raw(type: 4, [])), ("type 6", .raw(type: 6, [])),
        ("type 7", .raw(type: 7, [1])),
        ("beyond the end", .raw(type: 2, ProtoBytes.varint(1 << 20))),
        ("a huge length", .raw(type: 2, ProtoBytes.varint(0xFFFF_FFFF))),
        ("a length of 64 bits", .raw(type: 2, ProtoBytes.varint(.max))),
      ]
      // protobuf-c takes a bool of any type and length.
      if site.field.type != "bool" { bad.append(("32 bits", .fixed32(1))) }
      if isNumber { bad.append(("overlong", .raw(type: 0, overlong))) } else { bad.append(("varint", .varint(1))) }
      for (name, value) in bad {
        let answer = try client.call(site.method, raw: shape.request(site, with: value))
        #expect(answer.code == .invalidArgument, "\(name) in \(site): \(answer.summary)")
      }
    }
    #expect(try World.status(client).sequence == before)
  }

  @Test("unknown fields are passed over, duplicate ones merged, in every request")
  func unknownAndDuplicate() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("admin"))
    let shape = try World.make(client)
    let unknown = ProtoBytes.message([
      (1000, .varint(.max)), (1001, .bytes([UInt8](repeating: 0xFF, count: 300))), (1002, .fixed64(1)),
      (1003, .fixed32(1)), ((1 << 29) - 1, .bytes([])),
    ])
    for method in Messages.Method.allCases where method.kind == .query {
      let request = shape.request(of: method)
      let plain = try client.call(method, raw: request)
      let more = try client.call(method, raw: unknown + request + unknown)
      #expect(more.code == plain.code, "\(method): \(more.summary)")
      if method != .adminServiceGetStatus, method != .warehouseServiceSelectWarehouse {
        #expect(more.response == plain.response)
      }
    }
    for method in Messages.Method.allCases {
      let request = shape.request(of: method)
      let answer = try client.call(method, raw: request + request + unknown + request)
      #expect(!answer.isFault, "\(method): \(answer.summary)")
    }
  }

  @Test("four MiB of empty messages, or of numbers, in any list of any request is refused and holds up nobody")
  func fullOfNothing() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("admin"))
    let other = try CallClient(port: server.port, server.client("reader"))
    let shape = try World.make(client)
    let room = 4_100_000
    for site in Site.all where site.field.isRepeated {
      let isNumber = site.field.type != "string" && !hasFields(site.field.type)
      // The value is the first element; what is between its end and the next keys is more of the same field.
      let key = ProtoBytes.varint(UInt64(site.field.number) << 3 | 2)
      let rest = isNumber ? [] : again(key + [0], upTo: room)
      let value: ProtoBytes.Value = isNumber ? .bytes([UInt8](repeating: 1, count: room)) : .raw(type: 2, [0] + rest)
      let answer = try client.call(site.method, raw: shape.request(site, with: value))
      #expect(answer.code == .invalidArgument, "\(site): \(answer.summary)")
      #expect(answer.byteCount < 64 << 10, "\(site): an answer of \(answer.byteCount) bytes")
      #expect(try World.level(other).onHand == World.onHand)
    }
  }

  @Test("merging a message with itself again and again runs into the arena's end and no further")
  func mergedForEver() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("admin"))
    _ = try World.make(client)
    // Each further one makes protobuf-c copy all that the ones before it brought.
    let one = ProtoBytes.message([(8, .varint(1)), (8, .varint(2)), (2, .text("c"))])
    let many = again(ProtoBytes.message([(1, .bytes(one))]), upTo: 4_000_000)
    for method in [Messages.Method.warehouseServiceCreateWarehouse, .warehouseServiceUpdateWarehouse] {
      let answer = try client.call(method, raw: many)
      #expect(answer.code == .invalidArgument, "\(answer.summary)")
    }
    #expect(try World.level(client).onHand == World.onHand)
  }

  @Test("messages nested far deeper than the schema are refused or passed over")
  func nested() throws {
    let server = try LoopbackServer()
    let client = try CallClient(port: server.port, server.client("admin"))
    let shape = try World.make(client)
    var deep: [UInt8] = []
    for _ in 0..<3000 { deep = ProtoBytes.message([(1, .bytes(deep))]) }
    for method in Messages.Method.allCases {
      let inside = try client.call(method, raw: deep)
      #expect(!inside.isFault, "\(method): \(inside.summary)")
      let beside = try client.call(method, raw: shape.request(of: method) + ProtoBytes.message([(999, .bytes(deep))]))
      #expect(!beside.isFault && beside.code != .invalidArgument, "\(method): \(beside.summary)")
    }
  }

  private func hasFields(_ type: String) -> Bool { MessageRegistry.description(of: type) != nil }
}
