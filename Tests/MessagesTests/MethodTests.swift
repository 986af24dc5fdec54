import Messages
import Testing

@Suite("The method table")
struct MethodTests {
  @Test("finds every method by its full name, and by its name without the package", arguments: Method.allCases)
  func find(_ method: Method) {
    let name = method.info.name
    #expect(found(name) == method)
    #expect(Method(name: name) == method)
    #expect(Method(name: String(name.dropFirst("holdfast.v1.".count))) == method)
    #expect(method.info.method == method)
    #expect(method.info.kind == method.kind)
    #expect(method.info.role == method.role)
    #expect(name == method.info.service + "/" + method.info.rpc)
    #expect(MessageRegistry.messageNames.contains(method.info.request))
    #expect(MessageRegistry.messageNames.contains(method.info.response))
    #expect(!method.info.documentation.isEmpty)
  }

  @Test("finds nothing by a name that is cut, longer, or changed in one byte", arguments: Method.allCases)
  func nothing(_ method: Method) {
    let name = Array(method.info.name.utf8)
    for length in name.indices { #expect(found(Array(name[..<length])) == nil) }
    #expect(found(name + [0x61]) == nil)
    #expect(found(name + [0]) == nil)
    for index in name.indices {
      var changed = name
      changed[index] ^= 0x20
      #expect(found(changed) == nil)
    }
  }

  @Test(
    "finds nothing by part of a name",
    arguments: ["", ".", "/", "GetStock", "/GetStock", "Service/GetStock", "ockService/GetStock"])
  func parts(_ name: String) {
    #expect(Method(name: name) == nil)
    #expect(found(name) == nil)
  }

  @Test("says what the schema says")
  func info() {
    let info = Method.stockServiceGetStock.info
    #expect(info.name == "holdfast.v1.StockService/GetStock")
    #expect(info.kind == .query)
    #expect(info.role == .reader)
    #expect(info.request == "holdfast.v1.GetStockRequest")
    #expect(info.response == "holdfast.v1.StockLevel")
    #expect(!info.isServerStreaming)
    #expect(Method.reservationServiceReserve.kind == .command)
    #expect(Method.reservationServiceReserve.role == .seller)
  }

  private func found(_ name: String) -> Method? { found(Array(name.utf8)) }

  private func found(_ name: [UInt8]) -> Method? { unsafe name.withUnsafeBytes { unsafe Method.find($0) } }
}

@Suite("The registry")
struct RegistryTests {
  @Test("has what the schema says of everything in it")
  func documentation() {
    #expect(MessageRegistry.documentation("holdfast.v1.StockKey") == "Names one stock level.")
    #expect(MessageRegistry.documentation("holdfast.v1.StockKey.product_id") == "The product.")
    #expect(MessageRegistry.documentation("holdfast.v1.ReserveMode") == "What happens when something is short.")
    #expect(MessageRegistry.documentation("holdfast.v1.Notice.Kind.KIND_PING") == "Are you there? Needs no answer.")
    #expect(
      MessageRegistry.documentation("holdfast.v1.ReservationService")
        == """
        Holds on stock for carts, orders and transfers, so that nothing is sold twice.

        Expiry is exact: a hold is due from `expires_at` on. What checks availability releases what is due first; a sweeper
        releases the rest within a second.
        """)
    #expect(
      MessageRegistry.documentation("holdfast.v1.ReservationService/Extend") == "Moves the expiry of holds.")
    #expect(MessageRegistry.documentation("holdfast.v1.Nothing") == nil)
    for type in messageTypes {
      #expect(MessageRegistry.documentation(type.fullName) != nil)
      for field in MessageShape(of: type).fields {
        #expect(MessageRegistry.documentation(type.fullName + "." + field.name) != nil)
      }
    }
  }

  @Test("names enum values as the schema does")
  func enums() {
    #expect(ReserveMode.allOrNothing.description == "RESERVE_MODE_ALL_OR_NOTHING")
    #expect(ReserveMode.allOrNothing.rawValue == 1)
    #expect(ReserveMode.allValues == [.unspecified, .allOrNothing, .bestEffort])
    #expect(Notice.Kind.goingAway.description == "KIND_GOING_AWAY")
  }
}
