import Testing

@testable import Messages

@Suite("JSON to messages")
struct JSONDecodingTests {
  /// Bytes by the wire format's definition, or the problem, of `{"field": value}`.
  struct Case: CustomTestStringConvertible, Sendable {
    let json: String
    let outcome: Outcome
    var testDescription: String { json }

    enum Outcome {
      case success(String)
      case failure(JSONError.Problem)
    }

    init(_ json: String, _ hexadecimal: String) { (self.json, outcome) = (json, .success(hexadecimal)) }
    init(_ json: String, fails problem: JSONError.Problem) { (self.json, outcome) = (json, .failure(problem)) }
  }

  static let cases: [Case] = [
    Case("{}", ""),
    // int32
    Case(#"{"f0":1}"#, "0801"),
    Case(#"{"f_0":"1"}"#, "0801"),
    Case(#"{"f0":0}"#, ""),
    Case(#"{"f0":-0}"#, ""),
    Case(#"{"f0":0e999999999999999999999}"#, ""),
    Case(#"{"f0":null}"#, ""),
    Case(#"{"f0":-1}"#, "08ffffffffffffffffff01"),
    Case(#"{"f0":1e3}"#, "08e807"),
    Case(#"{"f0":"1e3"}"#, "08e807"),
    Case(#"{"f0":1.50e1}"#, "080f"),
    Case(#"{"f0":1200e-2}"#, "080c"),
    Case(#"{"f0":2147483647}"#, "08ffffffff07"),
    Case(#"{"f0":2147483648}"#, fails: .outOfRange),
    Case(#"{"f0":-2147483649}"#, fails: .outOfRange),
    Case(#"{"f0":1e400}"#, fails: .outOfRange),
    Case(#"{"f0":1e-400}"#, fails: .badValue),
    Case(#"{"f0":1.5}"#, fails: .badValue),
    Case(#"{"f0":"1.5"}"#, fails: .badValue),
    Case(#"{"f0":" 1"}"#, fails: .badValue),
    Case(#"{"f0":""}"#, fails: .badValue),
    Case(#"{"f0":"0x10"}"#, fails: .badValue),
    Case(#"{"f0":true}"#, fails: .wrongType),
    Case(#"{"f0":[1]}"#, fails: .wrongType),
    Case(#"{"f0":{}}"#, fails: .wrongType),
    // sint32, sfixed32
    Case(#"{"f1":-1}"#, "1001"),
    Case(#"{"f1":2147483647}"#, "10feffffff0f"),
    Case(#"{"f2":-2}"#, "1dfeffffff"),
    // int64, sint64, sfixed64
    Case(#"{"f3":9007199254740993}"#, "2081808080808080" + "10"),
    Case(#"{"f3":"9223372036854775807"}"#, "20ffffffffffffffff7f"),
    Case(#"{"f3":-9223372036854775808}"#, "2080808080808080808001"),
    Case(#"{"f3":9223372036854775808}"#, fails: .outOfRange),
    Case(#"{"f3":"-9223372036854775809"}"#, fails: .outOfRange),
    Case(#"{"f4":-9223372036854775808}"#, "28ffffffffffffffffff01"),
    Case(#"{"f5":-2}"#, "31feffffffffffffff"),
    // uint32, fixed32, uint64, fixed64
    Case(#"{"f6":4294967295}"#, "38ffffffff0f"),
    Case(#"{"f6":-1}"#, fails: .outOfRange),
    Case(#"{"f6":4294967296}"#, fails: .outOfRange),
    Case(#"{"f7":1}"#, "4501000000"),
    Case(#"{"f8":18446744073709551615}"#, "48ffffffffffffffffff01"),
    Case(#"{"f8":1.8446744073709551615e19}"#, "48ffffffffffffffffff01"),
    Case(#"{"f8":18446744073709551616}"#, fails: .outOfRange),
    Case(#"{"f9":258}"#, "510201000000000000"),
    // float, double
    Case(#"{"f10":1.5}"#, "5d0000c03f"),
    Case(#"{"f10":3.5e38}"#, fails: .outOfRange),
    Case(#"{"f10":"Infinity"}"#, "5d0000807f"),
    Case(#"{"f11":1}"#, "61000000000000f03f"),
    Case(#"{"f11":"-2.5E-1"}"#, "61000000000000d0bf"),
    Case(#"{"f11":0.0}"#, ""),
    Case(#"{"f11":-0.0}"#, "610000000000000080"),
    Case(#"{"f11":"NaN"}"#, "61000000000000f87f"),
    Case(#"{"f11":"-Infinity"}"#, "61000000000000f0ff"),
    Case(#"{"f11":1e400}"#, fails: .outOfRange),
    Case(#"{"f11":"inf"}"#, fails: .badValue),
    Case(#"{"f11":"0x1p3"}"#, fails: .badValue),
    Case(#"{"f11":false}"#, fails: .wrongType),
    Case(#"{"f11":NaN}"#, fails: .malformed),
    // bool
    Case(#"{"f12":true}"#, "6801"),
    Case(#"{"f12":false}"#, ""),
    Case(#"{"f12":"true"}"#, fails: .wrongType),
    Case(#"{"f12":1}"#, fails: .wrongType),
    // string
    Case(#"{"f13":"é"}"#, "7202c3a9"),
    Case(#"{"f13":"\u00e9\uD83D\ude00\/\n\u0000"}"#, "7209" + "c3a9" + "f09f9880" + "2f0a00"),
    Case(#"{"f13":""}"#, ""),
    Case(#"{"f13":5}"#, fails: .wrongType),
    Case(#"{"f13":"\ud83d"}"#, fails: .malformed),
    Case(#"{"f13":"\ude00\ud83d"}"#, fails: .malformed),
    Case(#"{"f13":"\ud83d\u0041"}"#, fails: .malformed),
    Case(#"{"f13":"\ud83d\uffff"}"#, fails: .malformed),
    Case(#"{"f13":"\x41"}"#, fails: .malformed),
    Case(#"{"f13":"\u12"}"#, fails: .malformed),
    Case(#"{"f13":"\u+123"}"#, fails: .malformed),
    Case("{\"f13\":\"a\tb\"}", fails: .malformed),
    Case("{\"f13\":\"\u{1F}\"}", fails: .malformed),
    Case("{\"f13\":\" \u{7F}\"}", "7202207f"),
    // bytes
    Case(#"{"f14":"SGk="}"#, "7a024869"),
    Case(#"{"f14":"SGk"}"#, "7a024869"),
    Case(#"{"f14":"+/-_"}"#, "7a03fbffbf"),
    Case(#"{"f14":"AA=="}"#, "7a0100"),
    Case(#"{"f14":""}"#, ""),
    Case(#"{"f14":"S"}"#, fails: .badValue),
    Case(#"{"f14":"S==="}"#, fails: .badValue),
    Case(#"{"f14":"SGk=="}"#, fails: .badValue),
    Case(#"{"f14":"S Gk"}"#, fails: .badValue),
    Case(#"{"f14":"Sé"}"#, fails: .badValue),
    // enum
    Case(#"{"f15":"COLOUR_DEEP_RED"}"#, "800101"),
    Case(#"{"f15":"colour_deep_red"}"#, "800101"),
    Case(#"{"f15":"DEEP_RED"}"#, "800101"),
    Case(#"{"f15":"deep_Red"}"#, "800101"),
    Case(#"{"f15":"below"}"#, "8001fbffffffffffffffff01"),
    Case(#"{"f15":77}"#, "80014d"),
    Case(#"{"f15":0}"#, ""),
    Case(#"{"f15":"UNSPECIFIED"}"#, ""),
    Case(#"{"f15":"1"}"#, fails: .badValue),
    Case(#"{"f15":"_DEEP_RED"}"#, fails: .badValue),
    Case(#"{"f15":2147483648}"#, fails: .outOfRange),
    Case(#"{"f15":true}"#, fails: .wrongType),
    // message
    Case(#"{"child":{}}"#, "8a0100"),
    Case(#"{"child":null}"#, ""),
    Case(#"{"child":{"f0":1,"child":{"f1":1}}}"#, "8a0107" + "0801" + "8a0102" + "1002"),
    Case(#"{"child":[]}"#, fails: .wrongType),
    // lists
    Case(#"{"list0":[]}"#, ""),
    Case(#"{"list0":[0,1,"2"]}"#, "aa0103" + "000102"),
    Case(#"{"list7":[1,2]}"#, "e20108" + "0100000002000000"),
    Case(#"{"list12":[true,false]}"#, "8a02020100"),
    Case(#"{"list13":["","a"]}"#, "920200" + "92020161"),
    Case(#"{"list15":["BELOW",1]}"#, "a2020b" + "fbffffffffffffffff01" + "01"),
    Case(#"{"children":[{},{"f0":1}]}"#, "aa0200" + "aa02020801"),
    Case(#"{"list0":[null]}"#, fails: .wrongType),
    Case(#"{"list0":1}"#, fails: .wrongType),
    Case(#"{"list0":null}"#, ""),
    // names and order
    Case(#"{"f3":1,"f0":2}"#, "0802" + "2001"),
    Case(#"{"f0":1,"f0":1}"#, fails: .duplicateField),
    Case(#"{"f0":1,"f_0":1}"#, fails: .duplicateField),
    Case(#"{"f0":null,"f0":1}"#, fails: .duplicateField),
    Case(#"{"F0":1}"#, fails: .unknownField),
    Case(#"{"":1}"#, fails: .unknownField),
    Case(#"{"\u0066\u0030":1}"#, "0801"),
  ]

  @Test("every type takes what it should and refuses the rest", arguments: cases)
  func table(_ test: Case) throws {
    switch test.outcome {
    case .success(let expected): #expect(try EveryMessage.decode(test.json).hexadecimal == expected)
    case .failure(let problem):
      let error = try #require(throws: JSONError.self) { try EveryMessage.decode(test.json) }
      #expect(error.problem == problem, "\(error)")
    }
  }

  @Test("a request reads back as the struct that says the same")
  func structs() throws {
    let json = """
      { "reference": {"type": "cart", "id": "C1"},
        "items": [{"product_id": "P", "quantity": 1e3}, {"productId": "Q", "quantity": "2"}],
        "mode": "best_effort", "timeToLiveSeconds": 0, "shipTo": {"latitude": -1.5} }
      """
    let bytes = try MessageJSON.decode(json: json, as: "holdfast.v1.ReserveRequest")
    let request = try ReserveRequest(decoding: bytes, in: MessageArena())
    #expect(request.reference?.type == .cart)
    #expect(request.items.map(\.productID) == ["P", "Q"])
    #expect(request.items.map(\.quantity) == [1000, 2])
    #expect(request.mode == .bestEffort)
    #expect(request.timeToLiveSeconds == 0)
    #expect(request.shipTo?.latitude == -1.5)
    #expect(request.shipTo?.longitude == nil)
  }

  @Test("of a oneof only one member may stand, and null is none")
  func oneof() throws {
    let name = "holdfast.v1.GetProductRequest"
    let error = try decodingError(#"{"sku": "a", "barcode": "b"}"#, as: name)
    #expect(error.problem == .oneofConflict)
    #expect(
      error.description
        == #"1:14: barcode: "barcode" cannot stand beside "sku"; give only one of productId, sku, barcode"#)
    #expect(try MessageJSON.decode(json: #"{"sku": null, "barcode": "b"}"#, as: name).hexadecimal == "1a0162")
    #expect(try MessageJSON.decode(json: #"{"sku": ""}"#, as: name).hexadecimal == "1200", "an empty member is set")
  }

  @Test(
    "errors say where, what was wrong and what would be right",
    arguments: [
      (
        #"{"items":[{},{},{"quantity":1.5}]}"#,
        "1:29: items[2].quantity: 1.5 is not a whole number; "
          + "write a whole number from -9223372036854775808 to 9223372036854775807"
      ),
      (
        "{\n  \"é\": 1}",
        "2:3: holdfast.v1.ReserveRequest has no field \"é\"; its fields are reference, items, channelId, shipTo, "
          + "timeToLiveSeconds, mode, existing, strategy, pickupWarehouseId"
      ),
      (
        #"{"items":[{"qty":1}]}"#,
        "1:12: items[0]: holdfast.v1.OrderItem has no field \"qty\"; did you mean \"quantity\"? "
          + "its fields are productId, variantId, quantity, warehouseId"
      ),
      (
        #"{"items":[{"produt_id":1}]}"#,
        "1:12: items[0]: holdfast.v1.OrderItem has no field \"produt_id\"; did you mean \"product_id\"? "
          + "its fields are product_id, variant_id, quantity, warehouse_id"
      ),
      (
        #"{"mode":"bestefort"}"#,
        "1:9: mode: \"bestefort\" is not a ReserveMode; did you mean BEST_EFFORT? "
          + "There are UNSPECIFIED, ALL_OR_NOTHING, BEST_EFFORT"
      ),
      (#"{"items":{}}"#, "1:10: items: found an object; this field is a list: put it in [ and ]"),
      (#"{"é":"é","mode":}"#, "1:2: holdfast.v1.ReserveRequest has no field"),
      (#"{"channelId":"ééé" "mode":1}"#, "1:20: found \"\\\"\" where a comma or } should stand"),
      (#"{"channelId":P1}"#, "1:14: channel_id: the word \"P1\" is not JSON; strings stand in double quotes"),
      (#"{'channelId':1}"#, "1:2: found \"'\" where a name in double quotes should stand"),
      (#"[]"#, "1:1: found an array; a holdfast.v1.ReserveRequest is an object in braces"),
      (#""#, "1:1: the text ends where a value should stand"),
    ])
  func messages(json: String, expected: String) throws {
    let text = try decodingError(json, as: "holdfast.v1.ReserveRequest").description
    #expect(text.hasPrefix(expected), "\(text)")
  }

  @Test("an unknown message is told with the one that was meant")
  func unknownMessage() throws {
    let error = try decodingError("{}", as: "holdfast.v1.ReserveReques")
    #expect(error.problem == .unknownMessage)
    #expect(error.description.hasSuffix(#"did you mean "holdfast.v1.ReserveRequest"?"#))
  }
}
