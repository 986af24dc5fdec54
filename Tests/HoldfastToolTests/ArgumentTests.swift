import Messages
import Testing

@testable import holdfast

@Suite("Arguments")
struct ArgumentTests {
  @Test("an item is read from its end, so that ids may hold what separates")
  func items() {
    func item(_ text: String) -> OrderItem? { ItemArgument(argument: text)?.item }
    #expect(item("P-1x2") == OrderItem(productID: "P-1", quantity: 2))
    #expect(
      item("P-1/REDx12@DC-1") == OrderItem(productID: "P-1", variantID: "RED", quantity: 12, warehouseID: "DC-1"))
    #expect(item("boxx3") == OrderItem(productID: "box", quantity: 3))
    #expect(item("a@bx1@c") == OrderItem(productID: "a@b", quantity: 1, warehouseID: "c"))
    for wrong in ["", "P-1", "P-1x", "x1", "P-1x0", "P-1x-1", "P-1x1@", "P-1x1.5", "P-1x99999999999999999999"] {
      #expect(item(wrong) == nil, "\(wrong)")
    }
  }

  @Test("a hold may name how much of it")
  func holds() {
    #expect(HoldArgument(argument: "d6f6-12x3")?.line == FulfillLine(reservationID: "d6f6-12", quantity: 3))
    #expect(HoldArgument(argument: "d6f6-12")?.line == FulfillLine(reservationID: "d6f6-12"))
    #expect(HoldArgument(argument: "") == nil)
  }

  @Test(
    "spans of time",
    arguments: [
      ("90", 90_000), ("90s", 90_000), ("1.5s", 1500), ("500ms", 500), ("30m", 1_800_000), ("2min", 120_000),
      ("24h", 86_400_000), ("7d", 604_800_000), ("0", 0),
    ])
  func spans(_ text: String, _ milliseconds: Int64) {
    #expect(SpanArgument(argument: text)?.milliseconds == milliseconds)
  }

  @Test(
    "what is no span is refused", arguments: ["", "s", "-1s", "1x", "1.0001s", "1..5", "99999999999999999999", "٣"])
  func noSpans(_ text: String) {
    #expect(SpanArgument(argument: text) == nil)
  }

  @Test("money, places and times of day are read without rounding")
  func amounts() {
    #expect(MoneyArgument(argument: "4.99")?.micros == 4_990_000)
    #expect(MoneyArgument(argument: "0.000001")?.micros == 1)
    #expect(MoneyArgument(argument: "0.0000001") == nil)
    #expect(MoneyArgument(argument: "9999999999999999") == nil)
    #expect(PlaceArgument(argument: "40.71,-74.01")?.longitude == -74.01)
    #expect(PlaceArgument(argument: "91,0") == nil)
    #expect(PlaceArgument(argument: "nan,0") == nil)
    #expect(PlaceArgument(argument: "1") == nil)
    #expect(TimeOfDayArgument(argument: "16:05")?.minutes == 965)
    #expect(TimeOfDayArgument(argument: "24:00") == nil)
  }

  @Test("addresses of servers")
  func addresses() {
    func address(_ text: String) -> String? { ConnectionTarget.address(text).map { "\($0.host) \($0.port)" } }
    #expect(address("stock:80") == "stock 80")
    #expect(address("stock") == "stock 7117")
    #expect(address("[::1]:9") == "::1 9")
    #expect(address("[::1]") == "::1 7117")
    for wrong in ["", ":1", "a:", "a:0", "a:65536", "::1", "[::1", "[::1]x"] {
      #expect(address(wrong) == nil, "\(wrong)")
    }
  }

  @Test("what is said goes before what holds otherwise")
  func settings() throws {
    let target = try ConnectionTarget(ConnectionSettings(server: "a:1", identity: "seller"), .none)
    #expect(target.host == "a" && target.port == 1)
    #expect(target.certificateFile == "certs/dev/client-seller.pem")
    #expect(target.keyFile == "certs/dev/client-seller.key")
    #expect(target.timeout.milliseconds == 10_000)
    let own = try ConnectionTarget(ConnectionSettings(identity: "/etc/x/pos.pem"), .none)
    #expect(own.certificateFile == "/etc/x/pos.pem" && own.keyFile == "/etc/x/pos.key")
    #expect(throws: ToolFailure.self) { try ConnectionTarget(ConnectionSettings(server: "a:b"), .none) }
  }

  @Test("options before the verb go behind it")
  func order() {
    #expect(
      CommandLineOrder.sorted(["--json", "--server", "a:1", "stock", "get"]) == [
        "stock", "get", "--json", "--server", "a:1",
      ])
    #expect(CommandLineOrder.sorted(["--server=a", "x", "--", "-y"]) == ["x", "--server=a", "--", "-y"])
    #expect(CommandLineOrder.sorted(["stock", "--json"]) == ["stock", "--json"])
    #expect(CommandLineOrder.sorted(["--server"]) == ["--server"])
  }
}
