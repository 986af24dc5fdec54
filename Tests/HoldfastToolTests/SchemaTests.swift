import Messages
import Testing

@testable import holdfast

@Suite("Schema")
struct SchemaTests {
  @Test("examples show a value for each field that has a usual one, and are requests that can be sent")
  func examples() throws {
    let lines = try Description.view(of: "Reserve").lines(width: nil)
    #expect(lines.contains { $0.contains("\"productId\": \"P-0001\"") })
    #expect(lines.contains { $0.contains("\"quantity\": 2") })
    for method in Method.allCases {
      let example = try MessageJSON.skeleton(of: method.info.request, documented: false, example: ExampleValues.json)
      #expect(throws: Never.self, "\(method)") {
        try MessageJSON.decode(utf8: Array(example.utf8), as: method.info.request)
      }
    }
  }

  @Test("rpcs go by their full name, without the package, or alone, in any case")
  func names() throws {
    for name in ["holdfast.v1.StockService/GetStock", "StockService/GetStock", "GetStock", "getstock"] {
      #expect(try Schema.method(name) == .stockServiceGetStock)
    }
  }

  @Test("an unknown name says what is near")
  func near() {
    let failure = #expect(throws: ToolFailure.self) { try Schema.method("StockService/GetStok") }
    #expect(failure?.message.contains("did you mean StockService/GetStock?") == true)
    #expect(failure?.exit == .usage)
  }

  @Test("everything in the schema can be described, and fits the terminal")
  func everything() throws {
    let names =
      Schema.services + Method.allCases.map(\.info.name) + MessageRegistry.messageNames
      + MessageRegistry.enums.map(\.fullName)
    for name in names {
      let view = try Description.view(of: name)
      #expect(view.lines(width: 100).count > 2, "\(name)")
    }
  }

  @Test("a message's description tells names, types and alternatives")
  func fields() throws {
    let fields = try #require(MessageRegistry.description(of: "holdfast.v1.ListStockRequest")).fields
    #expect(fields.first { $0.name == "product_id" }?.alternatives == ["product_id", "warehouse_id"])
    #expect(fields.first { $0.name == "page_size" }?.type == "uint32")
    let setting = try #require(MessageRegistry.description(of: "holdfast.v1.StockSetting")).fields
    #expect(setting.first { $0.name == "on_hand" }?.isOptional == true)
    #expect(setting.first { $0.name == "opening_holds" }?.isRepeated == true)
    #expect(MessageRegistry.description(of: "Nothing") == nil)
  }

  @Test("the first sentence of a comment")
  func sentences() {
    #expect(Schema.firstSentence("One. Two.") == "One.")
    #expect(Schema.firstSentence("Version 1.2 is\nout. Really.") == "Version 1.2 is out.")
    #expect(Schema.firstSentence("No stop") == "No stop")
  }

  @Test("answer and sequence stand in one object of valid JSON")
  func envelope() {
    let result = CallResult(bytes: [], sequence: 7, repeated: true)
    #expect(
      CallCommand.envelope("{\n  \"a\": 1\n}", result)
        == "{\n  \"response\": {\n    \"a\": 1\n  },\n  \"sequence\": \"7\",\n  \"repeated\": true\n}")
  }
}
